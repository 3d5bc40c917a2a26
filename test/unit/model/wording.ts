import type { Call } from "../../../emulator/index";
import type { Entry, Program } from "./engine";

export function wordedProgram(program: Program): string {
  const resources = [...program].map(([resource, inputs]) => `${resource} ${JSON.stringify(inputs)}`);
  return resources.join(", ") || "nothing";
}

export function wordedCall({ operation, request, outcome: { status, error, spoiled } }: Call): string {
  const { Domain, UserPoolId, ...rest } = request as Record<string, unknown>;
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : "";
  const end = spoiled
    ? `${spoiled.by}, effect ${spoiled.effect}`
    : `${status}${error ? ` ${error.name}: ${error.message}` : ""}`;
  return `${operation} ${Domain}${UserPoolId ? ` on ${UserPoolId}` : ""}${more} -> ${end}`;
}

export function wordedEntry({ resource, outputs, initErrors, doomed, pendingReplacement }: Entry): string {
  const { domain, userPoolId, status } = outputs;
  const marks = [
    initErrors.length > 0 && "with init errors",
    doomed && "to be deleted",
    pendingReplacement && "deleted, to be replaced",
  ].filter(Boolean);
  return `${resource} ${domain} on ${userPoolId} ${status} ${marks.join(", ")}`.trimEnd();
}
