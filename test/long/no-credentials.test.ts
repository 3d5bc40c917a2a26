import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Fault } from "../../emulator/index";
import type { DomainInputs } from "../../provider/inputs";
import { useCloud } from "../e2e/support/cloud";
import { cognitoDomainIn } from "../e2e/support/command";
import { prefixDomain } from "../e2e/support/domains";
import { installation, newFolder } from "../e2e/support/installation";
import { assertSucceeded } from "../e2e/support/outcome";
import { domainProgram } from "../e2e/support/programs";
import type { Run } from "../e2e/support/run";
import type { Outcome, Stack } from "../e2e/support/stack";
import { useStack } from "../e2e/support/story";
import { useWireTap, type WireTap } from "../e2e/support/wire-tap";

/** One way in which credentials are given, and what of them must be seen nowhere. */
interface Access {
  name: string;
  environment: Readonly<Record<string, string>>;
  plain(tap: WireTap): Record<string, string> | Promise<Record<string, string>>;
  secret(tap: WireTap): Record<string, string>;
  hidden: readonly string[];
  faults: readonly Fault[];
}

const accessKey = "AKIAI44QH8DHBEXAMPLE";
const secretKey = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";
const token = "FwoGZXIvYXdzEBYaDtoken+EXAMPLE/4711==";
const externalId = "external:id/EXAMPLE+4711";
const identityToken = "eyJhbGciOiJSUzI1NiJ9.EXAMPLE/4711==.c2lnbmF0dXJl";
const password = 'proxy"password/EXAMPLE';
const role = "arn:aws:iam::123456789012:role/deploy";

/** Each resource and command gets along without what the emulator's own environment would say. */
const nothing = {
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: undefined,
  AWS_ENDPOINT_URL_STS: undefined,
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
};

const endpoints = ({ endpoint }: WireTap) => ({
  "aws:region": "us-east-1",
  "aws:maxRetries": "1",
  "aws:endpoints[0].cognitoidp": endpoint,
  "aws:endpoints[0].sts": endpoint,
});

/** What goes wrong with the calls, each in an `up` of its own. */
const refused: Fault = { operation: "CreateUserPoolDomain", error: { name: "NotAuthorizedException" } };
const refusedUpdate: Fault = {
  operation: "UpdateUserPoolDomain",
  error: { name: "NotAuthorizedException" },
};
const refusedDelete: Fault = {
  operation: "DeleteUserPoolDomain",
  error: { name: "AccessDeniedException" },
};
const broken: Fault = { operation: "*", drop: "before", times: "always" };
const faults: Fault[] = [
  refused,
  broken,
  { operation: "CreateUserPoolDomain", error: { name: "ExpiredTokenException" } },
  { operation: "*", garbage: "before", times: "always" },
  { operation: "CreateUserPoolDomain", domainStatus: "FAILED" },
];

const accesses: Access[] = [
  {
    name: "secret keys, a token and a role in the stack configuration",
    environment: {},
    plain: (tap) => ({ ...endpoints(tap), "aws:accessKey": accessKey }),
    secret: () => ({
      "aws:secretKey": secretKey,
      "aws:token": token,
      "aws:assumeRoles": JSON.stringify([{ roleArn: role, externalId }]),
    }),
    hidden: [secretKey, token, externalId],
    faults,
  },
  {
    name: "keys and a token in the environment",
    environment: {
      AWS_ACCESS_KEY_ID: accessKey,
      AWS_SECRET_ACCESS_KEY: secretKey,
      AWS_SESSION_TOKEN: token,
    },
    plain: endpoints,
    secret: () => ({}),
    hidden: [secretKey, token],
    faults: [refused],
  },
  {
    name: "a secret web identity token in the stack configuration",
    environment: {},
    plain: endpoints,
    secret: () => ({
      "aws:assumeRoleWithWebIdentity": JSON.stringify({ roleArn: role, webIdentityToken: identityToken }),
    }),
    hidden: [identityToken],
    faults: [{ operation: "AssumeRoleWithWebIdentity", error: { name: "IDPRejectedClaim" } }],
  },
  {
    name: "a proxy with a secret password",
    environment: { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey },
    plain: (tap) => ({
      ...endpoints(tap),
      "aws:endpoints[0].cognitoidp": "http://cognito.example.test",
    }),
    secret: ({ endpoint }) => ({ "aws:httpProxy": withPassword(endpoint) }),
    hidden: [password, secretKey],
    faults: [broken],
  },
  {
    name: "a profile of shared files, with keys of another and a role",
    environment: {},
    plain: async (tap) => {
      const { config, credentials } = await sharedFiles();
      return {
        ...endpoints(tap),
        "aws:profile": "deploy",
        "aws:sharedConfigFiles[0]": config,
        "aws:sharedCredentialsFiles[0]": credentials,
      };
    },
    secret: () => ({}),
    hidden: [secretKey, token, externalId],
    faults: [refused, { operation: "AssumeRole", error: { name: "AccessDenied", status: 403 } }],
  },
];

