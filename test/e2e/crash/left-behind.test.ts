import assert from "node:assert/strict";
import { useCloud } from "../support/cloud";
import { customDomain } from "../support/domains";
import { type Gate, startGate } from "../support/gate";
import { ended, familyOf, killAll, type Process } from "../support/processes";
import { domainProgram } from "../support/programs";
import { newStack } from "../support/stack";

/** Pulumi leaves it running. What it goes on to do nobody hears of, who may have recovered or given up meanwhile. */
describe("the provider of a CLI that was killed in the middle of a create", () => {
  const cloud = useCloud();
  let gate: Gate;
  let family: Process[] = [];

  before(async function () {
    this.timeout("2m");
    const { emulator } = cloud;
    gate = await startGate(emulator);
    const program = domainProgram(customDomain(cloud));
    const stack = await newStack({ emulator, program, environment: gate.environment });
    gate.stopAt([{ domain: "auth.example.com", step: "Create", boundary: "before the call" }]);
    const cli = stack.startUp();
    await gate.reached();
    family = familyOf(cli.pid);
    process.kill(cli.pid, "SIGKILL");
    await cli.ended;
  });
  after(() => {
    killAll(family);
    return gate.close();
  });

  it("ends as well, and doesn't try again", async () => {
    const [provider, ...others] = family.filter(({ command }) => command.includes("dynamic-provider"));
    assert.ok(provider && others.length === 0, JSON.stringify(family));
    await ended(provider);
    gate.breakOff("before the call");
    assert.deepEqual(cloud.emulator.calls, []);
  }).timeout("20s");
});
