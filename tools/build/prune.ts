import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { unreachedIn } from "./unreached";

const root = path.resolve(__dirname, "../..");

/** Takes out of `dist` what nothing leads to: about half of the files that the compiler writes. */
function main(): void {
  const built = readdirSync(path.join(root, "dist"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
  const texts = ["package.json", ...built].map(
    (file) => [file, readFileSync(path.join(root, file), "utf8")] as const,
  );
  for (const file of unreachedIn(new Map(texts))) rmSync(path.join(root, file));
}

main();
