import { access, constants, stat } from "node:fs/promises";
import path from "node:path";

/** File names of what a Node.js program with dynamic resources needs. */
export interface Programs {
  readonly pulumi: string;
  readonly languageHost: string;
  readonly dynamicProvider: string;
}

export function programsOn(platform: NodeJS.Platform): Programs {
  const windows = platform === "win32";
  return {
    pulumi: windows ? "pulumi.exe" : "pulumi",
    languageHost: windows ? "pulumi-language-nodejs.exe" : "pulumi-language-nodejs",
    dynamicProvider: windows ? "pulumi-resource-pulumi-nodejs.cmd" : "pulumi-resource-pulumi-nodejs",
  };
}

/** The path of the program in the first folder that holds it. */
export async function findProgram(name: string, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const file = path.join(folder, name);
    if (await isProgram(file)) return file;
  }
  return undefined;
}

export async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    const stats = await stat(file);
    return stats.isFile() && stats.size > 0;
  } catch {
    return false;
  }
}
