/**
 * The resource that a program declares.
 *
 * ```ts
 * import { UserPoolDomain } from "pulumi-cognito-domain";
 *
 * const login = new UserPoolDomain("login", {
 *   domain: "auth.example.com",
 *   userPoolId: "eu-west-1_AbCdEf123",
 *   // Leave it out for a prefix domain.
 *   customDomainConfig: {
 *     certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/11111111-1111-4111-8111-111111111111",
 *   },
 * });
 *
 * export const url = login.baseUrl;
 * ```
 *
 * @module pulumi-cognito-domain
 */

export type {
  CustomDomainConfigArgs,
  FailoverArgs,
  RoutingArgs,
  TimeoutsArgs,
  UserPoolDomainArgs,
} from "./args";
export type { CustomDomainConfig, Failover, Routing, SecurityPolicy, Timeouts } from "./inputs";
export type { DomainStatus } from "./status";
export { UserPoolDomain, type UserPoolDomainState } from "./user-pool-domain";
