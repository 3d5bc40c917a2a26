import type { Wording } from "../errors/diagnosis";
import { kindOf } from "../kind";
import { domainReasons as reasons } from "./diagnostics";
import type { Rule } from "./rule";

const longestName = 63;
const labelPattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const reservedWords = ["aws", "amazon", "cognito"];

/**
 * The documented pattern has no dot, although the text beside it says "Use periods to separate subdomain names", and
 * the service takes custom domains: the text is followed.
 *
 * Source: Amazon Cognito API reference, CreateUserPoolDomain; developer guide, "Using your own domain" and "Using the
 * Amazon Cognito prefix domain".
 */
export const domainNameRule: Rule = (name, inputs) => {
  if (name.length === 0) return reasons.empty();
  if (name.length > longestName) return reasons.tooLong({ length: name.length, most: longestName });
  const foreign = [...name].find((character) => !/[A-Za-z0-9.-]/.test(character));
  if (foreign !== undefined) return foreignCharacterProblem(foreign);
  const lower = name.toLowerCase();
  const problem = problemOf(lower, inputs);
  // What is advised must be allowed.
  return problem ?? (name === lower ? undefined : reasons.upperCase({ lower }));
};

function foreignCharacterProblem(character: string): Wording {
  if (":/?#@".includes(character)) return reasons.address({ character });
  if (character === "*") return reasons.wildcard({ character });
  if (/[\s\p{C}\p{Default_Ignorable_Code_Point}]/u.test(character)) return reasons.invisible({ character });
  return character < "\x80" ? reasons.foreign({ character }) : reasons.international({ character });
}

function problemOf(name: string, inputs: Readonly<Record<string, unknown>>): Wording | undefined {
  const prefix = /^([^.]*)\..*\.?amazoncognito\.com(\.cn)?$/.exec(name)?.[1];
  if (prefix !== undefined) return reasons.prefixAddress({ prefix });
  switch (kindOf(inputs)) {
    case "custom":
      return customNameProblem(name);
    case "prefix":
      return prefixProblem(name);
    case undefined:
      return name.split(".").map(labelProblem).find(Boolean);
  }
}

function customNameProblem(name: string): Wording | undefined {
  const labels = name.split(".");
  const problem = labels.map(labelProblem).find(Boolean);
  if (problem) return problem;
  const [, parent = ""] = labels;
  if (labels.length === 1) return reasons.singleLabel();
  if (labels.length === 2) return reasons.topLevelParent({ parent, name });
  return /^\d+$/.test(labels.at(-1) ?? "") ? reasons.ipAddress() : undefined;
}

function prefixProblem(name: string): Wording | undefined {
  if (name.startsWith(".") || name.endsWith(".")) return labelProblem("");
  if (name.includes(".")) return reasons.dotted();
  const word = reservedWords.find((reserved) => name.includes(reserved));
  return word === undefined ? labelProblem(name) : reasons.reserved({ word });
}

function labelProblem(label: string): Wording | undefined {
  if (labelPattern.test(label)) return undefined;
  return label === "" ? reasons.emptyLabel() : reasons.hyphenAtEnd({ label });
}
