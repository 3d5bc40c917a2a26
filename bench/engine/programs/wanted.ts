/** What each program declares: so many custom domains, each on a pool of its own, with the certificate of the day. */
export interface WantedDomain {
  domain: string;
  userPoolId: string;
  customDomainConfig: { certificateArn: string };
}

/** @param environment BENCH_DOMAINS and BENCH_CERTIFICATE say how many, and with which certificate */
export function wantedDomains({ BENCH_DOMAINS, BENCH_CERTIFICATE }: NodeJS.ProcessEnv): WantedDomain[] {
  return Array.from({ length: Number(BENCH_DOMAINS) }, (_none, number) => ({
    domain: `tenant-${number}.login.example.com`,
    userPoolId: `us-east-1_Pool${number}`,
    customDomainConfig: {
      certificateArn: `arn:aws:acm:us-east-1:123456789012:certificate/${BENCH_CERTIFICATE}`,
    },
  }));
}
