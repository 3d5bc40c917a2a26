import JSON5 from "json5";
import type { Values } from "../provider/values";
import { guessedIdentifier, identifierFor } from "./identifier";
import { isIdentifier, isReference } from "./reserved-words";

/** A domain as a program declares it. */
export interface Declaration {
  /** The name of the resource. */
  readonly name: string;
  readonly inputs: Values;
  readonly options?: {
    /** What the program calls the parent, or its name as a resource; then what the program calls it is guessed. */
    readonly parent?: string;
    readonly protect?: true;
  };
  /** Lines for whoever reads the program, above the declaration. */
  readonly comments?: readonly string[];
}

/** A program's text with these domains, formatted as the examples of this package are. */
export function typescriptOf(declarations: readonly Declaration[]): string {
  const taken = new Set(declarations.flatMap(({ options }) => parentOf(options ?? {}) ?? []));
  const statements = declarations.map((declaration) => {
    const identifier = identifierFor(declaration.name, taken);
    taken.add(identifier);
    return statementOf(identifier, declaration);
  });
  return [importStatement, ...statements].join("\n");
}

const importStatement = 'import { UserPoolDomain } from "pulumi-cognito-domain";\n';

/** What the examples' formatter breaks a line at. */
const lineWidth = 110;

function statementOf(identifier: string, { name, inputs, options = {}, comments = [] }: Declaration): string {
  const lines = comments.map((comment) => `// ${comment.replaceAll(/\s+/g, " ").trim()}\n`).join("");
  const given = optionsOf(options);
  const start = `const ${identifier} = new UserPoolDomain(`;
  const hugged = `${stringLiteral(name)}, `;
  const isHugged = given.length === 0 && start.length + hugged.length + 1 <= lineWidth;
  if (isHugged) return `${lines}${start}${hugged}${objectLiteral(inputs, "")});\n`;
  const settings = given.length === 0 ? [] : [`{ ${given.join(", ")} }`];
  const parameters = [stringLiteral(name), objectLiteral(inputs, indent), ...settings];
  return `${lines}${start}\n${parameters.map((each) => `${indent}${each},\n`).join("")});\n`;
}

type Options = NonNullable<Declaration["options"]>;

function optionsOf(options: Options): string[] {
  const parent = parentOf(options);
  return [
    ...(parent === undefined ? [] : [`parent: ${parent}`]),
    ...(options.protect ? ["protect: true"] : []),
  ];
}

function parentOf({ parent }: Options): string | undefined {
  if (parent === undefined || isReference(parent)) return parent;
  const guessed = guessedIdentifier(parent, "parent");
  return isReference(guessed) && guessed !== "this" ? guessed : `${guessed}Parent`;
}

const indent = "  ";

function objectLiteral(values: Values, margin: string): string {
  const members = Object.entries(values).map(([name, value]) => memberOf(name, value, margin + indent));
  return members.length === 0 ? "{}" : `{\n${members.join("")}${margin}}`;
}

function memberOf(name: string, value: unknown, margin: string): string {
  const start = `${margin}${isIdentifier(name) ? name : stringLiteral(name)}:`;
  if (typeof value === "object" && value !== null) {
    return `${start} ${objectLiteral(value as Values, margin)},\n`;
  }
  if (typeof value !== "string") return `${start} ${value},\n`;
  const text = stringLiteral(value);
  const fits = `${start} ${text},`.length <= lineWidth;
  return fits ? `${start} ${text},\n` : `${start}\n${margin}${indent}${text},\n`;
}

/** In double quotes, unless it holds more of them than of single ones. */
function stringLiteral(text: string): string {
  const quote = text.split('"').length > text.split("'").length ? "'" : '"';
  return JSON5.stringify(text, { quote });
}
