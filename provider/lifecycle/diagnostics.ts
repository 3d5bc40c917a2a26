import { diagnosis } from "../errors/diagnosis";

/** A domain, and where it is meant to be. */
interface Place {
  readonly domain: string;
  readonly userPoolId: string;
  readonly region: string;
}

const place: Place = { domain: "auth.example.com", userPoolId: "us-east-1_AbCdEf123", region: "us-east-1" };

/** What the service was asked for, and took. */
export interface Taken extends Place {
  readonly done: "created" | "updated" | "found busy with an earlier change";
}

const taken: Taken = { ...place, done: "created" };

function took({ domain, done, userPoolId, region }: Taken): string {
  return `${domain} was ${done} on user pool ${userPoolId} in ${region}, but`;
}

/** A refusal of the service that goes against what it describes. */
interface Contradiction {
  readonly refusal: string;
  readonly status: string;
  /** What support asks for. */
  readonly reference: string;
}

/** A step whose timeout is over, which was as long as that. */
export interface Late {
  readonly step: string;
  readonly waited: string;
}

const late: Late = { step: "create", waited: "1 h" };

function afterTimeout({ step, waited }: Late): string {
  return `after ${waited}, the ${step} timeout`;
}

/** What the service contradicts for too long, or still at the end of the time. */
interface Odd extends Taken {
  readonly late?: Late;
}

function nonetheless({ late, ...taken }: Odd): string {
  return late ? `${took(taken)} ${afterTimeout(late)},` : took(taken);
}

/** What the service said of a call, as that is explained. On the page it is told further below, so that it is cut here. */
const failures = {
  create: "Creating the domain auth.example.com on user pool us-east-1_AbCdEf123 in us-east-1 failed: …",
  read: "Reading the domain auth.example.com on user pool us-east-1_AbCdEf123 in us-east-1 failed: …",
  update: "Updating the domain auth.example.com on user pool us-east-1_AbCdEf123 in us-east-1 failed: …",
} as const;

