import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import type { Clock } from "../clock";
import { Diagnostic } from "../errors/diagnostic";
import { requireAllowedAccount } from "./account";
import { clientSettings } from "./client-settings";
import type { AwsConfiguration } from "./configuration";
import { credentialsOf } from "./credentials";
import { access } from "./diagnostics";
import { createPace, keepPace } from "./pace";
import { requireProfile } from "./profile";
import { sdk } from "./sdk";

type Sdk = ReturnType<typeof sdk.cognito>;

/** Cognito in one Region, as the SDK reaches it. All calls share one pace: the service counts them by account and Region. */
export interface Connection {
  readonly region: string;
  readonly sdk: Sdk;
  readonly client: CognitoIdentityProviderClient;
}

/** Nothing says in which Region the calls are to be made. */
export class NoRegion extends Diagnostic {}

/**
 * Opens a connection. Without a Region it is the one of the environment or the profile. Fails before any call where the
 * profile isn't there, and before any to Cognito where the account isn't an allowed one.
 *
 * @throws NoProfile
 * @throws NoRegion
 */
export async function openConnection(
  configuration: AwsConfiguration,
  wantedRegion: string | undefined,
  environment: NodeJS.ProcessEnv,
  clock: Clock,
): Promise<Connection> {
  await requireProfile(configuration, environment);
  const cognito = sdk.cognito();
  const region = wantedRegion ?? (await regionOfSurroundings(cognito, configuration, environment));
  const credentials = await credentialsOf(configuration, region, environment);
  await requireAllowedAccount(configuration, credentials, region, environment);
  const client = new cognito.CognitoIdentityProviderClient({
    ...(await clientSettings("cognitoidp", configuration, region, environment)),
    credentials,
  });
  keepPace(client.middlewareStack, createPace(clock));
  return { region, sdk: cognito, client };
}

/** That of the environment, else of the profile in the SDK's usual files. */
async function regionOfSurroundings(
  cognito: Sdk,
  { profile, sharedConfigFiles }: AwsConfiguration,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const named = environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"];
  if (named) return named;
  // The SDK would look the profile up in the usual file, whose profile of that name is another one.
  if (sharedConfigFiles) throw new NoRegion(access.noRegion());
  try {
    return await new cognito.CognitoIdentityProviderClient({ ...(profile && { profile }) }).config.region();
  } catch (cause) {
    throw new NoRegion(access.noRegion(), { cause });
  }
}
