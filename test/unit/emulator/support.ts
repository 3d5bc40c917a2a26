import assert from "node:assert/strict";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolDomainCommand,
  type CreateUserPoolDomainCommandInput,
  DeleteUserPoolDomainCommand,
  DescribeUserPoolDomainCommand,
  type DomainDescriptionType,
  UpdateUserPoolDomainCommand,
  type UpdateUserPoolDomainCommandInput,
} from "@aws-sdk/client-cognito-identity-provider";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator/index";

/** A clock that stands still until a test moves it. */
export interface VirtualClock {
  now(): number;
  /** Milliseconds. */
  advance(by: number): void;
}

export function virtualClock(start = Date.UTC(2026, 6, 1)): VirtualClock {
  let now = start;
  return {
    now: () => now,
    advance(by) {
      now += by;
    },
  };
}

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

export const testCredentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" };

/** A client that doesn't retry, so that every call is seen once. */
export function clientFor(
  { endpoint }: Emulator,
  { region = "us-east-1", credentials = testCredentials as Credentials } = {},
): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ endpoint, region, credentials, maxAttempts: 1 });
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

/** A domain that has become ACTIVE. */
export async function created(bench: Bench, input: CreateUserPoolDomainCommandInput): Promise<void> {
  await create(bench, input);
  bench.clock.advance(60_000);
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
): Promise<{ status: number; headers: Headers; body: { __type?: string; message?: string } }> {
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
