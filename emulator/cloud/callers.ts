import type { Clock } from "../clock";
import { randomLooking, upperCaseAndDigits } from "./identifiers";

/** The identity behind an access key, as GetCallerIdentity tells it. */
export interface Caller {
  readonly accountId: string;
  readonly arn: string;
  readonly userId: string;
}

/** Temporary credentials. */
export interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** How long it lasts from when it was opened. */
  readonly seconds: number;
  readonly caller: Caller;
}

/** A session's access key without the session's token, or after its time. */
export type TokenProblem = "invalid" | "expired";

export interface Callers {
  /** The caller with that access key, or what is wrong when it is a session's. */
  identify(accessKeyId: string, sessionToken: string | undefined): Caller | TokenProblem;
  openSession(role: Omit<Caller, "userId">, sessionName: string, seconds: number): Session;
}

/** What the access keys of sessions begin with. */
const ownKey = "ASIAEMULATOR";

/**
 * Sessions are remembered. An access key of twelve digits is of a user in the account with that number; any other is of
 * one in the emulator's own.
 */
export function createCallers(clock: Clock, ownAccountId: string): Callers {
  const accountOf = (accessKeyId: string) => (/^\d{12}$/.test(accessKeyId) ? accessKeyId : ownAccountId);
  const sessions = new Map<string, Session & { openedAt: number }>();
  let opened = 0;

  return {
    identify(accessKeyId, sessionToken) {
      const session = sessions.get(accessKeyId);
      // A session ends with the process that gave it.
      if (!session) return accessKeyId.startsWith(ownKey) ? "invalid" : user(accountOf(accessKeyId));
      if (session.sessionToken !== sessionToken) return "invalid";
      return clock.now() < session.openedAt + session.seconds * 1000 ? session.caller : "expired";
    },
    openSession(role, sessionName, seconds) {
      opened += 1;
      // The time sets the sessions of one process apart from those of another.
      const madeUp = (what: string, length: number) =>
        randomLooking(`${what} ${opened} ${clock.now()}`, upperCaseAndDigits, length);
      const roleId = `AROA${randomLooking(role.arn, upperCaseAndDigits, 16)}`;
      const session = {
        accessKeyId: `${ownKey}${madeUp("key", 8)}`,
        secretAccessKey: madeUp("secret", 32),
        sessionToken: madeUp("token", 32),
        seconds,
        openedAt: clock.now(),
        caller: { ...role, userId: `${roleId}:${sessionName}` },
      };
      sessions.set(session.accessKeyId, session);
      return session;
    },
  };
}

function user(accountId: string): Caller {
  return { accountId, arn: `arn:aws:iam::${accountId}:user/emulator`, userId: "AIDAEMULATORUSER0000" };
}
