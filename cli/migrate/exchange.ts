import { Diagnostic } from "../../provider/errors/diagnostic";
import { unfit } from "./diagnostics";
import { dynamicProviderIn, newDynamicProvider } from "./dynamic-provider";
import { type DynamicProvider, type MigratedState, migratedState } from "./migrated-state";
import type { OldDomain } from "./old-domain";
import type { PulumiCli } from "./pulumi-cli";
import { pulumiDomainsIn } from "./pulumi-domains";
import { type PulumiState, readPulumiState } from "./pulumi-state";
import { isSameState } from "./same-state";
import type { Successor } from "./successor";

/** What an exchange is prepared with. */
export interface Preparation {
  readonly pulumi: Pick<PulumiCli, "exportState" | "configuration">;
  lookAt(olds: readonly OldDomain[]): Promise<Successor[]>;
  newId(): string;
}

/** A state, and the one to put in its place; where there is nothing to exchange, only the state. */
export type Exchange =
  | { readonly state: PulumiState; readonly migrated?: undefined }
  | {
      readonly state: PulumiState;
      /** The state as it was exported. */
      readonly before: string;
      readonly successors: readonly Successor[];
      readonly migrated: MigratedState;
    };

/** Prepares the exchange, which is made by one `pulumi stack import`; until then nothing is changed. */
export async function prepareExchange({ pulumi, lookAt, newId }: Preparation): Promise<Exchange> {
  const before = await pulumi.exportState();
  const state = readPulumiState(JSON.parse(before));
  const olds = pulumiDomainsIn(state);
  if (olds.length === 0) return { state };
  const successors = await lookAt(olds);
  const migrated = migratedState(state, successors, await dynamicProvider(olds[0]?.address ?? ""));
  if (!isSameState(await pulumi.exportState(), before)) {
    throw new Diagnostic(unfit.changedMeanwhile());
  }
  return { state, before, successors, migrated };

  async function dynamicProvider(urn: string): Promise<DynamicProvider> {
    return dynamicProviderIn(state, urn) ?? newDynamicProvider(urn, newId(), await pulumi.configuration());
  }
}
