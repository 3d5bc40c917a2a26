import fc from "fast-check";
import type { Declaration } from "../../../code/typescript";
import type { DomainInputs } from "../../../provider/inputs";

const plain = { noNullPrototype: true };
const arns = ["aws", "aws-us-gov", "aws-cn"].map(
  (partition) =>
    `arn:${partition}:acm:us-gov-west-1:123456789012:certificate/11111111-1111-4111-8111-111111111111`,
);
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aZ09 '\"\\`$\n\t\u2028é-."), minLength: 1, maxLength: 120 }),
  fc.constantFrom("auth.example.com", ...arns),
);

const optional = <K extends string = never>(...required: K[]) => ({ requiredKeys: required, ...plain });
const inputs = fc.record(
  {
    domain: text,
    userPoolId: text,
    customDomainConfig: fc.record(
      {
        certificateArn: text,
        securityPolicy: fc.constantFrom("TLS_V1", "TLS_V1_2_2021", "TLS_V1_3_2025"),
      },
      optional("certificateArn"),
    ),
    managedLoginVersion: fc.constantFrom(1, 2),
    routing: fc.record(
      { failover: fc.record({ secondaryRegion: text, primaryRoute53HealthCheckId: text }, plain) },
      plain,
    ),
    region: text,
    timeouts: fc.record({ create: text, update: text, delete: text }, optional()),
    waitForDeployment: fc.boolean(),
    adoptExisting: fc.boolean(),
  },
  optional("domain", "userPoolId"),
) as fc.Arbitrary<DomainInputs>;

/** Around every width at which a line is broken; a hyphen is in the name of the resource only. */
const ofEveryLength: readonly Declaration[] = Array.from({ length: 110 }, (_, length) => ({
  name: "n".repeat(length / 2 + 1) + "-".repeat(length % 2),
  inputs: {
    domain: "d".repeat(length),
    userPoolId: "",
    customDomainConfig: { certificateArn: "c".repeat(length) },
  },
}));

/** What resources are called that are parents, and what a program calls them then. */
export const identifiersOfParents = {
  app: "app",
  "sign-in app": "signInApp",
  default: "defaultParent",
  class: "classParent",
  Await: "Await",
  await: "awaitParent",
  "await!": "awaitParent",
  arguments: "argumentsParent",
  static: "staticParent",
  undefined: "undefinedParent",
  UserPoolDomain: "userPoolDomain",
} as const;

const parents = Object.keys(identifiersOfParents);

const ofEveryKind = fc.sample(
  fc.record(
    {
      name: text,
      inputs: inputs.map((each) => ({ ...each })),
      options: fc.record(
        { parent: fc.constantFrom(...parents), protect: fc.constant(true as const) },
        optional(),
      ),
      comments: fc.array(
        text.filter((each) => each.trim() !== ""),
        { maxLength: 2 },
      ),
    },
    optional("name", "inputs"),
  ),
  { numRuns: 300, seed: 1 },
);

/** What a program may declare, with texts that aren't easily written. */
export const declarations: readonly Declaration[] = [...ofEveryLength, ...ofEveryKind];
