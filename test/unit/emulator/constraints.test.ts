import assert from "node:assert/strict";
import { model } from "../../../emulator/model";
import type { Shape, StringShape, StructureShape } from "../../../emulator/shapes";
import { certificateArn, post, useEmulator } from "./support";

// Walks the model member by member. Each member needs a sample here; a new one in the model fails the first test
// until it has one.
const samples: Record<string, { taken: readonly unknown[]; brokenPattern?: readonly string[] }> = {
  Domain: {
    taken: ["a", "shop-1", "login.example.com", ofLength(63)],
    brokenPattern: ["Shop", "-shop", "shop-", "shop_1", "shop.", ".shop", "a..b", "a.-b.c", "ä", ""],
  },
  UserPoolId: {
    taken: ["us-east-1_AbCdEf123", `us-east-1_${ofLength(45)}`],
    brokenPattern: ["us-east-1", " us-east-1_Abc", "us-east-1_Abc\n", "us-east-1_", ""],
  },
  ManagedLoginVersion: { taken: [1, 2] },
  "CustomDomainConfig.CertificateArn": {
    taken: [certificateArn, certificateArn + ofLength(2048 - certificateArn.length)],
    brokenPattern: ["certificate-in-us-east-1", "arn:aws:acm:us-east-1:account:certificate/one"],
  },
  "CustomDomainConfig.SecurityPolicy": { taken: ["TLS_V1", "TLS_V1_2_2021", "TLS_V1_3_2025"] },
  "Routing.Failover.SecondaryRegion": { taken: ["eu-w1", ofLength(32)] },
  "Routing.Failover.PrimaryRoute53HealthCheckId": { taken: ["", ofLength(64)] },
  PoolName: { taken: ["p", "My pool", ofLength(128)], brokenPattern: ["pool!", ""] },
  UserPoolTier: { taken: ["LITE", "ESSENTIALS", "PLUS"] },
};

describe("the constraints of the model", () => {
  const bench = useEmulator();

  it("have samples for every member", () => {
    const members = Object.values(model).flatMap((input) => leavesOf(input).map(({ path }) => path));
    assert.deepEqual([...new Set(members)].sort(), Object.keys(samples).sort());
  });

  for (const [operation, input] of Object.entries(model)) {
    describe(`of ${operation}`, () => {
      const refusedWith = async (request: object) =>
        (await post(bench.emulator, operation, JSON.stringify(request))).body;

      for (const { path, shape, required } of leavesOf(input)) {
        for (const value of samples[path]?.taken ?? []) {
          it(`take ${shown(value)} at ${path}`, async () => {
            const { message } = await refusedWith(requestWith(input, path, value));
            assert.doesNotMatch(message ?? "", /validation error/);
          });
        }

        it(`take a number for text, or text for a number, at ${path} as unreadable`, async () => {
          const { __type } = await refusedWith(requestWith(input, path, shape.type === "string" ? 1 : "1"));
          assert.equal(__type, "SerializationException");
        });

        for (const [value, constraint] of brokenValues(path, shape)) {
          it(`refuse ${shown(value)} at ${path}: ${constraint}`, async () => {
            const { __type, message } = await refusedWith(requestWith(input, path, value));
            assert.equal(__type, "InvalidParameterException");
            assert.ok(
              message?.includes(
                `Value '${value}' at '${wirePath(path)}' failed to satisfy constraint: ${constraint}`,
              ),
              message,
            );
          });
        }

        if (required) {
          for (const nothing of [undefined, null]) {
            it(`refuse ${nothing} at ${path}`, async () => {
              assert.deepEqual(await refusedWith(requestWith(input, path, nothing)), {
                __type: "InvalidParameterException",
                message: `1 validation error detected: Value null at '${wirePath(path)}' failed to satisfy constraint: Member must not be null`,
              });
            });
          }
        }
      }
    });
  }

  it("are one error when one is violated", async () => {
    const Domain = `${ofLength(52)}.example.com`;
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", JSON.stringify({ Domain }));
    assert.equal(
      body.message,
      `1 validation error detected: Value '${Domain}' at 'domain' failed to satisfy constraint: Member must have length less than or equal to 63`,
    );
  });

  it("are counted and listed when several are violated", async () => {
    const { body } = await post(bench.emulator, "DeleteUserPoolDomain", JSON.stringify({ Domain: "Shop" }));
    assert.equal(
      body.message,
      "2 validation errors detected: Value 'Shop' at 'domain' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$; Value null at 'userPoolId' failed to satisfy constraint: Member must not be null",
    );
  });

  it("don't mind members that the model doesn't have", async () => {
    const { status } = await post(
      bench.emulator,
      "DescribeUserPoolDomain",
      JSON.stringify({ Domain: "shop", Color: "red" }),
    );
    assert.equal(status, 200);
  });
});

interface Leaf {
  path: string;
  shape: Exclude<Shape, StructureShape>;
  required: boolean;
}

function leavesOf(structure: StructureShape, prefix = ""): Leaf[] {
  return Object.entries(structure.members).flatMap(([name, shape]): Leaf[] => {
    const path = prefix + name;
    if (shape.type === "structure") return leavesOf(shape, `${path}.`);
    return [{ path, shape, required: structure.required.includes(name) }];
  });
}

/** A request that is valid but for the value at the path. */
function requestWith(structure: StructureShape, path: string, value: unknown, prefix = ""): object {
  return Object.fromEntries(
    Object.entries(structure.members).flatMap(([name, shape]) => {
      const at = prefix + name;
      if (at === path) return [[name, value]];
      if (shape.type !== "structure") {
        return structure.required.includes(name) ? [[name, samples[at]?.taken[0]]] : [];
      }
      return path.startsWith(`${at}.`) ? [[name, requestWith(shape, path, value, `${at}.`)]] : [];
    }),
  );
}

function brokenValues(path: string, shape: Shape): [value: string, constraint: string][] {
  if (shape.type !== "string") return [];
  const { min, max, pattern, enum: values }: StringShape = shape;
  return [
    ...(max === undefined
      ? []
      : [one(ofLength(max + 1), `Member must have length less than or equal to ${max}`)]),
    ...(min === undefined
      ? []
      : [one(ofLength(min - 1), `Member must have length greater than or equal to ${min}`)]),
    ...(samples[path]?.brokenPattern ?? []).map((value) =>
      one(value, `Member must satisfy regular expression pattern: ${pattern}`),
    ),
    ...(values ? [one("NONE", `Member must satisfy enum value set: [${values.join(", ")}]`)] : []),
  ];
}

function one(value: string, constraint: string): [string, string] {
  return [value, constraint];
}

function ofLength(length: number): string {
  return "a".repeat(length);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `text of ${text.length - 2} characters` : text;
}

function wirePath(path: string): string {
  return path.replace(/(^|\.)([A-Z])/g, (_, dot: string, letter: string) => dot + letter.toLowerCase());
}
