import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly concurrency?: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  /** None where it calls another workflow. */
  readonly steps?: readonly Step[];
}

/** A workflow of GitHub's, as far as it is read here. */
export interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const repository = path.resolve(__dirname, "../..");

export const releaseWorkflow = workflowIn("release.yml");

export function workflowIn(file: string): Workflow {
  return parse(readFileSync(path.join(repository, ".github/workflows", file), "utf8")) as Workflow;
}

/**
 * What a step runs in the shell, by its id: its script, or of the step that calls the action of changesets the command for
 * the new version. So a dry run of the release runs what the release does.
 *
 * @throws Error when no step, or more than one, is called so, or it runs nothing
 */
export function scriptOf(id: string, { jobs }: Workflow): string {
  const steps = Object.values(jobs).flatMap(({ steps = [] }) => steps.filter((step) => step.id === id));
  const [step, another] = steps;
  if (!step || another) throw new Error(`The workflow has not exactly one step ${id}.`);
  const script = step.run ?? step.with?.["version"];
  if (typeof script !== "string") throw new Error(`The workflow's step ${id} runs nothing.`);
  return script;
}
