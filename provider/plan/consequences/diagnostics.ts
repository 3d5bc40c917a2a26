import { diagnosis } from "../../errors/diagnosis";

/** A domain as it is called in a sentence: by its name, or as "the new domain" while that isn't known. */
interface Named {
  readonly domain: string;
}

/** The domain that goes, and the one that comes in its place. */
interface Succession {
  readonly held: string;
  readonly wanted: string;
}

const custom: Named = { domain: "auth.example.com" };
const succession: Succession = { held: "auth.example.com", wanted: "login.example.com" };
const works =
  "login.example.com is ACTIVE and its DNS record leads there: usually 5 to 15 minutes, and up to 1 hour.";

const passkeyCause =
  "Passkeys are bound to the name that they were registered on. A user pool takes the name of its custom domain for that, unless it is told another.";
const passkeyWayOut =
  "Set the pool's RP ID to the name that people have registered on (`WebAuthnConfiguration.RelyingPartyId` of SetUserPoolMfaConfig), or have them register anew.";

export const creating = {
  takesTime: diagnosis({
    says: ({ domain, usually }: Named & { usually: string }) =>
      `Sign-in at ${domain} works once it is ACTIVE: usually ${usually}.`,
    cause: "The service answers a create before it is done.",
    unsaid: "Nothing to do: `pulumi up` waits for it.",
    example: { ...custom, usually: "5 to 15 minutes, and up to 1 hour" },
  }),
  needsAlias: diagnosis({
    says: ({ domain }: Named) =>
      `Sign-in at ${domain} needs a DNS alias record that points to the output cloudFrontDistribution.`,
    cause: "A custom domain is served by CloudFront, and DNS has to lead there.",
    unsaid:
      "Declare the record in the same program, from the outputs `cloudFrontDistribution` and `cloudFrontHostedZoneId`.",
    example: custom,
  }),
  takesPasskeys: diagnosis({
    says: () =>
      "The passkey RP ID moves to the custom domain, unless it is set explicitly: passkeys registered on a prefix domain of the pool stop working there.",
    cause: passkeyCause,
    unsaid: passkeyWayOut,
    example: undefined,
  }),
  needsBrandingStyle: diagnosis({
    says: () =>
      "Managed login needs a branding style for each app client (CreateManagedLoginBranding), and a user pool on a plan above Lite: without a style the sign-in pages can't be shown.",
    cause: "`managedLoginVersion: 2` turns to managed login, whose pages have a style for each app client.",
    unsaid:
      "Declare an `aws.cognito.ManagedLoginBranding` for each app client, or stay with `managedLoginVersion: 1`.",
    example: undefined,
  }),
};

export const deleting = {
  signInEnds: diagnosis({
    says: ({ domain }: Named) => `Sign-in at ${domain} stops, and doesn't come back.`,
    cause: "The domain goes, and none comes in its place.",
    unsaid:
      "If that isn't meant: keep the resource in the program, or set the resource option `retainOnDelete` and deploy that first.",
    example: custom,
  }),
  danglingRecord: diagnosis({
    says: ({ domain }: Named) => `The DNS record of ${domain} points to nothing from then on:`,
    wayOut: () => "remove it.",
    cause: "The record leads to a CloudFront name that nobody has any more, and that somebody else may get.",
    example: custom,
  }),
  prefixFreed: diagnosis({
    says: ({ domain }: Named) =>
      `The prefix ${domain} becomes free, and anybody with an AWS account can take it.`,
    cause: "A prefix belongs to whoever creates a domain of that name first.",
    unsaid: "Take the address out of every application and identity provider that has it.",
    example: { domain: "my-app" },
  }),
  staysInTheCloud: diagnosis({
    says: ({ domain }: Named) =>
      `${domain} leaves Pulumi's state and stays in the cloud, because retainOnDelete is set: sign-in goes on there.`,
    cause: "With the resource option `retainOnDelete`, Pulumi forgets the domain and doesn't delete it.",
    unsaid: "Nothing to do, unless it was to go: then delete it by hand.",
    example: custom,
  }),
};

