import type { DomainInputs } from "../../../provider/inputs";
import type { DomainKind } from "../../../provider/kind";
import { certificateArn } from "../support/domains";
import { boundaries, type Stop } from "../support/gate";

/** One domain that is in the middle of a step when the crash comes. */
export interface Cell {
  /** What the program calls it. */
  readonly name: string;
  readonly title: string;
  readonly stop: Stop;
  /** The domain whose step it is. */
  readonly of: DomainInputs;
  /** What the program says of it before the change and after; left out where it says nothing. */
  readonly before?: DomainInputs;
  readonly after?: DomainInputs;
}

/** What the engine does at the same time in one deployment; but deletes come after everything else. */
export interface Cells {
  readonly withoutDeletes: readonly Cell[];
  readonly onlyDeletes: readonly Cell[];
}

const otherCertificate: Partial<DomainInputs> = {
  customDomainConfig: { certificateArn: certificateArn("two") },
};
const managed: Partial<DomainInputs> = { managedLoginVersion: 2 };

/** Every step of domains of one kind, and what turns domains of the other into them. */
export function cellsOf(kind: DomainKind): Cells {
  const [one, other, more] =
    kind === "custom" ? [custom, prefix, otherCertificate] : [prefix, custom, managed];
  // The new domain takes the place of the old one on its pool, or its name.
  const deletingFirst: Replacement[] = [
    ["renamed", `a rename of a ${kind} domain`, (name) => samePool(one(`old-${name}`), one(name))],
    ["kept", `a move of a ${kind} domain to another pool, name kept`, (name) => sameName(one(name))],
  ];
  const creatingFirst: Replacement[] = [
    ["moved", `a move of a ${kind} domain, name and pool`, (name) => [one(`old-${name}`), one(name)]],
    ["turned", `a change to a ${kind} domain`, (name) => samePool(other(`old-${name}`), one(name))],
  ];
  return {
    withoutDeletes: [
      ...atEachBoundary(`${kind}-created`, `a create of a ${kind} domain`, (name) => creationOf(one(name))),
      ...atEachBoundary(`${kind}-updated`, `an update of a ${kind} domain`, (name) =>
        updateOf(one(name), more),
      ),
      ...deletingFirst.flatMap((replacement) => inItsDelete(replacement, kind)),
      ...[...deletingFirst, ...creatingFirst].flatMap((replacement) => inItsCreate(replacement, kind)),
    ],
    onlyDeletes: [
      ...atEachBoundary(`${kind}-deleted`, `a delete of a ${kind} domain`, (name) => deletionOf(one(name))),
      ...creatingFirst.flatMap((replacement) => inItsDelete(replacement, kind)),
    ],
  };
}

export function together(one: Cells, other: Cells): Cells {
  return {
    withoutDeletes: [...one.withoutDeletes, ...other.withoutDeletes],
    onlyDeletes: [...one.onlyDeletes, ...other.onlyDeletes],
  };
}

/** A replacement: from what, and to what. */
type Replacement = readonly [
  name: string,
  title: string,
  domains: (name: string) => readonly [before: DomainInputs, after: DomainInputs],
];

function inItsDelete([name, title, domains]: Replacement, kind: DomainKind): Cell[] {
  return atEachBoundary(`${kind}-${name}-in-delete`, `${title}, in its delete`, (cell) => {
    const [before, after] = domains(cell);
    return { step: "Delete", of: before, before, after };
  });
}

function inItsCreate([name, title, domains]: Replacement, kind: DomainKind): Cell[] {
  return atEachBoundary(`${kind}-${name}-in-create`, `${title}, in its create`, (cell) => {
    const [before, after] = domains(cell);
    return { step: "Create", of: after, before, after };
  });
}

interface Change extends Pick<Cell, "of" | "before" | "after"> {
  step: Stop["step"];
}

function creationOf(after: DomainInputs): Change {
  return { step: "Create", of: after, after };
}

function updateOf(before: DomainInputs, more: Partial<DomainInputs>): Change {
  const after = { ...before, ...more };
  return { step: "Update", of: after, before, after };
}

function deletionOf(before: DomainInputs): Change {
  return { step: "Delete", of: before, before };
}

function atEachBoundary(row: string, title: string, changeOf: (cell: string) => Change): Cell[] {
  return boundaries.map((boundary, index) => {
    const name = `${row}-${index + 1}`;
    const { step, ...change } = changeOf(name);
    const stop = { domain: change.of.domain, step, boundary };
    return { name, title: `${title}, ${boundary}`, stop, ...change };
  });
}

/** A prefix domain on a pool of its own. */
function prefix(name: string): DomainInputs {
  return { domain: name, userPoolId: `us-east-1_${name.replaceAll("-", "")}` };
}

/** A custom domain on a pool of its own. */
function custom(name: string): DomainInputs {
  const customDomainConfig = { certificateArn: certificateArn("one") };
  return { ...prefix(name), domain: `${name}.example.com`, customDomainConfig };
}

function samePool(before: DomainInputs, after: DomainInputs) {
  return [before, { ...after, userPoolId: before.userPoolId }] as const;
}

function sameName(before: DomainInputs) {
  return [before, { ...before, userPoolId: `${before.userPoolId}Next` }] as const;
}
