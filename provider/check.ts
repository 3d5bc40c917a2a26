import { type Diagnosis, framed, type Wording } from "./errors/diagnosis";
import type { DomainInputs } from "./inputs";
import { kindOf } from "./kind";
import { nearest } from "./nearest";
import { type Property, type PropertyTable, propertyAt, propertyTable } from "./properties";
import { regionOfUserPool } from "./region";
import { anyInput } from "./rules/diagnostics";
import { shown, shownName, withForeignCharacter } from "./shown";
import type { DomainOutputs } from "./state";
import { isUnknown } from "./unknown";
import type { Values } from "./values";

/** What a check found about one property: its path, and a sentence that begins with the value. */
export interface Finding {
  property: string;
  reason: Wording;
}

export interface CheckOutcome {
  /** Each makes the preview fail. */
  failures: Finding[];
  /** Each is shown, and lets the step go on. */
  warnings: Finding[];
}

/** What a check goes by beside the inputs. */
export interface CheckContext {
  /** The Region of the stack, where the calls go when neither the inputs nor the pool's id have one. */
  stackRegion?: string | undefined;
  /** The paths of the inputs that are secret. */
  secrets?: readonly string[] | undefined;
}

/**
 * Holds a program's inputs against the property table. Whatever is unknown in preview is passed over, and what is secret
 * isn't repeated.
 */
export function checkInputs(inputs: Values, { stackRegion, secrets = [] }: CheckContext = {}): CheckOutcome {
  const outcome: CheckOutcome = { failures: [], warnings: [] };
  checkMembers(propertyTable, inputs, "", withStackRegion(inputs, stackRegion), outcome);
  const { failures, warnings } = outcome;
  const discreet = (verdict: Verdict) => (finding: Finding) =>
    withoutSecrets(finding, verdict, secrets, inputs);
  return {
    failures: eachOnce(failures.map(discreet(anyInput.secretRefused))),
    warnings: eachOnce(warnings.map(discreet(anyInput.secretDoubted))),
  };
}

/** What the rules see beside the value. */
function withStackRegion(inputs: Values, stackRegion: string | undefined): Values {
  const { region, userPoolId } = inputs;
  const poolIsKnown = typeof userPoolId === "string" && !isUnknown(userPoolId);
  const isStacks = region === undefined && poolIsKnown && regionOfUserPool(userPoolId) === undefined;
  return isStacks && stackRegion !== undefined ? { ...inputs, region: stackRegion } : inputs;
}

function checkMembers(
  table: PropertyTable,
  values: Values,
  path: string,
  inputs: Values,
  outcome: CheckOutcome,
): void {
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(table, name) && values[name] !== undefined) {
      outcome.failures.push({
        property: path + shownName(name),
        reason: unknownPropertyReason(name, path, table),
      });
    }
  }
  for (const [name, property] of Object.entries(table)) {
    checkValue(
      property,
      Object.hasOwn(values, name) ? values[name] : undefined,
      path + name,
      inputs,
      outcome,
    );
  }
}

function checkValue(
  property: Property,
  value: unknown,
  path: string,
  inputs: Values,
  outcome: CheckOutcome,
): void {
  if (isUnknown(value)) return;
  if (value === undefined) {
    if (property.required) fail(anyInput.missing({ path, expected: sentence(property) }));
    return;
  }
  if (!isOfType(value, property.type)) {
    fail(anyInput.ofAnotherType({ path, value, expected: expectation(property) }));
    return;
  }
  if (property.allowed && !property.allowed.includes(value as string | number)) {
    fail(anyInput.notAllowed({ path, value, expected: expectation(property) }));
    return;
  }
  if (property.kind === "custom" && kindOf(inputs) === "prefix" && saysAnything(value)) {
    fail(anyInput.ofCustomDomainsOnly({ path }));
    return;
  }
  if (typeof value === "string") {
    const about = (reason: Wording) => framed(reason, (text) => `${path} ${shown(value)} ${text}`);
    const problem = property.rule?.(value, inputs);
    if (problem) fail(about(problem));
    const doubt = problem ? undefined : property.warning?.(value, inputs);
    if (doubt) outcome.warnings.push({ property: path, reason: about(doubt) });
  }
  if (property.members) checkMembers(property.members, value as Values, `${path}.`, inputs, outcome);

  function fail(wording: Wording): void {
    const reason = framed(wording, (text) => withForeignCharacter(text, value));
    outcome.failures.push({ property: path, reason });
  }
}

