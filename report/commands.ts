import { awsCliCommand } from "../code/aws-cli";
import type { Call } from "../provider/plan/requests";
import { unknownValue } from "../provider/unknown";
import { isSecret } from "./hidden";

/**
 * The calls as commands for a POSIX shell, each of which fails where the next must not be run. The service answers before
 * it is done, so between two calls stands a wait for what the first has begun.
 */
export function commandsFor(
  calls: readonly Call[],
  region: string | undefined,
): { commands: string[]; runnable: boolean } {
  const shown = JSON.stringify(calls, (_name, value) => (isSecret(value) ? unknownValue : value));
  const commands = (JSON.parse(shown) as Call[]).flatMap((call, index) => [
    awsCliCommand(call, region),
    ...(index < calls.length - 1 ? [waitAfter(call, region)] : []),
  ]);
  return { commands, runnable: !shown.includes(unknownValue) };
}

/** It ends where the status can't be read, and where it will never be the one that is awaited. */
function waitAfter({ operation, request }: Call, region: string | undefined): string {
  const describe = awsCliCommand(
    { operation: "DescribeUserPoolDomain", request: { Domain: request.Domain } },
    region,
  ).replaceAll(" \\\n  ", " ");
  // The AWS CLI prints None for the status of a domain that isn't there.
  const awaited = operation === "DeleteUserPoolDomain" ? "None" : "ACTIVE";
  const goesOn = ["", "FAILED", awaited].map((end) => `[ "$status" != "${end}" ]`).join(" && ");
  const status = `status=$(${describe} --query DomainDescription.Status --output text)`;
  return `{ while ${status}; ${goesOn}; do sleep 5; done; [ "$status" = ${awaited} ]; }`;
}
