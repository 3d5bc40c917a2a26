/**
 * The resource that a program declares.
 *
 * ```ts
 * import { UserPoolDomain } from "pulumi-cognito-domain";
 *
 * const login = new UserPoolDomain("login", {
 *   domain: "auth.example.com",
 *   userPoolId: pool.id,
 *   customDomainConfig: { certificateArn: certificate.arn }, // leave it out for a prefix domain
 * });
 *
 * export const signIn = login.baseUrl;
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
