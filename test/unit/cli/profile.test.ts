import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { requireProfile } from "../../../cli/profile";

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
      await requireProfile("ops", environment);
    });
  }

  it("may be among the credentials", async () => {
    await write("credentials", "[ops]\naws_access_key_id = AKIA\n[my own]\n");
    await requireProfile("ops", environment);
    await requireProfile("my own", environment);
  });

  it("has to be there, and the error says where it was looked for", async () => {
    await write("config", "[profile ops2]\nsource_profile = ops\n# [profile ops]\n");
    await assert.rejects(requireProfile("ops", environment), {
      message: `There is no profile ops in ${environment["AWS_CONFIG_FILE"]} or ${environment["AWS_SHARED_CREDENTIALS_FILE"]}: correct --profile. Those that there are: aws configure list-profiles`,
    });
  });

  it("has to be there where there are no files at all", async () => {
    await assert.rejects(requireProfile("ops", environment), /^Error: There is no profile ops in /);
  });
});
