import type { Clock } from "./clock";
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
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly caller: Caller;
}

export interface Callers {
  /** The caller with that access key, or undefined when it is a session's and comes without the session's token. */
  identify(accessKeyId: string, sessionToken: string | undefined): Caller | undefined;
  openSession(role: Omit<Caller, "userId">, sessionName: string, seconds: number): Session;
}

/** Sessions are remembered; any other access key is taken for a user's of the emulator's own account. */
export function createCallers(clock: Clock, accountId: string): Callers {
  const sessions = new Map<string, Session>();

  return {
    identify(accessKeyId, sessionToken) {
      const session = sessions.get(accessKeyId);
      if (!session) return user(accountId);
      return session.sessionToken === sessionToken ? session.caller : undefined;
    },
    openSession(role, sessionName, seconds) {
      const madeUp = (what: string, length: number) =>
        randomLooking(`${what} ${sessions.size}`, upperCaseAndDigits, length);
      const roleId = `AROA${randomLooking(role.arn, upperCaseAndDigits, 16)}`;
      const session: Session = {
        accessKeyId: `ASIA${madeUp("key", 16)}`,
        secretAccessKey: madeUp("secret", 32),
        sessionToken: madeUp("token", 32),
        expiresAt: clock.now() + seconds * 1000,
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
