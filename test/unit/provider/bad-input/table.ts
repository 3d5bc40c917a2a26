import type { Values } from "../../../../provider/values";
import { customInputs, prefixInputs } from "../support";

/**
 * One row: what is given, and the whole of what the preview says to it, by property. Nothing said means that it is
 * taken: near misses stand beside what is refused.
 */
export type BadInput = readonly [what: string, inputs: Values, refused: Said, warned?: readonly string[]];

/** The same for the stack configuration: values as `pulumi config set` stores them. */
export type BadConfiguration = readonly [what: string, configuration: Configuration, refused: Said];

export type Said = Readonly<Record<string, string>>;
export type Configuration = Readonly<Record<string, string>>;

export function prefix(given: object = {}): Values {
  return { ...prefixInputs(), ...given };
}

export function custom(given: object = {}): Values {
  return { ...customInputs(), ...given };
}

/** The stack configuration with one key, written as JSON where it isn't text. */
export function configured(name: string, value: unknown): Configuration {
  return { [`aws:${name}`]: typeof value === "string" ? value : JSON.stringify(value) };
}
