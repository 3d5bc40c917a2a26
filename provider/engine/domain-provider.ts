import type { dynamic } from "@pulumi/pulumi";
import { type AwsConfiguration, readAwsConfiguration } from "../aws/configuration";
import { checkInputs } from "../check";
import type { Clock } from "../clock";
import type { DomainClient } from "../domain-client";
import { ConfigurationError } from "../errors/diagnostic";
import type { DomainInputs } from "../inputs";
import { createDomain } from "../lifecycle/create";
import { deleteDomain } from "../lifecycle/delete";
import { readDomain } from "../lifecycle/read";
import { Unsettled } from "../lifecycle/settle";
import type { Surroundings } from "../lifecycle/step";
import { updateDomain } from "../lifecycle/update";
import { mustGoFirst, type Plan, planChange } from "../plan/plan";
import { regionOfUserPool } from "../region";
import { shownName } from "../shown";
import type { DomainState } from "../state";
import { isUnknown } from "../unknown";
import { withoutNulls } from "../values";
import { leftAlone } from "./diagnostics";
import type { EngineLog } from "./engine-log";
import { reportFailure } from "./failures";

/** What the provider works with; everything that isn't pure comes in here. */
export interface Dependencies {
  /** Opens a client for a Region, or for that of the surroundings. */
  connect(configuration: AwsConfiguration, region: string | undefined): Promise<DomainClient>;
  clock: Clock;
  random(): number;
  log: EngineLog;
}

type Inputs = DomainInputs & { __provider: string };
type State = DomainState & { __provider: string };
/** What only a check is given, and what doesn't come into the state. */
type CheckedInputs = Inputs & { __secrets?: string[] };

