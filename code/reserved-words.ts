/**
 * What no module in TypeScript can call a constant: the words of the language, those that a module reserves, and the
 * names that have a meaning everywhere.
 *
 * Source: ECMAScript 2025, Keywords and Reserved Words; strict mode; undefined, NaN and Infinity of the global object.
 */
const reservedWords: ReadonlySet<string> = new Set(
  [
    "await break case catch class const continue debugger default delete do else enum export extends false finally",
    "for function if import in instanceof new null return super switch this throw true try typeof var void while",
    "with yield let static implements interface package private protected public eval arguments",
    "undefined NaN Infinity",
  ].flatMap((words) => words.split(" ")),
);

/** What the generated code imports by that name. */
const imported = "UserPoolDomain";

/** Whether code that declares domains can refer to something by that name: `this` too, as in a component's class. */
export function isReference(name: string): boolean {
  if (name === "this") return true;
  return isIdentifier(name) && !reservedWords.has(name) && name !== imported;
}

/** Whether it needs no quotes as the name of a property. */
export function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}
