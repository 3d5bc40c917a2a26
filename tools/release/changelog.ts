/**
 * What the changelog says of a version, without its heading: the notes of its release.
 *
 * @throws Error when it says nothing of it
 */
export function notesOn(version: string, changelog: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((section) => section.split("\n", 1)[0]?.trim() === version);
  const notes = section?.slice(section.indexOf("\n")).trim();
  if (!notes) throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return notes;
}
