import type { EngineEvent } from "@pulumi/pulumi/automation";
import { withoutOwn } from "./failures";
import { domainType } from "./program";
import type { Counts, Failure } from "./protocol";
import { nameIn } from "./stacks";

/** What the engine does with the domains of one stack, as its events tell. */
export interface Watch {
  readonly onEvent: (event: EngineEvent) => void;
  counts(): Counts;
  failures(): Failure[];
}

export interface Watching {
  readonly isPreview: boolean;
  /** One more domain has come to its end. */
  readonly onDomain: () => void;
  /** The state couldn't be saved. */
  readonly onUnsaved: () => void;
}

export function watchEngine({ isPreview, onDomain, onUnsaved }: Watching): Watch {
  const counts = { create: 0, update: 0, replace: 0, delete: 0, same: 0 };
  const ownWords = new Map<string, string[]>();
  const failures: Failure[] = [];

  function count(op: string): void {
    // A replacement is also told as the create and the delete that it is made of.
    if (op in counts) counts[op as keyof Counts] += 1;
  }

  return {
    counts: () => ({ ...counts }),
    failures: () => failures,
    onEvent({ resourcePreEvent, resOutputsEvent, resOpFailedEvent, diagnosticEvent }) {
      const begun = resourcePreEvent?.metadata;
      if (begun?.type === domainType) {
        ownWords.set(begun.urn, [nameIn(begun.urn), ...textsIn([begun.old?.inputs, begun.new?.inputs])]);
      }
      const ended = isPreview ? begun : (resOutputsEvent ?? resOpFailedEvent)?.metadata;
      if (ended?.type === domainType) {
        if (!resOpFailedEvent) count(ended.op);
        onDomain();
      }
      if (diagnosticEvent?.message.includes("failed to save snapshot")) onUnsaved();
      if (diagnosticEvent?.severity === "error" && isOfProgram(diagnosticEvent.urn)) {
        const { urn = "", message: text } = diagnosticEvent;
        const message = text.trim();
        failures.push({
          tenant: nameIn(urn),
          message,
          cause: withoutOwn(causeOf(message, ownWords.get(urn) ?? [nameIn(urn)])),
        });
      }
    },
  };
}

/** What has no URN, or that of the stack or a provider, is the shard's, and the CLI says it at its end. */
function isOfProgram(urn: string | undefined): boolean {
  return urn !== undefined && urn !== "" && !urn.includes("::pulumi:");
}

/** A message without a tenant's own words and without the ids of requests, so that those with one cause are alike. */
export function causeOf(message: string, ownWords: readonly string[]): string {
  const isOwn = (text: string): boolean =>
    ownWords.some((word) => text === word || text.startsWith(`${word}.`));
  return message
    .replace(/,? request [0-9a-f-]{36}/g, "")
    .replace(/[\w-](?:[\w.:/-]*[\w-])?/g, (text) => (isOwn(text.replace("https://", "")) ? "…" : text));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
