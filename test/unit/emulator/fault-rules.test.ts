import assert from "node:assert/strict";
import type { Fault } from "../../../emulator/index";
import { readFault } from "../../../emulator/testing/fault-rules";
import { createFaults, type Faults } from "../../../emulator/testing/faults";

const describing = { operation: "DescribeUserPoolDomain" } as const;
const error = { name: "TooManyRequestsException" };
const otherError = { name: "NotAuthorizedException" };

describe("a fault in words", () => {
  const faults: Fault[] = [
    { ...describing, error },
    { ...describing, error: { name: "ServiceUnavailable", message: "Come back later.", status: 503 } },
    { operation: "*", drop: "before" },
    { operation: "GetCallerIdentity", hang: "after" },
    { operation: "*", garbage: "after", domain: "shop", after: 0, times: 3, chance: 1 },
    { operation: "DeleteUserPoolDomain", domainStatus: "stuck", times: "always", chance: 0.01 },
  ];
  for (const fault of faults) {
    it(`reads the same as JSON: ${JSON.stringify(fault)}`, () => {
      assert.deepEqual(readFault(JSON.parse(JSON.stringify(fault))), fault);
    });
  }

  for (const [why, value, complaint] of [
    ["is nothing", undefined, /no fault: undefined\. It needs exactly one of error, drop, hang, garbage/],
    ["is null", null, /no fault: null\. It needs exactly one of/],
    ["is only a word", "drop", /no fault: "drop"\. It needs exactly one of/],
    ["does nothing", describing, /It needs exactly one of error, drop, hang, garbage, domainStatus\./],
    ["does two things", { ...describing, error, drop: "before" }, /It needs exactly one of/],
    ["is aimed at nothing", { drop: "before" }, /operation.*: /],
    [
      "is aimed at an unknown operation",
      { operation: "DescribeDomain", error },
      /operation.*: .*"DescribeUserPoolDomain"/,
    ],
    ["has a misspelt member", { ...describing, error, tims: 2 }, /"tims"/],
    [
      "has a misspelt member in its error",
      { ...describing, error: { ...error, text: "" } },
      /error.*: .*"text"/,
    ],
    ["has an error without a name", { ...describing, error: { status: 500 } }, /error\.name.*: /],
    ["has an error with an empty name", { ...describing, error: { name: "" } }, /error\.name.*: /],
    [
      "has an error with a success's status",
      { ...describing, error: { ...error, status: 200 } },
      /error\.status.*: /,
    ],
    [
      "has an error with a status above 599",
      { ...describing, error: { ...error, status: 600 } },
      /error\.status.*: /,
    ],
    ["befalls no call", { ...describing, error, times: 0 }, /times.*: /],
    [
      "befalls half a call",
      { ...describing, error, times: 1.5 },
      /times.*: is neither a whole number from 1 nor/,
    ],
    ["befalls calls for ever and ever", { ...describing, error, times: "ever" }, /times.*: .*"always"/],
    ["lets fewer than no calls pass", { ...describing, error, after: -1 }, /after.*: /],
    ["has no chance", { ...describing, error, chance: 0 }, /chance.*: /],
    ["is more than certain", { ...describing, error, chance: 2 }, /chance.*: /],
    ["names a domain by a number", { ...describing, error, domain: 7 }, /domain.*: /],
    ["drops at no known moment", { ...describing, drop: "during" }, /drop.*: .*"before"\|"after"/],
    ["hangs at no known moment", { ...describing, hang: true }, /hang.*: .*"before"\|"after"/],
    ["garbles at no known moment", { ...describing, garbage: "html" }, /garbage.*: .*"before"\|"after"/],
    [
      "ends domains well",
      { operation: "CreateUserPoolDomain", domainStatus: "ACTIVE" },
      /domainStatus.*: .*"FAILED"/,
    ],
    [
      "has a read end a domain",
      { ...describing, domainStatus: "stuck" },
      /operation.*: .*"DeleteUserPoolDomain"/,
    ],
    ["has any call end a domain", { operation: "*", domainStatus: "stuck" }, /operation.*: /],
  ] as const) {
    it(`is refused when it ${why}`, () => {
      assert.throws(() => readFault(value), { name: "TypeError", message: complaint });
    });
  }

  it("is quoted when it is refused, so that it is found in a list of them", () => {
    assert.throws(() => readFault({ ...describing, error, times: 0 }), {
      message:
        /no fault: {"operation":"DescribeUserPoolDomain","error":{"name":"TooManyRequestsException"},"times":0}\./,
    });
  });
});

