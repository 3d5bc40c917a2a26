import { anyCommand } from "./diagnostics";
import { notUnderstood } from "./not-understood";

/** Reads a text of whatever kind, so long as there is one. @throws InvalidArgumentError */
export function notEmpty(text: string): string {
  if (text !== "") return text;
  throw notUnderstood(anyCommand.empty());
}
