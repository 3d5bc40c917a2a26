import type { Call, Domain } from "../../../emulator/index";
import { mustGoFirst } from "../../../provider/plan/plan";
import type { Cloud } from "../support/cloud";
import type { Cell } from "./cells";

/** A name that a rename has given up, and that is somebody else's since the crash. */
export interface Takeover {
  readonly theirs: Domain;
  /** How many calls had been made by then. */
  readonly callsBefore: number;
}

/** Whether the crash comes once a rename has given up a name for good. */
export function givesUpItsName({ before, after, stop }: Cell): boolean {
  if (!before || !after || before.domain === after.domain) return false;
  return stop.step === "Create" && mustGoFirst(before, after);
}

/** Somebody else has every name that was given up, each on another pool. */
export function takeNames(cells: readonly Cell[], { emulator }: Cloud): Takeover[] {
  return cells.filter(givesUpItsName).map(({ before }) => {
    const { domain = "", customDomainConfig } = before ?? {};
    const { id: userPoolId } = emulator.createPool();
    emulator.createDomain({ domain, userPoolId, ...customDomainConfig });
    return { theirs: emulator.domain(domain) as Domain, callsBefore: emulator.calls.length };
  });
}

/** The calls since then that would have changed what is somebody else's. */
export function callsToChange({ theirs, callsBefore }: Takeover, { emulator }: Cloud): Call[] {
  return emulator.calls
    .slice(callsBefore)
    .filter(
      ({ operation, request }) =>
        operation !== "DescribeUserPoolDomain" &&
        (request as { Domain?: string } | undefined)?.Domain === theirs.name,
    );
}
