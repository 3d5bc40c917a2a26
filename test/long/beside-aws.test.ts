import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { minVersion } from "semver";
import { installation } from "../e2e/support/installation";
import { onlyPackages } from "../e2e/support/npm";
import { assertSucceeded } from "../e2e/support/outcome";
import { type Run, run } from "../e2e/support/run";
import { exampleCalled } from "../support/examples";
import { ownManifest } from "../support/packages";

/** The oldest of each major version that may stand beside the package, such as 7.2.0. */
const oldest = (ownManifest.peerDependencies?.["@pulumi/aws"] ?? "")
  .split("||")
  .map((range) => minVersion(range)?.version ?? "");

describe("@pulumi/aws beside the package", function () {
  this.timeout("4m");

  let tarball = "";
  before(async () => {
    const { folder } = installation();
    const [file = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
    tarball = path.join(folder, file);
  });
  const folders: string[] = [];
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  /** A new project with that version of @pulumi/aws, into which somebody installs the package. */
  async function installInto(version: string, ...options: string[]): Promise<Run & { folder: string }> {
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), "beside-aws-")));
    folders.push(folder);
    await writeFile(
      path.join(folder, "package.json"),
      JSON.stringify({ private: true, dependencies: { "@pulumi/aws": version } }),
    );
    const args = ["install", ...onlyPackages, ...options];
    const installed = await run("npm", [...args, tarball], { directory: folder, environment: process.env });
    return { ...installed, folder };
  }

  it("may be of version 6, from which one migrates, and of 7", () => {
    assert.deepEqual(
      oldest.map((version) => version.split(".")[0]),
      ["6", "7"],
    );
  });

  for (const version of oldest.flatMap((version) => [version, `^${version}`])) {
    it(`is taken by npm in version ${version}`, async () => {
      assertSucceeded(await installInto(version, "--package-lock-only"));
    });
  }

  it("isn't taken in a version that nobody has looked at", async () => {
    const refused = await installInto("^5.43.0", "--package-lock-only");
    assert.match(refused.stderr, /ERESOLVE/);
  });

  it("has all that programs with LoginDomain need in the oldest 7", async () => {
    const installed = await installInto(oldest[1] ?? "", ownTypeScript());
    assertSucceeded(installed);
    const { folder } = installed;
    const programs = ["login-domain", "failover"];
    for (const name of programs) {
      await cp(path.join(exampleCalled(name).folder, "index.ts"), path.join(folder, `${name}.ts`));
    }
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--skipLibCheck", "--types", "node"];
    const files = programs.map((name) => `${name}.ts`);
    const tsc = path.join(folder, "node_modules/.bin/tsc");
    assertSucceeded(await run(tsc, [...options, ...files], { directory: folder, environment: process.env }));
  });
});

function ownTypeScript(): string {
  return `typescript@${ownManifest.devDependencies?.["typescript"]}`;
}