function isOfType(value: unknown, type: Property["type"]): boolean {
  return typeof value === type && !Array.isArray(value);
}

function unknownPropertyReason(name: string, path: string, table: PropertyTable): Wording {
  const given = path + shownName(name);
  if (table === propertyTable && outputs.has(name.toLowerCase())) return anyInput.output({ path: given });
  const known = Object.keys(table).join(", ");
  return anyInput.unknown({ path: given, meant: suggestion(name, path, table), known });
}

/** The compiler asks for every output that isn't an input too. */
const outputs = new Set(
  Object.keys({
    cloudFrontDistribution: true,
    cloudFrontHostedZoneId: true,
    baseUrl: true,
    status: true,
    version: true,
    s3Bucket: true,
    awsAccountId: true,
  } satisfies Record<Exclude<keyof DomainOutputs, keyof DomainInputs>, true>).map((name) =>
    name.toLowerCase(),
  ),
);

/** The path of a property with such a name, the nearest one here before one in another place. */
function suggestion(name: string, path: string, table: PropertyTable): string | undefined {
  const paths = [...Object.keys(table).map((each) => path + each), ...pathsOf(propertyTable, "")];
  const meant = nearest(name, paths.map(lastName));
  return meant === undefined ? undefined : paths.find((each) => lastName(each) === meant);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function pathsOf(table: PropertyTable, path: string): string[] {
  return Object.entries(table).flatMap(([name, { members }]) => [
    path + name,
    ...(members ? pathsOf(members, `${path}${name}.`) : []),
  ]);
}

/** What is unknown may turn out to be nothing. */
function saysAnything(value: unknown): boolean {
  return Object.values(value as Values).some((member) => !isUnknown(member));
}

function expectation(property: Property): string {
  if (property.allowed) {
    const hint =
      property.type === "number" ? " as a number (from stack configuration: config.requireNumber)" : "";
    return `allowed: ${property.allowed.join(", ")}${hint}`;
  }
  if (property.type === "boolean")
    return "expected true or false (from stack configuration: config.requireBoolean)";
  if (property.type === "object") {
    return `expected an object with ${Object.keys(property.members ?? {}).join(", ")} (from stack configuration: config.requireObject)`;
  }
  return `expected a ${property.type}. ${sentence(property)}`;
}

function sentence({ summary, example }: Property): string {
  return `${summary.replaceAll("`", "")}.${example === undefined ? "" : ` For example ${shown(example)}.`}`;
}

/** What is said of a secret: that it is refused, or that there is a warning about it. */
type Verdict = Diagnosis<{ path: string; expected?: string | undefined }>;

/** A finding about a secret, or one that has a secret in its words, says no more than what is expected. */
function withoutSecrets(
  finding: Finding,
  verdict: Verdict,
  secrets: readonly string[],
  inputs: Values,
): Finding {
  const { property } = finding;
  const secret = secrets.find((path) => isOf(path, property));
  if (secret === undefined && !secrets.some((path) => isTold(path, finding, inputs))) return finding;
  const path = secret ?? property;
  const known = propertyAt(path);
  return { property: path, reason: verdict({ path, expected: known && expectation(known) }) };
}

/** Whether a property is the secret one, or stands in it. Of one that there is none of the name is told, not the value. */
function isOf(secret: string, property: string): boolean {
  return property.startsWith(`${secret}.`) || (property === secret && propertyAt(secret) !== undefined);
}

/** Whether a secret is told by the words of a finding about another property, or about one that it is a part of. */
function isTold(secret: string, { property, reason }: Finding, inputs: Values): boolean {
  if (textsIn(valueAt(inputs, secret)).some((text) => reason.includes(text))) return true;
  // What is long is cut, and then doesn't have the secret as a whole.
  return secret.startsWith(`${property}.`) && reason.includes(shown(valueAt(inputs, property)));
}

/** Of a secret object, whatever is wrong in it is said in the same words. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.property} ${finding.reason}`, finding])).values()];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  // As an error would quote it, without the marks. What is shorter can be in any sentence, and is nothing to hide.
  const text = value === undefined || isUnknown(value) ? "" : shown(value).replace(/^"(.*)"$/, "$1");
  return text.length < 4 ? [] : [text];
}

function valueAt(values: Values, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (value as Values | undefined)?.[name], values);
}
