import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { model } from "../../../emulator/model/operations";
import type { Shape, StringShape, StructureShape } from "../../../emulator/model/shapes";
import { certificateArn, custom, failover, post, prefix, signed, useEmulator } from "./support";

/** The model of the domain operations as AWS publishes it, to which the emulator is held here. */
interface PublishedModel {
  readonly operations: Record<DomainOperation, { input: StructureShape; output: StructureShape }>;
}
type DomainOperation = (typeof domainOperations)[number];
type PoolOperation = Exclude<keyof typeof model, DomainOperation>;
type Leaf = Exclude<Shape, StructureShape>;

const domainOperations = [
  "CreateUserPoolDomain",
  "DescribeUserPoolDomain",
  "UpdateUserPoolDomain",
  "DeleteUserPoolDomain",
] as const;
const poolOperations = Object.keys(model).filter(
  (operation): operation is PoolOperation => !domainOperations.some((name) => name === operation),
);
const { operations: published }: PublishedModel = JSON.parse(
  readFileSync(join(__dirname, "../../published-model.json"), "utf8"),
);

// The one exception: the service takes and gives names with dots, although the pattern that it publishes for these
// members has none (emulator/model/operations.ts).
const dottedMembers = ["Domain", "CloudFrontDomain"];

// What the model may be made of. A constraint of another kind needs a rule in `broken` first.
const knownTerms = {
  string: ["type", "min", "max", "pattern", "enum"],
  integer: ["type", "min", "max"],
  structure: ["type", "required", "members"],
};

// Of these, those that satisfy a member's constraints are to be taken, and those that don't to be refused.
const texts = [
  "a",
  "shop-1",
  "login.example.com",
  "us-east-1_AbCdEf123",
  "a_b",
  certificateArn,
  "arn:a:b::1:c",
  "My pool",
  "",
  " ",
  "Shop",
  "-shop",
  "shop-",
  "shop_1",
  "shop.",
  ".shop",
  "a..b",
  "a.-b.c",
  "ä",
  "shop!",
  "us-east-1",
  " us-east-1_Abc",
  "us-east-1_Abc\n",
  "us-east-1_",
  "certificate-in-us-east-1",
  "arn:aws:acm:us-east-1:account:certificate/one",
];
const numbers = [-1, 0, 1, 2, 3];

const wording = {
  shortest: (min: number) => `Member must have length greater than or equal to ${min}`,
  longest: (max: number) => `Member must have length less than or equal to ${max}`,
  least: (min: number) => `Member must have value greater than or equal to ${min}`,
  most: (max: number) => `Member must have value less than or equal to ${max}`,
  pattern: (pattern: string) => `Member must satisfy regular expression pattern: ${pattern}`,
  enum: (values: readonly string[]) => `Member must satisfy enum value set: [${values.join(", ")}]`,
};

const misread = {
  string: [
    [1, "NUMBER_VALUE can not be converted to a String"],
    [1.5, "NUMBER_VALUE can not be converted to a String"],
    [true, "TRUE_VALUE can not be converted to a String"],
    [false, "FALSE_VALUE can not be converted to a String"],
    [["a"], "Start of list found where not expected"],
    [{ a: "a" }, "Start of structure or map found where not expected."],
  ],
  integer: [
    ["1", "STRING_VALUE can not be converted to an Integer"],
    [true, "TRUE_VALUE can not be converted to an Integer"],
    [false, "FALSE_VALUE can not be converted to an Integer"],
    [[1], "Start of list found where not expected"],
    [{ a: 1 }, "Start of structure or map found where not expected."],
  ],
  structure: [
    ["a", "Unexpected field type"],
    [1, "Unexpected field type"],
    [true, "Unexpected field type"],
  ],
} satisfies Record<Shape["type"], [unknown, string][]>;

