import assert from "node:assert/strict";
import { complaints, type Gap, gapsIn } from "./guard";
import { leftOut } from "./left-out";
import { domainOperations, type PublishedApi } from "./published-api";
import { modelText, readModel } from "./published-model";
import { readSdk } from "./sdk-types";

/** A source, and the same source on the day when the service has gained one thing of each kind. */
interface Source {
  name: string;
  read(): PublishedApi;
  readTomorrow(): PublishedApi;
}

const sources: Source[] = [
  { name: "the SDK's types", read: () => readSdk(), readTomorrow: () => readSdk(tomorrowsTypes) },
  {
    name: "the published model",
    read: () => readModel(modelText()),
    readTomorrow: () => readModel(tomorrowsModel(modelText())),
  },
];

/** What is new tomorrow, and what the complaint says to do. */
const news: [kind: string, complaint: RegExp][] = [
  [
    "a field of an input",
    /^UpdateUserPoolDomain input DeletionProtection is new: support it \(a member in provider\/inputs\.ts and a row/,
  ],
  [
    "a field deep in an input",
    /^CreateUserPoolDomain input Routing\.Failover\.Policy is new: .* row in provider\/properties\.ts/,
  ],
  [
    "a field of what is described",
    /^DescribeUserPoolDomain output DomainDescription\.LastModified is new: .*provider\/state\.ts/,
  ],
  [
    "a field of another answer",
    /^DeleteUserPoolDomain output ReleasedAt is new: .*provider\/aws\/cognito-client\.ts/,
  ],
  [
    "an enum value",
    /^CreateUserPoolDomain input CustomDomainConfig\.SecurityPolicy "TLS_V1_4_2031" is new: .*`allowed`/,
  ],
  [
    "an enum value of what is described alone",
    /^DescribeUserPoolDomain output DomainDescription\.CustomDomainConfig\.SecurityPolicy "TLS_V1_5_2040" is new: .*`allowed`/,
  ],
  [
    "a status",
    /^DescribeUserPoolDomain output DomainDescription\.Status "PAUSED" is new: .*provider\/status\.ts/,
  ],
  [
    "an exception",
    /^DeleteUserPoolDomain exception DomainProtectedException is new: .*provider\/errors\/explanations\.ts/,
  ],
];

describe("The guard of the service's API", () => {
  for (const { name, read, readTomorrow } of sources) {
    describe(`reading ${name}`, () => {
      let gaps: Gap[];
      let tomorrow: string[];
      before(function () {
        this.timeout("1m");
        const api = read();
        assertComplete(api);
        gaps = gapsIn(api);
        tomorrow = complaints(gapsIn(readTomorrow()), leftOut);
      });

      it("finds nothing that is neither supported nor left out with a reason", () => {
        assert.equal(complaints(gaps, leftOut).join("\n"), "");
      });

      it("finds everything that is listed as left out", () => {
        const names = gaps.map((gap) => gap.name);
        const stale = Object.keys(leftOut).filter(
          (left) => !names.some((gap) => gap === left || gap.startsWith(`${left}.`)),
        );
        assert.deepEqual(stale, [], "is supported by now, or gone: take it out of left-out.ts");
      });

      for (const [kind, complaint] of news) {
        it(`would name ${kind} that the service gains, and say what to do`, () => {
          assert.ok(
            tomorrow.some((text) => complaint.test(text)),
            tomorrow.join("\n"),
          );
        });
      }
    });
  }

  it("gives a reason for each thing that is left out", () => {
    for (const [name, reason] of Object.entries(leftOut)) assert.ok(reason.length > 10, name);
  });
});

/** A reader that finds nothing would find nothing new. */
function assertComplete(api: PublishedApi): void {
  for (const operation of domainOperations) {
    assert.ok(api[operation].input["Domain"], operation);
    assert.ok(api[operation].exceptions.length > 3, operation);
  }
  const { SecurityPolicy } = api.UpdateUserPoolDomain.input["CustomDomainConfig"]?.members ?? {};
  assert.ok(SecurityPolicy?.values?.includes("TLS_V1"));
  const { Status } = api.DescribeUserPoolDomain.output["DomainDescription"]?.members ?? {};
  assert.ok(Status?.values?.includes("ACTIVE"));
}

function tomorrowsTypes(text: string): string {
  return text
    .replace("interface UpdateUserPoolDomainRequest {", "$& DeletionProtection?: boolean | undefined;")
    .replace("interface FailoverType {", "$& Policy?: string | undefined;")
    .replace("interface DomainDescriptionType {", "$& LastModified?: string | undefined;")
    .replace(
      /(interface DomainDescriptionType {.*?CustomDomainConfig\?: )CustomDomainConfigType/s,
      "$1Described",
    )
    .replace(
      "export interface DomainDescriptionType {",
      'interface Described { SecurityPolicy?: SecurityPolicyType | "TLS_V1_5_2040" | undefined; }\n$&',
    )
    .replace("interface DeleteUserPoolDomainResponse {", "$& ReleasedAt?: string | undefined;")
    .replace("const SecurityPolicyType: {", '$& readonly TLS_V1_4_2031: "TLS_V1_4_2031";')
    .replace("const DomainStatusType: {", '$& readonly PAUSED: "PAUSED";')
    .replace(
      "@see {@link DeleteUserPoolDomainCommandInput}",
      "@throws {@link DomainProtectedException} (client fault)\n * $&",
    );
}

function tomorrowsModel(text: string): string {
  const model = JSON.parse(text);
  const { CreateUserPoolDomain, DescribeUserPoolDomain, UpdateUserPoolDomain, DeleteUserPoolDomain } =
    model.operations;
  const description = DescribeUserPoolDomain.output.members.DomainDescription.members;
  UpdateUserPoolDomain.input.members.DeletionProtection = { type: "boolean" };
  CreateUserPoolDomain.input.members.Routing.members.Failover.members.Policy = { type: "string" };
  description.LastModified = { type: "timestamp" };
  DeleteUserPoolDomain.output.members.ReleasedAt = { type: "timestamp" };
  CreateUserPoolDomain.input.members.CustomDomainConfig.members.SecurityPolicy.enum.push("TLS_V1_4_2031");
  description.CustomDomainConfig.members.SecurityPolicy.enum.push("TLS_V1_5_2040");
  description.Status.enum.push("PAUSED");
  DeleteUserPoolDomain.errors.push("DomainProtectedException");
  return JSON.stringify(model);
}
