/**
 * Amazon Cognito's user pool domains in your own process, for tests. `docs/emulator.md` in the package says how to use it,
 * what is emulated and where each rule comes from.
 *
 * ```ts
 * import { startEmulator } from "pulumi-cognito-domain/emulator";
 *
 * const cognito = await startEmulator();
 * const pool = cognito.createPool();
 * Object.assign(process.env, cognito.environment); // any AWS SDK in this process now talks to it
 * await cognito.close();
 * ```
 *
 * @module pulumi-cognito-domain/emulator
 */

export { type Clock, type VirtualClock, virtualClock } from "./clock";
export type {
  CustomDomainConfiguration,
  Domain,
  DomainConfiguration,
  DomainFacts,
  DomainKind,
  DomainOwner,
  DomainPatch,
  DomainStatus,
  Failover,
  SecurityPolicy,
} from "./cloud/domain";
export type { DurationOptions, StepDurations } from "./cloud/durations";
export type { DnsTable, OutsideOptions } from "./cloud/outside";
export type { BadEnd, MovingPhase, Phase, SettledPhase } from "./cloud/phase";
export type { Pool, PoolOptions, UserPoolTier } from "./cloud/pools";
export { type Quotas, type RequestCategory, serviceQuotas } from "./cloud/quotas";
export type { MadeCounts, Snapshot } from "./cloud/snapshot";
export type { DomainRecord } from "./cloud/timeline";
export { type Emulator, startEmulator } from "./emulator";
export { messages } from "./messages";
export type { OperationName } from "./operations/table";
export type { EmulatorOptions } from "./options";
export type { DomainOptions, Seed } from "./seed";
export type {
  DomainStatusFault,
  DropFault,
  ErrorFault,
  Fault,
  FaultAim,
  FaultError,
  GarbageFault,
  HangFault,
} from "./testing/fault-rules";
export type { WaitingFault } from "./testing/faults";
export type { Call, CallError, Outcome, Spoiling } from "./testing/record";
