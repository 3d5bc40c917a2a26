import assert from "node:assert/strict";
import type { PulumiState } from "../../../../cli/migrate/pulumi-state";
import { isStateSent } from "../../../../cli/migrate/same-state";
import { secretOf } from "../../../../cli/secret";
import { oldLogin, pool, stateWith } from "./support";

const signature = "4dabf18193072939515e22adb298388d";
const encrypted = (ciphertext: string) => ({ [signature]: "1b47061264138c4ac30d75fd1eb44270", ciphertext });

function holding(inputs: object, time = "2026-11-24T03:28:40Z"): PulumiState {
  const state = stateWith(pool, oldLogin({ inputs: { ...oldLogin().inputs, ...inputs } }));
  return { ...state, deployment: { ...state.deployment, manifest: { time } } };
}

describe("an exported state", () => {
  const isSent = (exported: object, sent: PulumiState) => isStateSent(JSON.stringify(exported), sent);

  it("is the one that was sent, however Pulumi dates and encrypts it", () => {
    const sent = holding({ userPoolId: secretOf("us-east-1_A"), certificateArn: encrypted("v1:a") });
    const hidden = { userPoolId: encrypted("v1:b"), certificateArn: encrypted("v1:c") };
    assert.ok(isSent(holding(hidden, "2026-11-24T03:30:00Z"), sent));
  });

  it("is the one that was sent without what was empty of a resource", () => {
    const sent = stateWith(pool, { ...oldLogin(), dependencies: [], outputs: {}, protect: false });
    const { dependencies: _, outputs: _outputs, ...shortened } = oldLogin();
    assert.ok(isSent(stateWith(pool, shortened), sent));
  });

  it("is another where anything else differs", () => {
    const sent = holding({ userPoolId: secretOf("us-east-1_A") });
    for (const other of [
      holding({ userPoolId: "us-east-1_A" }),
      holding({ userPoolId: secretOf("us-east-1_A"), managedLoginVersion: 2 }),
      stateWith(pool),
      stateWith(oldLogin({ inputs: sent.deployment.resources?.[3]?.inputs ?? {} }), pool),
    ]) {
      assert.ok(!isSent(other, sent));
    }
  });
});
