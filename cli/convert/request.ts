import type {
  CreateUserPoolDomainRequest,
  DomainDescriptionType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Wording } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import type { DomainInputs } from "../../provider/inputs";
import { nearest } from "../../provider/nearest";
import { fromApi } from "../../provider/plan/requests";
import { type Property, type PropertyTable, propertyTable } from "../../provider/properties";
import { isEmptyObject, isValues, type Values } from "../../provider/values";
import { converting } from "./diagnostics";
import { isPlaceholder } from "./placeholders";

/** What only the service says of a domain. The compiler asks for every member of its answer that no request has. */
export const outputsOfApi: readonly string[] = Object.keys({
  AWSAccountId: true,
  CloudFrontDistribution: true,
  S3Bucket: true,
  Status: true,
  Version: true,
} satisfies Record<Exclude<keyof DomainDescriptionType, keyof CreateUserPoolDomainRequest>, true>);

/**
 * The request that a document is: one for CreateUserPoolDomain or UpdateUserPoolDomain, or the answer of
 * DescribeUserPoolDomain, boto3's with what it adds.
 *
 * @throws Diagnostic that begins with `what` the document is
 */
export function requestIn(document: unknown, what: string): Values {
  if (!isValues(document)) throw new Diagnostic(converting.noRequest({ what, value: document }));
  const { DomainDescription: description, ResponseMetadata: _, ...others } = document;
  if (!isValues(description)) return document;
  if (isEmptyObject(description)) throw new Diagnostic(converting.describesNothing({ what }));
  return { ...description, ...others };
}

/**
 * What a request says, by the names of the inputs; placeholders are still in it.
 *
 * @throws Diagnostic that names every member that the API doesn't have, or has as another type
 */
export function readRequest(request: Values): Partial<DomainInputs> {
  const problems: Wording[] = [];
  const members = Object.entries(request).filter(([name]) => !outputsOfApi.includes(name));
  const read = readMembers(propertyTable, Object.fromEntries(members), "", problems);
  if (problems.length > 0) throw new Diagnostic(converting.unconvertible({ problems }));
  return fromApi(read);
}

function readMembers(table: PropertyTable, members: Values, path: string, problems: Wording[]): Values {
  const read = Object.entries(members).map(([name, given]) => {
    const property = Object.values(table).find(({ api }) => api === name);
    const value = withoutList(given, property);
    if (property?.members && isValues(value)) {
      return [name, readMembers(property.members, value, `${path}${name}.`, problems)];
    }
    const problem = property ? typeProblem(value, property, path) : unknownMember(name, value, table, path);
    if (problem !== undefined) problems.push(problem);
    return [name, value];
  });
  return Object.fromEntries(read);
}

/** R's jsonlite writes every value as a list of one, and NULL as an object without members. */
function withoutList(value: unknown, property: Property | undefined): unknown {
  if (property && !property.members && isEmptyObject(value)) return undefined;
  return Array.isArray(value) && value.length <= 1 && !isValues(value[0]) ? value[0] : value;
}

function typeProblem(value: unknown, property: Property, path: string): Wording | undefined {
  const { api, type, members } = property;
  const isGiven = value !== undefined && value !== null && !isPlaceholder(value, property);
  if (!isGiven || (typeof value === type && !Array.isArray(value))) return undefined;
  const expected = members ? `an object with ${namesIn(members).join(", ")}` : `a ${type}`;
  return converting.memberOfAnotherType({ path: `${path}${api}`, value, expected });
}

function unknownMember(name: string, value: unknown, table: PropertyTable, path: string): Wording {
  const allowed = namesIn(table);
  return converting.unknownMember({ path, name, value, meant: nearest(name, allowed), allowed });
}

/** In the API. */
function namesIn(table: PropertyTable): string[] {
  return Object.values(table).flatMap(({ api }) => api ?? []);
}
