import type { DomainDescriptionType } from "@aws-sdk/client-cognito-identity-provider";
import type { OldDomain } from "../../../../cli/migrate/old-domain";
import { pulumiDomainsIn } from "../../../../cli/migrate/pulumi-domains";
import { oldType, type PulumiState, type StateResource } from "../../../../cli/migrate/pulumi-state";
import { type Connect, type Successor, successorsOf } from "../../../../cli/migrate/successor";
import { readTerraformState, type TerraformState } from "../../../../cli/migrate/terraform-state";
import { resourceType } from "../../../../provider/resource-type";
import { certificate, customInputs, descriptionOf } from "../../provider/support";

export const stackUrn = urn("pulumi:pulumi:Stack", "shop-dev");
export const awsProvider = "pulumi:providers:aws";
export const dynamicProviderUrn = urn("pulumi:providers:pulumi-nodejs", "default");

/** The domain that most of these states hold. */
export const held = customInputs();

export function urn(types: string, name: string): string {
  return `urn:pulumi:dev::shop::${types}::${name}`;
}

export const loginUrn = urn(oldType, "login");
export const newLoginUrn = urn(resourceType, "login");

/** A resource as the engine writes it. */
export function resource(types: string, name: string, more: Partial<StateResource> = {}): StateResource {
  return {
    urn: urn(types, name),
    custom: true,
    id: `${name}-id`,
    type: types.split("$").at(-1) ?? types,
    parent: stackUrn,
    provider: `${urn(awsProvider, "default")}::aws-id`,
    ...more,
  };
}

export const stack: StateResource = { urn: stackUrn, custom: false, type: "pulumi:pulumi:Stack" };

export const defaultProvider: StateResource = {
  urn: urn(awsProvider, "default"),
  custom: true,
  id: "aws-id",
  type: awsProvider,
  inputs: { region: "us-east-1" },
  outputs: { region: "us-east-1" },
};

export const pool = resource("aws:cognito/userPool:UserPool", "pool", { id: held.userPoolId });

/** As version 7 of Pulumi's AWS provider has it. */
export function oldLogin(more: Partial<StateResource> = {}): StateResource {
  const certificateArn = held.customDomainConfig?.certificateArn;
  const inputs = { __defaults: [], domain: held.domain, userPoolId: held.userPoolId, certificateArn };
  return resource(oldType, "login", {
    id: held.domain,
    inputs,
    outputs: { ...inputs, id: held.domain, managedLoginVersion: 1, region: "us-east-1" },
    dependencies: [pool.urn],
    propertyDependencies: { domain: [], userPoolId: [pool.urn] },
    ...more,
  });
}

/** A record that points to the domain. */
export const alias = resource("aws:route53/record:Record", "alias", {
  dependencies: [loginUrn],
  propertyDependencies: { aliases: [loginUrn], name: [] },
});

export function stateWith(...resources: StateResource[]): PulumiState {
  const manifest = { time: "2026-11-24T03:28:40Z", magic: "798f", version: "3.255.0" };
  return { version: 3, deployment: { manifest, resources: [stack, defaultProvider, ...resources] } };
}

/** A state of Terraform that has the domain as `main`, with these of its values sensitive. */
export function terraformStateWith(sensitive_values: object): TerraformState {
  const instance = {
    address: "aws_cognito_user_pool_domain.main",
    mode: "managed",
    type: "aws_cognito_user_pool_domain",
    name: "main",
    values: { domain: held.domain, user_pool_id: held.userPoolId },
    sensitive_values,
  };
  return readTerraformState({ format_version: "1.0", values: { root_module: { resources: [instance] } } });
}

/** What the one domain of a state with these resources is to the migration. */
export function oldIn(...resources: StateResource[]): OldDomain {
  const [old, ...others] = pulumiDomainsIn(stateWith(...resources));
  if (!old || others.length > 0) throw new Error("Not exactly one domain.");
  return old;
}

/** A service that holds these domains, and tells which were looked at, with the Region, and of which pools. */
export function serviceWith(...descriptions: DomainDescriptionType[]) {
  const looked: string[] = [];
  const pools: string[] = [];
  const connections: (string | undefined)[] = [];
  const connect: Connect = async (region) => {
    connections.push(region);
    const never = () => Promise.reject(new Error("Nothing may be changed."));
    return {
      domains: {
        region: region ?? "us-east-1",
        create: never,
        update: never,
        delete: never,
        async describe(domain) {
          looked.push(`${domain} in ${region}`);
          return descriptions.find(({ Domain }) => Domain === domain);
        },
      },
      pools: {
        list: never,
        async domainsOf(userPoolId) {
          pools.push(userPoolId);
          return userPoolId === strangersPool ? undefined : [];
        },
      },
    };
  };
  return { connect, looked, pools, connections };
}

/** One that another account has. */
export const strangersPool = "us-east-1_Stranger1";

/** The successors of all domains of a state, which the service has as it should. */
export function successorsIn(state: PulumiState): Promise<Successor[]> {
  const olds = pulumiDomainsIn(state);
  const descriptions = olds.map(({ domain, userPoolId = held.userPoolId }) =>
    descriptionOf({ ...held, domain, userPoolId }),
  );
  return successorsOf(olds, serviceWith(...descriptions).connect);
}

export { certificate, customInputs, descriptionOf };
