import { parseDocument, type YAMLError } from "yaml";

/**
 * The value of a text in JSON, or in YAML, which takes JSON as well.
 *
 * @throws Error that begins with `what` the text is, and says where it is neither
 */
export function readDocument(text: string, what: string): unknown {
  const document = parseDocument(text, { logLevel: "error" });
  // A tag such as CloudFormation's !Ref is but a warning, and what it stands for would be lost.
  const problem = [...document.errors, ...document.warnings][0];
  if (problem) throw new Error(`${what} ${reasonOf(problem)}`);
  const value = resolved(() => document.toJS(), what);
  if (value === null) throw new Error(`${what} is empty: an object in JSON or YAML is expected.`);
  return value;
}

function reasonOf({ code, message }: YAMLError): string {
  switch (code) {
    case "MULTIPLE_DOCS":
      return "holds more than one document: give one at a time.";
    case "RESOURCE_EXHAUSTION":
      return "is nested too deeply to be read.";
    default:
      return `is neither JSON nor YAML. ${message.trimEnd()}`;
  }
}

/** Aliases may stand for what they are in, or for more than there is room for. */
function resolved(read: () => unknown, what: string): unknown {
  try {
    const value = read();
    JSON.stringify(value);
    return value;
  } catch {
    throw new Error(
      `${what} has YAML aliases (*name) that never end, or too many: write what they stand for.`,
    );
  }
}
