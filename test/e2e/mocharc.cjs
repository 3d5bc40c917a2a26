const { availableParallelism } = require("node:os");

/** For tests through the real engine: what they share is installed once, before the first of them. */
module.exports = {
  ...require("../../.mocharc.json"),
  require: ["ts-node/register/transpile-only", "./test/e2e/support/install.ts"],
  // With --parallel. Each test keeps about one processor busy.
  jobs: availableParallelism(),
};
