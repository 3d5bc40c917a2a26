import assert from "node:assert/strict";
import { ownPaths, unfit } from "../../../emulator/diagnostics";
import { longestAdminBody } from "../../../emulator/http/admin";
import type { Emulator, EmulatorOptions, Fault, Snapshot } from "../../../emulator/index";
import { virtualClock } from "../../../emulator/index";
import { UnfitValue } from "../../../emulator/unfit-value";
import { joined, type PageEntry } from "../../../provider/errors/diagnosis";
import { useEmulators } from "./support";

const userPoolId = "us-east-1_AbCdEf123";

describe("The examples of what the emulator says", () => {
  const start = useEmulators();

  /** What each is met with. */
  const provoked: Record<keyof typeof unfit, (emulator: Emulator) => unknown> = {
    options: () => start({ region: "Ireland" }),
    seed: () => start({ seed: { pools: [{ tier: "GOLD" }] } } as unknown as EmulatorOptions),
    userPool: ({ createPool }) => createPool({ id: "pool" }),
    domain: ({ createDomain }) => createDomain({ domain: "my-app", userPoolId, certificate: "" } as never),
    change: ({ createDomain, changeDomain }) => {
      createDomain({ domain: "my-app", userPoolId });
      changeDomain("my-app", { domain: "our-app" } as never);
    },
    outside: ({ setOutside }) => setOutside({ dns: { "example.com": ["example.org"] } }),
    snapshot: ({ snapshot, restore }) => restore({ ...snapshot(), version: 2 } as unknown as Snapshot),
    fault: ({ inject }) => inject({ operation: "DescribeUserPoolDomain" } as Fault),
    timeBackwards: () => virtualClock().advance(-1000),
    regionOfPool: ({ createPool }) => createPool({ region: "Ireland" }),
    poolOfAnotherRegion: ({ createPool }) => createPool({ id: "eu-west-1_AbCdEf123", region: "us-east-1" }),
    poolExists: ({ createPool }) => createPool({ id: userPoolId }),
    replicaOnLite: ({ createPool }) => createPool({ tier: "LITE", replicas: ["us-west-2"] }),
    replica: ({ createPool }) => createPool({ replicas: ["cn-north-1"] }),
    noSuchDomain: ({ removeDomain }) => removeDomain("my-app"),
    poolOfDomain: () => start({ seed: { domains: [{ domain: "auth.example.com", userPoolId }] } }),
    policyOfPrefix: ({ createDomain }) =>
      createDomain({ domain: "my-app", userPoolId, securityPolicy: "TLS_V1" }),
    againstTheRules: ({ createDomain }) => createDomain({ domain: "aws-shop", userPoolId }),
  };
  for (const [key, provoke] of Object.entries(provoked)) {
    it(`are what it says: ${key}`, async () => {
      const { emulator } = await start();
      emulator.createPool({ id: userPoolId });
      await assert.rejects(
        async () => provoke(emulator),
        (error) => {
          assert.ok(error instanceof UnfitValue);
          assert.equal(error.message, shown(unfit[key as keyof typeof unfit].onPage()));
          return true;
        },
      );
    });
  }

  const json = { "content-type": "application/json" };
  const answered: Record<Exclude<keyof typeof ownPaths, "stranger" | "unknown">, [string, RequestInit]> = {
    notWhole: ["calls?after=first", {}],
    notJsonType: ["faults", { method: "POST", body: "{}", headers: { "content-type": "text/plain" } }],
    tooLong: ["faults", { method: "POST", body: " ".repeat(longestAdminBody + 1), headers: json }],
    notJson: ["faults", { method: "POST", body: "[", headers: json }],
  };
  for (const [key, [path, request]] of Object.entries(answered)) {
    it(`are what its own paths answer: ${key}`, async () => {
      const { emulator } = await start();
      const response = await fetch(`${emulator.endpoint}/_emulator/${path}`, request);
      const { error } = (await response.json()) as { error: string };
      assert.equal(response.status, 400);
      assert.equal(error, shown(ownPaths[key as keyof typeof answered].onPage()));
    });
  }
});

function shown({ says, wayOut, reference }: PageEntry): string {
  return joined([says, wayOut, reference]);
}
