import { type PulumiState, readPulumiState } from "./pulumi-state";
import { readTerraformState, type TerraformState } from "./terraform-state";

/** A state that domains are migrated from. */
export type StateInput =
  | { tool: "pulumi"; state: PulumiState }
  | { tool: "terraform"; state: TerraformState };

const expected =
  "Expected is what `pulumi stack export` or `terraform show -json` (or `tofu show -json`) prints";

/** @throws Error that says what came instead */
export function readStateInput(text: string): StateInput {
  if (text.trim() === "") throw new Error(`Nothing came on stdin. ${expected}: did that command fail?`);
  const value = parsed(text);
  if (typeof value === "object" && value !== null) {
    if ("deployment" in value) return { tool: "pulumi", state: readPulumiState(value) };
    if ("format_version" in value) return { tool: "terraform", state: readTerraformState(value) };
    if ("lineage" in value) {
      throw new Error(
        `This is Terraform's state file itself. ${expected}, in the folder of the configuration.`,
      );
    }
  }
  throw new Error(`What came is neither Pulumi's state nor Terraform's. ${expected}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`What came isn't JSON (${(error as Error).message}). ${expected}.`);
  }
}
