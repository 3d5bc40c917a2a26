import assert from "node:assert/strict";
import type { EmulatorOptions } from "../../emulator/index";
import { useCloud } from "../e2e/support/cloud";
import { certificateArn } from "../e2e/support/domains";
import { assertSucceeded } from "../e2e/support/outcome";
import { javascript, type Program } from "../e2e/support/programs";
import type { Outcome } from "../e2e/support/stack";
import { outcomeOf, useStack } from "../e2e/support/story";

const steps = ["create", "update", "delete"] as const;
type StepName = (typeof steps)[number];

const fiveASecond = { requestsPerSecond: 5 };

describe("fifty domains on 25 pools, all at once, where the service takes five calls a second", () => {
  describe("and is done with each before it is asked again", () => {
    const lives = livesOfDomains({ quotas: fiveASecond });
    /** The change of each and the look at what became of it; an update looks first, too. */
    const needed: Record<StepName, number> = { create: 100, update: 150, delete: 100 };

    for (const step of steps) {
      it(`are all through their ${step}, with nothing failing`, () => {
        assertSucceeded(lives.outcomes[step]);
        assert.equal(lives.outcomes[step].steps.filter(({ op }) => op === step).length, 50);
      });

      it(`ask for little more than their ${step} needs`, () => assertFew(lives.outcomes[step], needed[step]));
    }

    it("are in the cloud as they are in the state", () => {
      assert.equal(lives.namesInState.length, 50);
      assert.deepEqual(lives.namesInState.toSorted(), lives.namesInCloud.toSorted());
    });
  });

  describe("and has them wait for each", () => {
    /** So long that each is waited for while others are still to be asked for. */
    const durations = {
      prefix: { create: 3_000, update: 3_000, delete: 3_000, nameRelease: 0 },
      custom: { create: 10_000, update: 10_000, delete: 10_000, nameRelease: 0 },
    };
    const unlimited = livesOfDomains({ durations });
    const limited = livesOfDomains({ durations, quotas: fiveASecond });

    for (const step of steps) {
      it(`are all through their ${step}, with nothing failing`, () =>
        assertSucceeded(limited.outcomes[step]));

      it(`ask for little more than their ${step} takes without a limit`, () => {
        assertFew(limited.outcomes[step], unlimited.outcomes[step].calls.length);
      });

      it(`ask for little more than the service takes of their ${step}`, () => {
        const taken = limited.outcomes[step].calls.filter(({ outcome }) => !outcome.error);
        assertFew(limited.outcomes[step], taken.length);
      });
    }
  });
});

function assertFew({ calls }: Outcome, needed: number): void {
  assert.ok(calls.length <= 1.3 * needed, `${calls.length} calls were made where ${needed} are needed`);
}

interface Lives {
  outcomes: Record<StepName, Outcome>;
  /** Once all have been created and updated. */
  namesInState: unknown[];
  namesInCloud: string[];
}

/** Has all domains created, updated and deleted, for the surrounding `describe`. */
function livesOfDomains(options: EmulatorOptions): Lives {
  const cloud = useCloud(options);
  const stack = useStack(cloud, () => {
    for (const id of userPoolIds) cloud.emulator.createPool({ id });
    return programWith({ certificate: "one", managedLoginVersion: 1 });
  });
  const allAtOnce = ["--parallel", "50"];
  const create = outcomeOf(() => stack.up(...allAtOnce));
  const update = outcomeOf(async () => {
    await stack.write(programWith({ certificate: "two", managedLoginVersion: 2 }));
    return stack.up(...allAtOnce);
  });
  const lives: Lives = {
    outcomes: { create, update, delete: {} as Outcome },
    namesInState: [],
    namesInCloud: [],
  };
  before("look at what there is", async () => {
    lives.namesInState = (await stack.state()).resources.map(({ outputs }) => outputs["domain"]);
    lives.namesInCloud = cloud.emulator.snapshot().domains.map(({ facts }) => facts.name);
  });
  lives.outcomes.delete = outcomeOf(() => stack.destroy(...allAtOnce));
  return lives;
}

const userPoolIds = Array.from({ length: 25 }, (_none, number) => `us-east-1_Tenant${number}`);

/** A prefix domain and a custom domain on each pool. */
function programWith(changing: { certificate: string; managedLoginVersion: 1 | 2 }): Program {
  return javascript(
    `for (const userPoolId of ${JSON.stringify(userPoolIds)}) {`,
    '  const tenant = userPoolId.split("_")[1].toLowerCase();',
    '  new UserPoolDomain(tenant + "-prefix", {',
    "    domain: tenant,",
    "    userPoolId,",
    `    managedLoginVersion: ${changing.managedLoginVersion},`,
    "  });",
    '  new UserPoolDomain(tenant + "-custom", {',
    '    domain: tenant + ".login.example.com",',
    "    userPoolId,",
    `    customDomainConfig: { certificateArn: "${certificateArn(changing.certificate)}" },`,
    "  });",
    "}",
  );
}
