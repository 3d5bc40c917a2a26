import type { Wording } from "../errors/diagnosis";

/**
 * Says what is wrong with a known value, or nothing. Beside it stand the resource's other inputs as the program gave
 * them (not yet checked, and in preview perhaps unknown), and as `region` the stack's where that is what counts.
 */
export type Rule = (value: string, inputs: Readonly<Record<string, unknown>>) => Wording | undefined;
