import { BlockList, isIP } from "node:net";

/**
 * Whether a host is one of those that a pattern of `no_proxy` means: `*` is every host, `name` is it and all names under
 * it, `.name` only those; `name:port`, an address, a CIDR range. Go's rules, which `@pulumi/aws` follows.
 */
export function matchesHost(pattern: string, host: string, port: string): boolean {
  if (pattern === "*") return true;
  if (isIP(host)) return matchesAddress(pattern, host, port);
  const [name = "", onlyPort = port] = pattern.replace(/^\*\./, ".").split(":");
  if (onlyPort !== port) return false;
  return name.startsWith(".") ? host.endsWith(name) : host === name || host.endsWith(`.${name}`);
}

/** Whether a pattern could match any host at all. */
export function isHostPattern(pattern: string): boolean {
  if (pattern === "*" || rangeOf(pattern)) return true;
  const host = pattern.replace(/:\d{1,5}$/, "");
  return isIP(pattern) !== 0 || isIP(host.replace(/^\[(.*)\]$/, "$1")) !== 0 || isName(host);
}

/** As requests have it, international names in their xn-- form. */
function isName(host: string): boolean {
  return host.length <= 255 && /^(\*?\.)?[a-z\d_-][a-z\d_.-]*$/i.test(host);
}

function matchesAddress(pattern: string, host: string, port: string): boolean {
  const range = rangeOf(pattern);
  if (!range) return pattern === host || pattern === `${host}:${port}` || pattern === `[${host}]`;
  if (range.family !== isIP(host)) return false;
  const kind = range.family === 4 ? "ipv4" : "ipv6";
  const addresses = new BlockList();
  addresses.addSubnet(range.network, range.bits, kind);
  return addresses.check(host, kind);
}

/** A CIDR range, such as `10.0.0.0/8`. */
function rangeOf(pattern: string): { network: string; bits: number; family: number } | undefined {
  const [, network = "", bits = ""] = /^(.*)\/(\d{1,3})$/.exec(pattern) ?? [];
  const family = isIP(network);
  const isOne = family !== 0 && Number(bits) <= (family === 4 ? 32 : 128);
  return isOne ? { network, bits: Number(bits), family } : undefined;
}
