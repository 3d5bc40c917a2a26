import * as pulumi from "@pulumi/pulumi";
import { UserPoolDomain } from "../provider";
import { aliasRecords } from "./alias-records";
import type { LoginDomainArgs } from "./args";
import { failoverRouting } from "./failover";
import { HostedZone } from "./hosted-zone";
import { problemOf } from "./impossible-args";
import { parentPlaceholder } from "./parent-placeholder";
import { refuse } from "./refuse";
import { requestedCertificate } from "./requested-certificate";
import type { Scope } from "./scope";
import { type SignInUrlArgs, signInUrl } from "./sign-in-url";
import { transformed } from "./transform";

/**
 * A user pool's login page on a name of your own: the certificate in us-east-1, its validation, the custom domain, and
 * the DNS records that lead there.
 *
 * ```ts
 * const login = new LoginDomain("login", {
 *   domain: "auth.example.com",
 *   userPoolId: pool.id,
 *   hostedZoneId: zone.zoneId,
 * });
 * export const signIn = login.signInUrl({ clientId: client.id, redirectUri: "https://example.com/callback" });
 * ```
 *
 * Needs version 7 of `@pulumi/aws`. A provider that is given in the options is that of the certificate, the records and
 * the health check, and has to be of the pool's account; the calls to Cognito are made with the stack's `aws:*`
 * configuration all the same, in the pool's Region. A zone in another account has its own `dnsProvider`.
 *
 * In the partitions of China and GovCloud, where us-east-1 can't be reached, give a `certificateArn`.
 */
export class LoginDomain extends pulumi.ComponentResource {
  /** Where the login page is, such as `https://auth.example.com`, once the records lead there. */
  readonly url: pulumi.Output<string>;
  /** The CloudFront host name that the login page is served from, for alias records elsewhere. */
  readonly cloudFrontDistribution: pulumi.Output<string>;
  /** The ARN of the certificate, once it is issued. */
  readonly certificateArn: pulumi.Output<string>;

  /**
   * @param name the component's name, with which those of the resources inside begin
   * @param args what it is made of
   * @param opts with `providers: [provider]` for another `aws.Provider` than the stack's
   */
  constructor(name: string, args: LoginDomainArgs, opts?: pulumi.ComponentResourceOptions) {
    super("pulumi-cognito-domain:login-domain:LoginDomain", name, {}, opts);
    const problem = problemOf(name, args);
    if (problem !== undefined) refuse(problem);

    const scope: Scope = { name, parent: this, tags: args.tags, transform: args.transform ?? {} };
    let zone: HostedZone | undefined;
    if (args.dns === false) {
      this.certificateArn = pulumi.output(args.certificateArn);
    } else {
      zone = new HostedZone(scope, args);
      this.certificateArn =
        args.certificateArn === undefined
          ? requestedCertificate(scope, zone, args)
          : pulumi.output(args.certificateArn);
    }
    const dependsOn = zone && args.parentPlaceholder ? [parentPlaceholder(scope, zone, args.domain)] : [];
    const domain = new UserPoolDomain(
      ...transformed(
        scope.transform.domain,
        `${name}-domain`,
        {
          domain: args.domain,
          userPoolId: args.userPoolId,
          customDomainConfig: { certificateArn: this.certificateArn, securityPolicy: args.securityPolicy },
          managedLoginVersion: args.managedLoginVersion,
          routing: args.failover ? failoverRouting(scope, args.userPoolId, args.failover) : args.routing,
        },
        { parent: this, dependsOn },
      ),
    );
    const records = zone ? aliasRecords(scope, zone, args.domain, domain) : [];
    this.cloudFrontDistribution = domain.cloudFrontDistribution;
    // Whoever needs the address needs it to lead somewhere.
    this.url = pulumi
      .all([domain.baseUrl, pulumi.all(records.map(({ fqdn }) => fqdn))])
      .apply(([url]) => url);
    this.registerOutputs({
      url: this.url,
      cloudFrontDistribution: this.cloudFrontDistribution,
      certificateArn: this.certificateArn,
    });
  }

  /**
   * Where people sign in, to come back with an authorization code: for links, and to try the page. An app's own OpenID
   * Connect library makes such addresses itself, with the `state` and the proof key (PKCE) that keep a sign-in its own.
   */
  signInUrl(args: SignInUrlArgs): pulumi.Output<string> {
    return signInUrl(this.url, args);
  }
}
