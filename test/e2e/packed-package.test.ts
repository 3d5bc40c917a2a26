import assert from "node:assert/strict";
import { lstat, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { hermeticEnvironment } from "./support/environment";
import { installation } from "./support/installation";
import { runOrThrow } from "./support/run";

describe("the packed package in a user's folder", () => {
  const packageFolder = () => path.join(installation().folder, "node_modules", "pulumi-cognito-domain");

  /** What a script prints as JSON, run as a program of the user's. */
  async function printedBy(script: string, ...options: string[]): Promise<unknown> {
    const args = [...options, "--eval", script];
    const { folder: directory } = installation();
    const environment = hermeticEnvironment();
    const { stdout } = await runOrThrow(process.execPath, args, { directory, environment });
    return JSON.parse(stdout);
  }

  it("is a real folder, and not a link into the sources", async () => {
    assert.ok((await lstat(packageFolder())).isDirectory());
  });

  it("holds what runs, its types, its documentation, the licence, and nothing else", async () => {
    const files = await readdir(packageFolder());
    const expected = [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "dist",
      "docs",
      "examples",
      "node_modules",
      "package.json",
    ];
    assert.deepEqual(
      files.filter((file) => !expected.includes(file)),
      [],
    );
    assert.deepEqual((await readdir(path.join(packageFolder(), "dist"))).toSorted(), [
      "cli",
      "code",
      "emulator",
      "login-domain",
      "provider",
      "report",
    ]);
  });

  it("loads of other packages only Pulumi into a program", async () => {
    const loaded = await printedBy(`
      require("@pulumi/pulumi");
      const before = new Set(Object.keys(require.cache));
      require("pulumi-cognito-domain");
      const added = Object.keys(require.cache).filter((file) => !before.has(file));
      console.log(JSON.stringify(added));
    `);
    const foreign = (loaded as string[]).filter((file) => !file.startsWith(packageFolder() + path.sep));
    assert.deepEqual(foreign, []);
    assert.ok(
      (loaded as string[]).length < 5,
      `a program should load a few files only: ${JSON.stringify(loaded)}`,
    );
  });

  it("loads the AWS SDK into the provider only once it is used", async () => {
    const loaded = await printedBy(`
      require("pulumi-cognito-domain/provider");
      console.log(JSON.stringify(Object.keys(require.cache)));
    `);
    assert.deepEqual(
      (loaded as string[]).filter((file) => /[\\/]@(aws-sdk|smithy)[\\/]/.test(file)),
      [],
    );
  });

  const entries = {
    "pulumi-cognito-domain": ["UserPoolDomain"],
    "pulumi-cognito-domain/provider": ["provider"],
    "pulumi-cognito-domain/report": [
      "markerOf",
      "planChange",
      "readPreview",
      "renderReport",
      "reportOn",
      "reportSchema",
    ],
    "pulumi-cognito-domain/emulator": ["messages", "serviceQuotas", "startEmulator", "virtualClock"],
  };
  for (const [entry, names] of Object.entries(entries)) {
    it(`gives ${names.join(" and ")} to require("${entry}")`, async () => {
      const script = `console.log(JSON.stringify(Object.keys(require("${entry}")).sort()))`;
      assert.deepEqual(await printedBy(script), names);
    });

    it(`gives ${names.join(" and ")} to an import from "${entry}" in an ES module`, async () => {
      const script = `
        import { ${names.join(", ")} } from "${entry}";
        console.log(JSON.stringify([${names.map((name) => `typeof ${name}`).join(", ")}]));
      `;
      const types = (await printedBy(script, "--input-type=module")) as string[];
      assert.ok(types.length === names.length && !types.includes("undefined"));
    });
  }

  it("gives its package.json to tools that ask for it", async () => {
    const script = 'console.log(JSON.stringify(require("pulumi-cognito-domain/package.json").name))';
    assert.equal(await printedBy(script), "pulumi-cognito-domain");
  });

  it("names no path of the machine it was packed on", async () => {
    const files = await readdir(path.join(packageFolder(), "dist"), { recursive: true });
    const repository = path.resolve(__dirname, "../..");
    for (const file of files.filter((file) => file.endsWith(".js") || file.endsWith(".ts"))) {
      const text = await readFile(path.join(packageFolder(), "dist", file), "utf8");
      assert.ok(!text.includes(repository), file);
    }
  });
});
