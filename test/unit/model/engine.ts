import type { dynamic } from "@pulumi/pulumi";
import type { DomainInputs } from "../../../provider/inputs";
import type { DomainState } from "../../../provider/state";
import type { StepTaken } from "./rules/of-steps";
import type { ResourceName } from "./scenario";

/** The provider as Pulumi's plugin for dynamic resources calls it. */
export type Provider = Required<dynamic.ResourceProvider>;

/** What the program declares. */
export type Program = ReadonlyMap<ResourceName, DomainInputs>;

/** A resource in the state. */
export interface Entry {
  readonly resource: ResourceName;
  outputs: DomainState & { __provider: string };
  /** It is there, and the step that made or changed it did not come to a good end. */
  initErrors: readonly string[];
  /** Replaced, and still to be deleted: the engine's `Delete`. */
  doomed: boolean;
  /** Deleted, and its replacement still to be made: the engine's `PendingReplacement`. */
  pendingReplacement: boolean;
}

/** What came of one call of the engine to the provider. */
export interface Deed {
  readonly step: "check" | "diff" | "create" | "update" | "delete" | "read";
  readonly resource: ResourceName;
  readonly domain: string;
  readonly userPoolId: string;
  /** Whoever reads the terminal is told this. */
  readonly error?: string;
  readonly partial?: boolean;
  /** For reads: the domain was not found, or is somebody else's. */
  readonly dropped?: boolean;
}

export interface EngineParts {
  /** Of the run that is under way. */
  provider(): Provider;
  now(): number;
  /** Runs steps of independent resources side by side. */
  together(tasks: readonly (() => Promise<void>)[]): Promise<unknown>;
  /** Hears of every change of the state. */
  onState(entries: readonly Entry[]): void;
  /** Hears of every answer of the provider. */
  onStep(taken: StepTaken): void;
}

/** Pulumi's engine as far as dynamic resources that don't depend on each other can tell (tried with 3.255.0). */
export interface Engine {
  readonly entries: readonly Entry[];
  up(program: Program): Promise<Deed[]>;
  refresh(): Promise<Deed[]>;
  destroy(): Promise<Deed[]>;
  /** What a preview would do to each resource: only check and diff are called. */
  preview(program: Program): Promise<{ resource: ResourceName; changes: boolean }[]>;
}

const __provider = "exports.handler = () => require('pulumi-cognito-domain/provider').provider";