/** A domain that the service took, and that did not come to a good end in time. It is in the state. */
export const waiting = {
  notActive: diagnosis({
    heading: "auth.example.com was created …, but is CREATING, and not ACTIVE after 1 h",
    says: ({ status, late, ...taken }: Taken & { status: string; late: Late }) =>
      `${took(taken)} is ${status}, and not ACTIVE ${afterTimeout(late)}.`,
    wayOut: () =>
      "A custom domain can take up to 1 hour. Run pulumi up again to go on waiting; to wait longer, raise timeouts.update, since that will be an update.",
    cause:
      "The service is still at work: CloudFront takes its time with a custom domain. The domain is in the state, so that no second create is made.",
    example: { ...taken, status: "CREATING", late },
  }),
  createFailed: diagnosis({
    heading: "auth.example.com was created …, but is FAILED",
    says: (taken: Taken) => `${took(taken)} is FAILED: the service gave it up, and doesn't say why.`,
    wayOut: () =>
      "For a custom domain look at the certificate: is it ISSUED, in us-east-1, and does it name the domain? The next pulumi up replaces the domain.",
    cause:
      "The service took the request and could not carry it out. The domain is in the state with what is known of it.",
    example: taken,
  }),
  updateFailed: diagnosis({
    heading: "auth.example.com was updated …, but is FAILED",
    says: (taken: Taken) => `${took(taken)} is FAILED: the service gave it up, and doesn't say why.`,
    wayOut: () =>
      "For a custom domain look at the certificate: is it ISSUED, in us-east-1, and does it name the domain? The next pulumi up replaces the domain, with sign-in down meanwhile. If sign-in still works there, don't run it: put the domain right by hand (aws cognito-idp update-user-pool-domain, or the console), and run pulumi refresh.",
    cause:
      "The service took the change and could not carry it out. Often what was there before still works, which is why nothing is replaced at once.",
    example: { ...taken, done: "updated" },
  }),
  vanished: diagnosis({
    heading: "auth.example.com was created …, but is not there any more",
    says: (odd: Odd) => `${nonetheless(odd)} is not there any more.`,
    wayOut: () => "Run pulumi refresh, then pulumi up.",
    cause: "Somebody deleted the domain while it was waited for: another stack, a script, the console.",
    example: taken,
  }),
  takenByAnother: diagnosis({
    heading: "auth.example.com was created …, but is on user pool us-east-1_Other0001 now",
    says: ({ owner, ...odd }: Odd & { owner: string }) =>
      `${nonetheless(odd)} is on ${owner} now, and left alone.`,
    wayOut: () => "Run pulumi refresh to drop it from the state.",
    cause:
      "The domain was deleted while it was waited for, and somebody else has created one of that name since.",
    example: { ...taken, owner: "user pool us-east-1_Other0001" },
  }),
  contradicted: diagnosis({
    heading: "the service reports something else than what it was asked for",
    says: ({ differences, ...odd }: Odd & { differences: string }) =>
      `${nonetheless(odd)} the service reports something else than what it was asked for: ${differences}.`,
    wayOut: () =>
      "Something else may be changing it. Run pulumi refresh to see what is there, and pulumi up to set it again.",
    cause:
      "For a minute reads may lag behind. After that, what the service reports is what is there: another stack, a script or a person has changed the domain at the same time, or the service did not do what it took.",
    example: {
      ...taken,
      done: "updated",
      differences: "managedLoginVersion is 1 where 2 was asked for",
      late: { step: "update", waited: "1 h" },
    },
  }),
  unseenAtTheEnd: diagnosis({
    heading: "auth.example.com was created …, but can't be seen after 1 h",
    says: ({ late, failure, ...taken }: Taken & { late: Late; failure: string }) =>
      `${took(taken)} can't be seen ${afterTimeout(late)}: ${failure}`,
    cause:
      "The request was taken, and then the service could not be asked until the timeout was over: the network was away, or all calls of the account were throttled. The domain is in the state as it was seen last.",
    unsaid:
      "What the message ends with says what to see to. Then `pulumi up` goes on waiting; it makes no second create.",
    example: { ...taken, late, failure: failures.read },
  }),
  unreadable: diagnosis({
    heading: "auth.example.com was created …, but can't be seen",
    says: ({ failure, ...taken }: Taken & { failure: string }) => `${took(taken)} can't be seen: ${failure}`,
    cause:
      "The request was taken, and then the service refused to say how it is: the credentials have expired meanwhile, or may create domains and not describe them. The domain is in the state.",
    unsaid: "What the message ends with says what to see to. Then `pulumi up` goes on waiting.",
    example: { ...taken, failure: failures.read },
  }),
  notInForceYet: diagnosis({
    heading: "auth.example.com was updated …, but whether that is in force can't be told yet",
    says: ({ domain, userPoolId, region }: Place) =>
      `${domain} was updated on user pool ${userPoolId} in ${region}, but whether that is in force can't be told yet: reads may still show what was there before a change of an earlier run, and timeouts.update leaves no time for that.`,
    wayOut: () => "Run pulumi up again in a minute.",
    cause:
      "An earlier run ended before its change did, and reads may lag behind for a minute. A very short `timeouts.update` ends before that.",
    example: place,
  }),
  maybeUpdated: diagnosis({
    heading: "The change may have been made all the same",
    says: ({ failure }: { failure: string }) => `${failure} The change may have been made all the same:`,
    wayOut: () => "run pulumi up again to see.",
    cause:
      "The request was sent, and the answer was lost on its way. The state holds what was asked for as under way, so that the next run looks.",
    example: { failure: failures.update },
  }),
  maybeCreated: diagnosis({
    heading: "An attempt to create it got no answer, and may have made it",
    says: ({ failure }: { failure: string }) =>
      `${failure} An attempt to create it got no answer, and may have made it:`,
    wayOut: () =>
      "if so, the next pulumi up says that it exists already, and adoptExisting: true takes it in.",
    cause:
      "A create was sent, its answer was lost on the way, and what became of it couldn't be seen before the timeout was over. The domain is not in the state.",
    example: { failure: failures.create },
  }),
  onlyReplaceable: diagnosis({
    says: ({ domain, differences }: { domain: string; differences: string }) =>
      `${domain} can't be updated: its ${differences} on the service's side.`,
    wayOut: () =>
      "The next pulumi up replaces it, with sign-in down meanwhile, unless it is put right by hand before, and pulumi refresh finds it so.",
    cause:
      "While it was to be updated, the domain turned out to be one that no update can mend: the service has given it up, or somebody is deleting it. It is in the state as it was found.",
    example: { domain: place.domain, differences: 'status is "FAILED"' },
  }),
  notDeleted: diagnosis({
    says: ({ domain, waited, seen }: { domain: string; waited: string; seen: string }) =>
      `The delete of ${domain} has not come to its end after ${waited}, the delete timeout: ${seen}`,
    wayOut: () => "Run the command again to go on, or raise timeouts.delete.",
    cause:
      "The service took the delete and still describes the domain, or couldn't be asked. The domain stays in the state until it is gone.",
    example: { domain: place.domain, waited: "1 h", seen: "its status is DELETING." },
  }),
  deleteContradicted: diagnosis({
    says: ({ domain, userPoolId, region, refusal, status }: Place & Contradiction) =>
      `The service refuses to delete ${domain} on user pool ${userPoolId} in ${region} ("${refusal}"), and yet describes it there, with status ${status}.`,
    wayOut: () =>
      "Run the command again; if it ends like this again, delete the domain in the console, or ask AWS support.",
    reference: ({ reference }) => reference,
    cause:
      "For a minute reads may lag behind, and then the service contradicts itself: it knows of no such domain to delete, and describes it.",
    example: {
      ...place,
      refusal: "No such domain or user pool exists.",
      status: "ACTIVE",
      reference:
        "(DeleteUserPoolDomain, InvalidParameterException, request 2f4d7c9a-0000-4000-8000-123456789012)",
    },
  }),
};

