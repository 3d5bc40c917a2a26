import * as ts from "typescript";
import { isUnknown } from "../../provider/unknown";
import { isValues, type Values } from "../../provider/values";
import { argsOf, awsVersion, inputType, type Properties } from "./aws-declarations";

/**
 * What is wrong with the inputs of a resource, or the arguments of a function, by the types of the `@pulumi/aws` that is
 * installed: properties that it doesn't have, that are missing, or that have another type. Empty where all is right. A
 * value that isn't known yet may be any, whether it is the engine's sign for it or `undefined`, as Pulumi's mocks say it.
 *
 * @param typeToken such as `aws:route53/record:Record` or `aws:route53/getZone:getZone`
 */
export function problemsOf(typeToken: string, inputs: Readonly<Record<string, unknown>>): string[] {
  const args = argsOf(typeToken);
  return args
    ? problemsOfMembers(inputs, args, "")
    : [`${typeToken} is no type of @pulumi/aws ${awsVersion}`];
}

function problemsOfMembers(values: Values, properties: Properties, where: string): string[] {
  const placeOf = (name: string) => (where === "" ? name : `${where}.${name}`);
  const others = Object.keys(values).filter((name) => !properties.has(name));
  const declared = [...properties].flatMap(([name, { type, required }]) => {
    // Where a program says null, the engine leaves it out.
    const isThere = Object.hasOwn(values, name) && values[name] !== null;
    if (isThere) return problemsOfValue(values[name], type, placeOf(name));
    return required ? [`${placeOf(name)} is missing`] : [];
  });
  return [...others.map((name) => `${placeOf(name)} is no property that there is`), ...declared];
}

function problemsOfValue(given: unknown, type: ts.TypeNode, where: string): string[] {
  const value = withoutSecret(given);
  if (value === undefined || isUnknown(value)) return [];
  if (ts.isParenthesizedTypeNode(type)) return problemsOfValue(value, type.type, where);
  if (ts.isUnionTypeNode(type)) return problemsOfAlternatives(value, type.types, where);
  if (ts.isArrayTypeNode(type)) return problemsOfList(value, type.elementType, where);
  if (ts.isTypeLiteralNode(type)) return problemsOfMap(value, type, where);
  if (ts.isTypeReferenceNode(type)) return problemsOfReference(value, type, where);
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return typeof value === "string" ? [] : [wrong(value, "a string", where)];
    case ts.SyntaxKind.NumberKeyword:
      return typeof value === "number" ? [] : [wrong(value, "a number", where)];
    case ts.SyntaxKind.BooleanKeyword:
      return typeof value === "boolean" ? [] : [wrong(value, "a boolean", where)];
    case ts.SyntaxKind.AnyKeyword:
      return [];
    default:
      throw new Error(`${where}: nothing is known here of types such as ${ts.SyntaxKind[type.kind]}.`);
  }
}

function problemsOfAlternatives(value: unknown, types: readonly ts.TypeNode[], where: string): string[] {
  const ofEach = types
    .filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword)
    .map((type) => problemsOfValue(value, type, where));
  if (ofEach.some((problems) => problems.length === 0)) return [];
  return ofEach.length === 1 ? ofEach.flat() : [[...new Set(ofEach.flat())].join(", or ")];
}

function problemsOfList(value: unknown, type: ts.TypeNode, where: string): string[] {
  if (!Array.isArray(value)) return [wrong(value, "a list", where)];
  return value.flatMap((item, index) => problemsOfValue(item, type, `${where}[${index}]`));
}

/** Of `{ [key: string]: … }`, such as tags. */
function problemsOfMap(value: unknown, { members }: ts.TypeLiteralNode, where: string): string[] {
  const [signature, ...others] = members;
  if (!signature || !ts.isIndexSignatureDeclaration(signature) || others.length > 0) {
    throw new Error(`${where}: nothing is known here of objects whose type has no name.`);
  }
  if (!isValues(value)) return [wrong(value, "an object", where)];
  return Object.entries(value).flatMap(([key, each]) =>
    problemsOfValue(each, signature.type, `${where}[${JSON.stringify(key)}]`),
  );
}

function problemsOfReference(value: unknown, type: ts.TypeReferenceNode, where: string): string[] {
  const name = dotted(type.typeName);
  const [argument] = type.typeArguments ?? [];
  if (name === "pulumi.Input" && argument) return problemsOfValue(value, argument, where);
  if (name.startsWith("inputs.")) {
    if (!isValues(value)) return [wrong(value, "an object", where)];
    return problemsOfMembers(value, inputType(name.slice("inputs.".length)), where);
  }
  // Which strings, the service knows better: its new ones are taken before they are declared.
  if (name.startsWith("enums.")) return typeof value === "string" ? [] : [wrong(value, "a string", where)];
  // An alias of string, another resource in the place of its id, or an asset: none of them is ours to look into.
  return [];
}

function dotted(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${dotted(name.left)}.${name.right.text}`;
}

/** Pulumi's mocks get a secret in a wrapping; the name of its mark is the same in every SDK. */
function withoutSecret(value: unknown): unknown {
  const isSecret =
    isValues(value) && value["4dabf18193072939515e22adb298388d"] === "1b47061264138c4ac30d75fd1eb44270";
  return isSecret ? value["value"] : value;
}

function wrong(value: unknown, expected: string, where: string): string {
  return `${where} is ${kindOf(value)}, and not ${expected}`;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
