import { awsCliCommand } from "../code/aws-cli";
import type { Call } from "../provider/plan/requests";
import { unknownValue } from "../provider/unknown";
import { isSecret } from "./hidden";

/**
 * The calls as commands for a POSIX shell. The service answers before it is done, so between two calls stands a wait
 * for what the first has begun.
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

function waitAfter({ operation, request }: Call, region: string | undefined): string {
  const describe = awsCliCommand(
    { operation: "DescribeUserPoolDomain", request: { Domain: request.Domain } },
    region,
  ).replaceAll(" \\\n  ", " ");
  const status = `${describe} --query DomainDescription.Status --output text`;
  // The AWS CLI prints None for the status of a domain that isn't there.
  const awaited = operation === "DeleteUserPoolDomain" ? "None" : "ACTIVE";
  return `until [ "$(${status})" = ${awaited} ]; do sleep 5; done`;
}
