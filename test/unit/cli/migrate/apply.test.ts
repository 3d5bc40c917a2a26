import assert from "node:assert/strict";
import { applyMigration } from "../../../../cli/migrate/apply";
import type { Configuration } from "../../../../cli/migrate/dynamic-provider";
import type { PulumiCli } from "../../../../cli/migrate/pulumi-cli";
import { type PulumiState, resourcesIn } from "../../../../cli/migrate/pulumi-state";
import { successorsOf } from "../../../../cli/migrate/successor";
import { resourceType } from "../../../../provider/resource-type";
import type { Preview } from "../../../../report/preview";
import {
  alias,
  descriptionOf,
  dynamicProviderUrn,
  held,
  loginUrn,
  newLoginUrn,
  oldLogin,
  pool,
  resource,
  serviceWith,
  stateWith,
  urn,
} from "./support";

const original = stateWith(pool, oldLogin({ protect: true }), alias);
const agreement: Preview = { steps: [], errors: [] };
const disagreement: Preview = { steps: [{ op: "create", urn: loginUrn }], errors: [] };

interface Scene {
  state?: PulumiState;
  preview?: Preview;
  configuration?: Configuration;
  /** What happens in the place of, or before, the n-th command of that name. */
  at?: Readonly<Record<string, (stage: Stage) => unknown>>;
}

interface Stage {
  state: string;
  readonly commands: string[];
  readonly said: string[];
  readonly kept: string[];
  readonly controller: AbortController;
}

/** A stack and its CLI, which a test can have fail, or somebody else come between, at each command. */
function stageFor({ state = original, preview = agreement, configuration = {}, at = {} }: Scene) {
  const stage: Stage = {
    state: JSON.stringify(state, undefined, 4),
    commands: [],
    said: [],
    kept: [],
    controller: new AbortController(),
  };
  const begin = async (command: string): Promise<void> => {
    const count = stage.commands.filter((each) => each === command).length + 1;
    stage.commands.push(command);
    await at[`${command} ${count}`]?.(stage);
  };
  const pulumi: PulumiCli = {
    async exportState() {
      await begin("export");
      return stage.state;
    },
    async importState(text) {
      await begin("import");
      stage.state = JSON.stringify(JSON.parse(text), undefined, 4);
    },
    async configuration() {
      await begin("configuration");
      return configuration;
    },
    async preview() {
      await begin("preview");
      return preview;
    },
  };
  const run = () =>
    applyMigration({
      stack: "acme/shop/dev",
      pulumi,
      signal: stage.controller.signal,
      async lookAt(olds) {
        await begin("look");
        return successorsOf(olds, serviceWith(descriptionOf(held)).connect);
      },
      async keep(text) {
        await begin("keep");
        stage.kept.push(text);
        return "backup.json";
      },
      newId: () => "new-id",
      say: (line) => stage.said.push(line),
    });
  return { stage, run };
}

function stateOf({ state }: Stage): PulumiState {
  return JSON.parse(state) as PulumiState;
}

function fails(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}

