import JSON5 from "json5";
import type { Values } from "../provider/values";
import { identifierFor } from "./identifier";

/** A domain as a program declares it. */
export interface Declaration {
  /** The name of the resource. */
  readonly name: string;
  readonly inputs: Values;
  readonly options?: {
    /** The name of the resource that is the parent. What the program calls it is guessed. */
    readonly parent?: string;
    readonly protect?: true;
  };
  /** Lines for whoever reads the program, above the declaration. */
  readonly comments?: readonly string[];
}

/** A program's text with these domains, formatted as the examples of this package are. */
export function typescriptOf(declarations: readonly Declaration[]): string {
  const taken = new Set<string>();
  const statements = declarations.map((declaration) => {
    const identifier = identifierFor(declaration.name, taken);
    taken.add(identifier);
    return statementOf(identifier, declaration);
  });
  return [importStatement, ...statements].join("\n");
}

const importStatement = 'import { UserPoolDomain } from "pulumi-cognito-domain";\n';

function statementOf(identifier: string, { name, inputs, options = {}, comments = [] }: Declaration): string {
  const lines = comments.map((comment) => `// ${comment.replaceAll(/\s+/g, " ")}\n`).join("");
  const given = optionsOf(options);
  const declared =
    given.length === 0
      ? `${literal(name)}, ${literal(inputs)}`
      : `\n  ${literal(name)},\n  ${indented(literal(inputs))},\n  { ${given.join(", ")} },\n`;
  return `${lines}const ${identifier} = new UserPoolDomain(${declared});\n`;
}

function optionsOf({ parent, protect }: NonNullable<Declaration["options"]>): string[] {
  return [...(parent === undefined ? [] : [`parent: ${parent}`]), ...(protect ? ["protect: true"] : [])];
}

/** With a comma behind the last member, and without quotes around names that need none. */
function literal(value: unknown): string {
  return JSON5.stringify(value, { space: 2, quote: '"' });
}

function indented(text: string): string {
  return text.replaceAll("\n", "\n  ");
}
