import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { readShorthand } from "../../../cli/convert/shorthand";
import { awsCliCommand } from "../../../code/aws-cli";
import type { Call } from "../../../provider/plan/requests";
import { unknownValue } from "../../../provider/unknown";

describe("a call as a command of the AWS CLI", () => {
  it("is on one line where it fits", () => {
    const request = { Domain: "shop", UserPoolId: "us-east-1_A" };
    assert.equal(
      awsCliCommand({ operation: "DeleteUserPoolDomain", request }),
      "aws cognito-idp delete-user-pool-domain --domain shop --user-pool-id us-east-1_A",
    );
  });

  it("has a line for each option otherwise, and shorthand for structures", () => {
    const request = {
      Domain: "auth.example.com",
      UserPoolId: "eu-west-1_AbCdEf123",
      ManagedLoginVersion: 2,
      CustomDomainConfig: {
        CertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/one",
        SecurityPolicy: "TLS_V1_2_2021" as const,
      },
      Routing: { Failover: { SecondaryRegion: "us-west-2", PrimaryRoute53HealthCheckId: "abcdef11" } },
    };
    assert.equal(
      awsCliCommand({ operation: "UpdateUserPoolDomain", request }, "eu-west-1"),
      `aws cognito-idp update-user-pool-domain \\
  --domain auth.example.com \\
  --user-pool-id eu-west-1_AbCdEf123 \\
  --managed-login-version 2 \\
  --custom-domain-config CertificateArn=arn:aws:acm:us-east-1:123456789012:certificate/one,SecurityPolicy=TLS_V1_2_2021 \\
  --routing 'Failover={SecondaryRegion=us-west-2,PrimaryRoute53HealthCheckId=abcdef11}' \\
  --region eu-west-1`,
    );
  });

  it("has JSON for what shorthand can't say without quotes", () => {
    const CustomDomainConfig = { CertificateArn: "it's" };
    const request = { Domain: "a.b.c", UserPoolId: "p_1", CustomDomainConfig };
    assert.match(
      awsCliCommand({ operation: "CreateUserPoolDomain", request }),
      / '\{"CertificateArn":"it'\\''s"\}'$/,
    );
  });

  it("names what a preview doesn't know", () => {
    const request = { Domain: "shop", UserPoolId: unknownValue };
    const command = awsCliCommand({ operation: "DeleteUserPoolDomain", request });
    assert.match(command, /--user-pool-id '<UserPoolId, to be filled in>'$/);
    assert.ok(!command.includes(unknownValue));
  });

  it("names it within a structure, too", () => {
    const CustomDomainConfig = { CertificateArn: unknownValue };
    const request = { Domain: "a.b.c", UserPoolId: "p_1", CustomDomainConfig };
    assert.match(
      awsCliCommand({ operation: "UpdateUserPoolDomain", request }),
      /'\{"CertificateArn":"<CertificateArn, to be filled in>"\}'$/,
    );
  });

  it("leaves out what is undefined", () => {
    const request = { Domain: "shop", UserPoolId: "p_1", CustomDomainConfig: undefined };
    const command = awsCliCommand({ operation: "CreateUserPoolDomain", request });
    assert.ok(command.endsWith("--user-pool-id p_1"), command);
  });

  it("says the same request to a shell and the AWS CLI, whatever is in it", () => {
    const calls = fc.sample(call, { numRuns: 500, seed: 1 });
    const script = calls.map((each) => `${awsCliCommand(each, "eu-west-1")}; printf '\\001'`).join("\n");
    const said = execFileSync("sh", {
      input: `aws() { printf '%s\\0' "$@"; }\n${script}\n`,
      encoding: "utf8",
    });
    const commands = said.split("\x01").slice(0, -1);
    assert.equal(commands.length, calls.length);
    for (const [index, words] of commands.entries()) {
      assert.deepEqual(requestOf(words.split("\0").slice(0, -1)), {
        ...calls[index],
        service: "cognito-idp",
        region: "eu-west-1",
      });
    }
  });
});

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aZ09'\"\\$`!*?~#;&|<>(){}[]=,:@ \t\n-_é"), maxLength: 12 }),
  fc.string({ maxLength: 12, unit: "grapheme" }),
  fc.constantFrom("", "-x", "--region", "TLS_V1", "arn:aws:acm:us-east-1:123456789012:certificate/one"),
);

const plain = { noNullPrototype: true };
const place = { Domain: text, UserPoolId: text };
const configuration = fc.record(
  {
    ...place,
    ManagedLoginVersion: fc.nat(),
    CustomDomainConfig: fc.record(
      { CertificateArn: text, SecurityPolicy: text },
      { requiredKeys: [], noNullPrototype: true },
    ),
    Routing: fc.record(
      { Failover: fc.record({ SecondaryRegion: text, PrimaryRoute53HealthCheckId: text }, plain) },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: ["Domain", "UserPoolId"], noNullPrototype: true },
);
const call = fc.oneof(
  fc.record({ operation: fc.constant("CreateUserPoolDomain"), request: configuration }, plain),
  fc.record({ operation: fc.constant("UpdateUserPoolDomain"), request: configuration }, plain),
  fc.record({ operation: fc.constant("DeleteUserPoolDomain"), request: fc.record(place, plain) }, plain),
) as fc.Arbitrary<Call>;

/** As the AWS CLI takes the words of its command line. */
function requestOf([service, command = "", ...words]: string[]): object {
  const request: Record<string, unknown> = {};
  while (words.length > 0) {
    const [, option = "", value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(words.shift() ?? "") ?? [];
    // Without an equals sign, the next word is the value, unless it is another option.
    const next = value === undefined && !words[0]?.startsWith("-") ? words.shift() : value;
    request[pascalCase(option)] = valueIn(option, next ?? "no value");
  }
  const { Region: region, ...rest } = request;
  return { service, operation: pascalCase(command), request: rest, region };
}

function valueIn(option: string, value: string): unknown {
  if (option === "managed-login-version") return Number(value);
  if (option !== "custom-domain-config" && option !== "routing") return value;
  return value.startsWith("{") ? JSON.parse(value) : readShorthand(value);
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
