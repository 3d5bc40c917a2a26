import type * as Automation from "@pulumi/pulumi/automation";
import { SemVer } from "semver";

/** Puts the CLI and its plugins into the folder `bin` of `root`. */
export type InstallOfficialCli = (root: string, version: string, signal: AbortSignal) => Promise<void>;

export const installOfficialCli: InstallOfficialCli = async (root, version, signal) => {
  // Here, since loading it takes longer than a whole search that ends in the cache; and `import()` doesn't find it.
  const { PulumiCommand } = require("@pulumi/pulumi/automation") as typeof Automation;
  await Promise.race([PulumiCommand.install({ root, version: new SemVer(version) }), abortion(signal)]);
};

/** `PulumiCommand.install` takes no signal: it is left behind. */
function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
