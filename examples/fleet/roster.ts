import { isDeepStrictEqual } from "node:util";
import { domainArgs } from "./program";
import { shardOf, stackOf } from "./shards";
import type { HeldDomain, StackState } from "./stacks";
import { domainKey, type Tenant } from "./tenants";

/** The list of tenants, shared out over a number of shards. */
export interface Roster {
  readonly tenants: readonly Tenant[];
  readonly shards: number;
  tenantsOf(stack: string): readonly Tenant[];
  /** Where a domain belongs that a state holds; undefined where no line has it any more. */
  placeOf(held: HeldDomain): Place | undefined;
  /** The tenant that the list gives a domain to, while its holder is in the list too, with another domain. */
  heirOf(held: HeldDomain): Tenant | undefined;
}

export interface Place {
  readonly stack: string;
  readonly tenant: Tenant;
}

/** What a stack holds, beside what the list wants of it. */
export interface Comparison {
  /** Tenants whose domain isn't there yet, or isn't as the list has it. */
  readonly due: readonly Tenant[];
  /** Domains that the list has no more: a deploy deletes them. */
  readonly leaving: readonly HeldDomain[];
  /** Domains of tenants that the list gives another domain or pool: a deploy replaces them, and so deletes them, too. */
  readonly replaced: readonly HeldDomain[];
  /** Domains that the list has elsewhere, or under another name. The engine would delete them. */
  readonly misplaced: readonly HeldDomain[];
  /** Domains that go from one tenant to another. The engine would delete them after the other has taken them in. */
  readonly handedOver: readonly HeldDomain[];
}

export function rosterOf(tenants: readonly Tenant[], shards: number): Roster {
  const byName = new Map(tenants.map((tenant) => [tenant.tenant, tenant]));
  const byDomain = new Map(tenants.map((tenant) => [domainKey(tenant), tenant]));
  const byStack = new Map<string, Tenant[]>();
  for (const tenant of tenants) {
    const stack = stackOf(shardOf(tenant.tenant, shards));
    const others = byStack.get(stack);
    if (others) others.push(tenant);
    else byStack.set(stack, [tenant]);
  }
  return {
    tenants,
    shards,
    tenantsOf: (stack) => byStack.get(stack) ?? [],
    placeOf(held) {
      const tenant = byName.get(held.name) ?? byDomain.get(keyOf(held));
      return tenant && { stack: stackOf(shardOf(tenant.tenant, shards)), tenant };
    },
    heirOf(held) {
      const heir = byDomain.get(keyOf(held));
      return byName.has(held.name) && heir?.tenant !== held.name ? heir : undefined;
    },
  };
}

export function compare(state: StackState, stack: string, roster: Roster): Comparison {
  const held = new Map(state.domains.map((domain) => [domain.name, domain]));
  return {
    due: roster.tenantsOf(stack).filter((tenant) => !isAsWanted(held.get(tenant.tenant), tenant)),
    leaving: state.domains.filter((domain) => !roster.placeOf(domain)),
    replaced: state.domains.filter((domain) => isOtherThan(domain, roster.placeOf(domain)?.tenant)),
    misplaced: state.domains.filter((domain) => !isInPlace(domain, stack, roster)),
    handedOver: state.domains.filter((domain) => roster.heirOf(domain)),
  };
}

/** Whether a domain is where the list has it, if the list has it. */
export function isInPlace(held: HeldDomain, stack: string, roster: Roster): boolean {
  const place = roster.placeOf(held);
  return !place || (place.stack === stack && place.tenant.tenant === held.name);
}

function isOtherThan({ inputs }: HeldDomain, tenant: Tenant | undefined): boolean {
  return tenant !== undefined && (inputs["domain"] !== tenant.domain || inputs["userPoolId"] !== tenant.pool);
}

function isAsWanted(held: HeldDomain | undefined, tenant: Tenant): boolean {
  if (!held || held.isUnfinished || held.outputs["status"] !== "ACTIVE") return false;
  // What the engine and the package keep there for themselves begins like this.
  const given = Object.entries(held.inputs).filter(([name]) => !name.startsWith("__"));
  return isDeepStrictEqual(Object.fromEntries(given), domainArgs(tenant));
}

function keyOf({ inputs }: HeldDomain): string {
  const { domain, userPoolId, customDomainConfig } = inputs as Partial<ReturnType<typeof domainArgs>>;
  const certificate = customDomainConfig ? customDomainConfig.certificateArn : "";
  return domainKey({ domain: domain ?? "", pool: userPoolId ?? "", certificate });
}
