import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import { isPassing, ServiceError } from "../errors/service-error";
import type { Step } from "./step";

/** What one look saw: a domain, none, or that the service can't be asked for the moment. */
export type Glance =
  | { description: DomainDescriptionType | undefined; unanswered?: undefined }
  | { unanswered: ServiceError };

/** Looks once during a wait. A passing failure is no reason to give up a domain that is on its way. */
export async function glance({ client, domain }: Step, within: number): Promise<Glance> {
  try {
    return { description: await client.describe(domain, within) };
  } catch (error) {
    if (error instanceof ServiceError && isPassing(error)) return { unanswered: error };
    throw error;
  }
}
