import * as pulumi from "@pulumi/pulumi";
import { UserPoolDomain, type UserPoolDomainArgs } from "pulumi-cognito-domain";

const config = new pulumi.Config();

const staging = new UserPoolDomain("staging", config.requireObject<UserPoolDomainArgs>("staging"));
const production = new UserPoolDomain("production", config.requireObject<UserPoolDomainArgs>("production"));

export const stagingUrl = staging.baseUrl;
export const productionUrl = production.baseUrl;
export const productionAlias = production.cloudFrontDistribution;
