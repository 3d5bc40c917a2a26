import { unknownValue } from "../../../../provider/unknown";
import { type BadInput, prefix } from "./table";

const inRegion = (region: unknown) => prefix({ region });

export const regions: BadInput[] = [
  ["empty", inRegion(""), { region: 'region "" is not the name of an AWS Region such as eu-west-1' }],
  [
    "a number",
    inRegion(1),
    {
      region: 'region is 1; expected a string. The Region of the calls to Cognito. For example "eu-west-1".',
    },
  ],
  [
    "a list",
    inRegion(["us-east-1"]),
    {
      region:
        'region is ["us-east-1"]; expected a string. The Region of the calls to Cognito. For example "eu-west-1".',
    },
  ],
  [
    "upper case",
    inRegion("US-EAST-1"),
    { region: 'region "US-EAST-1" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "a place",
    inRegion("Ireland"),
    { region: 'region "Ireland" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "an availability zone",
    inRegion("us-east-1a"),
    { region: 'region "us-east-1a" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "a local zone",
    inRegion("us-west-2-lax-1a"),
    { region: 'region "us-west-2-lax-1a" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "global",
    inRegion("global"),
    { region: 'region "global" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "aws-global",
    inRegion("aws-global"),
    { region: 'region "aws-global" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "an underscore",
    inRegion("us_east_1"),
    { region: 'region "us_east_1" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "a trailing newline",
    inRegion("us-east-1\n"),
    { region: 'region "us-east-1\\n" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "a blank first",
    inRegion(" us-east-1"),
    { region: 'region " us-east-1" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "a full-width 1",
    inRegion("us-east-\uff11"),
    {
      region:
        'region "us-east-\uff11" is not the name of an AWS Region such as eu-west-1. It holds "\uff11" (U+FF11)',
    },
  ],
  [
    "a host that would get the credentials",
    inRegion("us-east-1.evil.example.com"),
    { region: 'region "us-east-1.evil.example.com" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "a fragment, which would lead elsewhere",
    inRegion("evil.example.com/#"),
    { region: 'region "evil.example.com/#" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "a URL",
    inRegion("https://cognito-idp.us-east-1.amazonaws.com"),
    {
      region:
        'region "https://cognito-idp.us-east-1.amazonaws.com" is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "three digits",
    inRegion("us-east-111"),
    { region: 'region "us-east-111" is not the name of an AWS Region such as eu-west-1' },
  ],
  [
    "a megabyte",
    inRegion("u".repeat(1_000_000)),
    {
      region:
        'region "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu… (1000000 characters) is not the name of an AWS Region such as eu-west-1',
    },
  ],
  [
    "another partition than the pool's",
    inRegion("cn-north-1"),
    {
      region:
        'region "cn-north-1" is in another partition than the user pool, which is in us-east-1: leave region out, or give a pool of that Region',
    },
  ],
  [
    "another Region than the pool's, right only for a replica",
    inRegion("eu-west-1"),
    {},
    [
      'my-app: region "eu-west-1" is not the Region in the user pool\'s id, us-east-1: right where the pool has a replica there; otherwise leave region out',
    ],
  ],
  [
    "another Region, while the pool is unknown",
    prefix({ region: "eu-west-1", userPoolId: unknownValue }),
    {},
  ],
  ["the pool's own Region", inRegion("us-east-1"), {}],
];
