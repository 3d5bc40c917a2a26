import path from "node:path";
import { withFolderFirst } from "../../../tools/engine/search-path";
import { cellIn } from "../../../tools/versions/cell";
import { nodeFolder } from "../../../tools/versions/packages";
import { installation } from "./installation";

/** The machine's environment without what could lead Pulumi, AWS or the TypeScript compiler elsewhere. */
export function hermeticEnvironment(
  more: Readonly<Record<string, string | undefined>> = {},
): NodeJS.ProcessEnv {
  const { folder, pulumi } = installation();
  const found = withFolderFirst(path.dirname(pulumi), process.env, process.platform);
  const { node } = cellIn(process.env);
  const environment = node ? withFolderFirst(nodeFolder(folder), found, process.platform) : found;
  const kept = Object.entries(environment).filter(([name]) => !leading.test(name));
  return {
    ...Object.fromEntries(kept),
    PULUMI_HOME: path.join(folder, "pulumi-home"),
    PULUMI_BACKEND_URL: `file://${path.join(folder, "state").replaceAll("\\", "/")}`,
    PULUMI_CONFIG_PASSPHRASE: "test",
    PULUMI_SKIP_UPDATE_CHECK: "1",
    // Without it the CLI has no --event-log.
    PULUMI_DEBUG_COMMANDS: "1",
    AWS_CONFIG_FILE: path.join(folder, "no-such-file"),
    AWS_SHARED_CREDENTIALS_FILE: path.join(folder, "no-such-file"),
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    ...more,
  };
}

/** The Node.js that a user runs: that of the cell, or else the one that runs the tests. */
export function usersNode(): string {
  const { node } = cellIn(process.env);
  return node ? path.join(nodeFolder(installation().folder), "node") : process.execPath;
}

const leading = /^(AWS|PULUMI|TS_NODE)_/;
