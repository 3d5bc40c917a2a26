import { model } from "../model/operations";
import type { StructureShape, ValueOf } from "../model/shapes";
import { checkInput } from "../model/validation";
import type { Context } from "./context";
import { createUserPoolDomain } from "./create-user-pool-domain";
import { deleteUserPoolDomain } from "./delete-user-pool-domain";
import { describeUserPoolDomain } from "./describe-user-pool-domain";
import { assumeRole, assumeRoleWithWebIdentity, getCallerIdentity } from "./security-tokens";
import { updateUserPoolDomain } from "./update-user-pool-domain";
import { createUserPool, deleteUserPool, describeUserPool, listUserPools } from "./user-pools";

/** An operation that the emulator knows, of Cognito or of STS. */
export type OperationName =
  | "CreateUserPoolDomain"
  | "DescribeUserPoolDomain"
  | "UpdateUserPoolDomain"
  | "DeleteUserPoolDomain"
  | "CreateUserPool"
  | "DescribeUserPool"
  | "ListUserPools"
  | "DeleteUserPool"
  | "GetCallerIdentity"
  | "AssumeRole"
  | "AssumeRoleWithWebIdentity";

/** Takes a parsed request that nobody has checked yet. @throws ServiceError */
export type Operation = (input: unknown, context: Context) => object;

export const cognitoOperations = {
  CreateUserPoolDomain: checked(model.CreateUserPoolDomain, createUserPoolDomain),
  DescribeUserPoolDomain: checked(model.DescribeUserPoolDomain, describeUserPoolDomain),
  UpdateUserPoolDomain: checked(model.UpdateUserPoolDomain, updateUserPoolDomain),
  DeleteUserPoolDomain: checked(model.DeleteUserPoolDomain, deleteUserPoolDomain),
  CreateUserPool: checked(model.CreateUserPool, createUserPool),
  DescribeUserPool: checked(model.DescribeUserPool, describeUserPool),
  ListUserPools: checked(model.ListUserPools, listUserPools),
  DeleteUserPool: checked(model.DeleteUserPool, deleteUserPool),
} satisfies Record<keyof typeof model, Operation>;

export const stsOperations = {
  GetCallerIdentity: getCallerIdentity,
  AssumeRole: assumeRole,
  AssumeRoleWithWebIdentity: assumeRoleWithWebIdentity,
} satisfies Record<string, Operation>;

/** Whether an operation may change what outlives the emulator. */
export function isChange(operation: string): boolean {
  return /^(Create|Update|Delete)/.test(operation) && Object.hasOwn(cognitoOperations, operation);
}

const operations = { ...cognitoOperations, ...stsOperations } satisfies Record<OperationName, Operation>;

export const operationNames = Object.keys(operations) as OperationName[];

function checked<S extends StructureShape>(
  shape: S,
  operation: (input: ValueOf<S>, context: Context) => object,
): Operation {
  return (input, context) => operation(checkInput(shape, input), context);
}
