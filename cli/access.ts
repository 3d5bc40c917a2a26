import type { Command } from "commander";
import { quoted } from "../code/aws-cli";
import { domainClient } from "../provider/aws/cognito-client";
import type { AwsConfiguration } from "../provider/aws/configuration";
import { isHttpAddress } from "../provider/aws/configuration-values";
import { type Connection, NoRegion, openConnection } from "../provider/aws/connection";
import { type PoolClient, poolClient } from "../provider/aws/pool-client";
import { NoProfile } from "../provider/aws/profile";
import { systemClock } from "../provider/clock";
import type { DomainClient } from "../provider/domain-client";
import { Diagnostic } from "../provider/errors/diagnostic";
import { anyCommand } from "./diagnostics";
import { notEmpty } from "./not-empty";
import { notUnderstood } from "./not-understood";
import { regionName } from "./region-name";

/** What a person says of the way to AWS. Everything else is taken from the environment, as the AWS CLI takes it. */
export interface AccessFlags {
  region?: string;
  profile?: string;
  endpointUrl?: string;
}

export function addAccessOptions(command: Command): Command {
  return command
    .option(
      "--region <region>",
      "the AWS Region (default: the environment's, then the profile's)",
      regionName,
    )
    .option("--profile <name>", "the profile in the AWS configuration files (default: AWS_PROFILE)", notEmpty)
    .option("--endpoint-url <address>", "where Cognito answers, such as http://127.0.0.1:9229", address);
}

/** The options that were given, as a person would give them to another command. */
export function accessOptionsOf({ region, profile, endpointUrl }: AccessFlags): string {
  const options = Object.entries({ region, profile, "endpoint-url": endpointUrl });
  return options
    .flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${quoted(value)}`]))
    .join(" ");
}

export function configurationFrom({ profile, endpointUrl }: AccessFlags): AwsConfiguration {
  return {
    ...(profile !== undefined && { profile }),
    ...(endpointUrl !== undefined && { endpoints: { cognitoidp: endpointUrl } }),
  };
}

/** What reads domains, and whose they are. */
export interface Clients {
  readonly domains: DomainClient;
  readonly pools: PoolClient;
}

/** Opens the way to AWS that flags and environment say. */
export async function openClients(flags: AccessFlags): Promise<Clients> {
  const connection = await connect(flags);
  return { domains: domainClient(connection), pools: poolClient(connection) };
}

async function connect(flags: AccessFlags): Promise<Connection> {
  try {
    return await openConnection(configurationFrom(flags), flags.region, process.env, systemClock);
  } catch (error) {
    if (error instanceof NoRegion) throw new Diagnostic(anyCommand.noRegion());
    if (error instanceof NoProfile && flags.profile !== undefined)
      throw new NoProfile(error.profile, error.files, "--profile");
    throw error;
  }
}

function address(text: string): string {
  if (isHttpAddress(text)) return text;
  throw notUnderstood(anyCommand.notAnAddress());
}
