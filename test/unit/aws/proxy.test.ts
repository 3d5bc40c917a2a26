import assert from "node:assert/strict";
import { type ProxySettings, proxyFor } from "../../../provider/aws/proxy";

const proxies = { httpProxy: "http://http.example.com:3128", httpsProxy: "http://https.example.com:3128" };
const cognito = "https://cognito-idp.eu-west-1.amazonaws.com";

function proxyOf(address: string, settings: ProxySettings = proxies): string | undefined {
  return proxyFor(new URL(address), settings);
}

describe("the proxy on the way to an address", () => {
  it("is the one for the address's scheme", () => {
    assert.equal(proxyOf(cognito), proxies.httpsProxy);
    assert.equal(proxyOf("http://cognito.example.com"), proxies.httpProxy);
  });

  it("is none when there is none for the scheme", () => {
    assert.equal(proxyOf(cognito, { httpProxy: proxies.httpProxy }), undefined);
  });

  it("is none when it is empty", () => {
    assert.equal(proxyOf(cognito, { httpsProxy: "" }), undefined);
  });

  it("may be written without a scheme, as Go takes it", () => {
    assert.equal(proxyOf(cognito, { httpsProxy: "proxy.example.com:3128" }), "http://proxy.example.com:3128");
  });

  for (const loopback of [
    "http://localhost:9229",
    "http://127.0.0.1:9229",
    "http://127.1.2.3",
    "http://[::1]:9229",
  ]) {
    it(`is none for ${loopback}`, () => {
      assert.equal(proxyOf(loopback), undefined);
    });
  }

  it("is there for a name that only begins like a loopback address", () => {
    assert.equal(proxyOf("https://127.example.com"), proxies.httpsProxy);
  });

  const excepted: [noProxy: string, address: string][] = [
    ["*", cognito],
    ["amazonaws.com", cognito],
    [".amazonaws.com", cognito],
    ["*.amazonaws.com", cognito],
    ["AmazonAWS.com", cognito],
    ["example.com, amazonaws.com", cognito],
    ["example.com amazonaws.com", cognito],
    ["cognito-idp.eu-west-1.amazonaws.com", cognito],
    ["amazonaws.com:443", cognito],
    ["cognito.example.com:4566", "http://cognito.example.com:4566"],
    ["10.1.2.3", "http://10.1.2.3:4566"],
    ["10.1.2.3:4566", "http://10.1.2.3:4566"],
    ["10.0.0.0/8", "http://10.1.2.3:4566"],
    ["fd00::/8", "http://[fd00::1]:4566"],
    ["[fd00::1]", "http://[fd00::1]:4566"],
  ];
  for (const [noProxy, address] of excepted) {
    it(`is none for ${address} with noProxy "${noProxy}"`, () => {
      assert.equal(proxyOf(address, { ...proxies, noProxy }), undefined);
    });
  }

  const notExcepted: [noProxy: string, address: string][] = [
    ["", cognito],
    ["aws.com", cognito],
    ["amazonaws.com:8443", cognito],
    [".cognito-idp.eu-west-1.amazonaws.com", cognito],
    ["10.0.0.0/16", "http://10.1.2.3:4566"],
    ["10.0.0.0/99", "http://10.1.2.3:4566"],
    ["fd00::/8", "http://10.1.2.3:4566"],
    ["10.1.2.3:80", "http://10.1.2.3:4566"],
  ];
  for (const [noProxy, address] of notExcepted) {
    it(`is there for ${address} with noProxy "${noProxy}"`, () => {
      assert.notEqual(proxyOf(address, { ...proxies, noProxy }), undefined);
    });
  }
});
