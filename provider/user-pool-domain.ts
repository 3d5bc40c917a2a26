import * as pulumi from "@pulumi/pulumi";
import type { UserPoolDomainArgs } from "./args";
import type { CustomDomainConfig, DomainInputs, Routing, Timeouts } from "./inputs";
import { providerReference, resourceType } from "./resource-type";
import { secretInputsAmong } from "./secret-inputs";
import type { DomainOutputs } from "./state";
import type { DomainStatus } from "./status";

/** What is known of a domain that `UserPoolDomain.get` looks up; `region` where the stack's is not the domain's. */
export interface UserPoolDomainState extends Partial<UserPoolDomainArgs> {}

/**
 * The domain on which an Amazon Cognito user pool signs people in: a prefix under `amazoncognito.com`, or a custom
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
  /** The id of the user pool that the domain signs people in to, such as `us-east-1_AbCdEf123`. */
  declare readonly userPoolId: pulumi.Output<string>;
  /**
   * The certificate of a custom domain and, also where the program doesn't manage it, the security policy that the service
   * holds. Undefined of a prefix domain.
   */
  declare readonly customDomainConfig: pulumi.Output<CustomDomainConfig | undefined>;
  /** 1 or 2; what the service holds where the program doesn't manage it. */
  declare readonly managedLoginVersion: pulumi.Output<1 | 2 | undefined>;
  /** The failover of a replicated user pool; undefined where there is none. */
  declare readonly routing: pulumi.Output<Routing | undefined>;
  /** The Region of the calls to Cognito, such as `eu-west-1`. */
  declare readonly region: pulumi.Output<string>;
  /** The timeouts as given; undefined where the defaults are in force. */
  declare readonly timeouts: pulumi.Output<Timeouts | undefined>;
  /** As given; undefined, which means true, where it wasn't. */
  declare readonly waitForDeployment: pulumi.Output<boolean | undefined>;
  /** As given; undefined, which means false, where it wasn't. */
  declare readonly adoptExisting: pulumi.Output<boolean | undefined>;

  // A string, as in @pulumi/aws, because an alias record takes nothing else, and every custom domain has both.
  /** The CloudFront host name that the DNS alias record of a custom domain points to, such as `d111111abcdef8.cloudfront.net`. */
  declare readonly cloudFrontDistribution: pulumi.Output<string>;
  /** The Route 53 hosted zone of that host name, for the alias record. Custom domains only: a prefix domain has none. */
  declare readonly cloudFrontHostedZoneId: pulumi.Output<string>;
  /** Where the sign-in pages are, such as `https://auth.example.com`. */
  declare readonly baseUrl: pulumi.Output<string>;
  /** CREATING, ACTIVE, UPDATING, DELETING or FAILED, as the service reported last; ACTIVE after a `pulumi up` that waits. */
  declare readonly status: pulumi.Output<DomainStatus>;
  /** The version of the pages' application, as the service numbers it. */
  declare readonly version: pulumi.Output<string | undefined>;
  /** The S3 bucket of the pages' static files. */
  declare readonly s3Bucket: pulumi.Output<string | undefined>;
  /** The AWS account of the user pool, 12 digits. */
  declare readonly awsAccountId: pulumi.Output<string | undefined>;

  /**
   * Looks up a domain that is managed elsewhere, by its name: 1 Describe. The deploy fails where there is none.
   *
   * @param name the resource's name in this program
   * @param id the domain's name, such as `auth.example.com`
   * @param state the `region` or `userPoolId`, where the stack's Region is not the domain's
   * @param opts as of any resource
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

  /**
   * @param name the resource's name in this program, which is part of its URN
   * @param args what it is made of; whatever can be known to be wrong with it fails the preview
   * @param opts as of any resource. Of `customTimeouts` a dynamic provider isn't told: use `args.timeouts`
   */
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
