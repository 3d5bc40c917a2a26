import assert from "node:assert/strict";
import { deletesIn, requireFewDeletes } from "../../../../examples/fleet/deletes";
import { rosterOf } from "../../../../examples/fleet/roster";
import { held, shard, tenant } from "./builders";

describe("the deletes of an up", () => {
  const fleet = ["a", "b", "c", "d"].map(tenant);
  const states = [shard("shard-1", ...fleet.map(held))];
  const lists = {
    whole: fleet,
    cutOff: fleet.slice(2),
    ofStaging: fleet.map((one) => ({ ...one, pool: `${one.pool}S`, domain: `${one.domain}-staging` })),
  };
  const look = (list: keyof typeof lists, most: number) =>
    requireFewDeletes(deletesIn(states, rosterOf(lists[list], 1)), most);

  it("are none where the list is the states'", () => look("whole", 0));

  it("may be as many as is said", () => look("cutOff", 2));

  it("are refused where the list was cut off", () => {
    assert.throws(
      () => look("cutOff", 1),
      /^Error: 2 domains would be deleted, more than the 1 that may be: 2 whose tenants the list has no more, such as a \(a-sign-in\), b \(b-sign-in\)\. If that is meant: --deletes 2\.$/,
    );
  });

  it("are refused where the list has the same tenants with other domains, as that of another fleet", () => {
    assert.throws(() => look("ofStaging", 3), /4 whose tenants the list gives another domain or pool/);
  });

  it("are counted together", () => {
    const [, second] = fleet as [(typeof fleet)[0], (typeof fleet)[0]];
    const changed = [{ ...second, domain: "other" }, ...fleet.slice(2)];
    assert.throws(
      () => requireFewDeletes(deletesIn(states, rosterOf(changed, 1)), 1),
      /2 domains .*: 1 whose tenants the list has no more, such as a .*, and 1 whose .*such as b/,
    );
  });
});
