import { ConfigurationError } from "../errors/diagnostic";
import { shownName } from "../shown";
import { isValues } from "../values";
import { stackConfiguration } from "./diagnostics";

/**
 * Reads one value of the stack configuration. `key` says where it stands, such as `aws:assumeRoles[0].roleArn`. What
 * may be a secret, or hold one, is never repeated in an error.
 */
export interface Reader<T> {
  (value: unknown, key: string): T;
  /** What stands by name in the value, or in each of its entries. */
  readonly parts?: Parts;
}

type Parts = Readonly<Record<string, Reader<unknown>>>;

/** What a reader gives. */
export type Read<R> = R extends Reader<infer T> ? T : never;

/** `pulumi config set --path` turns what looks like a number or a boolean into one, so these are texts too. */
export const text: Reader<string> = (value, key) => {
  if (typeof value === "string" || typeof value === "boolean" || Number.isSafeInteger(value)) {
    return String(value);
  }
  throw new ConfigurationError(key, stackConfiguration.noText({ key }));
};

/** Text that fits a pattern; `expected` says the same in words. */
export function matching(pattern: RegExp, expected: string): Reader<string> {
  return (value, key) => {
    const given = text(value, key);
    if (pattern.test(given)) return given;
    throw invalid(key, given, expected);
  };
}

/** Like `matching`, for what may be a secret. */
export function hiddenMatching(pattern: RegExp, expected: string): Reader<string> {
  return (value, key) => {
    const given = text(value, key);
    if (pattern.test(given)) return given;
    throw new ConfigurationError(key, stackConfiguration.notShown({ key, expected }));
  };
}

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

/** A value that has parts: in the stack configuration it is written as JSON. `part` is where one could begin. */
export function json<T>(reader: Reader<T>, part: string): Reader<T> {
  return madeLike(reader, (value, key) => reader(parsed(text(value, key), key, part), key));
}

function parsed(written: string, key: string, part: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw new ConfigurationError(key, stackConfiguration.noJson({ key, part }));
  }
}

export function list<T>(entry: Reader<T>, most = Number.POSITIVE_INFINITY): Reader<T[]> {
  return madeLike(entry, (value, key) => {
    if (!Array.isArray(value)) throw new ConfigurationError(key, stackConfiguration.noList({ key }));
    if (value.length > most) {
      const wording = stackConfiguration.tooManyEntries({ key, count: value.length, most });
      throw new ConfigurationError(key, wording);
    }
    return value.map((each, index) => entry(each, `${key}[${index}]`));
  });
}

/** Values of one kind under names of the user's own. */
export function byName<T>(entry: Reader<T>): Reader<Record<string, T>> {
  return (value, key) =>
    Object.fromEntries(
      Object.entries(asObject(value, key)).map(([name, each]) => [
        name,
        entry(each, `${key}.${shownName(name)}`),
      ]),
    );
}

/** An object with these parts and no others. */
export function object<Required extends Parts, Optional extends Parts>(
  required: Required,
  optional: Optional,
): Reader<{ [P in keyof Required]: Read<Required[P]> } & { [P in keyof Optional]?: Read<Optional[P]> }> {
  const parts: Parts = { ...required, ...optional };
  return madeOf(parts, (value, key) => {
    const given = asObject(value, key);
    const missing = Object.keys(required).find((name) => given[name] === undefined);
    if (missing !== undefined) {
      const path = `${key}.${missing}`;
      throw new ConfigurationError(path, stackConfiguration.partMissing({ key: path }));
    }
    const read = Object.entries(given).map(([name, each]) => {
      const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (part) return [name, part(each, `${key}.${name}`)];
      const wording = stackConfiguration.unknownPart({ key, part: name, known: Object.keys(parts) });
      throw new ConfigurationError(key, wording);
    });
    return Object.fromEntries(read);
  });
}

/** A reader of what has the parts that another reads. */
export function madeLike<T>(other: Reader<unknown>, read: Reader<T>): Reader<T> {
  return other.parts ? madeOf(other.parts, read) : read;
}

function madeOf<T>(parts: Parts, read: (value: unknown, key: string) => T): Reader<T> {
  return Object.assign(read, { parts });
}

function asObject(value: unknown, key: string): Record<string, unknown> {
  if (isValues(value)) return { ...value };
  throw new ConfigurationError(key, stackConfiguration.noObject({ key }));
}

export function invalid(key: string, value: unknown, expected: string): ConfigurationError {
  return new ConfigurationError(key, stackConfiguration.notAsExpected({ key, value, expected }));
}
