import type { Cloud } from "./cloud";
import { certificate, certificateArn, otherCertificate } from "./domains";
import { javascript, type Program } from "./programs";

const pool = (number: number) => `us-east-1_Pool0000${number}`;

/** A program before and after a pull request that changes user pool domains in every way there is. */
export const everyChange = {
  before: program(
    `new UserPoolDomain("renamed", custom("auth.example.com", pool[1]), { parent: app });`,
    `new UserPoolDomain("moved", { domain: "shop", userPoolId: pool[2] });`,
    `new UserPoolDomain("promoted", { domain: "blog", userPoolId: pool[4] });`,
    `new UserPoolDomain("recertified", custom("sso.example.com", pool[5]));`,
    `new UserPoolDomain("rebranded", { domain: "forum", userPoolId: pool[5], managedLoginVersion: 1 });`,
    `new UserPoolDomain("recorded", { domain: "wiki", userPoolId: pool[1] });`,
    `new UserPoolDomain("hidden", custom("vault.example.com", pool[6], pulumi.secret("${certificateArn("hidden-one")}")));`,
    `new UserPoolDomain("awaited", { domain: "chat", userPoolId: pool[7] });`,
    `new UserPoolDomain("deleted", custom("old.example.com", pool[7]));`,
    `new UserPoolDomain("vanished", { domain: "docs", userPoolId: pool[8] });`,
    `new UserPoolDomain("forgotten", { domain: "news", userPoolId: pool[9] }, { retainOnDelete: true });`,
  ),
  after: program(
    `const source = new Source("source");`,
    `new UserPoolDomain("renamed", custom("login.example.com", pool[1]), { parent: app });`,
    `new UserPoolDomain("moved", { domain: "shop-world", userPoolId: pool[3] });`,
    `new UserPoolDomain("promoted", custom("blog.example.com", pool[4]));`,
    `new UserPoolDomain("recertified", custom("sso.example.com", pool[5], "${otherCertificate}"));`,
    `new UserPoolDomain("rebranded", { domain: "forum", userPoolId: pool[5], managedLoginVersion: 1 });`,
    `new UserPoolDomain("recorded", { domain: "wiki", userPoolId: pool[1], timeouts: { create: "20m" } });`,
    `new UserPoolDomain("hidden", custom("vault.example.com", pool[6], pulumi.secret("${certificateArn("hidden-two")}")));`,
    `new UserPoolDomain("awaited", { domain: "chat", userPoolId: pool[7], managedLoginVersion: source.managedLoginVersion });`,
    `new UserPoolDomain("vanished", { domain: "docs", userPoolId: pool[8] });`,
    `new UserPoolDomain("created", custom("jobs.example.com", pool[2]));`,
  ),
} as const;

/** One that is like most: somebody renames the sign-in page, and turns to managed login elsewhere. */
export const sampleChange = {
  before: program(
    `new UserPoolDomain("login", custom("auth.example.com", pool[1]));`,
    `new UserPoolDomain("staging", { domain: "shop-staging", userPoolId: pool[2], managedLoginVersion: 1 });`,
  ),
  after: program(
    `new UserPoolDomain("login", custom("login.example.com", pool[1]));`,
    `new UserPoolDomain("staging", { domain: "shop-staging", userPoolId: pool[2], managedLoginVersion: 2 });`,
  ),
} as const;

export function createPools({ emulator }: Cloud): void {
  for (let number = 1; number <= 9; number += 1) emulator.createPool({ id: pool(number) });
}

/** What somebody does in the console meanwhile. */
export function changeOutside({ emulator }: Cloud): void {
  emulator.changeDomain("forum", { managedLoginVersion: 2 });
  emulator.removeDomain("docs");
}

function program(...statements: string[]): Program {
  return javascript(
    `const pool = ${JSON.stringify([undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => number && pool(number)))};`,
    `const custom = (domain, userPoolId, certificateArn = "${certificate}") => ({ domain, userPoolId, customDomainConfig: { certificateArn } });`,
    `class App extends pulumi.ComponentResource { constructor(name) { super("shop:index:App", name); } }`,
    `class Source extends pulumi.dynamic.Resource {
       constructor(name) {
         const outs = { managedLoginVersion: 2 };
         super({ create: async () => ({ id: "made", outs }) }, name, { managedLoginVersion: undefined });
       }
     }`,
    `const app = new App("app");`,
    ...statements,
  );
}
