import type { Failure } from "./protocol";
import { Refused } from "./refusal";

/**
 * Why a shard wasn't done, beside what was told of its domains: such as that its state couldn't be saved. Nothing,
 * where that was all.
 */
export function failuresOf(
  error: Error,
  { ofDomains, stopped }: { ofDomains: readonly Failure[]; stopped: AbortSignal },
): readonly Failure[] {
  if (error === stopped.reason) return ofDomains;
  if (error instanceof Refused) return [...ofDomains, { message: error.message, cause: error.cause }];
  const own = errorsIn(error.message).filter(
    (text) => !isConsequence(text) && !ofDomains.some(({ message }) => message.includes(text)),
  );
  if (own.length === 0 && (ofDomains.length > 0 || stopped.aborted)) return ofDomains;
  const message = joined(own) || textOf(error);
  return [...ofDomains, { message, cause: withoutOwn(message) }];
}

/** What an error says, without the command line and all that the CLI said beside its errors. */
export function textOf({ message }: Error): string {
  return joined(errorsIn(message)) || message;
}

/** The errors that the CLI tells of, each once. A panic leads to others, and is of interest where it is all there is. */
function errorsIn(message: string): string[] {
  if (!/^(code: |Command failed)/.test(message)) return [];
  const after = (word: string) => [...message.matchAll(new RegExp(`(?:^|\\s)${word}: (\\S.*)$`, "gm"))];
  const found = [after("error"), after("panic"), [...message.matchAll(/(Command .+?: pulumi \w+)/g)]];
  const texts = found
    .find(({ length }) => length > 0)
    ?.map(([, text = ""]) => withoutPassword(withoutStep(text.trim())));
  return [...new Set(texts)];
}

function joined(errors: readonly string[]): string {
  const more = errors.length - mostErrors;
  return [...errors.slice(0, mostErrors), ...(more > 0 ? [`And ${more} more.`] : [])].join(" ");
}

const mostErrors = 3;

/** What the CLI says after other errors, or after it was told to end. */
function isConsequence(text: string): boolean {
  return /^(update|destroy|refresh|preview) (failed|canceled)$|failed to register$|was killed with SIGINT/.test(
    text,
  );
}

/** The address of a backend may hold one. */
function withoutPassword(text: string): string {
  return text.replace(/\/\/[^\s/@]+@/g, "//…@");
}

/** At which step of the engine a state couldn't be saved tells nobody anything. */
function withoutStep(text: string): string {
  return text.replace(/^(pre-step|post-step|resource complete) event returned an error: /, "");
}

/** Without the shard, times, this end of a connection and the worker's folder: so those with one cause are alike. */
export function withoutOwn(message: string): string {
  return withoutStep(message)
    .replace(/\bshard-\d+\b/g, "…")
    .replace(/\d{10,}/g, "…")
    .replace(/\S+:\d+->/g, "")
    .replace(/[^\s"']*\.work\/[^\s"'/]+/g, "…");
}
