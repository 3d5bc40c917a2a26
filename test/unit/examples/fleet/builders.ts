import { type Deployment, type LocalWorkspace, StackNotFoundError } from "@pulumi/pulumi/automation";
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

/** What a workspace exports of a stack that holds these domains. */
export function deploymentOf(domains: readonly HeldDomain[], outputs: object = {}): Deployment {
  const stack = { urn: "urn:pulumi:s::cognito-fleet::pulumi:pulumi:Stack::s", type: "pulumi:pulumi:Stack" };
  return { version: 3, deployment: { resources: [{ ...stack, outputs }, ...domains] } };
}

/** A backend that holds these stacks, for what only reads. */
export function workspaceWith(stacks: Readonly<Record<string, Deployment>>): LocalWorkspace {
  const workspace: Pick<LocalWorkspace, "exportStack"> = {
    async exportStack(name) {
      const deployment = stacks[name];
      if (deployment) return deployment;
      throw Object.create(StackNotFoundError.prototype);
    },
  };
  return workspace as LocalWorkspace;
}
