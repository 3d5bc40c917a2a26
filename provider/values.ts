/** Values by name, where nothing more is known of them. */
export type Values = Readonly<Record<string, unknown>>;

export function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Without members that are null, however deep: JavaScript and YAML programs say so where TypeScript leaves them out. */
export function withoutNulls(values: Values): Values {
  const entries = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isValues(value) ? withoutNulls(value) : value]),
  );
}

/** An object with values by name, and no list. */
export function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
