import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import type { Clock } from "../clock";
import type { DomainClient } from "../domain-client";
import { Diagnostic } from "../errors/diagnostic";
import { ServiceError } from "../errors/service-error";
import { requireAllowedAccount } from "./account";
import { clientSettings } from "./client-settings";
import type { AwsConfiguration } from "./configuration";
import { credentialsOf } from "./credentials";
import { createPace, keepPace } from "./pace";
import { send } from "./send";

/**
 * Opens a client for one Region; the one place where the SDK is loaded. Without a Region it is the one of the
 * environment or the profile. Fails before any call to Cognito where the account isn't an allowed one. All calls of the
 * client share one pace: the service counts them by account and Region.
 */
export async function connectToCognito(
  configuration: AwsConfiguration,
  wantedRegion: string | undefined,
  environment: NodeJS.ProcessEnv,
  clock: Clock,
): Promise<DomainClient> {
  const sdk = await import("@aws-sdk/client-cognito-identity-provider");
  const region = wantedRegion ?? (await regionOfSurroundings(sdk, configuration, environment));
  const credentials = await credentialsOf(configuration, region, environment);
  await requireAllowedAccount(configuration, credentials, region, environment);
  const client = new sdk.CognitoIdentityProviderClient({
    ...(await clientSettings("cognitoidp", configuration, region, environment)),
    credentials,
  });
  keepPace(client.middlewareStack, createPace(clock));
  return {
    region,
    async create(request, within) {
      const command = new sdk.CreateUserPoolDomainCommand(request);
      const answer = await send("CreateUserPoolDomain", within, command, (options) =>
        client.send(command, options),
      );
      return { cloudFrontDomain: answer.CloudFrontDomain };
    },
    async describe(domain, within) {
      const command = new sdk.DescribeUserPoolDomainCommand({ Domain: domain });
      try {
        const answer = await send("DescribeUserPoolDomain", within, command, (options) =>
          client.send(command, options),
        );
        return isEmpty(answer.DomainDescription) ? undefined : answer.DomainDescription;
      } catch (error) {
        // Not what the service is known to say of an unknown name, but its model allows it.
        if (error instanceof ServiceError && error.exception === "ResourceNotFoundException")
          return undefined;
        throw error;
      }
    },
    async update(request, within) {
      const command = new sdk.UpdateUserPoolDomainCommand(request);
      await send("UpdateUserPoolDomain", within, command, (options) => client.send(command, options));
    },
    async delete(request, within) {
      const command = new sdk.DeleteUserPoolDomainCommand(request);
      await send("DeleteUserPoolDomain", within, command, (options) => client.send(command, options));
    },
  };
}

function isEmpty(description: DomainDescriptionType | undefined): boolean {
  return Object.values(description ?? {}).every((value) => value === undefined);
}

/** That of the environment, else of the profile in the SDK's usual files. */
async function regionOfSurroundings(
  sdk: typeof import("@aws-sdk/client-cognito-identity-provider"),
  { profile, sharedConfigFiles }: AwsConfiguration,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const named = environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"];
  if (named) return named;
  try {
    // The SDK would look the profile up in the usual file, whose profile of that name is another one.
    if (sharedConfigFiles) throw new Error("a Region is not read from aws:sharedConfigFiles");
    return await new sdk.CognitoIdentityProviderClient({ ...(profile && { profile }) }).config.region();
  } catch (cause) {
    throw new Diagnostic(
      "No AWS Region is known: the user pool's id doesn't begin with one. Set the resource's region, or pulumi config set aws:region eu-west-1, or AWS_REGION.",
      { cause },
    );
  }
}
