import type { Model } from "../model/operations";
import type { ValueOf } from "../model/shapes";
import type { Context } from "./context";
import { checkIsAtRest, ownDomain } from "./own-domain";

type Input = ValueOf<Model["DeleteUserPoolDomain"]>;

/** Begins to delete a domain. */
export function deleteUserPoolDomain(input: Input, context: Context): object {
  const { domain } = ownDomain(input, context);
  checkIsAtRest(domain);
  context.domains.delete(domain, context.badEnd());
  return {};
}
