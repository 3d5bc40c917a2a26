import { awsCliCommand } from "../../code/aws-cli";
import { checkInputs } from "../../provider/check";
import type { DomainInputs } from "../../provider/inputs";
import { createRequest } from "../../provider/plan/requests";
import { propertyTable } from "../../provider/properties";
import { regionOfUserPool } from "../../provider/region";
import { isUnknown } from "../../provider/unknown";
import { isValues, withoutNulls } from "../../provider/values";
import { isSecret } from "../secret";
import { type Remark, remarkOf } from "./remark";

/** A program's inputs as a command. */
export interface Reversal {
  /** The AWS CLI's, for a POSIX shell. */
  readonly command: string;
  readonly remarks: readonly Remark[];
}

/**
 * Writes the inputs of a domain, as a program or Pulumi's state has them, as the command that creates it.
 *
 * @throws Error that begins with `what` the document is, for what can't be the inputs of a domain
 */
export function reverseInputs(document: unknown, what: string): Reversal {
  if (!isValues(document)) throw new Error(`${what} isn't the inputs of a domain, which are an object.`);
  const { __provider: _, ...inputs } = withoutNulls(document);
  refuse(hiddenValues(inputs, ""), what);
  const { failures, warnings } = checkInputs(inputs);
  refuse(
    failures.map(({ reason }) => reason),
    what,
  );
  const wanted = inputs as unknown as DomainInputs;
  const call = { operation: "CreateUserPoolDomain", request: createRequest(wanted) } as const;
  return {
    command: awsCliCommand(call, wanted.region ?? regionOfUserPool(wanted.userPoolId)),
    remarks: [...warnings.map(remarkOf("note")), ...remarksOnOwnProperties(inputs)],
  };
}

function refuse(problems: readonly string[], what: string): void {
  if (problems.length > 0) throw new Error(`${what} can't be made a command.\n  ${problems.join("\n  ")}`);
}

function hiddenValues(value: unknown, path: string): string[] {
  if (isUnknown(value)) return [`${path} isn't known before pulumi up: put its value there.`];
  // A preview in JSON has the former.
  if (value === "[secret]" || isSecret(value))
    return [`${path} is a secret, which a command would show: put its value there, if that is right.`];
  if (!isValues(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    hiddenValues(member, path ? `${path}.${name}` : name),
  );
}

/** What the API knows nothing of. The Region is in the command. */
function remarksOnOwnProperties(inputs: object): Remark[] {
  return Object.keys(inputs)
    .filter((name) => name !== "region" && propertyTable[name]?.api === undefined)
    .map((path) => ({
      kind: "note",
      path,
      message: `${path} is left out: it is for Pulumi, not for Cognito.`,
    }));
}
