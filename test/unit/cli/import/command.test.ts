import assert from "node:assert/strict";
import { importCommand } from "../../../../cli/import/command";
import { complaintOf } from "../complaint";

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
    ["a file named -", ["shop", "--out", "-"], "It can't go to the standard output, where the code goes"],
    ["a file without a name", ["shop", "--out", ""], "'' is invalid. It is empty."],
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
      "class=urn:pulumi:dev::shop::acme:index:Site::site",
      "UserPoolDomain=urn:pulumi:dev::shop::acme:index:Site::site",
    ].map((parent): [string, string[], string] => [
      `the parent ${parent}`,
      ["shop", "--parent", parent],
      "Expected what the program calls the parent and its URN, in quotes",
    ]),
  ];
  for (const [what, options, complaint] of mistakes) {
    it(`doesn't understand ${what}`, async () => {
      const said = await complaintOf(importCommand(), options);
      assert.ok(said.includes(complaint), said);
    });
  }
});
