import { type BadInput, prefix } from "./table";

const limited = (timeouts: unknown) => prefix({ timeouts });
const within = (create: unknown) => limited({ create });

export const timeouts: BadInput[] = [
  [
    "a duration in its place",
    limited("60m"),
    {
      timeouts:
        'timeouts is "60m"; expected an object with create, update, delete (from stack configuration: config.requireObject)',
    },
  ],
  [
    "a number in its place",
    limited(60),
    {
      timeouts:
        "timeouts is 60; expected an object with create, update, delete (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a list",
    limited(["60m"]),
    {
      timeouts:
        'timeouts is ["60m"]; expected an object with create, update, delete (from stack configuration: config.requireObject)',
    },
  ],
  ["nothing in it", limited({}), {}],
  [
    "a step that there is none",
    limited({ read: "5m" }),
    {
      "timeouts.read":
        "timeouts.read is not a property of a user pool domain. Known here: create, update, delete",
    },
  ],
  [
    "a step in upper case",
    limited({ Create: "5m" }),
    {
      "timeouts.Create":
        "timeouts.Create is not a property of a user pool domain; did you mean timeouts.create? Known here: create, update, delete",
    },
  ],
  [
    "all three wrong",
    limited({ create: "1", update: "2", delete: "3" }),
    {
      "timeouts.create":
        'timeouts.create "1" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
      "timeouts.update":
        'timeouts.update "2" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
      "timeouts.delete":
        'timeouts.delete "3" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a number",
    within(60),
    {
      "timeouts.create":
        'timeouts.create is 60; expected a string. Until the domain is ACTIVE. For example "60m".',
    },
  ],
  [
    "an object",
    within({ minutes: 60 }),
    {
      "timeouts.create":
        'timeouts.create is {"minutes":60}; expected a string. Until the domain is ACTIVE. For example "60m".',
    },
  ],
  [
    "a number that is a string",
    within("60"),
    {
      "timeouts.create":
        'timeouts.create "60" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "empty",
    within(""),
    {
      "timeouts.create":
        'timeouts.create "" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a blank between number and unit",
    within("60 m"),
    {
      "timeouts.create":
        'timeouts.create "60 m" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a blank between parts",
    within("1h 30m"),
    {
      "timeouts.create":
        'timeouts.create "1h 30m" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a trailing newline",
    within("60m\n"),
    {
      "timeouts.create":
        'timeouts.create "60m\\n" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a unit alone",
    within("m"),
    {
      "timeouts.create":
        'timeouts.create "m" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a unit in upper case",
    within("5M"),
    {
      "timeouts.create":
        'timeouts.create "5M" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "days",
    within("1d"),
    {
      "timeouts.create":
        'timeouts.create "1d" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "words",
    within("5 minutes"),
    {
      "timeouts.create":
        'timeouts.create "5 minutes" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "ISO 8601",
    within("PT60M"),
    {
      "timeouts.create":
        'timeouts.create "PT60M" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a clock",
    within("01:30:00"),
    {
      "timeouts.create":
        'timeouts.create "01:30:00" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a negative duration",
    within("-1m"),
    {
      "timeouts.create":
        'timeouts.create "-1m" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a comma for a point",
    within("1,5h"),
    {
      "timeouts.create":
        'timeouts.create "1,5h" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "no digit before the point",
    within(".5h"),
    {
      "timeouts.create":
        'timeouts.create ".5h" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "no digit after the point",
    within("1.h"),
    {
      "timeouts.create":
        'timeouts.create "1.h" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "an exponent",
    within("1e3s"),
    {
      "timeouts.create":
        'timeouts.create "1e3s" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "infinity",
    within("Infinityh"),
    {
      "timeouts.create":
        'timeouts.create "Infinityh" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "full-width digits",
    within("\uff16\uff10m"),
    {
      "timeouts.create":
        'timeouts.create "\uff16\uff10m" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m". It holds "\uff16" (U+FF16)',
    },
  ],
  [
    "no time at all",
    within("0h0m"),
    { "timeouts.create": 'timeouts.create "0h0m" is no time at all: give more than 0' },
  ],
  [
    "24 hours and a millisecond",
    within("24h1ms"),
    { "timeouts.create": 'timeouts.create "24h1ms" is longer than a day: give at most 24h' },
  ],
  [
    "a very long time",
    within("9999999h"),
    { "timeouts.create": 'timeouts.create "9999999h" is longer than a day: give at most 24h' },
  ],
  [
    "more than a number can hold",
    within(`${"9".repeat(400)}h`),
    {
      "timeouts.create":
        'timeouts.create "999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999… (401 characters) is longer than a day: give at most 24h',
    },
  ],
  [
    "a megabyte of digits",
    within("1".repeat(1_000_000)),
    {
      "timeouts.create":
        'timeouts.create "111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111111… (1000000 characters) is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a megabyte of durations",
    within("1h".repeat(500_000)),
    {
      "timeouts.create":
        'timeouts.create "1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1… (1000000 characters) is longer than a day: give at most 24h',
    },
  ],
  ["a decimal duration", within("1.5h"), {}],
  ["two parts", within("1h30m"), {}],
  ["24 hours", within("24h"), {}],
  [
    "an update without a unit",
    limited({ update: "60" }),
    {
      "timeouts.update":
        'timeouts.update "60" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "an update that is a number",
    limited({ update: 60 }),
    {
      "timeouts.update":
        'timeouts.update is 60; expected a string. Until the change is in force. For example "60m".',
    },
  ],
  [
    "an update of no time",
    limited({ update: "0s" }),
    { "timeouts.update": 'timeouts.update "0s" is no time at all: give more than 0' },
  ],
  [
    "an update of more than a day",
    limited({ update: "25h" }),
    { "timeouts.update": 'timeouts.update "25h" is longer than a day: give at most 24h' },
  ],
  [
    "an update with a zero-width space",
    limited({ update: "60m\u200b" }),
    {
      "timeouts.update":
        'timeouts.update "60m\\u{200b}" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m". It holds "\\u{200b}" (U+200B)',
    },
  ],
  [
    "an update that is a megabyte",
    limited({ update: "m".repeat(1_000_000) }),
    {
      "timeouts.update":
        'timeouts.update "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm… (1000000 characters) is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a delete that is empty",
    limited({ delete: "" }),
    {
      "timeouts.delete":
        'timeouts.delete "" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a delete that is a boolean",
    limited({ delete: true }),
    {
      "timeouts.delete":
        'timeouts.delete is true; expected a string. Until the domain is gone. For example "60m".',
    },
  ],
  [
    "a delete in days",
    limited({ delete: "1d" }),
    {
      "timeouts.delete":
        'timeouts.delete "1d" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a delete of less than none",
    limited({ delete: "-5m" }),
    {
      "timeouts.delete":
        'timeouts.delete "-5m" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a delete with a blank",
    limited({ delete: "5 m" }),
    {
      "timeouts.delete":
        'timeouts.delete "5 m" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "a delete of a year",
    limited({ delete: "8760h" }),
    { "timeouts.delete": 'timeouts.delete "8760h" is longer than a day: give at most 24h' },
  ],
  [
    "all three, each wrong in its own way",
    limited({ create: "1h 30m", update: [], delete: "PT5M" }),
    {
      "timeouts.create":
        'timeouts.create "1h 30m" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
      "timeouts.update":
        'timeouts.update is []; expected a string. Until the change is in force. For example "60m".',
      "timeouts.delete":
        'timeouts.delete "PT5M" is not a duration: use numbers with the units ms, s, m and h, such as "45s", "20m" or "1h30m"',
    },
  ],
  [
    "timeouts that are null, as JSON",
    limited("null"),
    {
      timeouts:
        'timeouts is "null"; expected an object with create, update, delete (from stack configuration: config.requireObject)',
    },
  ],
  [
    "a switch in their place",
    limited(false),
    {
      timeouts:
        "timeouts is false; expected an object with create, update, delete (from stack configuration: config.requireObject)",
    },
  ],
  [
    "a duration in full-width digits in their place",
    limited("\uff16\uff10m"),
    {
      timeouts:
        'timeouts is "\uff16\uff10m"; expected an object with create, update, delete (from stack configuration: config.requireObject). It holds "\uff16" (U+FF16)',
    },
  ],
];
