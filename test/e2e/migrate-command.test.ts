import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { oldType } from "../../cli/migrate/pulumi-state";
import { resourceType } from "../../provider/resource-type";
import { certificate } from "./support/domains";
import { usePlace } from "./support/migrating";
import { assertSucceeded, messagesOf } from "./support/outcome";
import { javascript, type Program } from "./support/programs";

describe("npx cognito-domain migrate", function () {
  this.timeout("4m");

  const place = usePlace();

  describe("a domain with a parent, protection, secrets, a pool, and a record that points to it", () => {
    const domain = "auth.example.com";
    let original: unknown;
    afterEach(() => place.cloud.emulator.clearFaults());

    before(async () => {
      await place.begin();
      await place.deploy(oldProgram());
      original = await place.state();
    });

    it("goes over by hand, with the record, and comes back", async () => {
      const { steps } = await place.listingOf("pulumi stack export --stack dev");
      await place.take(steps.slice(0, 2));
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);
      assert.ok(!JSON.stringify(await place.state()).includes(oldType));

      assertSucceeded(await place.paste(steps[0]?.back ?? ""));
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("goes back by itself while the program has the old one", async () => {
      const { exitCode, stderr } = await (await place.apply()).ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: The program still declares login \(aws:.*: first put the code/m);
      assert.match(stderr, /^The state was put back as it was; the cloud was only read\./m);
      assertSame(await place.state(), original);
      const kept = path.join(place.stack.folder, /is kept in (\S+\.json)$/m.exec(stderr)?.[1] ?? "");
      assertSame(JSON.parse(await readFile(kept, "utf8")), original);
      assert.equal((await stat(kept)).mode & 0o777, 0o600);
      place.assertOnlyRead();
    });

    it("goes back when the state can't be read for a moment", async () => {
      const { exitCode, stderr } = await (await place.apply({ at: "stack export 3", what: "fails" })).ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /connection lost\nThe state was put back as it was/);
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("goes back when it is interrupted, with the preview that it waits for", async () => {
      await place.stack.write(newProgram("setTimeout(() => {}, 60_000);"));
      const applying = await place.apply();
      await applying.said("Refers to the new one now");
      process.kill(applying.pid, "SIGINT");
      const { exitCode, stderr } = await applying.ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: Interrupted by SIGINT\.\nThe state was put back as it was/m);
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("ends at once when it is interrupted before anything has begun, though no answer comes", async () => {
      place.cloud.emulator.inject({ operation: "DescribeUserPoolDomain", hang: "before", times: "always" });
      const called = place.nextCall();
      const applying = await place.apply();
      await called;
      process.kill(applying.pid, "SIGINT");
      const { exitCode, stderr } = await applying.ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^error: Interrupted by SIGINT\. Nothing was begun\.\n$/m);
      assertSame(await place.state(), original);
    });

    it("doesn't undo what somebody else has done to the state meanwhile", async () => {
      const { urn } = (await place.stack.state()).resource("alias");
      const protect = ["state", "protect", urn, "--stack", "dev", "--yes"];
      await place.stack.write(
        oldProgram(`require("node:child_process").execFileSync("pulumi", ${JSON.stringify(protect)});`),
      );
      const { exitCode, stderr } = await (await place.apply()).ended;
      assert.equal(exitCode, 1);
      assert.match(stderr, /^The state isn't put back: .*somebody else has deployed meanwhile/m);
      assert.equal((await place.stack.state()).resource("alias").protect, true);
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);

      const [back] = /pulumi stack import .*/.exec(stderr) ?? [];
      assertSucceeded(await place.paste(back ?? ""));
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("says after it was killed how to go on, and how to go back", async () => {
      await place.stack.write(oldProgram());
      await (await place.apply({ at: "preview 1", what: "killed before" })).ended;
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);

      const { exitCode, stderr } = await (await place.apply()).ended;
      assert.equal(exitCode, 1);
      assert.match(
        stderr,
        /^error: The program still declares login .*: first put the code that npx cognito-domain migrate prints in its place\.\nOr, to go back instead:\n/m,
      );
      const printed = await place.paste("npx cognito-domain migrate --stack dev");
      assertSucceeded(printed);
      assert.match(printed.stdout, /new UserPoolDomain\(\n {2}"login",/);

      const [back = ""] = /pulumi stack import .*/.exec(stderr) ?? [];
      assert.ok(printed.stderr.includes(back));
      assertSucceeded(await place.paste(back));
      assertSame(await place.state(), original);
      place.assertOnlyRead();
    });

    it("stays as it is while the old program may import the domain again", async () => {
      await place.stack.write(importingProgram());
      assertSucceeded(await place.stack.up());
      const { exitCode, stderr } = await (await place.apply()).ended;
      assert.equal(exitCode, 1);
      assert.match(
        stderr,
        /^error: login .* has the option import: .*Take the option out of the old program/m,
      );
      assert.deepEqual(await place.domains(), [{ type: oldType, protect: true }]);

      await place.deploy(oldProgram());
    });

    it("goes over in one step once the program has the new one, and a deploy changes nothing", async () => {
      await place.stack.write(newProgram());
      assertSucceeded(await (await place.apply()).ended);
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);
      const { text, resource } = await place.stack.state();
      assert.ok(!text.includes(oldType));
      for (const values of [resource("login").inputs, resource("login").outputs]) {
        assert.match(JSON.stringify(values["customDomainConfig"]), /"certificateArn":\{[^}]*"ciphertext"/);
      }
      assert.ok(!text.includes(certificate));
      place.assertOnlyRead();
    });

    it("isn't deleted by who deploys an old program with the option import; the same command ends that", async () => {
      await place.stack.write(importingProgram());
      const up = await place.stack.up();
      assert.match(
        messagesOf(up, "error"),
        /UserPoolDomain::login" cannot be deleted\s+because it is protected/,
      );
      assert.equal((await place.domains()).length, 2);

      await place.stack.write(newProgram());
      assertSucceeded(await (await place.apply()).ended);
      assert.deepEqual(await place.domains(), [{ type: resourceType, protect: true }]);
      place.assertOnlyRead();
    });

    it("is left alone by what follows", async () => {
      assertSucceeded(await place.stack.up("--expect-no-changes"));
      assertSucceeded(await place.stack.refresh("--expect-no-changes"));
      place.assertOnlyRead();
    });

    function oldProgram(...more: string[]): Program {
      const args = `{ domain: "${domain}", userPoolId: pool.id, certificateArn: pulumi.secret("${certificate}"), cloudfrontDistribution: undefined, cloudfrontDistributionZoneId: undefined }`;
      const login = `new pulumi.CustomResource("${oldType}", "login", ${args}, { parent: app, protect: true })`;
      return programWith(login, ["cloudfrontDistribution", "cloudfrontDistributionZoneId"], more);
    }

    /** The old program as it may be in somebody's working copy. */
    function importingProgram(): Program {
      const { runtime, files } = oldProgram();
      const text = files["index.js"]?.replace("protect: true", `$&, import: "${domain}"`) ?? "";
      return { runtime, files: { "index.js": text } };
    }

    function newProgram(...more: string[]): Program {
      const args = `{ domain: "${domain}", userPoolId: pool.id, customDomainConfig: { certificateArn: pulumi.secret("${certificate}") } }`;
      const login = `new UserPoolDomain("login", ${args}, { parent: app, protect: true })`;
      return programWith(login, ["cloudFrontDistribution", "cloudFrontHostedZoneId"], more);
    }

    function programWith(login: string, [target, zone]: [string, string], more: string[]): Program {
      const alias = `{ name: login.${target}, zoneId: login.${zone}, evaluateTargetHealth: false }`;
      return javascript(
        `const app = new pulumi.ComponentResource("my:app:App", "app");`,
        `const pool = new pulumi.CustomResource("aws:cognito/userPool:UserPool", "pool", { name: "shop" });`,
        `const login = ${login};`,
        `const record = { zoneId: "Z0123456789", name: "${domain}", type: "A", aliases: [${alias}] };`,
        `new pulumi.CustomResource("aws:route53/record:Record", "alias", record);`,
        ...more,
      );
    }
  });
});

/** Pulumi encrypts what is secret anew with every import. */
function assertSame(state: unknown, expected: unknown): void {
  const comparable = (value: unknown) =>
    JSON.parse(JSON.stringify(value), (name, member) => (name === "ciphertext" ? "encrypted" : member));
  assert.deepEqual(comparable(state), comparable(expected));
}
