import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { duration } from "../engine/progress";
import { type Cell, describeCell, variablesOf } from "./cell";
import { allCells, axesOf, someCells } from "./matrix";
import { nodePackage, sdkPackages } from "./packages";
import { publishedVersions } from "./published";

interface Flags extends Partial<Cell> {
  all?: true;
}

const examples = `
<version> is floor (the oldest that package.json allows), newest, a version, or a line such as 22.

Examples:
  $ npm run test:versions                                            # what CI runs
  $ npm run test:versions -- --all
  $ npm run test:versions -- --node 22 --pulumi floor --sdk newest
  $ npm run test:versions -- --node newest "test/e2e/**/*.test.ts"`;

const program = new Command("npm run test:versions --")
  .description("Run tests with the versions of Node.js, @pulumi/pulumi and the AWS SDK that are supported.")
  .argument("[files...]", "the tests that are run with each", ["test/versions/**/*.test.ts"])
  .option("--all", "every combination, and not only each version, and each pair of Pulumi and SDK, once")
  .option("--node <version>", "only this version of Node.js")
  .option("--pulumi <version>", "only this version of @pulumi/pulumi")
  .option("--sdk <version>", "only this version of the AWS SDK")
  .addHelpText("after", examples)
  .action(main);

async function main(files: readonly string[], { all, ...chosen }: Flags): Promise<void> {
  const axes = axesOf(await published(), chosen);
  const cells = all ? allCells(axes) : someCells(axes);
  const results: string[] = [];
  for (const [index, cell] of cells.entries()) {
    console.log(`\n== ${index + 1} of ${cells.length}: ${describeCell(cell)}`);
    const started = performance.now();
    const ending = await runTests(files, cell);
    // Whoever asks the tests to stop wants no further ones.
    if (typeof ending === "string") return void process.kill(process.pid, ending);
    if (ending !== 0) process.exitCode = 1;
    const outcome = ending === 0 ? "held  " : "FAILED";
    results.push(`${outcome}  ${describeCell(cell)}  (${duration(performance.now() - started)})`);
  }
  console.log(["", "== What held with which versions", ...results].join("\n"));
}

async function published(): Promise<Parameters<typeof axesOf>[0]> {
  const manifest = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8"));
  const { engines, peerDependencies, dependencies } = manifest as Record<string, Record<string, string>>;
  const [node, pulumi, sdk] = await Promise.all([
    publishedVersions([nodePackage(process.platform, process.arch)]),
    publishedVersions(["@pulumi/pulumi"]),
    publishedVersions(sdkPackages),
  ]);
  return {
    node: { range: engines?.["node"] ?? "", versions: node },
    pulumi: { range: peerDependencies?.["@pulumi/pulumi"] ?? "", versions: pulumi },
    sdk: { range: dependencies?.[sdkPackages[0]] ?? "", versions: sdk },
  };
}

const repository = path.resolve(__dirname, "../..");

/** Runs mocha, on the Node.js of this process: only what a user would run is run on the cell's. */
function runTests(files: readonly string[], cell: Cell): Promise<number | NodeJS.Signals> {
  const args = [require.resolve("mocha/bin/mocha.js"), "--config", "test/e2e/mocharc.cjs", ...files];
  const mocha = spawn(process.execPath, args, {
    cwd: repository,
    env: { ...process.env, ...variablesOf(cell) },
    stdio: "inherit",
  });
  const passOn = (signal: NodeJS.Signals) => mocha.kill(signal);
  for (const signal of passedOn) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    mocha.once("error", reject);
    mocha.once("exit", (exitCode, signal) => {
      for (const passed of passedOn) process.off(passed, passOn);
      resolve(signal ?? exitCode ?? 1);
    });
  });
}

const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

program.parseAsync().catch((error: unknown) => {
  console.error(`error: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
});
