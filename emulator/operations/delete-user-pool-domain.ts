import { concurrentModification } from "../errors";
import type { Model } from "../model";
import type { ValueOf } from "../shapes";
import type { Context } from "./context";
import { ownDomain } from "./own-domain";

type Input = ValueOf<Model["DeleteUserPoolDomain"]>;

/**
 * Begins to delete a domain. One that is CREATING, UPDATING or DELETING is refused: the model declares
 * ConcurrentModificationException for this operation, and when the service gives it is our assumption.
 */
export function deleteUserPoolDomain(input: Input, context: Context): object {
  const { domain } = ownDomain(input, context);
  if (domain.status !== "ACTIVE" && domain.status !== "FAILED") {
    throw concurrentModification(domain.name, domain.status);
  }
  context.domains.delete(domain);
  return {};
}