export const replacing = {
  signInDown: diagnosis({
    says: ({ held, works }: Pick<Succession, "held"> & { works: string }) =>
      `Sign-in at ${held} stops with its delete and works again once ${works}`,
    cause:
      "A name exists once, and a user pool has one domain of a kind: the old domain is in the way of the new one, and has to go first.",
    unsaid:
      "Deploy it when nobody signs in. A domain of the other kind on the same pool, created before and deleted afterwards, keeps a way in.",
    example: { held: succession.held, works },
  }),
  notWaitedFor: diagnosis({
    says: ({ held, wanted, works }: Succession & { works: string }) =>
      `${wanted} is created first, but not waited for, as waitForDeployment is false: ${held} is deleted while the new one isn't ACTIVE yet, and nobody can sign in until ${works}`,
    wayOut: () => "Without waitForDeployment: false there would be no gap.",
    cause: "Pulumi deletes the old domain once the create has returned, which it does at once.",
    example: { held: "my-app", wanted: "login.example.com", works },
  }),
  createdFirst: diagnosis({
    says: ({ held, wanted }: Succession) =>
      `${wanted} is created first, and ${held} is deleted once it is ACTIVE: there is no gap, but sign-in at ${held} ends then for whoever still uses it.`,
    cause: "The two are in nobody's way, so that both can be there for a while.",
    unsaid:
      "Move the applications between two deploys: one that adds the new domain as a resource of its own, and one that takes the old one out.",
    example: { held: "my-app", wanted: "login.example.com" },
  }),
  deletingAlready: diagnosis({
    says: ({ held, works }: Pick<Succession, "held"> & { works: string }) =>
      `${held} is DELETING already. Sign-in works once ${works}`,
    cause: "Somebody, or an earlier run, has begun to delete the domain, which can't be stopped.",
    unsaid: "Nothing to do: `pulumi up` waits until it is gone, and creates it anew.",
    example: { held: succession.held, works },
  }),
  failedGoes: diagnosis({
    says: ({ held, works }: Pick<Succession, "held"> & { works: string }) =>
      `${held} is FAILED, so it is deleted. Sign-in, if it still works there, stops, and works again once ${works}`,
    wayOut: () => "To keep it, put the domain right by hand instead, and run pulumi refresh.",
    cause:
      "The service has given the domain up, and no update brings it back. After an update that failed, what was there before may still work.",
    example: { held: succession.held, works },
  }),
  nameLingers: diagnosis({
    says: ({ held }: Pick<Succession, "held">) =>
      `After its delete the name ${held} can stay taken for some minutes more; the create is tried again until it is free or the create timeout is over.`,
    cause: "The service, and CloudFront behind it, let go of a name some time after the delete.",
    unsaid: "Nothing to do. The outage is some minutes longer.",
    example: { held: succession.held },
  }),
  newAddress: diagnosis({
    says: ({ held, wanted }: Succession) => `The sign-in address changes from ${held} to ${wanted}:`,
    wayOut: () =>
      "applications that open it, and the redirect URIs registered with external identity providers (/oauth2/idpresponse, /saml2/idpresponse), must follow.",
    cause: "The domain's name is the host of every sign-in address.",
    example: succession,
  }),
  maybeAnotherPool: diagnosis({
    says: ({ userPoolId }: { userPoolId: string }) =>
      `The user pool isn't known yet. If it is another than ${userPoolId}, people sign in with its users, app clients and identity providers from then on.`,
    cause: "`userPoolId` is an output that only `pulumi up` will know.",
    unsaid: "See in the preview whether the pool itself is replaced.",
    example: { userPoolId: "us-east-1_AbCdEf123" },
  }),
  anotherPool: diagnosis({
    says: ({ from, to }: { from: string; to: string }) =>
      `People sign in to user pool ${to} from then on, with its users, app clients and identity providers, and no longer to ${from}.`,
    cause: "A domain signs in to one user pool, and the program gives another.",
    unsaid: "See that the other pool has the users, app clients and identity providers that are needed.",
    example: { from: "us-east-1_AbCdEf123", to: "us-east-1_Other0001" },
  }),
  ownCloudFrontName: diagnosis({
    says: ({ wanted }: Succession) =>
      `The new custom domain gets a CloudFront name of its own: sign-in at ${wanted} works only once its DNS alias record points to the output cloudFrontDistribution.`,
    wayOut: ({ held }) =>
      `Keep the record in the same program, since ${held} is deleted at the end of the same pulumi up.`,
    cause: "CloudFront gives each custom domain a host name, and DNS has to lead there.",
    example: { held: "my-app", wanted: "login.example.com" },
  }),
  anotherCloudFrontName: diagnosis({
    says: ({ wanted }: Pick<Succession, "wanted">) =>
      `The new custom domain gets another CloudFront name: sign-in at ${wanted} works only once its DNS alias record points to the output cloudFrontDistribution.`,
    cause: "CloudFront gives each custom domain a host name, and DNS has to lead there.",
    unsaid:
      "Declare the record in the same program, from the outputs `cloudFrontDistribution` and `cloudFrontHostedZoneId`.",
    example: { wanted: succession.wanted },
  }),
  movesPasskeys: diagnosis({
    says: ({ before }: { before: string }) =>
      `The passkey RP ID moves to the new custom domain, unless it is set explicitly: passkeys registered on ${before} stop working there.`,
    cause: passkeyCause,
    unsaid: passkeyWayOut,
    example: { before: succession.held },
  }),
};

