/** One request that reached the emulator, and what became of it. */
export interface Call {
  /** When it was answered, in milliseconds since 1970. */
  readonly time: number;
  /** Such as `CreateUserPoolDomain` or `AssumeRole`; empty when the request named none. */
  readonly operation: string;
  /** The Region that the request was signed for. Left out when it wasn't signed. */
  readonly region?: string;
  /** The access key that the request was signed with. Left out when it wasn't signed. */
  readonly accessKeyId?: string;
  /** The request as parsed, secrets blotted out. Left out when it couldn't be parsed or was refused before. */
  readonly request?: unknown;
  readonly outcome: Outcome;
}

export interface Outcome {
  /** The HTTP status of the answer; 0 when a fault dropped the connection instead. */
  readonly status: number;
  /** Left out when the call succeeded. */
  readonly error?: { readonly name: string; readonly message: string };
  /** Whether a fault dropped the connection before or after the call took effect. */
  readonly dropped?: "before" | "after";
}
