import { isDeepStrictEqual } from "node:util";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolDomainCommand,
  type DomainDescriptionType,
} from "@aws-sdk/client-cognito-identity-provider";
import { type handleUnaryCall, Server, ServerCredentials } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { regionOfUserPool } from "../../../provider/region";
import { isEmptyObject, type Values } from "../../../provider/values";
import type { Cloud } from "./cloud";

/** A stand-in for Pulumi's AWS provider, which can't be downloaded where these tests run. */
export interface AwsPlugin {
  /** Leads the engine to it. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Answers the engine's calls for the resources of `aws` in this process, with the names that Pulumi's own provider
 * gives things. Domains are made and deleted in the emulator; everything else is in the state and nowhere else.
 */
export function useAwsPlugin(cloud: Cloud): AwsPlugin {
  const environment: Record<string, string> = {};
  const server = new Server();
  before(async () => {
    server.addService(ResourceProviderService, implementation(cloud));
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
        if (error) reject(error);
        else resolve(bound);
      });
    });
    environment["PULUMI_DEBUG_PROVIDERS"] = `aws:${port}`;
  });
  after(() => server.forceShutdown());
  return { environment };
}

function implementation(cloud: Cloud) {
  return {
    getPluginInfo: answering(() => new PluginInfo().setVersion("7.4.0")),
    attach: answering(() => new Empty()),
    cancel: answering(() => new Empty()),
    checkConfig: answering((asked: messages.CheckRequest) =>
      new messages.CheckResponse().setInputs(asked.getNews()),
    ),
    diffConfig: answering(() => diffOf(false)),
    configure: answering(() => new messages.ConfigureResponse()),
    check: answering((asked: messages.CheckRequest) =>
      // A bridged provider keeps a list of the inputs that are its own defaults.
      new messages.CheckResponse().setInputs(structOf({ ...valuesOf(asked.getNews()), __defaults: [] })),
    ),
    diff: answering((asked: messages.DiffRequest) =>
      diffOf(!isDeepStrictEqual(valuesOf(asked.getOldInputs()), valuesOf(asked.getNews()))),
    ),
    create: answering(async (asked: messages.CreateRequest) => {
      const { __defaults: _, ...inputs } = valuesOf(asked.getProperties());
      const { id, ...outputs } = isDomain(asked)
        ? await createDomain(cloud, inputs as unknown as DomainArgs)
        : { id: String(inputs["name"]), ...inputs };
      return new messages.CreateResponse().setId(id).setProperties(structOf({ ...outputs, id }));
    }),
    read: answering(async (asked: messages.ReadRequest) => {
      const isImport = isDomain(asked) && isEmptyObject(valuesOf(asked.getProperties()));
      const { inputs, outputs } = isImport
        ? await importDomain(cloud, asked.getId())
        : // What it knows is what there is.
          { inputs: valuesOf(asked.getInputs()), outputs: valuesOf(asked.getProperties()) };
      return new messages.ReadResponse()
        .setId(asked.getId())
        .setProperties(structOf(outputs))
        .setInputs(structOf(inputs));
    }),
    delete: answering(async (asked: messages.DeleteRequest) => {
      if (isDomain(asked))
        await deleteDomain(cloud, valuesOf(asked.getProperties()) as unknown as DomainArgs);
      return new Empty();
    }),
  };
}

interface DomainArgs {
  domain: string;
  userPoolId: string;
  certificateArn?: string;
  managedLoginVersion?: number;
}

async function createDomain(cloud: Cloud, inputs: DomainArgs): Promise<Values & { id: string }> {
  const { domain, userPoolId, certificateArn, managedLoginVersion } = inputs;
  const description = await withClient(cloud, userPoolId, async (client) => {
    await client.send(
      new CreateUserPoolDomainCommand({
        Domain: domain,
        UserPoolId: userPoolId,
        ...(certificateArn && { CustomDomainConfig: { CertificateArn: certificateArn } }),
        ...(managedLoginVersion && { ManagedLoginVersion: managedLoginVersion }),
      }),
    );
    cloud.emulator.changeDomain(domain, { status: "ACTIVE" }, regionOf(userPoolId));
    return (await client.send(new DescribeUserPoolDomainCommand({ Domain: domain }))).DomainDescription;
  });
  return { ...outputsOf(inputs, description), id: domain };
}

/** What the provider reads of a domain that the state doesn't know. */
async function importDomain(cloud: Cloud, domain: string): Promise<{ inputs: Values; outputs: Values }> {
  const description = await withClient(
    cloud,
    cloud.emulator.domain(domain)?.userPoolId ?? "",
    async (client) =>
      (await client.send(new DescribeUserPoolDomainCommand({ Domain: domain }))).DomainDescription,
  );
  const certificateArn = description?.CustomDomainConfig?.CertificateArn;
  const inputs = {
    domain,
    userPoolId: description?.UserPoolId ?? "",
    ...(certificateArn !== undefined && { certificateArn }),
  };
  return {
    inputs: { ...inputs, __defaults: [] },
    outputs: { ...outputsOf(inputs, description), id: domain },
  };
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

async function deleteDomain(cloud: Cloud, { domain, userPoolId }: DomainArgs): Promise<void> {
  await withClient(cloud, userPoolId, (client) =>
    client.send(new DeleteUserPoolDomainCommand({ Domain: domain, UserPoolId: userPoolId })),
  );
}

/** In the Region of the pool. */
async function withClient<T>(
  { emulator }: Cloud,
  userPoolId: string,
  use: (client: CognitoIdentityProviderClient) => Promise<T>,
): Promise<T> {
  const client = new CognitoIdentityProviderClient({
    endpoint: emulator.endpoint,
    region: regionOf(userPoolId),
    credentials: { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" },
  });
  try {
    return await use(client);
  } finally {
    client.destroy();
  }
}

function regionOf(userPoolId: string): string {
  return regionOfUserPool(userPoolId) ?? "us-east-1";
}

function isDomain(asked: { getUrn(): string }): boolean {
  return asked.getUrn().includes("aws:cognito/userPoolDomain:UserPoolDomain::");
}

function diffOf(changed: boolean): messages.DiffResponse {
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  return new messages.DiffResponse().setChanges(changed ? DIFF_SOME : DIFF_NONE);
}

function answering<Asked, Answer>(
  answer: (asked: Asked) => Answer | Promise<Answer>,
): handleUnaryCall<Asked, Answer> {
  return async (call, callback) => {
    try {
      callback(null, await answer(call.request));
    } catch (error) {
      callback(error as Error);
    }
  };
}

function valuesOf(struct: Struct | undefined): Values {
  return struct?.toJavaScript() ?? {};
}

function structOf(values: Values): Struct {
  return Struct.fromJavaScript(values as Record<string, JavaScriptValue>);
}