for (const access of accesses) {
  describe(`Credentials: ${access.name}`, () => {
    const cloud = useCloud();
    const tap = useWireTap(cloud);
    let wanted: DomainInputs;
    const stack = useStack(
      cloud,
      () => {
        wanted = prefixDomain(cloud, { timeouts: { create: "2s" } });
        return domainProgram(wanted);
      },
      () => ({ ...nothing, ...access.environment }),
    );
    const failed: Outcome[] = [];
    const succeeded: Outcome[] = [];
    before(async function () {
      this.timeout("10m");
      const command = commandsWithLogs(stack);
      await stack.configure(await access.plain(tap));
      for (const [key, value] of Object.entries(access.secret(tap))) await stack.configureSecret(key, value);
      succeeded.push(await command("preview"));
      for (const fault of access.faults) failed.push(await failing(fault, () => command("up")));
      succeeded.push(await command("up"), await command("refresh"));
      await stack.write(domainProgram({ ...wanted, managedLoginVersion: 2 }));
      failed.push(await failing(refusedUpdate, () => command("up")));
      succeeded.push(await command("up"));
      await stack.write(domainProgram({ ...wanted, domain: "store" }));
      succeeded.push(await command("up"));
      failed.push(await failing(refusedDelete, () => command("destroy")));
      succeeded.push(await command("destroy"));
    });
    const hidden = () => [...access.hidden, ...tap.credentials];

    async function failing(fault: Fault, command: () => Promise<Outcome>): Promise<Outcome> {
      cloud.emulator.inject(fault);
      const outcome = await command();
      cloud.emulator.clearFaults();
      return outcome;
    }

    it("are used", () => {
      for (const outcome of succeeded) assertSucceeded(outcome);
      assert.ok(tap.credentials.size > 3);
    });

    it("were there for every step of a domain's life", () => {
      const made = cloud.emulator.calls.filter(({ outcome }) => !outcome.error);
      const operations = new Set(made.map(({ operation }) => operation.replace("UserPoolDomain", "")));
      for (const operation of ["Create", "Describe", "Update", "Delete"])
        assert.ok(operations.has(operation));
    });

    it("were there when things went wrong", () => {
      for (const { exitCode, stdout } of failed) assert.notEqual(exitCode, 0, stdout);
    });

    it("are in nothing that Pulumi prints, however verbose, but what its engine itself logs", () => {
      for (const { stdout, stderr } of [...succeeded, ...failed]) {
        assertWithout(hidden(), stdout, "stdout");
        assertWithout(hidden(), withoutEnginesOwn(stderr), "stderr");
      }
    });

    it("are in no file of the state, its history and the event logs", async () => {
      const files = await filesOf(stack);
      assert.ok(files.some(([file]) => file.endsWith("dev.json")));
      assert.ok(files.some(([file]) => file.endsWith("history.json")));
      assert.equal(
        files.filter(([file]) => file.includes("events-")).length,
        succeeded.length + failed.length,
      );
      for (const [file, text] of files) assertWithout(hidden(), text, file);
    });

    it("are in nothing that the emulator remembers or answers", () => {
      assertWithout(hidden(), JSON.stringify(cloud.emulator.calls), "the record of calls");
      assertWithout(hidden(), JSON.stringify(cloud.emulator.snapshot()), "the snapshot");
      assertWithout(hidden(), tap.answers.join("\n"), "an answer");
    });
  });
}

