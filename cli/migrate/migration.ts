import type { Wording } from "../../provider/errors/diagnosis";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { backupName } from "./backup";
import { dependentsOf } from "./dependents";
import { migrationWarnings, unfit } from "./diagnostics";
import type { OldDomain } from "./old-domain";
import { lookedUpIn, pulumiDomainsIn } from "./pulumi-domains";
import { isSuccessor, oldType, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import type { StateInput } from "./state-input";
import { type Step, stepsAfterExchange, stepsFromTerraform, stepsInPulumi } from "./steps";
import { terraformDomainsIn, terraformType } from "./terraform-state";
import { partsOf, shownUrn } from "./urn";

/** What a state comes to, and what a person does about it. */
export type Migration = {
  readonly warnings: readonly Wording[];
  readonly steps: readonly Step[];
} & (
  | {
      /** In the state of the stack, domains of this package take the place of the old ones. */
      readonly kind: "exchange";
      readonly stack: string;
      readonly olds: readonly OldDomain[];
    }
  | {
      /** They have taken it, and the program may not have them yet. */
      readonly kind: "exchanged";
      readonly stack: string;
      readonly successors: readonly StateResource[];
    }
  | {
      /** They come into a stack by an import file, and Terraform forgets its own. */
      readonly kind: "import";
      readonly file: string;
      readonly olds: readonly OldDomain[];
    }
);

/** What the steps depend on beside the state. */
export interface Circumstances {
  /** The stack, as a person calls it. */
  readonly stack?: string;
  /** The name of an import file. */
  readonly file: string;
  readonly now: Date;
  /** Options of the command that lead to AWS. */
  readonly access: string;
  /** Where the state was kept by an earlier run, if it was. */
  readonly lastKept?: string;
}

/** @throws Diagnostic when there is nothing to migrate, or the state can't be migrated as it is */
export function migrationOf(input: StateInput, circumstances: Circumstances): Migration {
  if (input.tool === "pulumi") return migrationInPulumi(input.state, circumstances);
  const olds = terraformDomainsIn(input.state);
  if (olds.length === 0) throw nothingOf(`managed ${terraformType}`);
  const { file } = circumstances;
  return { kind: "import", file, olds, warnings: [], steps: stepsFromTerraform(file, olds) };
}

/** There is none of these domains. */
export function nothingOf(type: string): Diagnostic {
  return new Diagnostic(unfit.nothing({ type }));
}

function migrationInPulumi(state: PulumiState, circumstances: Circumstances): Migration {
  const olds = pulumiDomainsIn(state);
  if (olds.length === 0) return exchangedIn(state, circumstances);
  const stack = circumstances.stack ?? stackOf(olds[0]?.address);
  const warnings = lookedUpIn(state).map((urn) => migrationWarnings.lookedUp({ resource: shownUrn(urn) }));
  const { now, access } = circumstances;
  const dependents = dependentsOf(new Set(olds.map(({ address }) => address)), resourcesIn(state));
  const steps = stepsInPulumi({ stack, access, backup: backupName(stack, now), dependents });
  return { kind: "exchange", stack, olds, warnings, steps };
}

function exchangedIn(state: PulumiState, { stack: given, lastKept }: Circumstances): Migration {
  const successors = resourcesIn(state).filter(isSuccessor);
  if (successors.length === 0) throw nothingOf(oldType);
  const stack = given ?? stackOf(successors[0]?.urn);
  const warnings = [migrationWarnings.noneLeft({ type: oldType })];
  return { kind: "exchanged", stack, successors, warnings, steps: stepsAfterExchange(stack, lastKept) };
}

function stackOf(urn = ""): string {
  return partsOf(urn).stack;
}
