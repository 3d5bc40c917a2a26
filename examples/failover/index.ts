import * as pulumi from "@pulumi/pulumi";
import { LoginDomain } from "pulumi-cognito-domain/login-domain";

const config = new pulumi.Config();

const login = new LoginDomain("login", {
  domain: config.require("domain"),
  userPoolId: config.require("userPoolId"),
  hostedZoneId: config.require("hostedZoneId"),
  failover: { secondaryRegion: config.require("secondaryRegion") },
  // How soon it fails over: after three checks, ten seconds apart, that got no answer.
  transform: { healthCheck: { requestInterval: 10 } },
});

export const url = login.url;
