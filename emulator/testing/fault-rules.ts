import * as z from "zod";
import type { BadEnd } from "../cloud/phase";
import { unfit } from "../diagnostics";
import { explained } from "../explained";
import type { OperationName } from "../operations/table";
import { operationNames } from "../operations/table";
import { UnfitValue } from "../unfit-value";

/** Something that goes wrong on purpose: on which calls, and what. It is plain data, and reads the same as JSON. */
export type Fault = ErrorFault | DropFault | HangFault | GarbageFault | DomainStatusFault;

/** Which calls a fault befalls. */
export interface FaultAim<Operation> {
  /** The operation whose calls it befalls, or "*" for any. */
  operation: Operation;
  /** Only calls that name this domain. @default calls for any domain, and for none */
  domain?: string;
  /** How many such calls it lets pass first. @default 0 */
  after?: number;
  /** How many calls it befalls. @default 1 */
  times?: number | "always";
  /** How likely it befalls a call that it could befall, above 0 and up to 1; the emulator's `randomSeed` decides. @default 1 */
  chance?: number;
}

/** The service refuses the call, which has no effect. */
export interface ErrorFault extends FaultAim<OperationName | "*"> {
  /** What the service says. */
  error: FaultError;
}

/** The error that a fault has the service answer with. */
export interface FaultError {
  /** Such as `TooManyRequestsException`: letters, digits, and `_ . # : -`. */
  name: string;
  /** Any text. @default "Rate exceeded" for TooManyRequestsException, otherwise a text that says that this is a fault */
  message?: string;
  /** HTTP status, from 400 to 599. @default 500 for InternalErrorException and InternalFailure, otherwise 400 */
  status?: number;
}

/**
 * Whether a call whose answer is spoiled is kept from taking effect ("before") or has taken it ("after").
 *
 * @inline
 */
type Moment = "before" | "after";

/** The connection breaks: the caller can't tell whether the call took effect. */
export interface DropFault extends FaultAim<OperationName | "*"> {
  /** Whether it breaks before the call takes effect, or after. */
  drop: Moment;
}

/** No answer ever comes, and the connection stays open until the client gives up or the emulator is closed. */
export interface HangFault extends FaultAim<OperationName | "*"> {
  /** Whether the call is held up before it takes effect, or after. */
  hang: Moment;
}

/** The answer has status 200 and can't be understood: an HTML page, as something between client and service gives. */
export interface GarbageFault extends FaultAim<OperationName | "*"> {
  /** Whether the call is kept from taking effect, or has taken it. */
  garbage: Moment;
}

/**
 * The call is answered as usual, but the domain ends as FAILED, or never leaves CREATING, UPDATING or DELETING. Calls
 * that are refused don't count.
 */
export interface DomainStatusFault
  extends FaultAim<"CreateUserPoolDomain" | "UpdateUserPoolDomain" | "DeleteUserPoolDomain"> {
  /** How the step ends that the call begins. */
  domainStatus: BadEnd;
}

const aim = {
  domain: z.string().exactOptional(),
  after: z.int().nonnegative().exactOptional(),
  times: z
    .union([z.int().positive(), z.literal("always")], 'is neither a whole number from 1 nor "always"')
    .exactOptional(),
  chance: z.number().positive().max(1).exactOptional(),
};
const operation = z.enum([...operationNames, "*"]);
const moment = z.enum(["before", "after"]);

const schemas = {
  error: z.strictObject({
    operation,
    ...aim,
    error: z.strictObject({
      // It goes into a header, too.
      name: z.string().regex(/^[\w.#:-]+$/, "isn't a name of letters, digits, and _ . # : -"),
      message: z.string().exactOptional(),
      status: z.int().min(400).max(599).exactOptional(),
    }),
  }),
  drop: z.strictObject({ operation, ...aim, drop: moment }),
  hang: z.strictObject({ operation, ...aim, hang: moment }),
  garbage: z.strictObject({ operation, ...aim, garbage: moment }),
  domainStatus: z.strictObject({
    operation: z.enum(["CreateUserPoolDomain", "UpdateUserPoolDomain", "DeleteUserPoolDomain"]),
    ...aim,
    domainStatus: z.enum(["FAILED", "stuck"]),
  }),
} satisfies Record<string, z.ZodType<Fault>>;

/** Takes a fault from code or from JSON. @throws TypeError that says what is wrong with it */
export function readFault(value: unknown): Fault {
  const given = Object.entries(schemas).filter(
    ([what]) => typeof value === "object" && value !== null && what in value,
  );
  const [one, another] = given;
  if (!one || another) {
    const kinds = Object.keys(schemas).join(", ");
    throw new UnfitValue(
      unfit.fault({ fault: JSON.stringify(value), problem: `It needs exactly one of ${kinds}.` }),
    );
  }
  return explained<Fault>(one[1], value, ({ problem }) =>
    unfit.fault({ fault: JSON.stringify(value), problem }),
  );
}
