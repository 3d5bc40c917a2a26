import type { DomainFacts } from "./domain";
import type { Phase } from "./phase";

/** A domain, and what it is going through. */
export interface DomainRecord {
  /** What it is. */
  readonly facts: DomainFacts;
  /** Where it is in its life. */
  readonly phase: Phase;
}

/** What was made of each name over time, as far back as reads look. */
export interface Timeline {
  /** The record that was in force at that moment, in milliseconds since 1970. */
  at(key: string, moment: number): DomainRecord | undefined;
  newest(key: string): DomainRecord | undefined;
  /** The keys of names that the pool has or had. */
  keysOf(userPoolId: string): Iterable<string>;
  /** The newest record of every name, but for those that are over. */
  records(): DomainRecord[];
  /** From `since` on; what nobody can read any more, because it was over before `readable`, is left out. */
  add(key: string, record: DomainRecord, since: number, readable: number): void;
  /** As if it had always been so. */
  set(key: string, record: DomainRecord): void;
  delete(key: string): void;
  clear(): void;
}

interface Entry extends DomainRecord {
  readonly since: number;
}

/** @param isOver whether a record says of its name no more than that it is free again */
export function createTimeline(isOver: (record: DomainRecord) => boolean): Timeline {
  /** Oldest first, and never empty. */
  const histories = new Map<string, readonly Entry[]>();
  const keysOfPool = new Map<string, Set<string>>();
  let sweepAt = 100;

  const remove = (key: string): void => {
    for (const { facts } of histories.get(key) ?? []) {
      const keys = keysOfPool.get(facts.userPoolId);
      keys?.delete(key);
      if (keys?.size === 0) keysOfPool.delete(facts.userPoolId);
    }
    histories.delete(key);
  };
  const put = (key: string, history: readonly Entry[]): void => {
    remove(key);
    histories.set(key, history);
    for (const { facts } of history) {
      keysOfPool.set(facts.userPoolId, (keysOfPool.get(facts.userPoolId) ?? new Set()).add(key));
    }
  };

  /** Forgets the names that are over; done each time that there are twice as many as the last time. */
  const sweep = (): void => {
    for (const [key, history] of histories) {
      const newest = history.at(-1);
      if (newest && isOver(newest)) remove(key);
    }
    sweepAt = 2 * histories.size + 100;
  };

  return {
    at: (key, moment) => histories.get(key)?.findLast(({ since }) => since <= moment),
    newest: (key) => histories.get(key)?.at(-1),
    keysOf: (userPoolId) => keysOfPool.get(userPoolId) ?? [],
    records() {
      sweep();
      return [...histories.values()].flatMap((history) => history.slice(-1));
    },
    add(key, record, since, readable) {
      const past = histories.get(key) ?? [];
      const first = past.findLastIndex((entry) => entry.since <= readable);
      const visible = readable < since ? past.slice(Math.max(0, first)) : [];
      put(key, [...visible, { since, ...record }]);
      if (histories.size >= sweepAt) sweep();
    },
    set: (key, record) => put(key, [{ since: Number.NEGATIVE_INFINITY, ...record }]),
    delete: remove,
    clear() {
      histories.clear();
      keysOfPool.clear();
    },
  };
}
