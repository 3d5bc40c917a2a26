import path from "node:path";
import type { Surroundings } from "./surroundings";
import { wantedVersion } from "./versions";

/** The folder of the downloaded or built engine; its programs are in its folder `bin`. */
export function engineFolder(surroundings: Surroundings): string {
  const name = `${wantedVersion}-${surroundings.platform}-${surroundings.arch}`;
  return path.join(userCacheFolder(surroundings), "pulumi-cognito-domain", "engine", name);
}

function userCacheFolder({ environment, homeDirectory, platform }: Surroundings): string {
  switch (platform) {
    case "win32":
      return absolute(environment["LOCALAPPDATA"]) ?? path.join(homeDirectory, "AppData", "Local");
    case "darwin":
      return path.join(homeDirectory, "Library", "Caches");
    default:
      return absolute(environment["XDG_CACHE_HOME"]) ?? path.join(homeDirectory, ".cache");
  }
}

/** The XDG specification tells to ignore a relative path. */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.isAbsolute(folder) ? folder : undefined;
}
