import { together } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import type { MigratedState } from "./migrated-state";
import type { PulumiCli } from "./pulumi-cli";
import { judge } from "./verdict";

/** What a look at the preview works with. */
export interface Watching {
  readonly pulumi: Pick<PulumiCli, "preview">;
  /** Aborted with an Error that says why. */
  readonly signal: AbortSignal;
  /** Tells a person how far it is. */
  say(line: string): void;
}

/** Previews the migrated state, which the program must leave as it is. @throws Diagnostic that says what it wouldn't */
export async function requireAgreement(
  migrated: Omit<MigratedState, "state">,
  { pulumi, signal, say }: Watching,
): Promise<void> {
  signal.throwIfAborted();
  const preview = await pulumi.preview(signal);
  signal.throwIfAborted();
  const { problems, others } = judge(preview, migrated);
  if (problems.length > 0) throw new Diagnostic(together(problems));
  say("pulumi preview leaves them alone.");
  if (others === 0) return;
  const resources = others === 1 ? "1 other resource" : `${others} other resources`;
  say(`It would change ${resources}, which has nothing to do with the migration.`);
}
