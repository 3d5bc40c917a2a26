import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { UserPoolDomainArgs } from "../provider";
import { partsThatDoNotFit } from "./diagnostics";
import { refuse } from "./refuse";

/** Arguments that take the place of those given, or a function that changes them, or the options, where they are. */
export type Transform<Args> =
  | Partial<Args>
  | ((args: Args, opts: pulumi.CustomResourceOptions, name: string) => void);

/** What is changed of each resource inside a `LoginDomain`. */
export interface LoginDomainTransform {
  /** The ACM certificate in us-east-1. */
  certificate?: Transform<aws.acm.CertificateArgs>;
  /** Each DNS record that shows ACM that the names are yours. */
  validationRecord?: Transform<aws.route53.RecordArgs>;
  /** What waits until the certificate is issued. */
  certificateValidation?: Transform<aws.acm.CertificateValidationArgs>;
  /** The user pool domain: its timeouts, for example, or `adoptExisting`. */
  domain?: Transform<UserPoolDomainArgs>;
  /** The A and the AAAA record that lead to the login page. */
  aliasRecord?: Transform<aws.route53.RecordArgs>;
  /** The A record of the domain's parent. */
  parentPlaceholder?: Transform<aws.route53.RecordArgs>;
  /** The Route 53 health check of the primary Region. */
  healthCheck?: Transform<aws.route53.HealthCheckArgs>;
}

/** What a resource is constructed with. */
export function transformed<Args extends object>(
  transform: Transform<Args> | undefined,
  name: string,
  args: Args,
  opts: pulumi.CustomResourceOptions,
): [string, Args, pulumi.CustomResourceOptions] {
  if (typeof transform !== "function") return [name, { ...args, ...transform }, opts];
  const returned: unknown = transform(args, opts, name);
  // A value is what an arrow function without braces gives back after it has changed the arguments; an object was meant
  // to take their place, or to do so later.
  if (returned instanceof Object && returned !== args)
    refuse(partsThatDoNotFit.transformReturns({ resource: name }));
  return [name, args, opts];
}
