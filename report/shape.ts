import type { Consequence } from "../provider/plan/consequences/consequence";

/** What a preview means for user pool domains. `reportSchema` and `docs/report.schema.json` describe the same. */
export interface Report {
  /** Raised by a change that readers could trip over. */
  version: 1;
  /** The Pulumi project; empty where a preview failed before its first step. */
  project: string;
  /** The stack; empty where a preview failed before its first step. */
  stack: string;
  /** The gravest impact of all; or that the preview failed or wasn't understood, and what follows isn't whole. */
  verdict: "incomplete" | Impact;
  /** Why the preview failed, and what of it wasn't understood. */
  errors: string[];
  /** Every user pool domain that changes, the gravest first. */
  domains: DomainChange[];
  /** How many other resources change, by what the engine calls the change. */
  others: Record<string, number>;
}

/** What becomes of sign-in at a domain, from the gravest to the least. */
export type Impact =
  /** It ends there. */
  | "sign-in ends"
  /** It is down for a while. */
  | "outage"
  /** It goes on, while `pulumi up` fails at what the service refuses. */
  | "refused"
  /** It moves to another address without a gap. */
  | "new address"
  /** It goes on, while something changes. */
  | "in place"
  /** Nothing becomes of it. */
  | "none";

/** What becomes of one domain. */
export interface DomainChange {
  /** The resource's URN. */
  urn: string;
  /** The name of the resource. */
  name: string;
  /** Where the program declares it; null where the preview doesn't tell. */
  position: SourcePosition | null;
  /** The domain's name, or the new one's where there is none yet; null where it is unknown or secret. */
  domain: string | null;
  /**
   * What Pulumi does. `adopt`: its create finds it and takes it over. `forget`: it leaves Pulumi's state, and stays in the
   * cloud. `keep`: nothing is done, and it was changed outside of Pulumi.
   */
  action: "create" | "adopt" | "update" | "replace" | "delete" | "import" | "forget" | "keep";
  /** What becomes of sign-in there. */
  impact: Impact;
  /** Of a replacement: which of the two domains is seen to first, or that the old one isn't deleted. Otherwise null. */
  order: "delete first" | "create first" | "keep the old" | null;
  /**
   * Of a replacement: the new domain, and how long it takes until it is ACTIVE. Where sign-in is down, it is as long.
   * Otherwise null.
   */
  successor: Successor | null;
  /** The properties that make the domain be replaced. */
  causes: string[];
  /** The properties that change. */
  changes: PropertyChange[];
  /** What a refresh found to have been changed outside of Pulumi. */
  drift: Omit<PropertyChange, "effect">[];
  /** Whether a refresh found it gone, so that it is created anew. */
  recreated: boolean;
  /** How long it usually takes, in words; null where nothing is waited for. */
  duration: string | null;
  /** What a reviewer should know, the gravest first. */
  consequences: Consequence[];
  /** The same by hand: calls of the AWS CLI, and waits between them, for a POSIX shell. */
  commands: string[];
  /** False where a command has a placeholder for what is unknown or secret. */
  runnable: boolean;
}

/** A line of the program. */
export interface SourcePosition {
  /** The file, within the Pulumi project. */
  file: string;
  /** Counted from 1. */
  line: number;
}

/** The domain that takes another's place. */
export interface Successor {
  /** Its name; null where it is unknown or secret. */
  domain: string | null;
  /** How long it usually takes until it is ACTIVE: from, and to. */
  usualMinutes: [number, number];
  /** Its create timeout; where the old one is deleted first, the timeout of that delete beside. */
  longestMinutes: number;
}

/** A property that changes. */
export interface PropertyChange {
  /** The path of the property, such as `customDomainConfig.certificateArn`. */
  property: string;
  /** What it was. */
  from: ShownValue;
  /** What it is to be. */
  to: ShownValue;
  /** Whether it replaces the domain, is set with the new domain, or changes the domain in place or Pulumi's state alone. */
  effect: "replaces" | "with the new domain" | "in place" | "recorded";
}

/** A value; or that there is none, that only `pulumi up` will know it, or that it is a secret. */
export type ShownValue = KnownValue | UnshownValue;

/** A value that is known. */
export interface KnownValue {
  /** Tells it from the others. */
  kind: "value";
  /** The value, as JSON. */
  value: unknown;
}

/** A value that there is nothing to show of. */
export interface UnshownValue {
  /** There is none, only `pulumi up` will know it, or it is a secret. */
  kind: "none" | "unknown" | "secret";
}
