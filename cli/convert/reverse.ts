import { awsCliCommand } from "../../code/aws-cli";
import { checkInputs } from "../../provider/check";
import type { Wording } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import type { DomainInputs } from "../../provider/inputs";
import { createRequest } from "../../provider/plan/requests";
import { propertyTable } from "../../provider/properties";
import { regionOfUserPool } from "../../provider/region";
import { isUnknown } from "../../provider/unknown";
import { isValues, withoutNulls } from "../../provider/values";
import { isSecret } from "../secret";
import { converting, remarks as remarkOn } from "./diagnostics";
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
 * @throws Diagnostic that begins with `what` the document is, for what can't be the inputs of a domain
 */
export function reverseInputs(document: unknown, what: string): Reversal {
  if (!isValues(document)) throw new Diagnostic(converting.noInputs({ what }));
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

function refuse(problems: readonly Wording[], what: string): void {
  if (problems.length > 0) throw new Diagnostic(converting.irreversible({ what, problems }));
}

function hiddenValues(value: unknown, path: string): Wording[] {
  if (isUnknown(value)) return [converting.unknownInput({ path })];
  // A preview in JSON has the former.
  if (value === "[secret]" || isSecret(value)) return [converting.secretInput({ path })];
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
      message: remarkOn.ofPulumi({ path }),
    }));
}