describe("Credentials of the command that imports", () => {
  const cloud = useCloud();
  const tap = useWireTap(cloud);
  const ways: [name: string, given: () => Promise<Record<string, string>>][] = [
    [
      "in the environment",
      async () => ({
        AWS_ACCESS_KEY_ID: accessKey,
        AWS_SECRET_ACCESS_KEY: secretKey,
        AWS_SESSION_TOKEN: token,
      }),
    ],
    [
      "in a profile",
      async () => {
        const { config, credentials } = await sharedFiles();
        return { AWS_PROFILE: "deploy", AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials };
      },
    ],
  ];
  before(() => {
    cloud.emulator.createDomain({ domain: "shop", userPoolId: cloud.emulator.createPool().id });
  });

  for (const [name, given] of ways) {
    describe(name, () => {
      let folder: string;
      let succeeded: Run;
      let failed: Run;
      before(async function () {
        this.timeout("1m");
        folder = await newFolder("import");
        const environment = {
          AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: tap.endpoint,
          AWS_ENDPOINT_URL_STS: tap.endpoint,
          AWS_REGION: "us-east-1",
          ...(await given()),
        };
        succeeded = await cognitoDomainIn(environment, folder, "import", "--all");
        cloud.emulator.inject({ operation: "ListUserPools", error: { name: "NotAuthorizedException" } });
        failed = await cognitoDomainIn(environment, await newFolder("import"), "import", "--all");
      });

      it("are used", () => {
        assertSucceeded(succeeded);
        assert.ok(tap.credentials.size > 3);
      });

      it("were there when something went wrong", () => {
        assert.notEqual(failed.exitCode, 0);
        assert.match(failed.stderr, /Listing the user pools in us-east-1 failed/);
      });

      it("are in nothing that it prints or writes, and in no record", async () => {
        const hidden = [secretKey, token, externalId, ...tap.credentials];
        const files = await Promise.all((await everyFile(folder)).map((file) => readFile(file, "utf8")));
        assert.ok(files.length > 0);
        const written = [succeeded.stdout, succeeded.stderr, failed.stdout, failed.stderr, ...files];
        assertWithout(hidden, written.join("\n"), "what the command gave");
        assertWithout(hidden, JSON.stringify(cloud.emulator.calls), "the record of calls");
      });
    });
  }
});

describe("Credentials in settings that lead nowhere", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => domainProgram(prefixDomain(cloud, { timeouts: { create: "1s" } })));
  const nobodyThere = withPassword("http://127.0.0.1:9");
  const harmless = {
    "aws:maxRetries": "1",
    "aws:endpoints": JSON.stringify([{ cognitoidp: "http://cognito.example.test" }]),
    "aws:assumeRoles": "",
    "aws:httpProxy": "",
  };
  const settings: [name: string, key: string, value: string][] = [
    ["the endpoint", "aws:endpoints", JSON.stringify([{ cognitoidp: nobodyThere }])],
    ["the proxy", "aws:httpProxy", nobodyThere],
    ["an endpoint that is none", "aws:endpoints", JSON.stringify([{ cognitoidp: `user:${password}@host` }])],
    ["a proxy that is none", "aws:httpProxy", `http://user:${password}/more@host`],
    ["a setting that isn't JSON", "aws:assumeRoles", `[{"externalId":"${password}"`],
    ["a setting of the wrong form", "aws:assumeRoles", JSON.stringify({ externalId: password })],
  ];

  for (const [name, key, value] of settings) {
    it(`are in no message: ${name}`, async function () {
      this.timeout("1m");
      // Not as a secret, which the engine would blot out of every message itself.
      await stack.configure({ ...harmless, [key]: value });
      const { exitCode, stdout, stderr } = await stack.up("--debug");
      assert.notEqual(exitCode, 0, stdout);
      assertWithout([password], stdout + stderr, "the output");
    });
  }
});

