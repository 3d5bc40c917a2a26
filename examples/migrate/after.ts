import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { UserPoolDomain } from "pulumi-cognito-domain";

const config = new pulumi.Config();
const domain = config.require("domain");

const pool = new aws.cognito.UserPool("users");

const login = new UserPoolDomain("login", {
  domain,
  userPoolId: pool.id,
  customDomainConfig: { certificateArn: config.require("certificateArn") },
});

new aws.route53.Record("login-a", {
  zoneId: config.require("hostedZoneId"),
  name: domain,
  type: "A",
  aliases: [
    {
      name: login.cloudFrontDistribution,
      zoneId: login.cloudFrontHostedZoneId,
      evaluateTargetHealth: false,
    },
  ],
});
