import type { Call, Fault, WaitingFault } from "../../../emulator/index";

const operations = [
  "CreateUserPoolDomain",
  "DescribeUserPoolDomain",
  "UpdateUserPoolDomain",
  "DeleteUserPoolDomain",
] as const;
const errors = [
  "TooManyRequestsException",
  "ConcurrentModificationException",
  "InternalErrorException",
  "NotAuthorizedException",
] as const;
const spoilings = ["drop", "hang", "garbage"].flatMap((by) => [`${by}, none`, `${by}, taken`]);
const badEnds = ["FAILED", "stuck"] as const;

/** A run with faults that nothing may fail for. */
export const onlyPassing = "a run in which only passing things go wrong";

/** Everything that may befall a call, or the step that it begins: each has to befall some in every long enough search. */
export const everyTrouble: readonly string[] = [
  onlyPassing,
  ...operations.flatMap((operation) => [...errors, ...spoilings].map((what) => `${operation}: ${what}`)),
  ...operations
    .filter((operation) => operation !== "DescribeUserPoolDomain")
    .flatMap((operation) => badEnds.map((what) => `${operation}: ${what}`)),
];

/** What befell a call: nothing where all was well, or the service refused it for what was asked. */
export function troublesOf({ operation, outcome: { error, spoiled } }: Call): string[] {
  if (spoiled) return [`${operation}: ${spoiled.by}, ${spoiled.effect}`];
  return errors.some((name) => name === error?.name) ? [`${operation}: ${error?.name}`] : [];
}

/** What befell the steps that calls began, by the faults that are used up. */
export function badEndsMet(injected: readonly Fault[], waiting: readonly WaitingFault[]): string[] {
  const left = new Set(waiting.map(({ fault }) => JSON.stringify(fault)));
  return injected.flatMap((fault) =>
    "domainStatus" in fault && !left.has(JSON.stringify(fault))
      ? [`${fault.operation}: ${fault.domainStatus}`]
      : [],
  );
}