/** Pulumi's calls, each put to the module that answers it. */
export function domainProvider(dependencies: Dependencies): dynamic.ResourceProvider<Inputs, DomainState> {
  const { log, clock, random } = dependencies;
  let stackConfiguration: Readonly<Record<string, string>> = {};
  let awsConfiguration: AwsConfiguration | undefined;
  const shown = new Set<string>();
  /** What the program declares in this run. */
  const declared = new Set<string>();
  /** What stays in the state: what this run has created, taken over or changed, and what was as it is declared. */
  const kept = new Set<string>();
  /** Names that this run has given up: the service may go on saying for a while that they are taken. */
  const givenUp = new Set<string>();
  const clients = new Map<string | undefined, Promise<DomainClient>>();

  return {
    // The plugin remembers the provider before this has ended, so a failure here would be met once and then passed
    // over: the configuration is only taken here, and read where it is used.
    async configure({ config }) {
      stackConfiguration = rawConfiguration(config);
    },

    async check(_olds, news) {
      const { __secrets: secrets, ...inputs } = withoutNulls({ ...news }) as unknown as CheckedInputs;
      const { __provider: _, ...given } = inputs;
      const misconfigured = configurationFailure();
      const stackRegion = misconfigured ? undefined : configuration().region;
      const { failures, warnings } = checkInputs(given, { stackRegion, secrets });
      declared.add(identityOf(given));
      const name = secrets?.includes("domain") ? aDomain : nameIn(given);
      for (const { reason } of warnings) await log.warn(`${name}: ${reason}`);
      return { inputs, failures: misconfigured ? [misconfigured, ...failures] : failures };
    },

    diff(_id, olds, news) {
      return reportFailure(olds, undefined, async () => {
        // Where not even the state has a Region, as after an import, it can't have changed.
        const region = regionFor(olds).region;
        const held = { ...olds, ...(region !== undefined && { region }) };
        const plan = planChange(held, { ...news, ...(region !== undefined && regionFor(news)) });
        await showConsequences(plan, olds.domain);
        // A refresh asks before the program has declared anything, and also of what is to be deleted.
        if (plan.kind === "none" && declared.has(identityOf(news))) kept.add(identityOf(news));
        // The engine also asks this of what it replaces for reasons of its own: of a resource whose replacement was
        // begun in an earlier run and didn't get to its end, even if the program has been put back since.
        return { ...diffOf(plan), deleteBeforeReplace: mustGoFirst(held, news) };
      });
    },

    create(news) {
      return reportFailure(news, news.__provider, async () => {
        try {
          const isGivenUp = givenUp.has(news.domain);
          const outs = await createDomain(news, await surroundingsFor(news), { isGivenUp });
          kept.add(identityOf(news));
          return { id: outs.domain, outs };
        } catch (error) {
          if (error instanceof Unsettled) kept.add(identityOf(news));
          throw error;
        }
      });
    },

    read(id, props) {
      const held: Partial<State> = { ...props };
      return reportFailure({ ...held, domain: id }, undefined, async () => {
        const found = await readDomain(id, held, await surroundingsFor(held));
        switch (found.outcome) {
          case "gone":
            return { id: "" };
          case "foreign":
            await log.warn(
              leftAlone.ofSomebodyElse({
                domain: id,
                owner: found.owner,
                userPoolId: String(held.userPoolId),
              }),
            );
            return { id: "" };
          case "there":
            // Pulumi's types ask for outputs as inputs.
            return { id, props: found.state, ...(found.inputs && { inputs: found.inputs as DomainState }) };
        }
      });
    },

    update(_id, olds, news) {
      kept.add(identityOf(olds));
      return reportFailure(olds, news.__provider, async () => {
        return { outs: await updateDomain(olds, news, await surroundingsFor(olds)) };
      });
    },

    delete(_id, olds) {
      return reportFailure(olds, undefined, async () => {
        // The engine deletes what is left of earlier runs last, and a resource that was renamed in the program after
        // its successor has adopted the domain. What it replaces for reasons of its own it doesn't ask a diff of.
        if (kept.has(identityOf(olds))) {
          await log.warn(leftAlone.ofAnotherResource({ domain: olds.domain }));
          return;
        }
        await deleteDomain(olds, await surroundingsFor(olds));
        givenUp.add(olds.domain);
      });
    },
  };

  /** Once for each change: the engine asks for a diff in a refresh too, and then again for the change itself. */
  async function showConsequences(plan: Plan, domain: string): Promise<void> {
    const text = wordConsequences(plan, domain);
    if (plan.consequences.length === 0 || shown.has(text)) return;
    shown.add(text);
    const isMinor = plan.consequences.every(({ level }) => level === "notice");
    await (isMinor ? log.info(text) : log.warn(text));
  }

  function configuration(): AwsConfiguration {
    awsConfiguration ??= readAwsConfiguration(stackConfiguration);
    return awsConfiguration;
  }

  function configurationFailure() {
    try {
      configuration();
      return undefined;
    } catch (error) {
      if (error instanceof ConfigurationError) return { property: error.key, reason: error.message };
      throw error;
    }
  }

  /** The Region of the resource, of its pool, or of the stack; none while the pool is unknown, or it is the SDK's to find. */
  function regionFor({ region, userPoolId }: Partial<DomainInputs>): { region?: string } {
    if (region === undefined && isUnknown(userPoolId)) return {};
    const found = region ?? regionOfUserPool(userPoolId ?? "") ?? configuration().region;
    return found === undefined ? {} : { region: found };
  }

  async function surroundingsFor(inputs: Partial<DomainInputs>): Promise<Surroundings> {
    const { region } = regionFor(inputs);
    let client = clients.get(region);
    if (!client) {
      client = dependencies.connect(configuration(), region);
      clients.set(region, client);
      // A failure, such as credentials that have just expired, must not be remembered.
      client.catch(() => clients.delete(region));
    }
    return { client: await client, clock, random, showStatus: log.status };
  }
}

/** What there can be only one of. */
function identityOf({ domain, userPoolId }: Pick<DomainInputs, "domain" | "userPoolId">): string {
  return `${domain} ${userPoolId}`;
}

function diffOf(plan: Plan): dynamic.DiffResult {
  switch (plan.kind) {
    case "none":
      return { changes: false };
    case "update":
      return { changes: true };
    case "replace": {
      const reasons = plan.changes
        .filter(({ change }) => change === "replace")
        .map(({ property }) => property);
      return { changes: true, replaces: reasons };
    }
  }
}

/** What the change means, in one message, so that it stays together among the lines of other resources. */
function wordConsequences({ kind, consequences }: Plan, domain: string): string {
  const heading = kind === "replace" ? `Replacing ${domain} means:` : `Changing ${domain} in place means:`;
  return [heading, ...consequences.map(({ level, text }) => `  ${level}: ${text}`)].join("\n");
}

/** The names and values of the whole stack configuration. `Config` can only be asked for one name; its field holds all. */
function rawConfiguration(config: dynamic.Config): Readonly<Record<string, string>> {
  return { ...(config as unknown as { rawConfig?: Record<string, string> }).rawConfig };
}

function nameIn({ domain }: Partial<DomainInputs>): string {
  return typeof domain !== "string" || isUnknown(domain) ? aDomain : shownName(domain);
}

const aDomain = "user pool domain";
