import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import ts from "typescript";
import { typescriptOf } from "../../../code/typescript";
import { declarations, identifiersOfParents } from "./declarations";

const repository = path.resolve(__dirname, "../../..");

describe("the TypeScript for any domains", () => {
  const text = typescriptOf(declarations);

  it("is formatted as the formatter leaves it", function () {
    this.timeout("30s");
    const biome = require.resolve("@biomejs/biome/bin/biome");
    const formatted = execFileSync(process.execPath, [biome, "format", "--stdin-file-path=index.ts"], {
      cwd: repository,
      input: text,
      encoding: "utf8",
    });
    assert.equal(text, formatted);
  });

  it("type-checks", function () {
    this.timeout("1m");
    const parents = new Set(Object.values(identifiersOfParents));
    const declared = [...parents].map((name) => `${name}: pulumi.Resource`).join(", ");
    const before = `import type * as pulumi from "@pulumi/pulumi";\ndeclare const ${declared};\n`;
    assert.deepEqual(problemsIn(before + text), []);
  });
});

/** What the compiler says of a program that uses the package. */
function problemsIn(text: string): string[] {
  const file = path.join(__dirname, "index.ts");
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    types: ["node"],
    paths: { "pulumi-cognito-domain": [path.join(repository, "provider/index.ts")] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? text : readFile(name));
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .filter((problem) => problem.file?.fileName === file)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
