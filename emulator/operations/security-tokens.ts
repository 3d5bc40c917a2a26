import { systemClock } from "../clock";
import type { Session } from "../cloud/callers";
import type { StructureShape, ValueOf } from "../model/shapes";
import { checkInput } from "../model/validation";
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
  members: {
    RoleArn: role,
    RoleSessionName: sessionName,
    DurationSeconds: { type: "integer", min: 900, max: 43200 },
  },
} as const satisfies StructureShape;

const assumeRoleWithWebIdentityInput = {
  type: "structure",
  required: ["RoleArn", "RoleSessionName", "WebIdentityToken"],
  members: {
    ...assumeRoleInput.members,
    WebIdentityToken: { type: "string", min: 4, max: 20000, sensitive: true },
  },
} as const satisfies StructureShape;

export function getCallerIdentity(_input: unknown, { caller }: Context): object {
  return { Arn: caller.arn, UserId: caller.userId, Account: caller.accountId };
}

export function assumeRole(input: unknown, context: Context): object {
  const checked = checkInput(assumeRoleInput, withNumbers(input), "ValidationError");
  return sessionAnswer(open(checked, context));
}

/** Takes any token: what matters here is that the SDK sends the call unsigned and uses what it gets. */
export function assumeRoleWithWebIdentity(input: unknown, context: Context): object {
  const checked = checkInput(assumeRoleWithWebIdentityInput, withNumbers(input), "ValidationError");
  return { ...sessionAnswer(open(checked, context)), SubjectFromWebIdentityToken: "emulator" };
}

/** A form has only texts. */
function withNumbers(input: unknown): object {
  const { DurationSeconds, ...texts } = input as Record<string, string>;
  if (DurationSeconds === undefined) return texts;
  return {
    ...texts,
    DurationSeconds: /^-?\d+$/.test(DurationSeconds) ? Number(DurationSeconds) : Number.NaN,
  };
}

function open(input: ValueOf<typeof assumeRoleInput>, { callers }: Context): Session {
  const [, partition, , , accountId = "", resource = ""] = input.RoleArn.split(":");
  const roleName = resource.split("/").at(-1);
  const arn = `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${input.RoleSessionName}`;
  return callers.openSession({ accountId, arn }, input.RoleSessionName, input.DurationSeconds ?? 3600);
}

function sessionAnswer({ accessKeyId, secretAccessKey, sessionToken, seconds, caller }: Session): object {
  // SDKs compare it with the time of their own, whatever the emulator's clock says.
  const expiration = new Date(systemClock.now() + seconds * 1000);
  return {
    Credentials: {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      SessionToken: sessionToken,
      Expiration: expiration.toISOString(),
    },
    AssumedRoleUser: { AssumedRoleId: caller.userId, Arn: caller.arn },
  };
}
