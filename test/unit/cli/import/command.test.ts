import assert from "node:assert/strict";
import type { CommanderError } from "commander";
import { importCommand } from "../../../../cli/import/command";

/** What the command says of options that it doesn't understand; it calls nothing then. */
async function complaintOn(...options: string[]): Promise<string> {
  let said = "";
  const command = importCommand()
    .exitOverride()
    .configureOutput({
      writeErr: (text) => {
        said += text;
      },
    });
  await assert.rejects(command.parseAsync(options, { from: "user" }), (error: CommanderError) =>
    error.code.startsWith("commander."),
  );
  return said;
}

describe("cognito-domain import", () => {
  const pool = "us-east-1_AbCdEf123";
  const mistakes: [what: string, options: string[], complaint: string][] = [
    ["nothing to import", [], "give either domains, or --user-pool-id, or --all"],
    ["domains and all", ["shop", "--all"], "give either domains, or --user-pool-id, or --all"],
    ["a pool and all", ["--user-pool-id", pool, "--all"], "give either domains, or --user-pool-id, or --all"],
    [
      "domains and a pool",
      ["shop", "--user-pool-id", pool],
      "give either domains, or --user-pool-id, or --all",
    ],
    ["one name for two domains", ["shop", "auth.example.com", "--name", "login"], "--name is for one domain"],
    ["one name for all", ["--all", "--name", "login"], "--name is for one domain"],
    ["no name", ["shop", "--name", ""], "'' is invalid. It is empty."],
    ["an address", ["https://shop"], 'It has the character ":": only a-z, 0-9 and hyphens are allowed'],
    ["a prefix domain's address", ["shop.auth.us-east-1.amazoncognito.com"], 'give the prefix alone, "shop"'],
    ["a pool's name", ["--user-pool-id", "my pool"], "It is not a user pool id: expected <region>_<id>"],
    [
      "another Region than the pool's",
      ["--user-pool-id", pool, "--region", "eu-west-1"],
      `--user-pool-id ${pool} is in us-east-1: leave --region eu-west-1 out`,
    ],
    ...[
      "urn:pulumi:dev::shop::acme:index:Site::site",
      "site=acme:index:Site",
      "our site=urn:pulumi:dev::shop::acme:index:Site::site",
    ].map((parent): [string, string[], string] => [
      `the parent ${parent}`,
      ["shop", "--parent", parent],
      "Expected what the program calls the parent and its URN, in quotes",
    ]),
  ];
  for (const [what, options, complaint] of mistakes) {
    it(`doesn't understand ${what}`, async () => {
      const said = await complaintOn(...options);
      assert.ok(said.includes(complaint), said);
    });
  }
});