describe("the published model of the domain operations", () => {
  for (const operation of domainOperations) {
    for (const side of ["input", "output"] as const) {
      it(`says nothing that isn't tested here about the ${side} of ${operation}`, () => {
        const unknown = shapesOf(published[operation][side], side).flatMap(({ path, shape }) =>
          Object.keys(shape)
            .filter((term) => !knownTerms[shape.type]?.includes(term))
            .map((term) => `${term} at ${path}`),
        );
        assert.deepEqual(unknown, []);
      });
    }

    it(`is the emulator's own of ${operation}, but for what a Domain really accepts`, () => {
      const { Domain, ...members } = model[operation].members;
      const { accepts: _, ...publishedDomain } = Domain;
      const own = { ...model[operation], members: { Domain: publishedDomain, ...members } };
      assert.deepEqual(own, published[operation].input);
    });
  }

  it("has all domain operations of the emulator, and no other", () => {
    const own = Object.keys(model).filter((operation) => operation.endsWith("Domain"));
    assert.deepEqual(own.sort(), Object.keys(published).sort());
  });
});

describe("the constraints on requests", () => {
  const bench = useEmulator();
  const answerTo = async (operation: string, input: object) =>
    (await post(bench.emulator, operation, JSON.stringify(input))).body;

  const holdsTo = async (operation: string, shape: StructureShape, input: Values) => {
    const { __type, message = "" } = await answerTo(operation, input);
    const expected = broken(shape, input);
    if (expected.length > 0) assert.equal(__type, "InvalidParameterException");
    assert.notEqual(__type, "SerializationException");
    assert.deepEqual(violationsIn(message), expected.sort());
  };

  for (const { operation, input } of [
    ...domainOperations.map((operation) => ({ operation, input: published[operation].input })),
    ...poolOperations.map((operation) => ({ operation, input: model[operation] as StructureShape })),
  ]) {
    describe(`of ${operation}`, () => {
      // What is of no known type has a failing test above.
      const known = shapesOf(input).filter(({ shape }) => shape.type in knownTerms);
      for (const { path, shape, required } of known) {
        for (const [value, message] of misread[shape.type]) {
          it(`refuse ${shown(value)} at ${path} as unreadable`, async () => {
            assert.deepEqual(await answerTo(operation, requestWith(input, path, value)), {
              __type: "SerializationException",
              Message: message,
            });
          });
        }

        for (const nothing of [undefined, null]) {
          it(`${required ? "refuse" : "take"} ${nothing} at ${path}`, () =>
            holdsTo(operation, input, requestWith(input, path, nothing)));
        }

        if (shape.type === "structure") {
          it(`refuse a list at ${path} as unreadable`, async () => {
            const { __type } = await answerTo(operation, requestWith(input, path, []));
            assert.equal(__type, "SerializationException");
          });
          it(`hold for an empty ${path}`, () => holdsTo(operation, input, requestWith(input, path, {})));
          continue;
        }

        for (const value of valuesFor(shape, path)) {
          it(`${isBroken(shape, value, path) ? "refuse" : "take"} ${shown(value)} at ${path}`, () =>
            holdsTo(operation, input, requestWith(input, path, value)));
        }

        it(`are all tried at ${path}, from within and from without`, () => {
          const values = valuesFor(shape, path);
          const complaints = values.flatMap((value) => broken(shape, value, path));
          const untried = constraintsOn(shape).filter((one) => !complaints.some((all) => all.endsWith(one)));
          assert.deepEqual(untried, []);
          assert.ok(
            values.some((value) => !isBroken(shape, value, path)),
            "no text fits",
          );
        });
      }

      it("are counted and joined when several are violated", async () => {
        const worst = worstOf(input);
        assert.ok(broken(input, worst).length >= leavesWithConstraints(input));
        await holdsTo(operation, input, worst);
      });

      it("ask for every required member of an empty request", () => holdsTo(operation, input, {}));

      it("don't mind members that the model doesn't have", () =>
        holdsTo(operation, input, { ...requestWith(input, "", undefined), Color: "red" }));
    });
  }
});

