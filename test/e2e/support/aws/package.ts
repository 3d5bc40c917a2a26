import { existsSync } from "node:fs";
import { cp, rename, rm } from "node:fs/promises";
import path from "node:path";
import { installation, newFolder } from "../installation";

const source = path.dirname(require.resolve("@pulumi/aws/package.json"));

/**
 * Puts the `@pulumi/aws` that this repository is developed with beside the installed package, once for a run, and only
 * where a test needs it: npm takes long over its 11,000 files. A link wouldn't do, since the program would have the
 * `@pulumi/pulumi` of this repository then beside its own. Declarations are left out: nothing is type-checked there.
 */
export async function installAws(): Promise<void> {
  const target = path.join(installation().folder, "node_modules", "@pulumi", "aws");
  if (existsSync(target)) return;
  const folder = await newFolder("aws");
  await cp(source, folder, { recursive: true, filter: (file) => !/\.(d\.ts|map)$/.test(file) });
  await rename(folder, target).catch(async (error) => {
    // Another process of this run was quicker.
    if (!existsSync(target)) throw error;
    await rm(folder, { recursive: true });
  });
}
