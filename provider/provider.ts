import { connectToCognito } from "./aws/cognito-client";
import { systemClock } from "./clock";
import { domainProvider } from "./engine/domain-provider";
import { endWithEngine } from "./engine/engine-life";
import { engineLogAt } from "./engine/engine-log";

/**
 * The provider of `UserPoolDomain`, as Pulumi's plugin for dynamic resources loads it: every resource's state holds
 * the line `require('pulumi-cognito-domain/provider').provider`. So this module's path and this name are for ever.
 */
export const provider = domainProvider({
  connect: (configuration, region) => connectToCognito(configuration, region, process.env, systemClock),
  clock: systemClock,
  random: Math.random,
  // The plugin is started with the engine's address as its only argument.
  log: engineLogAt(process.argv[2]),
});

endWithEngine(process.argv[2], () => process.exit(1));