describe("a violated constraint", () => {
  const bench = useEmulator();
  const UserPoolId = "us-east-1_AbCdEf123";
  const long = `${"a".repeat(52)}.example.com`;
  const cases: [operation: string, input: object, complaint: string][] = [
    [
      "CreateUserPoolDomain",
      custom(UserPoolId, {
        CustomDomainConfig: { CertificateArn: certificateArn, SecurityPolicy: "x" as "TLS_V1" },
      }),
      "1 validation error detected: Value 'x' at 'customDomainConfig.securityPolicy' failed to satisfy constraint: Member must satisfy enum value set: [TLS_V1, TLS_V1_2_2021, TLS_V1_3_2025]",
    ],
    [
      "DescribeUserPoolDomain",
      { Domain: long },
      `1 validation error detected: Value '${long}' at 'domain' failed to satisfy constraint: Member must have length less than or equal to 63`,
    ],
    [
      "UpdateUserPoolDomain",
      custom(UserPoolId, {
        Routing: { Failover: { SecondaryRegion: "usw2", PrimaryRoute53HealthCheckId: "health-check" } },
      }),
      "1 validation error detected: Value 'usw2' at 'routing.failover.secondaryRegion' failed to satisfy constraint: Member must have length greater than or equal to 5",
    ],
    [
      "DeleteUserPoolDomain",
      { Domain: "shop" },
      "1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null",
    ],
    [
      "DeleteUserPoolDomain",
      { Domain: "Shop", UserPoolId: "pool" },
      "2 validation errors detected: Value 'Shop' at 'domain' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$; Value 'pool' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+",
    ],
    [
      "ListUserPools",
      { MaxResults: 61 },
      "1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 60",
    ],
  ];
  for (const [operation, input, message] of cases) {
    it(`is worded by ${operation} as: ${message.replace(long, "…")}`, async () => {
      const { body, status } = await post(bench.emulator, operation, JSON.stringify(input));
      assert.deepEqual(
        { status, body },
        { status: 400, body: { __type: "InvalidParameterException", message } },
      );
    });
  }
});

describe("a request that is as long as can be", () => {
  const bench = useEmulator();
  const longest = {
    Domain: `${"a".repeat(51)}.example.com`,
    UserPoolId: `us-east-1_${"a".repeat(45)}`,
    ManagedLoginVersion: 2,
    CustomDomainConfig: {
      CertificateArn: certificateArn.padEnd(2048, "a"),
      SecurityPolicy: "TLS_V1_2_2021" as const,
    },
    Routing: {
      Failover: { SecondaryRegion: `us-${"a".repeat(27)}-1`, PrimaryRoute53HealthCheckId: "a".repeat(64) },
    },
  };
  const createPool = () =>
    bench.emulator.createPool({
      id: longest.UserPoolId,
      replicas: [longest.Routing.Failover.SecondaryRegion],
    });

  for (const operation of domainOperations) {
    it(`has a length for every member of ${operation}`, () => {
      const short = shapesOf(published[operation].input).filter(({ path, shape }) => {
        const value = memberAt(longest, path);
        return shape.type === "string" && shape.max !== undefined
          ? String(value).length !== shape.max
          : value === undefined;
      });
      assert.deepEqual(short, []);
    });

    it(`is done by ${operation}`, async () => {
      createPool();
      if (operation !== "CreateUserPoolDomain") {
        await post(bench.emulator, "CreateUserPoolDomain", JSON.stringify(longest));
        bench.clock.advance(60_000);
      }
      const { status, body } = await post(bench.emulator, operation, JSON.stringify(longest));
      assert.deepEqual([status, body.message], [200, undefined]);
    });
  }

  it("comes back whole", async () => {
    createPool();
    await post(bench.emulator, "CreateUserPoolDomain", JSON.stringify(longest));
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", JSON.stringify(longest));
    const returned = memberAt(body, "DomainDescription") as object;
    assert.deepEqual({ ...returned, ...longest }, returned);
  });
});

