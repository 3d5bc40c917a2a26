import path from "node:path";
import * as ts from "typescript";
import {
  type DomainOperation,
  domainOperations,
  forEachOperation,
  type Member,
  type Members,
  type PublishedApi,
  type PublishedOperation,
} from "./published-api";

const types = path.join(
  path.dirname(require.resolve("@aws-sdk/client-cognito-identity-provider/package.json")),
  "dist-types",
);

/**
 * What the SDK that is installed declares, as the TypeScript compiler understands it: its declarations say which enum
 * a member has and what a command throws, and the schemas that it works with at run time don't.
 *
 * @param edit changes the text of a declaration file before it is read
 */
export function readSdk(edit = (text: string): string => text): PublishedApi {
  const program = compile(edit);
  return forEachOperation((name) => operationIn(program, name));
}

function compile(edit: (text: string) => string): ts.Program {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.Node16,
    strict: true,
    noLib: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (file) => {
    const text = readFile(file);
    return text !== undefined && isOfSdk(file) ? edit(text) : text;
  };
  // The host's own way to a source file doesn't go through its readFile.
  host.getSourceFile = (file, languageVersion) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, languageVersion, true);
  };
  return ts.createProgram(domainOperations.map(commandFile), options, host);
}

function commandFile(operation: DomainOperation): string {
  return path.join(types, "commands", `${operation}Command.d.ts`);
}

function operationIn(program: ts.Program, name: DomainOperation): PublishedOperation {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(commandFile(name));
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) throw new Error(`The SDK has no ${name}Command.`);
  const exported = checker.getExportsOfModule(module);
  const membersOfExport = (suffix: string): Members => {
    const symbol = exported.find((candidate) => candidate.name === `${name}Command${suffix}`);
    if (!symbol) throw new Error(`The SDK has no ${name}Command${suffix}.`);
    return membersOf(checker.getDeclaredTypeOfSymbol(symbol), checker);
  };
  return {
    input: membersOfExport("Input"),
    output: membersOfExport("Output"),
    exceptions: thrown(source.text),
  };
}

function membersOf(type: ts.Type, checker: ts.TypeChecker): Members {
  const properties = checker.getPropertiesOfType(type).filter(({ name }) => name !== "$metadata");
  return Object.fromEntries(
    properties.map((property) => [property.name, memberOf(checker.getTypeOfSymbol(property), checker)]),
  );
}

function memberOf(type: ts.Type, checker: ts.TypeChecker): Member {
  const given = checker.getNonNullableType(type);
  const alternatives = given.isUnion() ? given.types : [given];
  const values = alternatives.flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  if (values.length > 0) return { values };
  return isStructure(given) ? { members: membersOf(given, checker) } : {};
}

function isStructure(type: ts.Type): boolean {
  return (
    type.isClassOrInterface() &&
    (type.symbol.declarations ?? []).every((at) => isOfSdk(at.getSourceFile().fileName))
  );
}

function isOfSdk(file: string): boolean {
  return path.normalize(file).startsWith(types);
}

/** From the documentation of the command, the only place where the SDK says it. The last is the base of all. */
function thrown(text: string): string[] {
  return [...text.matchAll(/@throws \{@link (\w+)\}/g)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "CognitoIdentityProviderServiceException");
}
