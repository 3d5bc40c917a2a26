import assert from "node:assert/strict";
import { repositoryProblem } from "../../../tools/release/repository";

describe("the repository that package.json names", () => {
  const ours = "acme/cognito-domain";

  for (const repository of [
    { type: "git", url: "git+https://github.com/acme/cognito-domain.git" },
    { url: "git+https://github.com/acme/cognito-domain" },
    { url: "https://github.com/acme/cognito-domain.git" },
    "https://github.com/acme/cognito-domain",
  ]) {
    it(`is the one that releases: ${JSON.stringify(repository)}`, () => {
      assert.equal(repositoryProblem({ repository }, ours), undefined);
    });
  }

  for (const url of [
    "https://github.com/acme/cognito-domains.git",
    "https://github.com/somebody/cognito-domain.git",
    "https://gitlab.com/acme/cognito-domain.git",
    "https://example.com/github.com/acme/cognito-domain",
    "https://github.com/Acme/Cognito-Domain",
    "git+ssh://git@github.com/acme/cognito-domain.git",
    "github:acme/cognito-domain",
  ]) {
    it(`is another, or written otherwise than npm is known to take it: ${url}`, () => {
      const problem = repositoryProblem({ repository: { url } }, ours) ?? "";
      assert.ok(
        problem.includes(url) && problem.includes('"git+https://github.com/acme/cognito-domain.git"'),
      );
    });
  }

  it("has to be written, which says how", () => {
    const problem = repositoryProblem({}, ours) ?? "";
    assert.match(problem, /^package\.json names no repository/);
    assert.ok(
      problem.includes(
        '"repository": { "type": "git", "url": "git+https://github.com/acme/cognito-domain.git" }',
      ),
    );
  });
});
