import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const config = new pulumi.Config();
const domain = config.require("domain");

const pool = new aws.cognito.UserPool("users");

const login = new aws.cognito.UserPoolDomain("login", {
  domain,
  userPoolId: pool.id,
  certificateArn: config.require("certificateArn"),
});

new aws.route53.Record("login-a", {
  zoneId: config.require("hostedZoneId"),
  name: domain,
  type: "A",
  aliases: [
    {
      name: login.cloudfrontDistribution,
      zoneId: login.cloudfrontDistributionZoneId,
      evaluateTargetHealth: false,
    },
  ],
});
