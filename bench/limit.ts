import { findEngine } from "../tools/engine/find-engine";
import { totalOf } from "./emulator/running";
import { openStage } from "./engine/stage";
import type { Part } from "./findings";

const domains = 1_000;
/** Of each domain: 1 Create and 1 Describe. */
const needed = 2 * domains;

/** A thousand creates through the real engine, where the service throttles whatever is above so many calls a second. */
export const limit: Part = async (tell) => {
  const engine = await findEngine();
  const rows: { limit: number; seconds: number; made: number; throttled: number }[] = [];
  for (const requestsPerSecond of [25, 10, 5]) {
    tell(`${domains} creates at ${requestsPerSecond} calls a second`);
    const stage = await openStage(engine, "ours", domains, { requestsPerSecond });
    try {
      const { seconds, calls, throttled } = await stage.run("create");
      rows.push({ limit: requestsPerSecond, seconds, made: totalOf(calls), throttled });
    } finally {
      await stage.close();
    }
  }
  return {
    title: "Under a limit",
    about: `${domains.toLocaleString("en-US")} domains created by one \`pulumi up\`, which fails if one of them does, on an embedded Cognito that takes so many calls a second and throttles the rest. ${needed.toLocaleString("en-US")} calls are needed.`,
    tables: [
      {
        caption: "Time and calls",
        columns: ["Calls a second", "Seconds", "÷ (needed ÷ limit)", "Calls made", "÷ needed", "Throttled"],
        rows: rows.map(({ limit, seconds, made, throttled }) => [
          limit,
          seconds,
          seconds / (needed / limit),
          made,
          made / needed,
          throttled,
        ]),
      },
    ],
    targets: rows.flatMap(({ limit, seconds, made }) => [
      {
        what: `time at ${limit} calls a second ÷ (calls needed ÷ limit)`,
        figure: seconds / (needed / limit),
        bound: { atMost: 1.15 },
      },
      { what: `calls made at ${limit} a second ÷ needed`, figure: made / needed, bound: { atMost: 1.1 } },
    ]),
  };
};
