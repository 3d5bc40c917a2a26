import assert from "node:assert/strict";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { watchEngine } from "../../../../examples/fleet/watch";
import { held, tenant } from "./builders";

describe("what the engine tells of a shard", () => {
  /** What becomes of the engine's errors. */
  function told(...errors: { urn?: string; message: string }[]) {
    let unsaved = 0;
    const watch = watchEngine({
      isPreview: false,
      onDomain: () => {},
      onUnsaved: () => {
        unsaved += 1;
      },
    });
    for (const error of errors) {
      watch.onEvent({
        sequence: 1,
        timestamp: 1,
        diagnosticEvent: { color: "never", severity: "error", ...error },
      } as EngineEvent);
    }
    return { unsaved, failures: watch.failures() };
  }

  const { urn } = held(tenant("acme"));
  const provider = "urn:pulumi:shard-1::cognito-fleet::pulumi:providers:pulumi-nodejs::default";
  const unsaved = (shard: string) =>
    `post-step event returned an error: failed to save snapshot: blob (key ".pulumi/stacks/cognito-fleet/${shard}.json")`;

  it("is a failure of the tenant whose domain it is about", () => {
    const { failures } = told({ urn, message: "Creating acme-sign-in failed: No." });
    assert.deepEqual(
      failures.map(({ tenant: name }) => name),
      ["acme"],
    );
  });

  it("is no tenant's where it is about the stack or a provider: the CLI tells it at its end", () => {
    assert.deepEqual(told({ message: "update failed" }, { urn: provider, message: "No." }).failures, []);
  });

  it("says when the state couldn't be saved, whatever that was about, with one cause for all shards", () => {
    const both = told({ urn, message: unsaved("shard-1") }, { urn, message: unsaved("shard-2") });
    assert.equal(both.unsaved, 2);
    assert.equal(new Set(both.failures.map(({ cause }) => cause)).size, 1);
    assert.equal(told({ urn: provider, message: unsaved("shard-1") }).unsaved, 1);
    assert.equal(told({ urn, message: "No." }).unsaved, 0);
  });
});
