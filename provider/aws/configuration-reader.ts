import { ConfigurationError } from "../errors/diagnostic";
import { shown, shownName, withForeignCharacter } from "../shown";
import { isValues } from "../values";

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
  throw new ConfigurationError(key, `The stack configuration ${key} is not text. ${setIt(key)}`);
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
    throw new ConfigurationError(
      key,
      `The stack configuration ${key} isn't what is expected: ${expected} (it is not shown here). ${setIt(key)}`,
    );
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
    throw new ConfigurationError(
      key,
      `The stack configuration ${key} is not valid JSON. ${setIt(key + part)}`,
    );
  }
}

export function list<T>(entry: Reader<T>, most = Number.POSITIVE_INFINITY): Reader<T[]> {
  return madeLike(entry, (value, key) => {
    if (!Array.isArray(value)) {
      throw new ConfigurationError(
        key,
        `The stack configuration ${key} is not a list. ${setIt(`${key}[0]`)}`,
      );
    }
    if (value.length > most) {
      throw new ConfigurationError(
        key,
        `The stack configuration ${key} has ${value.length} entries; it can have at most ${most}: remove some`,
      );
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
  throw new ConfigurationError(
    key,
    `The stack configuration ${key} is not an object. ${setIt(`${key}.<part>`)}`,
  );
}

export function invalid(key: string, value: unknown, expected: string, part = ""): ConfigurationError {
  const reason = withForeignCharacter(`is ${shown(value)}; expected ${expected}`, value);
  return new ConfigurationError(key, `The stack configuration ${key} ${reason}. ${setIt(key + part)}`);
}

export function setIt(key: string): string {
  const path = /[.[]/.test(key) ? `--path '${key}'` : key;
  return `Set it with: pulumi config set ${path} <value>`;
}
