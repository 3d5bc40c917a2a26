import * as z from "zod";
import type { DomainPatch } from "./cloud/domain";
import type { OutsideOptions } from "./cloud/outside";
import type { PoolOptions } from "./cloud/pools";
import { unfit } from "./diagnostics";
import { explained } from "./explained";
import { model } from "./model/operations";
import type { DomainOptions } from "./seed";

// What values from outside have to be, where more than one kind of them has the same.

const { CustomDomainConfig, Routing } = model.CreateUserPoolDomain.members;

export const securityPolicy = z.enum(CustomDomainConfig.members.SecurityPolicy.enum);
export const tier = z.enum(model.CreateUserPool.members.UserPoolTier.enum);
export const domainStatus = z.enum(["CREATING", "ACTIVE", "UPDATING", "DELETING", "FAILED"]);
export const accountId = z.string().regex(/^\d{12}$/, "isn't twelve digits");
export const failover = z.strictObject({
  secondaryRegion: z.string().max(Routing.members.Failover.members.SecondaryRegion.max),
  primaryRoute53HealthCheckId: z
    .string()
    .max(Routing.members.Failover.members.PrimaryRoute53HealthCheckId.max),
});
export const certificates = z.array(z.string());
export const dns = z.record(z.string(), z.array(z.ipv4()));

export const outsideOptions = z.strictObject({
  certificates: certificates.exactOptional(),
  dns: dns.exactOptional(),
}) satisfies z.ZodType<OutsideOptions>;

export const poolOptions = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]+_[0-9a-zA-Z]+$/, "is not of the form us-east-1_AbCdEf123")
    .exactOptional(),
  name: z.string().exactOptional(),
  tier: tier.exactOptional(),
  region: z.string().exactOptional(),
  accountId: accountId.exactOptional(),
  replicas: z.array(z.string()).exactOptional(),
}) satisfies z.ZodType<PoolOptions>;

export const domainOptions = z.strictObject({
  domain: z.string(),
  userPoolId: z.string(),
  certificateArn: z.string().exactOptional(),
  securityPolicy: securityPolicy.exactOptional(),
  managedLoginVersion: z.int().exactOptional(),
  failover: failover.exactOptional(),
  status: domainStatus.exactOptional(),
}) satisfies z.ZodType<DomainOptions>;

const domainPatch = z.strictObject({
  status: domainStatus.exactOptional(),
  userPoolId: z.string().exactOptional(),
  accountId: accountId.exactOptional(),
  certificateArn: z.string().exactOptional(),
  securityPolicy: securityPolicy.exactOptional(),
  managedLoginVersion: z.int().exactOptional(),
  failover: failover.nullable().exactOptional(),
}) satisfies z.ZodType<DomainPatch>;

// Each of these takes a value for what it has to be. @throws TypeError that says what is wrong with it

export function readPool(value: unknown): PoolOptions {
  return explained(poolOptions, value, unfit.userPool);
}

export function readDomain(value: unknown): DomainOptions {
  return explained(domainOptions, value, unfit.domain);
}

export function readPatch(value: unknown): DomainPatch {
  return explained(domainPatch, value, unfit.change);
}

export function readOutside(value: unknown): OutsideOptions {
  return explained(outsideOptions, value, unfit.outside);
}
