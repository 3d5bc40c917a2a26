import type { Call } from "../../../emulator/index";
import type { DomainInputs } from "../../../provider/inputs";
import { type Cloud, useCloud } from "../support/cloud";
import { type Gate, startGate } from "../support/gate";
import { assertSucceeded } from "../support/outcome";
import { familyOf, killAll, type Process } from "../support/processes";
import { javascript, type Program } from "../support/programs";
import { newStack, type Stack } from "../support/stack";
import type { Cell, Cells } from "./cells";
import type { Way } from "./ways";

/** A stack whose every cell is as before its change, and the gate through which it reaches the cloud. */
export interface Scene extends Cloud {
  stack: Stack;
  gate: Gate;
  /** The CLIs that were killed and what they had started, of which some goes on without them. */
  families: Process[];
  /** Those whose step comes to its end once somebody has looked. */
  ending: readonly Cell[];
}

/** A scene for the surrounding `describe`. */
export function useScene({ withoutDeletes, onlyDeletes }: Cells): Scene {
  const cells = [...withoutDeletes, ...onlyDeletes];
  const scene: Scene = Object.assign(useCloud({ onCall }), {
    families: [],
    ending: [],
  } as unknown as Scene);

  before("bring up what the changes begin with", async function () {
    this.timeout("2m");
    const { emulator } = scene;
    for (const id of userPoolIdsOf(cells)) emulator.createPool({ id });
    scene.gate = await startGate(emulator);
    const program = programOf(cells.map(({ name, before }) => [name, before]));
    scene.stack = await newStack({ emulator, program, environment: scene.gate.environment });
    assertSucceeded(await scene.stack.up(...allAtOnce));
  });
  after(() => {
    killAll(scene.families);
    return scene.gate.close();
  });
  return scene;

  function onCall({ request }: Call): void {
    const { Domain } = (request ?? {}) as { Domain?: string };
    endSteps(
      scene,
      scene.ending.filter(({ stop }) => stop.domain === Domain),
    );
  }
}

function userPoolIdsOf(cells: readonly Cell[]): Set<string> {
  const inputs = cells.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  return new Set(inputs.map(({ userPoolId }) => userPoolId));
}

/** As many steps at the same time as there are. */
const allAtOnce = ["--parallel", "100"];

/** Runs `pulumi up` until each of the cells is held at its boundary, and ends it there. */
export async function crash(way: Way, scene: Scene, cells: readonly Cell[]): Promise<void> {
  const { emulator, gate, stack } = scene;
  const waiting = cells.filter(isWaiting);
  gate.stopAt(cells.map(({ stop }) => stop));
  for (const { stop } of waiting) {
    emulator.inject({ operation: `${stop.step}UserPoolDomain`, domain: stop.domain, domainStatus: "stuck" });
  }
  const cli = stack.startUp(...allAtOnce);
  await Promise.race([gate.reached(), cli.ended.then(endedEarly)]).finally(() => {
    scene.families.push(...familyOf(cli.pid));
  });
  await way.crash(cli, gate, () => endSteps(scene, waiting));
  emulator.clearFaults();
}

/** From now on, what the crash left under way comes to its end, each once somebody has looked. */
export function timeGoesOn(scene: Scene, cells: readonly Cell[]): void {
  scene.ending = cells.filter(isWaiting);
}

function isWaiting({ stop }: Cell): boolean {
  return stop.boundary === "during the wait";
}

function endedEarly({ stdout, stderr }: { stdout: string; stderr: string }): never {
  throw new Error(`pulumi up ended before every step was where it should be held:\n${stdout}${stderr}`);
}

/** Domains that a step left CREATING, UPDATING or DELETING come to its end. */
function endSteps({ emulator }: Scene, cells: readonly Cell[]): void {
  for (const { stop } of cells) {
    const isBusy = emulator.domain(stop.domain)?.status === busy[stop.step];
    if (isBusy && stop.step === "Delete") emulator.removeDomain(stop.domain);
    if (isBusy && stop.step !== "Delete") emulator.changeDomain(stop.domain, { status: "ACTIVE" });
  }
}

const busy = { Create: "CREATING", Update: "UPDATING", Delete: "DELETING" };

/** A program with domains by their names; it has none of a name without inputs. */
export function programOf(
  domains: readonly (readonly [name: string, inputs: DomainInputs | undefined])[],
): Program {
  return javascript(
    ...domains.flatMap(([name, inputs]) =>
      inputs ? `new UserPoolDomain(${JSON.stringify(name)}, ${JSON.stringify(inputs)});` : [],
    ),
  );
}
