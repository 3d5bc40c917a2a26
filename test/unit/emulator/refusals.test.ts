import assert from "node:assert/strict";
import {
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { messages } from "../../../emulator/index";
import {
  certificateArn,
  clientFor,
  create,
  created,
  custom,
  failover,
  invalidParameter,
  prefix,
  refusal,
  remove,
  update,
  useEmulator,
} from "./support";

describe("a create is refused", () => {
  const bench = useEmulator();

  it("on a pool that doesn't exist", async () => {
    assert.deepEqual(await refusal(create(bench, prefix("us-east-1_nobody"))), {
      name: "ResourceNotFoundException",
      message: "User pool us-east-1_nobody does not exist.",
    });
  });

  it("on a pool of another Region", async () => {
    const { id } = bench.emulator.createPool({ region: "eu-west-1" });
    assert.equal((await refusal(create(bench, prefix(id)))).name, "ResourceNotFoundException");
  });

  it("on a pool of another account", async () => {
    const { id } = bench.emulator.createPool({ accountId: "999999999999" });
    assert.equal((await refusal(create(bench, prefix(id)))).name, "ResourceNotFoundException");
  });

  for (const [kind, request, other] of [
    ["prefix", prefix, "cellar"],
    ["custom", custom, "id.example.com"],
  ] as const) {
    it(`when the pool already has a ${kind} domain`, async () => {
      const { id } = bench.emulator.createPool();
      await created(bench, request(id));
      assert.deepEqual(
        await refusal(create(bench, request(id, { Domain: other }))),
        invalidParameter("User pool already has a domain configured."),
      );
    });

    it(`when the ${kind} domain already exists on the pool`, async () => {
      const { id } = bench.emulator.createPool();
      await created(bench, request(id));
      assert.deepEqual(await refusal(create(bench, request(id))), invalidParameter("Domain already exists."));
    });

    it(`when the ${kind} domain already exists on another pool`, async () => {
      await created(bench, request(bench.emulator.createPool().id));
      assert.deepEqual(
        await refusal(create(bench, request(bench.emulator.createPool().id))),
        invalidParameter("Domain already exists."),
      );
    });
  }

  it("when the custom domain already exists in another Region", async () => {
    const elsewhere = { client: clientFor(bench.emulator, { region: "eu-west-1" }) };
    await created(bench, custom(bench.emulator.createPool().id));
    assert.deepEqual(
      await refusal(create(elsewhere, custom(bench.emulator.createPool({ region: "eu-west-1" }).id))),
      invalidParameter("Domain already exists."),
    );
  });

  for (const Domain of ["example.com", "localhost"]) {
    it(`for the custom domain ${Domain}, whose parent is a top-level domain or nothing`, async () => {
      assert.deepEqual(
        await refusal(create(bench, custom(bench.emulator.createPool().id, { Domain }))),
        invalidParameter(messages.parentIsTopLevel),
      );
    });
  }

  it("for a prefix with a dot", async () => {
    assert.deepEqual(
      await refusal(create(bench, prefix(bench.emulator.createPool().id, { Domain: "login.example.com" }))),
      invalidParameter(messages.invalidCharacter),
    );
  });

  for (const [Domain, word] of [
    ["cognito", "cognito"],
    ["newcognito", "cognito"],
    ["my-aws-shop", "aws"],
    ["lawsuit", "aws"],
    ["amazonas", "amazon"],
  ] as const) {
    it(`for the prefix ${Domain}, which has the reserved word ${word} in it`, async () => {
      assert.deepEqual(
        await refusal(create(bench, prefix(bench.emulator.createPool().id, { Domain }))),
        invalidParameter(`Domain cannot contain reserved word: ${word}`),
      );
    });
  }

  for (const [why, CertificateArn] of [
    ["in another Region", "arn:aws:acm:eu-west-1:123456789012:certificate/one"],
    ["of another partition", "arn:aws-cn:acm:us-east-1:123456789012:certificate/one"],
    ["not of ACM", "arn:aws:iam:us-east-1:123456789012:server-certificate/one"],
  ] as const) {
    it(`with a certificate ${why}`, async () => {
      const { id } = bench.emulator.createPool();
      assert.deepEqual(
        await refusal(create(bench, custom(id, { CustomDomainConfig: { CertificateArn } }))),
        invalidParameter(messages.certificateNotUsable),
      );
    });
  }

  it("with routing on a prefix domain", async () => {
    assert.deepEqual(
      await refusal(create(bench, prefix(bench.emulator.createPool().id, { Routing: failover }))),
      invalidParameter(messages.routingNeedsCustomDomain),
    );
  });

  it("with managed login on a LITE pool", async () => {
    const { id } = bench.emulator.createPool({ tier: "LITE" });
    assert.deepEqual(await refusal(create(bench, prefix(id, { ManagedLoginVersion: 2 }))), {
      name: "FeatureUnavailableInTierException",
      message:
        "The following feature is not available for the LITE pricing tier configured: Managed Login Version 2",
    });
  });

  it("with a branding version that doesn't exist", async () => {
    assert.deepEqual(
      await refusal(create(bench, prefix(bench.emulator.createPool().id, { ManagedLoginVersion: 3 }))),
      invalidParameter(messages.unknownManagedLoginVersion(3)),
    );
  });
});

describe("a create is taken", () => {
  const bench = useEmulator();

  it("for a custom domain on a pool that has a prefix domain", async () => {
    const { id } = bench.emulator.createPool();
    await create(bench, prefix(id));
    await create(bench, custom(id));
  });

  it("for a custom domain with a reserved word in it", async () => {
    await create(bench, custom(bench.emulator.createPool().id, { Domain: "cognito.example.com" }));
  });

  it("for a certificate of a Region of China in a Region of China", async () => {
    const { id } = bench.emulator.createPool({ region: "cn-north-1" });
    const inChina = { client: clientFor(bench.emulator, { region: "cn-north-1" }) };
    const answer = await create(
      inChina,
      custom(id, {
        CustomDomainConfig: {
          CertificateArn: certificateArn.replace("aws:acm:us-east-1", "aws-cn:acm:cn-north-1"),
        },
      }),
    );
    assert.match(answer.CloudFrontDomain ?? "", /\.cloudfront\.cn$/);
  });
});

describe("an update is refused", () => {
  const bench = useEmulator();

  it("for a domain that doesn't exist", async () => {
    assert.deepEqual(
      await refusal(update(bench, prefix(bench.emulator.createPool().id))),
      invalidParameter("No such domain or user pool exists."),
    );
  });

  it("for a domain of another pool", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    assert.deepEqual(
      await refusal(update(bench, prefix(bench.emulator.createPool().id))),
      invalidParameter("No such domain or user pool exists."),
    );
  });

  it("for a custom domain sent without its certificate", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, custom(id));
    assert.deepEqual(
      await refusal(update(bench, prefix(id, { Domain: "login.example.com" }))),
      invalidParameter("Cannot convert custom domain to prefix domain."),
    );
  });

  it("for a prefix domain sent with a certificate", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    assert.deepEqual(
      await refusal(update(bench, custom(id, { Domain: "shop" }))),
      invalidParameter("User pool should have a custom domain associated, failed to update the certificate."),
    );
  });

  it("with a certificate outside us-east-1", async () => {
    const { id } = bench.emulator.createPool();
    const CertificateArn = certificateArn.replace("us-east-1", "eu-west-1");
    await created(bench, custom(id));
    assert.deepEqual(
      await refusal(update(bench, custom(id, { CustomDomainConfig: { CertificateArn } }))),
      invalidParameter(messages.certificateNotUsable),
    );
  });

  it("with managed login on a LITE pool", async () => {
    const { id } = bench.emulator.createPool({ tier: "LITE" });
    await created(bench, prefix(id));
    const { name } = await refusal(update(bench, prefix(id, { ManagedLoginVersion: 2 })));
    assert.equal(name, "FeatureUnavailableInTierException");
  });

  it("with routing on a prefix domain", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    assert.deepEqual(
      await refusal(update(bench, prefix(id, { Routing: failover }))),
      invalidParameter(messages.routingNeedsCustomDomain),
    );
  });
});