describe("a migration through the CLI", () => {
  it("keeps the state, replaces it in one step, and looks at the preview", async () => {
    const { stage, run } = stageFor({});
    assert.deepEqual(await run(), {
      domains: [{ domain: held.domain, urn: newLoginUrn }],
      backup: "backup.json",
    });
    assert.deepEqual(stage.commands, [
      "export",
      "look",
      "configuration",
      "export",
      "keep",
      "import",
      "export",
      "preview",
    ]);
    assert.deepEqual(JSON.parse(stage.kept[0] ?? ""), original);
    const [login] = resourcesIn(stateOf(stage)).filter(({ type }) => type === resourceType);
    assert.equal(login?.urn, newLoginUrn);
    assert.equal(login?.protect, true);
    assert.deepEqual(stage.said, [
      "The state is kept in backup.json.",
      "In the state now: login (pulumi-nodejs:dynamic/cognito:UserPoolDomain).",
      "Refers to the new one now: alias (aws:route53/record:Record).",
      "pulumi preview leaves them alone.",
    ]);
  });

  it("gives the new provider the stack's configuration, as Pulumi does, with its secrets for Pulumi to encrypt", async () => {
    const { stage, run } = stageFor({
      configuration: {
        "aws:region": { value: "us-east-1", secret: false },
        "aws:secretKey": { value: 'a"b', secret: true },
      },
    });
    await run();
    const provider = resourcesIn(stateOf(stage)).find(({ urn }) => urn === dynamicProviderUrn);
    assert.equal(provider?.id, "new-id");
    assert.deepEqual(provider?.inputs, {
      "aws:region": "us-east-1",
      "aws:secretKey": {
        "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
        plaintext: '"a\\"b"',
      },
    });
    assert.deepEqual(provider?.outputs, provider?.inputs);
  });

  it("asks for no configuration where the state has that provider", async () => {
    const provider = {
      urn: dynamicProviderUrn,
      custom: true,
      id: "its-id",
      type: "pulumi:providers:pulumi-nodejs",
    };
    const { stage, run } = stageFor({ state: stateWith(pool, oldLogin(), provider) });
    await run();
    assert.ok(!stage.commands.includes("configuration"));
    const login = resourcesIn(stateOf(stage)).find(({ urn }) => urn === newLoginUrn);
    assert.equal(login?.provider, `${dynamicProviderUrn}::its-id`);
  });

  it("says how many other changes are pending, and lets them be", async () => {
    const steps = ["a", "b"].map((name) => ({ op: "update", urn: urn("aws:s3/bucket:Bucket", name) }));
    const { stage, run } = stageFor({ preview: { steps, errors: [] } });
    await run();
    assert.match(stage.said.at(-1) ?? "", /would change 2 other resources/);
  });

  describe("changes nothing", () => {
    const beforehand: [string, Scene["at"], RegExp][] = [
      [
        "the state can't be read",
        { "export 1": fails("no stack named 'dev' found") },
        /^Error: no stack named/,
      ],
      [
        "a domain can't be taken over",
        { "look 1": fails("auth.example.com is gone") },
        /^Error: auth\.example\.com is gone$/,
      ],
      ["the configuration can't be read", { "configuration 1": fails("passphrase") }, /^Error: passphrase$/],
      ["the state can't be kept", { "keep 1": fails("disk full") }, /^Error: disk full$/],
      [
        "somebody deploys while the domains are looked at",
        {
          "export 2": (stage) => {
            stage.state = JSON.stringify(stateWith(pool, oldLogin()));
          },
        },
        /^Error: The state has changed while it was read, and nothing was begun/,
      ],
      [
        "it is interrupted before it has begun",
        { "look 1": ({ controller }) => controller.abort(new Error("Interrupted by SIGINT.")) },
        /^Error: Interrupted by SIGINT\.$/,
      ],
    ];
    for (const [what, at, message] of beforehand) {
      it(`when ${what}`, async () => {
        const { stage, run } = stageFor({ ...(at && { at }) });
        await assert.rejects(run(), message);
        assert.ok(!stage.commands.includes("import"));
      });
    }

    it("when Pulumi doesn't take the state", async () => {
      const { stage, run } = stageFor({ at: { "import 1": fails("the stack is locked") } });
      await assert.rejects(
        run(),
        /^Error: the stack is locked\nThe state is as it was, and so is the cloud\.$/,
      );
      assert.deepEqual(stateOf(stage), original);
      assert.equal(stage.commands.filter((command) => command === "import").length, 1);
    });

    it("when it is interrupted with the state kept", async () => {
      const { stage, run } = stageFor({
        at: { "keep 1": ({ controller }) => controller.abort(new Error("Interrupted.")) },
      });
      await assert.rejects(run(), /^Error: Interrupted\.\nThe state is as it was/);
      assert.ok(!stage.commands.includes("import"));
    });
  });

  describe("puts the state back", () => {
    const afterwards: [string, Scene, RegExp][] = [
      ["the program has the old one", { preview: disagreement }, /^Error: The program still declares login/],
      [
        "the preview fails",
        { preview: { steps: [], errors: ["boom"] } },
        /^Error: pulumi preview failed: boom/,
      ],
      ["the preview can't be run", { at: { "preview 1": fails("no program") } }, /^Error: no program/],
      [
        "it is interrupted as soon as the state is replaced",
        { at: { "import 1": ({ controller }) => controller.abort(new Error("Interrupted.")) } },
        /^Error: Interrupted\./,
      ],
      [
        "the preview is interrupted",
        {
          at: {
            "preview 1": ({ controller }) => {
              controller.abort(new Error("Interrupted by SIGTERM."));
              throw new Error("pulumi preview was ended");
            },
          },
        },
        /^Error: Interrupted by SIGTERM\./,
      ],
      [
        "it is interrupted at the end of the preview",
        { at: { "preview 1": ({ controller }) => controller.abort(new Error("Interrupted.")) } },
        /^Error: Interrupted\./,
      ],
    ];
    for (const [what, scene, message] of afterwards) {
      it(`when ${what}`, async () => {
        const { stage, run } = stageFor(scene);
        await assert.rejects(run(), (error: Error) => {
          assert.match(String(error), message);
          assert.match(
            error.message,
            /\nThe state was put back as it was; the cloud was only read\. .*backup\.json/,
          );
          return true;
        });
        assert.deepEqual(stateOf(stage), original);
      });
    }
  });

  describe("leaves the state to a person", () => {
    const theirs = JSON.stringify(stateWith(pool));
    const byHand = /pulumi stack import --stack acme\/shop\/dev --file backup\.json$/;

    it("when somebody else has deployed meanwhile", async () => {
      const { stage, run } = stageFor({
        preview: disagreement,
        at: {
          "preview 1": (stage) => {
            stage.state = theirs;
          },
        },
      });
      await assert.rejects(run(), (error: Error) => {
        assert.match(error.message, /\nThe state isn't put back: .*somebody else has deployed meanwhile/);
        assert.match(error.message, byHand);
        return true;
      });
      assert.equal(stage.state, theirs);
    });

    it("when it isn't known whether Pulumi has taken it", async () => {
      const { stage, run } = stageFor({
        at: {
          "import 1": (stage) => {
            stage.state = theirs;
            throw new Error("connection lost");
          },
        },
      });
      await assert.rejects(
        run(),
        /^Error: connection lost\nThe state isn't put back: .* may have deployed .*--file backup\.json$/,
      );
      assert.equal(stage.state, theirs);
    });

    it("when it can't be put back", async () => {
      const { run } = stageFor({ preview: disagreement, at: { "import 2": fails("the stack is locked") } });
      await assert.rejects(run(), (error: Error) => {
        assert.match(
          error.message,
          /\nThe state couldn't be put back\. the stack is locked\nNobody should deploy/,
        );
        assert.match(error.message, byHand);
        return true;
      });
    });
  });

  describe("after one that was killed", () => {
    const migratedAlready = stateWith(pool, resource(resourceType, "login", { id: held.domain }));

    const commands = ["export 1", "look 1", "export 2", "keep 1", "import 1", "export 3", "preview 1"];
    for (const command of commands) {
      it(`at ${command}, gets to the end when it is run again`, async () => {
        const killed = await new Promise<Stage>((resolve) => {
          const at = {
            [command]: (stage: Stage) => {
              resolve(stage);
              return new Promise(() => {});
            },
          };
          stageFor({ at }).run().catch(resolve);
        });
        const { stage, run } = stageFor({ state: stateOf(killed) });
        await run();
        assert.ok(stage.state.includes(newLoginUrn));
        assert.ok(!stage.state.includes(loginUrn));
      });
    }

    it("only looks at the preview where it was", async () => {
      const { stage, run } = stageFor({ state: migratedAlready });
      assert.deepEqual(await run(), { domains: [{ domain: held.domain, urn: newLoginUrn }] });
      assert.deepEqual(stage.commands, ["export", "preview"]);
      assert.match(stage.said[0] ?? "", /^No aws:cognito.* is left in the state, which has login/);
    });

    it("tells then what the program still declares, and puts nothing back", async () => {
      const { stage, run } = stageFor({ state: migratedAlready, preview: disagreement });
      await assert.rejects(run(), /^Error: The program still declares login .*place\.$/);
      assert.deepEqual(stage.commands, ["export", "preview"]);
    });
  });

  it("has nothing to do in a state without such domains", async () => {
    const { run } = stageFor({ state: stateWith(pool) });
    await assert.rejects(
      run(),
      /^Error: There is no aws:cognito\/userPoolDomain:UserPoolDomain in the state of acme\/shop\/dev: nothing to migrate\.$/,
    );
  });
});
