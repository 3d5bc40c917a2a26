import { type BadConfiguration, configured } from "./table";

const role = "arn:aws:iam::123456789012:role/deployer";
const assuming = (given: object) => configured("assumeRoles", [{ roleArn: role, ...given }]);

/** What a role's session is asked for with. */
export const configuredSessions: BadConfiguration[] = [
  [
    "a session's name that is empty",
    assuming({ sessionName: "" }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is \"\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  [
    "a session's name of one character",
    assuming({ sessionName: "x" }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is \"x\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  [
    "a session's name of 65 characters",
    assuming({ sessionName: "s".repeat(65) }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is \"sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  [
    "a session's name of a megabyte",
    assuming({ sessionName: "s".repeat(1_000_000) }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is \"sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss… (1000000 characters); expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  [
    "a session's name with a blank",
    assuming({ sessionName: "my deploy" }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is \"my deploy\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  [
    "a session's name with a trailing newline",
    assuming({ sessionName: "deploy\n" }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is \"deploy\\n\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  [
    "a session's name with a slash",
    assuming({ sessionName: "team/deploy" }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is \"team/deploy\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  [
    "a session's name with a look-alike",
    assuming({ sessionName: "d\u0435ploy" }),
    {
      "aws:assumeRoles[0].sessionName":
        'The stack configuration aws:assumeRoles[0].sessionName is "d\u0435ploy"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. It holds "\u0435" (U+0435). Set it with: pulumi config set --path \'aws:assumeRoles[0].sessionName\' <value>',
    },
  ],
  [
    "a session's name that is a list",
    assuming({ sessionName: ["deploy"] }),
    {
      "aws:assumeRoles[0].sessionName":
        "The stack configuration aws:assumeRoles[0].sessionName is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].sessionName' <value>",
    },
  ],
  ["a session's name that is a number, as text", assuming({ sessionName: 4711 }), {}],
  ["a session's name with all that it may have", assuming({ sessionName: "_+=,.@-09azAZ" }), {}],
  [
    "an external id that is empty",
    assuming({ externalId: "" }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId isn't what is expected: 2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "an external id of one character",
    assuming({ externalId: "h" }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId isn't what is expected: 2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "an external id with a blank",
    assuming({ externalId: "hunter2 hunter2" }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId isn't what is expected: 2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "an external id with a trailing newline",
    assuming({ externalId: "hunter2\n" }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId isn't what is expected: 2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "an external id with a look-alike",
    assuming({ externalId: "hunt\u0435r2" }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId isn't what is expected: 2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "an external id of 1225 characters",
    assuming({ externalId: "hunter2".repeat(175) }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId isn't what is expected: 2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "an external id of a megabyte",
    assuming({ externalId: "hunter2".repeat(150_000) }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId isn't what is expected: 2 to 1224 letters, digits and characters of _+=,.@:/-, with no blank (it is not shown here). Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "an external id that is an object",
    assuming({ externalId: { id: "hunter2" } }),
    {
      "aws:assumeRoles[0].externalId":
        "The stack configuration aws:assumeRoles[0].externalId is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].externalId' <value>",
    },
  ],
  [
    "an external id of 1224 characters, which look like a path",
    assuming({ externalId: `${"org:/".repeat(244)}1234` }),
    {},
  ],
  [
    "a source identity that is empty",
    assuming({ sourceIdentity: "" }),
    {
      "aws:assumeRoles[0].sourceIdentity":
        "The stack configuration aws:assumeRoles[0].sourceIdentity is \"\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sourceIdentity' <value>",
    },
  ],
  [
    "a source identity with a colon, as those of AWS have",
    assuming({ sourceIdentity: "aws:me" }),
    {
      "aws:assumeRoles[0].sourceIdentity":
        "The stack configuration aws:assumeRoles[0].sourceIdentity is \"aws:me\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sourceIdentity' <value>",
    },
  ],
  [
    "a source identity with a blank",
    assuming({ sourceIdentity: "Jane Doe" }),
    {
      "aws:assumeRoles[0].sourceIdentity":
        "The stack configuration aws:assumeRoles[0].sourceIdentity is \"Jane Doe\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sourceIdentity' <value>",
    },
  ],
  [
    "a source identity with an umlaut",
    assuming({ sourceIdentity: "J\u00fcrgen" }),
    {
      "aws:assumeRoles[0].sourceIdentity":
        'The stack configuration aws:assumeRoles[0].sourceIdentity is "J\u00fcrgen"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. It holds "\u00fc" (U+00FC). Set it with: pulumi config set --path \'aws:assumeRoles[0].sourceIdentity\' <value>',
    },
  ],
  [
    "a source identity with a line break",
    assuming({ sourceIdentity: "me\r\n" }),
    {
      "aws:assumeRoles[0].sourceIdentity":
        "The stack configuration aws:assumeRoles[0].sourceIdentity is \"me\\r\\n\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sourceIdentity' <value>",
    },
  ],
  [
    "a source identity of 65 characters",
    assuming({ sourceIdentity: "i".repeat(65) }),
    {
      "aws:assumeRoles[0].sourceIdentity":
        "The stack configuration aws:assumeRoles[0].sourceIdentity is \"iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii\"; expected 2 to 64 letters, digits and characters of _+=,.@-, with no blank. Set it with: pulumi config set --path 'aws:assumeRoles[0].sourceIdentity' <value>",
    },
  ],
  [
    "a source identity that is null",
    assuming({ sourceIdentity: null }),
    {
      "aws:assumeRoles[0].sourceIdentity":
        "The stack configuration aws:assumeRoles[0].sourceIdentity is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].sourceIdentity' <value>",
    },
  ],
  ["a source identity that is an address of mail", assuming({ sourceIdentity: "jane.doe@example.com" }), {}],
  [
    "a policy that is empty",
    assuming({ policy: "" }),
    {
      "aws:assumeRoles[0].policy":
        'The stack configuration aws:assumeRoles[0].policy is not the JSON of a policy such as {"Version":"2012-10-17","Statement":[]}. Set it with: pulumi config set --path \'aws:assumeRoles[0].policy\' <value>',
    },
  ],
  [
    "a policy by its ARN",
    assuming({ policy: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    {
      "aws:assumeRoles[0].policy":
        'The stack configuration aws:assumeRoles[0].policy is not the JSON of a policy such as {"Version":"2012-10-17","Statement":[]}. Set it with: pulumi config set --path \'aws:assumeRoles[0].policy\' <value>',
    },
  ],
  [
    "a policy that is a list",
    assuming({ policy: "[]" }),
    {
      "aws:assumeRoles[0].policy":
        'The stack configuration aws:assumeRoles[0].policy is not the JSON of a policy such as {"Version":"2012-10-17","Statement":[]}. Set it with: pulumi config set --path \'aws:assumeRoles[0].policy\' <value>',
    },
  ],
  [
    "a policy that ends too early",
    assuming({ policy: '{"Version":"2012-10-17"' }),
    {
      "aws:assumeRoles[0].policy":
        'The stack configuration aws:assumeRoles[0].policy is not the JSON of a policy such as {"Version":"2012-10-17","Statement":[]}. Set it with: pulumi config set --path \'aws:assumeRoles[0].policy\' <value>',
    },
  ],
  [
    "a policy with a character beyond Latin ones",
    assuming({ policy: '{"Id":"\u0430"}' }),
    {
      "aws:assumeRoles[0].policy":
        "The stack configuration aws:assumeRoles[0].policy has a character that STS takes in no policy: write it as \\u…. Set it with: pulumi config set --path 'aws:assumeRoles[0].policy' <value>",
    },
  ],
  [
    "a policy with a character beyond Latin ones, written as JSON can",
    assuming({ policy: String.raw`{"Id":"\u0430"}` }),
    {},
  ],
  [
    "policies that are null",
    assuming({ policyArns: null }),
    {
      "aws:assumeRoles[0].policyArns":
        "The stack configuration aws:assumeRoles[0].policyArns is not a list. Set it with: pulumi config set --path 'aws:assumeRoles[0].policyArns[0]' <value>",
    },
  ],
  [
    "a policy's ARN that is empty",
    assuming({ policyArns: [""] }),
    {
      "aws:assumeRoles[0].policyArns[0]":
        "The stack configuration aws:assumeRoles[0].policyArns[0] is \"\"; expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoles[0].policyArns[0]' <value>",
    },
  ],
  [
    "a policy's name for its ARN",
    assuming({ policyArns: ["ReadOnlyAccess"] }),
    {
      "aws:assumeRoles[0].policyArns[0]":
        "The stack configuration aws:assumeRoles[0].policyArns[0] is \"ReadOnlyAccess\"; expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoles[0].policyArns[0]' <value>",
    },
  ],
  [
    "a policy's ARN with a trailing newline",
    assuming({ policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess\n"] }),
    {
      "aws:assumeRoles[0].policyArns[0]":
        "The stack configuration aws:assumeRoles[0].policyArns[0] is \"arn:aws:iam::aws:policy/ReadOnlyAccess\\n\"; expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoles[0].policyArns[0]' <value>",
    },
  ],
  [
    "a second policy's ARN of another service",
    assuming({ policyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:s3:::policy/x"] }),
    {
      "aws:assumeRoles[0].policyArns[1]":
        "The stack configuration aws:assumeRoles[0].policyArns[1] is \"arn:aws:s3:::policy/x\"; expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoles[0].policyArns[1]' <value>",
    },
  ],
  [
    "a policy's ARN of more than 2048 characters",
    assuming({ policyArns: [`arn:aws:iam::aws:policy/${"p".repeat(2025)}`] }),
    {
      "aws:assumeRoles[0].policyArns[0]":
        "The stack configuration aws:assumeRoles[0].policyArns[0] is \"arn:aws:iam::aws:policy/ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp… (2049 characters); expected the ARN of a managed policy such as arn:aws:iam::aws:policy/ReadOnlyAccess. Set it with: pulumi config set --path 'aws:assumeRoles[0].policyArns[0]' <value>",
    },
  ],
  [
    "a policy's ARN under a path",
    assuming({ policyArns: ["arn:aws:iam::123456789012:policy/team/a/Deploy"] }),
    {},
  ],
  [
    "tags that are null",
    assuming({ tags: null }),
    {
      "aws:assumeRoles[0].tags":
        "The stack configuration aws:assumeRoles[0].tags is not an object. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.<part>' <value>",
    },
  ],
  [
    "tags as the API has them",
    assuming({ tags: [{ Key: "a", Value: "b" }] }),
    {
      "aws:assumeRoles[0].tags":
        "The stack configuration aws:assumeRoles[0].tags is not an object. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.<part>' <value>",
    },
  ],
  [
    "a tag that is an object",
    assuming({ tags: { team: { name: "identity" } } }),
    {
      "aws:assumeRoles[0].tags.team":
        "The stack configuration aws:assumeRoles[0].tags.team is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.team' <value>",
    },
  ],
  [
    "a tag whose value has a character that none has",
    assuming({ tags: { team: "identity!" } }),
    {
      "aws:assumeRoles[0].tags.team":
        "The stack configuration aws:assumeRoles[0].tags.team is \"identity!\"; expected at most 256 letters, digits, blanks and characters of _.:/=+-@. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.team' <value>",
    },
  ],
  [
    "a tag whose value has 257 characters",
    assuming({ tags: { team: "t".repeat(257) } }),
    {
      "aws:assumeRoles[0].tags.team":
        "The stack configuration aws:assumeRoles[0].tags.team is \"ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt… (257 characters); expected at most 256 letters, digits, blanks and characters of _.:/=+-@. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.team' <value>",
    },
  ],
  [
    "a tag whose key is empty",
    assuming({ tags: { "": "identity" } }),
    {
      "aws:assumeRoles[0].tags":
        "The stack configuration aws:assumeRoles[0].tags has the key \"\"; expected 1 to 128 letters, digits, blanks and characters of _.:/=+-@. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.<key>' <value>",
    },
  ],
  [
    "a tag whose key has a line break",
    assuming({ tags: { "team\n": "identity" } }),
    {
      "aws:assumeRoles[0].tags":
        "The stack configuration aws:assumeRoles[0].tags has the key \"team\\n\"; expected 1 to 128 letters, digits, blanks and characters of _.:/=+-@. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.<key>' <value>",
    },
  ],
  [
    "a tag whose key has a zero-width space",
    assuming({ tags: { "team\u200b": "identity" } }),
    {
      "aws:assumeRoles[0].tags":
        'The stack configuration aws:assumeRoles[0].tags has the key "team\\u{200b}"; expected 1 to 128 letters, digits, blanks and characters of _.:/=+-@. It holds "\\u{200b}" (U+200B). Set it with: pulumi config set --path \'aws:assumeRoles[0].tags.<key>\' <value>',
    },
  ],
  [
    "a tag whose key has 129 characters",
    assuming({ tags: { ["k".repeat(129)]: "identity" } }),
    {
      "aws:assumeRoles[0].tags":
        "The stack configuration aws:assumeRoles[0].tags has the key \"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (129 characters); expected 1 to 128 letters, digits, blanks and characters of _.:/=+-@. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.<key>' <value>",
    },
  ],
  [
    "a tag whose key has a megabyte, and whose value is none",
    assuming({ tags: { ["k".repeat(1_000_000)]: null } }),
    {
      'aws:assumeRoles[0].tags."kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000000 characters)':
        "The stack configuration aws:assumeRoles[0].tags.\"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000000 characters) is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].tags.\"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000000 characters)' <value>",
    },
  ],
  [
    "51 tags",
    assuming({ tags: Object.fromEntries(Array.from({ length: 51 }, (_, number) => [`t${number}`, "x"])) }),
    {
      "aws:assumeRoles[0].tags":
        "The stack configuration aws:assumeRoles[0].tags has 51 tags; STS takes at most 50: remove some",
    },
  ],
  ["a tag in another script", assuming({ tags: { \u7d44: "\u8eab\u5206" } }), {}],
  [
    "transitive keys that are no list",
    assuming({ transitiveTagKeys: "team" }),
    {
      "aws:assumeRoles[0].transitiveTagKeys":
        "The stack configuration aws:assumeRoles[0].transitiveTagKeys is not a list. Set it with: pulumi config set --path 'aws:assumeRoles[0].transitiveTagKeys[0]' <value>",
    },
  ],
  [
    "a transitive key that is empty",
    assuming({ transitiveTagKeys: [""] }),
    {
      "aws:assumeRoles[0].transitiveTagKeys[0]":
        "The stack configuration aws:assumeRoles[0].transitiveTagKeys[0] is \"\"; expected 1 to 128 letters, digits, blanks and characters of _.:/=+-@. Set it with: pulumi config set --path 'aws:assumeRoles[0].transitiveTagKeys[0]' <value>",
    },
  ],
  [
    "a transitive key that is null",
    assuming({ transitiveTagKeys: ["team", null] }),
    {
      "aws:assumeRoles[0].transitiveTagKeys[1]":
        "The stack configuration aws:assumeRoles[0].transitiveTagKeys[1] is not text. Set it with: pulumi config set --path 'aws:assumeRoles[0].transitiveTagKeys[1]' <value>",
    },
  ],
  [
    "a transitive key with a line break",
    assuming({ transitiveTagKeys: ["team\n"] }),
    {
      "aws:assumeRoles[0].transitiveTagKeys[0]":
        "The stack configuration aws:assumeRoles[0].transitiveTagKeys[0] is \"team\\n\"; expected 1 to 128 letters, digits, blanks and characters of _.:/=+-@. Set it with: pulumi config set --path 'aws:assumeRoles[0].transitiveTagKeys[0]' <value>",
    },
  ],
  [
    "a transitive key of a megabyte",
    assuming({ transitiveTagKeys: ["k".repeat(1_000_000)] }),
    {
      "aws:assumeRoles[0].transitiveTagKeys[0]":
        "The stack configuration aws:assumeRoles[0].transitiveTagKeys[0] is \"kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk… (1000000 characters); expected 1 to 128 letters, digits, blanks and characters of _.:/=+-@. Set it with: pulumi config set --path 'aws:assumeRoles[0].transitiveTagKeys[0]' <value>",
    },
  ],
  [
    "51 transitive keys",
    assuming({ transitiveTagKeys: Array(51).fill("team") }),
    {
      "aws:assumeRoles[0].transitiveTagKeys":
        "The stack configuration aws:assumeRoles[0].transitiveTagKeys has 51 entries; it can have at most 50: remove some",
    },
  ],
];
