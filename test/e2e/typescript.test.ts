import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { useCloud } from "./support/cloud";
import { certificate } from "./support/domains";
import { hermeticEnvironment } from "./support/environment";
import { installation, newFolder } from "./support/installation";
import { assertSucceeded, everythingShown, operationsOfEngine } from "./support/outcome";
import { typescript } from "./support/programs";
import { type Run, run } from "./support/run";
import { outcomeOf, useStack } from "./support/story";

const program = [
  'import * as pulumi from "@pulumi/pulumi";',
  'import { UserPoolDomain, type UserPoolDomainArgs, type SecurityPolicy } from "pulumi-cognito-domain";',
  "const config = new pulumi.Config();",
  'const policy: SecurityPolicy = "TLS_V1_3_2025";',
  "const args: UserPoolDomainArgs = {",
  '  domain: "auth.example.com",',
  '  userPoolId: pulumi.output(config.get("userPoolId") ?? "us-east-1_AbCdEf123"),',
  `  customDomainConfig: { certificateArn: pulumi.secret("${certificate}"), securityPolicy: policy },`,
  '  timeouts: { create: "30m" },',
  "};",
  'const login = new UserPoolDomain("login", args, { protect: false });',
  'const found = UserPoolDomain.get("found", "auth.example.com", {}, { parent: login });',
  "export const baseUrl: pulumi.Output<string> = login.baseUrl;",
  "export const status: pulumi.Output<string> = found.status;",
];

describe("a program in TypeScript", () => {
  const cloud = useCloud();

  describe("that uses the package as it is documented", () => {
    const stack = useStack(cloud, () =>
      typescript(...program.filter((line) => !line.includes("found")), "void baseUrl;"),
    );
    const up = outcomeOf(() => {
      cloud.emulator.createPool({ id: "us-east-1_AbCdEf123" });
      return stack.up();
    });

    it("compiles in the engine and runs", () => {
      assertSucceeded(up);
      assert.deepEqual(operationsOfEngine(up), ["create login"]);
    });
  });

  describe("that gives a value which no type allows", () => {
    const stack = useStack(cloud, () =>
      typescript(...program.map((line) => line.replace("TLS_V1_3_2025", "TLS_V1_4"))),
    );
    const preview = outcomeOf(() => stack.preview());

    it("doesn't compile", () => {
      assert.notEqual(preview.exitCode, 0);
      assert.match(everythingShown(preview), /Type '"TLS_V1_4"' is not assignable to type 'SecurityPolicy'/);
    });
  });

  for (const [described, options] of [
    ["Pulumi's template of today", { module: "nodenext", moduleResolution: "nodenext", skipLibCheck: false }],
    [
      "Pulumi's template of earlier years",
      { module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "6.0" },
    ],
  ] as const) {
    it(`compiles with the options of ${described}`, async function () {
      this.timeout("1m");
      const { exitCode, stdout } = await compile(program, options);
      assert.equal(exitCode, 0, stdout);
    });
  }

  async function compile(lines: readonly string[], options: object): Promise<Run> {
    const folder = await newFolder("compiled");
    const compilerOptions = { strict: true, noEmit: true, target: "es2022", skipLibCheck: true, ...options };
    const emulated = [
      'import { type Emulator, startEmulator } from "pulumi-cognito-domain/emulator";',
      "export const started: Promise<Emulator> = startEmulator();",
    ];
    await writeFile(path.join(folder, "index.ts"), lines.join("\n"));
    await writeFile(path.join(folder, "emulated.ts"), emulated.join("\n"));
    await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    const compiler = path.join(installation().folder, "node_modules", "typescript", "bin", "tsc");
    return run(process.execPath, [compiler, "--project", folder], {
      directory: folder,
      environment: hermeticEnvironment(),
    });
  }
});
