import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import * as pulumi from "@pulumi/pulumi";
import { type WantedDomain, wantedDomains } from "./wanted";

// A dynamic provider as Pulumi's guide shows it ("Dynamic providers" in Pulumi's documentation): an object with the
// methods of a provider, which Pulumi serializes into every resource. It makes the calls that ours makes.

type State = WantedDomain & cognito.DomainDescriptionType;

const provider: pulumi.dynamic.ResourceProvider<WantedDomain, State> = {
  async check(_olds, news) {
    const failures: pulumi.dynamic.CheckFailure[] = [];
    if (!/^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){2,}$/.test(news.domain)) {
      failures.push({ property: "domain", reason: `${news.domain} is not a domain name in lower case` });
    }
    if (!/^[\w-]+_[0-9a-zA-Z]+$/.test(news.userPoolId)) {
      failures.push({ property: "userPoolId", reason: `${news.userPoolId} is not the id of a user pool` });
    }
    if (!/^arn:aws[\w-]*:acm:us-east-1:/.test(news.customDomainConfig.certificateArn)) {
      failures.push({
        property: "customDomainConfig.certificateArn",
        reason: "not a certificate in us-east-1",
      });
    }
    return { inputs: news, failures };
  },

  async diff(_id, olds, news) {
    const replaces = ["domain", "userPoolId"].filter(
      (key) => olds[key as keyof WantedDomain] !== news[key as keyof WantedDomain],
    );
    const isChanged = olds.customDomainConfig.certificateArn !== news.customDomainConfig.certificateArn;
    return { changes: isChanged || replaces.length > 0, replaces, deleteBeforeReplace: true };
  },

  async create(inputs) {
    const client = clientFor(inputs);
    await client.send(
      new cognito.CreateUserPoolDomainCommand({
        Domain: inputs.domain,
        UserPoolId: inputs.userPoolId,
        CustomDomainConfig: { CertificateArn: inputs.customDomainConfig.certificateArn },
      }),
    );
    return { id: inputs.domain, outs: outputsOf(inputs, await untilActive(client, inputs.domain)) };
  },

  async read(id, props) {
    const description = await describe(clientFor(props as State), id);
    if (!description) return { id: "" };
    return { id, props: outputsOf(props as State, description) };
  },

  async update(id, _olds, news) {
    const client = clientFor(news);
    const live = await describe(client, id);
    if (!live) throw new Error(`${id} is gone. Run pulumi refresh.`);
    await client.send(
      new cognito.UpdateUserPoolDomainCommand({
        Domain: id,
        UserPoolId: news.userPoolId,
        ManagedLoginVersion: live.ManagedLoginVersion,
        CustomDomainConfig: {
          ...live.CustomDomainConfig,
          CertificateArn: news.customDomainConfig.certificateArn,
        },
      }),
    );
    return { outs: outputsOf(news, await untilActive(client, id)) };
  },

  async delete(id, props) {
    const client = clientFor(props);
    await client.send(new cognito.DeleteUserPoolDomainCommand({ Domain: id, UserPoolId: props.userPoolId }));
    for (let look = 0; look < 360; look += 1) {
      if (!(await describe(client, id))) return;
      await new Promise((resolve) => setTimeout(resolve, 10_000));
    }
    throw new Error(`${id} was not deleted within an hour`);
  },
};

function clientFor({ userPoolId }: { userPoolId: string }): cognito.CognitoIdentityProviderClient {
  return new cognito.CognitoIdentityProviderClient({ region: userPoolId.split("_")[0] ?? "" });
}

async function describe(
  client: cognito.CognitoIdentityProviderClient,
  domain: string,
): Promise<cognito.DomainDescriptionType | undefined> {
  const { DomainDescription } = await client.send(
    new cognito.DescribeUserPoolDomainCommand({ Domain: domain }),
  );
  return DomainDescription?.Domain ? DomainDescription : undefined;
}

async function untilActive(
  client: cognito.CognitoIdentityProviderClient,
  domain: string,
): Promise<cognito.DomainDescriptionType> {
  for (let look = 0; look < 360; look += 1) {
    const description = await describe(client, domain);
    if (description?.Status === "ACTIVE") return description;
    if (description?.Status === "FAILED") throw new Error(`${domain} is FAILED`);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
  }
  throw new Error(`${domain} was not ACTIVE within an hour`);
}

function outputsOf(inputs: WantedDomain, description: cognito.DomainDescriptionType): State {
  return {
    domain: inputs.domain,
    userPoolId: inputs.userPoolId,
    customDomainConfig: inputs.customDomainConfig,
    CloudFrontDistribution: description.CloudFrontDistribution,
    Status: description.Status,
    ManagedLoginVersion: description.ManagedLoginVersion,
    Version: description.Version,
    S3Bucket: description.S3Bucket,
    AWSAccountId: description.AWSAccountId,
  };
}

class TextbookDomain extends pulumi.dynamic.Resource {
  constructor(name: string, args: WantedDomain) {
    super(provider, name, {
      CloudFrontDistribution: undefined,
      Status: undefined,
      ManagedLoginVersion: undefined,
      Version: undefined,
      S3Bucket: undefined,
      AWSAccountId: undefined,
      ...args,
    });
  }
}

for (const wanted of wantedDomains(process.env)) new TextbookDomain(wanted.domain, wanted);
