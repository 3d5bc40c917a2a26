import * as pulumi from "@pulumi/pulumi";
import { LoginDomain, type LoginDomainArgs } from "../../../login-domain";
import { resolved } from "../../support/resolved";

/** A resource that a component has made, as Pulumi's mocks and transformations saw it. */
export interface Made {
  readonly type: string;
  /** Those that Pulumi's provider was given; what isn't known in a preview is Pulumi's `unknown`. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The reference of an explicit provider; empty for the stack's. */
  readonly provider: string;
  readonly opts: pulumi.CustomResourceOptions;
  /** The names of those that were there before this was begun. */
  readonly after: readonly string[];
}

/** A look at what isn't the component's. */
export interface Look extends Pick<Made, "inputs" | "provider"> {
  readonly token: string;
}

export interface Making {
  readonly login: LoginDomain;
  readonly resources: ReadonlyMap<string, Made>;
  readonly looks: readonly Look[];
}

export interface MakingOptions extends pulumi.ComponentResourceOptions {
  /** In a preview, what AWS and Cognito would make up isn't known. */
  preview?: boolean;
  /** What Route 53 has of the hosted zone. */
  hosted?: { readonly name: string; readonly privateZone: boolean };
}

export const pool = "eu-west-1_AbCdEf123";
export const zone = "Z0123456789ABCDEFGHIJ";

export const usual = { domain: "auth.example.com", userPoolId: pool, hostedZoneId: zone } as const;

/** Makes a `LoginDomain` named `login` over the real classes of `@pulumi/aws`, on a service that takes its time. */
export async function make(
  args: LoginDomainArgs,
  { preview = false, hosted = { name: "example.com", privateZone: false }, ...opts }: MakingOptions = {},
): Promise<Making> {
  const calls: Pick<Made, "inputs" | "provider" | "after">[] = [];
  const names: string[] = [];
  const done: string[] = [];
  const looks: Look[] = [];
  await pulumi.runtime.setMocks(
    {
      async newResource({ type, name, inputs, provider }) {
        names.push(name);
        calls.push({ inputs, provider: provider ?? "", after: [...done] });
        // Whatever doesn't wait for this is begun meanwhile.
        await new Promise((resolve) => setImmediate(resolve));
        done.push(name);
        if (preview) return { id: undefined, state: inputs };
        return { id: `${name}-id`, state: { ...inputs, ...madeUp(type, inputs) } };
      },
      call({ token, inputs, provider }) {
        looks.push({ token, inputs, provider: provider ?? "" });
        return { ...inputs, ...hosted };
      },
    },
    "shop",
    "dev",
    preview,
  );
  const constructed = new Map<string, pulumi.ResourceTransformationArgs>();
  const login = new LoginDomain("login", args, {
    ...opts,
    transformations: [
      (constructing) => {
        constructed.set(constructing.name, constructing);
        return undefined;
      },
    ],
  });
  await Promise.all([...constructed.values()].map(({ resource }) => resolved(resource.urn)));
  const resources = new Map(
    [...constructed.values()]
      .filter(({ resource }) => resource !== login)
      .map(({ name, type, opts }): [string, Made] => [
        name,
        { type, opts, ...(calls[names.indexOf(name)] as (typeof calls)[number]) },
      ]),
  );
  return { login, resources, looks };
}

/** What the services make up. */
function madeUp(type: string, inputs: Readonly<Record<string, unknown>>): Record<string, unknown> {
  switch (type) {
    case "aws:acm/certificate:Certificate": {
      const names = [inputs["domainName"], ...((inputs["subjectAlternativeNames"] as string[]) ?? [])];
      return {
        arn: "arn:aws:acm:us-east-1:123456789012:certificate/issued",
        domainValidationOptions: names.map((name) => validationOption(name as string)),
      };
    }
    case "aws:route53/record:Record":
      return { fqdn: inputs["name"] };
    case "pulumi-nodejs:dynamic/cognito:UserPoolDomain":
      return {
        baseUrl: `https://${inputs["domain"]}`,
        cloudFrontDistribution: "d111111abcdef8.cloudfront.net",
        cloudFrontHostedZoneId: "Z2FDTNDATAQYW2",
      };
    default:
      return {};
  }
}

/** As ACM has it: one for each name, and the same record for a wildcard and for the name that it stands before. */
export function validationOption(domainName: string) {
  const validated = domainName.replace(/^\*\./, "");
  return {
    domainName,
    resourceRecordName: `_0a1b.${validated}.`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_2c3d.${validated}.acm-validations.aws.`,
  };
}
