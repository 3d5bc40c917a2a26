/** A record of DNS names: their IPv4 addresses. */
export type DnsTable = Readonly<Record<string, readonly string[]>>;

/** What custom domains depend on outside of Cognito. */
export interface OutsideOptions {
  /** The ARNs of the certificates that exist in ACM. @default every well-formed ARN in us-east-1 is one of a certificate */
  certificates?: readonly string[];
  /** The A records in DNS, such as `{ "example.com": ["192.0.2.1"] }`. @default every parent domain has one */
  dns?: DnsTable;
}

export interface Outside {
  hasCertificate(arn: string): boolean;
  hasAddress(name: string): boolean;
  /** What is left out stays as it is. */
  set(options: OutsideOptions): void;
  records(): OutsideOptions;
  restore(options: OutsideOptions): void;
}

/** @param changed is told of every change */
export function createOutside(changed: () => void): Outside {
  let { certificates, dns }: OutsideOptions = {};

  return {
    hasCertificate: (arn) => certificates === undefined || certificates.includes(arn),
    hasAddress: (name) => dns === undefined || (Object.hasOwn(dns, name) && dns[name]?.length !== 0),
    set(more) {
      if (!more.certificates && !more.dns) return;
      certificates = more.certificates ?? certificates;
      dns = more.dns ? normalized(more.dns) : dns;
      changed();
    },
    records: () => ({ ...(certificates && { certificates }), ...(dns && { dns }) }),
    restore(saved) {
      ({ certificates, dns } = saved);
      changed();
    },
  };
}

/** DNS doesn't tell capitals from small letters, nor a name from the same with a dot at its end. */
function normalized(dns: DnsTable): DnsTable {
  return Object.fromEntries(
    Object.entries(dns).map(([name, addresses]) => [name.toLowerCase().replace(/\.$/, ""), addresses]),
  );
}
