import assert from "node:assert/strict";
import { exampleCalled } from "../support/examples";
import { commandsOn } from "../support/markdown";
import { useAwsPlugin } from "./support/aws-plugin";
import { useCloud } from "./support/cloud";
import { useExample } from "./support/example-stack";
import { assertSucceeded } from "./support/outcome";
import type { Run } from "./support/run";

describe("examples/pull-request", function () {
  this.timeout("2m");

  const example = exampleCalled("pull-request");
  const readme = example.text("README.md");
  const cloud = useCloud();
  const stack = useExample(example, cloud, useAwsPlugin(cloud));
  let comment: Run;
  let check: Run;
  before(async () => {
    cloud.emulator.createPool({ id: "us-east-1_AbCdEf123" });
    const ran: Run[] = [];
    for (const command of commandsOn(readme)) ran.push(await stack.paste(command));
    [comment, check] = ran.splice(-2) as [Run, Run];
    for (const each of ran) assertSucceeded(each);
  });

  it("comments as its README shows", () => {
    assertSucceeded(comment);
    const [, shown = ""] = /<!-- report -->\n(.+)<!-- \/report -->/s.exec(readme) ?? [];
    assert.match(shown, /Outage/);
    assert.equal(comment.stdout.slice(0, shown.length), shown);
  });

  it("has a check that fails, and says what goes down", () => {
    assert.equal(check.exitCode, 3);
    assert.match(check.stdout, /^Outage: sign-in is down at auth\.example\.com/m);
  });
});
