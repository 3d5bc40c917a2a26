import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { operationsOfEngine } from "../support/outcome";
import { killAll } from "../support/processes";
import type { Program } from "../support/programs";
import type { Outcome } from "../support/stack";
import type { State } from "../support/state";
import type { Cell, Cells } from "./cells";
import { recover } from "./recovery";
import { crash, programOf, type Scene, timeGoesOn, useScene } from "./scene";
import { callsToChange, givesUpItsName, type Takeover, takeNames } from "./takeover";
import type { Way } from "./ways";

/**
 * `pulumi up` ended before its time at every boundary of every step, and then what the page on troubleshooting says to do. The engine
 * runs the steps of many domains at the same time, so one crash hits all steps that can be under way together; and the
 * deletes of a deployment, which come last, have a crash of their own.
 */
export function describeCrashes(way: Way, cells: Cells): void {
  const { withoutDeletes, onlyDeletes } = cells;
  describe(`after ${way.title}`, () => {
    const scene = useScene(cells);
    describe("among creates, updates and replacements", () => {
      describeCrash(way, scene, withoutDeletes, (more) => {
        const untouched = onlyDeletes.map(
          ({ name, before }) => [name, before && { ...before, ...more }] as const,
        );
        return programOf([...changed(withoutDeletes, more), ...untouched]);
      });
    });
    describe("among deletes", () => {
      describeCrash(way, scene, onlyDeletes, (more) =>
        programOf(changed([...withoutDeletes, ...onlyDeletes], more)),
      );
    });
  });
}

function changed(cells: readonly Cell[], more: Partial<DomainInputs>) {
  return cells.map(({ name, after }) => [name, after && { ...after, ...more }] as const);
}

function describeCrash(
  way: Way,
  scene: Scene,
  cells: readonly Cell[],
  programWith: (inputs: Partial<DomainInputs>) => Program,
): void {
  let crashed: State;
  let recovered: State;
  let preview: Outcome;
  let takeovers: Takeover[];

  before("crash and recover", async function () {
    this.timeout("5m");
    const { stack } = scene;
    await stack.write(programWith({}));
    await crash(way, scene, cells);
    crashed = await stack.state();
    takeovers = takeNames(cells, scene);
    // Until then what is under way stays so: the refresh and the up both meet it.
    await recover(way.symptom, stack, programWith, () => timeGoesOn(scene, cells));
    recovered = await stack.state();
    preview = await stack.preview();
  });
  after(() => killAll(scene.families));

  it("the state knew the end of those steps alone that the engine heard of", () => {
    const pending = new Set(crashed.pending.map(({ resource }) => resource.urn.split("::").at(-1)));
    const sure = cells.filter(({ stop }) => way.isPending(stop.boundary) !== undefined);
    assert.deepEqual(
      sure.map(({ name, title }) => [title, pending.has(name)]),
      sure.map(({ title, stop }) => [title, way.isPending(stop.boundary)]),
    );
  });

  for (const cell of cells) {
    it(`all agree again on ${cell.title}`, () => {
      const inCloud = domainsInCloud(cell, scene);
      assert.deepEqual(
        inCloud.map(asInputs),
        [cell.after ?? []].flat().map((after) => ({ managedLoginVersion: 1, ...after })),
        "the cloud is what the program says",
      );
      assert.deepEqual(domainsInState(cell, recovered), inCloud, "the state is what the cloud says");
    });
  }

  it("no step has been taken twice", () => {
    assert.deepEqual(
      cells.map((cell) => [cell.title, timesTaken(cell, scene)]),
      cells.map(({ title }) => [title, 1]),
    );
  });

  it("nothing is pending", () => assert.deepEqual(recovered.pending, []));

  it("a further preview shows no change", () => {
    assert.deepEqual(
      operationsOfEngine(preview).filter((operation) => !operation.startsWith("same ")),
      [],
    );
  });

  for (const [index, { title }] of cells.filter(givesUpItsName).entries()) {
    it(`who took the name that was given up is left alone by ${title}`, () => {
      const takeover = takeovers[index] as Takeover;
      assert.deepEqual(scene.emulator.domain(takeover.theirs.name), takeover.theirs);
      assert.deepEqual(callsToChange(takeover, scene), []);
    });
  }
}

/** What can be compared of a domain, wherever it is described. */
interface Described {
  domain: unknown;
  userPoolId: unknown;
  certificateArn: unknown;
  managedLoginVersion: unknown;
  cloudFrontDistribution: unknown;
  status: unknown;
}

/** Under its old name and its new one, on its old pool and its new one. */
function domainsInCloud({ before, after }: Cell, { emulator }: Scene): Described[] {
  const of = (member: "domain" | "userPoolId") =>
    new Set([before, after].flatMap((inputs) => inputs?.[member] ?? []));
  return [...of("domain")]
    .flatMap((name) => emulator.domain(name) ?? [])
    .filter(({ userPoolId }) => of("userPoolId").has(userPoolId))
    .map(({ name, customDomainConfig, ...domain }) => ({
      domain: name,
      userPoolId: domain.userPoolId,
      certificateArn: customDomainConfig?.certificateArn,
      managedLoginVersion: domain.managedLoginVersion,
      cloudFrontDistribution: domain.cloudFrontDistribution,
      status: domain.status,
    }));
}

function domainsInState({ name }: Cell, { resources }: State): Described[] {
  return resources
    .filter(({ urn }) => urn.endsWith(`::${name}`))
    .map(({ outputs }) => ({
      domain: outputs["domain"],
      userPoolId: outputs["userPoolId"],
      certificateArn: (outputs["customDomainConfig"] as DomainInputs["customDomainConfig"])?.certificateArn,
      managedLoginVersion: outputs["managedLoginVersion"],
      cloudFrontDistribution: outputs["cloudFrontDistribution"],
      status: outputs["status"],
    }));
}

function asInputs({ domain, userPoolId, certificateArn, managedLoginVersion }: Described) {
  const customDomainConfig = certificateArn === undefined ? {} : { customDomainConfig: { certificateArn } };
  return { managedLoginVersion, domain, userPoolId, ...customDomainConfig };
}

/** How often a step's call took effect. */
function timesTaken({ of, stop }: Cell, { emulator }: Scene): number {
  return emulator.calls.filter(({ operation, request, outcome }) => {
    const { Domain, UserPoolId } = (request ?? {}) as { Domain?: string; UserPoolId?: string };
    const isOfIt = Domain === of.domain && UserPoolId === of.userPoolId;
    return operation === `${stop.step}UserPoolDomain` && isOfIt && !outcome.error;
  }).length;
}
