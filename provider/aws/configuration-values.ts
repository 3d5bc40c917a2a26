import { homedir } from "node:os";
import { join } from "node:path";
import { parseDuration } from "../duration";
import { ConfigurationError } from "../errors/diagnostic";
import { isRegionName } from "../region";
import { shown, withForeignCharacter } from "../shown";

/**
 * Reads one value of the stack configuration. `key` says where it stands, such as `aws:assumeRoles[0].roleArn`. What
 * may be a secret, or hold one, is never repeated in an error.
 */
export type Reader<T> = (value: unknown, key: string) => T;

/** What a reader gives. */
export type Read<R> = R extends Reader<infer T> ? T : never;

/** `pulumi config set --path` turns what looks like a number or a boolean into one, so these are texts too. */
export const text: Reader<string> = (value, key) => {
  if (typeof value === "string" || typeof value === "boolean" || Number.isSafeInteger(value)) {
    return String(value);
  }
  throw new ConfigurationError(key, `The stack configuration ${key} is not text. ${setIt(key)}`);
};

/** A key or token; what surrounds it by mistake would only be found by the service, or break a header. */
export const credential: Reader<string> = (value, key) => {
  const given = text(value, key);
  if (given !== "" && !/[^\x21-\x7e]/.test(given)) return given;
  throw new ConfigurationError(
    key,
    `The stack configuration ${key} is empty, or holds a blank, a line break or another character that no key or token has (it is not shown here). ${setIt(key)}`,
  );
};

export const regionName: Reader<string> = (value, key) => {
  if (typeof value === "string" && isRegionName(value)) return value;
  throw invalid(key, value, "the name of an AWS Region such as eu-west-1");
};

/** Source: AWS STS API reference, AssumeRole; IAM user guide, identifiers. */
export const roleArn: Reader<string> = (value, key) => {
  if (typeof value === "string" && /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(value)) return value;
  throw invalid(key, value, "the ARN of a role such as arn:aws:iam::123456789012:role/deployer");
};

export const boolean: Reader<boolean> = (value, key) => oneOf("true", "false")(value, key) === "true";

export function oneOf<const T extends string>(...allowed: T[]): Reader<T> {
  return (value, key) => {
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw invalid(key, value, allowed.join(" or "));
    return found;
  };
}

export const wholeNumber: Reader<number> = (value, key) => {
  if (typeof value !== "string" || !/^\d{1,3}$/.test(value)) {
    throw invalid(key, value, "a whole number from 0 to 999");
  }
  return Number(value);
};

/** What AssumeRole takes. Source: AWS STS API reference. */
const shortestSession = 15 * 60_000;
const longestSession = 12 * 60 * 60_000;

/** Seconds of a role's session, of a duration as Go writes it. */
export const seconds: Reader<number> = (value, key) => {
  const milliseconds = typeof value === "string" ? parseDuration(value) : undefined;
  if (milliseconds === undefined || milliseconds < shortestSession || milliseconds > longestSession) {
    throw invalid(key, value, 'a duration such as "1h", from 15m to 12h');
  }
  return Math.round(milliseconds / 1000);
};

/** A file's path; `~/` is the home directory, as in `@pulumi/aws`. */
export const file: Reader<string> = (value, key) => {
  const path = text(value, key);
  return path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
};

/** The one file of a list: `@pulumi/aws` takes several, the AWS SDK for JavaScript reads one. */
export const onlyFile: Reader<string> = (value, key) => {
  const [only, ...others] = list(file)(value, key);
  if (only && others.length === 0) return only;
  throw invalid(
    key,
    value,
    "a list of exactly one file, which is what the AWS SDK for JavaScript reads",
    "[0]",
  );
};

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

export function isHttpAddress(value: unknown): value is string {
  return typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** Everything up to the last `@` may be a password, in an address that can't be parsed all the more. */
function withoutPassword(value: unknown): unknown {
  if (typeof value !== "string") return value;
  // After a colon stands a port, or what was to be a password.
  return value.replace(/^.*(?:@|%40)/is, "***@").replace(/:(?!\/\/|\d{1,5}(?:\/|$)).*$/s, ":***");
}

/** A value that has parts: in the stack configuration it is written as JSON. `part` is where one could begin. */
export function json<T>(reader: Reader<T>, part: string): Reader<T> {
  return (value, key) => reader(parsed(text(value, key), key, part), key);
}

function parsed(written: string, key: string, part: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new ConfigurationError(
      key,
      `The stack configuration ${key} is not valid JSON. ${setIt(key + part)}`,
    );
  }
}

export function list<T>(entry: Reader<T>): Reader<T[]> {
  return (value, key) => {
    if (Array.isArray(value)) return value.map((each, index) => entry(each, `${key}[${index}]`));
    throw new ConfigurationError(key, `The stack configuration ${key} is not a list. ${setIt(`${key}[0]`)}`);
  };
}

/** Values of one kind under names of the user's own. */
export function byName<T>(entry: Reader<T>): Reader<Record<string, T>> {
  return (value, key) =>
    Object.fromEntries(
      Object.entries(asObject(value, key)).map(([name, each]) => [name, entry(each, `${key}.${name}`)]),
    );
}

type Parts = Record<string, Reader<unknown>>;

/** An object with these parts and no others. */
export function object<Required extends Parts, Optional extends Parts>(
  required: Required,
  optional: Optional,
): Reader<{ [P in keyof Required]: Read<Required[P]> } & { [P in keyof Optional]?: Read<Optional[P]> }> {
  const parts: Parts = { ...required, ...optional };
  return (value, key) => {
    const given = asObject(value, key);
    const missing = Object.keys(required).find((name) => given[name] === undefined);
    if (missing !== undefined) {
      throw new ConfigurationError(
        `${key}.${missing}`,
        `The stack configuration ${key}.${missing} is missing. ${setIt(`${key}.${missing}`)}`,
      );
    }
    const read = Object.entries(given).map(([name, each]) => {
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (part) return [name, part(each, `${key}.${name}`)];
      throw new ConfigurationError(
        key,
        `The stack configuration ${key} has ${shown(name)}, which is not a part of it. It can have: ${Object.keys(parts).join(", ")}`,
      );
    });
    return Object.fromEntries(read);
  };
}

function asObject(value: unknown, key: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new ConfigurationError(
    key,
    `The stack configuration ${key} is not an object. ${setIt(`${key}.<part>`)}`,
  );
}

function invalid(key: string, value: unknown, expected: string, part = ""): ConfigurationError {
  const reason = withForeignCharacter(`is ${shown(value)}; expected ${expected}`, value);
  return new ConfigurationError(key, `The stack configuration ${key} ${reason}. ${setIt(key + part)}`);
}

function setIt(key: string): string {
  const path = /[.[]/.test(key) ? `--path '${key}'` : key;
  return `Set it with: pulumi config set ${path} <value>`;
}
