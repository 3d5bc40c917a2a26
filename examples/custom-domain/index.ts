import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { UserPoolDomain } from "pulumi-cognito-domain";

const config = new pulumi.Config();
const domain = config.require("domain");
const zoneId = config.require("hostedZoneId");
const redirectUri = config.require("redirectUri");

const pool = new aws.cognito.UserPool("users");

const app = new aws.cognito.UserPoolClient("app", {
  userPoolId: pool.id,
  allowedOauthFlowsUserPoolClient: true,
  allowedOauthFlows: ["code"],
  allowedOauthScopes: ["openid", "email"],
  supportedIdentityProviders: ["COGNITO"],
  callbackUrls: [redirectUri],
});

// In us-east-1, wherever the pool is: CloudFront serves custom domains, and reads certificates nowhere else.
const region = "us-east-1";
const certificate = new aws.acm.Certificate("certificate", {
  domainName: domain,
  validationMethod: "DNS",
  region,
});

const proof = certificate.domainValidationOptions.apply(([option]) => {
  if (!option) throw new Error("ACM has named no DNS record that proves whose the domain is.");
  return option;
});
const proofRecord = new aws.route53.Record("certificate-proof", {
  zoneId,
  name: proof.resourceRecordName,
  type: proof.resourceRecordType,
  records: [proof.resourceRecordValue],
  ttl: 300,
});

const issued = new aws.acm.CertificateValidation("certificate-issued", {
  certificateArn: certificate.arn,
  validationRecordFqdns: [proofRecord.fqdn],
  region,
});

// The name above the domain, such as example.com, must have an A record by now: see the README.
const login = new UserPoolDomain("login", {
  domain,
  userPoolId: pool.id,
  // Of the validation, and not of the certificate: Cognito takes none that isn't issued yet.
  customDomainConfig: { certificateArn: issued.certificateArn },
});

// CloudFront answers over IPv4 and IPv6.
for (const type of ["A", "AAAA"]) {
  new aws.route53.Record(`login-${type.toLowerCase()}`, {
    zoneId,
    name: domain,
    type,
    aliases: [
      {
        name: login.cloudFrontDistribution,
        zoneId: login.cloudFrontHostedZoneId,
        // Route 53 can't tell the health of a CloudFront distribution.
        evaluateTargetHealth: false,
      },
    ],
  });
}

const query = pulumi.interpolate`client_id=${app.id}&response_type=code&redirect_uri=${encodeURIComponent(redirectUri)}`;
export const signIn = pulumi.interpolate`${login.baseUrl}/login?${query}`;
