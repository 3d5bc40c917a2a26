import assert from "node:assert/strict";
import { applyMigration } from "../../../../cli/migrate/apply";
import type { Configuration } from "../../../../cli/migrate/dynamic-provider";
import type { PulumiCli } from "../../../../cli/migrate/pulumi-cli";
import { type PulumiState, resourcesIn } from "../../../../cli/migrate/pulumi-state";
import { successorsOf } from "../../../../cli/migrate/successor";
import { isSecret, secretOf } from "../../../../cli/secret";
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
  /** The file that an earlier run has kept. */
  lastKept?: string;
}

interface Stage {
  state: string;
  /** What was to be imported last. */
  given: string;
  readonly commands: string[];
  readonly said: string[];
  readonly kept: string[];
  readonly slept: number[];
  readonly controller: AbortController;
}

/** A stack and its CLI, which a test can have fail, or somebody else come between, at each command. */
function stageFor(scene: Scene) {
  const { state = original, preview = agreement, configuration = {}, at = {}, lastKept } = scene;
  const stage: Stage = {
    state: JSON.stringify(state, undefined, 4),
    given: "",
    commands: [],
    said: [],
    kept: [],
    slept: [],
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
      stage.given = text;
      await begin("import");
      stage.state = asPulumiKeeps(text);
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
      lastKept: async () => lastKept,
      clock: {
        async sleep(milliseconds) {
          stage.slept.push(milliseconds);
        },
      },
      say: (line) => stage.said.push(line),
    });
  return { stage, run };
}

/** With a new date, and with secrets encrypted, each time otherwise. */
function asPulumiKeeps(text: string): string {
  const state = JSON.parse(text, (_, value) => {
    if (!isSecret(value)) return value;
    const { plaintext: _plaintext, ...encrypted } = value;
    return { ...encrypted, ciphertext: `v1:${imports}` };
  });
  imports += 1;
  state.deployment.manifest.time = `2026-11-24T03:29:00.${imports}Z`;
  return JSON.stringify(state, undefined, 4);
}

let imports = 0;

/** That nothing but what Pulumi makes of every state differs. */
function assertPutBack(stage: Stage, state: PulumiState = original): void {
  assert.deepEqual(JSON.parse(stage.state).deployment.resources, resourcesIn(state));
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
      "The state is kept in backup.json",
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
    const given = JSON.parse(stage.given) as PulumiState;
    const provider = resourcesIn(given).find(({ urn }) => urn === dynamicProviderUrn);
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

  for (const [names, said] of [
    [["a"], "1 other resource"],
    [["a", "b"], "2 other resources"],
  ] as const) {
    it(`says that ${said} would be changed, and lets that be`, async () => {
      const steps = names.map((name) => ({ op: "update", urn: urn("aws:s3/bucket:Bucket", name) }));
      const { stage, run } = stageFor({ preview: { steps, errors: [] } });
      await run();
      assert.equal(stage.said.at(-1), `It would change ${said}, which has nothing to do with the migration.`);
    });
  }

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
        assertPutBack(stage);
      });
    }

    it("when it can't be read at the first attempt, by which nobody else has changed it", async () => {
      const { stage, run } = stageFor({ at: { "export 3": fails("connection lost") } });
      await assert.rejects(run(), /^Error: connection lost\nThe state was put back as it was/);
      assertPutBack(stage);
    });

    it("when the answer to the import is lost, and it holds secrets, which Pulumi encrypts anew", async () => {
      const inputs = { ...oldLogin().inputs, userPoolId: { ...secretOf(""), ciphertext: "v1:0" } };
      const state = stateWith(pool, oldLogin({ inputs }), alias);
      const { stage, run } = stageFor({
        state,
        at: {
          "import 1": (stage) => {
            stage.state = asPulumiKeeps(stage.given);
            throw new Error("connection lost");
          },
        },
      });
      await assert.rejects(run(), /^Error: connection lost\nThe state was put back as it was/);
      assert.ok(!stage.state.includes(newLoginUrn));
    });

    it("at a further attempt, some seconds later", async () => {
      const { stage, run } = stageFor({
        preview: disagreement,
        at: { "export 4": fails("connection lost"), "import 2": fails("the stack is locked") },
      });
      await assert.rejects(run(), /\nThe state was put back as it was/);
      assertPutBack(stage);
      assert.deepEqual(stage.slept, [1_000, 4_000]);
    });
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

    it("when somebody else has deployed right after the import, before it was looked at again", async () => {
      const { stage, run } = stageFor({
        preview: disagreement,
        at: {
          "export 3": (stage) => {
            stage.state = theirs;
          },
        },
      });
      await assert.rejects(run(), /\nThe state isn't put back: .*somebody else has deployed meanwhile/);
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
        /^Error: connection lost\nThe state isn't put back: .* may have deployed .*\n {2}pulumi stack import .*--file backup\.json$/,
      );
      assert.equal(stage.state, theirs);
    });

    it("when it can't be put back", async () => {
      const locked = fails("the stack is locked");
      const at = { "import 2": locked, "import 3": locked, "import 4": locked };
      const { run } = stageFor({ preview: disagreement, at });
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

    it("tells then what the program still declares, and how to go back, and puts nothing back", async () => {
      const { stage, run } = stageFor({
        state: migratedAlready,
        preview: disagreement,
        lastKept: "kept.json",
      });
      await assert.rejects(
        run(),
        /^Error: The program still declares login .*place\.\nOr, to go back instead:\n {2}pulumi stack import --stack acme\/shop\/dev --file kept\.json$/,
      );
      assert.deepEqual(stage.commands, ["export", "preview"]);
    });

    it("is the same to the domains' dependents as the run before", async () => {
      const login = resource(resourceType, "login", { id: held.domain });
      const child = resource("aws:s3/bucket:Bucket", "child", {
        urn: urn(`${resourceType}$aws:s3/bucket:Bucket`, "child"),
        parent: newLoginUrn,
      });
      const below = resource("aws:s3/bucket:Bucket", "below", { dependencies: [child.urn] });
      const pointing = { ...alias, dependencies: [newLoginUrn], propertyDependencies: {} };
      for (const changed of [child, below, pointing]) {
        const { run } = stageFor({
          state: stateWith(pool, login, child, below, pointing),
          preview: { steps: [{ op: "update", urn: changed.urn }], errors: [] },
        });
        await assert.rejects(run(), /, which refers to a migrated domain, would be changed \(update\)/);
      }
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
