import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { type GitHub, pullRequest } from "./github-api";
import { type Machine, newMachine } from "./machine";
import type { Preview } from "./previews";

interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: object;
  readonly concurrency: { readonly group: string };
  readonly jobs: {
    readonly domains: {
      readonly permissions: object;
      readonly strategy: { readonly matrix: { readonly include: readonly [{ readonly folder: string }] } };
      readonly steps: readonly Step[];
    };
  };
}

export const file = path.join(__dirname, "../../../examples/pull-request/github.yml");
export const workflow = parse(readFileSync(file, "utf8")) as Workflow;

export interface PullRequest {
  readonly preview: Preview;
  readonly labels?: readonly string[];
  /** As the matrix has it. */
  readonly stack?: string;
  /** The repository that the branch is in; null once it is gone. */
  readonly from?: string | null;
}

/** A job as it ended. */
export interface Job {
  readonly conclusion: "success" | "failure";
  /** How the steps with a name ended: with an exit code, or skipped. */
  readonly steps: Readonly<Record<string, number | "skipped">>;
  /** What was printed, annotations among it. */
  readonly output: string;
  readonly summary: string;
  readonly machine: Machine;
}

/** Runs the job on a pull request as GitHub does. What comes from others than us is left out. */
export async function runJob(github: GitHub, given: PullRequest): Promise<Job> {
  const { preview, labels = [], stack = "acme/dev", from = "acme/shop" } = given;
  const { steps } = workflow.jobs.domains;
  const machine = await newMachine(preview);
  const ended: Record<string, number | "skipped"> = {};
  const outcomes: Record<string, { outcome: string }> = {};
  const summary = path.join(machine.temporary, "summary.md");
  writeFileSync(summary, "");
  let output = "";
  let failed = false;
  const context = {
    cancelled: () => false,
    success: () => !failed,
    contains: (list: readonly unknown[], item: unknown) => list.includes(item),
    github: {
      repository: "acme/shop",
      event: {
        pull_request: {
          head: { repo: from === null ? {} : { full_name: from } },
          labels: labels.map((name) => ({ name })),
        },
      },
    },
    matrix: { ...workflow.jobs.domains.strategy.matrix.include[0], stack },
    secrets: { PULUMI_ACCESS_TOKEN: "pul-secret" },
    steps: outcomes,
  };

  for (const step of steps) {
    const exitCode = evaluated(conditionOf(step), context) ? await ending(step) : "skipped";
    if (step.name) ended[step.name] = exitCode;
    if (step.id) outcomes[step.id] = { outcome: outcomeOf(exitCode) };
    failed ||= outcomeOf(exitCode) === "failure";
  }
  return {
    conclusion: failed ? "failure" : "success",
    steps: ended,
    output,
    summary: readFileSync(summary, "utf8"),
    machine,
  };

  async function ending(step: Step): Promise<number> {
    if (step.run !== undefined) return endingOfCommands(step.run, step.env);
    if (!step.uses?.startsWith("actions/github-script@")) return 0;
    return runScript(String(step.with?.["script"]), github, machine).then(
      () => 0,
      (error: Error) => {
        output += error.message;
        return 1;
      },
    );
  }

  async function endingOfCommands(commands: string, variables: Step["env"] = {}): Promise<number> {
    const environment = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, filledIn(value, context)]),
    );
    const ran = await machine.bash(commands, {
      folder: context.matrix.folder,
      environment: {
        GITHUB_WORKSPACE: machine.workspace,
        GITHUB_STEP_SUMMARY: summary,
        RUNNER_TEMP: machine.temporary,
        ...environment,
      },
    });
    output += ran.stdout + ran.stderr;
    return ran.exitCode;
  }
}

/** Runs the step that comments, on what the step before has left in the machine. */
export function comment(github: GitHub, machine: Pick<Machine, "temporary">): Promise<void> {
  const step = workflow.jobs.domains.steps.find(({ name }) => name === "Comment");
  return runScript(String(step?.with?.["script"]), github, machine);
}

/** As actions/github-script does. Each name is an argument, so that the script can't declare it again. */
async function runScript(script: string, github: GitHub, machine: Pick<Machine, "temporary">): Promise<void> {
  const repo = { owner: "acme", repo: "shop" };
  const given = {
    context: {
      repo,
      issue: { ...repo, number: pullRequest },
      payload: { pull_request: { number: pullRequest, head: { sha: "0123abc" } } },
      serverUrl: "https://github.com",
      runId: 42,
    },
    core: {},
    github: github.client,
    octokit: github.client,
    getOctokit: () => github.client,
    exec: {},
    glob: {},
    io: {},
    require,
    __original_require__: require,
    process: { env: { RUNNER_TEMP: machine.temporary } },
  };
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as FunctionConstructor;
  await new AsyncFunction(...Object.keys(given), script)(...Object.values(given));
}

/** A step without a word on how those before it ended runs only where all was well. */
function conditionOf({ if: condition = "true" }: Step): string {
  const bare = condition.replace(/^\$\{\{(.*)\}\}$/, "$1");
  return /\b(success|failure|cancelled|always)\(/.test(bare) ? bare : `success() && (${bare})`;
}

function filledIn(value: string, context: object): string {
  return value.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression: string) =>
    String(evaluated(expression, context)),
  );
}

/** GitHub's expressions are JavaScript's, but for what is taken of each member of a list. */
function evaluated(expression: string, context: object): unknown {
  const inJavaScript = expression.replaceAll(/\.\*\.(\w+)/g, ".map((each) => each.$1)");
  return new Function(...Object.keys(context), `return ${inJavaScript}`)(...Object.values(context));
}

function outcomeOf(exitCode: number | "skipped"): string {
  if (exitCode === "skipped") return exitCode;
  return exitCode === 0 ? "success" : "failure";
}
