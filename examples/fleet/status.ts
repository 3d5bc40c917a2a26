import type { LocalWorkspace } from "@pulumi/pulumi/automation";
import { readLayout } from "./layout";
import { compare, rosterOf } from "./roster";
import { readShards } from "./shard-states";
import type { Tenant } from "./tenants";

/** What the states hold of the fleet, a line for each shard. Nothing is called but the backend. */
export async function statusOf(
  workspace: LocalWorkspace,
  tenants: readonly Tenant[],
  workers: number,
): Promise<string> {
  const layout = await readLayout(workspace);
  if (!layout) return "There is no fleet on this backend yet.";
  const count = layout.next ?? layout.shards;
  const roster = rosterOf(tenants, count);
  const lines = (await readShards(workspace, layout.most, workers)).map((state) => {
    const { due, leaving, replaced, misplaced, handedOver } = compare(state, state.stack, roster);
    const parts = [
      [due.length, "due"],
      [leaving.length + state.condemned.length, "to be deleted"],
      [replaced.length, "to be replaced"],
      [misplaced.length, "to be moved"],
      [handedOver.length, "given to another tenant"],
    ] as const;
    const open = parts.flatMap(([number, what]) => (number > 0 ? `${number} ${what}` : []));
    if (state.isInterrupted) open.push("a run was ended in the middle of it");
    const wanted = roster.tenantsOf(state.stack).length;
    return `${state.stack}: ${state.domains.length} of ${wanted} tenants; ${open.join(", ") || "done"}`;
  });
  const heading =
    layout.next === undefined
      ? `${tenants.length} tenants in ${count} shards`
      : `${tenants.length} tenants, being moved from ${layout.shards} shards to ${count}: finish that with fleet reshard --shards ${count}`;
  return [heading, ...lines.map((line) => `  ${line}`)].join("\n");
}
