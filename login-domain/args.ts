import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { SecurityPolicy, UserPoolDomainArgs } from "../provider";
import type { LoginDomainTransform } from "./transform";

/**
 * What a `LoginDomain` is made of: the domain and its pool, and either the hosted zone that the records go to, or
 * `dns: false` and a certificate.
 */
export type LoginDomainArgs = SharedArgs &
  ((InHostedZone & (RequestedCertificate | GivenCertificate)) | WithoutDns) &
  (WithFailover | WithRouting);

/** What is said of every `LoginDomain`. */
export interface SharedArgs {
  /**
   * The DNS name of the login page, such as `auth.example.com`: at least three labels, at most 63 characters of a-z,
   * 0-9, hyphens and dots. A change replaces the domain: sign-in stops for as long as that takes.
   */
  domain: pulumi.Input<string>;

  /** The user pool that people sign in to, such as `us-east-1_AbCdEf123`. A change replaces the domain. */
  userPoolId: pulumi.Input<string>;

  /**
   * The pages that people see: 1 is the hosted UI (classic), 2 is managed login. A change is made in place.
   *
   * @default - not managed: what the service holds stays
   */
  managedLoginVersion?: pulumi.Input<1 | 2 | undefined>;

  /**
   * The lowest TLS version that is accepted: `TLS_V1`, `TLS_V1_2_2021` or `TLS_V1_3_2025`. A change is made in place.
   *
   * @default - not managed: what the service holds stays
   */
  securityPolicy?: pulumi.Input<SecurityPolicy | undefined>;

  /** The tags of what can have some: the certificate and the health check. @default none */
  tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> } | undefined>;

  /** What the resources inside are to be given beside, or in place of, what they are given here. @default nothing */
  transform?: LoginDomainTransform;
}

/** Records are made in a hosted zone of Route 53. */
export interface InHostedZone {
  /** The id of the public hosted zone that the domain's name belongs to, such as `Z0123456789ABCDEFGHIJ`. */
  hostedZoneId: pulumi.Input<string>;

  /**
   * The provider of the account that has the zone, where that isn't the user pool's. Of the certificate it isn't: a
   * domain takes one of its own account only.
   *
   * @default - the provider of all that is made
   */
  dnsProvider?: aws.Provider;

  /** Whether records are made, which they are here. @default true */
  dns?: true;

  /**
   * Makes an A record for the domain's parent (`example.com` for `auth.example.com`), which the service insists on when
   * the domain is created: any address will do, and this one leads nowhere. Fails where the parent has an A record
   * already: leave it out there.
   *
   * Source: Amazon Cognito developer guide, "Using your own domain for managed login".
   *
   * @default false
   */
  parentPlaceholder?: boolean;
}

/** The certificate is requested for this domain, and issued once DNS shows that its names are yours. */
export interface RequestedCertificate {
  /**
   * Other names that the certificate is for, in the same hosted zone. A change has a new certificate issued, and the
   * domain changed to it in place, before the old one is deleted. Where `domain` is an output, neither it nor `*.` before
   * it can be among them.
   *
   * @default none
   */
  subjectAlternativeNames?: readonly string[];
  /** Left out: there is none yet. */
  certificateArn?: undefined;
}

/** The certificate is there already. */
export interface GivenCertificate {
  /** The ARN of an issued ACM certificate for the domain's name, in us-east-1. A change is made in place. */
  certificateArn: pulumi.Input<string>;
  /** Left out: the certificate has its names. */
  subjectAlternativeNames?: undefined;
}

/** Nothing is made in DNS, and so no certificate either: for a zone that is elsewhere. */
export interface WithoutDns extends GivenCertificate {
  /** Has to be said, so that nobody forgets a zone by mistake. */
  dns: false;
  /** Left out: nothing would be made in it. */
  hostedZoneId?: undefined;
  /** Left out: there is no zone. */
  dnsProvider?: undefined;
  /** Left out: it would be made in a zone. */
  parentPlaceholder?: undefined;
}

/** The health check that decides on the failover is made here. */
export interface WithFailover {
  /**
   * Sends sign-in to the secondary Region of a replicated user pool while the primary doesn't answer.
   *
   * @default - no failover
   */
  failover?: LoginFailover;
  /** Left out: it is made of `failover`. */
  routing?: undefined;
}

/** The health check that decides on the failover is there already. */
export interface WithRouting {
  /** As in `UserPoolDomain`. @default - no failover */
  routing?: UserPoolDomainArgs["routing"];
  /** Left out: `routing` says what decides. */
  failover?: undefined;
}

/** Where sign-in goes to, while the pool's public keys can't be read in the primary Region. */
export interface LoginFailover {
  /** The Region of the pool's replica, such as `us-west-2`; not the pool's own. */
  secondaryRegion: pulumi.Input<string>;
}
