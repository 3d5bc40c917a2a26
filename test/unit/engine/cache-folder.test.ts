import assert from "node:assert/strict";
import { engineFolder } from "../../../tools/engine/cache-folder";
import { realSurroundings } from "../../../tools/engine/surroundings";

describe("the folder of a made engine", () => {
  const cases = [
    ["~/.cache on Linux", "linux", {}, "/home/me/.cache"],
    ["XDG_CACHE_HOME on Linux", "linux", { XDG_CACHE_HOME: "/xdg" }, "/xdg"],
    ["~/.cache for a relative XDG_CACHE_HOME", "linux", { XDG_CACHE_HOME: "xdg" }, "/home/me/.cache"],
    ["~/Library/Caches on macOS", "darwin", { XDG_CACHE_HOME: "/xdg" }, "/home/me/Library/Caches"],
    ["LOCALAPPDATA on Windows", "win32", { LOCALAPPDATA: "/local" }, "/local"],
  ] as const;
  for (const [where, platform, environment, parent] of cases) {
    it(`is in ${where}`, () => {
      const surroundings = {
        ...realSurroundings(),
        platform,
        environment,
        arch: "x64",
        homeDirectory: "/home/me",
      };

      assert.equal(
        engineFolder(surroundings),
        `${parent}/pulumi-cognito-domain/engine/3.255.0-${platform}-x64`,
      );
    });
  }
});
