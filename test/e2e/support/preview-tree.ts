import { blocksOf } from "../../support/markdown";
import type { ResourceSnapshot, Step } from "./events";

/**
 * The resources of the tree that a page shows of a preview, as Pulumi's CLI draws it in a terminal: each with its type
 * as it is shown, its name, and the name of its parent. @throws where the page has no such tree
 */
export function treeOn(markdown: string): string[] {
  const fence = blocksOf(markdown).find(({ type, content }) => type === "fence" && heading.test(content));
  if (!fence) throw new Error("The page shows no preview, which begins with: Type Name Plan");
  const [, ...rows] = fence.content.trimEnd().split("\n");
  const above: string[] = [];
  return rows.flatMap((row) => {
    const { branches = "", type = "", name = "" } = line.exec(row)?.groups ?? {};
    if (name === "") throw new Error(`This is no line of a preview in which everything is created: ${row}`);
    const depth = branches.length / 3;
    above[depth] = name;
    // Of the stack there is no step.
    return depth === 0 ? [] : [shown(type, name, above[depth - 1] ?? "")];
  });
}

const heading = /^ *Type +Name +Plan *\n/;
const line = /^ \+ {3}(?<branches>([│├└ ][─ ] )*)(?<type>\S+) +(?<name>\S+) +create$/;

/** The resources that a preview would create, in the same form. */
export function treeOf(steps: readonly Step[]): string[] {
  return steps.map(({ op, type, name, new: made }) => {
    if (op !== "create") throw new Error(`${name} is no create, but ${op}.`);
    return shown(displayName(type), name, parentOf(made));
  });
}

function shown(type: string, name: string, parent: string): string {
  return `${type} ${name}, under ${parent}`;
}

function parentOf(made: ResourceSnapshot | undefined): string {
  return made?.parent?.split("::").at(-1) ?? "nothing";
}

/** As the CLI shortens a type: `aws:acm/certificate:Certificate` is `aws:acm:Certificate`. */
function displayName(type: string): string {
  const [, module = "", file = "", name = ""] = /^(.+)\/([^/:]+):(\w+)$/.exec(type) ?? [];
  const isFileOfName = name !== "" && file === `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  return isFileOfName ? `${module}:${name}` : type;
}
