import type { PartRecord } from "../../bench/record";
import { measuredWhat } from "./benchmarks";

const tenants = 100_000;
/** Reads a second that the service takes of an account in one Region, and that a create takes which lasts 4 s. */
const [readsASecond, readsOfEach] = [20, 4];

/** How many domains are under way at once, in how many accounts × Regions. */
const sizes = [
  { underWay: 32, places: 1, what: "4 workers × 8: one account and Region at a time" },
  { underWay: 360, places: 10, what: "10 × 4 workers × 9, one account each: one Region at a time" },
  {
    underWay: 3_600,
    places: 100,
    what: "the most that the quotas take: 36 in each of 100 accounts × Regions",
  },
];

/** How long 100,000 tenants take by the quotas alone, and how many processors have to keep up with that. */
export async function fleetOnPaper(records: readonly PartRecord[]): Promise<string> {
  const { markdownTable } = await import("markdown-table");
  const record = records.find(({ part }) => part === "fleet");
  const [table] = record?.findings.tables ?? [];
  if (!record || !table) throw new Error("The fleet was never measured: npm run bench -- fleet");
  const { cores } = record.machine;
  // Such as "Where no domain takes any time: creating all of them".
  const [where = ""] = table.caption.split(":");
  const conditions = where.replace(/^W/, "w");
  const [workers, aMinute] = fastestOf(table);
  const ofProcessor = aMinute / cores;
  const cells = (seconds: number): string[] => {
    const rate = (tenants / seconds) * 60;
    return [shownTime(seconds), shown(rate), String(Math.ceil(rate / ofProcessor))];
  };
  const rows = sizes.map(({ underWay, places, what }) => [
    ...[shown(underWay), what],
    ...cells((tenants * readsOfEach) / (readsASecond * places)),
    ...cells((tenants / underWay) * 45),
  ]);
  return [
    `Processors have to keep up with that. \`examples/fleet\` made ${shown(aMinute)} domains a minute with ${workers} workers on ${cores} processors, ${conditions}, which is ${shown(ofProcessor)} for each processor; the embedded Cognito and the backend ran on the same ones (${measuredWhat(record)}). So many of them it takes at that speed:`,
    markdownTable(
      [
        [
          ...["Under way", "", "At 4 s each: the reads are the limit", "Domains a minute", "Processors"],
          ...["At 45 s each", "Domains a minute", "Processors"],
        ],
        ...rows,
      ],
      { align: ["r", "l", "r", "r", "r", "r", "r", "r"] },
    ),
  ].join("\n\n");
}

/** The row with most domains a minute: how many workers, and how many domains. */
function fastestOf({ columns, rows }: PartRecord["findings"]["tables"][number]): [number, number] {
  const column = (name: string): number => columns.indexOf(name);
  const figures = rows.map((row): [number, number] => [
    Number(row[column("Workers")]),
    Number(row[column("domains a minute")]),
  ]);
  return figures.reduce((fastest, row) => (row[1] > fastest[1] ? row : fastest));
}

function shownTime(seconds: number): string {
  const [figure, unit] = seconds >= 3600 ? [seconds / 3600, "hours"] : [seconds / 60, "minutes"];
  return `${shown(seconds)} s = **${figure.toPrecision(2)} ${unit}**`;
}

function shown(figure: number): string {
  return Math.round(figure).toLocaleString("en-US");
}
