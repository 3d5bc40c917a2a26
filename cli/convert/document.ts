import { parseDocument, type YAMLError } from "yaml";
import type { Wording } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { reading } from "./diagnostics";

/**
 * The value of a text in JSON, or in YAML, which takes JSON as well.
 *
 * @throws Diagnostic that begins with `what` the text is, and says where it is neither
 */
export function readDocument(text: string, what: string): unknown {
  const document = parseDocument(text, { logLevel: "error" });
  // A tag such as CloudFormation's !Ref is but a warning, and what it stands for would be lost.
  const problem = [...document.errors, ...document.warnings][0];
  if (problem) throw new Diagnostic(reasonOf(problem, what));
  const value = resolved(() => document.toJS(), what);
  if (value === null) throw new Diagnostic(reading.empty({ what }));
  return value;
}

function reasonOf({ code, message }: YAMLError, what: string): Wording {
  switch (code) {
    case "MULTIPLE_DOCS":
      return reading.manyDocuments({ what });
    case "RESOURCE_EXHAUSTION":
      return reading.tooDeep({ what });
    default:
      return reading.neitherJsonNorYaml({ what, problem: message.trimEnd() });
  }
}

/** Aliases may stand for what they are in, or for more than there is room for. */
function resolved(read: () => unknown, what: string): unknown {
  try {
    const value = read();
    JSON.stringify(value);
    return value;
  } catch {
    throw new Diagnostic(reading.endlessAliases({ what }));
  }
}
