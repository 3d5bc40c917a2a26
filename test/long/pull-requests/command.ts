import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";

const repository = path.join(__dirname, "../../..");
let compiled: string | undefined;

/** The file that `cognito-domain` runs. It is compiled once, as ts-node would do it anew for every run. */
export function command(): string {
  compiled ??= compile();
  return path.join(compiled, "cli/main.js");
}

function compile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "cognito-domain-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(path.join(repository, "node_modules"), path.join(folder, "node_modules"));
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  for (const file of sources()) {
    const { outputText } = ts.transpileModule(readFileSync(path.join(repository, file), "utf8"), {
      compilerOptions,
    });
    const output = path.join(folder, file.replace(/\.ts$/, ".js"));
    mkdirSync(path.dirname(output), { recursive: true });
    writeFileSync(output, outputText);
  }
  return folder;
}

function sources(): string[] {
  const { include } = JSON.parse(readFileSync(path.join(repository, "tsconfig.build.json"), "utf8")) as {
    include: string[];
  };
  return include.flatMap((folder) =>
    readdirSync(path.join(repository, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => path.join(folder, file)),
  );
}
