import { backupName } from "./backup";
import { dependentsIn, importedIn } from "./migrated-state";
import type { OldDomain } from "./old-domain";
import { lookedUpIn, pulumiDomainsIn } from "./pulumi-domains";
import { isSuccessor, oldType, type PulumiState, resourcesIn, type StateResource } from "./pulumi-state";
import type { StateInput } from "./state-input";
import { type Step, stepsFromTerraform, stepsInPulumi } from "./steps";
import { terraformDomainsIn, terraformType } from "./terraform-state";
import { partsOf, shownUrn } from "./urn";

/** What a state comes to. */
export interface Migration {
  readonly olds: readonly OldDomain[];
  /** Those that an earlier run hasn't imported. */
  readonly toImport: readonly OldDomain[];
  readonly warnings: readonly string[];
  /** The stack on which --apply does the same as the steps; Terraform has none. */
  readonly stack?: string;
  /** What a person does, once this file is there for what is to be imported. */
  steps(file: string): Step[];
}

/** @throws Error when there is nothing to migrate, or the state is in the middle of something */
export function migrationOf(input: StateInput, { stack, now }: { stack?: string; now: Date }): Migration {
  if (input.tool === "pulumi") return migrationInPulumi(input.state, stack, now);
  const olds = terraformDomainsIn(input.state);
  if (olds.length === 0) throw nothingOf(`managed ${terraformType}`);
  return { olds, toImport: olds, warnings: [], steps: (file) => stepsFromTerraform(file, olds) };
}

function migrationInPulumi(state: PulumiState, givenStack: string | undefined, now: Date): Migration {
  const olds = pulumiDomainsIn(state);
  if (olds.length === 0) throw nothingOf(oldType, resourcesIn(state).filter(isSuccessor));
  const imported = importedIn(state);
  const toImport = olds.filter(({ address }) => !imported.has(address));
  const stack = givenStack ?? partsOf(olds[0]?.address ?? "").stack;
  const warnings = lookedUpIn(state).map(
    (urn) =>
      `${shownUrn(urn)} is only looked up, and left out: UserPoolDomain.get of this package looks up as well.`,
  );
  const basis = { stack, backup: backupName(stack, now), olds, dependents: dependentsIn(state) };
  const steps = (file: string): Step[] => stepsInPulumi({ ...basis, ...(toImport.length > 0 && { file }) });
  return { olds, toImport, warnings, steps, stack };
}

function nothingOf(type: string, successors: readonly StateResource[] = []): Error {
  const names = successors.map(({ urn }) => shownUrn(urn)).join(", ");
  const rest = names && ` It has ${names}: what may be left is the code in the program, and pulumi preview.`;
  return new Error(`There is no ${type} in the state: nothing to migrate.${rest}`);
}
