import assert from "node:assert/strict";
import { exampleCalled } from "../support/examples";
import { codeFor, commandsOn, page } from "../support/markdown";
import { useAwsPlugin } from "./support/aws-plugin";
import { useCloud } from "./support/cloud";
import { useExample } from "./support/example-stack";
import { assertSucceeded, operationsOfEngine } from "./support/outcome";
import { type Program, typescript } from "./support/programs";
import { outcomeOf } from "./support/story";

describe("a login page that was made by hand, taken over by LoginDomain as its page says", () => {
  const example = exampleCalled("custom-domain");
  const cloud = useCloud({ certificates: [], dns: { "example.com": ["192.0.2.1"] } });
  const stack = useExample(example, cloud, useAwsPlugin(cloud));
  // The pool and its client stay as they are.
  const [head = ""] = example.text("index.ts").split("// In us-east-1");
  const takenOver = codeFor("index.ts", page("docs/login-domain.md"));
  const programWith = (code: string): Program => {
    const imported = 'import { LoginDomain } from "pulumi-cognito-domain/login-domain";';
    return { ...typescript(), files: { ...example.files(), "index.ts": [imported, head, code].join("\n") } };
  };

  before(async function () {
    this.timeout("2m");
    const commands = commandsOn(example.text("README.md")).filter((line) => !line.startsWith("pulumi up"));
    for (const command of commands) assertSucceeded(await stack.paste(command));
    assertSucceeded(await stack.up());
    await stack.write(programWith(takenOver));
  });

  describe("the up", () => {
    const up = outcomeOf(() => stack.up());

    it("makes nothing but the component, and deletes and replaces nothing", () => {
      assertSucceeded(up);
      const made = operationsOfEngine(up).filter((step) => !/^(same|update) /.test(step));
      assert.deepEqual(made, ["create login"]);
    });

    it("changes no more than how long the validation record is kept, and leaves the domain", () => {
      const changed = operationsOfEngine(up).filter((step) => step.startsWith("update "));
      assert.deepEqual(changed, ["update login-validation"]);
      assert.deepEqual(up.calls, []);
    });
  });

  describe("the up without the transform, which has done its work", () => {
    before(() => stack.write(programWith(takenOver.replace(/^ {2}transform: .*?^ {2}\},\n/ms, ""))));
    const up = outcomeOf(() => stack.up("--expect-no-changes"));

    it("changes nothing", () => assertSucceeded(up));
  });
});
