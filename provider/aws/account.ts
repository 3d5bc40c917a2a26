import { Diagnostic } from "../errors/diagnostic";
import { clientSettings } from "./client-settings";
import type { AwsConfiguration } from "./configuration";
import type { Credentials } from "./credentials";
import { access } from "./diagnostics";
import { sdk } from "./sdk";
import { send } from "./send";

const answerWithin = 60_000;

/** Stops before anything is touched where `aws:allowedAccountIds` or `aws:forbiddenAccountIds` say no. */
export async function requireAllowedAccount(
  configuration: AwsConfiguration,
  credentials: Credentials,
  region: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const { allowedAccountIds, forbiddenAccountIds } = configuration;
  if (!allowedAccountIds && !forbiddenAccountIds) return;
  const account = await callersAccount(configuration, credentials, region, environment);
  if (allowedAccountIds && !allowedAccountIds.includes(account)) {
    throw new Diagnostic(access.accountNotAllowed({ account, allowed: allowedAccountIds }));
  }
  if (forbiddenAccountIds?.includes(account)) throw new Diagnostic(access.accountForbidden({ account }));
}

async function callersAccount(
  configuration: AwsConfiguration,
  credentials: Credentials,
  region: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const { STSClient, GetCallerIdentityCommand } = sdk.sts();
  const settings = await clientSettings("sts", configuration, configuration.stsRegion ?? region, environment);
  const client = new STSClient({ ...settings, credentials });
  const command = new GetCallerIdentityCommand({});
  try {
    const { Account } = await send("GetCallerIdentity", answerWithin, command, (options) =>
      client.send(command, options),
    );
    return Account ?? "unknown";
  } finally {
    client.destroy();
  }
}
