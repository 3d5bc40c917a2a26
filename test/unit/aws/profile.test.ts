import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { NoProfile, requireProfile } from "../../../provider/aws/profile";

describe("a profile that is named", () => {
  let folder: string;
  let environment: NodeJS.ProcessEnv;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "profile-"));
    environment = {
      AWS_CONFIG_FILE: path.join(folder, "config"),
      AWS_SHARED_CREDENTIALS_FILE: path.join(folder, "credentials"),
    };
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (file: string, text: string) => writeFile(path.join(folder, file), text);

  for (const heading of ["[profile ops]", "[profile 'ops']", '  [ profile   "ops" ] # mine', "[ops]"]) {
    it(`may be in the configuration, as ${heading}`, async () => {
      await write("config", `[default]\nregion = eu-west-1\r\n${heading}\nregion = eu-west-1\n`);
      await requireProfile({ profile: "ops" }, environment);
    });
  }

  it("may be among the credentials", async () => {
    await write("credentials", "[ops]\naws_access_key_id = AKIA\n[my own]\n");
    await requireProfile({ profile: "ops" }, environment);
    await requireProfile({ profile: "my own" }, environment);
  });

  it("has to be there, and the error says where it was looked for", async () => {
    await write("config", "[profile ops2]\nsource_profile = ops\n# [profile ops]\n");
    await assert.rejects(requireProfile({ profile: "ops" }, environment), {
      message: `There is no profile ops in ${environment["AWS_CONFIG_FILE"]} or ${environment["AWS_SHARED_CREDENTIALS_FILE"]}: correct aws:profile. Those that there are: aws configure list-profiles`,
    });
  });

  it("has to be there where there are no files at all", async () => {
    await assert.rejects(requireProfile({ profile: "ops" }, environment), NoProfile);
  });

  it("is looked for in the files that the configuration names", async () => {
    await write("config", "[profile ops]\n");
    await write("others", "[profile others]\n");
    const sharedConfigFiles = path.join(folder, "others");
    await requireProfile({ profile: "others", sharedConfigFiles }, environment);
    await assert.rejects(requireProfile({ profile: "ops", sharedConfigFiles }, environment), NoProfile);
  });

  it("may be named by AWS_PROFILE, and the error says so", async () => {
    await write("config", "[profile ops]\n");
    await requireProfile({}, { ...environment, AWS_PROFILE: "ops" });
    await assert.rejects(
      requireProfile({}, { ...environment, AWS_PROFILE: "oops" }),
      /^Error: There is no profile oops in .*: correct AWS_PROFILE\./,
    );
  });

  it("is that of the configuration where AWS_PROFILE names another", async () => {
    await write("config", "[profile ops]\n");
    await requireProfile({ profile: "ops" }, { ...environment, AWS_PROFILE: "oops" });
  });

  it("isn't asked for where it is the default one, or the configuration has keys or a web identity", async () => {
    await requireProfile({ profile: "default" }, environment);
    const named = { ...environment, AWS_PROFILE: "oops" };
    await requireProfile({ accessKey: "AKIAIOSFODNN7EXAMPLE", secretKey: "secret" }, named);
    await requireProfile({ assumeRoleWithWebIdentity: { roleArn: "", webIdentityToken: "t" } }, named);
  });
});
