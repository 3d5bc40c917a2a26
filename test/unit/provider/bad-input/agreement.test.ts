import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import fc from "fast-check";
import { type Emulator, startEmulator } from "../../../../emulator/index";
import { checkInputs } from "../../../../provider/check";
import type { DomainInputs } from "../../../../provider/inputs";
import { createRequest } from "../../../../provider/plan/requests";
import { regionOfUserPool } from "../../../../provider/region";
import { unknownValue } from "../../../../provider/unknown";
import { type Values, withoutNulls } from "../../../../provider/values";
import { certificate, poolId } from "../support";
import { customDomainConfigs } from "./custom-domain-config";
import { domains } from "./domain";
import { managedLoginVersions } from "./managed-login-version";
import { regions } from "./region";
import { routingsAndFailovers } from "./routing";
import { switches } from "./switches";
import { timeouts } from "./timeouts";
import { userPoolIds } from "./user-pool-id";

/** The emulator enforces the published constraints and the service's rules. */
describe("What a check takes", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  after(() => emulator.close());

  /** A create on a pool that is there, with nothing in the way. */
  async function create(inputs: DomainInputs): Promise<void> {
    const region = regionOfUserPool(inputs.userPoolId) ?? "us-east-1";
    const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" };
    const client = new CognitoIdentityProviderClient({
      endpoint: emulator.endpoint,
      region,
      credentials,
      maxAttempts: 1,
    });
    const nothing = emulator.snapshot();
    try {
      emulator.createPool({ id: inputs.userPoolId });
      await client.send(new CreateUserPoolDomainCommand(createRequest(inputs)));
    } finally {
      emulator.restore(nothing);
      client.destroy();
    }
  }

  const rows = [
    ...domains,
    ...userPoolIds,
    ...customDomainConfigs,
    ...managedLoginVersions,
    ...routingsAndFailovers,
    ...regions,
    ...timeouts,
    ...switches,
  ];
  for (const [what, inputs, refused] of rows) {
    if (Object.keys(refused).length > 0 || !canBeKnown(inputs)) continue;
    it(`is taken by the service: ${what}`, () => create(asCreated(inputs)));
  }

  it("is taken by the service, whatever it is made of", async () => {
    const taken = anyInputs().filter((inputs) => checkInputs(inputs).failures.length === 0);
    const property = fc.asyncProperty(taken, (inputs) => create(asCreated(inputs)));
    await fc.assert(property, { numRuns: 150, seed: 20260618 });
  });
});

/** Another Region than the pool's may be right for a replica, and what is unknown may turn out right. */
function canBeKnown({ region, userPoolId, ...rest }: Values): boolean {
  const own = regionOfUserPool(String(userPoolId));
  const isOpen = JSON.stringify({ userPoolId, ...rest }).includes(unknownValue);
  return !isOpen && own !== undefined && (region === undefined || region === own);
}

function asCreated(inputs: Values): DomainInputs {
  return withoutNulls(inputs) as unknown as DomainInputs;
}

/** Inputs of which about half are right, made of what is right and what is nearly right. */
function anyInputs(): fc.Arbitrary<Values> {
  const text = (...parts: string[]) =>
    fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }).map((chosen) => chosen.join(""));
  const domain = text("a", "z", "0", "-", ".", "my-app", "auth.", "example.com", "A", "aws", "_", "\n", "é");
  const region = fc.constantFrom("us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1", "mx-central-1", "");
  const partition = fc.constantFrom("aws", "aws-cn", "aws-us-gov", "AWS", "aws evil");
  const account = fc.constantFrom("123456789012", "1234", "");
  const id = text("a", "1", "-", "/", "_", "=", " ", ":", "*");
  const arn = fc
    .tuple(partition, region, account, id)
    .map(([partition, region, account, id]) => `arn:${partition}:acm:${region}:${account}:certificate/${id}`);
  const failover = fc.record({
    secondaryRegion: fc.oneof(region, text("us", "-", "west", "1")),
    primaryRoute53HealthCheckId: fc.string({ minLength: 0, maxLength: 70 }),
  });
  return fc
    .record(
      {
        domain: fc.oneof(fc.constantFrom("my-app", "auth.example.com"), domain),
        userPoolId: fc.oneof(
          fc.constant(poolId),
          region.map((where) => `${where}_AbCdEf123`),
        ),
        customDomainConfig: fc.record(
          {
            certificateArn: fc.oneof(fc.constant(certificate("a")), arn),
            securityPolicy: fc.constantFrom("TLS_V1_2_2021", "TLS_V1_3_2025", "TLS_V2", null),
          },
          { requiredKeys: ["certificateArn"] },
        ),
        managedLoginVersion: fc.constantFrom(1, 2, 3, null),
        routing: fc.record({ failover }, { requiredKeys: [] }),
      },
      { requiredKeys: ["domain", "userPoolId"] },
    )
    .map((inputs) => withoutNulls(inputs));
}
