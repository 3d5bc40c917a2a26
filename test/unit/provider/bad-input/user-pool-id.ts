import { type BadInput, prefix } from "./table";

const onPool = (userPoolId: unknown) => prefix({ userPoolId });

export const userPoolIds: BadInput[] = [
  [
    "left out",
    { domain: "my-app" },
    {
      userPoolId:
        'userPoolId is missing. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
    },
  ],
  [
    "null",
    onPool(null),
    {
      userPoolId:
        'userPoolId is missing. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
    },
  ],
  [
    "empty",
    onPool(""),
    {
      userPoolId:
        'userPoolId "" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "a number",
    onPool(1),
    {
      userPoolId:
        'userPoolId is 1; expected a string. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
    },
  ],
  [
    "a list",
    onPool(["us-east-1_AbCdEf123"]),
    {
      userPoolId:
        'userPoolId is ["us-east-1_AbCdEf123"]; expected a string. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
    },
  ],
  [
    "an object, such as the pool itself",
    onPool({ id: "us-east-1_AbCdEf123" }),
    {
      userPoolId:
        'userPoolId is {"id":"us-east-1_AbCdEf123"}; expected a string. The user pool that the domain signs people in to. For example "us-east-1_AbCdEf123".',
    },
  ],
  [
    "a pool's ARN",
    onPool("arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123"),
    {
      userPoolId:
        'userPoolId "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEf123" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "a short ARN of a pool",
    onPool("arn:aws:cognito-idp:::userpool/us-east-1_A"),
    {
      userPoolId:
        'userPoolId "arn:aws:cognito-idp:::userpool/us-east-1_A" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "a pool's name",
    onPool("customers"),
    {
      userPoolId:
        'userPoolId "customers" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "an identity pool's id",
    onPool("us-east-1:11111111-1111-4111-8111-111111111111"),
    {
      userPoolId:
        'userPoolId "us-east-1:11111111-1111-4111-8111-111111111111" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "an app client's id",
    onPool("1example23456789"),
    {
      userPoolId:
        'userPoolId "1example23456789" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "nothing before the underscore",
    onPool("_AbCdEf123"),
    {
      userPoolId:
        'userPoolId "_AbCdEf123" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "nothing after the underscore",
    onPool("us-east-1_"),
    {
      userPoolId:
        'userPoolId "us-east-1_" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "a hyphen after the underscore",
    onPool("us-east-1_Ab-Cd"),
    {
      userPoolId:
        'userPoolId "us-east-1_Ab-Cd" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "a trailing newline",
    onPool("us-east-1_AbCdEf123\n"),
    {
      userPoolId:
        'userPoolId "us-east-1_AbCdEf123\\n" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "a blank first",
    onPool(" us-east-1_AbCdEf123"),
    {
      userPoolId:
        'userPoolId " us-east-1_AbCdEf123" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN)',
    },
  ],
  [
    "a zero-width space",
    onPool("us-east-1_AbCdEf123\u200b"),
    {
      userPoolId:
        'userPoolId "us-east-1_AbCdEf123\\u{200b}" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN). It holds "\\u{200b}" (U+200B)',
    },
  ],
  [
    "a Cyrillic letter that looks Latin",
    onPool("us-east-1_\u0410bCdEf123"),
    {
      userPoolId:
        'userPoolId "us-east-1_\u0410bCdEf123" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN). It holds "\u0410" (U+0410)',
    },
  ],
  [
    "full-width digits",
    onPool("us-east-1_\uff11\uff12"),
    {
      userPoolId:
        'userPoolId "us-east-1_\uff11\uff12" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN). It holds "\uff11" (U+FF11)',
    },
  ],
  [
    "a non-breaking hyphen",
    onPool("us\u2011east\u20111_AbCdEf123"),
    {
      userPoolId:
        'userPoolId "us\u2011east\u20111_AbCdEf123" is not a user pool id: expected <region>_<id> such as us-east-1_AbCdEf123 (the pool\'s id, not its name or ARN). It holds "\u2011" (U+2011)',
    },
  ],
  [
    "the Region in upper case",
    onPool("US-EAST-1_AbCdEf123"),
    {
      userPoolId:
        'userPoolId "US-EAST-1_AbCdEf123" has upper-case letters in its Region: write "us-east-1_AbCdEf123"',
    },
  ],
  ["55 characters", onPool(`us-east-1_${"a".repeat(45)}`), {}],
  [
    "56 characters",
    onPool(`us-east-1_${"a".repeat(46)}`),
    {
      userPoolId:
        'userPoolId "us-east-1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" has 56 characters; the service takes at most 55',
    },
  ],
  [
    "a megabyte",
    onPool(`us-east-1_${"a".repeat(1_000_000)}`),
    {
      userPoolId:
        'userPoolId "us-east-1_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa… (1000010 characters) has 1000010 characters; the service takes at most 55',
    },
  ],
  ["the number of another server", onPool("local_2ax"), {}],
];
