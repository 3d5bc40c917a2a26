import assert from "node:assert/strict";
import { holdersIn } from "../../../../examples/fleet/locks";

describe("an error of the CLI", () => {
  it("names who holds the lock, once each", () => {
    const message = [
      "error: the stack is currently locked by 2 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.",
      "  postgres://****:****@127.0.0.1/.pulumi/locks/organization/cognito-fleet/shard-1/a.json: created by root@build-7 (pid 12) at 2026-11-26T20:44:41Z",
      "  postgres://****:****@127.0.0.1/.pulumi/locks/organization/cognito-fleet/shard-1/b.json: created by ann@laptop.local (pid 3456) at 2026-11-26T20:44:42Z",
    ].join("\n");
    assert.deepEqual(holdersIn(`${message}\n${message}`), [
      { user: "root", host: "build-7", pid: 12 },
      { user: "ann", host: "laptop.local", pid: 3456 },
    ]);
  });

  it("names nobody where the backend doesn't, such as Pulumi Cloud", () => {
    assert.deepEqual(holdersIn("error: [409] Conflict: Another update is currently in progress."), []);
  });

  it("is none about a lock otherwise", () => {
    assert.equal(holdersIn("error: update failed"), undefined);
  });
});
