import type { CognitoIdentityProviderClientConfig } from "@aws-sdk/client-cognito-identity-provider";
import { Diagnostic } from "../errors/diagnostic";
import { serviceHost } from "../region";
import type { AwsConfiguration } from "./configuration";
import { isHttpAddress } from "./configuration-values";
import { access } from "./diagnostics";
import { transportTo } from "./transport";

/** The services that are called, by the names that `aws:endpoints` gives them. */
export type Service = "cognitoidp" | "sts";

/** Enough attempts to outlast a throttled minute, and few enough that a wrong endpoint is reported within one. */
const defaultAttempts = 10;

/** What every client of the SDK is given, whichever the service; credentials aside. */
export async function clientSettings(
  service: Service,
  configuration: AwsConfiguration,
  region: string,
  environment: NodeJS.ProcessEnv,
) {
  const { profile, sharedConfigFiles, useFipsEndpoint, useDualstackEndpoint, retryMode } = configuration;
  const endpoint = configuredEndpoint(service, configuration);
  const address = addressOf(service, endpoint, region, environment);
  return {
    region,
    // For what else a profile can say; the SDK reads that from the usual files only.
    ...(profile && !sharedConfigFiles && { profile }),
    ...(endpoint && { endpoint }),
    ...attempts(configuration, environment),
    ...(retryMode && { retryMode }),
    ...(useFipsEndpoint !== undefined && { useFipsEndpoint }),
    ...(useDualstackEndpoint !== undefined && { useDualstackEndpoint }),
    requestHandler: await transportTo(address, configuration, environment),
    customUserAgent: "pulumi-cognito-domain",
  } satisfies CognitoIdentityProviderClientConfig;
}

function configuredEndpoint(service: Service, { endpoints }: AwsConfiguration): string | undefined {
  // @pulumi/aws takes both names for Cognito.
  return service === "sts"
    ? endpoints?.["sts"]
    : (endpoints?.["cognitoidp"] ?? endpoints?.["cognitoidentityprovider"]);
}

/**
 * `aws:maxRetries`, else what the SDK reads of the environment, else the default. Whatever its name says,
 * `@pulumi/aws` documents and takes it as the number of attempts.
 */
function attempts(
  { maxRetries }: AwsConfiguration,
  environment: NodeJS.ProcessEnv,
): { maxAttempts?: number } {
  if (maxRetries !== undefined) return { maxAttempts: Math.max(maxRetries, 1) };
  return environment["AWS_MAX_ATTEMPTS"] ? {} : { maxAttempts: defaultAttempts };
}

/** Where requests will go, as far as choosing a proxy needs it; the SDK itself resolves the endpoint. */
function addressOf(
  service: Service,
  endpoint: string | undefined,
  region: string,
  environment: NodeJS.ProcessEnv,
): URL {
  if (endpoint) return new URL(endpoint);
  const variables =
    environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] === "true"
      ? []
      : [endpointVariables[service], "AWS_ENDPOINT_URL"];
  const variable = variables.find((name) => environment[name]);
  if (variable !== undefined) {
    const address = environment[variable];
    if (isHttpAddress(address)) return new URL(address);
    throw new Diagnostic(access.endpointVariable({ variable }));
  }
  return new URL(`https://${serviceHost(service === "sts" ? "sts" : "cognito-idp", region)}`);
}

const endpointVariables: Record<Service, string> = {
  cognitoidp: "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
  sts: "AWS_ENDPOINT_URL_STS",
};
