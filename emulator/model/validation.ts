import { ServiceError, serializationError } from "../errors";
import type { IntegerShape, Shape, StringShape, StructureShape, ValueOf } from "./shapes";

/**
 * Takes a parsed request for what its shape says it is, or refuses it as the service does: a value of a wrong
 * JSON type with SerializationException, everything else with one error that counts and lists all violations.
 * Members that the shape doesn't have are left out of the result, and so are those given as null.
 */
export function checkInput<S extends StructureShape>(
  shape: S,
  input: unknown,
  errorName = "InvalidParameterException",
): ValueOf<S> {
  const value = readStructure(shape, input);
  const broken = structureViolations(shape, value, "");
  if (broken.length > 0) throw new ServiceError(errorName, counted(broken));
  return value as ValueOf<S>;
}

type Values = { [member: string]: Value };
type Value = string | number | Values;

function read(shape: Shape, value: unknown): Value {
  switch (shape.type) {
    case "string":
      if (typeof value === "string") return value;
      throw notConvertible(value, "a String");
    case "integer":
      if (typeof value === "number" && Number.isFinite(value)) return Math.trunc(value);
      throw notConvertible(value, "an Integer");
    case "structure":
      return readStructure(shape, value);
  }
}

function readStructure(shape: StructureShape, value: unknown): Values {
  if (!isObject(value)) throw serializationError("Unexpected field type");
  const values: Values = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given !== undefined && given !== null) values[name] = read(member, given);
    else if (member.type === "integer" && member.default !== undefined) values[name] = member.default;
  }
  return values;
}

function structureViolations(shape: StructureShape, values: Values, path: string): string[] {
  return Object.entries(shape.members).flatMap(([name, member]) => {
    const at = path + lowerFirst(name);
    const value = values[name];
    if (value !== undefined) return memberViolations(member, value, at);
    return shape.required.includes(name) ? [`Value null at '${at}' ${failed} Member must not be null`] : [];
  });
}

function memberViolations(shape: Shape, value: Value, at: string): string[] {
  if (shape.type === "structure") return structureViolations(shape, value as Values, `${at}.`);
  const broken =
    shape.type === "string" ? brokenByText(shape, String(value)) : brokenByNumber(shape, Number(value));
  const isSensitive = shape.type === "string" && shape.sensitive;
  const subject = isSensitive ? `Value at '${at}'` : `Value '${value}' at '${at}'`;
  return broken.map((constraint) => `${subject} ${failed} ${constraint}`);
}

function brokenByText(shape: StringShape, value: string): string[] {
  const broken: string[] = [];
  if (shape.max !== undefined && value.length > shape.max) {
    broken.push(`Member must have length less than or equal to ${shape.max}`);
  }
  if (shape.min !== undefined && value.length < shape.min) {
    broken.push(`Member must have length greater than or equal to ${shape.min}`);
  }
  if (shape.pattern !== undefined && !matchesWhole(shape.accepts ?? shape.pattern, value)) {
    broken.push(`Member must satisfy regular expression pattern: ${shape.pattern}`);
  }
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    broken.push(`Member must satisfy enum value set: [${shape.enum.join(", ")}]`);
  }
  return broken;
}

function brokenByNumber(shape: IntegerShape, value: number): string[] {
  const broken: string[] = [];
  if (shape.max !== undefined && value > shape.max) {
    broken.push(`Member must have value less than or equal to ${shape.max}`);
  }
  if (shape.min !== undefined && value < shape.min) {
    broken.push(`Member must have value greater than or equal to ${shape.min}`);
  }
  return broken;
}

const failed = "failed to satisfy constraint:";

function counted(violations: string[]): string {
  const noun = violations.length === 1 ? "error" : "errors";
  return `${violations.length} validation ${noun} detected: ${violations.join("; ")}`;
}

// The service matches whole values even where the published pattern has no anchors: a user pool id with a
// leading space is refused with its unanchored pattern (aws-sdk-js issue 3344).
function matchesWhole(pattern: string, value: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(value);
}

// Worded as users met it (aws-cdk pull request 27087, amplify-js issue 13265).
function notConvertible(value: unknown, wanted: string): ServiceError {
  if (Array.isArray(value)) return serializationError("Start of list found where not expected");
  if (isObject(value)) return serializationError("Start of structure or map found where not expected.");
  const given = typeof value === "boolean" ? String(value) : typeof value;
  return serializationError(`${given.toUpperCase()}_VALUE can not be converted to ${wanted}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
