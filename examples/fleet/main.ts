import { Command, InvalidArgumentError } from "commander";
import { textOf } from "./failures";
import { runFleet } from "./fleet";
import type { Command as FleetCommand } from "./protocol";
import { reshard } from "./reshard";
import { shardIn, stackOf } from "./shards";
import { openWorkspace } from "./stacks";
import { statusOf } from "./status";
import { readTenants } from "./tenants";

interface Options {
  tenants: string;
  backend?: string;
  workers: number;
  wait: number;
}

interface RunOptions extends Options {
  parallel: number;
  shards?: number;
  shard?: string[];
  all?: boolean;
  deletes: number;
  yes?: boolean;
}

const program = new Command("fleet").description(
  "The domains of many tenants, shared out over Pulumi stacks. The same command may run on any number of machines at once. Passphrase and secrets provider are taken from Pulumi's own variables.",
);

runOptions(command("preview", "show what up would do, in numbers"))
  .option("--shards <count>", "over how many shards, where there is no fleet yet", positive)
  .option("--all", "also shards that look done")
  .action((options: RunOptions) => run("preview", options));

runOptions(command("up", "bring every shard to what the list says; what is done already is skipped"))
  .option("--shards <count>", "over how many shards, where there is no fleet yet", positive)
  .option("--all", "also shards that look done, such as after a change of program.ts or Pulumi.yaml")
  .option("--deletes <count>", "how many domains may be deleted, also by being replaced", count, 10)
  .action((options: RunOptions) => run("up", options));

runOptions(command("destroy", "delete the domains of every shard", { tenants: false }))
  .requiredOption("--yes", "that this is meant")
  .action((options: RunOptions) => run("destroy", options));

command(
  "reshard",
  "move tenants between stacks, and touch no domain: to another count of shards, or after a tenant was renamed",
)
  .option(
    "--shards <count>",
    "the count to be; that of an unfinished run, or the present one, if left out",
    positive,
  )
  .action(async ({ shards, ...options }: RunOptions) => {
    const tenants = readTenants(options.tenants);
    const moved = await reshard({
      workspace: await workspaceFor(options),
      tenants,
      shards,
      workers: options.workers,
      patience: patience(options),
      tell: (progress) => console.error(progress),
    });
    console.log(`reshard: ${moved} of ${tenants.length} tenants moved, and no domain touched`);
  });

command("status", "show what is left to do, as the states have it").action(async (options: Options) => {
  console.log(await statusOf(await workspaceFor(options), readTenants(options.tenants), options.workers));
});

// Until all has come to its end: whatever ends this process early, such as waiting for what never comes, is no success.
process.exitCode = 1;
let exitCode = 0;
program.parseAsync().then(
  () => {
    process.exitCode = exitCode;
  },
  (error: Error) => {
    console.error(`fleet: ${textOf(error)}`);
    process.exitCode = exitCode || 1;
  },
);

function command(name: string, description: string, { tenants = true } = {}): Command {
  const made = program
    .command(name)
    .description(description)
    .option(
      "--backend <address>",
      "where the stacks are kept: postgres://…, s3://…, file://…; the one of `pulumi login`, or PULUMI_BACKEND_URL, if left out",
    )
    .option("--workers <count>", "how many processes work at the same time", positive, 4)
    .option("--wait <minutes>", "for how long to wait for a shard that others are at work on", count, 60);
  return tenants
    ? made.requiredOption(
        "--tenants <file>",
        "the list, as CSV with the columns tenant, pool, domain, certificate",
      )
    : made;
}

function runOptions(made: Command): Command {
  return made
    .option("--parallel <count>", "how many domains of a shard are worked on at the same time", positive, 8)
    .option("--shard <name...>", "only these shards, such as shard-3", shardName);
}

async function run(name: FleetCommand, options: RunOptions): Promise<void> {
  const { workers, parallel, shards, shard: only, all, deletes } = options;
  const tenants = name === "destroy" ? [] : readTenants(options.tenants);
  const isDone = await runFleet({
    command: name,
    workspace: await workspaceFor(options),
    tenants,
    workers,
    parallel,
    shards,
    only,
    all,
    deletes,
    patience: patience(options),
    stopped: toldToEnd(),
  });
  exitCode = isDone ? 0 : exitCode || 1;
}

/** Told to end, the command begins no further shard and waits for what is under way; told again, it waits no longer. */
function toldToEnd(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(130);
      exitCode = 130;
      console.error("\nEnding: what is under way comes to its end. Once more leaves it to end by itself.");
      stopping.abort(new Error("Ended before any shard was begun."));
    });
  }
  return stopping.signal;
}

function workspaceFor({ backend }: Options) {
  // The worker processes and the CLI find it there as well.
  if (backend !== undefined) process.env["PULUMI_BACKEND_URL"] = backend;
  return openWorkspace();
}

function patience({ wait }: Options): number {
  return wait * 60_000;
}

function positive(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It has to be a whole number from 1.");
}

function count(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It has to be a whole number from 0.");
}

function shardName(text: string, others: string[] = []): string[] {
  const number = shardIn(text);
  if (number !== undefined) return [...others, stackOf(number)];
  throw new InvalidArgumentError("It has to be the name of a shard, such as shard-3.");
}