describe("an answer of the emulator", () => {
  const bench = useEmulator();

  /** Takes a domain through its whole life, and gives back every answer on the way. */
  const lifeOf = async (region: string, input: Values): Promise<[DomainOperation, Values][]> => {
    const answers: [DomainOperation, Values][] = [];
    const headers = { ...signed, authorization: signed.authorization.replace("us-east-1", region) };
    const call = async (operation: DomainOperation, request: Values) => {
      const { status, body } = await post(bench.emulator, operation, JSON.stringify(request), headers);
      assert.deepEqual([status, body.message], [200, undefined]);
      answers.push([operation, body]);
    };
    const { Domain, UserPoolId } = input;
    await call("CreateUserPoolDomain", input);
    await call("DescribeUserPoolDomain", { Domain });
    bench.clock.advance(60_000);
    await call("DescribeUserPoolDomain", { Domain });
    await call("UpdateUserPoolDomain", input);
    await call("DescribeUserPoolDomain", { Domain });
    bench.emulator.changeDomain(String(Domain), { status: "FAILED" }, region);
    await call("DescribeUserPoolDomain", { Domain });
    await call("DeleteUserPoolDomain", { Domain, UserPoolId });
    await call("DescribeUserPoolDomain", { Domain });
    bench.clock.advance(60_000);
    await call("DescribeUserPoolDomain", { Domain });
    return answers;
  };
  const everything = (UserPoolId: string, SecurityPolicy = "TLS_V1") =>
    custom(UserPoolId, {
      ManagedLoginVersion: 2,
      CustomDomainConfig: {
        CertificateArn: certificateArn,
        SecurityPolicy: SecurityPolicy as "TLS_V1",
      },
      Routing: failover,
    }) as unknown as Values;
  const policies = shapesOf(published.CreateUserPoolDomain.input).flatMap(({ shape }) =>
    shape.type === "string" ? (shape.enum ?? []) : [],
  );

  const lives: [what: string, region: string, input: (userPoolId: string) => Values][] = [
    ["a prefix domain", "us-east-1", (id) => ({ ...prefix(id) })],
    ["a prefix domain with managed login", "us-east-1", (id) => ({ ...prefix(id), ManagedLoginVersion: 2 })],
    ["a custom domain", "us-east-1", (id) => ({ ...custom(id) })],
    [
      "a custom domain in China",
      "cn-north-1",
      (id) => ({
        ...custom(id),
        CustomDomainConfig: {
          CertificateArn: certificateArn.replace("aws:acm:us-east-1", "aws-cn:acm:cn-north-1"),
        },
      }),
    ],
    ...policies.map((policy): (typeof lives)[number] => [
      `a custom domain with everything and ${policy}`,
      "us-east-1",
      (id) => everything(id, policy),
    ]),
  ];
  for (const [what, region, input] of lives) {
    it(`about ${what} is what is published, all its life long`, async () => {
      const answers = await lifeOf(region, input(bench.emulator.createPool({ region }).id));
      const complaints = answers.flatMap(([operation, answer]) =>
        misfits(published[operation].output, withoutEmptyConfig(answer), operation),
      );
      assert.deepEqual(complaints, []);
    });
  }

  it("has every member that is published, when everything is set", async () => {
    const answers = await lifeOf("us-east-1", everything(bench.emulator.createPool().id));
    const given = answers.flatMap(([operation, answer]) =>
      pathsIn(answer).map((path) => `${operation} ${path}`),
    );
    const wanted = domainOperations.flatMap((operation) =>
      shapesOf(published[operation].output).map(({ path }) => `${operation} ${path}`),
    );
    assert.deepEqual([...new Set(given)].sort(), wanted.sort());
  });

  it("has had every published status at the end of a life", async () => {
    const answers = await lifeOf("us-east-1", everything(bench.emulator.createPool().id));
    const seen = answers.flatMap(([, answer]) => memberAt(answer, "DomainDescription.Status") ?? []);
    const { shape } =
      shapesOf(published.DescribeUserPoolDomain.output).find(({ path }) => path.endsWith(".Status")) ??
      assert.fail();
    assert.deepEqual([...new Set(seen)].sort(), [...((shape as StringShape).enum ?? [])].sort());
  });

  it("has no description for a domain that nobody has", async () => {
    const { body } = await post(bench.emulator, "DescribeUserPoolDomain", '{"Domain":"nobody"}');
    assert.deepEqual(body, { DomainDescription: {} });
  });
});

