import * as pulumi from "@pulumi/pulumi";
import { UserPoolDomain } from "../provider";
import { aliasRecords } from "./alias-records";
import type { LoginDomainArgs } from "./args";
import { failoverRouting } from "./failover";
import { issuedCertificate } from "./issued-certificate";
import { parentPlaceholder } from "./parent-placeholder";
import { problemOf } from "./problem";
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
 * Needs `@pulumi/aws` 7 or newer. A provider that is given in the options is that of the certificate, the records and
 * the health check; the calls to Cognito are made with the stack's `aws:*` configuration all the same, in the pool's
 * Region.
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
    const problem = problemOf(args);
    if (problem !== undefined) throw new pulumi.RunError(`LoginDomain ${name} ${problem}`);

    const scope: Scope = { name, parent: this, tags: args.tags, transform: args.transform ?? {} };
    this.certificateArn =
      args.certificateArn === undefined ? issuedCertificate(scope, args) : pulumi.output(args.certificateArn);
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
        { parent: this, dependsOn: args.parentPlaceholder ? [parentPlaceholder(scope, args)] : [] },
      ),
    );
    const records = args.dns === false ? [] : aliasRecords(scope, args, domain);
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

  /** Where an app sends people to sign in: they come back to it with an authorization code. */
  signInUrl(args: SignInUrlArgs): pulumi.Output<string> {
    return signInUrl(this.url, args);
  }
}
