import { isUnknown } from "../provider/unknown";
import type { Values } from "../provider/values";

/** What fits on a line of a terminal. */
const lineWidth = 80;

/**
 * The command of the AWS CLI that makes the call, for a POSIX shell: on one line, or with a line for each option. What
 * is unknown has a placeholder in its place.
 */
export function awsCliCommand(
  { operation, request }: { operation: string; request: object },
  region?: string,
): string {
  const options = Object.entries({ ...withUnknownsNamed(request), ...(region && { Region: region }) });
  const words = [
    `aws cognito-idp ${kebabCase(operation)}`,
    ...options.map(([name, value]) => optionOf(`--${kebabCase(name)}`, textOf(value))),
  ];
  const line = words.join(" ");
  return line.length <= lineWidth ? line : words.join(" \\\n  ");
}

/** Also without the members that are undefined. */
function withUnknownsNamed(request: object): Values {
  const named = JSON.stringify(request, (name, value) =>
    isUnknown(value) ? `<${name}, to be filled in>` : value,
  );
  return JSON.parse(named) as Values;
}

/** A value that begins as options do would be taken for one. */
function optionOf(option: string, text: string): string {
  return `${option}${text.startsWith("-") ? "=" : " "}${quoted(text)}`;
}

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  return shorthandOf(value as Values) ?? JSON.stringify(value);
}

/** The AWS CLI's shorthand for a structure; undefined for what needs quotes there or can't be said. */
function shorthandOf(values: Values): string | undefined {
  const members = Object.entries(values).map(([name, value]) => {
    if (typeof value === "string") return /^[\w.:/@+-]+$/.test(value) ? `${name}=${value}` : undefined;
    const inner = typeof value === "object" && value !== null ? shorthandOf(value as Values) : undefined;
    return inner === undefined ? undefined : `${name}={${inner}}`;
  });
  return members.length === 0 || members.includes(undefined) ? undefined : members.join(",");
}

/** `UserPoolId` is `user-pool-id` on the command line. */
export function kebabCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** As one word of a POSIX shell. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
