import * as z from "zod";
import { explained } from "../../emulator/explained";
import { secretOf } from "../secret";
import { stateInput } from "./diagnostics";
import type { DynamicProvider } from "./migrated-state";
import { type PulumiState, resourcesIn } from "./pulumi-state";
import { partsOf, urnOf } from "./urn";

const configuration = z.record(
  z.string(),
  z.object({ value: z.string().exactOptional(), secret: z.boolean() }),
);

/** What `pulumi config --json` prints. */
export type Configuration = z.infer<typeof configuration>;

export function readConfiguration(value: unknown): Configuration {
  return explained(configuration, value, stateInput.noConfiguration);
}

/** The default provider of dynamic resources in the stack of that resource, where the state holds one. */
export function dynamicProviderIn(state: PulumiState, urn: string): DynamicProvider | undefined {
  const wanted = urnOfProvider(urn);
  return resourcesIn(state).find(
    (resource): resource is DynamicProvider => resource.urn === wanted && resource.id !== undefined,
  );
}

/**
 * The same as Pulumi makes it with a stack's first dynamic resource: it gives it the whole configuration, and keeps
 * that in the state for refresh and destroy.
 */
export function newDynamicProvider(urn: string, id: string, configuration: Configuration): DynamicProvider {
  const inputs = Object.fromEntries(
    Object.entries(configuration).map(([key, { value = "", secret }]) => [
      key,
      secret ? secretOf(value) : value,
    ]),
  );
  return { urn: urnOfProvider(urn), custom: true, id, type: providerType, inputs, outputs: inputs };
}

const providerType = "pulumi:providers:pulumi-nodejs";

function urnOfProvider(urn: string): string {
  return urnOf({ ...partsOf(urn), types: providerType, name: "default" });
}
