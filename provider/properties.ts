import type {
  CreateUserPoolDomainRequest,
  CustomDomainConfigType,
  FailoverType,
  RoutingType,
  UpdateUserPoolDomainRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import type { DomainInputs } from "./inputs";
import { certificateArnRule, certificateArnWarning } from "./rules/certificate";
import { inputWarnings } from "./rules/diagnostics";
import { domainNameRule } from "./rules/domain-name";
import { poolsRegionRule, poolsRegionWarning } from "./rules/region";
import { healthCheckIdRule, secondaryRegionRule } from "./rules/routing";
import type { Rule } from "./rules/rule";
import { timeoutRule } from "./rules/timeout";
import { userPoolIdRule } from "./rules/user-pool-id";

/**
 * The one description of every property. Checking, planning, the requests to the service, the reading of its answers
 * and the table in the README are all made from it: a new field of the API is a row here and a member in `inputs.ts`.
 */
export const properties = {
  domain: {
    api: "Domain",
    type: "string",
    required: true,
    change: "replace",
    rule: domainNameRule,
    summary: "The prefix (`my-app`), or with `customDomainConfig` the DNS name (`auth.example.com`)",
  },
  userPoolId: {
    api: "UserPoolId",
    type: "string",
    required: true,
    change: "replace",
    rule: userPoolIdRule,
    example: "us-east-1_AbCdEf123",
    summary: "The user pool that the domain signs people in to",
  },
  customDomainConfig: {
    api: "CustomDomainConfig",
    type: "object",
    change: "replace",
    summary: "Makes it a custom domain; adding or removing it replaces the domain",
    members: {
      certificateArn: {
        api: "CertificateArn",
        type: "string",
        required: true,
        change: "update",
        rule: certificateArnRule,
        warning: certificateArnWarning,
        example: "arn:aws:acm:us-east-1:<account>:certificate/<id>",
        summary: "The ACM certificate, in us-east-1",
      },
      securityPolicy: {
        api: "SecurityPolicy",
        type: "string",
        allowed: ["TLS_V1", "TLS_V1_2_2021", "TLS_V1_3_2025"],
        change: "update",
        whenOmitted: "unmanaged",
        warning: (policy) => (policy === "TLS_V1" ? inputWarnings.oldTls() : undefined),
        summary: "The lowest TLS version accepted: `TLS_V1`, `TLS_V1_2_2021` or `TLS_V1_3_2025`",
      },
    },
  },
  managedLoginVersion: {
    api: "ManagedLoginVersion",
    type: "number",
    allowed: [1, 2],
    change: "update",
    whenOmitted: "unmanaged",
    summary: "`1` hosted UI (classic), `2` managed login",
  },
  routing: {
    api: "Routing",
    type: "object",
    change: "update",
    kind: "custom",
    summary: "Routing of a replicated user pool; custom domains only",
    members: {
      failover: {
        api: "Failover",
        type: "object",
        change: "update",
        summary: "Failover to a second Region; left out, there is none",
        members: {
          secondaryRegion: {
            api: "SecondaryRegion",
            type: "string",
            required: true,
            change: "update",
            rule: secondaryRegionRule,
            example: "us-west-2",
            summary: "The Region that takes over; not the pool's own",
          },
          primaryRoute53HealthCheckId: {
            api: "PrimaryRoute53HealthCheckId",
            type: "string",
            required: true,
            change: "update",
            rule: healthCheckIdRule,
            example: "abcdef11-2222-3333-4444-555555fedcba",
            summary: "The Route 53 health check that decides it",
          },
        },
      },
    },
  },
  region: {
    type: "string",
    change: "replace",
    whenOmitted: "unmanaged",
    rule: poolsRegionRule,
    warning: poolsRegionWarning,
    example: "eu-west-1",
    default: "the Region in `userPoolId`, then `aws:region`",
    summary: "The Region of the calls to Cognito",
  },
  timeouts: {
    type: "object",
    change: "record",
    summary: 'Durations such as `"90s"` or `"1h30m"`',
    members: {
      create: {
        type: "string",
        change: "record",
        rule: timeoutRule,
        example: "60m",
        default: "`60m` custom, `15m` prefix",
        summary: "Until the domain is ACTIVE",
      },
      update: {
        type: "string",
        change: "record",
        rule: timeoutRule,
        example: "60m",
        default: "`60m` custom, `15m` prefix",
        summary: "Until the change is in force",
      },
      delete: {
        type: "string",
        change: "record",
        rule: timeoutRule,
        example: "60m",
        default: "`60m` custom, `15m` prefix",
        summary: "Until the domain is gone",
      },
    },
  },
  waitForDeployment: {
    type: "boolean",
    change: "record",
    default: "`true`",
    summary: "Whether a create or update waits until the domain is ACTIVE",
  },
  adoptExisting: {
    type: "boolean",
    change: "record",
    default: "`false`",
    summary: "Whether a create takes over a domain of that name on the same pool",
  },
} satisfies PropertiesOf<DomainInputs>;

/** A table that has a row for every member of `T`, nested like `T`, and no other. */
type PropertiesOf<T> = {
  [K in keyof Required<T> & string]: Property & {
    /** The member's name in the API; none for what only this package knows. */
    api?: Capitalize<K>;
  } & (NonNullable<T[K]> extends object ? { members: PropertiesOf<NonNullable<T[K]>> } : { members?: never });
};

/**
 * What a change of a property leads to. `replace`: delete and create. `update`: UpdateUserPoolDomain. `record`: only the
 * state changes, nothing is called.
 */
export type Effect = "replace" | "update" | "record";

export interface Property {
  api?: string;
  type: "string" | "number" | "boolean" | "object";
  required?: boolean;
  allowed?: readonly (string | number)[];
  /** Only meaningful on a domain of this kind. */
  kind?: "custom";
  change: Effect;
  /** `unmanaged`: what the service holds stays. Otherwise leaving a value out that was there removes it. */
  whenOmitted?: "unmanaged";
  rule?: Rule;
  warning?: Rule;
  /** Shown to who gave none, or another type. */
  example?: string;
  default?: string;
  summary: string;
  members?: PropertyTable;
}

export type PropertyTable = Readonly<Record<string, Property>>;

/** The same table, for code that walks it without knowing its rows. */
export const propertyTable: PropertyTable = properties;

/** The property at a path such as `customDomainConfig.certificateArn`. */
export function propertyAt(path: string): Property | undefined {
  const [name = "", ...rest] = path.split(".");
  return rest.reduce<Property | undefined>(
    (property, member) => property?.members?.[member],
    propertyTable[name],
  );
}

/** What a part of the API has and its part of the table lacks. */
type Missing<Api, Table> = Exclude<
  keyof Api,
  { [K in keyof Table]: Table[K] extends { api: infer Name } ? Name : never }[keyof Table]
>;
type Nothing<T extends never> = T;

/** When the SDK gains a member that has no row here, this stops compiling, and the error names the member. */
export type EveryMemberOfTheApiHasARow = [
  Nothing<Missing<CreateUserPoolDomainRequest, typeof properties>>,
  Nothing<Missing<UpdateUserPoolDomainRequest, typeof properties>>,
  Nothing<Missing<CustomDomainConfigType, typeof properties.customDomainConfig.members>>,
  Nothing<Missing<RoutingType, typeof properties.routing.members>>,
  Nothing<Missing<FailoverType, typeof properties.routing.members.failover.members>>,
];
