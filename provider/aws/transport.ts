import { readFileSync } from "node:fs";
import type { Agent as HttpAgent } from "node:http";
import type { AgentOptions, Agent as HttpsAgent } from "node:https";
import { Diagnostic } from "../errors/diagnostic";
import type { AwsConfiguration } from "./configuration";

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
    return { ...timeouts, httpsAgent: new HttpsProxyAgent(proxy, tls) as unknown as HttpsAgent };
  }
  const { HttpProxyAgent } = await import("http-proxy-agent");
  return { ...timeouts, httpAgent: new HttpProxyAgent(proxy) as unknown as HttpAgent };
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

function readBundle(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Diagnostic(
      `The file of certificate authorities can't be read: ${(cause as Error).message}. Correct aws:customCaBundle or AWS_CA_BUNDLE`,
      { cause },
    );
  }
}

export interface ProxySettings {
  httpProxy?: string | undefined;
  httpsProxy?: string | undefined;
  /** Hosts that are reached directly: names with all names under them, `*`, separated by commas or spaces. */
  noProxy?: string | undefined;
}

function proxySettings(configuration: AwsConfiguration, environment: NodeJS.ProcessEnv): ProxySettings {
  const variable = (name: string) => environment[name.toUpperCase()] || environment[name] || undefined;
  return {
    httpProxy: configuration.httpProxy ?? variable("http_proxy"),
    httpsProxy: configuration.httpsProxy ?? variable("https_proxy"),
    noProxy: configuration.noProxy ?? variable("no_proxy"),
  };
}

/** The proxy on the way to an address. Loopback is never behind one, as in Go's rules that `@pulumi/aws` follows. */
export function proxyFor(endpoint: URL, settings: ProxySettings): string | undefined {
  const host = endpoint.hostname.replace(/^\[|\]$/g, "");
  if (host === "localhost" || host === "::1" || host.startsWith("127.")) return undefined;
  const excepted = (settings.noProxy ?? "").split(/[\s,]+/).filter(Boolean);
  if (excepted.some((pattern) => matchesHost(pattern, host, endpoint.port))) return undefined;
  return endpoint.protocol === "https:" ? settings.httpsProxy : settings.httpProxy;
}

function matchesHost(pattern: string, host: string, port: string): boolean {
  if (pattern === "*") return true;
  const [name = "", onlyPort] = pattern.toLowerCase().split(":");
  if (onlyPort !== undefined && onlyPort !== port) return false;
  const suffix = name.replace(/^\*?\.?/, ".");
  return host === suffix.slice(1) || host.endsWith(suffix);
}
