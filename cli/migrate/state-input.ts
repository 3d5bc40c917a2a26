import { Diagnostic } from "../../provider/errors/diagnostic";
import { stateInput } from "./diagnostics";
import { type PulumiState, readPulumiState } from "./pulumi-state";
import { readTerraformState, type TerraformState } from "./terraform-state";

/** A state that domains are migrated from. */
export type StateInput =
  | { tool: "pulumi"; state: PulumiState }
  | { tool: "terraform"; state: TerraformState };

/** @throws Diagnostic that says what came instead */
export function readStateInput(text: string): StateInput {
  if (text.trim() === "") throw new Diagnostic(stateInput.nothing());
  const value = parsed(text);
  if (typeof value === "object" && value !== null) {
    if ("deployment" in value) return { tool: "pulumi", state: readPulumiState(value) };
    if ("format_version" in value) return { tool: "terraform", state: readTerraformState(value) };
    if ("lineage" in value) throw new Diagnostic(stateInput.terraformsFile());
  }
  throw new Diagnostic(stateInput.neither());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Diagnostic(stateInput.noJson({ problem: (error as Error).message }));
  }
}
