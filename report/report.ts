import { z } from "zod";
import type { Impact, Report } from "./shape";

const shownValue = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("value"), value: z.unknown() }),
    z.object({ kind: z.literal("none") }),
    z.object({ kind: z.literal("unknown") }),
    z.object({ kind: z.literal("secret") }),
  ])
  .describe("A value; or that there is none, that only pulumi up will know it, or that it is a secret");

const propertyChange = z.object({
  property: z.string().describe("The path of the property, such as customDomainConfig.certificateArn"),
  from: shownValue,
  to: shownValue,
  effect: z
    .enum(["replaces", "with the new domain", "in place", "recorded"])
    .describe(
      "Whether it replaces the domain, is set with the new domain, or changes the domain in place or Pulumi's state alone",
    ),
});

const consequence = z.object({
  level: z.enum(["outage", "action", "notice"]),
  text: z.string(),
  todo: z.string().exactOptional().describe("Of an action: what there is to do, in a few words"),
  source: z.string().describe("Where it is documented"),
});

/** From the gravest to the least: the order in which a report lists domains. */
export const impacts = [
  "sign-in ends",
  "outage",
  "refused",
  "new address",
  "in place",
  "none",
] as const satisfies readonly Impact[];

const domainChange = z.object({
  urn: z.string(),
  name: z.string().describe("The name of the resource"),
  position: z
    .object({ file: z.string(), line: z.number() })
    .nullable()
    .describe("Where the program declares it; the file within the Pulumi project"),
  domain: z
    .string()
    .nullable()
    .describe(
      "The domain's name, or the new one's where there is none yet; null where it is unknown or secret",
    ),
  action: z
    .enum(["create", "adopt", "update", "replace", "delete", "import", "forget", "keep"])
    .describe(
      "adopt: its create finds it and takes it over; forget: it leaves Pulumi's state, and stays in the cloud; keep: nothing is done, and it was changed outside of Pulumi",
    ),
  impact: z
    .enum(impacts)
    .describe(
      "What becomes of sign-in there: it ends, is down for a while, goes on while pulumi up fails at what the service refuses, moves to another address without a gap, goes on while something changes, or nothing becomes of it",
    ),
  order: z
    .enum(["delete first", "create first", "keep the old"])
    .nullable()
    .describe(
      "Of a replacement: which of the two domains is seen to first, or that the old one isn't deleted",
    ),
  successor: z
    .object({
      domain: z.string().nullable().describe("Its name; null where it is unknown or secret"),
      usualMinutes: z.tuple([z.number(), z.number()]),
      longestMinutes: z
        .number()
        .describe(
          "Its create timeout; where the old one is deleted first, the timeout of that delete beside",
        ),
    })
    .nullable()
    .describe(
      "Of a replacement: the new domain, and how long it takes until it is ACTIVE. Where sign-in is down, it is as long",
    ),
  causes: z.array(z.string()).describe("The properties that make the domain be replaced"),
  changes: z.array(propertyChange),
  drift: z
    .array(propertyChange.omit({ effect: true }))
    .describe("What a refresh found to have been changed outside of Pulumi"),
  recreated: z.boolean().describe("Whether a refresh found it gone, so that it is created anew"),
  duration: z.string().nullable().describe("How long it usually takes, in words"),
  consequences: z.array(consequence).describe("The gravest first"),
  commands: z
    .array(z.string())
    .describe("The same by hand: calls of the AWS CLI, and waits between them, for a POSIX shell"),
  runnable: z.boolean().describe("False where a command has a placeholder for what is unknown or secret"),
});

/** The schema with its members at hand. */
export const reportObject = z.object({
  version: z.literal(1),
  project: z.string(),
  stack: z.string(),
  verdict: z
    .enum(["incomplete", ...impacts])
    .describe(
      "The gravest impact of all; or that the preview failed or wasn't understood, and what follows isn't whole",
    ),
  errors: z.array(z.string()).describe("Why the preview failed, and what of it wasn't understood"),
  domains: z.array(domainChange).describe("Every user pool domain that changes, the gravest first"),
  others: z
    .record(z.string(), z.number())
    .describe("How many other resources change, by what the engine calls the change"),
}) satisfies z.ZodType<Report>;

/** The schema of `--format json`, as zod has it. A change that readers could trip over raises `version`. */
export const reportSchema: z.ZodType<Report> = reportObject;
