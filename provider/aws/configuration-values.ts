import { ConfigurationError } from "../errors/diagnostic";
import { isRegionName } from "../region";
import { hiddenMatching, invalid, type Reader, text } from "./configuration-reader";
import { stackConfiguration } from "./diagnostics";
import { isHostPattern } from "./host-pattern";

/** A key or token; what surrounds it by mistake would only be found by the service, or break a header. */
export const credential: Reader<string> = (value, key) => {
  const given = text(value, key);
  if (given !== "" && !/[^\x21-\x7e]/.test(given)) return given;
  throw new ConfigurationError(key, stackConfiguration.noCredential({ key }));
};

/** A key or token whose length is known to have bounds. */
export function credentialOf(shortest: number, longest: number): Reader<string> {
  return (value, key) => {
    const given = credential(value, key);
    const { length } = given;
    if (length >= shortest && length <= longest) return given;
    const wording = stackConfiguration.credentialLength({ key, length, shortest, longest });
    throw new ConfigurationError(key, wording);
  };
}

export const regionName: Reader<string> = (value, key) => {
  if (typeof value === "string" && isRegionName(value)) return value;
  throw invalid(key, value, "the name of an AWS Region such as eu-west-1");
};

/** The files of profiles have a line for each name; what has more may have been copied out of them, keys and all. */
export const profileName = hiddenMatching(
  /^[^\p{C}\p{Zl}\p{Zp}]+$/u,
  "the name of a profile, without line breaks and other characters that can't be seen",
);

/** Twelve digits; as numbers they lose leading zeros. */
export const accountId: Reader<string> = (value, key) => {
  const id = typeof value === "number" ? String(value).padStart(12, "0") : String(value);
  if (typeof value === "object" || !/^\d{12}$/.test(id))
    throw invalid(key, value, "an account id of 12 digits");
  return id;
};

export const serviceAddress: Reader<string> = (value, key) => {
  if (typeof value !== "string") return text({}, key);
  if (isHttpAddress(value)) return value;
  throw invalid(key, withoutPassword(value), "an address such as http://127.0.0.1:9229");
};

/** Empty: no proxy, whatever the environment says. Without a scheme it is `http`, as in Go. */
export const proxyAddress: Reader<string> = (value, key) => {
  if (value === "") return value;
  const address = withScheme(text(value, key));
  // A path is what is left of a password with a slash in it, which must be written %2F.
  if (isHttpAddress(address) && new URL(address).pathname === "/") return address;
  throw invalid(key, withoutPassword(value), "an address such as http://proxy.example.com:3128");
};

export function withScheme(address: string): string {
  return address.includes("://") ? address : `http://${address}`;
}

/** A longer name has no address. Source: RFC 1035, size limits. */
const longestHost = 253;

export function isHttpAddress(value: unknown): value is string {
  return (
    typeof value === "string" &&
    /^https?:\/\//i.test(value) &&
    URL.canParse(value) &&
    new URL(value).hostname.length <= longestHost
  );
}

/** Everything up to the last `@` may be a password, in an address that can't be parsed all the more. */
function withoutPassword(value: unknown): unknown {
  if (typeof value !== "string") return value;
  // After a colon stands a port, or what was to be a password.
  return value.replace(/^.*(?:@|%40)/is, "***@").replace(/:(?!\/\/|\d{1,5}(?:\/|$)).*$/s, ":***");
}

/** Hosts that are reached past a proxy. One that can't be a host would match none, and its requests go to the proxy. */
export const hostList: Reader<string> = (value, key) => {
  const given = text(value, key);
  const mistaken = given.split(/[ ,]+/).find((entry) => entry !== "" && !isHostPattern(entry));
  if (mistaken === undefined) return given;
  throw invalid(
    key,
    withoutPassword(mistaken),
    "hosts, separated by commas: names such as .example.com, with a port or without, addresses, or ranges such as 10.0.0.0/8",
  );
};
