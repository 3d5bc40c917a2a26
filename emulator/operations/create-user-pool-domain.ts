import type { DomainKind } from "../domains";
import { invalidParameter, poolNotFound } from "../errors";
import { messages } from "../messages";
import type { Model } from "../model";
import type { ValueOf } from "../shapes";
import type { Context } from "./context";
import { answerOf, configurationOf } from "./domain-configuration";

type Input = ValueOf<Model["CreateUserPoolDomain"]>;

/** Begins the creation of a domain: prefix, or custom when a certificate is given. */
export function createUserPoolDomain(input: Input, context: Context): object {
  const { pools, domains, region, caller, badEnd } = context;
  const { Domain: name, UserPoolId: userPoolId } = input;
  const pool = pools.find(userPoolId, region, caller.accountId);
  if (!pool) throw poolNotFound(userPoolId);

  const kind: DomainKind = input.CustomDomainConfig ? "custom" : "prefix";
  checkName(name, kind);
  const configuration = configurationOf(input, pool);
  // A replacement of the same name is told that the domain exists (pulumi-aws issue 998), one of another name
  // that the pool has a domain (aws-cdk issue 10062): so the name is looked at first.
  if (domains.isTaken(name, region)) throw invalidParameter(messages.domainExists);
  if (domains.ofPool(pool.id).some((other) => other.kind === kind)) {
    throw invalidParameter(messages.poolHasDomain);
  }

  const owner = { name, kind, userPoolId, region, accountId: pool.accountId };
  return answerOf(domains.create(owner, configuration, badEnd));
}

function checkName(name: string, kind: DomainKind): void {
  switch (kind) {
    case "custom":
      if (name.split(".").length < 3) throw invalidParameter(messages.parentIsTopLevel);
      return;
    case "prefix": {
      if (name.includes(".")) throw invalidParameter(messages.invalidCharacter);
      // Reports differ on whether only whole words between hyphens count; `newcognito` was refused in
      // amplify-cli issue 3854, so anywhere it is.
      const reserved = ["aws", "amazon", "cognito"].find((word) => name.includes(word));
      if (reserved) throw invalidParameter(messages.reservedWord(reserved));
    }
  }
}
