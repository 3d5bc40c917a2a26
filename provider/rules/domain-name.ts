import { kindOf } from "../kind";
import { shownCharacter } from "../shown";
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
  if (name.length === 0) return "is empty: give a prefix such as my-app, or a name such as auth.example.com";
  if (name.length > longestName)
    return `has ${name.length} characters; the service takes at most ${longestName}`;
  const foreign = [...name].find((character) => !/[A-Za-z0-9.-]/.test(character));
  if (foreign !== undefined) return foreignCharacterProblem(foreign);
  const lower = name.toLowerCase();
  const problem = problemOf(lower, inputs);
  // What is advised must be allowed.
  return problem ?? (name === lower ? undefined : `has upper-case letters: write ${JSON.stringify(lower)}`);
};

function foreignCharacterProblem(character: string): string {
  return `has the character ${shownCharacter(character)}: only a-z, 0-9 and hyphens are allowed${hint(character)}`;
}

function hint(character: string): string {
  if (":/?#@".includes(character)) return " (give the name alone, without https://, port and path)";
  if (character === "*") return " (a domain is one name; it can't be a wildcard)";
  if (/[\s\p{C}\p{Default_Ignorable_Code_Point}]/u.test(character)) return " (remove it)";
  return character < "\x80" ? "" : " (write international names in their xn-- form)";
}

function problemOf(name: string, inputs: Readonly<Record<string, unknown>>): string | undefined {
  const prefix = /^([^.]*)\..*\.?amazoncognito\.com(\.cn)?$/.exec(name)?.[1];
  if (prefix !== undefined) {
    return `is the address of a prefix domain: give the prefix alone, ${JSON.stringify(prefix)}, without customDomainConfig`;
  }
  switch (kindOf(inputs)) {
    case "custom":
      return customNameProblem(name);
    case "prefix":
      return prefixProblem(name);
    case undefined:
      return name.split(".").map(labelProblem).find(Boolean);
  }
}

function customNameProblem(name: string): string | undefined {
  const labels = name.split(".");
  const problem = labels.map(labelProblem).find(Boolean);
  if (problem) return problem;
  if (labels.length === 1) {
    return "is a single label, but customDomainConfig asks for a custom domain: give a DNS name such as auth.example.com, or leave customDomainConfig out for a prefix domain";
  }
  if (labels.length === 2) {
    return `has a top-level domain as its parent (${labels[1]}), which the service refuses: use a subdomain such as auth.${name}`;
  }
  if (/^\d+$/.test(labels.at(-1) ?? "")) {
    return "ends in a number, as no DNS name does: an IP address can't be a domain; give a name such as auth.example.com";
  }
  return undefined;
}

function prefixProblem(name: string): string | undefined {
  if (name.startsWith(".") || name.endsWith(".")) return labelProblem("");
  if (name.includes(".")) {
    return "has a dot, so it is a custom domain: add customDomainConfig.certificateArn, or give a prefix of one label such as my-app";
  }
  const reserved = reservedWords.find((word) => name.includes(word));
  if (reserved) return `holds the text "${reserved}", which the service reserves: choose a prefix without it`;
  return labelProblem(name);
}

function labelProblem(label: string): string | undefined {
  if (labelPattern.test(label)) return undefined;
  if (label === "") return "has an empty label: no dot may stand first, last or beside another dot";
  return `has a hyphen at an end of ${JSON.stringify(label)}: a label begins and ends with a letter or digit`;
}
