import * as z from "zod";
import type { Cloud } from "./cloud/cloud";
import type { Domain, DomainStatus, Failover, SecurityPolicy } from "./cloud/domain";
import type { OutsideOptions } from "./cloud/outside";
import type { PoolOptions } from "./cloud/pools";
import { unfit } from "./diagnostics";
import { ServiceError } from "./errors";
import { explained } from "./explained";
import { model } from "./model/operations";
import { checkInput } from "./model/validation";
import { createUserPoolDomain } from "./operations/create-user-pool-domain";
import { certificates, dns, domainOptions, poolOptions } from "./schemas";
import { UnfitValue } from "./unfit-value";

/** What is there before anybody calls. It is plain data, and reads the same as JSON. */
export interface Seed extends OutsideOptions {
  /** The user pools. @default none */
  readonly pools?: readonly PoolOptions[];
  /** The domains, each on a pool of these. @default none */
  readonly domains?: readonly DomainOptions[];
}

/** A domain that is there already, as if made long ago. */
export interface DomainOptions {
  /** The prefix (`my-app`), or of a custom domain the DNS name (`auth.example.com`). */
  domain: string;
  /** A pool that is there. */
  userPoolId: string;
  /** The ARN of an ACM certificate makes it a custom domain. @default it is a prefix domain */
  certificateArn?: string;
  /** For custom domains. @default "TLS_V1_2_2021" */
  securityPolicy?: SecurityPolicy;
  /** 1 or 2. @default 1 */
  managedLoginVersion?: number;
  /** For custom domains. @default none */
  failover?: Failover;
  /** CREATING, UPDATING and DELETING stay until the domain is changed. @default "ACTIVE" */
  status?: DomainStatus;
}

const seed = z.strictObject({
  pools: z.array(poolOptions).exactOptional(),
  domains: z.array(domainOptions).exactOptional(),
  certificates: certificates.exactOptional(),
  dns: dns.exactOptional(),
}) satisfies z.ZodType<Seed>;

/** @throws TypeError that says what is wrong with it */
export function readSeed(value: unknown): Seed {
  return explained(seed, value, unfit.seed);
}

/** @throws TypeError for a pool or domain that can't be */
export function applySeed({ pools = [], domains = [], ...outside }: Seed, cloud: Cloud): void {
  cloud.outside.set(outside);
  for (const pool of pools) cloud.pools.create(pool);
  for (const domain of domains) placeDomain(domain, cloud);
}

/** Makes a domain at once, by the rules of a create but without its quotas. @throws TypeError when they forbid it */
export function placeDomain(options: DomainOptions, cloud: Cloud): Domain {
  const { domain: name, userPoolId, certificateArn, securityPolicy, status = "ACTIVE" } = options;
  const pool = cloud.pools.get(userPoolId);
  if (!pool) throw new UnfitValue(unfit.poolOfDomain({ domain: name, userPoolId }));
  if (securityPolicy && certificateArn === undefined) {
    throw new UnfitValue(unfit.policyOfPrefix({ domain: name }));
  }
  const { region, accountId } = pool;
  const caller = { accountId, arn: "", userId: "" };
  try {
    createUserPoolDomain(checkInput(model.CreateUserPoolDomain, requestFor(options)), {
      ...cloud,
      quotas: {},
      region,
      caller,
      badEnd: () => undefined,
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new UnfitValue(unfit.againstTheRules({ domain: name, problem: error.message }));
  }
  const created = cloud.domains.find(name, region);
  if (!created) throw new Error(`The domain ${name} was created and isn't there.`);
  cloud.domains.change(created, { status });
  return { ...created, status };
}

function requestFor({
  domain,
  userPoolId,
  certificateArn,
  securityPolicy,
  managedLoginVersion,
  failover,
}: DomainOptions): object {
  return {
    Domain: domain,
    UserPoolId: userPoolId,
    ManagedLoginVersion: managedLoginVersion,
    CustomDomainConfig:
      certificateArn === undefined
        ? undefined
        : { CertificateArn: certificateArn, SecurityPolicy: securityPolicy },
    Routing: failover && {
      Failover: {
        SecondaryRegion: failover.secondaryRegion,
        PrimaryRoute53HealthCheckId: failover.primaryRoute53HealthCheckId,
      },
    },
  };
}