describe("A key in the stack configuration that isn't set as a secret", () => {
  const cloud = useCloud();
  const stack = useStack(cloud, () => domainProgram(prefixDomain(cloud)));
  let text: string;
  before(async function () {
    this.timeout("1m");
    await stack.configure({ "aws:accessKey": accessKey, "aws:secretKey": secretKey });
    assertSucceeded(await stack.up());
    ({ text } = await stack.state());
  });

  it("is copied into the state by the engine, readable, as the documentation warns", () => {
    assert.ok(text.includes(secretKey));
  });

  it("isn't in the domain's own state", async () => {
    assert.ok(!JSON.stringify((await stack.state()).resources).includes(secretKey));
  });
});

function withPassword(endpoint: string): string {
  return endpoint.replace("http://", `http://somebody:${encodeURIComponent(password)}@`);
}

/** A profile that assumes a role with the keys of another one. */
async function sharedFiles(): Promise<{ config: string; credentials: string }> {
  const folder = await newFolder("aws");
  const config = path.join(folder, "config");
  const credentials = path.join(folder, "credentials");
  await writeFile(
    config,
    `[profile deploy]\nrole_arn = ${role}\nsource_profile = keys\nexternal_id = ${externalId}\n`,
  );
  await writeFile(
    credentials,
    `[keys]\naws_access_key_id = ${accessKey}\naws_secret_access_key = ${secretKey}\naws_session_token = ${token}\n`,
  );
  return { config, credentials };
}

/** Runs commands as verbosely as can be, and keeps the engine's raw events in the folder of the program. */
function commandsWithLogs(
  stack: Stack,
): (name: "preview" | "up" | "refresh" | "destroy") => Promise<Outcome> {
  let number = 0;
  return (name) => {
    number += 1;
    const events = path.join(stack.folder, `events-${number}.json`);
    return stack[name]("--debug", "--logtostderr", "-v=9", "--event-log", events);
  };
}

/** From -v=9 on the engine writes down each property that it passes to a plugin, in plain text. SECURITY.md says so. */
function withoutEnginesOwn(log: string): string {
  return log
    .split("\n")
    .filter((line) => !/"msg":"(Unm|M)arshaling property for RPC\[/.test(line))
    .join("\n");
}

/** The program's folder with its configuration and events, and all that Pulumi keeps of the stack. */
async function filesOf({ folder }: Stack): Promise<[file: string, text: string][]> {
  const state = path.join(installation().folder, "state");
  const project = path.basename(folder).toLowerCase();
  const kept = (await everyFile(state)).filter((file) => file.includes(project));
  const files = [...kept, ...(await everyFile(folder))];
  return Promise.all(
    files.map(async (file): Promise<[string, string]> => [file, await readFile(file, "utf8")]),
  );
}

async function everyFile(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Doesn't repeat what it finds. */
function assertWithout(hidden: readonly string[], text: string, where: string): void {
  for (const secret of hidden) {
    for (const form of formsOf(secret)) {
      const at = text.indexOf(form);
      const before = text.slice(Math.max(0, at - 200), at);
      assert.equal(at, -1, `A credential of ${secret.length} characters is in ${where}, after: ${before}`);
    }
  }
}

/** As it is, as JSON has it, once and within other JSON, and as addresses and forms have it. */
function formsOf(secret: string): Set<string> {
  const escaped = JSON.stringify(secret).slice(1, -1);
  const encoded = encodeURIComponent(secret);
  const lowerCase = encoded.replace(/%../g, (hex) => hex.toLowerCase());
  return new Set([secret, escaped, JSON.stringify(escaped).slice(1, -1), encoded, lowerCase]);
}
