import type { Call, Emulator } from "../../emulator/index";

/** Tells what the emulator does, for people or for programs. */
export interface EmulatorLog {
  listening(emulator: Pick<Emulator, "endpoint" | "environment">, notes: Notes): void;
  called(call: Call): void;
  stopped(): void;
}

export interface Notes {
  /** The seed that wasn't used, because there was a state file to load. */
  readonly seedLeftOut?: string;
}

export function textLog(print: (line: string) => void): EmulatorLog {
  return {
    listening({ endpoint, environment }, { seedLeftOut }) {
      if (seedLeftOut !== undefined) {
        print(`# ${seedLeftOut} is left out: the state file holds what was there before.`);
      }
      print(`# The embedded Cognito listens at ${endpoint} until Ctrl-C. In another terminal, paste:`);
      // Either would go before the test credentials.
      print("unset AWS_PROFILE AWS_SESSION_TOKEN");
      for (const [name, value] of Object.entries(environment)) print(`export ${name}=${value}`);
      print("# Its calls:");
    },
    called: (call) => print(lineFor(call)),
    stopped: () => print("# Stopped."),
  };
}

/** One line for each event, told apart by the member `event`: "listening", "call" or "stopped". */
export function jsonLog(print: (line: string) => void): EmulatorLog {
  const tell = (event: string, more: object = {}): void => print(JSON.stringify({ event, ...more }));
  return {
    listening: ({ endpoint, environment }, notes) => tell("listening", { endpoint, environment, ...notes }),
    called: (call) => tell("call", call),
    stopped: () => tell("stopped"),
  };
}

function lineFor({ time, operation, region, request, outcome }: Call): string {
  const { status, error, spoiled } = outcome;
  const answer = spoiled
    ? `${spoiled.by}, ${spoiled.effect === "taken" ? "after" : "before"} it took effect`
    : error
      ? `${status} ${error.name}${error.message && `: ${error.message}`}`
      : String(status);
  const clock = new Date(time).toISOString().slice(11);
  return [clock, operation || "(no operation)", region, subjectOf(request), answer]
    .filter((part) => part !== undefined)
    .map(printable)
    .join("  ");
}

/** A request may hold anything: it isn't to end the line, nor to tell the terminal what to do. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

/** What a request is about: its domain, else its pool. */
function subjectOf(request: unknown): string | undefined {
  const { Domain, UserPoolId } = { ...(request as { Domain?: unknown; UserPoolId?: unknown }) };
  const subject = Domain ?? UserPoolId;
  return typeof subject === "string" ? subject : undefined;
}
