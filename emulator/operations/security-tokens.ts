import type { Session } from "../callers";
import { ServiceError } from "../errors";
import type { StructureShape, ValueOf } from "../shapes";
import { checkInput } from "../validation";
import type { Context } from "./context";

// The three operations of AWS STS that tell an SDK who it is, or make it somebody else. After the AWS STS API
// reference; policies, tags and MFA are ignored.

const role = {
  type: "string",
  min: 20,
  max: 2048,
  pattern: "arn:[\\w-]+:iam::\\d{12}:role/[\\w+=,.@/-]+",
} as const;
const sessionName = { type: "string", min: 2, max: 64, pattern: "[\\w+=,.@-]*" } as const;

const assumeRoleInput = {
  type: "structure",
  required: ["RoleArn", "RoleSessionName"],
  members: { RoleArn: role, RoleSessionName: sessionName, DurationSeconds: { type: "string" } },
} as const satisfies StructureShape;

const assumeRoleWithWebIdentityInput = {
  type: "structure",
  required: ["RoleArn", "RoleSessionName", "WebIdentityToken"],
  members: {
    ...assumeRoleInput.members,
    WebIdentityToken: { type: "string", min: 4, max: 20000 },
  },
} as const satisfies StructureShape;

export function getCallerIdentity(_input: unknown, { caller }: Context): object {
  return { Arn: caller.arn, UserId: caller.userId, Account: caller.accountId };
}

export function assumeRole(input: unknown, context: Context): object {
  return sessionAnswer(open(checkInput(assumeRoleInput, input, "ValidationError"), context));
}

/** Takes any token: what matters here is that the SDK sends the call unsigned and uses what it gets. */
export function assumeRoleWithWebIdentity(input: unknown, context: Context): object {
  const checked = checkInput(assumeRoleWithWebIdentityInput, input, "ValidationError");
  return { ...sessionAnswer(open(checked, context)), SubjectFromWebIdentityToken: "emulator" };
}

function open(input: ValueOf<typeof assumeRoleInput>, { callers }: Context): Session {
  const seconds = Number(input.DurationSeconds ?? 3600);
  if (!(seconds >= 900 && seconds <= 43200)) {
    throw new ServiceError("ValidationError", "DurationSeconds must be from 900 to 43200.");
  }
  const [, partition, , , accountId = "", resource = ""] = input.RoleArn.split(":");
  const roleName = resource.split("/").at(-1);
  const arn = `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${input.RoleSessionName}`;
  return callers.openSession({ accountId, arn }, input.RoleSessionName, seconds);
}

function sessionAnswer({ accessKeyId, secretAccessKey, sessionToken, expiresAt, caller }: Session): object {
  return {
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: new Date(expiresAt).toISOString(),
    },
    AssumedRoleUser: { AssumedRoleId: caller.userId, Arn: caller.arn },
  };
}
