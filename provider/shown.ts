import { isUnknown } from "./unknown";

const longestShown = 100;

/**
 * A value as a person wrote it, on one line, with what can't be seen spelt out; long ones are cut, since a diagnostic
 * must stay readable.
 */
export function shown(value: unknown): string {
  const text =
    typeof value === "number" ? String(value) : (JSON.stringify(value, shownWithin) ?? String(value));
  if (text.length <= longestShown) return visible(text);
  const length = typeof value === "string" ? value.length : text.length;
  return `${visible(text.slice(0, longestShown).replace(/[\ud800-\udbff]$/, ""))}… (${length} characters)`;
}

/** A name out of a program or a configuration; as a value, where it isn't one that anybody would choose. */
export function shownName(name: string): string {
  return /^[\w$.:[\]-]{1,100}$/.test(name) ? name : shown(name);
}

/** Characters of other scripts may look like Latin ones, or like nothing at all. */
export function shownCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return shown(character);
  // What is put over the character before it would be put over the quotation mark.
  const text = /\p{M}/u.test(character) ? `"\\u{${code.toString(16)}}"` : shown(character);
  return `${text} (U+${code.toString(16).toUpperCase().padStart(4, "0")})`;
}

/** A reason, with the character that people can't tell from a plain one, unless that is said already. */
export function withForeignCharacter(reason: string, value: unknown): string {
  const foreign = typeof value === "string" ? /\P{ASCII}/u.exec(value)?.[0] : undefined;
  return foreign === undefined || reason.includes("(U+")
    ? reason
    : `${reason}. It holds ${shownCharacter(foreign)}`;
}

function shownWithin(_name: string, value: unknown): unknown {
  if (isUnknown(value)) return "(unknown)";
  const isBeyondJson = typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value));
  return isBeyondJson ? String(value) : value;
}

function visible(text: string): string {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
