import assert from "node:assert/strict";
import { failuresOf, textOf } from "../../../../examples/fleet/failures";
import type { Failure } from "../../../../examples/fleet/protocol";
import { Refused } from "../../../../examples/fleet/refusal";

/** What the Automation API makes of a CLI that failed: what it said stands there twice. */
function commandError(shard: string, port: number, ...lines: string[]): Error {
  const failed = `Command failed with exit code 1: pulumi up --yes --client=127.0.0.1:${port} --event-log tcp://127.0.0.1:${port + 1} --stack ${shard}`;
  const said = [failed, ...lines].join("\n");
  return new Error(`code: -2\n stdout: \n stderr: ${said}\n err?: Error: ${said}\n`);
}

describe("the failures of a shard", () => {
  const running = new AbortController().signal;
  const look = (error: Error, ofDomains: Failure[] = [], stopped = running) =>
    failuresOf(error, { ofDomains, stopped });
  const only = (error: Error): Failure => {
    const failures = look(error);
    assert.equal(failures.length, 1);
    return failures[0] as Failure;
  };
  const ofDomain: Failure = {
    tenant: "acme",
    message: "Creating acme failed: No.",
    cause: "Creating … failed: No.",
  };
  const consequences = [
    "    pulumi:pulumi:Stack cognito-fleet-shard-1 running error: Unhandled exception: Error: resource acme [x:y:Z] failed to register",
    "    error: Unhandled exception: Error: resource acme [x:y:Z] failed to register",
    "        at somewhere",
    "    error: update failed",
    "  x:y:Z (acme):",
    "    error: Creating acme failed: No.",
  ];

  it("are what the CLI calls an error, without the command line", () => {
    const away = "unable to open bucket: dial tcp 127.0.0.1:5432: connect: connection refused";
    assert.deepEqual(only(commandError("shard-3", 40_000, `error: ${away}`)), { message: away, cause: away });
  });

  it("have one cause for all shards, whatever is a shard's own", () => {
    const cause = (shard: string, port: number, time: string) =>
      only(
        commandError(
          shard,
          port,
          `error: blob (key ".pulumi/history/cognito-fleet/${shard}/${shard}-${time}.json") in /srv/fleet/.work/run-${port}/Pulumi.${shard}.yaml: read tcp 127.0.0.1:${port}->127.0.0.1:5432: connection reset`,
        ),
      ).cause;
    assert.equal(
      cause("shard-3", 40_000, "1795753995691738020"),
      cause("shard-12", 50_000, "1795753995691738021"),
    );
    assert.match(cause("shard-3", 40_000, "1795753995691738020"), /127\.0\.0\.1:5432: connection reset$/);
  });

  it("never show the password of the backend", () => {
    const line = "error: unable to open bucket postgres://ann:secret@db/states: no";
    assert.doesNotMatch(JSON.stringify(only(commandError("shard-1", 1, line))), /secret/);
    assert.doesNotMatch(textOf(commandError("shard-1", 1, line)), /secret/);
  });

  it("are those of domains alone where the CLI says nothing else, however it says that", () => {
    assert.deepEqual(look(commandError("shard-1", 1, ...consequences), [ofDomain]), [ofDomain]);
  });

  it("have the shard's own beside those of its domains", () => {
    const unsaved = "    error: failed to save snapshot: connection refused";
    const [first, second] = look(commandError("shard-1", 1, ...consequences, unsaved), [ofDomain]);
    assert.deepEqual(first, ofDomain);
    assert.equal(second?.message, "failed to save snapshot: connection refused");
  });

  it("have one cause where the state couldn't be saved, whatever the engine was about", () => {
    const text = "failed to save snapshot: connection refused";
    const causes = ["pre-step", "post-step", "resource complete"].map(
      (step) => only(commandError("shard-1", 1, `    error: ${step} event returned an error: ${text}`)).cause,
    );
    assert.deepEqual([...new Set(causes)], [text]);
  });

  it("have a panic where that is all there is", () => {
    const panic = "panic: fatal: An assertion has failed";
    assert.equal(
      only(commandError("shard-1", 1, panic, "goroutine 90 [running]:")).message,
      "fatal: An assertion has failed",
    );
    assert.equal(only(commandError("shard-1", 1, panic, "x  error: not saved")).message, "not saved");
  });

  it("have how the CLI ended where it said nothing, and what it said where only that is left", () => {
    assert.equal(only(commandError("shard-1", 1)).message, "Command failed with exit code 1: pulumi up");
    assert.equal(only(commandError("shard-1", 1, "error: update failed")).message, "update failed");
  });

  it("have three errors of the CLI, and how many more there are", () => {
    const lines = [1, 2, 3, 4, 5].map((number) => `error: No ${number}.`);
    assert.equal(only(commandError("shard-1", 1, ...lines)).message, "No 1. No 2. No 3. And 2 more.");
  });

  it("have what was refused, with its cause", () => {
    assert.deepEqual(only(new Refused("Such lists are refused.", "This list is.")), {
      message: "This list is.",
      cause: "Such lists are refused.",
    });
  });

  it("are none where it was told to end, but those that there were before", () => {
    const stopped = AbortSignal.abort();
    const canceled = commandError("shard-1", 1, "    error: update canceled");
    const killed = new Error(
      "code: -2\n stderr: Command was killed with SIGINT (User interruption with CTRL-C): pulumi up",
    );
    for (const error of [canceled, killed, stopped.reason as Error]) {
      assert.deepEqual(look(error, [], stopped), []);
      assert.deepEqual(look(error, [ofDomain], stopped), [ofDomain]);
    }
  });

  it("are kept where it was told to end, and its state couldn't be saved", () => {
    const error = commandError("shard-1", 1, "error: update canceled", "error: not saved");
    assert.deepEqual(
      look(error, [], AbortSignal.abort()).map(({ message }) => message),
      ["not saved"],
    );
  });
});

describe("what an error says", () => {
  it("is all of it where it isn't the CLI's", () =>
    assert.equal(textOf(new Error("error: x\nand y")), "error: x\nand y"));

  it("is what the CLI calls an error, also where it wasn't run by the Automation API", () => {
    const error = new Error(
      "Command failed: pulumi state delete --yes urn:1 urn:2\nerror: No such resource\n",
    );
    assert.equal(textOf(error), "No such resource");
  });
});
