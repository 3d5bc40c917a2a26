import type { DomainInputs } from "../../../provider/inputs";
import { certificateArn } from "../support/domains";
import { type Boundary, boundaries, type Stop } from "../support/gate";

/** One domain that is in the middle of a step when the crash comes. */
export interface Cell {
  /** What the program calls it. */
  readonly name: string;
  readonly title: string;
  readonly stop: Stop;
  /** What the program says of it before the change and after; left out where it says nothing. */
  readonly before?: DomainInputs;
  readonly after?: DomainInputs;
}

/** The cells of one kind of step, one for each boundary. */
type Row = readonly Cell[];

const creates = atEachBoundary("created", "a create", (name) => {
  const after = domain(name, "one");
  return { step: "Create", of: after, after };
});

const updates = atEachBoundary("updated", "an update", (name) => {
  const before = domain(name, "one");
  const after = { ...before, customDomainConfig: { certificateArn: certificateArn("two") } };
  return { step: "Update", of: after, before, after };
});

const firstDeletes = atEachBoundary("cleared", "a replacement that deletes first, in its delete", (name) => {
  const before = domain(`old-${name}`, "one");
  const after = { ...before, domain: domain(name, "one").domain };
  return { step: "Delete", of: before, before, after };
});

const thenCreates = atEachBoundary("replaced", "a replacement that deletes first, in its create", (name) => {
  const before = domain(`old-${name}`, "one");
  const after = { ...before, domain: domain(name, "one").domain };
  return { step: "Create", of: after, before, after };
});

const firstCreates = atEachBoundary("moving", "a replacement that creates first, in its create", (name) => {
  const before = domain(`old-${name}`, "one");
  const after = domain(name, "one");
  return { step: "Create", of: after, before, after };
});

const thenDeletes = atEachBoundary("moved", "a replacement that creates first, in its delete", (name) => {
  const before = domain(`old-${name}`, "one");
  const after = domain(name, "one");
  return { step: "Delete", of: before, before, after };
});

const deletes = atEachBoundary("deleted", "a delete", (name) => {
  const before = domain(name, "one");
  return { step: "Delete", of: before, before };
});

/** What the engine does at the same time in one deployment; but deletes come after everything else. */
export const withoutDeletes: Row = [...creates, ...updates, ...firstDeletes, ...thenCreates, ...firstCreates];
export const onlyDeletes: Row = [...deletes, ...thenDeletes];

/** Every user pool that the cells' domains are on. */
export const userPoolIds: readonly string[] = [
  ...new Set(
    [...withoutDeletes, ...onlyDeletes].flatMap(({ before, after }) =>
      [before, after].flatMap((inputs) => inputs?.userPoolId ?? []),
    ),
  ),
];

interface Change extends Pick<Cell, "before" | "after"> {
  step: Stop["step"];
  /** The domain whose step it is. */
  of: DomainInputs;
}

function atEachBoundary(kind: string, title: string, changeOf: (name: string) => Change): Row {
  return boundaries.map((boundary: Boundary, index) => {
    const name = `${kind}-${index + 1}`;
    const { step, of, ...change } = changeOf(name);
    return { name, title: `${title}, ${boundary}`, stop: { domain: of.domain, step, boundary }, ...change };
  });
}

/** A custom domain on a pool of its own. */
function domain(name: string, certificate: string): DomainInputs {
  return {
    domain: `${name}.example.com`,
    userPoolId: `us-east-1_${name.replaceAll("-", "")}`,
    customDomainConfig: { certificateArn: certificateArn(certificate) },
  };
}
