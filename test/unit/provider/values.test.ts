import assert from "node:assert/strict";
import { runtime } from "@pulumi/pulumi";
import { formatDuration, parseDuration } from "../../../provider/duration";
import { cloudFrontHostedZoneId, prefixDomainUrl, regionOfUserPool } from "../../../provider/region";
import { unknownValue } from "../../../provider/unknown";

describe("The unknown value", () => {
  it("is Pulumi's", () => assert.equal(unknownValue, runtime.unknownValue));
});

describe("A duration", () => {
  for (const [text, milliseconds] of [
    ["90s", 90_000],
    ["20m", 1_200_000],
    ["1h30m", 5_400_000],
    ["1.5h", 5_400_000],
    ["250ms", 250],
    ["1m250ms", 60_250],
  ] as const) {
    it(`${text} is ${milliseconds} ms`, () => assert.equal(parseDuration(text), milliseconds));
  }
  for (const text of ["", "60", "1 h", "-5m", "1d", "5M", "m", "1h-"]) {
    it(`${JSON.stringify(text)} is none`, () => assert.equal(parseDuration(text), undefined));
  }
  for (const [milliseconds, words] of [
    [0, "0 s"],
    [45_400, "45 s"],
    [200_000, "3 min 20 s"],
    [1_200_000, "20 min"],
    [3_900_000, "1 h 5 min"],
    [3_600_000, "1 h"],
  ] as const) {
    it(`of ${milliseconds} ms reads "${words}"`, () => assert.equal(formatDuration(milliseconds), words));
  }
});

describe("A Region", () => {
  it("stands in front of a user pool's id, but not on every server", () => {
    assert.equal(regionOfUserPool("ap-southeast-2_AbC"), "ap-southeast-2");
    assert.equal(regionOfUserPool("us-gov-west-1_AbC"), "us-gov-west-1");
    assert.equal(regionOfUserPool("local_2ax"), undefined);
  });

  for (const [region, url, zone] of [
    ["eu-west-1", "https://my-app.auth.eu-west-1.amazoncognito.com", "Z2FDTNDATAQYW2"],
    ["us-gov-west-1", "https://my-app.auth-fips.us-gov-west-1.amazoncognito.com", "Z2FDTNDATAQYW2"],
    ["cn-north-1", "https://my-app.auth.cn-north-1.amazoncognito.com.cn", "Z3RFFRIM2A3IF5"],
  ] as const) {
    it(`${region} has prefix domains at ${url}, and CloudFront's hosted zone ${zone}`, () => {
      assert.equal(prefixDomainUrl("my-app", region), url);
      assert.equal(cloudFrontHostedZoneId(region), zone);
    });
  }
});