describe("faults that wait for calls", () => {
  let faults: Faults;
  beforeEach(() => {
    faults = createFaults(1);
  });
  /** Which error each of so many calls meets, if any. */
  const metBy = (calls: number, operation: string = describing.operation, domain?: string) =>
    outcomes(faults, calls, operation, domain);

  it("befall one call unless told otherwise", () => {
    faults.inject({ ...describing, error });
    assert.deepEqual(metBy(3), [error.name, "", ""]);
  });

  it("befall as many calls as they are told", () => {
    faults.inject({ ...describing, error, times: 2 });
    assert.deepEqual(metBy(3), [error.name, error.name, ""]);
  });

  it("befall all calls for good when told so", () => {
    faults.inject({ ...describing, error, times: "always" });
    assert.deepEqual(new Set(metBy(1000)), new Set([error.name]));
  });

  it("let as many calls pass first as they are told", () => {
    faults.inject({ ...describing, error, after: 2, times: 2 });
    assert.deepEqual(metBy(5), ["", "", error.name, error.name, ""]);
  });

  it("count only calls that they are aimed at", () => {
    faults.inject({ ...describing, error, after: 1 });
    metBy(5, "UpdateUserPoolDomain");
    assert.deepEqual(metBy(2), ["", error.name]);
  });

  it("leave other operations alone", () => {
    faults.inject({ ...describing, error, times: "always" });
    assert.deepEqual(metBy(2, "CreateUserPoolDomain"), ["", ""]);
  });

  it("befall any operation when they are aimed at *", () => {
    faults.inject({ operation: "*", error, times: 3 });
    const operations = ["CreateUserPoolDomain", "ListUserPools", "GetCallerIdentity", "DeleteUserPool"];
    assert.deepEqual(
      operations.flatMap((operation) => metBy(1, operation)),
      [error.name, error.name, error.name, ""],
    );
  });

  it("befall only calls for their domain when they name one", () => {
    faults.inject({ operation: "*", domain: "shop", error });
    assert.deepEqual(
      [undefined, "cellar", "shop"].flatMap((domain) => metBy(1, describing.operation, domain)),
      ["", "", error.name],
    );
  });

  it("come in the order in which they were injected", () => {
    faults.inject({ ...describing, error });
    faults.inject({ ...describing, error: otherError });
    assert.deepEqual(metBy(3), [error.name, otherError.name, ""]);
  });

  it("come in that order whether they name the operation or any", () => {
    faults.inject({ operation: "*", error });
    faults.inject({ ...describing, error: otherError });
    assert.deepEqual(metBy(3), [error.name, otherError.name, ""]);
  });

  it("don't count the calls that an earlier one befalls", () => {
    faults.inject({ ...describing, error, times: 2 });
    faults.inject({ ...describing, after: 1, error: otherError });
    assert.deepEqual(metBy(5), [error.name, error.name, "", otherError.name, ""]);
  });

  it("count the calls that an earlier one lets pass", () => {
    faults.inject({ ...describing, after: 2, error });
    faults.inject({ ...describing, after: 1, error: otherError });
    assert.deepEqual(metBy(4), ["", otherError.name, error.name, ""]);
  });

  it("are named with how many calls they still befall", () => {
    const thrice: Fault = { ...describing, error, times: 3 };
    const always: Fault = { operation: "ListUserPools", drop: "before", times: "always" };
    faults.inject(thrice);
    faults.inject(always);
    metBy(1);
    assert.deepEqual(faults.waiting(), [
      { fault: thrice, left: 2 },
      { fault: always, left: "always" },
    ]);
  });

  it("are named no more once they are used up", () => {
    faults.inject({ ...describing, error });
    metBy(1);
    assert.deepEqual(faults.waiting(), []);
  });

  it("are gone once they are cleared", () => {
    faults.inject({ ...describing, error, times: "always" });
    faults.clear();
    assert.deepEqual([faults.waiting(), metBy(1)], [[], [""]]);
  });

  it("don't mind what becomes of the object that they were injected as", () => {
    const fault = { ...describing, error, times: 2 };
    faults.inject(fault);
    fault.times = 1;
    assert.deepEqual(metBy(2), [error.name, error.name]);
  });

  it("are left as they are by one that is refused", () => {
    faults.inject({ ...describing, error });
    assert.throws(() => faults.inject({ ...describing, error, times: 0 }));
    assert.deepEqual(faults.waiting(), [{ fault: { ...describing, error }, left: 1 }]);
  });
});

describe("faults with a chance", () => {
  const nowAndThen: Fault = { ...describing, error, times: "always", chance: 0.3 };
  const metWith = (randomSeed: number, fault: Fault = nowAndThen, calls = 100) => {
    const faults = createFaults(randomSeed);
    faults.inject(fault);
    return outcomes(faults, calls);
  };
  const share = (met: string[]) => met.filter((name) => name !== "").length / met.length;

  it("befall the same calls with the same seed", () => {
    assert.deepEqual(metWith(7), metWith(7));
  });

  it("befall other calls with another seed", () => {
    assert.notDeepEqual(metWith(7), metWith(8));
  });

  for (const chance of [0.05, 0.3, 0.9]) {
    it(`befall about the asked share of calls: ${chance}`, () => {
      const met = share(metWith(1, { ...nowAndThen, chance }, 1000));
      assert.ok(Math.abs(met - chance) < 0.05, `${met}`);
    });
  }

  it("befall every call when the chance is 1", () => {
    assert.equal(share(metWith(1, { ...nowAndThen, chance: 1 })), 1);
  });

  it("stop after as many calls as they are told", () => {
    const met = metWith(1, { ...nowAndThen, times: 4 });
    assert.equal(met.filter((name) => name === error.name).length, 4);
  });

  it("begin after as many calls as they are told", () => {
    const met = metWith(1, { ...nowAndThen, after: 50 });
    assert.deepEqual([share(met.slice(0, 50)), share(met.slice(50)) > 0], [0, true]);
  });

  it("leave a call that they spare to the next fault", () => {
    const faults = createFaults(1);
    faults.inject(nowAndThen);
    faults.inject({ ...describing, error: otherError, times: "always" });
    assert.deepEqual(new Set(outcomes(faults, 100)), new Set([error.name, otherError.name]));
  });
});

function outcomes(
  faults: Faults,
  calls: number,
  operation: string = describing.operation,
  domain?: string,
): string[] {
  return Array.from({ length: calls }, () => {
    const fault = faults.takeForCall(operation, domain);
    return fault && "error" in fault ? fault.error.name : "";
  });
}
