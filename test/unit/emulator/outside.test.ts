import assert from "node:assert/strict";
import { type EmulatorOptions, messages } from "../../../emulator/index";
import {
  certificateArn,
  clientFor,
  create,
  created,
  custom,
  otherCertificateArn,
  outcomeOf,
  prefix,
  statusOf,
  update,
  useEmulator,
} from "./support";

const taken = "taken";
const { certificateNotUsable, rootUnresolved, parentUnresolved } = messages;

function acm(region: string, partition = "aws", account = "123456789012"): string {
  return `arn:${partition}:acm:${region}:${account}:certificate/any`;
}

/** `tried` is the outcome of creating a custom domain with the certificate, on a pool of the Region. */
function certificateBench(options: EmulatorOptions = {}) {
  const bench = useEmulator(options);
  const tried = (CertificateArn: string, region = "us-east-1") => {
    const { id } = bench.emulator.createPool({ region });
    const client = clientFor(bench.emulator, { region });
    return outcomeOf(create({ client }, custom(id, { CustomDomainConfig: { CertificateArn } })));
  };
  return { bench, tried };
}

describe("a certificate", () => {
  const { bench, tried } = certificateBench();

  for (const [what, arn, region] of [
    ["in us-east-1", acm("us-east-1"), "us-east-1"],
    ["of another account", acm("us-east-1", "aws", "999999999999"), "us-east-1"],
    ["in us-east-1, for another Region,", acm("us-east-1"), "eu-west-1"],
    ["in the pool's Region, for China,", acm("cn-north-1", "aws-cn"), "cn-north-1"],
    ["in another Region of China, for China,", acm("cn-northwest-1", "aws-cn"), "cn-north-1"],
    ["in the pool's Region, for GovCloud,", acm("us-gov-west-1", "aws-us-gov"), "us-gov-west-1"],
    ["in another Region of GovCloud, for GovCloud,", acm("us-gov-east-1", "aws-us-gov"), "us-gov-west-1"],
  ] as const) {
    it(`${what} is taken`, async () => {
      assert.equal(await tried(arn, region), taken);
    });
  }

  for (const [what, arn, region] of [
    ["in another Region than us-east-1", acm("eu-west-1"), "us-east-1"],
    ["in the pool's Region, when that isn't us-east-1,", acm("eu-west-1"), "eu-west-1"],
    ["in no Region", acm(""), "us-east-1"],
    ["of IAM", "arn:aws:iam::123456789012:server-certificate/one", "us-east-1"],
    ["of a private authority", acm("us-east-1").replace("acm", "acm-pca"), "us-east-1"],
    ["of another partition", acm("us-east-1", "aws-cn"), "us-east-1"],
    ["in China", acm("cn-north-1", "aws-cn"), "us-east-1"],
    ["in GovCloud", acm("us-gov-west-1", "aws-us-gov"), "us-east-1"],
    ["in us-east-1, for China,", acm("us-east-1"), "cn-north-1"],
    ["of China in a Region that China hasn't, for China,", acm("us-east-1", "aws-cn"), "cn-north-1"],
    ["in us-east-1, for GovCloud,", acm("us-east-1"), "us-gov-west-1"],
  ] as const) {
    it(`${what} is refused`, async () => {
      assert.equal(await tried(arn, region), certificateNotUsable);
    });
  }

  for (const [region, partition, host] of [
    ["us-east-1", "aws", "cloudfront.net"],
    ["cn-north-1", "aws-cn", "cloudfront.cn"],
    ["us-gov-west-1", "aws-us-gov", "cloudfront.net"],
  ] as const) {
    it(`for ${region} is put to use on ${host}`, async () => {
      const { id } = bench.emulator.createPool({ region });
      const client = clientFor(bench.emulator, { region });
      const CustomDomainConfig = { CertificateArn: acm(region, partition) };
      const { CloudFrontDomain } = await create({ client }, custom(id, { CustomDomainConfig }));
      assert.match(CloudFrontDomain ?? "", new RegExp(`^d[a-z0-9]{13}\\.${host}$`));
    });
  }

  it("in another Region than us-east-1 is refused by an update, too", async () => {
    const { id } = bench.emulator.createPool();
    const CertificateArn = certificateArn.replace("us-east-1", "eu-west-1");
    await created(bench, custom(id));
    const changed = update(bench, custom(id, { CustomDomainConfig: { CertificateArn } }));
    assert.equal(await outcomeOf(changed), certificateNotUsable);
  });
});

