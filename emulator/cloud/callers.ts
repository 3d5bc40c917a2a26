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

/** Sessions are remembered; any other access key is taken for a user's of the emulator's own account. */
export function createCallers(clock: Clock, accountId: string): Callers {
  const sessions = new Map<string, Session & { openedAt: number }>();

  return {
    identify(accessKeyId, sessionToken) {
      const session = sessions.get(accessKeyId);
      // A session ends with the process that gave it.
      if (!session) return accessKeyId.startsWith(ownKey) ? "invalid" : user(accountId);
      if (session.sessionToken !== sessionToken) return "invalid";
      return clock.now() < session.openedAt + session.seconds * 1000 ? session.caller : "expired";
    },
    openSession(role, sessionName, seconds) {
      const madeUp = (what: string, length: number) =>
        randomLooking(`${what} ${sessions.size} ${clock.now()}`, upperCaseAndDigits, length);
      const roleId = `AROA${randomLooking(role.arn, upperCaseAndDigits, 16)}`;
      const session = {
        accessKeyId: `${ownKey}${madeUp("key", 8)}`,
        secretAccessKey: madeUp("secret", 32),
        sessionToken: madeUp("token", 32),
        seconds,
        openedAt: clock.now(),
        caller: { ...role, userId: `${roleId}:${sessionName}` },
      };
      for (const [key, { openedAt, seconds: lasts }] of sessions) {
        // Nobody needs to be told for longer than a day that one has expired.
        if (clock.now() > openedAt + lasts * 1000 + 86_400_000) sessions.delete(key);
      }
      sessions.set(session.accessKeyId, session);
      return session;
    },
  };
}

function user(accountId: string): Caller {
  return { accountId, arn: `arn:aws:iam::${accountId}:user/emulator`, userId: "AIDAEMULATORUSER0000" };
}
