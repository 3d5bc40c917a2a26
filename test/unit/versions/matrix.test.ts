import assert from "node:assert/strict";
import { type Cell, cellIn, variablesOf } from "../../../tools/versions/cell";
import { type Axes, allCells, axesOf, someCells } from "../../../tools/versions/matrix";

const published = {
  node: {
    range: "^20.17.0 || >=22.9.0",
    versions: ["18.20.8", "20.17.0", "20.20.2", "22.9.0", "22.23.3", "24.21.0", "25.0.0", "26.10.0"],
  },
  pulumi: { range: "^3.229.0", versions: ["3.228.0", "3.229.0", "3.270.0", "3.271.0-beta.1", "4.0.0"] },
  sdk: { range: "^3.1072.0", versions: ["3.999.0", "3.1072.0", "3.1169.0"] },
};
const usual: Axes = {
  node: ["20.17.0", "22.23.3", "24.21.0", "26.10.0"],
  pulumi: ["3.229.0", "3.270.0"],
  sdk: ["3.1072.0", "3.1169.0"],
};

describe("the versions that are tested", () => {
  it("are the floor and the newest of what is supported, and the maintained lines of Node.js", () => {
    assert.deepEqual(axesOf(published, {}), usual);
  });

  it("are one where the floor is the newest", () => {
    const { node, pulumi } = published;
    const sdk = { range: "^3.1169.0", versions: published.sdk.versions };
    assert.deepEqual(axesOf({ node, pulumi, sdk }, {}).sdk, ["3.1169.0"]);
  });

  const choices: [choice: Partial<Cell>, found: Partial<Axes>][] = [
    [{ node: "22" }, { node: ["22.23.3"] }],
    [{ node: "22.9.0" }, { node: ["22.9.0"] }],
    [
      { node: "newest", pulumi: "floor" },
      { node: ["26.10.0"], pulumi: ["3.229.0"] },
    ],
    [{ sdk: "3.999.0" }, { sdk: ["3.999.0"] }],
  ];
  for (const [choice, found] of choices) {
    it(`are what somebody chose: ${JSON.stringify(choice)}`, () => {
      assert.deepEqual(axesOf(published, choice), { ...usual, ...found });
    });
  }

  for (const wrong of ["23", "20.17.1", "latest"]) {
    it(`can't be what npm hasn't got: ${wrong}`, () => {
      assert.throws(
        () => axesOf(published, { node: wrong }),
        new Error(
          `--node ${wrong}: npm has no such version. Give floor, newest, a version, or a range such as ^20.17.0 || >=22.9.0.`,
        ),
      );
    });
  }

  it("can't have a floor that npm hasn't got", () => {
    const node = { range: ">=20.17.5", versions: published.node.versions };
    assert.throws(() => axesOf({ ...published, node }, {}), /^Error: --node floor: npm has no such version/);
  });
});

describe("the matrix", () => {
  it("in full is every combination", () => {
    const cells = allCells(usual);
    assert.equal(cells.length, 16);
    assert.equal(distinct(cells), 16);
  });

  it("in part has every version of Node.js and every pair of Pulumi and SDK once", () => {
    const cells = someCells(usual);
    assert.deepEqual(
      cells.map(({ node }) => node),
      usual.node,
    );
    assert.equal(distinct(cells.map(({ pulumi, sdk }) => ({ pulumi, sdk }))), 4);
  });

  it("in part puts the oldest of all together, and the newest", () => {
    const [oldest, , , newest] = someCells(usual);
    assert.deepEqual(oldest, { node: "20.17.0", pulumi: "3.229.0", sdk: "3.1072.0" });
    assert.deepEqual(newest, { node: "26.10.0", pulumi: "3.270.0", sdk: "3.1169.0" });
  });

  it("in part has every pair on the one version of Node.js that somebody chose", () => {
    const cells = someCells({ ...usual, node: ["22.23.3"] });
    assert.deepEqual([cells.length, distinct(cells)], [4, 4]);
  });

  it("in part has every version of Node.js with the one pair that somebody chose", () => {
    const cells = someCells({ ...usual, pulumi: ["3.229.0"], sdk: ["3.1072.0"] });
    assert.deepEqual([cells.length, distinct(cells)], [4, 4]);
  });

  it("is one cell where somebody chose everything", () => {
    assert.equal(someCells({ node: ["22.23.3"], pulumi: ["3.229.0"], sdk: ["3.1072.0"] }).length, 1);
  });

  function distinct(cells: readonly object[]): number {
    return new Set(cells.map((cell) => JSON.stringify(cell))).size;
  }
});

describe("what the tests of a cell are told by their environment", () => {
  const cell: Cell = { node: "22.23.3", pulumi: "3.229.0", sdk: "3.1169.0" };

  it("is the cell", () => assert.deepEqual(cellIn(variablesOf(cell)), cell));
  it("is nothing where no cell is tested", () => assert.deepEqual(cellIn({ PATH: "/bin" }), {}));
});
