import * as pulumi from "@pulumi/pulumi";
import type { Wording } from "../provider/errors/diagnosis";

/** Ends the program without a stack trace: what is wrong is in what the component was given. */
export function refuse(wording: Wording): never {
  throw new pulumi.RunError(wording);
}
