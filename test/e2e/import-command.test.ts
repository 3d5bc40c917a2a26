import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { providerReference } from "../../provider/resource-type";
import { firstColumn, page } from "../support/markdown";
import { useCloud } from "./support/cloud";
import { cognitoDomain } from "./support/command";
import { certificate } from "./support/domains";
import { hermeticEnvironment } from "./support/environment";
import { installation, newFolder } from "./support/installation";
import { assertSucceeded, messagesOf } from "./support/outcome";
import { typescript } from "./support/programs";
import { type Run, run } from "./support/run";
import type { Outcome } from "./support/stack";
import { useStack } from "./support/story";

const documentation = page("docs/existing-domains.md");
const failover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "abcdef11-2222-3333" };
const strangersPool = "us-east-1_Stranger1";

describe("npx cognito-domain import", function () {
  this.timeout("2m");

  const cloud = useCloud();
  let pool: string;
  let otherPool: string;
  before(() => {
    const { emulator } = cloud;
    pool = emulator.createPool({ id: "us-east-1_AbCdEf123" }).id;
    emulator.createPool({ id: "us-east-1_Without1" });
    otherPool = emulator.createPool({ id: "us-east-1_Other1" }).id;
    emulator.createPool({ id: strangersPool, accountId: "999999999999" });
    emulator.createDomain({ domain: "shop", userPoolId: pool, managedLoginVersion: 2 });
    emulator.createDomain({
      domain: "auth.example.com",
      userPoolId: pool,
      certificateArn: certificate,
      securityPolicy: "TLS_V1_3_2025",
      managedLoginVersion: 2,
      failover,
    });
    emulator.createDomain({ domain: "shop-2", userPoolId: otherPool });
    emulator.createDomain({ domain: "strangers", userPoolId: strangersPool });
  });

  describe("of domains that are named", () => {
    const stack = useStack(cloud, () => typescript(""));
    let printed: Run;
    const ended: Run[] = [];
    before(async () => {
      printed = await command(stack.folder, "auth.example.com", "shop-2");
      await stack.write(typescript(printed.stdout));
      for (const line of commandsIn(printed.stderr)) ended.push(await pulumi(stack.folder, line));
    });

    it("prints what goes into the program, and what to do next beside it", () => {
      assertSucceeded(printed);
      assert.equal(
        printed.stdout,
        `import { UserPoolDomain } from "pulumi-cognito-domain";

const authExampleComDomain = new UserPoolDomain("auth-example-com", {
  domain: "auth.example.com",
  userPoolId: "us-east-1_AbCdEf123",
  customDomainConfig: {
    certificateArn: "${certificate}",
    securityPolicy: "TLS_V1_3_2025",
  },
  managedLoginVersion: 2,
  routing: {
    failover: {
      secondaryRegion: "us-west-2",
      primaryRoute53HealthCheckId: "abcdef11-2222-3333",
    },
  },
});

const shop2Domain = new UserPoolDomain("shop-2", {
  domain: "shop-2",
  userPoolId: "us-east-1_Other1",
  managedLoginVersion: 1,
});
`,
      );
      assert.equal(ended.length, 2);
      assert.match(printed.stderr, /now\. Next, with the Pulumi CLI 3\.254 or newer \(pulumi version\):$/m);
      assert.match(
        printed.stderr,
        /^But if two states hold the same domain, a later deploy of either can delete it\. .*:\n {2}npx cognito-domain migrate --help$/m,
      );
      assert.ok(documentation.includes(`\n${commandsIn(printed.stderr).join("\n")}\n`));
    });

    it("leads to a preview without a change, by the commands that it prints", async () => {
      for (const one of ended) assertSucceeded(one);
      const { resources, resource } = await stack.state();
      assert.deepEqual(resources.map(({ id }) => id).toSorted(), ["auth.example.com", "shop-2"]);
      const { inputs, outputs } = resource("auth-example-com");
      // The preview compares the program with the outputs alone.
      assert.deepEqual(inputs, {
        domain: "auth.example.com",
        userPoolId: pool,
        customDomainConfig: { certificateArn: certificate, securityPolicy: "TLS_V1_3_2025" },
        managedLoginVersion: 2,
        routing: { failover },
        __provider: providerReference,
      });
      assert.equal(outputs["status"], "ACTIVE");
      assert.deepEqual(outputs["routing"], { failover });
    });
  });

  describe("of a pool's domains, as protected children of a component", () => {
    const component = [
      'import * as pulumi from "@pulumi/pulumi";',
      'const site = new pulumi.ComponentResource("acme:index:Site", "Our site");',
    ];
    const stack = useStack(cloud, () => typescript(...component));
    let document: ImportDocument;
    const ended: Run[] = [];
    before(async () => {
      assertSucceeded(await stack.up());
      const [{ urn } = { urn: "" }] = (await stack.state()).resources;
      const options = ["--user-pool-id", pool, "--parent", `site=${urn}`, "--protect", "--json"];
      const printed = await command(stack.folder, ...options, "--out", "the domains.json");
      assertSucceeded(printed);
      document = JSON.parse(printed.stdout) as ImportDocument;
      await stack.write(typescript(...component, document.code));
      for (const line of document.commands) ended.push(await pulumi(stack.folder, line));
    });

    it("finds the prefix and the custom domain", () => {
      assert.deepEqual(
        document.domains.map(({ name, id, status, userPoolId, region }) => {
          return [name, id, status, userPoolId, region];
        }),
        [
          ["shop", "shop", "ACTIVE", pool, "us-east-1"],
          ["auth-example-com", "auth.example.com", "ACTIVE", pool, "us-east-1"],
        ],
      );
      assert.equal(document.file, "the domains.json");
      assert.deepEqual(document.domains[0]?.inputs, {
        domain: "shop",
        userPoolId: pool,
        managedLoginVersion: 2,
      });
      assert.deepEqual(document.warnings, []);
    });

    it("prints a document with the members that are documented", () => {
      const members = Object.keys(document);
      const [, table = ""] = documentation.split("\n`--json` prints one document:\n");
      assert.deepEqual(firstColumn(table).slice(0, members.length), members);
    });

    it("leads to a preview without a change, by the commands of the document", async () => {
      for (const one of ended) assertSucceeded(one);
      const { resources } = await stack.state();
      const [site, ...children] = resources;
      assert.equal(children.length, 2);
      for (const { parent, protect } of children) assert.deepEqual([parent, protect], [site?.urn, true]);
    });
  });

  describe("of all domains of the Region", () => {
    const stack = useStack(cloud, () => typescript(""));
    const ended: Run[] = [];
    let tooEarly: Outcome;
    before(async () => {
      const printed = await command(stack.folder, "--all");
      const [takeIn = "", look = ""] = commandsIn(printed.stderr);
      ended.push(printed, await pulumi(stack.folder, takeIn));
      tooEarly = await stack.up();
      await stack.write(typescript(printed.stdout));
      ended.push(await pulumi(stack.folder, look));
    });

    it("takes those of every pool of the account, and no other", async () => {
      for (const one of ended) assertSucceeded(one);
      assert.deepEqual((await stack.state()).resources.map(({ id }) => id).toSorted(), [
        "auth.example.com",
        "shop",
        "shop-2",
      ]);
    });

    it("lets nobody delete them who deploys a program without them meanwhile", () => {
      assert.notEqual(tooEarly.exitCode, 0);
      assert.match(messagesOf(tooEarly, "error"), /protected/);
      assert.deepEqual(tooEarly.calls, []);
    });

    it("leaves it to the program, from its next deploy on, whether they are protected", async () => {
      const up = await stack.up();
      assertSucceeded(up);
      assert.deepEqual([...new Set(up.steps.map(({ op }) => op))], ["same"]);
      assert.deepEqual(up.calls, []);
      for (const { protect = false } of (await stack.state()).resources) assert.equal(protect, false);
    });
  });

  describe("in all that", () => {
    it("only reads, and so do the import and the preview after it", () => {
      const called = new Set(cloud.emulator.calls.map(({ operation }) => operation));
      const reads = ["DescribeUserPool", "DescribeUserPoolDomain", "ListUserPools"];
      assert.deepEqual([...called].toSorted(), reads);
    });
  });

  describe("that fails", () => {
    let folder: string;
    before(async () => {
      folder = await newFolder("import");
    });

    it("names each that can't be had", async () => {
      const { exitCode, stderr } = await command(folder, "nobody", "shop", "nowhere");
      assert.equal(exitCode, 1);
      assert.match(
        stderr,
        /^error: There is no domain nobody in .*\nThere is no domain nowhere in [^\n]*\n$/,
      );
      assert.deepEqual(await readdir(folder), []);
    });

    it("names a profile that isn't there, and nothing else", async () => {
      const { exitCode, stderr } = await command(folder, "shop", "--profile", "nope");
      assert.equal(exitCode, 1);
      assert.match(
        stderr,
        /^error: There is no profile nope in .*no-such-file: correct --profile\. [^\n]*\n$/,
      );
    });

    it("says what to do, and writes nothing, though something was found", async () => {
      const { exitCode, stdout, stderr } = await command(folder, "shop", "strangers");
      assert.deepEqual([exitCode, stdout], [1, ""]);
      assert.match(
        stderr,
        /^error: strangers is on user pool us-east-1_Stranger1 of AWS account 999999999999, which is not in the account of these credentials: .*--profile.*\n$/,
      );
      assert.deepEqual(await readdir(folder), []);
    });

    it("calls nothing when the file is there already", async () => {
      const calls = cloud.emulator.calls.length;
      await writeFile(path.join(folder, "import.json"), "precious");
      const { exitCode, stdout, stderr } = await command(folder, "shop");
      assert.deepEqual([exitCode, stdout], [1, ""]);
      assert.match(stderr, /^error: import\.json is there already, and isn't overwritten: .*--out\.\n$/);
      assert.equal(cloud.emulator.calls.length, calls);
    });

    it("ends with 2 when it isn't understood", async () => {
      const { exitCode, stdout, stderr } = await command(folder, "shop", "--all");
      assert.deepEqual([exitCode, stdout], [2, ""]);
      assert.equal(stderr, "error: give either domains, or --user-pool-id, or --all\n");
    });
  });

  it("shows an example in its help", async () => {
    const { exitCode, stdout } = await command(installation().folder, "--help");
    assert.equal(exitCode, 0);
    assert.match(stdout, /\$ npx cognito-domain import auth\.example\.com/);
    assert.match(stdout, /state has already is for: npx cognito-domain migrate$/m);
  });

  function command(directory: string, ...options: string[]): Promise<Run> {
    return cognitoDomain(cloud, directory, "import", ...options);
  }

  /** Runs a command that was printed, as a shell would, on the stack in that folder. */
  function pulumi(directory: string, line: string): Promise<Run> {
    const [, ...words] = (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ""));
    const options = ["--stack", "dev", "--non-interactive", "--color", "never"];
    return run(installation().pulumi, [...words, ...options], {
      directory,
      environment: hermeticEnvironment(cloud.emulator.environment),
    });
  }
});

/** What `--json` prints. */
interface ImportDocument {
  file: string;
  domains: { name: string; id: string; status: string; userPoolId: string; region: string; inputs: object }[];
  code: string;
  commands: string[];
  warnings: string[];
}

function commandsIn(text: string): string[] {
  return [...text.matchAll(/^ +(pulumi .*)$/gm)].map(([, command = ""]) => command);
}
