import type { DomainDescriptionType, DomainStatusType } from "@aws-sdk/client-cognito-identity-provider";
import { explanations } from "../../../provider/errors/explanations";
import { ServiceError } from "../../../provider/errors/service-error";
import { type Property, type PropertyTable, propertyTable } from "../../../provider/properties";
import { stateFrom } from "../../../provider/state";
import { isBusy, isLost } from "../../../provider/status";
import { type DomainOperation, domainOperations, type Members, type PublishedApi } from "./published-api";

/** Something that the service has and the provider doesn't know. */
export interface Gap {
  /** Such as `UpdateUserPoolDomain input CustomDomainConfig.SecurityPolicy "TLS_V2"`. */
  readonly name: string;
  /** What to do where it is to be supported. */
  readonly support: string;
}

/** Every gap, left out on purpose or not. What the provider knows is asked of the provider itself, not of a list. */
export function gapsIn(api: PublishedApi): Gap[] {
  return domainOperations.flatMap((operation) => {
    const { input, output, exceptions } = api[operation];
    return [
      ...gapsOfInput(input, propertyTable, `${operation} input `),
      ...gapsOfOutput(output, operation),
      ...exceptions.flatMap((exception) => gapOfException(operation, exception)),
    ];
  });
}

/** What nobody decided on, worded for whoever has updated the SDK or the model. */
export function complaints(gaps: readonly Gap[], leftOut: Readonly<Record<string, string>>): string[] {
  return gaps
    .filter(({ name }) => !Object.keys(leftOut).some((left) => name === left || name.startsWith(`${left}.`)))
    .map(
      ({ name, support }) =>
        `${name} is new: support it (${support}), or list it with the reason in test/unit/api-guard/left-out.ts`,
    );
}

function gapsOfInput(members: Members, table: PropertyTable, prefix: string): Gap[] {
  return Object.entries(members).flatMap(([api, { members: inner, values = [] }]) => {
    const name = `${prefix}${api}`;
    const row = Object.values(table).find((candidate) => candidate.api === api);
    if (!row || (inner && !row.members)) {
      return [{ name, support: "a member in provider/inputs.ts and a row in provider/properties.ts" }];
    }
    return [...gapsOfValues(values, row, name), ...gapsOfInput(inner ?? {}, row.members ?? {}, `${name}.`)];
  });
}

/** The values of an enum that a program couldn't give. */
function gapsOfValues(values: readonly string[], { allowed }: Property, name: string): Gap[] {
  const refused = values.filter((value) => allowed && !allowed.includes(value));
  return refused.map((value) => ({
    name: `${name} ${JSON.stringify(value)}`,
    support: "the type in provider/inputs.ts and `allowed` of its row in provider/properties.ts",
  }));
}

/** The one member of an answer that is read beside the description: provider/aws/cognito-client.ts gives it on. */
const givenOn = new Set(["CreateUserPoolDomain output CloudFrontDomain"]);

function gapsOfOutput(output: Members, operation: DomainOperation): Gap[] {
  const prefix = `${operation} output `;
  const { DomainDescription, ...others } = output;
  const described = DomainDescription?.members
    ? gapsOfDescription(DomainDescription.members, `${prefix}DomainDescription.`)
    : [];
  const unread = leavesOf(others, prefix).filter(({ name }) => !givenOn.has(name));
  const support = "read it in provider/aws/cognito-client.ts";
  return [...described, ...unread.map(({ name }) => ({ name, support }))];
}

/** Describes a domain whose every member is a value that says where it stands, and looks which get into the state. */
function gapsOfDescription(members: Members, prefix: string): Gap[] {
  const leaves = leavesOf(members, prefix);
  const description = filledIn(members, prefix) as DomainDescriptionType;
  const state = JSON.stringify(stateFrom(description, { domain: "", userPoolId: "" }, "us-east-1"));
  const unread = leaves.filter(({ name }) => !state.includes(JSON.stringify(name)));
  const unknown = (members["Status"]?.values ?? []).filter((status) => !isKnown(status));
  return [
    ...unread.map(({ name }) => ({
      name,
      support:
        "an output in provider/state.ts and provider/user-pool-domain.ts, or a row in provider/properties.ts",
    })),
    ...unknown.map((status) => ({
      name: `${prefix}Status ${JSON.stringify(status)}`,
      support: "its meaning in provider/status.ts",
    })),
    ...gapsOfDescribedValues(members, propertyTable, prefix),
  ];
}

/** A value that is only described would come into the state, and out of it into a program that can't give it. */
function gapsOfDescribedValues(members: Members, table: PropertyTable, prefix: string): Gap[] {
  return Object.entries(members).flatMap(([api, { members: inner = {}, values = [] }]) => {
    const row = Object.values(table).find((candidate) => candidate.api === api);
    if (!row) return [];
    const name = `${prefix}${api}`;
    return [
      ...gapsOfValues(values, row, name),
      ...gapsOfDescribedValues(inner, row.members ?? {}, `${name}.`),
    ];
  });
}

/** ACTIVE is the only status that a wait ends with; each other one means that it goes on, or can't succeed. */
function isKnown(status: string): boolean {
  const known = status as DomainStatusType;
  return known === "ACTIVE" || isBusy(known) || isLost(known);
}

function leavesOf(members: Members, prefix: string): { name: string }[] {
  return Object.entries(members).flatMap(([member, { members: inner }]) => {
    const name = `${prefix}${member}`;
    return inner ? leavesOf(inner, `${name}.`) : [{ name }];
  });
}

function filledIn(members: Members, prefix: string): object {
  return Object.fromEntries(
    Object.entries(members).map(([member, { members: inner }]) => {
      const name = `${prefix}${member}`;
      return [member, inner ? filledIn(inner, `${name}.`) : name];
    }),
  );
}

function gapOfException(operation: DomainOperation, exception: string): Gap[] {
  const error = new ServiceError({ operation, exception, message: "" });
  if (Object.values(explanations).some(({ when }) => when(error))) return [];
  return [
    {
      name: `${operation} exception ${exception}`,
      support: "what to do about it, in provider/errors/explanations.ts",
    },
  ];
}
