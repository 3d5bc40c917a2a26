import { BlockList, isIP } from "node:net";
import { withScheme } from "./configuration-values";

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

/** `*` is every host, `name` is it and all names under it, `.name` only those; `name:port`, an address, a CIDR range. */
function matchesHost(pattern: string, host: string, port: string): boolean {
  if (pattern === "*") return true;
  if (isIP(host)) return matchesAddress(pattern, host, port);
  const [name = "", onlyPort = port] = pattern.replace(/^\*\./, ".").split(":");
  if (onlyPort !== port) return false;
  return name.startsWith(".") ? host.endsWith(name) : host === name || host.endsWith(`.${name}`);
}

function matchesAddress(pattern: string, host: string, port: string): boolean {
  const [network = "", bits] = pattern.split("/");
  if (bits === undefined) return pattern === host || pattern === `${host}:${port}` || pattern === `[${host}]`;
  const family = isIP(network);
  if (
    family === 0 ||
    family !== isIP(host) ||
    !/^\d+$/.test(bits) ||
    Number(bits) > (family === 4 ? 32 : 128)
  ) {
    return false;
  }
  const kind = family === 4 ? "ipv4" : "ipv6";
  const range = new BlockList();
  range.addSubnet(network, Number(bits), kind);
  return range.check(host, kind);
}
