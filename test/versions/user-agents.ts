import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** What the provider says of itself in the calls of the surrounding `describe`: the emulator is in this process. */
export function useUserAgents(): ReadonlySet<string> {
  const userAgents = new Set<string>();
  const note = (message: unknown): void => {
    const { headers } = (message as { request: IncomingMessage }).request;
    const userAgent = headers["user-agent"] ?? "";
    // Tests call as well.
    if (userAgent.includes("pulumi-cognito-domain")) userAgents.add(userAgent);
  };
  before(() => subscribe("http.server.request.start", note));
  after(() => unsubscribe("http.server.request.start", note));
  return userAgents;
}
