import { type Engine, findEngine } from "./find-engine";
import { type Ending, runPulumi } from "./run-pulumi";

/** Without arguments: gets the Pulumi CLI and tells where it is. With arguments, also after `--`: runs it with them. */
async function main(args: readonly string[]): Promise<Ending> {
  const engine = await findEngineUnlessInterrupted();
  if (args.length > 0) return runPulumi(engine, args);
  console.log(`${engine.pulumi}\nPulumi CLI ${engine.version} (${engine.source})`);
  return 0;
}

async function findEngineUnlessInterrupted(): Promise<Engine> {
  const controller = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => controller.abort(new Interruption(signal));
  for (const signal of interruptions) process.on(signal, interrupt);
  try {
    return await findEngine({ signal: controller.signal });
  } finally {
    for (const signal of interruptions) process.off(signal, interrupt);
  }
}

const interruptions = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

class Interruption extends Error {
  override readonly name = "Interruption";

  constructor(readonly signal: NodeJS.Signals) {
    super(`Interrupted by ${signal}`);
  }
}

function end(ending: Ending): void {
  if (typeof ending === "number") process.exitCode = ending;
  // So that a shell or npm sees what it would have seen of the CLI itself.
  else process.kill(process.pid, ending);
}

const given = process.argv.slice(2);
main(given[0] === "--" ? given.slice(1) : given).then(end, (error: unknown) => {
  if (error instanceof Interruption) return end(error.signal);
  console.error(error instanceof Error ? error.message : error);
  end(1);
});
