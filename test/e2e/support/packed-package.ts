import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { cellIn } from "../../../tools/versions/cell";
import { nodePackage, sdkPackages } from "../../../tools/versions/packages";
import { onlyPackages } from "./npm";
import { runOrThrow } from "./run";

const repository = path.resolve(__dirname, "../../..");

/**
 * Packs the package as it would be published and installs it into a folder, the way a user's program has it: a real
 * folder in node_modules, beside the versions of Pulumi and TypeScript that this repository is developed with, or
 * what a cell of the matrix of versions asks for.
 */
export async function installPackedPackage(folder: string): Promise<void> {
  await runOrThrow("npm", ["pack", "--json", "--pack-destination", folder], {
    directory: repository,
    environment: process.env,
  });
  const tarball = (await readdir(folder)).find((file) => file.endsWith(".tgz"));
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ private: true }));
  const { node, pulumi, sdk } = cellIn(process.env);
  const packages = [
    `./${tarball}`,
    pulumi ? `@pulumi/pulumi@${pulumi}` : await developedWith("@pulumi/pulumi"),
    await developedWith("typescript"),
    // The package takes what stands beside it, where its range allows that.
    ...(sdk ? sdkPackages.map((name) => `${name}@${sdk}`) : []),
    ...(node ? [`${nodePackage(process.platform, process.arch)}@${node}`] : []),
  ];
  await runOrThrow("npm", ["install", ...onlyPackages, "--loglevel=error", ...packages], {
    directory: folder,
    environment: process.env,
  });
}

async function developedWith(name: string): Promise<string> {
  const manifest = await readFile(path.join(repository, "node_modules", name, "package.json"), "utf8");
  return `${name}@${(JSON.parse(manifest) as { version: string }).version}`;
}
