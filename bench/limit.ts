import { findEngine } from "../tools/engine/find-engine";
import { totalOf } from "./emulator/running";
import { openStage } from "./engine/stage";
import type { Part, Target } from "./findings";

const domains = 1_000;
/** Of each domain: 1 Create and 1 Describe. */
const needed = 2 * domains;
/** Of what the limit allows. */
const longest = 1.15;

/** What one `pulumi up` took for all of them. */
interface Created {
  readonly seconds: number;
  readonly made: number;
  readonly throttled: number;
}

/** A thousand creates through the real engine, where the service throttles whatever is above so many calls a second. */
export const limit: Part = async (tell) => {
  const rows: { limit: number; ours: Created; floor: Created }[] = [];
  for (const limit of [25, 10, 5]) {
    tell(`${domains} creates at ${limit} calls a second`);
    const ours = await create("ours", limit);
    tell(`the floor at ${limit} calls a second`);
    rows.push({ limit, ours, floor: await create("floor", limit) });
  }
  const toLeast = (limit: number, { seconds }: Created): number => seconds / (needed / limit);
  return {
    title: "Under a limit",
    about: `${domains.toLocaleString("en-US")} domains created by one \`pulumi up\`, which fails if one of them does, on an embedded Cognito that takes so many calls a second and throttles the rest. ${needed.toLocaleString("en-US")} calls are needed. Beside it, what the engine takes even so: a *floor* that calls nothing, is told the limit, and waits no longer than it must.`,
    tables: [
      {
        caption: "Time and calls",
        columns: [
          ...["Calls a second", "Seconds", "÷ (needed ÷ limit)", "Floor, ÷ (needed ÷ limit)", "Ours ÷ floor"],
          ...["Calls made", "÷ needed", "Throttled"],
        ],
        rows: rows.map(({ limit, ours, floor }) => [
          limit,
          ours.seconds,
          toLeast(limit, ours),
          toLeast(limit, floor),
          ours.seconds / floor.seconds,
          ours.made,
          ours.made / needed,
          ours.throttled,
        ]),
      },
    ],
    targets: rows.flatMap(({ limit, ours, floor }): Target[] => [
      {
        what: `time at ${limit} calls a second ÷ (calls needed ÷ limit)`,
        figure: toLeast(limit, ours),
        bound: { atMost: longest },
        ...(toLeast(limit, floor) > longest && {
          outOfReach: `the floor's is ${toLeast(limit, floor).toFixed(2)}`,
        }),
      },
      {
        what: `time at ${limit} calls a second, ours ÷ floor`,
        figure: ours.seconds / floor.seconds,
        bound: { atMost: longest },
      },
      {
        what: `calls made at ${limit} a second ÷ needed`,
        figure: ours.made / needed,
        bound: { atMost: 1.1 },
      },
    ]),
  };
};

async function create(subject: "ours" | "floor", requestsPerSecond: number): Promise<Created> {
  const stage = await openStage(await findEngine(), subject, domains, { requestsPerSecond });
  try {
    const { seconds, calls, throttled } = await stage.run("create", {
      BENCH_FLOOR_CALLS_PER_SECOND: String(requestsPerSecond),
    });
    return { seconds, made: totalOf(calls), throttled };
  } finally {
    await stage.close();
  }
}
