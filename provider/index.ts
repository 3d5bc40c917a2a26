export type { CustomDomainConfig, Failover, Routing, SecurityPolicy, Timeouts } from "./inputs";
export type { DomainStatus } from "./status";
export { UserPoolDomain, type UserPoolDomainArgs, type UserPoolDomainState } from "./user-pool-domain";
