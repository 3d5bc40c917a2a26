import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import type { DomainInputs } from "./inputs";
import { kindOfName } from "./kind";
import { overlay, unmanagedIn } from "./plan/overlay";
import { fromApi } from "./plan/requests";
import { propertyTable } from "./properties";
import { cloudFrontHostedZoneId, prefixDomainUrl } from "./region";
import type { DomainStatus } from "./status";
import { isEmptyObject } from "./values";

/** What the service alone knows about a domain, beside the inputs. */
export interface DomainOutputs {
  /** The Region of the calls to Cognito. */
  region: string;
  /** The CloudFront host name that DNS must point a custom domain to. */
  cloudFrontDistribution?: string;
  /** The Route 53 hosted zone of that host, for alias records. Custom domains only. */
  cloudFrontHostedZoneId?: string;
  /** Where the sign-in pages are: `https://` and the domain's full name. */
  baseUrl: string;
  /** What the service reported last. */
  status: DomainStatus;
  /** The version of the pages' application, as the service numbers it. */
  version?: string;
  /** The S3 bucket of the pages' static files. */
  s3Bucket?: string;
  /** The AWS account of the user pool, 12 digits. */
  awsAccountId?: string;
}

/** What Pulumi's state holds of a domain. */
export type DomainState = DomainInputs &
  DomainOutputs & {
    /**
     * The properties that the program left to the service, so that a refresh can tell its inputs from values that are
     * only shown. Pulumi's bridged providers keep a list of this name, and the engine doesn't print it.
     */
    __defaults?: string[];
  };

/**
 * The state that a description leads to, where `wanted` is what the program asks for and `held` what was there before.
 * What the description leaves out counts as not reported and stays as it was asked for or held, since some servers
 * don't echo everything; but routing that is left out is routing that is not there.
 */
export function stateFrom(
  description: DomainDescriptionType,
  wanted: DomainInputs,
  region: string,
  held: DomainInputs = wanted,
): DomainState {
  const reported = fromApi({ ...description });
  const { routing: _, customDomainConfig: asked, ...known } = overlay(held, wanted);
  const domain = reported.domain ?? known.domain;
  const isCustom = kindOfName(domain) === "custom";
  const customDomainConfig = isCustom ? { ...asked, ...reported.customDomainConfig } : {};
  const state = {
    ...known,
    ...reported,
    domain,
    customDomainConfig: isEmptyObject(customDomainConfig) ? undefined : customDomainConfig,
    region,
    baseUrl: isCustom ? `https://${domain}` : prefixDomainUrl(domain, region),
    cloudFrontDistribution: description.CloudFrontDistribution || undefined,
    cloudFrontHostedZoneId: isCustom ? cloudFrontHostedZoneId(region) : undefined,
    status: description.Status ?? "ACTIVE",
    version: description.Version,
    s3Bucket: description.S3Bucket,
    awsAccountId: description.AWSAccountId,
  };
  return markUnmanaged(withoutUndefined(state), wanted);
}

/** The state after a change that calls nothing. */
export function stateRecorded(held: DomainState, wanted: DomainInputs): DomainState {
  const outputs = Object.entries(held).filter(
    ([name]) => name === "region" || !Object.hasOwn(propertyTable, name),
  );
  return markUnmanaged({ ...overlay(held, wanted), ...Object.fromEntries(outputs) } as DomainState, wanted);
}

function markUnmanaged(state: DomainState, wanted: DomainInputs): DomainState {
  const { __defaults: _, ...values } = state;
  const unmanaged = unmanagedIn(values, wanted);
  return unmanaged.length === 0 ? values : { ...values, __defaults: unmanaged };
}

/** The engine refuses outputs that are undefined, and only after the call to the cloud was made: an orphan. */
function withoutUndefined(state: { [K in keyof DomainState]?: unknown }): DomainState {
  return Object.fromEntries(
    Object.entries(state).filter(([, value]) => value !== undefined),
  ) as unknown as DomainState;
}
