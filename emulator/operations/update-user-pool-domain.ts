import { invalidParameter } from "../errors";
import { messages } from "../messages";
import type { Model } from "../model/operations";
import type { ValueOf } from "../model/shapes";
import type { Context } from "./context";
import { answerOf, configurationOf } from "./domain-configuration";
import { checkIsAtRest, ownDomain } from "./own-domain";

type Input = ValueOf<Model["UpdateUserPoolDomain"]>;

/** Begins to replace the whole configuration of a domain: what the request leaves out is reset. */
export function updateUserPoolDomain(input: Input, context: Context): object {
  const { domain, pool } = ownDomain(input, context);
  if (domain.kind === "custom" && !input.CustomDomainConfig) throw invalidParameter(messages.notConvertible);
  if (domain.kind === "prefix" && input.CustomDomainConfig) throw invalidParameter(messages.noCustomDomain);
  const configuration = configurationOf(input, pool, context);
  checkIsAtRest(domain);
  return answerOf(context.domains.update(domain, configuration, context.badEnd()));
}
