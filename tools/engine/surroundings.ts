import { homedir } from "node:os";
import { type InstallOfficialCli, installOfficialCli } from "./official-download";
import { type Progress, progressOn } from "./progress";
import { type RunCommand, runCommand } from "./run-command";

/** Everything outside the search for an engine. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly homeDirectory: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly run: RunCommand;
  readonly installOfficialCli: InstallOfficialCli;
  readonly progress: Progress;
  /** Ends a build or a download and removes what it had made. */
  readonly signal: AbortSignal;
}

export function realSurroundings(): Surroundings {
  return {
    environment: process.env,
    platform: process.platform,
    arch: process.arch,
    homeDirectory: homedir(),
    now: Date.now,
    run: runCommand,
    installOfficialCli,
    progress: progressOn(process.stderr),
    signal: new AbortController().signal,
  };
}
