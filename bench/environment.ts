import type { RunningServer } from "./emulator/running";

/** The machine's environment without what could lead AWS or Pulumi elsewhere, and with what leads to a server. */
export function environmentFor({ endpoint }: Pick<RunningServer, "endpoint">): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS|PULUMI|TS_NODE)_/.test(name));
  return {
    ...Object.fromEntries(kept),
    // For all services, so that a call that nobody expects is counted there, too.
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: "us-east-1",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
    AWS_SECRET_ACCESS_KEY: "example",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PAGER: "",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}