/** A domain that isn't where the state or the program has it. */
export const missing = {
  gone: diagnosis({
    heading: "auth.example.com is gone from user pool us-east-1_AbCdEf123",
    says: ({ domain, userPoolId, region }: Place) =>
      `${domain} is gone from user pool ${userPoolId} in ${region}: it was deleted outside of Pulumi, so there is nothing to update.`,
    wayOut: () => "Run pulumi refresh, and the next pulumi up creates it again.",
    reference: () => "(DescribeUserPoolDomain: empty DomainDescription)",
    cause:
      "The stack's state has a domain that the service doesn't know: somebody deleted it in the console or by a script, or its user pool went with it.",
    example: place,
  }),
  unseen: diagnosis({
    heading: "auth.example.com … was changed by an earlier run, and can't be seen yet",
    says: ({ domain, userPoolId, region }: Place) =>
      `${domain} on user pool ${userPoolId} in ${region} was changed by an earlier run, and can't be seen yet: reads lag behind, and timeouts.update leaves no time for that.`,
    wayOut: () => "Run pulumi up again in a minute.",
    reference: () => "(DescribeUserPoolDomain)",
    cause:
      "An earlier run ended before its change did. For a minute reads may show nothing, or what was there before; a very short `timeouts.update` ends before that.",
    example: place,
  }),
  foreign: diagnosis({
    says: ({ domain, userPoolId, owner }: Omit<Place, "region"> & { owner: string }) =>
      `${domain} is on ${owner} now, no longer on user pool ${userPoolId} of this stack: it is left untouched.`,
    wayOut: () =>
      "Run pulumi refresh to drop it from the state; then choose another name, or delete it over there and run pulumi up.",
    cause:
      "The stack's domain was deleted outside of Pulumi, and the name was given to another user pool or account since. A domain of somebody else is never changed or deleted.",
    example: { domain: place.domain, userPoolId: place.userPoolId, owner: "user pool us-east-1_Other0001" },
  }),
  unknown: diagnosis({
    says: ({ domain, region }: Pick<Place, "domain" | "region">) =>
      `There is no domain ${domain} in ${region}:`,
    wayOut: () => "check the name, the Region and aws:profile.",
    cause:
      "`UserPoolDomain.get` or `pulumi import` asked for a domain that the service doesn't describe. A prefix domain is only described in its own Region.",
    example: { domain: place.domain, region: place.region },
  }),
  ofNoPool: diagnosis({
    says: ({ domain, region }: Pick<Place, "domain" | "region">) =>
      `The service describes ${domain} in ${region} without a UserPoolId, so its pool is unknown.`,
    cause: "Only local servers have been seen to describe a domain so.",
    unsaid:
      "Is `aws:endpoints` or `AWS_ENDPOINT_URL` set to one? Otherwise look at the domain with `aws cognito-idp describe-user-pool-domain`, and report what it prints.",
    example: { domain: place.domain, region: place.region },
  }),
};

