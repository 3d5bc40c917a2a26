import {
  type CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolDomainCommand,
  type DomainDescriptionType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Values } from "../../../../provider/values";
import { regionOf, withClient } from "./client";
import type { Kind } from "./kind";

interface DomainArgs {
  readonly domain: string;
  readonly userPoolId: string;
  readonly certificateArn?: string;
  readonly managedLoginVersion?: number;
}

/** The domain of Pulumi's own provider, which this package takes over from. */
export const userPoolDomain: Kind = {
  replacedBy: ["domain", "region", "userPoolId"],

  async create({ inputs }, world) {
    const args = inputs as unknown as DomainArgs;
    const { domain, userPoolId, certificateArn, managedLoginVersion } = args;
    const description = await withClient(world, userPoolId, async (client) => {
      await client.send(
        new CreateUserPoolDomainCommand({
          Domain: domain,
          UserPoolId: userPoolId,
          ...(certificateArn && { CustomDomainConfig: { CertificateArn: certificateArn } }),
          ...(managedLoginVersion && { ManagedLoginVersion: managedLoginVersion }),
        }),
      );
      world.cloud.emulator.changeDomain(domain, { status: "ACTIVE" }, regionOf(userPoolId));
      return describe(client, domain);
    });
    return { id: domain, outputs: outputsOf(args, description) };
  },

  update() {
    throw new Error("The stand-in of the AWS provider updates no domain: this package's does.");
  },

  async import(domain, world) {
    const userPoolId = world.cloud.emulator.domain(domain)?.userPoolId ?? "";
    const description = await withClient(world, userPoolId, (client) => describe(client, domain));
    const certificateArn = description?.CustomDomainConfig?.CertificateArn;
    const inputs = {
      domain,
      userPoolId: description?.UserPoolId ?? "",
      ...(certificateArn !== undefined && { certificateArn }),
    };
    return { inputs, outputs: outputsOf(inputs, description) };
  },

  async delete(domain, held, world) {
    const { userPoolId } = held as unknown as DomainArgs;
    await withClient(world, userPoolId, (client) =>
      client.send(new DeleteUserPoolDomainCommand({ Domain: domain, UserPoolId: userPoolId })),
    );
  },
};

async function describe(
  client: CognitoIdentityProviderClient,
  domain: string,
): Promise<DomainDescriptionType | undefined> {
  return (await client.send(new DescribeUserPoolDomainCommand({ Domain: domain }))).DomainDescription;
}

/** Those of version 7. */
function outputsOf(inputs: DomainArgs, description: DomainDescriptionType | undefined): Values {
  const { CloudFrontDistribution = "", ManagedLoginVersion = 1 } = description ?? {};
  return {
    ...inputs,
    awsAccountId: description?.AWSAccountId ?? "",
    certificateArn: inputs.certificateArn ?? "",
    cloudfrontDistribution: CloudFrontDistribution,
    cloudfrontDistributionArn: CloudFrontDistribution,
    cloudfrontDistributionZoneId: "Z2FDTNDATAQYW2",
    managedLoginVersion: ManagedLoginVersion,
    region: regionOf(inputs.userPoolId),
    s3Bucket: description?.S3Bucket ?? "",
    version: description?.Version ?? "",
  };
}
