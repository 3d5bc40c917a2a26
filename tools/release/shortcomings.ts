import { gt } from "semver";
import type { Tarball } from "./tarball";

/** What the steps of a release have left behind. */
export interface Outcome {
  readonly versionBefore: string;
  /** The versions that package.json and package-lock.json have now. */
  readonly version: string;
  readonly lockedVersions: readonly (string | undefined)[];
  /** What `due` has told the steps after it. */
  readonly due: string;
  /** The files of the changesets that are still there. */
  readonly remaining: readonly string[];
  /** What the release will say. */
  readonly notes: string;
  readonly tarball: Tarball;
}

/** Why what came of the steps must not be published, sentence by sentence; none when it may. */
export function shortcomingsOf(outcome: Outcome): string[] {
  const { versionBefore, version, lockedVersions, due, remaining, notes, tarball } = outcome;
  const packed = JSON.parse(tarball.files.get("package.json") ?? "{}") as { version?: string };
  const changelog = tarball.files.get("CHANGELOG.md") ?? "";
  return [
    ...(gt(version, versionBefore) ? [] : [`The version is ${version}, after ${versionBefore}.`]),
    ...lockedVersions
      .filter((locked) => locked !== version)
      .map((locked) => `package-lock.json has the version ${locked}, and package.json ${version}.`),
    ...(due === `version=${version}\ndue=true\n` ? [] : [`The release isn't due: ${due.trim()}`]),
    ...remaining.map((file) => `.changeset/${file} is still there, and would be released again.`),
    ...(packed.version === version ? [] : [`The tarball has the version ${packed.version}.`]),
    ...(changelog.includes(notes.trim()) ? [] : ["The tarball's changelog lacks the notes."]),
  ];
}
