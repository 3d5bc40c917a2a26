import path from "node:path";

/** The folders of PATH, in order. */
export function searchPath(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  const value = environment[pathVariable(environment, platform)] ?? "";
  return value.split(delimiterOn(platform)).filter((folder) => folder !== "");
}

/** A copy of the environment in which PATH begins with the folder. */
export function withFolderFirst(
  folder: string,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): NodeJS.ProcessEnv {
  const rest = searchPath(environment, platform).filter((other) => other !== folder);
  return {
    ...environment,
    [pathVariable(environment, platform)]: [folder, ...rest].join(delimiterOn(platform)),
  };
}

/** On Windows it is usually "Path", and only `process.env` itself, not a copy of it, ignores case. */
function pathVariable(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const spelled = Object.keys(environment).find((name) => name.toUpperCase() === "PATH");
  return platform === "win32" && spelled !== undefined ? spelled : "PATH";
}

function delimiterOn(platform: NodeJS.Platform): string {
  return platform === "win32" ? path.win32.delimiter : path.posix.delimiter;
}
