/** The parts of `urn:pulumi:<stack>::<project>::<types of the parents>$<type>::<name>`. A name may hold `::` itself. */
export function partsOf(urn: string): { stack: string; project: string; types: string; name: string } {
  const [start = "", project = "", types = "", ...name] = urn.split("::");
  return { stack: start.replace(/^urn:pulumi:/, ""), project, types, name: name.join("::") };
}

export function urnOf({ stack, project, types, name }: ReturnType<typeof partsOf>): string {
  return `urn:pulumi:${stack}::${project}::${types}::${name}`;
}

/** What the name and the last type say to a person: `pool (aws:cognito/userPool:UserPool)`. */
export function shownUrn(urn: string): string {
  const { types, name } = partsOf(urn);
  return `${name} (${types.split("$").at(-1)})`;
}

export function isStack(urn: string): boolean {
  return partsOf(urn).types === "pulumi:pulumi:Stack";
}
