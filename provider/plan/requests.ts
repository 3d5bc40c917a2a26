import type {
  CreateUserPoolDomainRequest,
  DeleteUserPoolDomainRequest,
  UpdateUserPoolDomainRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import type { DomainInputs } from "../inputs";
import { type PropertyTable, propertyTable } from "../properties";
import { isEmptyObject, type Values } from "../values";
import { overlay } from "./overlay";

/** One call that changes something, with the request as it is sent. In preview it may hold unknown values. */
export type Call = CreateCall | UpdateCall | DeleteCall;

/** Begins the creation of a domain. */
export interface CreateCall {
  /** The API's name of it. */
  operation: "CreateUserPoolDomain";
  /** As the AWS SDK takes it. */
  request: CreateUserPoolDomainRequest;
}

/** Replaces a domain's whole configuration. */
export interface UpdateCall {
  /** The API's name of it. */
  operation: "UpdateUserPoolDomain";
  /** As the AWS SDK takes it. */
  request: UpdateUserPoolDomainRequest;
}

/** Begins the delete of a domain. */
export interface DeleteCall {
  /** The API's name of it. */
  operation: "DeleteUserPoolDomain";
  /** As the AWS SDK takes it. */
  request: DeleteUserPoolDomainRequest;
}

export function createRequest(wanted: DomainInputs): CreateUserPoolDomainRequest {
  return toApi(wanted);
}

/**
 * The update call replaces the whole configuration, so what is wanted is laid over what is there and everything is
 * sent: a part left out would be reset, and a custom domain without its certificate is refused ("Cannot convert
 * custom domain to prefix domain."). Routing that isn't wanted is left out, which is how it is removed.
 */
export function updateRequest(held: DomainInputs, wanted: DomainInputs): UpdateUserPoolDomainRequest {
  return toApi(overlay(held, wanted));
}

/** It names the pool, so the service refuses it for a domain that has moved to another one. */
export function deleteRequest({
  domain,
  userPoolId,
}: Pick<DomainInputs, "domain" | "userPoolId">): DeleteUserPoolDomainRequest {
  return { Domain: domain, UserPoolId: userPoolId };
}

function toApi(inputs: DomainInputs): CreateUserPoolDomainRequest & UpdateUserPoolDomainRequest {
  return membersToApi(propertyTable, { ...inputs }) as unknown as CreateUserPoolDomainRequest;
}

function membersToApi(table: PropertyTable, values: Values): Values {
  const request: Record<string, unknown> = {};
  for (const [name, { api, members }] of Object.entries(table)) {
    const value = values[name];
    if (api === undefined || value === undefined) continue;
    const sent =
      members && typeof value === "object" && value !== null ? membersToApi(members, value as Values) : value;
    // An object with nothing in it, such as routing without failover, says nothing to the service.
    if (!isEmptyObject(sent)) request[api] = sent;
  }
  return request;
}

/** What the API says of the properties: only what it does say. An object with nothing in it says nothing. */
export function fromApi(said: Values): Partial<DomainInputs> {
  return membersFromApi(propertyTable, said);
}

function membersFromApi(table: PropertyTable, said: Values): Values {
  const values: Record<string, unknown> = {};
  for (const [name, { api, members }] of Object.entries(table)) {
    const value = api === undefined ? undefined : said[api];
    if (value === undefined || value === null) continue;
    const read = members ? membersFromApi(members, value as Values) : value;
    if (!isEmptyObject(read)) values[name] = read;
  }
  return values;
}
