import { replay, search } from "./search";

describe("Whatever happens to domains, by chance", () => {
  it("500 stories of two resources end well", async function () {
    this.timeout("5m");
    await search({ numRuns: 500, ...replay({ seed: 1 }) });
  });
});
