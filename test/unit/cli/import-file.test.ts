import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { importedDomain, importFileName, requireFree, writeImportFile } from "../../../cli/import-file";
import { providerReference, resourceType } from "../../../provider/resource-type";

describe("an import file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "import-file-"));
    file = path.join(folder, "import.json");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const values = {
    inputs: { domain: "shop", userPoolId: "pool" },
    outputs: { domain: "shop", status: "ACTIVE" },
  };

  it("has a domain with inputs and outputs, both with the provider, so that the engine reads nothing", () => {
    assert.deepEqual(importedDomain("login", values, { parent: "app" }), {
      type: resourceType,
      name: "login",
      id: "shop",
      parent: "app",
      inputs: { ...values.inputs, __provider: providerReference },
      outputs: { ...values.outputs, __provider: providerReference },
    });
    assert.ok(!("parent" in importedDomain("login", values)));
  });

  it("is written as JSON that people can read", async () => {
    const content = { resources: [importedDomain("login", values)] };
    await requireFree(file);
    await writeImportFile(file, content);
    const text = readFileSync(file, "utf8");
    assert.deepEqual(JSON.parse(text), content);
    assert.match(text, /^\{\n {2}"resources": \[\n.*\n\}\n$/s);
  });

  it("is for its owner alone, since it may hold secrets", async function () {
    if (process.platform === "win32") this.skip();
    await writeImportFile(file, { resources: [] });
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it("is as good as written where it is there just like this", async () => {
    await writeImportFile(file, { resources: [] });
    await writeImportFile(file, { resources: [] });
    await assert.rejects(
      writeImportFile(file, { resources: [importedDomain("login", values)] }),
      /is there already, and isn't overwritten/,
    );
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), { resources: [] });
  });

  it("has a name, which isn't that of the standard output", () => {
    assert.equal(importFileName("domains.json"), "domains.json");
    assert.throws(() => importFileName("-"), /can't go to the standard output.*: name a file/);
    assert.throws(() => importFileName(""), /It is empty\./);
  });

  it("isn't there because it was found to be free", async () => {
    await requireFree(file);
    assert.deepEqual(readdirSync(folder), []);
  });

  for (const [what, work] of [
    ["is asked whether it is free", (path: string) => requireFree(path)],
    ["is written", (path: string) => writeImportFile(path, { resources: [] })],
  ] as const) {
    describe(`that ${what}`, () => {
      it("leaves what is there alone, and says what to do", async () => {
        writeFileSync(file, "precious");
        await assert.rejects(work(file), {
          message: `${file} is there already, and isn't overwritten: remove it, or name another with --out.`,
        });
        assert.equal(readFileSync(file, "utf8"), "precious");
      });

      it("counts a folder and a link to nothing as there", async () => {
        mkdirSync(file);
        await assert.rejects(work(file), /is there already/);
        const link = path.join(folder, "link.json");
        symlinkSync(path.join(folder, "nowhere.json"), link);
        await assert.rejects(work(link), /is there already/);
      });

      it("says why it can't be written", async () => {
        const nowhere = path.join(folder, "nowhere", "import.json");
        await assert.rejects(work(nowhere), /nowhere\/import\.json can't be written \(ENOENT.*--out/);
      });
    });
  }

  it("leaves no part of itself behind when it can't be written to its end", async () => {
    const endless: { resources: never[]; self?: unknown } = { resources: [] };
    endless.self = endless;
    await assert.rejects(writeImportFile(file, endless), /can't be written/);
    assert.deepEqual(readdirSync(folder), []);
  });
});
