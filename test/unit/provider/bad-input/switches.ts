import { type BadInput, prefix } from "./table";

export const switches: BadInput[] = [
  [
    "waitForDeployment that is a string",
    prefix({ waitForDeployment: "false" }),
    {
      waitForDeployment:
        'waitForDeployment is "false"; expected true or false (from stack configuration: config.requireBoolean)',
    },
  ],
  [
    "waitForDeployment that is 0",
    prefix({ waitForDeployment: 0 }),
    {
      waitForDeployment:
        "waitForDeployment is 0; expected true or false (from stack configuration: config.requireBoolean)",
    },
  ],
  [
    "waitForDeployment that is an empty string",
    prefix({ waitForDeployment: "" }),
    {
      waitForDeployment:
        'waitForDeployment is ""; expected true or false (from stack configuration: config.requireBoolean)',
    },
  ],
  [
    "waitForDeployment that is a list",
    prefix({ waitForDeployment: [true] }),
    {
      waitForDeployment:
        "waitForDeployment is [true]; expected true or false (from stack configuration: config.requireBoolean)",
    },
  ],
  ["waitForDeployment that is null, which is the default", prefix({ waitForDeployment: null }), {}],
  [
    "adoptExisting that is a string",
    prefix({ adoptExisting: "true" }),
    {
      adoptExisting:
        'adoptExisting is "true"; expected true or false (from stack configuration: config.requireBoolean)',
    },
  ],
  [
    "adoptExisting in another language",
    prefix({ adoptExisting: "yes" }),
    {
      adoptExisting:
        'adoptExisting is "yes"; expected true or false (from stack configuration: config.requireBoolean)',
    },
  ],
  [
    "adoptExisting that is 1",
    prefix({ adoptExisting: 1 }),
    {
      adoptExisting:
        "adoptExisting is 1; expected true or false (from stack configuration: config.requireBoolean)",
    },
  ],
  [
    "adoptExisting that is an object",
    prefix({ adoptExisting: {} }),
    {
      adoptExisting:
        "adoptExisting is {}; expected true or false (from stack configuration: config.requireBoolean)",
    },
  ],
  [
    "waitForDeployment that is a look-alike",
    prefix({ waitForDeployment: "tru\u0435" }),
    {
      waitForDeployment:
        'waitForDeployment is "tru\u0435"; expected true or false (from stack configuration: config.requireBoolean). It holds "\u0435" (U+0435)',
    },
  ],
  [
    "adoptExisting that is a megabyte",
    prefix({ adoptExisting: "y".repeat(1_000_000) }),
    {
      adoptExisting:
        'adoptExisting is "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy… (1000000 characters); expected true or false (from stack configuration: config.requireBoolean)',
    },
  ],
];