export function createEngine({ provider, now, together, onState, onStep }: EngineParts): Engine {
  let entries: Entry[] = [];
  let deeds: Deed[] = [];
  const failed = (): boolean => deeds.some(({ error }) => error !== undefined);

  return {
    get entries() {
      return entries;
    },
    async up(program) {
      deeds = [];
      await together(
        [...program].map(
          ([resource, inputs]) =>
            () =>
              bring(resource, inputs),
        ),
      );
      // After a failure the engine begins nothing more, and so deletes nothing.
      if (!failed()) await remove(entries.filter(({ doomed, resource }) => doomed || !program.has(resource)));
      return deeds;
    },
    async refresh() {
      deeds = [];
      const there = entries.filter(({ pendingReplacement }) => !pendingReplacement);
      await together(there.map((entry) => () => refreshOne(entry)));
      return deeds;
    },
    async destroy() {
      deeds = [];
      await remove(entries);
      return deeds;
    },
    async preview(program) {
      deeds = [];
      const changes: { resource: ResourceName; changes: boolean }[] = [];
      for (const [resource, inputs] of program) {
        const old = current(resource);
        const news = await check(resource, inputs, old);
        const diff = old && news && (await diffOf(old, news));
        changes.push({ resource, changes: diff?.changes ?? true });
      }
      return changes;
    },
  };

  function current(resource: ResourceName): Entry | undefined {
    return entries.find((entry) => entry.resource === resource && !entry.doomed);
  }

  function keep(next: Entry[]): void {
    entries = next;
    onState(entries);
  }

  async function bring(resource: ResourceName, wanted: DomainInputs): Promise<void> {
    const old = current(resource);
    const news = await check(resource, wanted, old);
    if (!news) return;
    if (!old) return create(resource, news);
    const diff = await diffOf(old, news);
    if (!diff) return;
    // What is pending replacement is replaced whatever the diff says.
    if ((diff.replaces ?? []).length > 0 || old.pendingReplacement) {
      if (!diff.deleteBeforeReplace) return create(resource, news, { toBeDeleted: old });
      if (!old.pendingReplacement) {
        if (!(await deleted(old))) return;
        keep(entries.map((entry) => (entry === old ? { ...old, pendingReplacement: true } : entry)));
      }
      const gone = current(resource);
      if (!failed()) await create(resource, news, { ...(gone && { gone }) });
      return;
    }
    if (diff.changes || old.initErrors.length > 0) await update(old, news);
  }

  async function create(
    resource: ResourceName,
    news: Inputs,
    { toBeDeleted, gone }: { toBeDeleted?: Entry; gone?: Entry } = {},
  ): Promise<void> {
    const made = (outputs: Entry["outputs"], initErrors: readonly string[]): void => {
      const others = entries.filter((entry) => entry !== gone && entry !== toBeDeleted);
      const old = toBeDeleted ? [{ ...toBeDeleted, doomed: true }] : [];
      keep([...others, ...old, { resource, outputs, initErrors, doomed: false, pendingReplacement: false }]);
    };
    const subject = { step: "create" as const, resource, ...nameOf(news) };
    const outcome = await ask(subject, news, () => provider().create(news));
    if (outcome.result) made(asOutputs(outcome.result.outs), []);
    if (outcome.partial) made(asOutputs(outcome.partial.properties), outcome.partial.reasons);
  }

  async function update(old: Entry, news: Inputs): Promise<void> {
    const subject = { step: "update" as const, resource: old.resource, ...nameOf(old.outputs) };
    const outcome = await ask(subject, news, () => provider().update(old.outputs.domain, old.outputs, news));
    const replaced = (outputs: Entry["outputs"], initErrors: readonly string[]): void =>
      keep(entries.map((entry) => (entry === old ? { ...old, outputs, initErrors } : entry)));
    if (outcome.result) replaced(asOutputs(outcome.result.outs), []);
    if (outcome.partial) replaced(asOutputs(outcome.partial.properties), outcome.partial.reasons);
  }

  async function remove(doomed: readonly Entry[]): Promise<void> {
    const tasks = doomed.map((entry) => async () => {
      // One that is both is deleted once more: the engine looks at `doomed` first.
      const isGone = entry.pendingReplacement && !entry.doomed;
      if (isGone || (await deleted(entry))) keep(entries.filter((other) => other !== entry));
    });
    await together(tasks);
  }

  async function deleted(entry: Entry): Promise<boolean> {
    const { resource, outputs } = entry;
    const subject = { step: "delete" as const, resource, ...nameOf(outputs) };
    const outcome = await ask(subject, outputs, async () => {
      await provider().delete(outputs.domain, outputs);
      return true;
    });
    return outcome.result === true;
  }

  async function refreshOne(entry: Entry): Promise<void> {
    const { resource, outputs } = entry;
    const subject = { step: "read" as const, resource, ...nameOf(outputs) };
    const outcome = await ask(subject, outputs, () => provider().read(outputs.domain, outputs));
    if (!outcome.result) return;
    const isThere = outcome.result.id !== "";
    if (!isThere) {
      deeds = deeds.map((deed) => (deed === outcome.deed ? { ...deed, dropped: true } : deed));
      keep(entries.filter((other) => other !== entry));
      return;
    }
    const read = asOutputs(outcome.result.props);
    // To show what has changed, also of what is to be deleted.
    await diffOf({ ...entry, outputs: read }, read);
    keep(entries.map((other) => (other === entry ? { ...entry, outputs: read, initErrors: [] } : other)));
  }

  async function check(resource: ResourceName, inputs: DomainInputs, old: Entry | undefined) {
    const given = { ...inputs, __provider };
    const subject = { step: "check" as const, resource, ...nameOf(inputs) };
    const outcome = await ask(subject, given, () => provider().check(old?.outputs ?? {}, given));
    const failures = outcome.result?.failures ?? [];
    if (failures.length > 0)
      deeds.push({ ...subject, error: failures.map(({ reason }) => reason).join("; ") });
    return failures.length > 0 ? undefined : (outcome.result?.inputs as Inputs | undefined);
  }

  async function diffOf(old: Entry, news: Inputs): Promise<dynamic.DiffResult | undefined> {
    const subject = { step: "diff" as const, resource: old.resource, ...nameOf(news) };
    return (await ask(subject, {}, () => provider().diff(old.outputs.domain, old.outputs, news))).result;
  }

  /** Makes a call as the plugin does, and notes what came of it. */
  async function ask<T>(
    subject: Omit<Deed, "error" | "partial">,
    given: { timeouts?: DomainInputs["timeouts"]; domain?: string; status?: DomainState["status"] },
    call: () => Promise<T>,
  ): Promise<{ result?: T; partial?: PartialFailure; deed: Deed }> {
    const begun = now();
    const taken = (outcome: StepTaken["outcome"]): void => {
      const { step, domain } = subject;
      onStep({ step, domain, given, elapsed: now() - begun, outcome });
    };
    try {
      const result = await call();
      deeds.push(subject);
      taken({ result });
      return { result, deed: subject };
    } catch (thrown) {
      const error = thrown as Partial<PartialFailure> & Error;
      const deed = { ...subject, error: error.message, ...(error.id && { partial: true }) };
      deeds.push(deed);
      taken({ thrown });
      return error.id ? { partial: error as PartialFailure, deed } : { deed };
    }
  }
}

/** What comes through gRPC. */
function asOutputs(values: unknown): Entry["outputs"] {
  return { ...JSON.parse(JSON.stringify(values)), __provider };
}

type Inputs = DomainInputs & { __provider: string };

interface PartialFailure extends Error {
  id: string;
  properties: Record<string, unknown>;
  reasons: string[];
}

function nameOf({ domain, userPoolId }: { domain: string; userPoolId: string }) {
  return { domain, userPoolId };
}
