import { type BadInput, prefix } from "./table";

const branded = (managedLoginVersion: unknown) => prefix({ managedLoginVersion });

export const managedLoginVersions: BadInput[] = [
  [
    "a number that is a string",
    branded("2"),
    {
      managedLoginVersion:
        'managedLoginVersion is "2"; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)',
    },
  ],
  [
    "a number with a blank",
    branded("2 "),
    {
      managedLoginVersion:
        'managedLoginVersion is "2 "; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)',
    },
  ],
  [
    "an empty string",
    branded(""),
    {
      managedLoginVersion:
        'managedLoginVersion is ""; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)',
    },
  ],
  [
    "0",
    branded(0),
    {
      managedLoginVersion:
        "managedLoginVersion is 0; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "3",
    branded(3),
    {
      managedLoginVersion:
        "managedLoginVersion is 3; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "a negative number",
    branded(-1),
    {
      managedLoginVersion:
        "managedLoginVersion is -1; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "a fraction",
    branded(1.5),
    {
      managedLoginVersion:
        "managedLoginVersion is 1.5; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "no number at all",
    branded(Number.NaN),
    {
      managedLoginVersion:
        "managedLoginVersion is NaN; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "infinity",
    branded(Number.POSITIVE_INFINITY),
    {
      managedLoginVersion:
        "managedLoginVersion is Infinity; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "a huge number",
    branded(1e308),
    {
      managedLoginVersion:
        "managedLoginVersion is 1e+308; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "true",
    branded(true),
    {
      managedLoginVersion:
        "managedLoginVersion is true; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "a list",
    branded([2]),
    {
      managedLoginVersion:
        "managedLoginVersion is [2]; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "an object",
    branded({ version: 2 }),
    {
      managedLoginVersion:
        'managedLoginVersion is {"version":2}; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)',
    },
  ],
  [
    "a date, which Pulumi passes as an object with nothing in it",
    branded({}),
    {
      managedLoginVersion:
        "managedLoginVersion is {}; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)",
    },
  ],
  [
    "a big integer",
    branded(2n),
    {
      managedLoginVersion:
        'managedLoginVersion is "2"; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)',
    },
  ],
  [
    "a word",
    branded("managed"),
    {
      managedLoginVersion:
        'managedLoginVersion is "managed"; allowed: 1, 2 as a number (from stack configuration: config.requireNumber)',
    },
  ],
  [
    "a full-width 2",
    branded("\uff12"),
    {
      managedLoginVersion:
        'managedLoginVersion is "\uff12"; allowed: 1, 2 as a number (from stack configuration: config.requireNumber). It holds "\uff12" (U+FF12)',
    },
  ],
  ["null, which is none", branded(null), {}],
];
