export { type Clock, type VirtualClock, virtualClock } from "./clock";
export type {
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
export type { BadEnd, Phase } from "./cloud/phase";
export type { Pool, PoolOptions, UserPoolTier } from "./cloud/pools";
export { type Quotas, type RequestCategory, serviceQuotas } from "./cloud/quotas";
export type { Snapshot } from "./cloud/snapshot";
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
  GarbageFault,
  HangFault,
} from "./testing/fault-rules";
export type { WaitingFault } from "./testing/faults";
export type { Call, Outcome, Spoiling } from "./testing/record";
