import type { Manifest } from "./manifest";

/**
 * Why npm would refuse a release that GitHub's repository `owner/name` makes, or undefined: npm compares where the
 * provenance says that a package was built with the `repository` of its package.json. Of the forms that npm knows only
 * those are taken that packages with provenance are seen to have.
 */
export function repositoryProblem(
  { repository: named }: Pick<Manifest, "repository">,
  repository: string,
): string | undefined {
  const url = typeof named === "string" ? named : named?.url;
  const home = `https://github.com/${repository}`;
  if (url !== undefined && [home, `${home}.git`].includes(url.replace(/^git\+/, ""))) return undefined;
  const remedy = `If it is ${repository}, write: "repository": { "type": "git", "url": "git+${home}.git" }`;
  return url === undefined
    ? `package.json names no repository, and npm takes no provenance without. ${remedy}`
    : `package.json names the repository ${url}, and npm would refuse the provenance of a release from another. ${remedy}`;
}
