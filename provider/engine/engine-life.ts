import { connectToEngine } from "./engine-log";

/** How many milliseconds an engine that was there may be out of reach before it counts as gone. */
const reconnectWithin = 10_000;

/**
 * Ends this process when the engine is gone. Pulumi's plugin for dynamic resources stays when the CLI is killed, and a
 * step under way would go on: it could create a domain that no state knows of, for somebody who has recovered, or has
 * given up, in the meantime.
 */
export function endWithEngine(address: string | undefined, end: () => void): void {
  const client = connectToEngine(address)?.client;
  if (!client) return;
  const channel = client.getChannel();
  const watch = (until: number): void => {
    client.waitForReady(until, (error) => {
      if (error) return end();
      channel.watchConnectivityState(channel.getConnectivityState(true), Number.POSITIVE_INFINITY, () =>
        watch(Date.now() + reconnectWithin),
      );
    });
  };
  // A machine at its limits may take its time at first.
  watch(Number.POSITIVE_INFINITY);
}
