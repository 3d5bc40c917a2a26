import { configuredAccess } from "./configuration-access";
import { configuredFiles } from "./configuration-files";
import { configurationKeys } from "./configuration-keys";
import { configuredSessions } from "./configuration-sessions";
import { configuredTransport } from "./configuration-transport";
import { configuredWebIdentities } from "./configuration-web-identities";
import { customDomainConfigs } from "./custom-domain-config";
import { domains } from "./domain";
import { managedLoginVersions } from "./managed-login-version";
import { regions } from "./region";
import { routingsAndFailovers } from "./routing";
import { secrets } from "./secrets";
import { switches } from "./switches";
import type { BadConfiguration, BadInput } from "./table";
import { timeouts } from "./timeouts";
import { unknownProperties } from "./unknown-properties";
import { unknownValues } from "./unknown-values";
import { userPoolIds } from "./user-pool-id";

/** What is refused, and what is nearly that, by the input that it is about. */
export const byInput: Record<string, BadInput[]> = {
  domain: domains,
  userPoolId: userPoolIds,
  customDomainConfig: customDomainConfigs,
  managedLoginVersion: managedLoginVersions,
  routing: routingsAndFailovers,
  region: regions,
  timeouts,
  "waitForDeployment and adoptExisting": switches,
  "a property that there is none": unknownProperties,
  "an unknown value": unknownValues,
  "a secret": secrets,
};

/** The same for the stack configuration. */
export const byKey: Record<string, BadConfiguration[]> = {
  "the keys": configurationKeys,
  "who calls": configuredAccess,
  "what a session is asked for with": configuredSessions,
  "who is who by a token": configuredWebIdentities,
  "how it is reached": configuredTransport,
  "which files are read": configuredFiles,
};
