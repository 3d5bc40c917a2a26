import type { Call } from "../../../emulator/index";

/** The operations of calls, in order, looks in a row as one: how often a wait looks is not the story's business. */
export function operations(calls: readonly Call[]): string[] {
  return calls
    .map(({ operation }) => operation.replace("UserPoolDomain", ""))
    .filter((operation, index, all) => operation !== "Describe" || all[index - 1] !== "Describe");
}

/** How many calls of an operation there were. */
export function count(calls: readonly Call[], operation: string): number {
  return calls.filter((call) => call.operation === `${operation}UserPoolDomain`).length;
}

/** What the only call of an operation asked for. */
export function requestOf(calls: readonly Call[], operation: string): unknown {
  const [call, ...others] = calls.filter((call) => call.operation === `${operation}UserPoolDomain`);
  if (!call || others.length > 0) throw new Error(`Not exactly one ${operation}: ${JSON.stringify(calls)}`);
  return call.request;
}
