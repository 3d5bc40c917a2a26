import { diagnosis } from "../provider/errors/diagnosis";

/** What is given to a report, and isn't a preview. */
export const previewFile = {
  nothing: diagnosis({
    says: () => "There is no preview: nothing came.",
    wayOut: () => "Did pulumi preview fail? What is expected is what `pulumi preview --json` prints.",
    cause: "The command before the pipe printed nothing, or the file is empty.",
    example: undefined,
  }),
  failedEarly: diagnosis({
    says: () => "pulumi preview failed before its first step:",
    wayOut: () => "what it printed on its stderr says why.",
    cause: "The program could not be started, or the stack's configuration could not be read.",
    example: undefined,
  }),
  stream: diagnosis({
    says: () => "This is a stream of the engine's events:",
    wayOut: () => "run pulumi preview --json without the variable PULUMI_ENABLE_STREAMING_JSON_PREVIEW.",
    cause: "With that variable, Pulumi prints an event on each line instead of one document.",
    example: undefined,
  }),
  noPreview: diagnosis({
    says: ({ problem }: { problem: string }) =>
      `This isn't what \`pulumi preview --json\` prints (${problem}).`,
    wayOut: () => "Keep its stdout apart from its stderr: pulumi preview --json > preview.json",
    cause: "What came is another document, or has lines of something else in it.",
    example: { problem: "it has neither steps nor diagnostics" },
  }),
  unknownStep: diagnosis({
    says: ({ name, operation }: { name: string; operation: string }) =>
      `${name}: the preview has "${operation}" for it, which isn't known here:`,
    wayOut: () => "update pulumi-cognito-domain, and report it.",
    cause:
      "The engine is newer than the report, and does something with a domain that the report can't judge.",
    example: { name: "login", operation: "rename" },
  }),
};

/** A resource by its name in the program, and what it has. */
interface Other {
  readonly other: string;
  readonly why: string;
}

const holder: Other = { other: "old-login", why: "resource old-login has that name" };

function refused(why: string): string {
  return `The create will be refused, and pulumi up fails: ${why}`;
}

/** What is in the way of a domain that a preview would create. */
export const obstacles = {
  both: diagnosis({
    says: ({ why }: Other) => refused(`${why}.`),
    wayOut: () => "One of the two has to go first.",
    cause:
      "A name exists once, and a user pool has one domain of a kind: two resources of the program want the same.",
    example: holder,
  }),
  deletedTooLate: diagnosis({
    says: ({ why }: Other) => refused(`${why}, and is deleted only afterwards.`),
    wayOut: ({ other }) =>
      `If they are one resource that was renamed or moved in the program, give it its old place in aliases, and nothing happens to the domain. Otherwise take ${other} out in a deploy of its own, with sign-in down in between.`,
    cause: "Pulumi creates before it deletes, and takes a resource that was renamed for another one.",
    example: holder,
  }),
  otherDeletedTooLate: diagnosis({
    says: ({ why }: Other) => refused(`${why}, and is deleted only afterwards.`),
    wayOut: ({ other }) =>
      `If they are one resource that was renamed in the program, give it its old name in aliases, and Pulumi replaces the domain. Otherwise take ${other} out in a deploy of its own first.`,
    cause:
      "Pulumi creates before it deletes, and takes a resource that was renamed for another one. Here its domain changes as well.",
    example: {
      other: "old-login",
      why: "resource old-login has auth.example.com on the same user pool, which holds one of a kind",
    },
  }),
  createdFirst: diagnosis({
    says: ({ domain, why }: { domain: string; why: string }) =>
      refused(
        `${domain} is deleted only afterwards, and ${why}. Pulumi creates first where the program says deleteBeforeReplace: false, and where it is told to replace (--replace, --target-replace).`,
      ),
    wayOut: () =>
      "The resource option deleteBeforeReplace: true has it delete first, with sign-in down in between.",
    cause:
      "The provider would have the old domain deleted first, and the program or the command line says otherwise.",
    example: { domain: "auth.example.com", why: "a user pool has one domain of a kind" },
  }),
  retained: diagnosis({
    says: ({ domain }: { domain: string }) =>
      refused(`${domain} stays in the cloud, because retainOnDelete is set, and is in the way.`),
    wayOut: () => "Take retainOnDelete out, and run pulumi up, before it is replaced.",
    cause: "With `retainOnDelete`, Pulumi forgets the old domain instead of deleting it.",
    example: { domain: "auth.example.com" },
  }),
};

/** What else only a report tells, which sees all resources of a preview. */
export const findings = {
  takenOver: diagnosis({
    says: ({ other }: { other: string }) =>
      `It is there already as resource ${other}, and is taken over from it, because adoptExisting is set: it isn't deleted, and sign-in goes on.`,
    cause: "A resource was renamed or moved in the program, and its successor finds the domain.",
    unsaid: "Nothing to do. Take `adoptExisting` out after the deploy.",
    example: { other: "old-login" },
  }),
  leftToSuccessor: diagnosis({
    says: ({ domain, other }: { domain: string; other: string }) =>
      `${domain} is taken over by resource ${other}, and isn't deleted.`,
    cause: "A resource was renamed or moved in the program, and its successor has `adoptExisting`.",
    unsaid: "Nothing to do.",
    example: { domain: "auth.example.com", other: "login" },
  }),
  foundByItsReplacement: diagnosis({
    says: () =>
      "Its create finds the domain that is there and takes it over, because adoptExisting is set: it isn't deleted, and sign-in goes on.",
    cause: "The domain is to be replaced by one of the same name on the same pool.",
    unsaid: "Nothing to do.",
    example: undefined,
  }),
  avoidableGap: diagnosis({
    says: () =>
      "The old domain isn't in the way of the new one. Pulumi deletes it first all the same, where the program says deleteBeforeReplace: true or where what it depends on is replaced so;",
    wayOut: () => "without that there would be no gap.",
    cause: "The provider would have the new domain created first, and the program says otherwise.",
    example: undefined,
  }),
  staysChanged: diagnosis({
    says: () => "It was changed outside of Pulumi, in what the program leaves to the service, and stays so.",
    cause: "What a program leaves out, such as `securityPolicy`, isn't managed: it is only shown.",
    unsaid: "If the change wasn't meant, write the value into the program.",
    example: undefined,
  }),
  imported: diagnosis({
    says: () => "It comes into Pulumi's state as it is; Cognito is not called.",
    cause: "The program, or `pulumi import`, takes in a domain that is there.",
    unsaid: "Nothing to do.",
    example: undefined,
  }),
  onlyRead: diagnosis({
    says: () => "The program only reads it from now on: it leaves what Pulumi manages, and stays as it is.",
    cause: "The resource has become a `UserPoolDomain.get`.",
    unsaid: "Nothing to do, unless Pulumi was to go on managing it.",
    example: undefined,
  }),
  leftBehind: diagnosis({
    says: () => "It was replaced in an earlier run, which didn't get as far as its delete.",
    cause: "Pulumi remembers what a replacement has yet to delete, and goes on with it.",
    unsaid: "Nothing to do.",
    example: undefined,
  }),
  goesBefore: diagnosis({
    says: () => "It isn't in the program any more, and goes before what it depends on, which is replaced.",
    cause: "Pulumi deletes what depends on a resource before it deletes that.",
    unsaid: "Nothing to do.",
    example: undefined,
  }),
};