export const updating = {
  newCertificate: diagnosis({
    says: () =>
      "A new certificate takes up to 1 hour to reach every CloudFront edge; until then some visitors are served the old one, which must stay valid. Sign-in goes on.",
    cause: "CloudFront hands a certificate on from edge to edge.",
    unsaid: "Renew a certificate more than an hour before it ends, and delete the old one later still.",
    example: undefined,
  }),
  lowerTls: diagnosis({
    says: ({ policy, before }: { policy: string; before: string }) =>
      `CloudFront turns to ${policy}, which takes older versions of TLS than ${before}.`,
    cause: "The security policy says which versions of TLS, and which ciphers, browsers may use.",
    unsaid: "Nothing to do, if that is meant. Sign-in goes on.",
    example: { policy: "the security policy TLS_V1", before: "TLS_V1_2_2021" },
  }),
  higherTls: diagnosis({
    says: ({ policy }: { policy: string }) =>
      `CloudFront turns to ${policy}: browsers and clients that speak none of the TLS versions it accepts can't sign in afterwards.`,
    cause: "The security policy says which versions of TLS, and which ciphers, browsers may use.",
    unsaid: "See which versions your clients speak before it is deployed; an update puts it back.",
    example: { policy: "the security policy TLS_V1_3_2025" },
  }),
  branding: diagnosis({
    says: ({ length, kind }: { length: string; kind: string }) =>
      `The change of the branding version takes up to ${length} to show on a ${kind} domain.`,
    cause: "The pages of another version reach the domain after the update.",
    unsaid: "Nothing to do. Sign-in goes on.",
    example: { length: "5 minutes", kind: "custom" },
  }),
  failoverSet: diagnosis({
    says: () =>
      "From now on the Route 53 health check decides which Region answers sign-in: while it is unhealthy, the secondary Region does.",
    cause: "The program gives `routing.failover`.",
    unsaid: "See that the health check is healthy before it is deployed.",
    example: undefined,
  }),
  failoverRemoved: diagnosis({
    says: () => "The failover is removed: if the pool's Region fails, sign-in fails with it.",
    cause: "The program leaves out `routing`, or `failover` in it, which removes what is there.",
    unsaid: "To keep it, write it into the program.",
    example: undefined,
  }),
  onlyRecorded: diagnosis({
    says: () => "Only Pulumi's state changes; Cognito is not called.",
    cause: "`timeouts`, `waitForDeployment` and `adoptExisting` are for Pulumi alone.",
    unsaid: "Nothing to do.",
    example: undefined,
  }),
};
