import { domainArgs, domainType } from "../../../../examples/fleet/program";
import type { ShardState } from "../../../../examples/fleet/shard-states";
import type { HeldDomain, StackState } from "../../../../examples/fleet/stacks";
import type { Tenant } from "../../../../examples/fleet/tenants";

/** A line of the list. */
export function tenant(name: string): Tenant {
  return { tenant: name, pool: `us-east-1_${name}`, domain: `${name}-sign-in`, certificate: "" };
}

/** The domain of a tenant as a state holds it that was brought up. */
export function held(of: Tenant): HeldDomain {
  return {
    urn: `urn:pulumi:shard::cognito-fleet::${domainType}::${of.tenant}`,
    type: domainType,
    name: of.tenant,
    id: of.domain,
    inputs: { ...domainArgs(of), __provider: "…" },
    outputs: { status: "ACTIVE" },
    isUnfinished: false,
  };
}

export function stateOf(domains: readonly HeldDomain[]): StackState {
  return { domains, condemned: [], others: [], outputs: {}, isInterrupted: false };
}

export function shard(stack: string, ...domains: HeldDomain[]): ShardState {
  return { stack, isThere: true, ...stateOf(domains) };
}
