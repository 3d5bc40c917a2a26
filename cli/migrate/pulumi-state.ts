import * as z from "zod";
import { explained } from "../../emulator/explained";
import { resourceType } from "../../provider/resource-type";
import { stateInput } from "./diagnostics";

/** The type of the domains that are migrated. */
export const oldType = "aws:cognito/userPoolDomain:UserPoolDomain";

const resource = z.looseObject({
  urn: z.string().startsWith("urn:pulumi:", "isn't a URN"),
  type: z.string(),
  custom: z.boolean().exactOptional(),
  id: z.string().exactOptional(),
  inputs: z.record(z.string(), z.unknown()).exactOptional(),
  outputs: z.record(z.string(), z.unknown()).exactOptional(),
  parent: z.string().exactOptional(),
  protect: z.boolean().exactOptional(),
  provider: z.string().exactOptional(),
  dependencies: z.array(z.string()).exactOptional(),
  propertyDependencies: z.record(z.string(), z.array(z.string()).nullable()).exactOptional(),
  /** What is only looked up, and lives elsewhere. */
  external: z.boolean().exactOptional(),
  /** What an unfinished replacement left behind, to be deleted by the next `pulumi up`. */
  delete: z.boolean().exactOptional(),
  /** Deleted for a replacement that hasn't come. */
  pendingReplacement: z.boolean().exactOptional(),
  /** Marked to be replaced by the next `pulumi up`. */
  taint: z.boolean().exactOptional(),
  /** What the program gave as the option `import` when it was deployed last. */
  importID: z.string().exactOptional(),
});

const state = z.looseObject({
  deployment: z.looseObject({
    resources: z.array(resource).exactOptional(),
    pending_operations: z.array(z.looseObject({ resource: z.looseObject({ urn: z.string() }) })).nullish(),
  }),
});

/** A resource as `pulumi stack export` has it, with whatever else it has. */
export type StateResource = z.infer<typeof resource>;

/** What `pulumi stack export` prints. */
export type PulumiState = z.infer<typeof state>;

/** @throws UnfitValue when it is something else */
export function readPulumiState(value: unknown): PulumiState {
  explained(state, value, stateInput.noPulumiState);
  // The value itself: what becomes Pulumi's state again may not have gone through a schema.
  return value as PulumiState;
}

export function resourcesIn({ deployment }: PulumiState): readonly StateResource[] {
  return deployment.resources ?? [];
}

/** A resource names its provider by URN and id. */
export function providerOf({ provider = "" }: StateResource, state: PulumiState): StateResource | undefined {
  const urn = provider.slice(0, provider.lastIndexOf("::"));
  return resourcesIn(state).find((resource) => resource.urn === urn);
}

/** Whether it is a domain to migrate, rather than one that the program only looks up. */
export function isOld({ type, external }: StateResource): boolean {
  return type === oldType && !external;
}

/** Whether it is a domain of this package, rather than one that the program only looks up. */
export function isSuccessor({ type, external }: StateResource): boolean {
  return type === resourceType && !external;
}
