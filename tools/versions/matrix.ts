import { maxSatisfying, minVersion } from "semver";
import type { Cell } from "./cell";

/** The versions of each thing from which cells are put together. */
export type Axes = { readonly [K in keyof Cell]: readonly string[] };

/** One thing: the range of versions that package.json claims, and what npm has of it. */
export interface Published {
  readonly range: string;
  readonly versions: readonly string[];
}

/** Node.js by its lines that are maintained; a newer one than these is met as the newest. */
const usual: Axes = {
  node: ["floor", "22", "24", "newest"],
  pulumi: ["floor", "newest"],
  sdk: ["floor", "newest"],
};

/**
 * The versions to test with: those that somebody chose, otherwise the usual ones.
 *
 * @throws Error that names what isn't published
 */
export function axesOf(
  published: { readonly [K in keyof Cell]: Published },
  chosen: { readonly [K in keyof Cell]?: string },
): Axes {
  const axis = (name: keyof Cell): string[] => {
    const asked = chosen[name] === undefined ? usual[name] : [chosen[name]];
    return [...new Set(asked.map((version) => resolve(name, version, published[name])))];
  };
  return { node: axis("node"), pulumi: axis("pulumi"), sdk: axis("sdk") };
}

/** Every combination. */
export function allCells({ node, pulumi, sdk }: Axes): Cell[] {
  return node.flatMap((node) => pulumi.flatMap((pulumi) => sdk.map((sdk) => ({ node, pulumi, sdk }))));
}

/** The fewest cells with every version of Node.js, and with every pair of the libraries, which meet in one process. */
export function someCells({ node, pulumi, sdk }: Axes): Cell[] {
  const pairs = pulumi.flatMap((pulumi) => sdk.map((sdk) => ({ pulumi, sdk })));
  return Array.from({ length: Math.max(node.length, pairs.length) }, (_, index) => ({
    node: node[index % node.length] as string,
    ...(pairs[index % pairs.length] as (typeof pairs)[number]),
  }));
}

function resolve(name: keyof Cell, asked: string, { range, versions }: Published): string {
  const found =
    asked === "floor"
      ? minVersion(range)?.version
      : maxSatisfying(versions, asked === "newest" ? range : asked);
  if (found && versions.includes(found)) return found;
  throw new Error(
    `--${name} ${asked}: npm has no such version. Give floor, newest, a version, or a range such as ${range}.`,
  );
}
