import type { Findings, Table, Target } from "./findings";
import { isMet, rounded } from "./findings";

/** Findings as a section of Markdown; it is what the terminal shows as well. */
export async function findingsAsMarkdown({ title, about, tables, targets }: Findings): Promise<string> {
  const blocks = [`## ${title}`, about];
  for (const table of tables) {
    blocks.push(`**${table.caption}**`);
    if (table.note !== undefined) blocks.push(table.note);
    blocks.push(await tableAsMarkdown(table));
  }
  if (targets.length > 0) blocks.push("**Targets**", await tableAsMarkdown(targetTable(targets)));
  return blocks.join("\n\n");
}

async function tableAsMarkdown({ columns, rows }: Pick<Table, "columns" | "rows">): Promise<string> {
  const { markdownTable } = await import("markdown-table");
  const isNumber = columns.map((_name, index) => rows.every((row) => typeof row[index] === "number"));
  return markdownTable([columns, ...rows.map((row) => row.map(shown))] as string[][], {
    align: isNumber.map((right) => (right ? "right" : "left")),
  });
}

function targetTable(targets: readonly Target[]): Pick<Table, "columns" | "rows"> {
  return {
    columns: ["Figure", "Target", "Measured", ""],
    rows: targets.map((target) => [
      target.what,
      "atMost" in target.bound
        ? `at most ${shown(target.bound.atMost)}`
        : `at least ${shown(target.bound.atLeast)}`,
      shown(target.figure),
      verdict(target),
    ]),
  };
}

function verdict(target: Target): string {
  if (isMet(target)) return "met";
  return target.outOfReach === undefined ? "**missed**" : `**missed**: ${target.outOfReach}`;
}

function shown(cell: string | number): string {
  return typeof cell === "string" ? cell : rounded(cell).toLocaleString("en-US");
}
