import { parse, type SemVer } from "semver";
import type { Surroundings } from "./surroundings";

/** A Pulumi CLI, or why there is none. */
export type Cli = UsableCli | UnusableCli;

export interface UsableCli {
  readonly usable: true;
  readonly pulumi: string;
  readonly version: string;
}

export interface UnusableCli {
  readonly usable: false;
  readonly why: string;
}

export function unusable(why: string): UnusableCli {
  return { usable: false, why };
}

export function unusableBecause(error: unknown): UnusableCli {
  return unusable(error instanceof Error ? error.message : String(error));
}

/** The version that the CLI prints. */
export async function versionOf(pulumi: string, surroundings: Surroundings): Promise<SemVer> {
  const { environment, run, signal } = surroundings;
  const printed = await run(pulumi, ["version"], {
    environment: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "1" },
    signal,
    timeoutMilliseconds: 60_000,
  });
  const version = parse(printed.trim());
  if (version === null) throw new Error(`\`${pulumi} version\` printed no version, but "${printed.trim()}"`);
  return version;
}
