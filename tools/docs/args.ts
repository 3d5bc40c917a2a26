import * as ts from "typescript";

/**
 * The arguments of a `UserPoolDomain` as `provider/args.ts`, made from `provider/inputs.ts`: the same properties with the
 * same documentation, where every value may be an output of another resource. A mapped type would be shorter; this is what
 * editors and the reference show each property of.
 */
export function argsAsTypeScript(inputs: string): string {
  const { statements } = ts.createSourceFile("inputs.ts", inputs, ts.ScriptTarget.ES2022, true);
  const interfaces = statements.filter(ts.isInterfaceDeclaration);
  const aliases = statements.filter(ts.isTypeAliasDeclaration).map(({ name }) => name.text);
  const names = new Set(interfaces.map(({ name }) => name.text));
  const typeOf = (type: ts.TypeNode | undefined): string => {
    const text = type?.getText() ?? "unknown";
    return names.has(text) ? argsNameOf(text) : text;
  };
  const memberOf = (member: ts.TypeElement): string => {
    if (!ts.isPropertySignature(member))
      throw new Error(`inputs.ts has more than properties: ${member.getText()}`);
    const { name, questionToken, type } = member;
    const value = questionToken ? `${typeOf(type)} | undefined` : typeOf(type);
    return `  ${commentOf(member)}\n  ${name.getText()}${questionToken ? "?" : ""}: pulumi.Input<${value}>;\n`;
  };
  const argsOf = (declaration: ts.InterfaceDeclaration): string => {
    const name = declaration.name.text;
    const comment = name === root ? rootComment : commentOf(declaration);
    return `${comment}\nexport interface ${argsNameOf(name)} {\n${declaration.members.map(memberOf).join("\n")}}\n`;
  };
  return [
    [
      "// Made from inputs.ts by `npm run docs`: what is to change is changed there.",
      'import type * as pulumi from "@pulumi/pulumi";',
      `import type { ${aliases.join(", ")} } from "./inputs";`,
      "",
    ].join("\n"),
    ...interfaces.map(argsOf),
  ].join("\n");
}

const root = "DomainInputs";

const rootComment = `/**
 * What a \`UserPoolDomain\` is made of. Names are the API's, in camelCase, nested as in the API; every value may be an
 * output of another resource.
 */`;

function argsNameOf(name: string): string {
  return name === root ? "UserPoolDomainArgs" : `${name}Args`;
}

function commentOf(node: ts.Node): string {
  const [comment, another] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  if (!comment || another) throw new Error(`inputs.ts has not exactly one comment on: ${node.getText()}`);
  return comment.getText();
}