describe("a delete is refused", () => {
  const bench = useEmulator();

  it("for a domain that doesn't exist", async () => {
    assert.deepEqual(
      await refusal(remove(bench, "nobody", bench.emulator.createPool().id)),
      invalidParameter("No such domain or user pool exists."),
    );
  });

  it("for a domain of another pool", async () => {
    await created(bench, prefix(bench.emulator.createPool().id));
    assert.deepEqual(
      await refusal(remove(bench, "shop", bench.emulator.createPool().id)),
      invalidParameter("No such domain or user pool exists."),
    );
  });
});

describe("a user pool", () => {
  const bench = useEmulator();
  const describePool = async (UserPoolId: string) => {
    const { UserPool } = await bench.client.send(new DescribeUserPoolCommand({ UserPoolId }));
    return UserPool ?? assert.fail();
  };

  it("is created as ESSENTIALS, with an id of its Region", async () => {
    const { UserPool } = await bench.client.send(new CreateUserPoolCommand({ PoolName: "customers" }));
    assert.match(UserPool?.Id ?? "", /^us-east-1_[A-Za-z0-9]{9}$/);
    assert.equal(UserPool?.UserPoolTier, "ESSENTIALS");
  });

  it("is created with the tier and name that are asked for", async () => {
    const { UserPool } = await bench.client.send(
      new CreateUserPoolCommand({ PoolName: "customers", UserPoolTier: "LITE" }),
    );
    const { Name, UserPoolTier, CreationDate } = await describePool(UserPool?.Id ?? "");
    assert.deepEqual([Name, UserPoolTier, CreationDate?.getTime()], ["customers", "LITE", bench.clock.now()]);
  });

  it("names its domains", async () => {
    const { id } = bench.emulator.createPool();
    await create(bench, prefix(id));
    await create(bench, custom(id));
    const { Domain, CustomDomain } = await describePool(id);
    assert.deepEqual([Domain, CustomDomain], ["shop", "login.example.com"]);
  });

  it("names no domain when it has none", async () => {
    const { Domain, CustomDomain } = await describePool(bench.emulator.createPool().id);
    assert.deepEqual([Domain, CustomDomain], [undefined, undefined]);
  });

  it("can't be deleted while it has a domain", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, prefix(id));
    assert.deepEqual(
      await refusal(bench.client.send(new DeleteUserPoolCommand({ UserPoolId: id }))),
      invalidParameter(
        "User pool cannot be deleted. It has a domain configured that should be deleted first.",
      ),
    );
  });

  it("is gone after it is deleted", async () => {
    const { id } = bench.emulator.createPool();
    await bench.client.send(new DeleteUserPoolCommand({ UserPoolId: id }));
    assert.deepEqual(await refusal(describePool(id)), {
      name: "ResourceNotFoundException",
      message: `User pool ${id} does not exist.`,
    });
  });

  it("takes its Region from an id that it is given", () => {
    assert.equal(bench.emulator.createPool({ id: "eu-west-1_Abc" }).region, "eu-west-1");
  });

  it("refuses an id that is taken", () => {
    bench.emulator.createPool({ id: "us-east-1_Abc" });
    assert.throws(() => bench.emulator.createPool({ id: "us-east-1_Abc" }), /exists already/);
  });
});
