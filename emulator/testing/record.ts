/** One request that reached the emulator, and what became of it. */
export interface Call {
  /** 1 for the first. */
  readonly number: number;
  /** When it was answered, in milliseconds since 1970. */
  readonly time: number;
  /** Such as `CreateUserPoolDomain` or `AssumeRole`; empty when the request named none. */
  readonly operation: string;
  /** The Region that the request was signed for. Left out when it wasn't signed. */
  readonly region?: string;
  /** The access key that the request was signed with. Left out when it wasn't signed. */
  readonly accessKeyId?: string;
  /** The ARN of who it is. Left out when it isn't known. */
  readonly principal?: string;
  /** The request as parsed, secrets blotted out. Left out when it couldn't be parsed. */
  readonly request?: unknown;
  /** As the answer's `x-amzn-requestid` has it. */
  readonly requestId: string;
  /** What became of it. */
  readonly outcome: Outcome;
}

/** What became of a call. */
export interface Outcome {
  /** The HTTP status of the answer; 0 when there was none. */
  readonly status: number;
  /** Left out when the call succeeded. */
  readonly error?: CallError;
  /** How a fault spoiled the answer. */
  readonly spoiled?: Spoiling;
}

/** The error that a call was answered with. */
export interface CallError {
  /** Such as `InvalidParameterException`. */
  readonly name: string;
  /** What the service said. */
  readonly message: string;
}

/** What a fault does to the answer of a call, and whether the call took effect before or was kept from it. */
export interface Spoiling {
  /** The kind of the fault. */
  readonly by: "drop" | "hang" | "garbage";
  /** "none" when the call was kept from taking effect, "taken" when it took it. */
  readonly effect: "none" | "taken";
}

export interface CallRecord {
  /** Every call, oldest first; from 100,000 on the oldest half goes. */
  readonly calls: readonly Call[];
  add(call: Omit<Call, "number">): Call;
  clear(): void;
}

// A server that is left running overnight shouldn't run out of memory.
const mostCalls = 100_000;

export function createCallRecord(): CallRecord {
  const calls: Call[] = [];
  let number = 0;
  return {
    calls,
    add(call) {
      number += 1;
      const numbered = { number, ...call };
      if (calls.length >= mostCalls) calls.splice(0, mostCalls / 2);
      calls.push(numbered);
      return numbered;
    },
    clear() {
      calls.length = 0;
    },
  };
}
