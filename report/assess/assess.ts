import type { Intent } from "../intents";
import type { Obstacle } from "../obstacles";
import type { DomainChange } from "../shape";
import { created } from "./creation";
import { deleted, forgotten, imported } from "./departure";
import { replaced } from "./replacement";
import { kept, updated } from "./update";

/** What an intent is held against. */
export interface Context {
  /** What is in the way of whom. */
  readonly obstacles: ReadonlyMap<Intent, Obstacle>;
  /** The stack's own Region, where a domain tells none. */
  readonly region: string | undefined;
}

/**
 * What the engine's intent means for a domain; undefined where it changes nothing. What is done and in which order is the
 * engine's word; what that comes to is the plan's, which the provider's own diff is made from.
 */
export function assess(intent: Intent, { obstacles, region }: Context): DomainChange | undefined {
  const obstacle = obstacles.get(intent);
  switch (intent.kind) {
    case "create":
      return created(intent, obstacle, region);
    case "update":
      return updated(intent, region);
    case "keep":
      return kept(intent);
    case "replace":
      return replaced(intent, obstacle, region);
    case "delete":
      return deleted(intent, obstacles, region);
    case "release":
      return forgotten(intent);
    case "import":
      return imported(intent);
  }
}
