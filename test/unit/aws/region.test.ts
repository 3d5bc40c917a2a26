import assert from "node:assert/strict";
import { connectToCognito } from "../../../provider/aws/cognito-client";
import type { AwsConfiguration } from "../../../provider/aws/configuration";
import { systemClock } from "../../../provider/clock";
import { configured, messageOf, noAwsVariables, useFolder, useProcessEnvironment } from "./support";

describe("the Region of a client", () => {
  const folder = useFolder();
  useProcessEnvironment(() => ({
    ...noAwsVariables,
    AWS_CONFIG_FILE: folder.write(
      "config",
      "[default]\nregion = eu-north-1\n[profile ops]\nregion = ap-south-1\n",
    ),
  }));
  const regionOf = async (
    wanted: string | undefined,
    environment: NodeJS.ProcessEnv = {},
    more: AwsConfiguration = {},
  ) =>
    (await connectToCognito(configured("http://127.0.0.1:9", more), wanted, environment, systemClock)).region;

  it("is the one that is wanted", async () => {
    assert.equal(await regionOf("us-west-2", { AWS_REGION: "eu-west-1" }), "us-west-2");
  });

  it("is that of AWS_REGION when none is wanted", async () => {
    const environment = { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-2" };
    assert.equal(await regionOf(undefined, environment), "eu-west-1");
  });

  it("is that of AWS_DEFAULT_REGION when there is no AWS_REGION", async () => {
    assert.equal(await regionOf(undefined, { AWS_DEFAULT_REGION: "eu-west-2" }), "eu-west-2");
  });

  it("is that of the configured profile when the environment names none", async () => {
    assert.equal(await regionOf(undefined, {}, { profile: "ops" }), "ap-south-1");
  });

  it("is that of the default profile when no profile is configured", async () => {
    assert.equal(await regionOf(undefined), "eu-north-1");
  });

  it("is never that of a profile of the same name in another file", async () => {
    const sharedConfigFiles = folder.write("other", "[profile ops]\nregion = ap-east-1\n");
    const message = await messageOf(regionOf(undefined, {}, { profile: "ops", sharedConfigFiles }));
    assert.match(message, /No AWS Region is known/);
  });

  it("is asked for when nothing says it", async () => {
    process.env["AWS_CONFIG_FILE"] = folder.write("empty", "");
    const message = await messageOf(regionOf(undefined));
    assert.match(message, /No AWS Region is known.*pulumi config set aws:region eu-west-1, or AWS_REGION/);
  });
});
