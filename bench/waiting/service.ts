import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import type { Clock } from "../../provider/clock";
import type { DomainClient } from "../../provider/domain-client";
import type { DomainInputs } from "../../provider/inputs";
import type { DomainKind } from "../../provider/kind";

/** What a program asks for. */
export function inputsOf(kind: DomainKind): DomainInputs {
  const userPoolId = "us-east-1_Pool1";
  const certificateArn =
    "arn:aws:acm:us-east-1:123456789012:certificate/aaaaaaaa-0000-0000-0000-000000000000";
  return kind === "prefix"
    ? { domain: "shop", userPoolId, timeouts }
    : { domain: "auth.example.com", userPoolId, customDomainConfig: { certificateArn }, timeouts };
}

/** The tail of a distribution is to be waited for, too. */
const timeouts = { create: "100h", update: "100h", delete: "100h" };

/** A service with one domain, and what it was asked. */
export interface Service {
  readonly client: DomainClient;
  /** How often it was asked how far the step is. */
  looks(): number;
  /** When the step was over, on the clock. */
  endedAt(): number;
}

/**
 * A service in which the step that is asked for takes so many milliseconds.
 *
 * @param admit lets a Describe pass, or throws what refuses it
 */
export function serviceThatTakes(
  duration: number,
  inputs: DomainInputs,
  clock: Clock,
  admit: () => Promise<void> = async () => {},
): Service {
  let held = inputs;
  let step: { status: DomainDescriptionType["Status"]; endsAt: number } | undefined;
  let looks = 0;
  const begin = (status: DomainDescriptionType["Status"]): void => {
    step = { status, endsAt: clock.now() + duration };
    looks = 0;
  };
  return {
    looks: () => looks,
    endedAt: () => step?.endsAt ?? Number.NaN,
    client: {
      region: "us-east-1",
      async create() {
        begin("CREATING");
        return { cloudFrontDomain: undefined };
      },
      async update({ ManagedLoginVersion }) {
        held = { ...held, managedLoginVersion: ManagedLoginVersion === 2 ? 2 : 1 };
        begin("UPDATING");
      },
      async delete() {
        begin("DELETING");
      },
      async describe() {
        await admit();
        looks += 1;
        const isOver = step === undefined || clock.now() >= step.endsAt;
        if (isOver && step?.status === "DELETING") return undefined;
        return descriptionOf(held, isOver ? "ACTIVE" : step?.status);
      },
    },
  };
}

/** A domain as the service describes it. */
export function descriptionOf(
  { domain, userPoolId, customDomainConfig, managedLoginVersion = 1 }: DomainInputs,
  status: DomainDescriptionType["Status"] = "ACTIVE",
): DomainDescriptionType {
  return {
    Domain: domain,
    UserPoolId: userPoolId,
    Status: status,
    ManagedLoginVersion: managedLoginVersion,
    CustomDomainConfig: customDomainConfig && { CertificateArn: customDomainConfig.certificateArn },
  };
}