/** A name that a create finds taken by a domain that can be seen. */
export const existing = {
  onSamePool: diagnosis({
    says: ({ domain, userPoolId, region, status }: Place & { status: string }) =>
      `${domain} exists already in ${region}, on the same user pool ${userPoolId}, with status ${status}.`,
    wayOut: ({ domain, userPoolId }) =>
      `Two ways on: set adoptExisting: true, and this resource takes it over and brings it to what the program says; or delete it (aws cognito-idp delete-user-pool-domain --domain ${domain} --user-pool-id ${userPoolId}), and this resource creates it anew, with sign-in down in between. But if this stack has it as aws.cognito.UserPoolDomain, do neither, or the same pulumi up deletes what was just adopted: npx cognito-domain migrate moves it over.`,
    reference: () => "(CreateUserPoolDomain: Domain already exists)",
    cause:
      "The domain was made in the console, by a script or by another tool, or by a run that was killed before it could note it. [Bring what exists](existing-domains.md) has every way to take it in.",
    example: { ...place, status: "ACTIVE" },
  }),
  elsewhere: diagnosis({
    says: ({ domain, userPoolId, region, owner }: Place & { owner: string }) =>
      `${domain} exists already in ${region}, on ${owner}; it was asked for on user pool ${userPoolId}.`,
    wayOut: () =>
      "A domain of another pool is never taken over: delete it there first, or choose another name.",
    reference: () => "(CreateUserPoolDomain: Domain already exists)",
    cause: "A name belongs to one user pool: a prefix is there once in a Region, whichever account has it.",
    example: { ...place, owner: "user pool us-east-1_Other0001" },
  }),
};

/** A call that was made again and again until the timeout, and was refused to the end. */
export const insisting = {
  triedToTheEnd: diagnosis({
    heading: "It was tried for 1 h, the create timeout, because …",
    says: ({ failure, step, waited, reason }: Late & { failure: string; reason: string }) =>
      `${failure} It was tried for ${waited}, the ${step} timeout, because ${reason}.`,
    cause: "What the service refuses for the moment is asked for again until the step's timeout is over.",
    unsaid:
      "The end of the message names the reason, each of which is told of [below](#why-a-call-is-made-again); its beginning has what the service said last, and what to do about that.",
    example: { failure: failures.create, ...late, reason: "the service is still busy with another change" },
  }),
};

/** Why a call is made again, as the status line says it, and where it was in vain, the end of the message. */
export const refusedForNow = {
  nameTaken: diagnosis({
    says: () =>
      "the name is taken, though by no domain that can be seen: it is still being released after a delete, or another account has it",
    cause:
      "The service says of a create that the domain exists already, and describes none. After a delete a name stays taken for some minutes; so is a name for good that another account has.",
    unsaid:
      "After a delete: nothing to do, the create is tried again until its timeout, and by the next `pulumi up` after that. Otherwise another account has the name: choose another.",
    example: undefined,
  }),
  nameReleased: diagnosis({
    says: () => "the name is still being released after the delete",
    cause: "The same `pulumi up` has deleted a domain of that name, and the service lets go of it late.",
    unsaid: "Run `pulumi up` again some minutes later; to wait longer, raise `timeouts.create`.",
    example: undefined,
  }),
  aliasTaken: diagnosis({
    says: () => "CloudFront still serves the name elsewhere, as it does for some minutes after a delete",
    cause:
      "CloudFront serves a name once in all of AWS, and takes some minutes to let go of one. Whoever holds it for longer holds it for good.",
    unsaid:
      "Run `pulumi up` again some minutes after the delete. If nothing was deleted, `aws cloudfront list-conflicting-aliases` finds the distribution that has the name.",
    example: undefined,
  }),
  holderUnseen: diagnosis({
    says: () => "the name is taken, and by which domain can't be seen for now",
    cause:
      "The service says of a create that the domain exists already, and then could not be asked which it is.",
    unsaid: "Run `pulumi up` again: it looks once more, and says whose the domain is.",
    example: undefined,
  }),
  outcomeUnseen: diagnosis({
    says: () => "no answer came to the create, and what it did can't be seen for now",
    cause: "The answer to a create was lost on its way, and then the service could not be asked.",
    unsaid:
      "See to the network and run `pulumi up` again. If it says that the domain exists already, `adoptExisting: true` takes it in.",
    example: undefined,
  }),
  unanswered: diagnosis({
    says: () => "no answer came to the create",
    cause: "The answer to a create was lost on its way. It is made again, and finds what the first has made.",
    unsaid: "See to the network and run `pulumi up` again.",
    example: undefined,
  }),
  throttled: diagnosis({
    says: () => "the service allows no more calls for now",
    cause:
      "An account may make so many calls of an operation in a second, in each Region, whoever makes them. The provider keeps a pace, and others may use up the rest.",
    unsaid:
      "Run `pulumi up` again with a lower `--parallel`, or ask for a higher rate in Service Quotas. What else calls Cognito in the account at that time?",
    example: undefined,
  }),
  busy: diagnosis({
    says: () => "the service is still busy with another change",
    cause: "The service refuses a change while another of the domain or of its user pool is under way.",
    unsaid:
      "Find what else changes the domain or its pool (another stack, the console, a script), let it end, and run the command again.",
    example: undefined,
  }),
};
