import assert from "node:assert/strict";
import { type Counts, type Failure, nothing, type Outcome } from "../../../../examples/fleet/protocol";
import { isAllDone, type Result, summaryOf } from "../../../../examples/fleet/summary";
import { causeOf } from "../../../../examples/fleet/watch";

const done: Result = {
  stack: "shard-1",
  tenants: 3,
  outcome: { kind: "done", counts: { ...nothing, create: 2, same: 1 } },
};

function failed(stack: string, ...failures: [tenant: string, cause: string][]): Result {
  return {
    stack,
    tenants: 5,
    outcome: {
      kind: "failed",
      counts: { ...nothing, create: 1 },
      failures: failures.map(([tenant, cause]) => ({ tenant, cause, message: cause })),
    },
  };
}

describe("the summary of a run", () => {
  it("is two lines where all went well", () => {
    assert.equal(
      summaryOf([done], "up", 12.4),
      "up: 3 tenants in 1 shard, 12 s\n  2 created, 0 updated, 0 replaced, 0 deleted, 1 unchanged",
    );
    assert.ok(isAllDone([done]));
  });

  it("has failures by their cause, the most frequent first, with an example and the command for its shard", () => {
    const results = [failed("shard-2", ["a", "No."], ["b", "Never."]), failed("shard-3", ["c", "Never."])];
    const [head, first, second] = summaryOf([done, ...results], "up", 1).split("\n\n");
    assert.match(head ?? "", /not done: 3, in 2 shards$/);
    assert.equal(
      first,
      "2 × Never.\n    such as b, in shard-2\n    again, this shard alone: fleet up --shard shard-2",
    );
    assert.match(second ?? "", /^1 × No\.\n {4}such as a, in shard-2/);
    assert.ok(!isAllDone(results));
  });

  it("counts of a shard that was stopped only those that are left", () => {
    const outcome = { kind: "stopped", counts: { ...nothing, create: 3, same: 1 }, failures: [] } as const;
    assert.match(summaryOf([{ stack: "shard-4", tenants: 7, outcome }], "up", 1), /^3 × Stopped/m);
  });

  it("counts of a shard whose destroy was stopped only those that are still there", () => {
    const outcome = { kind: "stopped", counts: { ...nothing, delete: 4 }, failures: [] } as const;
    assert.match(summaryOf([{ stack: "shard-4", tenants: 7, outcome }], "destroy", 1), /^3 × Stopped/m);
  });

  it("keeps what had failed in a shard before it was stopped, and counts each tenant once", () => {
    const { outcome } = failed("shard-4", ["a", "No."]);
    assert.ok(outcome.kind === "failed");
    const text = summaryOf(
      [{ stack: "shard-4", tenants: 7, outcome: { ...outcome, kind: "stopped" } }],
      "up",
      1,
    );
    assert.match(text, /not done: 6, in 1 shard$/m);
    assert.match(text, /^5 × Stopped before its end\.$/m);
    assert.match(text, /^1 × No\.\n {4}such as a, in shard-4$/m);
  });

  describe("of shards that failed as a whole", () => {
    const away = (stack: string, counts: Partial<Counts>, ...more: Failure[]): Result => ({
      stack,
      tenants: 5,
      outcome: {
        kind: "failed",
        counts: { ...nothing, ...counts },
        failures: [...more, { message: `No ${stack}.`, cause: "No …." }],
      },
    });

    it("has one cause for all, with those of their tenants that are left", () => {
      const text = summaryOf([away("shard-1", {}), away("shard-2", { create: 2 })], "up", 1);
      assert.match(text, /not done: 8, in 2 shards\n\n8 × No …\.\n {4}such as shard-1: No shard-1\.\n/);
    });

    it("has the shard's failure beside those of its tenants, also where no other tenant is left", () => {
      const tenant: Failure = { tenant: "a", message: "Never.", cause: "Never." };
      const text = summaryOf([away("shard-1", { create: 4 }, tenant)], "up", 1);
      assert.match(text, /not done: 1, in 1 shard$/m);
      assert.match(text, /^1 × Never\.$/m);
      assert.match(text, /^No …\.\n {4}such as shard-1: No shard-1\.$/m);
    });

    it("says nothing twice", () => {
      const why = "The stack is away.";
      const outcome: Outcome = { kind: "failed", counts: nothing, failures: [{ message: why, cause: why }] };
      const text = summaryOf([{ stack: "shard-1", tenants: 5, outcome }], "up", 1);
      assert.equal(text.split(why).length, 2, text);
    });
  });

  it("says of a shard that others hold how to break its lock", () => {
    const why = "It is locked by root@elsewhere (pid 12).";
    const locked: Result = {
      stack: "shard-4",
      tenants: 7,
      outcome: { kind: "locked", counts: nothing, why },
    };
    assert.match(
      summaryOf([locked], "up", 1),
      /7 × It is locked by root@elsewhere .*\n.*\n.*pulumi cancel --yes shard-4/,
    );
  });

  it("says of a stack that others are making what else is to be done", () => {
    const outcome = { kind: "locked", counts: nothing, why: "Made.", remedy: "delete its lock" } as const;
    const text = summaryOf([{ stack: "shard-4", tenants: 7, outcome }], "up", 1);
    assert.match(text, /if that process is no more: delete its lock, and then the same again/);
    assert.doesNotMatch(text, /pulumi cancel/);
  });
});

describe("the cause of a failure", () => {
  const message = (name: string) =>
    `Creating the domain ${name} on user pool us-east-1_${name} in us-east-1 failed: No. See https://${name}.auth.us-east-1.amazoncognito.com. (CreateUserPoolDomain, InvalidParameterException, request d48ec1f6-6f57-fdb8-3323-135187b930ec)`;

  it("is the same for tenants that failed for one reason", () => {
    assert.equal(causeOf(message("x"), ["x", "us-east-1_x"]), causeOf(message("y"), ["y", "us-east-1_y"]));
  });

  it("keeps the exception's name, and drops the request's id", () => {
    assert.match(
      causeOf(message("x"), ["x", "us-east-1_x"]),
      /\(CreateUserPoolDomain, InvalidParameterException\)$/,
    );
  });

  it("leaves words alone that only begin like a tenant's", () => {
    assert.equal(causeOf("a and another", ["a"]), "… and another");
  });
});
