import type { Fault } from "../../../../emulator/index";
import { parseDuration } from "../../../../provider/duration";
import type { DomainInputs } from "../../../../provider/inputs";
import { kindOfName } from "../../../../provider/kind";
import { defaultTimeouts } from "../../../../provider/usual-durations";
import type { Facts } from "../facts";
import { isInTheWay } from "../obstacles";
import { same } from "../places";
import type { ResourceName } from "../scenario";
import type { RunEnded } from "./of-runs";

/** With nobody interfering, nothing in the way, and timeouts that are long enough. */
export function* failedThoughPassing(ended: RunEnded, facts: Facts): Iterable<string> {
  if (!hasToSucceed(ended, facts)) return;
  for (const { step, domain, error } of ended.deeds)
    if (error !== undefined) yield `the ${step} of ${domain}: ${error}`;
}

/** Whether nothing is wrong but what passes. */
export function hasToSucceed({ run, faults, outside }: RunEnded, facts: Facts): boolean {
  if ((run !== "up" && run !== "destroy") || outside.length > 0 || !faults.every(isPassing)) return false;
  return facts.settledBefore && isPatient(facts) && !isCrowded(facts);
}

function isPassing(fault: Fault): boolean {
  if (!("error" in fault) || fault.times === "always") return false;
  const isOfChange = fault.operation !== "*" && fault.operation !== "DescribeUserPoolDomain";
  return (
    fault.error.name === "TooManyRequestsException" ||
    (fault.error.name === "ConcurrentModificationException" && isOfChange)
  );
}

/** Whether every timeout is longer than the steps, and than what goes wrong a few times. */
function isPatient({ scenario, program, entries }: Facts): boolean {
  const { durations, readDelay } = scenario;
  return [...program.values(), ...entries.map(({ outputs }) => outputs)].every((inputs) => {
    const kind = kindOfName(inputs.domain);
    const steps = durations[kind];
    const longest = Math.max(steps.create, steps.update, steps.delete) + steps.nameRelease;
    const timeouts = Object.values(inputs.timeouts ?? {}).map((timeout) => parseDuration(timeout) ?? 0);
    return Math.min(defaultTimeouts[kind], ...timeouts) > 2 * longest + readDelay + 60_000;
  });
}

/** Whether a resource asks for what is somebody else's, another resource's, or more than the quota. */
function isCrowded(facts: Facts): boolean {
  const { program, scenario } = facts;
  if (Object.keys(scenario.quotas).length > 0) return true;
  return [...program].some(
    ([resource, wanted]) => isInTheWay(resource, wanted, facts) || isWantedTwice(resource, wanted, facts),
  );
}

function isWantedTwice(
  resource: ResourceName,
  wanted: DomainInputs,
  { program, entries, heldBefore }: Facts,
): boolean {
  const declared = [...program].filter(([other]) => other !== resource).map(([, inputs]) => inputs);
  const held = entries.filter((entry) => entry.resource !== resource).map(({ outputs }) => outputs);
  return [...declared, ...held, ...heldBefore.filter((place) => !same(place, wanted))].some(
    (other) =>
      other.domain === wanted.domain ||
      (other.userPoolId === wanted.userPoolId && kindOfName(other.domain) === kindOfName(wanted.domain)),
  );
}
