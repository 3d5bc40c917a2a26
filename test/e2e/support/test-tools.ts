import { mkdir, symlink } from "node:fs/promises";
import path from "node:path";
import { hermeticEnvironment } from "./environment";

const modules = path.join(__dirname, "../../../node_modules");

/**
 * Gives a project the packages that it tests itself with, from where this repository has them. @returns the environment
 * in which its commands are found, too
 */
export async function linkTestTools(folder: string): Promise<NodeJS.ProcessEnv> {
  await mkdir(path.join(folder, "node_modules", "@types"), { recursive: true });
  for (const name of ["mocha", "@types/mocha", "ts-node"]) {
    await symlink(path.join(modules, name), path.join(folder, "node_modules", name));
  }
  const { PATH, ...others } = hermeticEnvironment();
  return { ...others, PATH: [path.join(modules, ".bin"), PATH].join(path.delimiter) };
}
