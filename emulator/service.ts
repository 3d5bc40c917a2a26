import { randomUUID } from "node:crypto";
import type { Caller, Callers } from "./callers";
import type { Call, Outcome } from "./calls";
import type { Clock } from "./clock";
import type { Domains } from "./domains";
import { ServiceError } from "./errors";
import { errorOf, type Fault, type Faults } from "./faults";
import { jsonProtocol } from "./json-protocol";
import type { Context } from "./operations/context";
import { cognitoOperations, type Operation, type OperationName, stsOperations } from "./operations/table";
import type { Pools } from "./pools";
import type { HttpAnswer, HttpRequest, Protocol } from "./protocol";
import { queryProtocol } from "./query-protocol";
import { readSignature } from "./signature";

export interface ServiceParts {
  readonly clock: Clock;
  /** The Region of callers that don't sign. */
  readonly region: string;
  readonly callers: Callers;
  readonly pools: Pools;
  readonly domains: Domains;
  readonly faults: Faults;
  /** Told of every call, in order. */
  record(call: Call): void;
}

/** Answers requests; "drop" stands for breaking the connection instead. */
export function createService(parts: ServiceParts): (request: HttpRequest) => HttpAnswer | "drop" {
  return (request) => {
    const protocol = protocolOf(request);
    const requestId = randomUUID();
    const call: OpenCall = { operation: request.method === "POST" ? protocol.operationOf(request) : "" };
    const finish = (outcome: Outcome, answer: HttpAnswer): HttpAnswer | "drop" => {
      const { dropped, ...known } = call;
      const time = parts.clock.now();
      parts.record({ time, ...known, outcome: dropped ? { ...outcome, status: 0, dropped } : outcome });
      return dropped ? "drop" : answer;
    };
    try {
      const output = perform(request, protocol, parts, call);
      return finish({ status: 200 }, protocol.answer(call.operation, output, requestId));
    } catch (thrown) {
      const error = thrown instanceof ServiceError ? thrown : internalError(thrown);
      const { status, name, message } = error;
      return finish({ status, error: { name, message } }, protocol.refuse(error, requestId));
    }
  };
}

/** What is known of a call before it is answered. */
interface OpenCall extends Mutable<Omit<Call, "time" | "outcome">> {
  /** Set when the connection is to be broken instead of answering. */
  dropped?: "before" | "after";
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Does what a request asks for, as far as no fault is in the way, and notes in `call` what it learns. */
function perform(request: HttpRequest, protocol: Protocol, parts: ServiceParts, call: OpenCall): object {
  const operation = lookUp(call.operation, protocol);
  const { caller, region } = authenticate(request, protocol, parts, call);
  const input = protocol.parse(request.body);
  call.request = withoutSecrets(input);

  const fault = parts.faults.take(call.operation as OperationName);
  if (fault && "error" in fault) throw errorOf(fault);
  if (fault && "drop" in fault) call.dropped = fault.drop;
  if (call.dropped === "before") return {};
  const { callers, pools, domains } = parts;
  return operation(input, { caller, region, callers, pools, domains, ...badEndOf(fault) });
}

function protocolOf({ headers }: HttpRequest): Protocol {
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  return isForm ? queryProtocol : jsonProtocol;
}

function lookUp(name: string, protocol: Protocol): Operation {
  const operations: Record<string, Operation> =
    protocol === queryProtocol ? stsOperations : cognitoOperations;
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) throw protocol.unknownOperation(name);
  return operation;
}

function authenticate(
  { headers }: HttpRequest,
  protocol: Protocol,
  { callers, region }: ServiceParts,
  call: OpenCall,
): { caller: Caller; region: string } {
  // A web identity is what somebody shows who has no access key yet.
  if (call.operation === "AssumeRoleWithWebIdentity") return { caller: nobody, region };
  const signer = readSignature(headers, protocol.signingName);
  if ("problem" in signer) throw protocol.badSignature(signer);
  call.accessKeyId = signer.accessKeyId;
  call.region = signer.region;
  const token = headers["x-amz-security-token"];
  const caller = callers.identify(signer.accessKeyId, token === undefined ? undefined : String(token));
  if (!caller) throw protocol.badToken();
  return { caller, region: signer.region };
}

const nobody: Caller = { accountId: "", arn: "", userId: "" };

const secretMembers = ["WebIdentityToken", "TokenCode", "ExternalId"];

function withoutSecrets(input: unknown): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, secretMembers.includes(name) ? "[secret]" : value]),
  );
}

function badEndOf(fault: Fault | undefined): Pick<Context, "badEnd"> {
  return fault && "domainStatus" in fault ? { badEnd: fault.domainStatus } : {};
}

function internalError(thrown: unknown): ServiceError {
  return new ServiceError("InternalErrorException", `The emulator failed: ${String(thrown)}`);
}
