import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { LoginDomain } from "pulumi-cognito-domain/login-domain";

const config = new pulumi.Config();
const redirectUri = config.require("redirectUri");

const pool = new aws.cognito.UserPool("customers");
const client = new aws.cognito.UserPoolClient("app", {
  userPoolId: pool.id,
  callbackUrls: [redirectUri],
  allowedOauthFlowsUserPoolClient: true,
  allowedOauthFlows: ["code"],
  allowedOauthScopes: ["openid", "email"],
  supportedIdentityProviders: ["COGNITO"],
});

const login = new LoginDomain("login", {
  domain: config.require("domain"),
  userPoolId: pool.id,
  hostedZoneId: config.require("hostedZoneId"),
});

export const url = login.url;
export const signIn = login.signInUrl({ clientId: client.id, redirectUri });
