import type { Clock } from "./clock";
import type { Caller } from "./cloud/callers";
import type { Cloud } from "./cloud/cloud";
import type { BadEnd } from "./cloud/phase";
import type { RateLimiter } from "./cloud/quotas";
import { ServiceError } from "./errors";
import { refuseAtTheDoor } from "./http/front-door";
import { jsonProtocol } from "./http/json-protocol";
import { form, mediaTypeOf } from "./http/media-type";
import type { HttpAnswer, HttpRequest, Protocol, Reply } from "./http/protocol";
import { queryProtocol } from "./http/query-protocol";
import { readSignature } from "./http/signature";
import type { Model } from "./model/operations";
import { cognitoOperations, isChange, type Operation, stsOperations } from "./operations/table";
import { errorOf, type Faults } from "./testing/faults";
import type { Call, Outcome, Spoiling } from "./testing/record";
import { recordable } from "./testing/recordable";
import { spoiledReply, spoilingBy } from "./testing/spoiling";

export interface ServiceParts {
  readonly clock: Clock;
  /** The Region of callers that don't sign. */
  readonly region: string;
  readonly cloud: Cloud;
  readonly rates: RateLimiter;
  readonly faults: Faults;
  /** Another one each time. */
  requestId(): string;
  /** Told of every call, in order. */
  record(call: Omit<Call, "number">): void;
  /** Is waited for before a change is answered, so that what was answered is kept. */
  save(): Promise<void>;
}

/** Answers requests to AWS. */
export function createService(parts: ServiceParts): (request: HttpRequest) => Promise<Reply> {
  return async (request) => {
    const requestId = parts.requestId();
    const refused = refuseAtTheDoor(request, requestId);
    if (refused) {
      const { name, message, answer } = refused;
      const outcome = { status: answer.status, error: { name, message } };
      parts.record({ time: parts.clock.now(), operation: "", requestId, outcome });
      return answer;
    }

    const protocol = protocolOf(request);
    const call: OpenCall = { operation: protocol.operationOf(request) };
    const { answer, outcome } = await answerTo(request, protocol, requestId, parts, call);
    const { spoiling, ...known } = call;
    const reply = spoiling ? spoiledReply(spoiling) : answer;
    const status = typeof reply === "string" ? 0 : reply.status;
    const spoiled = spoiling && { spoiled: spoiling };
    parts.record({
      time: parts.clock.now(),
      ...known,
      requestId,
      outcome: { ...outcome, status, ...spoiled },
    });
    return reply;
  };
}

async function answerTo(
  request: HttpRequest,
  protocol: Protocol,
  requestId: string,
  parts: ServiceParts,
  call: OpenCall,
): Promise<{ answer: HttpAnswer; outcome: Outcome }> {
  try {
    // What an earlier call couldn't save is saved first: a caller that tries again has to hear of it, too.
    const changes = isChange(call.operation);
    if (changes) await parts.save();
    const output = perform(request, protocol, parts, call);
    if (changes) await parts.save();
    return { answer: protocol.answer(call.operation, output, requestId), outcome: { status: 200 } };
  } catch (thrown) {
    const error = thrown instanceof ServiceError ? thrown : internalError(thrown);
    const { status, name } = error;
    const message = String(recordable(error.message));
    if (call.spoiling) call.spoiling = { ...call.spoiling, effect: "none" };
    return { answer: protocol.refuse(error, requestId), outcome: { status, error: { name, message } } };
  }
}

/** What is known of a call before it is answered. */
interface OpenCall extends Mutable<Omit<Call, "number" | "time" | "requestId" | "outcome">> {
  /** Set when a fault spoils the answer. */
  spoiling?: Spoiling;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Does what a request asks for, as far as no fault is in the way, and notes in `call` what it learns. */
function perform(request: HttpRequest, protocol: Protocol, parts: ServiceParts, call: OpenCall): object {
  const { cloud, faults, rates } = parts;
  const operation = lookUp(call.operation, protocol);
  const input = protocol.parse(request.body ?? "");
  call.request = recordable(input);
  const { caller, region } = authenticate(request, protocol, parts, call);

  const domain = textOf(input, "Domain");
  if (isCognitoOperation(call.operation)) {
    const { accountId } = caller;
    const userPoolId = (): string | undefined => {
      if (domain === undefined) return undefined;
      const holder = cloud.domains.find(domain, region);
      return cloud.pools.get(holder?.userPoolId ?? textOf(input, "UserPoolId") ?? "")?.id;
    };
    rates.admit({ operation: call.operation, accountId, region, userPoolId });
  }
  const fault = faults.takeForCall(call.operation, domain);
  if (fault && "error" in fault) throw errorOf(fault);
  const spoiling = fault && spoilingBy(fault);
  if (spoiling) call.spoiling = spoiling;
  if (spoiling?.effect === "none") return {};
  const badEnd = (): BadEnd | undefined => faults.takeForStep(call.operation, domain ?? "")?.domainStatus;
  return operation(input, { ...cloud, caller, region, badEnd });
}

function protocolOf(request: HttpRequest): Protocol {
  return mediaTypeOf(request) === form ? queryProtocol : jsonProtocol;
}

function lookUp(name: string, protocol: Protocol): Operation {
  const operations: Record<string, Operation> =
    protocol === queryProtocol ? stsOperations : cognitoOperations;
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) throw protocol.unknownOperation(name);
  return operation;
}

function isCognitoOperation(name: string): name is keyof Model {
  return Object.hasOwn(cognitoOperations, name);
}

function authenticate(
  { headers }: HttpRequest,
  protocol: Protocol,
  { cloud, region }: ServiceParts,
  call: OpenCall,
): { caller: Caller; region: string } {
  // A web identity is what somebody shows who has no access key yet.
  if (call.operation === "AssumeRoleWithWebIdentity") return { caller: nobody, region };
  const signer = readSignature(headers, protocol.signingName);
  if ("problem" in signer) throw protocol.badSignature(signer);
  call.accessKeyId = signer.accessKeyId;
  call.region = signer.region;
  const token = headers["x-amz-security-token"];
  const caller = cloud.callers.identify(signer.accessKeyId, token === undefined ? undefined : String(token));
  if (typeof caller === "string") throw protocol.badToken(caller);
  call.principal = caller.arn;
  return { caller, region: signer.region };
}

const nobody: Caller = { accountId: "", arn: "", userId: "" };

function textOf(input: unknown, member: string): string | undefined {
  const value = (input as Readonly<Record<string, unknown>>)[member];
  return typeof value === "string" ? value : undefined;
}

function internalError(thrown: unknown): ServiceError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ServiceError("InternalErrorException", `The emulator failed: ${message}`);
}
