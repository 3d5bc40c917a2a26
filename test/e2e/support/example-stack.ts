import type { Example } from "../../support/examples";
import type { AwsPlugin } from "./aws-plugin";
import type { Cloud } from "./cloud";
import { newFolder } from "./installation";
import { typescript } from "./programs";
import { newStack, type Stack } from "./stack";

/** A stack with the program of an example for the surrounding `describe`, in a copy of its folder. */
export function useExample(example: Example, cloud: Cloud, aws: AwsPlugin): Stack {
  const stack = {} as Stack;
  before(async function () {
    this.timeout("2m");
    const state = await newFolder("state");
    const environment = {
      ...aws.environment,
      // Of its own, because the project is called the same in every test of this example, and its stack as well.
      PULUMI_BACKEND_URL: `file://${state.replaceAll("\\", "/")}`,
      // Types are checked for all examples at once.
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
      // Where a person is asked, the answer is yes.
      PULUMI_SKIP_CONFIRMATIONS: "true",
    };
    const { runtime } = typescript();
    const program = { runtime, files: example.files() };
    Object.assign(stack, await newStack({ emulator: cloud.emulator, program, environment }));
  });
  return stack;
}
