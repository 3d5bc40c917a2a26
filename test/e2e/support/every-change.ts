import type { Cloud } from "./cloud";
import { certificate, certificateArn, otherCertificate } from "./domains";
import { javascript, type Program } from "./programs";

/** What becomes of a resource in a pull request: how the program declares it before, and after. */
interface Change {
  readonly before?: string;
  readonly after?: string;
  /** What somebody does to its domain in the console meanwhile. */
  readonly meanwhile?: (cloud: Cloud) => void;
  /** The domains that are there in the end, and gone; without, that can't be known from a preview. */
  readonly there?: string;
  readonly gone?: string;
}

/** A pull request that changes user pool domains in every way there is. Each has a user pool of its own, `pool(n)`. */
const changes: readonly Change[] = [
  {
    before: `new UserPoolDomain("renamed", custom("auth.example.com", pool(1)), { parent: app });`,
    after: `new UserPoolDomain("renamed", custom("login.example.com", pool(1)), { parent: app });`,
    there: "login.example.com",
    gone: "auth.example.com",
  },
  {
    before: `new UserPoolDomain("moved", { domain: "shop", userPoolId: pool(2) });`,
    after: `new UserPoolDomain("moved", { domain: "shop-world", userPoolId: pool(3) });`,
    there: "shop-world",
    gone: "shop",
  },
  {
    before: `new UserPoolDomain("rehomed", { domain: "club", userPoolId: pool(4) });`,
    after: `new UserPoolDomain("rehomed", { domain: "club", userPoolId: pool(5) });`,
    there: "club",
  },
  {
    before: `new UserPoolDomain("promoted", { domain: "blog", userPoolId: pool(6) });`,
    after: `new UserPoolDomain("promoted", custom("blog.example.com", pool(6)));`,
    there: "blog.example.com",
    gone: "blog",
  },
  {
    before: `new UserPoolDomain("demoted", custom("jobs.example.com", pool(7)));`,
    after: `new UserPoolDomain("demoted", { domain: "jobs", userPoolId: pool(7) });`,
    there: "jobs",
    gone: "jobs.example.com",
  },
  {
    before: `new UserPoolDomain("hasty", { domain: "cafe", userPoolId: pool(8) });`,
    after: `new UserPoolDomain("hasty", { domain: "bistro", userPoolId: pool(9) }, { deleteBeforeReplace: true });`,
    there: "bistro",
    gone: "cafe",
  },
  {
    before: `new UserPoolDomain("left", { domain: "news", userPoolId: pool(10) }, { retainOnDelete: true });`,
    after: `new UserPoolDomain("left", custom("news.example.com", pool(10)), { retainOnDelete: true });`,
    there: "news.example.com",
  },
  {
    before: `new UserPoolDomain("failed", { domain: "stuck", userPoolId: pool(11) });`,
    after: `new UserPoolDomain("failed", { domain: "stuck", userPoolId: pool(11) });`,
    meanwhile: ({ emulator }) => emulator.changeDomain("stuck", { status: "FAILED" }),
    there: "stuck",
  },
  {
    before: `new UserPoolDomain("recertified", custom("sso.example.com", pool(12)));`,
    after: `new UserPoolDomain("recertified", custom("sso.example.com", pool(12), "${otherCertificate}"));`,
    there: "sso.example.com",
  },
  {
    before: `new UserPoolDomain("tightened", { ...custom("bank.example.com", pool(13)), managedLoginVersion: 1 });`,
    after: `new UserPoolDomain("tightened", { ...custom("bank.example.com", pool(13), certificate, "TLS_V1_3_2025"), managedLoginVersion: 2 });`,
    there: "bank.example.com",
  },
  {
    before: `new UserPoolDomain("covered", custom("care.example.com", pool(14)));`,
    after: `new UserPoolDomain("covered", { ...custom("care.example.com", pool(14)), routing });`,
    there: "care.example.com",
  },
  {
    before: `new UserPoolDomain("uncovered", { ...custom("risk.example.com", pool(15)), routing });`,
    after: `new UserPoolDomain("uncovered", custom("risk.example.com", pool(15)));`,
    there: "risk.example.com",
  },
  {
    before: `new UserPoolDomain("rebranded", { domain: "forum", userPoolId: pool(16), managedLoginVersion: 1 });`,
    after: `new UserPoolDomain("rebranded", { domain: "forum", userPoolId: pool(16), managedLoginVersion: 1 });`,
    meanwhile: ({ emulator }) => emulator.changeDomain("forum", { managedLoginVersion: 2 }),
    there: "forum",
  },
  {
    before: `new UserPoolDomain("drifted", { domain: "radio", userPoolId: pool(17) });`,
    after: `new UserPoolDomain("drifted", { domain: "radio", userPoolId: pool(17) });`,
    meanwhile: ({ emulator }) => emulator.changeDomain("radio", { managedLoginVersion: 2 }),
    there: "radio",
  },
  {
    before: `new UserPoolDomain("recorded", { domain: "wiki", userPoolId: pool(18) });`,
    after: `new UserPoolDomain("recorded", { domain: "wiki", userPoolId: pool(18), timeouts: { create: "20m" } });`,
    there: "wiki",
  },
  {
    before: `new UserPoolDomain("hidden", custom("vault.example.com", pool(19), pulumi.secret("${certificateArn("hidden-one")}")));`,
    after: `new UserPoolDomain("hidden", custom("vault.example.com", pool(19), pulumi.secret("${certificateArn("hidden-two")}")));`,
  },
  {
    before: `new UserPoolDomain("awaited", { domain: "chat", userPoolId: pool(20) });`,
    after: `new UserPoolDomain("awaited", { domain: "chat", userPoolId: pool(20), managedLoginVersion: source.managedLoginVersion });`,
  },
  {
    before: `new UserPoolDomain("deleted", custom("old.example.com", pool(21)));`,
    gone: "old.example.com",
  },
  { before: `new UserPoolDomain("dropped", { domain: "fax", userPoolId: pool(22) });`, gone: "fax" },
  {
    before: `new UserPoolDomain("swapped", { domain: "telex", userPoolId: pool(23) });`,
    after: `UserPoolDomain.get("swapped", "radio");`,
    gone: "telex",
  },
  {
    before: `new UserPoolDomain("released", { domain: "pager", userPoolId: pool(24) });`,
    after: `UserPoolDomain.get("released", "pager");`,
    there: "pager",
  },
  {
    before: `new UserPoolDomain("forgotten", { domain: "press", userPoolId: pool(25) }, { retainOnDelete: true });`,
    there: "press",
  },
  {
    before: `new UserPoolDomain("vanished", { domain: "docs", userPoolId: pool(26) });`,
    after: `new UserPoolDomain("vanished", { domain: "docs", userPoolId: pool(26) });`,
    meanwhile: ({ emulator }) => emulator.removeDomain("docs"),
    there: "docs",
  },
  {
    after: `new UserPoolDomain("created", custom("team.example.com", pool(27)));`,
    there: "team.example.com",
  },
  { after: `new UserPoolDomain("certified", custom("soon.example.com", pool(28), source.certificateArn));` },
  { after: `new UserPoolDomain("named", { domain: source.domain, userPoolId: pool(29) });` },
  {
    after: `new UserPoolDomain("veiled", custom("dark.example.com", pool(30), pulumi.secret("${certificateArn("hidden-three")}")));`,
  },
];

