import type { Facts } from "./facts";
import { type Calmed, type Destroyed, failedRefresh, leftForEver, stuck } from "./rules/in-calm";
import { type CallMade, foreignUpdated, resets, somebodysTouched, unnamed } from "./rules/of-calls";
import { failedThoughPassing } from "./rules/of-passing-trouble";
import {
  callsOfPreview,
  changesLeft,
  droppedThoughThere,
  incomplete,
  orphans,
  type Previewed,
  type RunEnded,
  takenOver,
  wrongState,
} from "./rules/of-runs";
import { givenUpEarly, overdue, refusedValues, type StepTaken, unworded } from "./rules/of-steps";

/** What must hold at every moment of a kind, and the function that tells what breaks it. */
export type Rule<Moment> = readonly [
  sentence: string,
  breaches: (moment: Moment, facts: Facts) => Iterable<string>,
];

/** All that must hold, whatever happens. */
export const rules = {
  afterCall: [
    ["An update or delete is of what the state or the program names.", unnamed],
    ["A domain of somebody else is left alone, unless the program adopts it.", somebodysTouched],
    ["What was just seen to be another pool's isn't updated.", foreignUpdated],
    ["An update leaves as it is what the program leaves out.", resets],
  ] satisfies Rule<CallMade>[],
  afterStep: [
    ["What fails is worded for a person, and what fails in part carries what the engine needs.", unworded],
    ["The engine is given nothing that it refuses.", refusedValues],
    ["A step ends with its timeout; what has none doesn't wait.", overdue],
    ["What passes is waited for until the timeout.", givenUpEarly],
  ] satisfies Rule<StepTaken>[],
  afterRun: [
    ["A run in which only passing things went wrong succeeds.", failedThoughPassing],
    ["A domain comes into the state when the stack made it, may have made it, or adopts it.", takenOver],
    ["A domain of the stack is in its state, or its user is told of it.", orphans],
    ["After a success the state is what the service holds.", wrongState],
    ["An up that succeeds has made what the program declares, and nothing is left to be done.", incomplete],
    ["A refresh drops only what isn't there.", droppedThoughThere],
  ] satisfies Rule<RunEnded>[],
  afterPreview: [
    ["After a success the preview has no change.", changesLeft],
    ["A preview calls nothing.", callsOfPreview],
  ] satisfies Rule<Previewed>[],
  /** Nothing goes wrong any more, nobody interferes, and everything is tried again and again. */
  inCalm: [
    ["A refresh succeeds.", failedRefresh],
    [
      "An up comes to its end, unless somebody else's domain, another resource's or a quota is in the way.",
      stuck,
    ],
  ] satisfies Rule<Calmed>[],
  atTheEnd: [["A destroy ends in an empty state.", leftForEver]] satisfies Rule<Destroyed>[],
};
