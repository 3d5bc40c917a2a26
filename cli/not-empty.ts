import { InvalidArgumentError } from "commander";

/** Reads a text of whatever kind, so long as there is one. @throws InvalidArgumentError */
export function notEmpty(text: string): string {
  if (text !== "") return text;
  throw new InvalidArgumentError("It is empty. Is a variable of the shell not set?");
}
