import type { PulumiFn } from "@pulumi/pulumi/automation";
import { UserPoolDomain, type UserPoolDomainArgs } from "pulumi-cognito-domain";
import type { Tenant } from "./tenants";

/** The type of a domain's resource, as states and events name it. Whatever else a stack holds is no domain. */
export const domainType = "pulumi-nodejs:dynamic/cognito:UserPoolDomain";

/** The Pulumi program of a shard: a domain for each tenant. */
export function shardProgram(tenants: readonly Tenant[]): PulumiFn {
  return async () => {
    for (const tenant of tenants) new UserPoolDomain(tenant.tenant, domainArgs(tenant));
  };
}

/** What every tenant's domain is made of. Plain values, because a shard's state is compared with them. */
export function domainArgs({ pool, domain, certificate }: Tenant) {
  return {
    domain,
    userPoolId: pool,
    ...(certificate !== "" && { customDomainConfig: { certificateArn: certificate } }),
    // A run that is killed between a create and its record leaves a domain that no state holds. The next takes it in.
    adoptExisting: true,
  } satisfies UserPoolDomainArgs;
}
