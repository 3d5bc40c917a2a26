import { typescriptOf } from "../../code/typescript";
import type { Wording } from "../../provider/errors/diagnosis";
import { declarationOf } from "./declaration";
import { migrationWarnings } from "./diagnostics";
import type { Migration } from "./migration";
import type { StateResource } from "./pulumi-state";
import type { Step } from "./steps";
import type { Successor } from "./successor";
import { declarationIn } from "./taken-over";
import { partsOf } from "./urn";

/** What a person is told of a migration; with --json, one document. */
export interface Listing {
  readonly domains: readonly ListedDomain[];
  /** TypeScript. */
  readonly code: string;
  /** The import file that was written. */
  readonly file?: string;
  /** The command that takes the steps. */
  readonly apply?: string;
  readonly steps: readonly Step[];
  readonly warnings: readonly Wording[];
}

interface ListedDomain {
  readonly domain: string;
  /** Of the resource. */
  readonly name: string;
  /** How the tool calls it that has it. */
  readonly from: string;
  readonly region: string;
}

/** `successors` are those of the domains that the migration names. */
export function listingOf(migration: Migration, successors: readonly Successor[], apply?: string): Listing {
  const { kind, steps, warnings } = migration;
  if (kind === "exchanged") {
    const code = typescriptOf(migration.successors.map(declarationIn));
    return { domains: migration.successors.map(listedInState), code, steps, warnings };
  }
  return {
    domains: successors.map(({ old: { domain, name, address: from }, state: { region } }) => {
      return { domain, name, from, region };
    }),
    code: typescriptOf(successors.map(declarationOf)),
    ...(kind === "import" && { file: migration.file }),
    ...(apply !== undefined && { apply }),
    steps,
    warnings: [
      ...warnings,
      ...successors.flatMap((successor) => successor.warnings),
      ...successors.flatMap((successor) => warningOnSecrets(successor, migration)),
    ],
  };
}

/** The code goes to the standard output, all else beside it. */
export function show(listing: Listing, asJson: boolean): void {
  const { code, apply, steps, warnings } = listing;
  for (const warning of warnings) console.error(`warning: ${warning}`);
  if (asJson) {
    console.log(JSON.stringify(listing, undefined, 2));
    return;
  }
  process.stdout.write(code);
  console.error(
    apply ? `\nPut the code into the program, then run this:\n   ${apply}\nOr, step by step:` : "",
  );
  console.error(steps.map((step, index) => shownStep(index + 1, step)).join("\n"));
}

function listedInState({ urn, id = "", outputs }: StateResource): ListedDomain {
  return { domain: id, name: partsOf(urn).name, from: urn, region: String(outputs?.["region"] ?? "") };
}

function warningOnSecrets({ old }: Successor, migration: Migration): Wording[] {
  const { inputs } = old.secrets;
  if (inputs.length === 0) return [];
  const places = migration.kind === "import" ? `the code and in ${migration.file}` : "the code";
  return [migrationWarnings.secretsInCode({ domain: old.domain, paths: inputs, places })];
}

function shownStep(number: number, { what, command, back }: Step): string {
  return [
    `${number}. ${what}.`,
    ...(command === undefined ? [] : [`   ${command}`]),
    ...(back === undefined ? [] : ["   To go back, while nobody has changed anything since:", `   ${back}`]),
  ].join("\n");
}
