import assert from "node:assert/strict";
import type { dynamic } from "@pulumi/pulumi";
import { domainProvider } from "../../../../provider/engine/domain-provider";
import type { Values } from "../../../../provider/values";
import { virtualClock } from "../support";
import { byInput, byKey } from "./rows";
import { type Configuration, prefix } from "./table";

describe("Bad input", () => {
  for (const [input, rows] of Object.entries(byInput)) {
    describe(`for ${input}`, () => {
      for (const [what, inputs, refused, warned = []] of rows) {
        it(what, async () => assert.deepEqual(await check(inputs), { refused: told(refused), warned }));
      }
    });
  }

  for (const [what, rows] of Object.entries(byKey)) {
    describe(`in the stack configuration: ${what}`, () => {
      for (const [what, configuration, refused] of rows) {
        it(what, async () =>
          assert.deepEqual(await check(prefix(), configuration), { refused: told(refused), warned: [] }),
        );
      }
    });
  }

  it("is at least 200 rows", () => {
    const rows = [...Object.values(byInput), ...Object.values(byKey)].flat();
    assert.ok(rows.length >= 200, `${rows.length}`);
  });

  it("never has a secret repeated", () => {
    const rows = [...Object.values(byInput), ...Object.values(byKey)].flat();
    const said = rows.flatMap(([, , refused, ...warned]) => [...Object.values(refused), ...warned.flat()]);
    assert.doesNotMatch(said.join("\n"), /hunter2/);
  });

  it("is told in diagnostics that stay readable", () => {
    const rows = [...Object.values(byInput), ...Object.values(byKey)].flat();
    const said = rows.flatMap(([, , refused]) => Object.values(refused));
    assert.deepEqual(
      said.filter((reason) => reason.length > 800),
      [],
    );
  });
});

/** What the engine would be told by a new provider, as its plugin makes it. */
async function check(inputs: Values, configuration: Configuration = {}) {
  const warned: string[] = [];
  const provider = domainProvider({
    connect: () => assert.fail("a check calls nothing"),
    clock: virtualClock(),
    random: () => 0.5,
    log: { status: () => {}, info: async () => {}, warn: async (text) => void warned.push(text) },
  }) as Required<dynamic.ResourceProvider>;
  const config = { rawConfig: configuration, get: () => undefined, require: () => "" };
  await provider.configure({ config });
  const { failures = [] } = await provider.check({}, { ...inputs, __provider: "exports.handler = …" });
  return { refused: failures.map(({ property, reason }) => `${property}: ${reason}`).toSorted(), warned };
}

function told(refused: Readonly<Record<string, string>>): string[] {
  return Object.entries(refused)
    .map(([property, reason]) => `${property}: ${reason}`)
    .toSorted();
}
