import * as pulumi from "@pulumi/pulumi";
import { UserPoolDomain } from "pulumi-cognito-domain";

const config = new pulumi.Config();

const login = new UserPoolDomain("login", {
  domain: config.require("domain"),
  userPoolId: config.require("userPoolId"),
  customDomainConfig: { certificateArn: config.require("certificateArn") },
});

export const url = login.baseUrl;
