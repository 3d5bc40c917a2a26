import assert from "node:assert/strict";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
  type CreateUserPoolDomainCommandInput,
  DeleteUserPoolCommand,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  type DomainDescriptionType,
  UpdateUserPoolDomainCommand,
  type UpdateUserPoolDomainCommandInput,
  type UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import {
  type Emulator,
  type EmulatorOptions,
  startEmulator,
  type VirtualClock,
  virtualClock,
} from "../../../emulator/index";

export interface Bench {
  emulator: Emulator;
  clock: VirtualClock;
  client: CognitoIdentityProviderClient;
}

/** An emulator for each test of the surrounding `describe`, with a virtual clock and a real SDK client. */
export function useEmulator(options: EmulatorOptions = {}): Bench {
  const bench = {} as Bench;
  beforeEach(async () => {
    const clock = virtualClock();
    const emulator = await startEmulator({ clock, ...options });
    Object.assign(bench, { clock, emulator, client: clientFor(emulator) });
  });
  afterEach(() => bench.emulator.close());
  return bench;
}

/** Starts emulators in the middle of a test, for those that need several; they are closed after it. */
export function useEmulators(): (options?: EmulatorOptions, clock?: VirtualClock) => Promise<Bench> {
  const started: Emulator[] = [];
  // That one of them can't be closed properly is for the test to notice: it may be what it is about.
  afterEach(() => Promise.allSettled(started.splice(0).map((emulator) => emulator.close())));
  return async (options = {}, clock = virtualClock()) => {
    const emulator = await startEmulator({ clock, ...options });
    started.push(emulator);
    return { emulator, clock, client: clientFor(emulator) };
  };
}

export const testCredentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" };

/** A client that doesn't retry, so that every call is seen once. */
export function clientFor(
  { endpoint }: Pick<Emulator, "endpoint">,
  { region = "us-east-1", credentials = testCredentials as Credentials } = {},
): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ endpoint, region, credentials, maxAttempts: 1 });
}

/** A client of somebody in another account, by way of a role there. */
export async function clientOfAccount(
  emulator: Emulator,
  accountId: string,
  region = "us-east-1",
): Promise<CognitoIdentityProviderClient> {
  const { endpoint } = emulator;
  const sts = new STSClient({ endpoint, region, credentials: testCredentials, maxAttempts: 1 });
  const role = { RoleArn: `arn:aws:iam::${accountId}:role/deployer`, RoleSessionName: "test" };
  const { Credentials: session } = await sts.send(new AssumeRoleCommand(role));
  const credentials = {
    accessKeyId: session?.AccessKeyId ?? assert.fail(),
    secretAccessKey: session?.SecretAccessKey ?? assert.fail(),
    sessionToken: session?.SessionToken ?? assert.fail(),
  };
  return clientFor(emulator, { region, credentials });
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/one";
export const otherCertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/two";
export const failover = {
  Failover: { SecondaryRegion: "us-west-2", PrimaryRoute53HealthCheckId: "health-check" },
};

export interface DomainRequest extends CreateUserPoolDomainCommandInput {
  Domain: string;
  UserPoolId: string;
}

/** The request for a prefix domain. */
export function prefix(UserPoolId: string, more: Partial<DomainRequest> = {}): DomainRequest {
  return { Domain: "shop", UserPoolId, ...more };
}

/** The request for a custom domain. */
export function custom(UserPoolId: string, more: Partial<DomainRequest> = {}): DomainRequest {
  return {
    Domain: "login.example.com",
    UserPoolId,
    CustomDomainConfig: { CertificateArn: certificateArn },
    ...more,
  };
}

export function create({ client }: Pick<Bench, "client">, input: CreateUserPoolDomainCommandInput) {
  return client.send(new CreateUserPoolDomainCommand(input));
}

export function update({ client }: Pick<Bench, "client">, input: UpdateUserPoolDomainCommandInput) {
  return client.send(new UpdateUserPoolDomainCommand(input));
}

export function remove({ client }: Pick<Bench, "client">, Domain: string, UserPoolId: string) {
  return client.send(new DeleteUserPoolDomainCommand({ Domain, UserPoolId }));
}

export async function describeDomain(
  { client }: Pick<Bench, "client">,
  Domain: string,
): Promise<DomainDescriptionType> {
  const { DomainDescription } = await client.send(new DescribeUserPoolDomainCommand({ Domain }));
  assert.ok(DomainDescription);
  return DomainDescription;
}

export async function statusOf(bench: Pick<Bench, "client">, domain: string): Promise<string | undefined> {
  return (await describeDomain(bench, domain)).Status;
}

export async function describePool(
  { client }: Pick<Bench, "client">,
  UserPoolId: string,
): Promise<UserPoolType> {
  return (await client.send(new DescribeUserPoolCommand({ UserPoolId }))).UserPool ?? assert.fail();
}

export function deletePool({ client }: Pick<Bench, "client">, UserPoolId: string) {
  return client.send(new DeleteUserPoolCommand({ UserPoolId }));
}

/** A domain that has become ACTIVE. */
export async function created(bench: Bench, input: CreateUserPoolDomainCommandInput): Promise<void> {
  await create(bench, input);
  bench.clock.advance(60_000);
}

/** What is to be seen a millisecond before the time has passed, and when it has. */
export async function around<T>(
  { clock }: Pick<Bench, "clock">,
  milliseconds: number,
  look: () => Promise<T>,
): Promise<[before: T, after: T]> {
  clock.advance(milliseconds - 1);
  const before = await look();
  clock.advance(1);
  return [before, await look()];
}

/** What a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<{ name: string; message: string }> {
  try {
    await call;
  } catch (error) {
    assert.ok(error instanceof Error);
    return { name: error.name, message: error.message };
  }
  return assert.fail("The call was not refused.");
}

/** "taken", or what a call is refused with: the message of an InvalidParameterException, the name of another error. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "taken";
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.name === "InvalidParameterException" ? error.message : error.name;
  }
}

export function invalidParameter(message: string): { name: string; message: string } {
  return { name: "InvalidParameterException", message };
}

export const signed = {
  "x-amz-date": "20260701T000000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260701/us-east-1/cognito-idp/aws4_request, SignedHeaders=host;x-amz-date, Signature=00",
};

/** A request written by hand, for what no SDK would send. */
export async function post(
  { endpoint }: Emulator,
  operation: string,
  body: string,
  headers: Record<string, string> = signed,
): Promise<{
  status: number;
  headers: Headers;
  body: { __type?: string; message?: string; Message?: string };
}> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
      ...headers,
    },
    body,
  });
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

export const signedForSts = {
  ...signed,
  authorization: signed.authorization.replace("/cognito-idp/", "/sts/"),
};

/** A form as STS takes it, written by hand. */
export function postForm(
  emulator: Emulator,
  form: Record<string, string>,
  headers: Record<string, string> = signedForSts,
): Promise<RawAnswer> {
  return request(emulator, {
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ Version: "2011-06-15", ...form }).toString(),
  });
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** A request of any kind. No header is added that speaks of the body: `fetch` gives only text a content type. */
export async function request(
  { endpoint }: Emulator,
  {
    method = "POST",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  const response = await fetch(endpoint, {
    method,
    headers,
    ...(body !== undefined && { body: Buffer.from(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