type Values = { [member: string]: unknown };

/** All shapes in a structure, itself left out. */
function shapesOf(
  structure: StructureShape,
  prefix = "",
): { path: string; shape: Shape; required: boolean }[] {
  return Object.entries(structure.members).flatMap(([name, shape]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    const required = structure.required.includes(name);
    const inner = shape.type === "structure" ? shapesOf(shape, path) : [];
    return [{ path, shape, required }, ...inner];
  });
}

/** What a value of the right types violates, in the service's words. */
function broken(shape: Shape, value: unknown, path = ""): string[] {
  if (shape.type === "structure") {
    return Object.entries(shape.members).flatMap(([name, member]) => {
      const inner = path === "" ? name : `${path}.${name}`;
      const given = (value as Values)[name];
      if (given !== undefined && given !== null) return broken(member, given, inner);
      if (member.type === "integer" && member.default !== undefined)
        return broken(member, member.default, inner);
      return shape.required.includes(name) ? [complaint("null", inner, "Member must not be null")] : [];
    });
  }
  const constraints =
    shape.type === "string" ? textual(shape, String(value), path) : numeric(shape, Number(value));
  return constraints.map((constraint) => complaint(`'${value}'`, path, constraint));
}

function isBroken(shape: Shape, value: unknown, path: string): boolean {
  return broken(shape, value, path).length > 0;
}

function textual(shape: StringShape, value: string, path: string): string[] {
  const { min = 0, max = Number.POSITIVE_INFINITY, pattern, enum: values } = shape;
  return [
    ...(value.length < min ? [wording.shortest(min)] : []),
    ...(value.length > max ? [wording.longest(max)] : []),
    ...(pattern !== undefined && !matches(pattern, value, path) ? [wording.pattern(pattern)] : []),
    ...(values && !values.includes(value) ? [wording.enum(values)] : []),
  ];
}

function numeric({ min, max }: { min?: number; max?: number }, value: number): string[] {
  return [
    ...(min !== undefined && value < min ? [wording.least(min)] : []),
    ...(max !== undefined && value > max ? [wording.most(max)] : []),
  ];
}

function constraintsOn(shape: Leaf): string[] {
  const { min, max } = shape;
  if (shape.type === "integer") {
    return [
      ...(min === undefined ? [] : [wording.least(min)]),
      ...(max === undefined ? [] : [wording.most(max)]),
    ];
  }
  return [
    ...(min === undefined || min === 0 ? [] : [wording.shortest(min)]),
    ...(max === undefined ? [] : [wording.longest(max)]),
    ...(shape.pattern === undefined ? [] : [wording.pattern(shape.pattern)]),
    ...(shape.enum === undefined ? [] : [wording.enum(shape.enum)]),
  ];
}

// The service matches whole values, also where a pattern has no anchors (aws-sdk-js issue 3344).
function matches(pattern: string, value: string, path: string): boolean {
  const whole = new RegExp(`^(?:${pattern})$`);
  const isDotted = dottedMembers.includes(path.split(".").at(-1) ?? "");
  return isDotted ? value.split(".").every((label) => whole.test(label)) : whole.test(value);
}

function complaint(value: string, path: string, constraint: string): string {
  const at = path
    .split(".")
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join(".");
  return `Value ${value} at '${at}' failed to satisfy constraint: ${constraint}`;
}

// In which order the service lists several is nothing to rely on.
function violationsIn(message: string): string[] {
  const [, count, noun, list] = /^(\d+) validation (errors?) detected: (.*)$/s.exec(message) ?? [];
  if (list === undefined) return [];
  const violations = list.split("; ").sort();
  assert.deepEqual([Number(count), noun], [violations.length, violations.length === 1 ? "error" : "errors"]);
  return violations;
}

