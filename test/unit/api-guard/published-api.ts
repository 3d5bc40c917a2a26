/** What the service publishes of the four operations, wherever that was read. */
export type PublishedApi = Readonly<Record<DomainOperation, PublishedOperation>>;

export interface PublishedOperation {
  readonly input: Members;
  readonly output: Members;
  /** The names of the exceptions that the operation is declared to throw. */
  readonly exceptions: readonly string[];
}

export type Members = Readonly<Record<string, Member>>;

export interface Member {
  /** Only a structure has them. */
  readonly members?: Members;
  /** Only an enum has them. */
  readonly values?: readonly string[];
}

export type DomainOperation = (typeof domainOperations)[number];

export const domainOperations = [
  "CreateUserPoolDomain",
  "DescribeUserPoolDomain",
  "UpdateUserPoolDomain",
  "DeleteUserPoolDomain",
] as const;

export function forEachOperation(read: (name: DomainOperation) => PublishedOperation): PublishedApi {
  return Object.fromEntries(domainOperations.map((name) => [name, read(name)])) as PublishedApi;
}
