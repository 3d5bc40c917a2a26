import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { Run } from "../../e2e/support/run";
import { type GitLab, mergeRequest, project, token } from "./gitlab-api";
import { type Machine, newMachine } from "./machine";
import type { Preview } from "./previews";

interface Pipeline {
  readonly "cognito-domains": {
    readonly variables: Readonly<Record<string, string>>;
    readonly parallel: { readonly matrix: readonly Readonly<Record<string, string>>[] };
    readonly artifacts: { readonly paths: readonly string[] };
    readonly before_script: readonly string[];
    readonly script: readonly string[];
  };
}

export const file = path.join(__dirname, "../../../examples/pull-request/gitlab.yml");
const { "cognito-domains": declared } = parse(readFileSync(file, "utf8")) as Pipeline;
export const job = declared;

export interface MergeRequest {
  readonly preview: Preview;
  readonly labels?: string;
  /** As the matrix has it. */
  readonly stack?: string;
  /** The CLI that is downloaded isn't the one that was published. */
  readonly tampered?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs the job on a merge request as GitLab's runner does: all commands in one shell, which ends with the first that fails. */
export async function runJob(
  gitlab: GitLab,
  { preview, labels, stack, tampered = false, variables }: MergeRequest,
): Promise<Run & { machine: Machine }> {
  const machine = await newMachine(preview, { downloads: true, tampered });
  const ran = await machine.bash([...job.before_script, ...job.script].join("\n"), {
    environment: {
      ...variablesOf(gitlab, machine),
      ...job.variables,
      ...job.parallel.matrix[0],
      ...(stack !== undefined && { STACK: stack }),
      // It isn't there at all where a merge request has no label.
      ...(labels !== undefined && { CI_MERGE_REQUEST_LABELS: labels }),
      ...variables,
    },
  });
  return { ...ran, machine };
}

/** Runs the command that writes the note, on what the commands before have left in the machine. */
export function writeNote(gitlab: GitLab, machine: Machine): Promise<Run> {
  const command = job.script.find((each) => each.includes("<<'NOTE'")) ?? "exit 1";
  return machine.bash(command, { environment: variablesOf(gitlab, machine) });
}

function variablesOf(gitlab: GitLab, machine: Machine): Readonly<Record<string, string>> {
  return {
    CI_API_V4_URL: gitlab.url,
    CI_PROJECT_DIR: machine.workspace,
    CI_PROJECT_ID: String(project),
    CI_MERGE_REQUEST_PROJECT_ID: String(project),
    CI_MERGE_REQUEST_IID: String(mergeRequest),
    CI_COMMIT_SHA: "0123abc",
    CI_JOB_URL: "https://gitlab.com/acme/shop/-/jobs/42",
    AWS_ID_TOKEN: "ey.jwt",
    PULUMI_ACCESS_TOKEN: "pul-secret",
    COGNITO_DOMAINS_TOKEN: token,
  };
}
