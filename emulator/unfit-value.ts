import type { Wording } from "../provider/errors/diagnosis";

/** Something that a program, a person or a file gives to the emulator itself, and that can't be. */
export class UnfitValue extends TypeError {
  declare readonly message: Wording;

  constructor(message: Wording) {
    super(message);
  }
}