describe("a list of certificates", () => {
  const inEurope = "arn:aws:acm:eu-west-1:123456789012:certificate/one";
  const { bench, tried } = certificateBench({ certificates: [certificateArn, inEurope] });

  it("lets a certificate that is in it be used", async () => {
    assert.equal(await tried(certificateArn), taken);
  });

  it("keeps any other from being used", async () => {
    assert.equal(await tried(otherCertificateArn), certificateNotUsable);
  });

  it("keeps one that only begins like one in it from being used", async () => {
    assert.equal(await tried(`${certificateArn}-more`), certificateNotUsable);
  });

  it("doesn't help a certificate in the wrong Region", async () => {
    assert.equal(await tried(inEurope), certificateNotUsable);
  });

  it("keeps an update from using another", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, custom(id));
    const changed = update(
      bench,
      custom(id, { CustomDomainConfig: { CertificateArn: otherCertificateArn } }),
    );
    assert.equal(await outcomeOf(changed), certificateNotUsable);
  });

  it("keeps a domain that is made without a call from using another", () => {
    const userPoolId = bench.emulator.createPool().id;
    assert.throws(
      () =>
        bench.emulator.createDomain({
          domain: "login.example.com",
          userPoolId,
          certificateArn: otherCertificateArn,
        }),
      {
        name: "TypeError",
        message: /^The domain login\.example\.com can't be: The specified SSL certificate/,
      },
    );
  });

  it("that is changed lets what is in it now be used", async () => {
    bench.emulator.setOutside({ certificates: [otherCertificateArn] });
    assert.equal(await tried(otherCertificateArn), taken);
  });

  it("that is changed keeps what is no more in it from being used", async () => {
    bench.emulator.setOutside({ certificates: [otherCertificateArn] });
    assert.equal(await tried(certificateArn), certificateNotUsable);
  });

  it("that is emptied keeps all from being used", async () => {
    bench.emulator.setOutside({ certificates: [] });
    assert.equal(await tried(certificateArn), certificateNotUsable);
  });

  it("stays when only the DNS records are changed", async () => {
    bench.emulator.setOutside({ dns: { "example.com": ["192.0.2.1"] } });
    assert.deepEqual(
      [await tried(otherCertificateArn), await tried(certificateArn)],
      [certificateNotUsable, taken],
    );
  });

  it("leaves a domain alone whose certificate goes", async () => {
    await created(bench, custom(bench.emulator.createPool().id));
    bench.emulator.setOutside({ certificates: [] });
    assert.equal(await statusOf(bench, "login.example.com"), "ACTIVE");
  });

  it("keeps a domain whose certificate has gone from being updated with it", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, custom(id));
    bench.emulator.setOutside({ certificates: [] });
    assert.equal(await outcomeOf(update(bench, custom(id))), certificateNotUsable);
  });
});

describe("a list of certificates that comes later", () => {
  const { bench, tried } = certificateBench();

  it("keeps any other from being used from then on", async () => {
    assert.equal(await tried(certificateArn), taken);
    bench.emulator.setOutside({ certificates: [otherCertificateArn] });
    assert.equal(await tried(certificateArn), certificateNotUsable);
  });
});

/** `tried` is the outcome of creating a custom domain of that name. */
function dnsBench(options: EmulatorOptions) {
  const bench = useEmulator(options);
  const tried = (Domain: string) =>
    outcomeOf(create(bench, custom(bench.emulator.createPool().id, { Domain })));
  return { bench, tried };
}

describe("a name in the DNS table", () => {
  for (const name of ["Example.COM", "example.com."]) {
    describe(`that is written ${name}`, () => {
      const { tried } = dnsBench({ dns: { [name]: ["192.0.2.1"] } });
      it("is that of example.com", async () => {
        assert.equal(await tried("auth.example.com"), taken);
      });
    });
  }
});

describe("the parent of a custom domain", () => {
  const { tried } = dnsBench({});

  for (const domain of ["auth.example.com", "auth.dev.example.com", "a.b.c.d.example.com"]) {
    it(`has an A record unless somebody says otherwise: that of ${domain}`, async () => {
      assert.equal(await tried(domain), taken);
    });
  }

  for (const [domain, what] of [
    ["example.com", "a top-level domain"],
    ["localhost", "nothing"],
  ] as const) {
    it(`may not be ${what}, as that of ${domain} is`, async () => {
      assert.equal(await tried(domain), parentUnresolved);
    });
  }
});

