import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
  DescribeUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { codeFor, page } from "../support/markdown";
import { installedCommand } from "./support/command";
import { hermeticEnvironment } from "./support/environment";
import { newFolder } from "./support/installation";
import { type Run, run } from "./support/run";

const userPoolId = "us-east-1_AbCdEf123";

describe("npx cognito-domain emulator", function () {
  this.timeout("30s");

  let folder: string;
  beforeEach(async () => {
    folder = await newFolder("emulator");
    await writeFile(path.join(folder, "pools.json"), JSON.stringify({ pools: [{ id: userPoolId }] }));
  });

  it("prints lines to paste that lead a client to it, and stops cleanly on Ctrl-C", async () => {
    const emulator = await start("--seed", "pools.json");
    await createShop(emulator.endpoint);
    assert.deepEqual(await emulator.stop("SIGINT"), { code: 0, signal: null });

    const [listening, forget, ...rest] = emulator.lines;
    assert.match(
      listening ?? "",
      /^# The embedded Cognito listens at http:\/\/127\.0\.0\.1:\d+ until Ctrl-C\./,
    );
    assert.equal(forget, "unset AWS_PROFILE AWS_SESSION_TOKEN");
    assert.deepEqual(rest.slice(0, -3), [
      `export AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${emulator.endpoint}`,
      `export AWS_ENDPOINT_URL_STS=${emulator.endpoint}`,
      "export AWS_REGION=us-east-1",
      "export AWS_DEFAULT_REGION=us-east-1",
      "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE",
      "export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    ]);
    const [calls, create, stopped] = rest.slice(-3);
    assert.equal(calls, "# Its calls:");
    assert.match(
      create ?? "",
      /^\d\d:\d\d:\d\d\.\d{3}Z {2}CreateUserPoolDomain {2}us-east-1 {2}shop {2}200$/,
    );
    assert.equal(stopped, "# Stopped.");
  });

  for (const signal of ["SIGTERM", "SIGHUP"] as const) {
    it(`stops cleanly on ${signal}`, async () => {
      assert.deepEqual(await (await start()).stop(signal), { code: 0, signal: null });
    });
  }

  it("prints a line of JSON for each event with --json", async () => {
    const emulator = await start("--json", "--seed", "pools.json");
    await createShop(emulator.endpoint);
    await emulator.stop("SIGINT");
    const events = emulator.lines.map((line) => JSON.parse(line));
    assert.deepEqual(
      events.map(({ event }) => event),
      ["listening", "call", "stopped"],
    );
    assert.equal(events[0].environment.AWS_ENDPOINT_URL_STS, emulator.endpoint);
    assert.deepEqual(events[1].request, { Domain: "shop", UserPoolId: userPoolId });
  });

  it("takes the seed of the documentation", async () => {
    await writeFile(path.join(folder, "pools.json"), codeFor("pools.json", page("docs/emulator.md")));
    const emulator = await start("--seed", "pools.json");
    assert.equal(await statusAt(emulator.endpoint, "auth.example.com"), "ACTIVE");
    await emulator.stop("SIGINT");
  });

  it("keeps what it was told in the state file, even when it is killed", async () => {
    const options = [
      "--seed",
      "pools.json",
      "--state",
      "state.json",
      "--durations",
      "realistic",
      "--speed",
      "60",
    ];
    const killed = await start(...options);
    await createShop(killed.endpoint);
    await killed.stop("SIGKILL");

    const next = await start(...options);
    assert.equal(next.lines[0], "# pools.json is left out: the state file holds what was there before.");
    assert.match((await statusAt(next.endpoint, "shop")) ?? "", /^(CREATING|ACTIVE)$/);
    await next.stop("SIGINT");
  });

  it("leaves a state file alone that isn't one", async () => {
    await writeFile(path.join(folder, "state.json"), "precious");
    const { exitCode, stderr } = await emulatorCommand("--state", "state.json");
    assert.equal(exitCode, 1);
    assert.match(
      stderr,
      /^error: The state file state\.json holds no state of the emulator, and is left as it is/,
    );
    assert.equal(await readFile(path.join(folder, "state.json"), "utf8"), "precious");
  });

  it("says which port is taken", async () => {
    const emulator = await start();
    const { port } = new URL(emulator.endpoint);
    const { exitCode, stderr } = await emulatorCommand("--port", port);
    assert.equal(exitCode, 1);
    assert.equal(
      stderr,
      `error: Port ${port} is taken. Choose another, or leave --port out to have a free one picked.\n`,
    );
    await emulator.stop("SIGINT");
  });

  const mistakes: [string, string[], RegExp, exitCode?: number][] = [
    [
      "a port that is none",
      ["--port", "70000"],
      /--port <number>' argument '70000' is invalid\. A port is at most 65535\./,
      2,
    ],
    [
      "a speed of nothing",
      ["--speed", "0"],
      /--speed <factor>' argument '0' is invalid\. It isn't a number above 0\./,
      2,
    ],
    ["other durations", ["--durations", "slow"], /Allowed choices are quick, realistic\./, 2],
    [
      "an option that isn't there",
      ["--ports", "1"],
      /unknown option '--ports'\n\(Did you mean --port\?\)/,
      2,
    ],
    [
      "no Region",
      ["--region", "moon"],
      /--region <region>' argument 'moon' is invalid\. It isn't the name of an AWS Region/,
      2,
    ],
    [
      "a domain of the seed",
      ["--seed", "lonely.json"],
      /^error: The seed lonely\.json can't be used\. There is no user pool us-east-1_AbCdEf123 for the domain shop\.\n$/,
    ],
    [
      "a state file that is a folder",
      ["--state", "."],
      /^error: The state file \. can't be read: EISDIR.+\.\n$/,
    ],
    [
      "a seed that isn't there",
      ["--seed", "none.json"],
      /^error: The seed none\.json can't be used\. ENOENT/,
    ],
    [
      "a seed that isn't one",
      ["--seed", "bad.json"],
      /^error: The seed bad\.json can't be used\. .*pools\[0\]\.tier \("GOLD"\): /,
    ],
  ];
  for (const [what, options, complaint, expected = 1] of mistakes) {
    it(`says what is wrong with ${what}, without a stack`, async () => {
      await writeFile(path.join(folder, "bad.json"), JSON.stringify({ pools: [{ tier: "GOLD" }] }));
      const lonely = { domains: [{ domain: "shop", userPoolId }] };
      await writeFile(path.join(folder, "lonely.json"), JSON.stringify(lonely));
      const { exitCode, stdout, stderr } = await emulatorCommand(...options);
      assert.equal(exitCode, expected);
      assert.equal(stdout, "");
      assert.match(stderr, complaint);
      assert.doesNotMatch(stderr, /^\s+at /m);
    });
  }

  /** Runs a command that ends by itself. */
  function emulatorCommand(...options: string[]): Promise<Run> {
    return run(process.execPath, [installedCommand(), "emulator", ...options], {
      directory: folder,
      environment: hermeticEnvironment(),
    });
  }

  /** Starts the command and waits until it listens. */
  async function start(...options: string[]): Promise<Running> {
    const child = spawn(process.execPath, [installedCommand(), "emulator", ...options], {
      cwd: folder,
      env: hermeticEnvironment(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    const output = createInterface(child.stdout).on("line", (line) => lines.push(line));
    while (!lines.some((line) => line.includes("listen"))) await once(output, "line");
    return running(child, lines);
  }
});

interface Running {
  readonly endpoint: string;
  /** What it has printed. */
  readonly lines: readonly string[];
  stop(signal: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }>;
}

function running(child: ChildProcessByStdio<null, Readable, null>, lines: string[]): Running {
  return {
    endpoint: /http:\/\/[\d.:]+/.exec(lines.join("\n"))?.[0] ?? "",
    lines,
    async stop(signal) {
      child.kill(signal);
      const [code, by] = await once(child, "close");
      return { code, signal: by };
    },
  };
}

async function createShop(endpoint: string): Promise<void> {
  const client = clientFor(endpoint);
  await client.send(new CreateUserPoolDomainCommand({ Domain: "shop", UserPoolId: userPoolId }));
  client.destroy();
}

async function statusAt(endpoint: string, domain: string): Promise<string | undefined> {
  const client = clientFor(endpoint);
  const { DomainDescription } = await client.send(new DescribeUserPoolDomainCommand({ Domain: domain }));
  client.destroy();
  return DomainDescription?.Status;
}

function clientFor(endpoint: string): CognitoIdentityProviderClient {
  const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" };
  return new CognitoIdentityProviderClient({ endpoint, region: "us-east-1", credentials });
}
