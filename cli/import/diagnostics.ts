import { diagnosis } from "../../provider/errors/diagnosis";

const domain = "auth.example.com";
const region = "us-east-1";
const userPoolId = "us-east-1_AbCdEf123";

/** What `cognito-domain import` refuses to begin with. */
export const importOptions = {
  oneWay: diagnosis({
    after: "error:",
    says: () => "give either domains, or --user-pool-id, or --all",
    cause: "The command takes in what is named in exactly one of the three ways.",
    unsaid: "`npx cognito-domain import --help` has examples.",
    example: undefined,
  }),
  nameOfOne: diagnosis({
    after: "error:",
    says: () => "--name is for one domain that is named;",
    wayOut: () => "others are named after their domains",
    cause: "Two resources can't have one name, and how many domains a pool has is only known afterwards.",
    example: undefined,
  }),
  regionOfPool: diagnosis({
    after: "error:",
    says: ({ userPoolId, own }: { userPoolId: string; own: string; region: string }) =>
      `--user-pool-id ${userPoolId} is in ${own}:`,
    wayOut: ({ region }) => `leave --region ${region} out`,
    cause: "The Region stands in the pool's id.",
    example: { userPoolId, own: region, region: "eu-west-1" },
  }),
  parent: diagnosis({
    after: "error: option '--parent <name=urn>' argument 'app' is invalid.",
    says: () =>
      "Expected what the program calls the parent and its URN, in quotes because of the $, and no word of the language for a name: 'app=urn:pulumi:dev::shop::acme:App::app'.",
    wayOut: () => "The URNs are shown by: pulumi stack --show-urns",
    cause:
      "The code that is printed names the parent as the program does, and the state knows it by its URN.",
    example: undefined,
  }),
};

/** What `cognito-domain import` finds. */
export const importable = {
  noDomain: diagnosis({
    says: ({ domain, region }: { domain: string; region: string }) =>
      `There is no domain ${domain} in ${region}.`,
    wayOut: () =>
      "A prefix domain is only found in its own Region: name another with --region. The domains of a user pool are found with --user-pool-id, those of the Region with --all.",
    cause: "The name is mistyped, or the domain is in another Region.",
    example: { domain, region },
  }),
  inAnotherRegion: diagnosis({
    says: ({ domain, userPoolId }: { domain: string; userPoolId: string; own: string }) =>
      `${domain} is on user pool ${userPoolId}, and managed in its Region:`,
    wayOut: ({ own }) => `run the command again with --region ${own}.`,
    cause: "The service describes a custom domain in other Regions too.",
    example: { domain, userPoolId: "eu-west-1_AbCdEf123", own: "eu-west-1" },
  }),
  noPool: diagnosis({
    says: ({ userPoolId, region }: { userPoolId: string; region: string }) =>
      `There is no user pool ${userPoolId} in ${region}, in the account of these credentials:`,
    wayOut: ({ region }) =>
      `check the id and --profile, or see all with: aws cognito-idp list-user-pools --max-results 60 --region ${region}`,
    cause: "The id is mistyped, or the credentials are of another account.",
    example: { userPoolId, region },
  }),
  poolWithoutDomain: diagnosis({
    says: ({ userPoolId, region }: { userPoolId: string; region: string }) =>
      `User pool ${userPoolId} in ${region} has no domain to import.`,
    cause: "The pool has neither a prefix domain nor a custom one.",
    unsaid: "Declare one in the program, and `pulumi up` creates it.",
    example: { userPoolId, region },
  }),
  nothing: diagnosis({
    says: ({
      what,
      region,
    }: {
      what: "user pool" | "domain to import";
      region: string;
      skipped: readonly string[];
    }) => `There is no ${what} in ${region}:`,
    wayOut: ({ skipped }) => ["name another with --region.", ...skipped].join(" "),
    cause:
      "With `--all`, the user pools of one Region and account are looked through. What was left out of them follows in the message.",
    example: { what: "domain to import", region, skipped: [] },
  }),
  justDeleted: diagnosis({
    says: ({ domain }: { domain: string }) => `${domain} has just been deleted:`,
    wayOut: () => "run the command again.",
    cause: "Somebody deleted the domain between two looks.",
    example: { domain },
  }),
  goneMeanwhile: diagnosis({
    after: "warning: Left out:",
    says: ({ what }: { what: string }) => `${what} has just been deleted.`,
    cause: "Somebody deleted it between two looks. With `--all`, that is no error.",
    unsaid: "Nothing to do.",
    example: { what: "User pool us-east-1_AbCdEf123" },
  }),
  beingDeleted: diagnosis({
    says: ({ domain }: { domain: string }) => `${domain} is being deleted: it can't be imported.`,
    cause: "Its status is DELETING, which nothing stops.",
    unsaid: "Wait until it is gone. To have it again, declare it in the program.",
    example: { domain },
  }),
  unfit: diagnosis({
    says: ({ domain, reasons }: { domain: string; reasons: string }) =>
      `${domain} can't be managed as it is, since a preview would refuse it: ${reasons}.`,
    cause:
      "The domain is held against the rules that every preview holds, and the service has taken what they refuse.",
    unsaid: "Report it: the rules are meant to take whatever the service has.",
    example: {
      domain,
      reasons:
        'customDomainConfig.certificateArn "arn:aws:iam::123456789012:server-certificate/one" is not the ARN of an ACM certificate. Expected arn:aws:acm:us-east-1:<account>:certificate/<id>',
    },
  }),
  busy: diagnosis({
    after: "warning:",
    says: ({ domain, status }: { domain: string; status: string }) =>
      `${domain} is ${status}: somebody is changing it.`,
    wayOut: () =>
      "The next preview shows an update, which changes nothing and waits until it is ACTIVE; to see no change, run this command again then.",
    cause: "A create or an update of somebody else is under way.",
    example: { domain, status: "UPDATING" },
  }),
  lost: diagnosis({
    after: "warning:",
    says: ({ domain, status }: { domain: string; status: string }) =>
      `${domain} is ${status}: the service has given it up.`,
    wayOut: () =>
      "The next preview shows its replacement, and pulumi up deletes it and creates it anew; put its certificate and DNS in order before.",
    cause: "A create or an update could not be carried out.",
    example: { domain, status: "FAILED" },
  }),
};
