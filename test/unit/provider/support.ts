import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import type { Clock } from "../../../provider/clock";
import type { DomainClient } from "../../../provider/domain-client";
import { type Operation, ServiceError } from "../../../provider/errors/service-error";
import type { DomainInputs } from "../../../provider/inputs";
import type { Surroundings } from "../../../provider/lifecycle/step";
import { type DomainState, stateFrom } from "../../../provider/state";

export const poolId = "us-east-1_AbCdEf123";
export const certificate = (id: string) =>
  `arn:aws:acm:us-east-1:123456789012:certificate/${id.repeat(8)}-0000-0000-0000-000000000000`;

export function prefixInputs(given: Partial<DomainInputs> = {}): DomainInputs {
  return { domain: "my-app", userPoolId: poolId, ...given };
}

export function customInputs(given: Partial<DomainInputs> = {}): DomainInputs {
  return {
    domain: "auth.example.com",
    userPoolId: poolId,
    customDomainConfig: { certificateArn: certificate("a") },
    ...given,
  };
}

/** A domain as the service would describe it. */
export function descriptionOf(
  inputs: DomainInputs,
  given: Partial<DomainDescriptionType> = {},
): DomainDescriptionType {
  return {
    Domain: inputs.domain,
    UserPoolId: inputs.userPoolId,
    AWSAccountId: "123456789012",
    Status: "ACTIVE",
    CloudFrontDistribution: "d111111abcdef8.cloudfront.net",
    Version: "20260618000000",
    S3Bucket: "aws-cognito-prod",
    ManagedLoginVersion: inputs.managedLoginVersion ?? 1,
    CustomDomainConfig: inputs.customDomainConfig && {
      CertificateArn: inputs.customDomainConfig.certificateArn,
      SecurityPolicy: inputs.customDomainConfig.securityPolicy ?? "TLS_V1_2_2021",
    },
    Routing: inputs.routing?.failover && {
      Failover: {
        SecondaryRegion: inputs.routing.failover.secondaryRegion,
        PrimaryRoute53HealthCheckId: inputs.routing.failover.primaryRoute53HealthCheckId,
      },
    },
    ...given,
  };
}

/** State as a successful `pulumi up` leaves it. */
export function stateOf(inputs: DomainInputs, given: Partial<DomainDescriptionType> = {}): DomainState {
  return stateFrom(descriptionOf(inputs, given), inputs, "us-east-1");
}

/** When the clock of the tests begins. */
export const firstMoment = Date.UTC(2026, 5, 18);

/** A clock on which sleeping takes no time. */
export function virtualClock(): Clock & { slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    timeOfDay: () => firstMoment + now,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

export type ScriptedCall = { operation: Operation; request: unknown };

/** What the service answers, call by call; the last answer to Describe is repeated. */
export interface Script {
  create?: (ServiceError | undefined)[];
  update?: (ServiceError | undefined)[];
  delete?: (ServiceError | undefined)[];
  describe?: (DomainDescriptionType | ServiceError | undefined)[];
}

/** A service that answers by script, and what it was asked. */
export function scripted(script: Script) {
  const calls: ScriptedCall[] = [];
  const lines: string[] = [];
  const clock = virtualClock();
  const next = <T>(
    answers: (T | ServiceError | undefined)[] | undefined,
    repeatLast: boolean,
  ): T | undefined => {
    const answer = repeatLast && answers?.length === 1 ? answers[0] : answers?.shift();
    if (answer instanceof ServiceError) throw answer;
    return answer;
  };
  const client: DomainClient = {
    region: "us-east-1",
    async create(request) {
      calls.push({ operation: "CreateUserPoolDomain", request });
      next(script.create, false);
      return {
        cloudFrontDomain: "CustomDomainConfig" in request ? "d111111abcdef8.cloudfront.net" : undefined,
      };
    },
    async describe(domain) {
      calls.push({ operation: "DescribeUserPoolDomain", request: domain });
      return next<DomainDescriptionType>(script.describe, true);
    },
    async update(request) {
      calls.push({ operation: "UpdateUserPoolDomain", request });
      next(script.update, false);
    },
    async delete(request) {
      calls.push({ operation: "DeleteUserPoolDomain", request });
      next(script.delete, false);
    },
  };
  const surroundings: Surroundings = {
    client,
    clock,
    random: () => 0.5,
    showStatus: (line) => lines.push(line),
  };
  return {
    surroundings,
    calls,
    lines,
    clock,
    operations: () => calls.map(({ operation }) => shortName(operation)),
  };
}

function shortName(operation: Operation): string {
  return operation.replace("UserPoolDomain", "");
}

export function serviceError(
  exception: string,
  message = exception,
  given: { operation?: Operation; mayHaveTakenEffect?: boolean } = {},
): ServiceError {
  return new ServiceError({
    operation: "CreateUserPoolDomain",
    exception,
    message,
    requestId: "req-1",
    ...given,
  });
}

export const nameIsTaken = () => serviceError("InvalidParameterException", "Domain already exists.");
