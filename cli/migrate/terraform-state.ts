import * as z from "zod";
import { resourceNameFor } from "../../code/identifier";
import { explained } from "../../emulator/explained";
import { Diagnostic } from "../../provider/errors/diagnostic";
import { regionOfUserPool } from "../../provider/region";
import type { Secrets } from "../secret";
import { stateInput, unfit } from "./diagnostics";
import type { OldDomain } from "./old-domain";

/** The type of the domains that are migrated. */
export const terraformType = "aws_cognito_user_pool_domain";

const instance = z.object({
  address: z.string(),
  mode: z.string(),
  type: z.string(),
  name: z.string(),
  /** Of `count` or `for_each`. */
  index: z.union([z.number(), z.string()]).exactOptional(),
  tainted: z.boolean().exactOptional(),
  /** There while an old instance waits for its end beside its replacement. */
  deposed_key: z.string().exactOptional(),
  depends_on: z.array(z.string()).exactOptional(),
  values: z.record(z.string(), z.unknown()).exactOptional(),
  /** The names of those that are secret, each with true. */
  sensitive_values: z.record(z.string(), z.unknown()).exactOptional(),
});

interface Module {
  resources?: z.infer<typeof instance>[];
  child_modules?: Module[];
}

const moduleInState: z.ZodType<Module> = z.object({
  resources: z.array(instance).exactOptional(),
  get child_modules() {
    return z.array(moduleInState).exactOptional();
  },
});

/** Source: Terraform documentation, JSON Output Format, state representation. Before Terraform 1.1 it was version 0. */
const state = z.object({
  format_version: z.string().regex(/^[01]\./, "isn't 0 or 1, which are the versions known here"),
  values: z.object({ root_module: moduleInState }).exactOptional(),
});

/** What `terraform show -json` prints of a state. */
export type TerraformState = z.infer<typeof state>;

/** @throws UnfitValue when it is something else */
export function readTerraformState(value: object): TerraformState {
  if ("planned_values" in value || "resource_changes" in value) {
    throw new Diagnostic(stateInput.terraformsPlan());
  }
  return explained(state, value, stateInput.noTerraformState);
}

/** The domains of Terraform's or OpenTofu's AWS provider. @throws Diagnostic when one is about to be replaced */
export function terraformDomainsIn({ values }: TerraformState): OldDomain[] {
  const instances = instancesIn(values?.root_module).filter(
    ({ mode, type }) => mode === "managed" && type === terraformType,
  );
  const doomed = instances.find(({ tainted, deposed_key }) => tainted || deposed_key !== undefined);
  if (doomed) throw new Diagnostic(unfit.aboutToBeReplaced(doomed));
  const names = namesOf(instances);
  return instances.map((one, index) => oldDomain(one, names[index] ?? one.address));
}

type Instance = z.infer<typeof instance>;

function instancesIn({ resources = [], child_modules = [] }: Module = {}): Instance[] {
  return [...resources, ...child_modules.flatMap((each) => instancesIn(each))];
}

/** Terraform's own names; with the modules before them where two would be alike. */
function namesOf(instances: readonly Instance[]): string[] {
  const short = instances.map(({ name, index }) => (index === undefined ? name : `${name}-${index}`));
  const taken = new Set<string>();
  return instances.map(({ address }, at) => {
    const name = short[at] ?? "";
    const isAlone = short.indexOf(name) === short.lastIndexOf(name);
    const free = resourceNameFor(isAlone ? name : [...modulesIn(address), name].join("-"), taken);
    taken.add(free);
    return free;
  });
}

/** `module.a["b"].module.c.aws_…` gives `a-b` and `c`. */
function modulesIn(address: string): string[] {
  const modules = address.matchAll(/\bmodule\.([\w-]+)(?:\["?([^\]"]*)"?\])?\./g);
  return [...modules].map(([, name = "", key]) => (key === undefined ? name : `${name}-${key}`));
}

/** The state doesn't tell which values the configuration gave: all that it holds count as given. */
function oldDomain(instance: Instance, name: string): OldDomain {
  const { address, values = {}, sensitive_values: sensitive = {}, depends_on = [] } = instance;
  const text = (key: string): string | undefined => {
    const value = values[key];
    return typeof value === "string" ? value : undefined;
  };
  const userPoolId = text("user_pool_id");
  const certificateArn = text("certificate_arn");
  const { managed_login_version: version } = values;
  const awsAccountId = text("aws_account_id");
  const secrets = Object.keys(sensitive).flatMap((key) => (sensitive[key] === true ? [key] : []));
  const region = text("region") ?? regionOfUserPool(userPoolId ?? "");
  return {
    address,
    name,
    domain: text("domain") ?? "",
    ...(userPoolId && { userPoolId }),
    ...(awsAccountId && { awsAccountId }),
    ...(certificateArn && { certificateArn }),
    ...(typeof version === "number" && version > 0 && { managedLoginVersion: version }),
    ...(region && { region }),
    secrets: secretsOf(secrets),
    warnings: [],
    comments: [
      ...(depends_on.length === 0
        ? []
        : [
            `In Terraform it depended on ${depends_on.join(", ")}: what your program has of these goes into the inputs.`,
          ]),
      ...secrets.flatMap((key) =>
        inputOf[key] === undefined ? [] : [`${key} was sensitive in Terraform: give it as a secret.`],
      ),
    ],
  };
}

function secretsOf(keys: readonly string[]): Secrets {
  return {
    inputs: keys.flatMap((key) => inputOf[key] ?? []),
    outputs: keys.flatMap((key) => outputOf[key] ?? []),
  };
}

/** What the provider's arguments and attributes are called in this package. */
const inputOf: Readonly<Record<string, string>> = {
  domain: "domain",
  user_pool_id: "userPoolId",
  certificate_arn: "customDomainConfig.certificateArn",
  managed_login_version: "managedLoginVersion",
};
const outputOf: Readonly<Record<string, string>> = {
  aws_account_id: "awsAccountId",
  cloudfront_distribution: "cloudFrontDistribution",
  cloudfront_distribution_arn: "cloudFrontDistribution",
  cloudfront_distribution_zone_id: "cloudFrontHostedZoneId",
  s3_bucket: "s3Bucket",
  version: "version",
};
