import * as pulumi from "@pulumi/pulumi";
import type { CustomDomainConfig, DomainInputs, Routing, Timeouts } from "./inputs";
import { providerReference, resourceType } from "./resource-type";
import { secretInputsAmong } from "./secret-inputs";
import type { DomainOutputs } from "./state";
import type { DomainStatus } from "./status";

/**
 * `T`, in which every value, however deep, may be an output of another resource; what may be left out may also be
 * undefined, or an output of undefined.
 */
type AsInputs<T> = {
  [K in keyof T]: pulumi.Input<AsInput<NonNullable<T[K]>> | (object extends Pick<T, K> ? undefined : never)>;
};
type AsInput<T> = T extends object ? AsInputs<T> : T;

/** What a `UserPoolDomain` is made of. Each property is described in {@link DomainInputs}. */
export interface UserPoolDomainArgs extends AsInputs<DomainInputs> {}

/** What is known of a domain that `UserPoolDomain.get` looks up; `region` where the stack's is not the domain's. */
export interface UserPoolDomainState extends Partial<AsInputs<DomainInputs>> {}

/**
 * The domain on which an Amazon Cognito user pool signs people in: a prefix under amazoncognito.com, or a custom
 * domain under a certificate of yours.
 *
 * ```ts
 * const domain = new UserPoolDomain("login", {
 *   domain: "auth.example.com",
 *   userPoolId: pool.id,
 *   customDomainConfig: { certificateArn: certificate.arn },
 * });
 * ```
 *
 * What can change in place does: the certificate, the security policy, the branding version, the failover. A change of
 * the name, the pool or the kind replaces the domain; the old one is deleted first only where it is in the way.
 */
export class UserPoolDomain extends pulumi.CustomResource {
  /** The domain's name, which is its id too. */
  declare readonly domain: pulumi.Output<string>;
  declare readonly userPoolId: pulumi.Output<string>;
  declare readonly customDomainConfig: pulumi.Output<CustomDomainConfig | undefined>;
  /** 1 or 2; what the service holds where the program doesn't manage it. */
  declare readonly managedLoginVersion: pulumi.Output<1 | 2 | undefined>;
  declare readonly routing: pulumi.Output<Routing | undefined>;
  /** The Region of the calls to Cognito. */
  declare readonly region: pulumi.Output<string>;
  declare readonly timeouts: pulumi.Output<Timeouts | undefined>;
  declare readonly waitForDeployment: pulumi.Output<boolean | undefined>;
  declare readonly adoptExisting: pulumi.Output<boolean | undefined>;

  // A string, as in @pulumi/aws, because an alias record takes nothing else, and every custom domain has both.
  /** The CloudFront host name that the DNS alias record of a custom domain points to. */
  declare readonly cloudFrontDistribution: pulumi.Output<string>;
  /** The Route 53 hosted zone of that host name, for the alias record. Custom domains only: a prefix domain has none. */
  declare readonly cloudFrontHostedZoneId: pulumi.Output<string>;
  /** Where the sign-in pages are, such as `https://auth.example.com`. */
  declare readonly baseUrl: pulumi.Output<string>;
  /** What the service reported last; ACTIVE after a successful `pulumi up` that waits. */
  declare readonly status: pulumi.Output<DomainStatus>;
  /** The version of the pages' application, as the service numbers it. */
  declare readonly version: pulumi.Output<string | undefined>;
  /** The S3 bucket of the pages' static files. */
  declare readonly s3Bucket: pulumi.Output<string | undefined>;
  /** The AWS account of the user pool. */
  declare readonly awsAccountId: pulumi.Output<string | undefined>;

  /**
   * Looks up a domain that is managed elsewhere, by its name: 1 Describe.
   *
   * @param name the resource's name in this program
   * @param id the domain's name, such as `auth.example.com`
   * @param state the `region` or `userPoolId`, where the stack's Region is not the domain's
   */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    state?: UserPoolDomainState,
    opts?: pulumi.CustomResourceOptions,
  ): UserPoolDomain {
    return new UserPoolDomain(name, state as UserPoolDomainArgs, { ...opts, id });
  }

  /** Whether a value is a `UserPoolDomain`, also of another copy of this package. */
  static override isInstance(value: unknown): value is UserPoolDomain {
    return (value as { __pulumiType?: unknown } | undefined)?.__pulumiType === resourceType;
  }

  constructor(name: string, args: UserPoolDomainArgs, opts?: pulumi.CustomResourceOptions) {
    const secrets = opts?.id === undefined ? secretInputsAmong(args ?? {}) : undefined;
    super(
      resourceType,
      name,
      {
        ...everyProperty,
        ...args,
        __provider: providerReference,
        ...(secrets && { __secrets: secrets }),
      },
      opts,
    );
  }
}

/** Named although undefined, so that each becomes an output of the resource, given or not. */
const everyProperty = {
  domain: undefined,
  userPoolId: undefined,
  customDomainConfig: undefined,
  managedLoginVersion: undefined,
  routing: undefined,
  region: undefined,
  timeouts: undefined,
  waitForDeployment: undefined,
  adoptExisting: undefined,
  cloudFrontDistribution: undefined,
  cloudFrontHostedZoneId: undefined,
  baseUrl: undefined,
  status: undefined,
  version: undefined,
  s3Bucket: undefined,
  awsAccountId: undefined,
} satisfies Record<keyof (DomainInputs & DomainOutputs), undefined>;
