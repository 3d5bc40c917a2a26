import { type Command, InvalidArgumentError } from "commander";
import type { Wording } from "../provider/errors/diagnosis";

/** What a value that isn't understood is refused with; commander tells of which option or argument it is. */
export function notUnderstood(why: Wording): InvalidArgumentError {
  return new InvalidArgumentError(why);
}

/** Ends a command whose options don't go together. */
export function refuse(command: Command, why: Wording): never {
  return command.error(`error: ${why}`);
}
