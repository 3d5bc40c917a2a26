import type { CognitoIdentityProviderClientConfig } from "@aws-sdk/client-cognito-identity-provider";
import type { AwsConfiguration } from "./configuration";
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
  const { useFipsEndpoint, useDualstackEndpoint, retryMode } = configuration;
  const endpoint = configuredEndpoint(service, configuration);
  return {
    region,
    ...(endpoint && { endpoint }),
    ...attempts(configuration, environment),
    ...(retryMode && { retryMode }),
    ...(useFipsEndpoint !== undefined && { useFipsEndpoint }),
    ...(useDualstackEndpoint !== undefined && { useDualstackEndpoint }),
    requestHandler: await transportTo(
      addressOf(service, endpoint, region, environment),
      configuration,
      environment,
    ),
    customUserAgent: "pulumi-cognito-domain",
  } satisfies CognitoIdentityProviderClientConfig;
}

function configuredEndpoint(service: Service, { endpoints }: AwsConfiguration): string | undefined {
  // @pulumi/aws takes both names for Cognito.
  return service === "sts"
    ? endpoints?.["sts"]
    : (endpoints?.["cognitoidp"] ?? endpoints?.["cognitoidentityprovider"]);
}

/** `aws:maxRetries`, else what the SDK reads of the environment, else the default. */
function attempts(
  { maxRetries }: AwsConfiguration,
  environment: NodeJS.ProcessEnv,
): { maxAttempts?: number } {
  if (maxRetries !== undefined) return { maxAttempts: maxRetries + 1 };
  return environment["AWS_MAX_ATTEMPTS"] ? {} : { maxAttempts: defaultAttempts };
}

/** Where requests will go, as far as choosing a proxy needs it; the SDK itself resolves the endpoint. */
function addressOf(
  service: Service,
  endpoint: string | undefined,
  region: string,
  environment: NodeJS.ProcessEnv,
): URL {
  const variable = service === "sts" ? "AWS_ENDPOINT_URL_STS" : "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";
  const host = service === "sts" ? "sts" : "cognito-idp";
  return new URL(
    endpoint ??
      (environment[variable] || environment["AWS_ENDPOINT_URL"] || `https://${host}.${region}.amazonaws.com`),
  );
}
