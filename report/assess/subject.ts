import { isUnknown } from "../../provider/unknown";
import { isSecret } from "../hidden";
import { nameIn } from "../intents";
import type { ResourceState } from "../preview";
import type { DomainChange } from "../shape";

/** What every change has, and what most have nothing of. */
export function subject(urn: string, domain: unknown, declaration?: ResourceState) {
  return {
    urn,
    name: nameIn(urn),
    domain: knownName(domain),
    position: positionIn(declaration?.sourcePosition),
    order: null,
    successor: null,
    causes: [],
    changes: [],
    drift: [],
    recreated: false,
    duration: null,
    commands: [],
    runnable: true,
  } satisfies Partial<DomainChange>;
}

/** Null where it can't be shown. */
export function knownName(domain: unknown): string | null {
  return domain === undefined || isUnknown(domain) || isSecret(domain) ? null : String(domain);
}

function positionIn(sourcePosition: string | undefined): DomainChange["position"] {
  const [, file, line] = /^project:\/\/\/(.+)#(\d+)/.exec(sourcePosition ?? "") ?? [];
  return file === undefined ? null : { file, line: Number(line) };
}
