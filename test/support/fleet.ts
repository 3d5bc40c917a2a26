import type { Emulator } from "../../emulator/index";

/** A tenant as the list of the fleet has it. */
export interface TenantRow {
  readonly tenant: string;
  readonly pool: string;
  readonly domain: string;
  readonly certificate: string;
}

/** So many tenants, of which every fourth has a custom domain. */
export function tenantRows(count: number): TenantRow[] {
  return Array.from({ length: count }, (_none, index) => {
    const number = String(index + 1).padStart(4, "0");
    const isCustom = index % 4 === 3;
    return {
      tenant: `tenant-${number}`,
      pool: `us-east-1_Tenant${number}`,
      domain: isCustom ? `login.shop-${number}.example.com` : `shop-${number}`,
      certificate: isCustom ? `arn:aws:acm:us-east-1:123456789012:certificate/${number}` : "",
    };
  });
}

export function asCsv(rows: readonly TenantRow[]): string {
  const lines = rows.map(
    ({ tenant, pool, domain, certificate }) => `${tenant},${pool},${domain},${certificate}`,
  );
  return ["tenant,pool,domain,certificate", ...lines, ""].join("\n");
}

export function createPools({ createPool }: Emulator, rows: readonly TenantRow[]): void {
  for (const { pool } of rows) createPool({ id: pool });
}