/** What is tried: general samples, and the member's own boundaries. */
function valuesFor(shape: Leaf, path: string): unknown[] {
  const { min, max } = shape;
  if (shape.type === "integer") {
    const around = [min, max].flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1]));
    return [...new Set([...numbers, ...around])];
  }
  const lengths = [(min ?? 0) - 1, min ?? 0, max ?? 1000, (max ?? 1000) + 1].filter((length) => length >= 0);
  const values = shape.enum ?? [];
  return [
    ...new Set([
      ...texts,
      ...lengths.map((length) => textOf(length, shape, path)),
      shortest(shape, path),
      ...values,
      ...values.map((value) => value.toLowerCase()),
    ]),
  ];
}

/** A text of that length, of the member's pattern as far as one can be made. */
function textOf(length: number, { pattern }: StringShape, path: string): string {
  const candidates = texts.filter((text) => text.length <= length).map((text) => text.padEnd(length, "a"));
  const fitting = candidates.find((text) => pattern === undefined || matches(pattern, text, path));
  return fitting ?? "a".repeat(length);
}

/** The shortest text that is of the member's pattern and not too short. */
function shortest(shape: StringShape, path: string): string {
  for (let length = shape.min ?? 0; length <= (shape.max ?? 100); length += 1) {
    const text = textOf(length, shape, path);
    if (!isBroken(shape, text, path)) return text;
  }
  return "";
}

/** A request with that value at the path, the required members around it, and nothing else. */
function requestWith(structure: StructureShape, at: string, value: unknown, path = ""): Values {
  return Object.fromEntries(
    Object.entries(structure.members).flatMap(([name, shape]): [string, unknown][] => {
      const inner = path === "" ? name : `${path}.${name}`;
      if (inner === at) return [[name, value]];
      const isOnTheWay = at.startsWith(`${inner}.`);
      if (!isOnTheWay && !structure.required.includes(name)) return [];
      if (shape.type === "structure") return [[name, requestWith(shape, at, value, inner)]];
      return [[name, valuesFor(shape, inner).find((sample) => !isBroken(shape, sample, inner))]];
    }),
  );
}

/** A request that violates a constraint of every member that has any. */
function worstOf(structure: StructureShape, path = ""): Values {
  return Object.fromEntries(
    Object.entries(structure.members).map(([name, shape]) => {
      const inner = path === "" ? name : `${path}.${name}`;
      if (shape.type === "structure") return [name, worstOf(shape, inner)];
      const values = valuesFor(shape, inner);
      return [name, values.find((value) => isBroken(shape, value, inner)) ?? values[0]];
    }),
  );
}

function leavesWithConstraints(structure: StructureShape): number {
  return shapesOf(structure).filter(
    ({ shape }) => shape.type !== "structure" && constraintsOn(shape).length > 0,
  ).length;
}

/** What is wrong with a value that may be anything. */
function misfits(shape: Shape, value: unknown, path: string): string[] {
  switch (shape.type) {
    case "string":
      return typeof value === "string" ? broken(shape, value, path) : [`${path} is no text`];
    case "integer":
      return Number.isInteger(value) ? broken(shape, value, path) : [`${path} is no whole number`];
    case "structure": {
      if (typeof value !== "object" || value === null) return [`${path} is no structure`];
      const missing = shape.required.filter((name) => !Object.hasOwn(value, name));
      return [
        ...missing.map((name) => `${path}.${name} is missing`),
        ...Object.entries(value).flatMap(([name, inner]) => {
          const member = shape.members[name];
          return member ? misfits(member, inner, `${path}.${name}`) : [`${path}.${name} isn't published`];
        }),
      ];
    }
  }
}

// Of a prefix domain the service gives an empty one, although its model wants a certificate in it (the example of
// describe-user-pool-domain in the AWS CLI's reference).
function withoutEmptyConfig(answer: Values): Values {
  return JSON.parse(JSON.stringify(answer), (name, value) =>
    name === "CustomDomainConfig" && Object.keys(value).length === 0 ? undefined : value,
  );
}

function pathsIn(values: object, prefix = ""): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    return [path, ...(typeof value === "object" ? pathsIn(value, path) : [])];
  });
}

function memberAt(values: object, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (value as Values | undefined)?.[name], values);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `a text of ${text.length - 2} characters` : text;
}
