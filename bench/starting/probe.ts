// Measures one thing in a process of its own, in which nothing was loaded before, and tells its parent.

/** What is measured, in milliseconds. */
export interface Probed {
  /** Of loading @pulumi/pulumi, which a program and the plugin both have loaded before anything of ours. */
  readonly pulumi: number;
  /** Of loading what is measured after that. */
  readonly load: number;
  /** From there until the first answer of the embedded Cognito. */
  readonly firstAnswer: number;
}

/** What is loaded, and how it is brought to its first call. */
const subjects = {
  /** What a user's program imports; it calls nothing. */
  program: () => {
    require("pulumi-cognito-domain");
    return async () => {};
  },
  provider: () => askOnce(require("pulumi-cognito-domain/provider")),
  /** The same with the SDK in one file; BENCH_BUNDLE says where. */
  bundle: () => askOnce(require(process.env["BENCH_BUNDLE"] ?? "")),
  sdk: () => {
    const sdk: Sdk = require("@aws-sdk/client-cognito-identity-provider");
    return () => describeBy(sdk);
  },
  importedSdk: () => async () => describeBy(await import("@aws-sdk/client-cognito-identity-provider")),
};

export type Subject = keyof typeof subjects;

const domain = "shop-0";

type Sdk = typeof import("@aws-sdk/client-cognito-identity-provider");

async function describeBy(sdk: Sdk): Promise<void> {
  const client = new sdk.CognitoIdentityProviderClient({ region: "us-east-1" });
  await client.send(new sdk.DescribeUserPoolDomainCommand({ Domain: domain }));
}

function askOnce({ provider }: typeof import("pulumi-cognito-domain/provider")): () => Promise<void> {
  return async () => {
    await provider.configure?.({ config: { rawConfig: {} } as never });
    await provider.read?.(domain, { domain, userPoolId: "us-east-1_Pool0", status: "ACTIVE" } as never);
  };
}

async function main(subject: Subject): Promise<void> {
  const times = [performance.now()];
  require("@pulumi/pulumi");
  times.push(performance.now());
  const ask = subjects[subject]();
  times.push(performance.now());
  await ask();
  times.push(performance.now());
  const took = (step: number): number => (times[step + 1] ?? 0) - (times[step] ?? 0);
  process.send?.({ pulumi: took(0), load: took(1), firstAnswer: took(2) } satisfies Probed, () =>
    process.exit(),
  );
}

if (require.main === module) void main(process.argv[2] as Subject);
