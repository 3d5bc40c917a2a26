import assert from "node:assert/strict";
import { supportedKeys, unsupportedKeys } from "../../../../provider/aws/configuration";
import type { Reader } from "../../../../provider/aws/configuration-reader";
import { type PropertyTable, propertyTable } from "../../../../provider/properties";
import { byInput, byKey } from "./rows";
import type { Said } from "./table";

/** So many values are refused of each input and key at the least. */
const enough = 5;

describe("The rows of bad input", () => {
  const refusedInputs = pathsRefusedBy(
    Object.values(byInput).flatMap((rows) => rows.map(([, , said]) => said)),
  );
  const refusedKeys = pathsRefusedBy(Object.values(byKey).flatMap((rows) => rows.map(([, , said]) => said)));

  it("are enough for every input", () => {
    assert.deepEqual(lacking(inputsIn(propertyTable), refusedInputs, enough), []);
  });

  it("are enough for every key of the stack configuration, and every part of one", () => {
    assert.deepEqual(lacking(keysIn(supportedKeys, "aws:"), refusedKeys, enough), []);
  });

  it("have one at least for every key that is known and not supported", () => {
    const keys = Object.keys(unsupportedKeys).map((name) => `aws:${name}`);
    assert.deepEqual(lacking(keys, refusedKeys, 1), []);
  });
});

/** The paths for which there are fewer refused values than that, with their number. */
function lacking(paths: readonly string[], refused: readonly string[], least: number): string[] {
  const count = (path: string) => refused.filter((one) => one === path).length;
  return paths.filter((path) => count(path) < least).map((path) => `${path}: ${count(path)}`);
}

function pathsRefusedBy(said: readonly Said[]): string[] {
  return said.flatMap((refused) => Object.keys(refused)).map((path) => path.replace(/\[\d+\]/g, ""));
}

function inputsIn(table: PropertyTable, above = ""): string[] {
  return Object.entries(table).flatMap(([name, { members }]) => [
    above + name,
    ...(members ? inputsIn(members, `${above}${name}.`) : []),
  ]);
}

function keysIn(readers: Readonly<Record<string, Reader<unknown>>>, above: string): string[] {
  return Object.entries(readers).flatMap(([name, { parts }]) => [
    above + name,
    ...(parts ? keysIn(parts, `${above}${name}.`) : []),
  ]);
}
