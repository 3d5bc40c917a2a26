import { findingsAsMarkdown } from "../../bench/markdown";
import type { Commit, PartRecord } from "../../bench/record";

/** What was measured last, part by part, with the machine and the versions. */
export async function benchmarksAsMarkdown(records: readonly PartRecord[]): Promise<string> {
  const parts = await Promise.all(
    records.map(async (record) =>
      [await findingsAsMarkdown(record.findings), whereAndWhen(record)].join("\n\n"),
    ),
  );
  return parts.join("\n\n");
}

function whereAndWhen(record: PartRecord): string {
  const { cpu, cores, memoryGB, os } = record.machine;
  const named = Object.entries(record.versions).map(([name, version]) => `${name} ${version}`);
  return `${measuredWhat(record)}: ${cores} cores of an ${cpu}, ${memoryGB} GB, ${os}; ${named.join(", ")}.`;
}

/** By which command, when, and of which state of the repository. */
export function measuredWhat({ part, measuredOn, commit }: PartRecord): string {
  return `\`npm run bench -- ${part}\` on ${measuredOn}, ${shownCommit(commit)}`;
}

function shownCommit(commit: Commit | undefined): string {
  if (!commit) return "commit not recorded";
  return `commit ${commit.id.slice(0, 12)}${commit.isDirty ? " with changes that weren't committed" : ""}`;
}
