import type { Boundary, Gate } from "../support/gate";
import { familyOf, killAll } from "../support/processes";
import type { Run, Running } from "../support/run";

/** A way for `pulumi up` to end before its time, once every step is held at its boundary. */
export interface Way {
  readonly title: string;
  /** What the page on troubleshooting calls it. */
  readonly symptom: string;
  /** Whether a step held there is pending in the state afterwards; undefined where it may be. */
  isPending(boundary: Boundary): boolean | undefined;
  /** Ends when the CLI has ended. */
  crash(cli: Running, gate: Gate, waitsEnd: () => void): Promise<Run>;
}

const killedOrTwice = "pulumi up was killed, or Ctrl-C was pressed twice";
const cancelling = "^C received; cancelling";

export const ways = {
  killed: {
    title: "SIGKILL of the CLI alone",
    symptom: killedOrTwice,
    isPending: () => true,
    async crash(cli, gate) {
      await answerUnheard(cli, gate);
      process.kill(cli.pid, "SIGKILL");
      return cli.ended;
    },
  },
  killedWithAllItStarted: {
    // As when the container of a CI job goes.
    title: "SIGKILL of the CLI and all that it started",
    symptom: killedOrTwice,
    isPending: () => true,
    async crash(cli, gate) {
      const family = familyOf(cli.pid);
      await answerUnheard(cli, gate);
      killAll(family);
      return cli.ended;
    },
  },
  interruptedOnce: {
    title: "SIGINT once",
    symptom: "Ctrl-C was pressed once",
    isPending: () => false,
    async crash(cli, gate, waitsEnd) {
      await answerUnheard(cli, gate);
      pressCtrlC(cli);
      process.kill(cli.pid, "SIGCONT");
      await cli.said(cancelling);
      // The engine waits for what is under way.
      await Promise.all([
        gate.letPass("before the call"),
        gate.letPass("after its effect, before its answer"),
      ]);
      waitsEnd();
      return cli.ended;
    },
  },
  interruptedTwice: {
    title: "SIGINT twice",
    symptom: killedOrTwice,
    // It may hear of the answer before it ends.
    isPending: (boundary) => (boundary === "after the answer" ? undefined : true),
    async crash(cli, gate) {
      pressCtrlC(cli);
      await cli.said(cancelling);
      await answerUnheard(cli, gate);
      pressCtrlC(cli);
      process.kill(cli.pid, "SIGCONT");
      return cli.ended;
    },
  },
} satisfies Record<string, Way>;

/**
 * Ends the waits that are held at their last answer while the CLI is stopped and can't hear of it: what befalls it
 * next comes after the answer, and before the CLI has written anything down.
 */
async function answerUnheard(cli: Running, gate: Gate): Promise<void> {
  process.kill(cli.pid, "SIGSTOP");
  await gate.letPass("after the answer");
}

/** A terminal sends it to the whole process group in the foreground. */
function pressCtrlC({ pid }: Running): void {
  process.kill(-pid, "SIGINT");
}
