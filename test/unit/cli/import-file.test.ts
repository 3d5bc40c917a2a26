import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { importedDomain, requireFree, writeImportFile } from "../../../cli/import-file";
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
    assert.deepEqual(importedDomain("login", values, "app"), {
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
