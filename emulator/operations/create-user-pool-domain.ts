import type { DomainKind } from "../cloud/domain";
import { checkQuota } from "../cloud/quotas";
import { invalidParameter } from "../errors";
import { messages } from "../messages";
import type { Model } from "../model/operations";
import type { ValueOf } from "../model/shapes";
import type { Context } from "./context";
import { answerOf, configurationOf } from "./domain-configuration";
import { ownPool } from "./own-pool";

type Input = ValueOf<Model["CreateUserPoolDomain"]>;

/** Begins the creation of a domain: prefix, or custom when a certificate is given. */
export function createUserPoolDomain(input: Input, context: Context): object {
  const { domains, region } = context;
  const { Domain: name, UserPoolId: userPoolId } = input;
  const pool = ownPool(userPoolId, context);

  const kind: DomainKind = input.CustomDomainConfig ? "custom" : "prefix";
  checkName(name, kind, context);
  const configuration = configurationOf(input, pool, context);
  // A replacement of the same name is told that the domain exists (pulumi-aws issue 998), one of another name that
  // the pool has a domain (aws-cdk issue 10062): so the name is looked at first.
  checkNameIsFree(name, userPoolId, context);
  // A prefix domain belongs to one Region, of a replicated pool, too; a custom domain to all.
  const inTheWay = domains
    .ofPool(pool.id)
    .some((other) => other.kind === kind && (kind === "custom" || other.region === region));
  if (inTheWay) throw invalidParameter(messages.poolHasDomain);
  if (kind === "custom") {
    const count = () => domains.countCustom(pool.accountId, region);
    checkQuota(context.quotas.customDomains, count, "custom domains", region);
  }

  const owner = { name, kind, userPoolId, region, accountId: pool.accountId };
  return answerOf(domains.create(owner, configuration, context.badEnd()));
}

function checkName(name: string, kind: DomainKind, { outside }: Context): void {
  switch (kind) {
    case "custom": {
      const [, ...parent] = name.split(".");
      if (parent.length >= 2 && outside.hasAddress(parent.join("."))) return;
      // The service has two messages for this. Which it gives when isn't published: that the parent is the root, or
      // isn't, is how we read their wording.
      throw invalidParameter(parent.length === 2 ? messages.rootUnresolved : messages.parentUnresolved);
    }
    case "prefix": {
      if (name.includes(".")) throw invalidParameter(messages.invalidCharacter);
      // Reports differ on whether only whole words between hyphens count; `newcognito` was refused in
      // amplify-cli issue 3854, so anywhere it is.
      const reserved = ["aws", "amazon", "cognito"].find((word) => name.includes(word));
      if (reserved) throw invalidParameter(messages.reservedWord(reserved));
    }
  }
}

// Whoever asks for a name that another pool has, of whatever account, is told so (aws-samples/
// websocket-chat-application issue 56); while the name lingers after a delete, that the domain exists
// (terraform-provider-aws issue 45551).
function checkNameIsFree(name: string, userPoolId: string, { domains, region }: Context): void {
  if (!domains.isTaken(name, region)) return;
  const holder = domains.find(name, region);
  const isAnotherPools = holder !== undefined && holder.userPoolId !== userPoolId;
  throw invalidParameter(isAnotherPools ? messages.domainOfAnotherPool : messages.domainExists);
}
