import { createRequire } from "node:module";
import type { EngineClient as EngineClientClass } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type * as EngineMessages from "@pulumi/pulumi/proto/engine_pb";

/** Lines for the person at the terminal. */
export interface EngineLog {
  /** A passing line: it shows while the engine works, and the next one takes its place. */
  status(line: string): void;
  info(text: string): void;
  warn(text: string): void;
}

/**
 * The engine's own log. A dynamic provider isn't given one, but the engine passes its address to the plugin process
 * as an argument, and Pulumi's Node packages hold the client for it. Where any of that is missing, nothing is shown.
 */
export function engineLogAt(address: string | undefined): EngineLog {
  const connection = memoized(() => connect(address));
  return {
    status: (line) => connection()?.send("INFO", line, true),
    info: (text) => connection()?.send("INFO", text, false),
    warn: (text) => connection()?.send("WARNING", text, false),
  };
}

interface Connection {
  send(severity: "INFO" | "WARNING", message: string, ephemeral: boolean): void;
}

function connect(address: string | undefined): Connection | undefined {
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
    return {
      send(severity, message, ephemeral) {
        const request = new LogRequest();
        request.setSeverity(LogSeverity[severity]);
        request.setMessage(message);
        request.setEphemeral(ephemeral);
        client.log(request, () => {});
      },
    };
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
