import type { Agent as HttpAgent } from "node:http";
import type { AgentOptions, Agent as HttpsAgent } from "node:https";
import { readBundle } from "./certificate-bundle";
import type { AwsConfiguration } from "./configuration";
import { type ProxySettings, proxyFor } from "./proxy";

/** Options for the SDK's HTTP handler. */
export interface Transport {
  connectionTimeout: number;
  requestTimeout: number;
  throwOnRequestTimeout: true;
  httpAgent?: HttpAgent;
  httpsAgent?: HttpsAgent | AgentOptions;
}

/** No call may hang: a connection has 10 s to open, an answer 60 s to come. */
const timeouts = { connectionTimeout: 10_000, requestTimeout: 60_000, throwOnRequestTimeout: true } as const;

/**
 * How requests travel to one endpoint: through a proxy, and trusting which certificates. `@pulumi/aws` honours the
 * usual environment variables beside its configuration, and so does this.
 */
export async function transportTo(
  endpoint: URL,
  configuration: AwsConfiguration,
  environment: NodeJS.ProcessEnv,
): Promise<Transport> {
  const tls = tlsOptions(configuration, environment);
  const proxy = proxyFor(endpoint, proxySettings(configuration, environment));
  if (proxy === undefined) return { ...timeouts, httpsAgent: tls };
  // Both packages are ES modules, and not needed by most people.
  if (endpoint.protocol === "https:") {
    const { HttpsProxyAgent } = await import("https-proxy-agent");
    const agent = new HttpsProxyAgent(proxy, tls);
    // It takes what it is given for the way to the proxy only; this is for the way through it. Without being told it
    // doesn't know at the end of a request that it was secure, and would open a new tunnel for each, keeping the old.
    Object.assign(agent.options, tls, { secureEndpoint: true });
    return { ...timeouts, httpsAgent: agent as unknown as HttpsAgent };
  }
  const { HttpProxyAgent } = await import("http-proxy-agent");
  return { ...timeouts, httpAgent: new HttpProxyAgent(proxy, tls) as unknown as HttpAgent };
}

function tlsOptions(
  { customCaBundle, insecure }: AwsConfiguration,
  environment: NodeJS.ProcessEnv,
): AgentOptions {
  const bundle = customCaBundle ?? environment["AWS_CA_BUNDLE"];
  return {
    keepAlive: true,
    ...(bundle && { ca: readBundle(bundle) }),
    ...(insecure && { rejectUnauthorized: false }),
  };
}

/**
 * The stack's own settings before the environment's. A proxy for HTTP alone is one for HTTPS too, when the stack sets
 * it: so it is in `@pulumi/aws`.
 */
function proxySettings(configuration: AwsConfiguration, environment: NodeJS.ProcessEnv): ProxySettings {
  const { httpProxy, httpsProxy, noProxy } = configuration;
  const variable = (name: string) => environment[name.toUpperCase()] || environment[name] || undefined;
  return {
    httpProxy: httpProxy ?? variable("http_proxy"),
    httpsProxy: httpsProxy ?? variable("https_proxy") ?? httpProxy,
    noProxy: noProxy ?? variable("no_proxy"),
  };
}
