/** The name above a domain: the service creates a custom domain only where that has an A record. */
export function parentOf(domain: string): string {
  return domain.slice(domain.indexOf(".") + 1);
}

/** An address that belongs to nobody, for such a record: one for documentation (RFC 5737, TEST-NET-2). */
export const nobodysAddress = "198.51.100.1";
