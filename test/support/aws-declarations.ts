import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as ts from "typescript";

/** The properties of an interface, by their names. */
export type Properties = ReadonlyMap<string, Property>;

export interface Property {
  readonly type: ts.TypeNode;
  readonly required: boolean;
}

const folder = path.dirname(require.resolve("@pulumi/aws/package.json"));

/** The version of `@pulumi/aws` whose declarations these are. */
export const awsVersion = (
  JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string }
).version;

/**
 * What a resource or a function of `@pulumi/aws` takes, as its declarations have it. They are generated from the schema of
 * Pulumi's AWS provider, which isn't in the package itself. Undefined where it has no such type.
 *
 * @param typeToken such as `aws:route53/record:Record` or `aws:route53/getZone:getZone`
 */
export function argsOf(typeToken: string): Properties | undefined {
  const [, place = "", name = ""] = /^aws:([\w/]+):(\w+)$/.exec(typeToken) ?? [];
  const file = path.join(folder, `${place.replace(/^index\//, "")}.d.ts`);
  if (!existsSync(file)) return undefined;
  const interfaces = once(file, () => interfacesIn(readFileSync(file, "utf8")));
  return interfaces.get(`${name.charAt(0).toUpperCase()}${name.slice(1)}Args`);
}

/** The interface that a declaration calls `inputs.<name>`, such as `route53.RecordAlias`. @throws where there is none */
export function inputType(name: string): Properties {
  const [type = "", module = ""] = name.split(".").toReversed();
  const interfaces = once(`inputs.${module}`, () => interfacesIn(textOfModule(module)));
  const found = interfaces.get(type);
  if (!found) throw new Error(`@pulumi/aws ${awsVersion} declares no inputs.${name}.`);
  return found;
}

/** All modules' nested types are in one file of 6 MB, of which only the module's part is worth parsing. */
function textOfModule(module: string): string {
  const text = readFileSync(path.join(folder, "types/input.d.ts"), "utf8");
  const heading = "\nexport declare namespace ";
  if (module === "") return text.slice(0, text.indexOf(heading));
  const start = text.indexOf(`${heading}${module} {`);
  return start < 0 ? "" : text.slice(start, text.indexOf("\n}", start) + 2);
}

type Interfaces = ReadonlyMap<string, Properties>;

function interfacesIn(text: string): Interfaces {
  const { statements } = ts.createSourceFile("types.d.ts", text, ts.ScriptTarget.ES2022);
  const everything = statements.flatMap((statement) =>
    ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)
      ? [...statement.body.statements]
      : [statement],
  );
  const interfaces = everything.filter(ts.isInterfaceDeclaration);
  return new Map(interfaces.map(({ name, members }) => [name.text, propertiesOf(members)]));
}

function propertiesOf(members: readonly ts.TypeElement[]): Properties {
  return new Map(
    members.flatMap((member): [string, Property][] => {
      if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) return [];
      return [[member.name.text, { type: member.type, required: member.questionToken === undefined }]];
    }),
  );
}

const read = new Map<string, Interfaces>();

function once(name: string, make: () => Interfaces): Interfaces {
  const known = read.get(name) ?? make();
  read.set(name, known);
  return known;
}
