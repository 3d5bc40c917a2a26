import { diagnosis } from "../errors/diagnosis";

/** What a run says of a domain that it leaves alone. */
export const leftAlone = {
  ofSomebodyElse: diagnosis({
    says: ({ domain, owner, userPoolId }: { domain: string; owner: string; userPoolId: string }) =>
      `${domain} is on ${owner}, not on user pool ${userPoolId}: it is left alone, and not in the state from now on.`,
    cause:
      "A refresh found that the stack's domain was deleted outside of Pulumi, and that somebody else has created one of that name since.",
    unsaid:
      "The next `pulumi up` would create it and be refused: choose another name, or delete the domain over there.",
    example: {
      domain: "auth.example.com",
      owner: "user pool us-east-1_Other0001",
      userPoolId: "us-east-1_AbCdEf123",
    },
  }),
  ofAnotherResource: diagnosis({
    says: ({ domain }: { domain: string }) =>
      `${domain} is left as it is: what was to be deleted has the same name, on the same user pool, as a resource that stays.`,
    cause:
      "A resource was renamed or moved in the program, and its successor has adopted the domain; or an earlier run has left something to delete. The service would delete the one domain that there is.",
    unsaid: "Nothing to do: the resource that was to go is out of the state, and sign-in goes on.",
    example: { domain: "auth.example.com" },
  }),
};
