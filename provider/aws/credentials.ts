import type { fromEnv } from "@aws-sdk/credential-providers";
import { clientSettings } from "./client-settings";
import type { AwsConfiguration } from "./configuration";
import type { AssumeRole, AssumeRoleWithWebIdentity } from "./configuration-roles";
import { sdk } from "./sdk";
import { transportTo } from "./transport";

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
  const providers = sdk.credentialProviders();
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
    return surroundingCredentials();
  }

  /**
   * The SDK's own chain. It gives its one client configuration to STS and to SSO alike, so STS's endpoint and Region
   * come with the functions that call STS; SSO has a Region of its own, in the profile.
   */
  async function surroundingCredentials(): Promise<Credentials> {
    const { profile, sharedConfigFiles, sharedCredentialsFiles } = configuration;
    const settings = {
      ...(profile && { profile }),
      ...(sharedConfigFiles && { configFilepath: sharedConfigFiles }),
      ...(sharedCredentialsFiles && { filepath: sharedCredentialsFiles }),
      clientConfig: { requestHandler: await transportTo(ssoAddress, configuration, environment) },
    };
    const chain = providers.fromNodeProviderChain({
      ...settings,
      // The SDK would warn of keys in the environment beside a profile, though the configuration says which it is.
      ...(profile && { logger: silent }),
      roleAssumer: async (...role) => sdk.sts().getDefaultRoleAssumer(sts)(...role),
      roleAssumerWithWebIdentity: async (role) => sdk.sts().getDefaultRoleAssumerWithWebIdentity(sts)(role),
    });
    // The chain would look a profile that signs in with SSO up in the usual files; other profiles are left to it.
    const named = profile ?? environment["AWS_PROFILE"];
    return named && (sharedConfigFiles || sharedCredentialsFiles)
      ? providers.createCredentialChain(providers.fromSSO(settings), chain)
      : chain;
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
const silent = { debug() {}, info() {}, warn() {}, error() {} };
/** Only to choose a proxy by. */
const ssoAddress = new URL("https://portal.sso.amazonaws.com");

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
