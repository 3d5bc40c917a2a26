import type { fromEnv } from "@aws-sdk/credential-providers";
import { clientSettings } from "./client-settings";
import type { AssumeRole, AssumeRoleWithWebIdentity, AwsConfiguration } from "./configuration";

/** Gives the credentials of the moment; the SDK's clients keep them until they expire. */
export type Credentials = ReturnType<typeof fromEnv>;

/**
 * The credentials that the stack configuration names, in the order in which `@pulumi/aws` looks: keys, a profile, and
 * then the SDK's own chain (environment, shared files, SSO, container, machine); on top of them the roles, each
 * assumed with the one before.
 */
export async function credentialsOf(
  configuration: AwsConfiguration,
  region: string,
  environment: NodeJS.ProcessEnv,
): Promise<Credentials> {
  const providers = await import("@aws-sdk/credential-providers");
  const sts = await clientSettings("sts", configuration, configuration.stsRegion ?? region, environment);
  let credentials = await baseCredentials();
  for (const role of configuration.assumeRoles ?? []) {
    credentials = providers.fromTemporaryCredentials({
      masterCredentials: credentials,
      params: assumeRoleParameters(role),
      clientConfig: sts,
    });
  }
  return credentials;

  async function baseCredentials(): Promise<Credentials> {
    const { accessKey, secretKey, token, assumeRoleWithWebIdentity: webIdentity } = configuration;
    if (accessKey !== undefined && secretKey !== undefined) {
      const keys = {
        accessKeyId: accessKey,
        secretAccessKey: secretKey,
        ...(token && { sessionToken: token }),
      };
      return async () => keys;
    }
    if (webIdentity) return webIdentityCredentials(webIdentity);
    return providers.fromNodeProviderChain({
      ...(configuration.profile && { profile: configuration.profile }),
      ...(configuration.sharedConfigFile && { configFilepath: configuration.sharedConfigFile }),
      ...(configuration.sharedCredentialsFile && { filepath: configuration.sharedCredentialsFile }),
      clientConfig: sts,
    });
  }

  function webIdentityCredentials(webIdentity: AssumeRoleWithWebIdentity): Credentials {
    const settings = {
      roleArn: webIdentity.roleArn,
      roleSessionName: webIdentity.sessionName ?? sessionName,
      ...(webIdentity.policy && { policy: webIdentity.policy }),
      ...(webIdentity.policyArns && { policyArns: webIdentity.policyArns.map((arn) => ({ arn })) }),
      ...(webIdentity.duration && { durationSeconds: webIdentity.duration }),
      clientConfig: sts,
    };
    return webIdentity.webIdentityToken === undefined
      ? providers.fromTokenFile({ ...settings, webIdentityTokenFile: webIdentity.webIdentityTokenFile ?? "" })
      : providers.fromWebToken({ ...settings, webIdentityToken: webIdentity.webIdentityToken });
  }
}

const sessionName = "pulumi-cognito-domain";

function assumeRoleParameters(role: AssumeRole) {
  return {
    RoleArn: role.roleArn,
    RoleSessionName: role.sessionName ?? sessionName,
    ...(role.externalId && { ExternalId: role.externalId }),
    ...(role.duration && { DurationSeconds: role.duration }),
    ...(role.policy && { Policy: role.policy }),
    ...(role.policyArns && { PolicyArns: role.policyArns.map((arn) => ({ arn })) }),
    ...(role.sourceIdentity && { SourceIdentity: role.sourceIdentity }),
    ...(role.tags && { Tags: Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })) }),
    ...(role.transitiveTagKeys && { TransitiveTagKeys: role.transitiveTagKeys }),
  };
}
