import { createRequire } from "node:module";
import type { EngineClient as EngineClientClass } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as EngineMessages from "@pulumi/pulumi/proto/engine_pb";

/** Lines for the person at the terminal. */
export interface EngineLog {
  /** A passing line: it shows while the engine works, and the next one takes its place. */
  status(line: string): void;
  /** Stays among the diagnostics. Ends when the engine has it, so that lines keep their order. */
  info(text: string): Promise<void>;
  /** Like `info`, marked as a warning. */
  warn(text: string): Promise<void>;
}

/**
 * The engine's own log. A dynamic provider isn't given one, but the engine passes its address to the plugin process
 * as an argument, and Pulumi's Node packages hold the client for it. Where any of that is missing, nothing is shown.
 */
export function engineLogAt(address: string | undefined): EngineLog {
  const connection = memoized(() => connect(address));
  const log: Send = async (...line) => connection()?.(...line);
  return {
    status: (line) => void log("INFO", line, true),
    info: (text) => log("INFO", text, false),
    warn: (text) => log("WARNING", text, false),
  };
}

type Send = (severity: "INFO" | "WARNING", message: string, ephemeral: boolean) => Promise<void>;

function connect(address: string | undefined): Send | undefined {
  return connectToEngine(address)?.send;
}

export function connectToEngine(
  address: string | undefined,
): { client: EngineClientClass; send: Send } | undefined {
  if (address === undefined || !/^[\w.-]+:\d+$/.test(address)) return undefined;
  try {
    const pulumi = createRequire(require.resolve("@pulumi/pulumi"));
    const { EngineClient } = pulumi("@pulumi/pulumi/proto/engine_grpc_pb") as {
      EngineClient: typeof EngineClientClass;
    };
    const { LogRequest, LogSeverity } = pulumi("@pulumi/pulumi/proto/engine_pb") as typeof EngineMessages;
    // Pulumi's own copy, so that the client is of the class that its generated code expects.
    const grpc = pulumi("@grpc/grpc-js") as typeof import("@grpc/grpc-js");
    const client = new EngineClient(address, grpc.credentials.createInsecure());
    const send: Send = (severity, message, ephemeral) => {
      const request = new LogRequest();
      request.setSeverity(LogSeverity[severity]);
      request.setMessage(message);
      request.setEphemeral(ephemeral);
      // A line that can't be shown is no reason to stop.
      return new Promise((resolve) => client.log(request, () => resolve()));
    };
    return { client, send };
  } catch {
    return undefined;
  }
}

function memoized<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
