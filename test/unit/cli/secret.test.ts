import assert from "node:assert/strict";
import { isSecret, secretOf, secretsIn, withoutSecrets, withSecrets } from "../../../cli/secret";

const encrypted = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: "v1:…",
};
const reference = {
  "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e",
  urn: "urn:pulumi:…",
};

describe("a secret in a state", () => {
  it("is told from a value, and from what else Pulumi marks", () => {
    assert.ok(isSecret(encrypted));
    assert.ok(isSecret(secretOf(1)));
    for (const value of ["a", undefined, null, {}, [encrypted], reference]) assert.ok(!isSecret(value));
  });

  it("is made of a value of whatever type, in the place that it has", () => {
    const values = {
      domain: "shop",
      customDomainConfig: { certificateArn: "arn", securityPolicy: "TLS_V1" },
    };
    assert.deepEqual(withSecrets(values, ["domain", "customDomainConfig.certificateArn"]), {
      domain: { ...secretOf("shop"), plaintext: '"shop"' },
      customDomainConfig: { certificateArn: secretOf("arn"), securityPolicy: "TLS_V1" },
    });
    assert.deepEqual(withSecrets({ version: 2 }, ["version"])["version"], { ...secretOf(2), plaintext: "2" });
  });

  it("is made once, and of nothing where there is nothing", () => {
    assert.deepEqual(withSecrets({ domain: encrypted }, ["domain"]), { domain: encrypted });
    assert.deepEqual(withSecrets({}, ["domain", "customDomainConfig.certificateArn"]), {});
    const whole = { customDomainConfig: encrypted };
    assert.deepEqual(withSecrets(whole, ["customDomainConfig.certificateArn"]), whole);
  });

  it("is found wherever it is, and taken out", () => {
    const values = { domain: encrypted, customDomainConfig: { certificateArn: encrypted }, region: "r" };
    assert.deepEqual(secretsIn(values), ["domain", "customDomainConfig.certificateArn"]);
    assert.deepEqual(withoutSecrets(values), {
      domain: "",
      customDomainConfig: { certificateArn: "" },
      region: "r",
    });
  });
});