describe("a table of DNS records", () => {
  const { bench, tried } = dnsBench({
    dns: {
      com: ["192.0.2.1"],
      "example.com": ["192.0.2.1"],
      "empty.com": [],
      "dev.example.com": ["192.0.2.1", "192.0.2.2"],
      "empty.example.com": [],
      "dev.rootless.com": ["192.0.2.1"],
      "auth.own.com": ["192.0.2.1"],
      "auth.own.example.com": ["192.0.2.1"],
    },
  });

  for (const [domain, why, outcome] of [
    ["auth.example.com", "has example.com with an address", taken],
    ["auth.dev.example.com", "has dev.example.com with addresses", taken],
    ["auth.dev.rootless.com", "has dev.rootless.com, and need not have rootless.com", taken],
    ["auth.shop.com", "hasn't shop.com", rootUnresolved],
    ["auth.empty.com", "has empty.com without an address", rootUnresolved],
    ["auth.own.com", "has only the domain itself", rootUnresolved],
    ["auth.test.example.com", "hasn't test.example.com, whatever example.com has", parentUnresolved],
    ["auth.empty.example.com", "has empty.example.com without an address", parentUnresolved],
    ["auth.own.example.com", "has only the domain itself, two levels down", parentUnresolved],
    ["a.auth.dev.example.com", "hasn't auth.dev.example.com", parentUnresolved],
    ["example.com", "has com, a top-level domain", parentUnresolved],
  ] as const) {
    const verdict = {
      [taken]: "takes",
      [rootUnresolved]: "misses the root of",
      [parentUnresolved]: "misses the parent of",
    };
    it(`that ${why} ${verdict[outcome]} ${domain}`, async () => {
      assert.equal(await tried(domain), outcome);
    });
  }

  for (const domain of [
    "auth.constructor.example.com",
    "constructor.example.com",
    "auth.constructor",
    "auth.tostring.valueof",
  ]) {
    it(`isn't fooled by ${domain} when it is empty`, async () => {
      bench.emulator.setOutside({ dns: {} });
      assert.match(await tried(domain), /^Custom domain is not a valid subdomain/);
    });
  }

  it("isn't fooled by __proto__.example.com, which is no name", async () => {
    assert.match(await tried("auth.__proto__.example.com"), /^1 validation error detected: .* at 'domain'/);
  });

  it("has a record under the name __proto__ or constructor as under any other", async () => {
    const dns = JSON.parse('{ "__proto__": ["192.0.2.1"], "constructor.example.com": ["192.0.2.1"] }');
    bench.emulator.setOutside({ dns });
    assert.deepEqual(
      [await tried("auth.constructor.example.com"), await tried("auth.example.com")],
      [taken, rootUnresolved],
    );
  });

  it("is nothing to a prefix domain", async () => {
    bench.emulator.setOutside({ dns: {} });
    assert.equal(await outcomeOf(create(bench, prefix(bench.emulator.createPool().id))), taken);
  });

  it("is nothing to an update", async () => {
    const { id } = bench.emulator.createPool();
    await created(bench, custom(id));
    bench.emulator.setOutside({ dns: {} });
    assert.equal(await outcomeOf(update(bench, custom(id))), taken);
  });

  it("keeps a domain from being made without a call, too", () => {
    const userPoolId = bench.emulator.createPool().id;
    assert.throws(
      () => bench.emulator.createDomain({ domain: "auth.shop.com", userPoolId, certificateArn }),
      { name: "TypeError", message: `The domain auth.shop.com can't be: ${rootUnresolved}` },
    );
  });

  it("that is changed has what is in it now", async () => {
    bench.emulator.setOutside({ dns: { "shop.com": ["192.0.2.1"] } });
    assert.equal(await tried("auth.shop.com"), taken);
  });

  it("that is changed hasn't what was in it before", async () => {
    bench.emulator.setOutside({ dns: { "shop.com": ["192.0.2.1"] } });
    assert.equal(await tried("auth.example.com"), rootUnresolved);
  });

  it("stays when only the certificates are changed", async () => {
    bench.emulator.setOutside({ certificates: [certificateArn] });
    assert.equal(await tried("auth.shop.com"), rootUnresolved);
  });
});
