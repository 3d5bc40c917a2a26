/** What the engine did, or in a preview would do, to one resource. */
export interface Step {
  /** Such as `create`, `same`, `update`, `replace`, `create-replacement`, `delete-replaced` or `refresh`. */
  op: string;
  /** The resource's name in the program. */
  name: string;
  type: string;
  /** The properties for which the resource is replaced. */
  replaceReasons: readonly string[];
  /** The resource before, where there was one. */
  old?: ResourceSnapshot;
  /** The resource afterwards, as the engine knew it when the step began. */
  new?: ResourceSnapshot;
}

export interface ResourceSnapshot {
  id: string;
  /** The URN of its parent; none above the stack. */
  parent?: string;
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
  initErrors?: string[];
}

export interface EngineDiagnostic {
  severity: string;
  message: string;
  /** The name of the resource that it is about. */
  about?: string;
}

/** The engine's own record of a command. */
export interface EngineRecord {
  /** Of the resources that programs declare, in the order in which they began. */
  steps: Step[];
  /** In which order steps came to their end. */
  ended: string[];
  /** What people are shown, passing lines aside. */
  diagnostics: EngineDiagnostic[];
}

/** Reads the file of a `--event-log`: one JSON object on each line. */
export function readEvents(log: string): EngineRecord {
  const events = log
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as EngineEvent);
  return {
    steps: events.flatMap(({ resourcePreEvent }) => stepOf(resourcePreEvent)),
    ended: events.flatMap(({ resOutputsEvent }) => stepOf(resOutputsEvent)).map(({ op }) => op),
    diagnostics: events
      .flatMap(({ diagnosticEvent }) => diagnosticEvent ?? [])
      .filter(({ severity, ephemeral }) => severity !== "debug" && !ephemeral)
      .map(({ severity, message, urn }) => ({
        severity,
        message: message.trim(),
        ...(urn && { about: nameIn(urn) }),
      })),
  };
}

interface EngineEvent {
  resourcePreEvent?: { metadata: StepMetadata };
  resOutputsEvent?: { metadata: StepMetadata };
  diagnosticEvent?: { severity: string; message: string; urn?: string; ephemeral?: boolean };
}

interface StepMetadata {
  op: string;
  urn: string;
  type: string;
  keys?: string[] | null;
  old: ResourceSnapshot | null;
  new: ResourceSnapshot | null;
}

function stepOf(event: { metadata: StepMetadata } | undefined): Step[] {
  if (!event || event.metadata.type.startsWith("pulumi:")) return [];
  const { op, urn, type, keys, old, new: made } = event.metadata;
  return [
    {
      op,
      name: nameIn(urn),
      type,
      replaceReasons: keys ?? [],
      ...(old && { old }),
      ...(made && { new: made }),
    },
  ];
}

function nameIn(urn: string): string {
  return urn.split("::").at(-1) ?? urn;
}
