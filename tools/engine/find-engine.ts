import path from "node:path";
import type { Cli, UsableCli } from "./cli";
import { cliOnPath, namedCli } from "./installed-cli";
import { builtCli, cliMadeEarlier, downloadedCli } from "./made-cli";
import { withFolderFirst } from "./search-path";
import { realSurroundings, type Surroundings } from "./surroundings";
import { minimumGoVersion, minimumVersion } from "./versions";

/** A Pulumi CLI with what it needs to run Node.js programs with dynamic resources. */
export interface Engine {
  /** The path of the CLI. */
  readonly pulumi: string;
  /** The folder that holds the CLI. */
  readonly binDirectory: string;
  readonly source: Source;
  /** Such as "3.255.0". */
  readonly version: string;
  /** A copy of the environment in which the CLI finds its plugins and doesn't look for a newer CLI. */
  environment(base: NodeJS.ProcessEnv): NodeJS.ProcessEnv;
}

export type Source = "environment" | "path" | "cache" | "download" | "build";

/**
 * Finds a Pulumi CLI: the one named in PULUMI_CLI, one on PATH, one that was made earlier, the official download or, in
 * the end, a build from Go modules.
 *
 * @throws Error that says what was tried and what to install, or the reason of an aborted `signal`.
 */
export async function findEngine(options: Partial<Surroundings> = {}): Promise<Engine> {
  const surroundings = { ...realSurroundings(), ...options };
  const named = surroundings.environment["PULUMI_CLI"];
  if (named) return engineOf("environment", await namedCliOrThrow(named, surroundings), surroundings);

  const failures: string[] = [];
  for (const [source, way] of ways) {
    const cli = await way(surroundings);
    if (cli.usable) return engineOf(source, cli, surroundings);
    surroundings.signal.throwIfAborted();
    failures.push(`${labels[source]}: ${cli.why}`);
  }
  throw new Error(nothingFound(failures));
}

type SearchedSource = Exclude<Source, "environment">;

type Way = (surroundings: Surroundings) => Promise<Cli>;

const ways: readonly (readonly [SearchedSource, Way])[] = [
  ["path", cliOnPath],
  ["cache", cliMadeEarlier],
  ["download", downloadedCli],
  ["build", builtCli],
];

const labels = {
  path: "On PATH",
  cache: "Made earlier",
  download: "Official download",
  build: "Build from Go modules",
} satisfies Record<SearchedSource, string>;

function engineOf(source: Source, { pulumi, version }: UsableCli, { platform }: Surroundings): Engine {
  const binDirectory = path.dirname(pulumi);
  return {
    pulumi,
    binDirectory,
    source,
    version,
    environment: (base) => ({
      ...withFolderFirst(binDirectory, base, platform),
      PULUMI_SKIP_UPDATE_CHECK: "1",
    }),
  };
}

/** The user asked for this one, so no other may take its place. */
async function namedCliOrThrow(named: string, surroundings: Surroundings): Promise<UsableCli> {
  const cli = await namedCli(named, surroundings);
  if (cli.usable) return cli;
  surroundings.signal.throwIfAborted();
  throw new Error(`PULUMI_CLI can't be used: ${cli.why}. Correct it, or unset it to have a CLI found.`);
}

function nothingFound(failures: readonly string[]): string {
  return [
    "No Pulumi CLI was found, and none could be made:",
    ...failures.map((failure) => `- ${failure.replaceAll("\n", "\n    ")}`),
    `Put one of these right, or install the Pulumi CLI ${minimumVersion} or a newer 3.x (https://www.pulumi.com/docs/install) or ` +
      `Go ${minimumGoVersion} or newer (https://go.dev/doc/install), then try again.`,
  ].join("\n");
}
