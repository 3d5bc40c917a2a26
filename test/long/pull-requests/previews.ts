import type { PreviewStep } from "../../../report/index";
import { customInputs, prefixInputs } from "../../unit/provider/support";
import { stateAfter, stateBefore, step, urn } from "../../unit/report/steps";

/** What `pulumi preview --json` prints, and how it ends. */
export interface Preview {
  readonly stdout: string;
  readonly exitCode: number;
}

export const unchanged = () => previewOf([step("same")]);

export const inPlace = (stack?: string) =>
  previewOf(
    [
      step("update", {
        oldState: stateBefore(prefixInputs({ managedLoginVersion: 2 })),
        newState: stateAfter(prefixInputs({ managedLoginVersion: 1 })),
      }),
    ],
    { stack },
  );

export const outage = () => previewOf([renamed]);

export const failed = () => previewOf([], { error: "no such certificate" });

/** As with a policy that it goes against: its JSON has nothing of that. */
export const refused = (): Preview => ({ ...inPlace(), exitCode: 255 });

/** As when nobody is logged in: what is wrong is on stderr alone. */
export const silent = (): Preview => ({ stdout: "", exitCode: 1 });

/** It failed before it got to the stack. */
export const failedAtOnce = (): Preview => ({
  stdout: JSON.stringify({ diagnostics: [{ severity: "error", message: "error: no such plugin\n" }] }),
  exitCode: 1,
});

const renamed = step("replace", {
  oldState: stateBefore(customInputs(), { pendingReplacement: true }),
  newState: stateAfter(customInputs({ domain: "login.example.com" })),
  replaceReasons: ["domain"],
});

/** Of the project shop. */
function previewOf(
  steps: readonly PreviewStep[],
  { stack = "dev", error }: { stack?: string | undefined; error?: string } = {},
): Preview {
  const diagnostics = error === undefined ? [] : [{ severity: "error", message: `error: ${error}\n` }];
  const whole = { op: "same", urn: urn("shop-dev", "pulumi:pulumi:Stack") };
  const stdout = JSON.stringify({ steps: [whole, ...steps], diagnostics });
  return {
    stdout: stdout.replaceAll("urn:pulumi:dev::", `urn:pulumi:${stack}::`),
    exitCode: error === undefined ? 0 : 1,
  };
}
