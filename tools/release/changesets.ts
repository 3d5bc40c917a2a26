import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { inc, type ReleaseType } from "semver";
import { parse } from "yaml";

/** What users should know of a change, as `npm run changeset` writes it. */
export interface Changeset {
  readonly id: string;
  /** How the version goes up with it. */
  readonly bump: Bump;
  /** Markdown. */
  readonly summary: string;
}

type Bump = Extract<ReleaseType, "major" | "minor" | "patch">;

const bumps: readonly Bump[] = ["major", "minor", "patch"];

/** The changesets that wait for a release of the package in a folder. */
export async function waitingChangesets(folder: string, packageName: string): Promise<Changeset[]> {
  const files = await readdir(path.join(folder, ".changeset"));
  const ids = files.filter((file) => file.endsWith(".md") && file !== "README.md").sort();
  return Promise.all(
    ids.map(async (file) => {
      const text = await readFile(path.join(folder, ".changeset", file), "utf8");
      return changesetIn(text, path.basename(file, ".md"), packageName);
    }),
  );
}

/** @throws Error for what is no changeset of the package */
export function changesetIn(text: string, id: string, packageName: string): Changeset {
  const [, front, summary = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text.replaceAll("\r\n", "\n")) ?? [];
  const releases = (front === undefined ? undefined : parse(front)) as
    | Record<string, unknown>
    | null
    | undefined;
  const bump = bumps.find((bump) => bump === releases?.[packageName]);
  if (!bump)
    throw new Error(
      `.changeset/${id}.md doesn't say whether it is a major, minor or patch change of ${packageName}.`,
    );
  return { id, bump, summary: summary.trim() };
}

/** The version that comes after one, with these changes. */
export function nextVersion(version: string, changesets: readonly Changeset[]): string {
  const bump = bumps.find((bump) => changesets.some((changeset) => changeset.bump === bump));
  return (bump && inc(version, bump)) ?? version;
}
