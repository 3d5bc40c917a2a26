import type { PartRecord } from "../../bench/record";

const domains = 500;
const subjects = ["Ours", "Floor", "Textbook"] as const;

/** The wall time of each command with 500 domains, as a picture (SVG). */
export async function enginePlot(records: readonly PartRecord[]): Promise<string> {
  const [Plot, { Window }] = await Promise.all([import("@observablehq/plot"), import("happy-dom")]);
  const bars = barsOf(records);
  const svg = Plot.plot({
    document: new Window().document as never,
    width: 760,
    height: 380,
    marginLeft: 80,
    marginRight: 100,
    className: "plot",
    style: { background: "white", color: "black" },
    x: { label: `seconds with ${domains} domains`, grid: true },
    y: { axis: null, domain: subjects },
    fy: { label: null, domain: [...new Set(bars.map(({ command }) => command))] },
    color: { legend: false, domain: subjects, range: ["#1f77b4", "#9aa5b1", "#e08a3c"] },
    marks: [
      Plot.barX(bars, { x: "seconds", y: "subject", fy: "command", fill: "subject" }),
      Plot.text(bars, {
        x: "seconds",
        y: "subject",
        fy: "command",
        text: ({ subject, seconds }: Bar) => `${subject.toLowerCase()}, ${seconds.toFixed(1)}`,
        textAnchor: "start",
        dx: 4,
      }),
    ],
  });
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const title = `<title>Seconds of each command with ${domains} domains, beside the floor and the textbook</title>`;
  return `${svg.outerHTML.replace(">", `>${title}`)}\n`;
}

interface Bar {
  readonly command: string;
  readonly subject: (typeof subjects)[number];
  readonly seconds: number;
}

function barsOf(records: readonly PartRecord[]): Bar[] {
  const [times] = records.find(({ part }) => part === "engine")?.findings.tables ?? [];
  if (!times) throw new Error("Nothing was measured through the engine: npm run bench -- engine");
  const column = (name: string): number => times.columns.indexOf(name);
  return times.rows
    .filter((row) => row[column("Domains")] === domains)
    .flatMap((row) =>
      subjects.map((subject) => ({
        command: String(row[column("Command")]),
        subject,
        seconds: Number(row[column(subject)]),
      })),
    );
}
