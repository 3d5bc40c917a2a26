import * as ts from "typescript";

/**
 * Where a source tells a person something in words that are in no table of diagnostics. What the compiler refuses by
 * itself, such as a `Diagnostic` of any text, is not looked for; the ways around that are.
 */
export function bypassesIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const bypass = bypassAt(node);
    if (bypass !== undefined) found.add(`${file}: ${bypass}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

function bypassAt(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    if (isError(node.expression)) return `new ${node.expression.getText()}`;
  }
  const extended = ts.isClassLike(node) ? errorExtendedBy(node) : undefined;
  if (extended) return `${(node as ts.ClassLikeDeclaration).name?.text ?? "a class"} extends ${extended}`;
  if (ts.isAsExpression(node) && node.type.getText() === "Wording") return "as Wording";
  if (ts.isCallExpression(node) && node.expression.getText() === "explained") {
    return node.arguments.some(wordsIn) ? "explained" : undefined;
  }
  if (ts.isThrowStatement(node) && wordsIn(node.expression)) return "throws a text";
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return bypassOf(node.expression, node.arguments);
  }
  return undefined;
}

function bypassOf(
  { expression, name }: ts.PropertyAccessExpression,
  [said]: readonly ts.Expression[],
): string | undefined {
  const whose = expression.getText();
  const call = `${whose}.${name.text}`;
  // Of a command of commander's, this is a complaint about its options.
  if (name.text === "error" && whose !== "console") return call;
  const isLog = /^(log\.(warn|info)|console\.error|process\.stderr\.write)$/.test(call);
  if (!isLog || said === undefined || !wordsIn(said)) return undefined;
  // What a command says of its progress, and what to do next, is none of the page's.
  return call.startsWith("log.") || /^[`"'](error|warning): /.test(said.getText()) ? call : undefined;
}

/** All but those that take nothing but a wording. */
function isError(callee: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : callee;
  return ts.isIdentifier(name) && /^([A-Z]\w*)?Error$/.test(name.text) && name.text !== "ConfigurationError";
}

/** The error of JavaScript's own that a class is of. */
function errorExtendedBy({ heritageClauses }: ts.ClassLikeDeclaration): string | undefined {
  const extended = heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  const names = extended?.types.map(({ expression }) => expression.getText());
  return names?.find((name) => /^([A-Z]\w*)?Error$/.test(name) && name !== "ConfigurationError");
}

/** Whether a text itself stands there, and not only what comes out of a table. */
function wordsIn(expression: ts.Expression): boolean {
  if (ts.isStringLiteralLike(expression)) return isWords(expression.text);
  if (ts.isTemplateExpression(expression)) {
    const texts = [expression.head.text, ...expression.templateSpans.map(({ literal }) => literal.text)];
    return texts.some(isWords);
  }
  if (ts.isParenthesizedExpression(expression)) return wordsIn(expression.expression);
  if (ts.isConditionalExpression(expression)) {
    return wordsIn(expression.whenTrue) || wordsIn(expression.whenFalse);
  }
  return ts.isBinaryExpression(expression) && (wordsIn(expression.left) || wordsIn(expression.right));
}

function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/^(error|warning): /, ""));
}
