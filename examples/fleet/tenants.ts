import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";

/** A line of the list. */
export interface Tenant {
  /** What the tenant is called, for ever: the name of its resource, and what its shard is found by. */
  readonly tenant: string;
  /** The id of its user pool. */
  readonly pool: string;
  /** A prefix, or with a certificate a DNS name. */
  readonly domain: string;
  /** The ARN of the certificate of a custom domain; empty for a prefix domain. */
  readonly certificate: string;
}

const columns = ["tenant", "pool", "domain", "certificate"] as const satisfies (keyof Tenant)[];

/** Reads a list of tenants. What the preview would say of a single domain is left to the preview. */
export function readTenants(file: string): Tenant[] {
  const rows = parsed(file);
  const problems = [...rows.flatMap(problemsOf), ...duplicates(rows)];
  if (rows.length === 0) problems.push({ line: 1, what: "it has no tenant, and needs at least one" });
  if (problems.length === 0) return rows.map(({ record }) => record);
  const shown = problems.toSorted((one, other) => one.line - other.line).slice(0, mostProblems);
  const more = problems.length - shown.length;
  throw new Error(
    [
      `${file} can't be used:`,
      ...shown.map(({ line, what }) => `  line ${line}: ${what}`),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ].join("\n"),
  );
}

/**
 * What there is at most one of in the service: a custom domain everywhere, a prefix domain in each Region, which is
 * the beginning of the pool's id.
 */
export function domainKey({ pool, domain, certificate }: Omit<Tenant, "tenant">): string {
  return certificate === "" ? `${domain} in ${pool.split("_")[0]}` : domain;
}

const mostProblems = 10;

interface Row {
  readonly line: number;
  readonly record: Tenant;
}

interface Problem {
  readonly line: number;
  readonly what: string;
}

function parsed(file: string): Row[] {
  try {
    const rows = parse(readFileSync(file), {
      bom: true,
      columns: requireColumns,
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: Tenant }[];
    return rows.map(({ info, record }) => ({ line: info.lines, record }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof CsvError || code === undefined) throw new Error(`${file} can't be used: ${message}`);
    throw new Error(`${file} can't be read (${message}): name the list of tenants with --tenants.`);
  }
}

function requireColumns(header: string[]): string[] {
  const isRight = header.length === columns.length && columns.every((column) => header.includes(column));
  if (isRight) return header;
  throw new Error(
    `line 1: the columns are ${header.join(", ")}, and have to be ${columns.join(", ")}, in any order.`,
  );
}

/** The resource's name is a part of its URN. */
const tenantName = /^[A-Za-z0-9][\w.-]{0,99}$/;

function problemsOf({ line, record }: Row): Problem[] {
  const empty = (["tenant", "pool", "domain"] as const).filter((column) => record[column] === "");
  const problems = empty.map((column) => ({ line, what: `the ${column} is empty; only certificate may be` }));
  if (record.tenant !== "" && !tenantName.test(record.tenant)) {
    const allowed = "up to 100 letters, digits, and . _ -, of which a letter or digit comes first";
    problems.push({ line, what: `the tenant is ${JSON.stringify(record.tenant)}; allowed are ${allowed}` });
  }
  return problems;
}

function duplicates(rows: readonly Row[]): Problem[] {
  const kind = ({ certificate }: Tenant) => (certificate === "" ? "prefix" : "custom");
  return [
    ...repeated(rows, ({ tenant }) => tenant, "a tenant has one line"),
    ...repeated(rows, domainKey, "a domain is on one pool only"),
    ...repeated(
      rows,
      (tenant) => tenant.pool && `${kind(tenant)} domain of ${tenant.pool}`,
      "a pool holds at most one of a kind",
    ),
  ];
}

function repeated(rows: readonly Row[], keyOf: (tenant: Tenant) => string, rule: string): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, record }) => {
    const key = keyOf(record);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, line);
    return earlier === undefined || key === ""
      ? []
      : [{ line, what: `${key} is on line ${earlier} too; ${rule}` }];
  });
}
