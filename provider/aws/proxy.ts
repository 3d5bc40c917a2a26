import { withScheme } from "./configuration-values";
import { matchesHost } from "./host-pattern";

export interface ProxySettings {
  httpProxy?: string | undefined;
  httpsProxy?: string | undefined;
  /** Hosts that are reached directly, separated by commas or spaces. */
  noProxy?: string | undefined;
}

/** The proxy on the way to an address. Loopback is never behind one, as in Go's rules that `@pulumi/aws` follows. */
export function proxyFor(endpoint: URL, settings: ProxySettings): string | undefined {
  const host = endpoint.hostname.replace(/^\[|\]$/g, "");
  const port = endpoint.port || (endpoint.protocol === "https:" ? "443" : "80");
  if (host === "localhost" || host === "::1" || /^127\.[\d.]+$/.test(host)) return undefined;
  const excepted = (settings.noProxy ?? "").split(/[\s,]+/).filter(Boolean);
  if (excepted.some((pattern) => matchesHost(pattern.toLowerCase(), host, port))) return undefined;
  const proxy = endpoint.protocol === "https:" ? settings.httpsProxy : settings.httpProxy;
  return proxy ? withScheme(proxy) : undefined;
}
