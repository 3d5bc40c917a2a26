import { type Changeset, nextVersion } from "./changesets";
import type { Tarball } from "./tarball";

/** What the steps of a release have left behind. */
export interface Outcome {
  /** What there was to be released, and since which version. */
  readonly changesets: readonly Changeset[];
  readonly versionBefore: string;
  /** The versions that package.json and package-lock.json have now. */
  readonly version: string;
  readonly lockedVersions: readonly (string | undefined)[];
  /** The changesets that are still there. */
  readonly remaining: readonly Changeset[];
  /** What the release will say. */
  readonly notes: string;
  readonly tarball: Tarball;
}

/** Why what came of the steps must not be published, sentence by sentence; none when it may. */
export function shortcomingsOf({
  changesets,
  versionBefore,
  version,
  lockedVersions,
  remaining,
  notes,
  tarball,
}: Outcome): string[] {
  const expected = nextVersion(versionBefore, changesets);
  const manifest = manifestIn(tarball);
  return [
    ...(version === expected
      ? []
      : [`The version is ${version}, and should be ${expected} after ${versionBefore}.`]),
    ...lockedVersions
      .filter((locked) => locked !== version)
      .map((locked) => `package-lock.json has the version ${locked}, and package.json ${version}.`),
    ...remaining.map(({ id }) => `.changeset/${id}.md is still there, and would be released again.`),
    ...changesets
      .filter(({ summary }) => !words(notes).includes(words(summary)))
      .map(({ id }) => `The notes lack what .changeset/${id}.md says.`),
    ...(manifest["version"] === version
      ? []
      : [`The tarball has the version ${String(manifest["version"])}.`]),
    ...filesFor(manifest)
      .filter((file) => !isIn(tarball, file))
      .map((file) => `The tarball lacks ${file}.`),
    ...(words(tarball.files.get("CHANGELOG.md") ?? "").includes(words(notes))
      ? []
      : ["The tarball's changelog lacks the notes."]),
  ];
}

function manifestIn({ files }: Tarball): Record<string, unknown> {
  return JSON.parse(files.get("package.json") ?? "{}");
}

/** What must be in the tarball: what package.json leads to, what it lists, and what every reader looks for. */
function filesFor({ main, types, bin, exports, typesVersions, files }: Record<string, unknown>): string[] {
  const listed = textsIn(files).filter((pattern) => !pattern.startsWith("!"));
  const reached = [main, types, bin, exports, typesVersions].flatMap(textsIn);
  const all = [...reached, ...listed, "README.md", "LICENSE", "CHANGELOG.md"];
  return [...new Set(all.map((file) => file.replace(/^\.\//, "")))];
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function isIn({ files }: Tarball, fileOrFolder: string): boolean {
  return [...files.keys()].some((file) => file === fileOrFolder || file.startsWith(`${fileOrFolder}/`));
}

/** Changesets indents what it puts into a list. */
function words(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(" ");
}