export const everyChange = {
  before: program(changes.flatMap(({ before }) => before ?? [])),
  after: program([`const source = new Source("source");`, ...changes.flatMap(({ after }) => after ?? [])]),
  /** The domains that are there when all is done, and those that are gone. */
  there: changes.flatMap(({ there }) => there ?? []),
  gone: changes.flatMap(({ gone }) => gone ?? []),
} as const;

/** What somebody does in the console meanwhile. */
export function changeOutside(cloud: Cloud): void {
  for (const { meanwhile } of changes) meanwhile?.(cloud);
}

/** A pull request that `pulumi up` will fail at. */
export const refusedChange = {
  before: program([
    `new UserPoolDomain("stubborn", custom("auth.example.com", pool(1)));`,
    `new UserPoolDomain("clung", { domain: "shop", userPoolId: pool(2) }, { retainOnDelete: true });`,
    `new UserPoolDomain("old", { domain: "blog", userPoolId: pool(3) });`,
    `new UserPoolDomain("forced", { domain: "forum", userPoolId: pool(4) });`,
  ]),
  after: program([
    `new UserPoolDomain("stubborn", custom("login.example.com", pool(1)), { deleteBeforeReplace: false });`,
    `new UserPoolDomain("clung", { domain: "shops", userPoolId: pool(2) }, { retainOnDelete: true });`,
    `new UserPoolDomain("new", { domain: "blog", userPoolId: pool(3) });`,
    `new UserPoolDomain("forced", { domain: "forum", userPoolId: pool(4) });`,
  ]),
} as const;

/** One that is like most: somebody renames the sign-in page, and turns to managed login elsewhere. */
export const sampleChange = {
  before: program([
    `new UserPoolDomain("login", custom("auth.example.com", pool(1)));`,
    `new UserPoolDomain("staging", { domain: "shop-staging", userPoolId: pool(2), managedLoginVersion: 1 });`,
  ]),
  after: program([
    `new UserPoolDomain("login", custom("login.example.com", pool(1)));`,
    `new UserPoolDomain("staging", { domain: "shop-staging", userPoolId: pool(2), managedLoginVersion: 2 });`,
  ]),
} as const;

export function createPools({ emulator }: Cloud): void {
  for (let number = 1; number <= 30; number += 1) emulator.createPool({ id: pool(number) });
}

function pool(number: number): string {
  return `us-east-1_Pool${String(number).padStart(5, "0")}`;
}

function program(statements: readonly string[]): Program {
  return javascript(
    `const pool = (number) => "us-east-1_Pool" + String(number).padStart(5, "0");`,
    `const certificate = "${certificate}";`,
    `const custom = (domain, userPoolId, certificateArn = certificate, securityPolicy = undefined) =>
       ({ domain, userPoolId, customDomainConfig: { certificateArn, ...(securityPolicy && { securityPolicy }) } });`,
    `const routing = { failover: { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check-1" } };`,
    `class App extends pulumi.ComponentResource { constructor(name) { super("shop:index:App", name); } }`,
    `class Source extends pulumi.dynamic.Resource {
       constructor(name) {
         const outs = { managedLoginVersion: 2, certificateArn: "${otherCertificate}", domain: "late" };
         const none = { managedLoginVersion: undefined, certificateArn: undefined, domain: undefined };
         super({ create: async () => ({ id: "made", outs }) }, name, none);
       }
     }`,
    `const app = new App("app");`,
    ...statements,
  );
}
