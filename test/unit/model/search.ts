import fc from "fast-check";
import { type Scenario, scenarios } from "./scenario";
import { play } from "./story";
import { everyTrouble } from "./trouble";

/** What a search did. */
export interface Search {
  sequences: number;
  calls: number;
  /** How often everything that may befall a call or a step did. */
  troubles: ReadonlyMap<string, number>;
}

/**
 * Plays scenarios until one breaks a rule, as many as are asked for, or until the time is over. A broken rule is an
 * error with the smallest scenario that breaks it: what it takes to replay it, what was done, and every call made.
 */
export async function search(
  parameters: Pick<fc.Parameters<[Scenario]>, "numRuns" | "seed" | "path" | "interruptAfterTimeLimit">,
): Promise<Search> {
  let calls = 0;
  let sequences = 0;
  const troubles = new Map(everyTrouble.map((trouble) => [trouble, 0]));
  const outcome = await fc.check(
    fc.asyncProperty(scenarios, async (scenario) => {
      sequences += 1;
      const ending = await play(scenario);
      calls += ending.calls;
      for (const trouble of ending.troubles) troubles.set(trouble, (troubles.get(trouble) ?? 0) + 1);
      return ending.breaches.length === 0;
    }),
    parameters,
  );
  if (outcome.counterexample) throw new Error(await report(outcome, outcome.counterexample[0]));
  return { sequences, calls, troubles };
}

/** Where to begin: at what MODEL_SEED and MODEL_PATH say, as a failure prints them. */
export function replay({ seed }: { seed: number }): { seed: number; path?: string } {
  const { MODEL_SEED: given, MODEL_PATH: path } = process.env;
  return { seed: given ? Number(given) : seed, ...(path && { path }) };
}

async function report(outcome: fc.RunDetails<[Scenario]>, scenario: Scenario): Promise<string> {
  const { commands, ...world } = scenario;
  const { breaches, transcript } = await play(scenario);
  return [
    `A rule was broken in sequence ${outcome.numRuns}; this is what is left of it after ${outcome.numShrinks} cuts.`,
    `To replay it: MODEL_SEED=${outcome.seed} MODEL_PATH=${outcome.counterexamplePath}`,
    "",
    ...breaches.map((breach) => `- ${breach}`),
    "",
    `World: ${JSON.stringify(world)}`,
    ...commands.map((command, index) => `${index + 1}. ${JSON.stringify(command)}`),
    "",
    ...transcript,
  ].join("\n");
}
