import assert from "node:assert/strict";
import type { DomainInputs } from "../../../provider/inputs";
import { certificate } from "../provider/support";
import { type Command, pools, type Scenario } from "./scenario";
import { play } from "./story";

const alpha: DomainInputs = { domain: "alpha", userPoolId: pools.one, timeouts: {} };
const auth: DomainInputs = {
  domain: "auth.example.com",
  userPoolId: pools.one,
  customDomainConfig: { certificateArn: certificate("a") },
  timeouts: {},
};
const failover = { secondaryRegion: "us-west-2", primaryRoute53HealthCheckId: "check" };

/** Longer than every timeout that is given below. */
const long = 3 * 60_000;
const atOnce = { create: 0, update: 0, delete: 0, nameRelease: 0 };

const run = (what: Command["run"], given: Partial<Command> = {}): Command => ({
  run: what,
  edits: [],
  faults: [],
  outside: [],
  pause: 0,
  ...given,
});
const up = (login: DomainInputs, given: Partial<Command> = {}): Command =>
  run("up", { edits: [{ resource: "login", declare: login }], ...given });

// What random stories have found, or would find too seldom, cut down to what it takes.
const stories: Record<string, Partial<Scenario> & Pick<Scenario, "commands">> = {
  "a rename fails half way, with the old domain gone, and is taken back": {
    commands: [
      up(alpha),
      up(
        { ...alpha, domain: "beta" },
        { faults: [{ operation: "CreateUserPoolDomain", error: { name: "NotAuthorizedException" } }] },
      ),
      up(alpha),
    ],
  },
  "a create isn't at its end with its timeout, and a refresh comes between": {
    durations: { prefix: { ...atOnce, create: long }, custom: atOnce },
    commands: [up({ ...alpha, timeouts: { create: "2s" } }), run("refresh"), run("up", { pause: 2 * long })],
  },
  "an update isn't waited for, and reads lag behind": {
    readDelay: 5_000,
    commands: [
      up({ ...alpha, waitForDeployment: false }),
      up({ ...alpha, waitForDeployment: false, managedLoginVersion: 2 }, { pause: long }),
    ],
  },
  "a create with a failover isn't waited for, and reads lag behind": {
    readDelay: 5_000,
    commands: [up({ ...auth, routing: { failover }, waitForDeployment: false })],
  },
  "a create isn't waited for, and a refresh begins before reads know of it": {
    readDelay: 5_000,
    commands: [up({ ...alpha, waitForDeployment: false }), run("refresh"), run("up")],
  },
  "a create isn't waited for, and a destroy that the service doesn't get done begins before reads know of it":
    {
      readDelay: 5_000,
      commands: [
        up({ ...alpha, waitForDeployment: false }),
        run("destroy", { faults: [{ operation: "DeleteUserPoolDomain", domainStatus: "FAILED" }] }),
      ],
    },
  "an update isn't waited for, and is taken back before reads know of it": {
    readDelay: 5_000,
    commands: [
      up(auth),
      up(
        { ...auth, customDomainConfig: { certificateArn: certificate("b") }, waitForDeployment: false },
        { pause: long },
      ),
      up({ ...auth, waitForDeployment: false }),
    ],
  },
  "an update isn't at its end with its timeout, and a refresh begins before reads know of it": {
    readDelay: 5_000,
    commands: [
      up(auth),
      up({ ...auth, managedLoginVersion: 2, timeouts: { update: "2s" } }, { pause: long }),
      run("refresh"),
    ],
  },
  "an update takes effect though its answer is lost, and is taken back": {
    commands: [
      up({ ...alpha, managedLoginVersion: 2 }),
      up(
        { ...alpha, managedLoginVersion: 1 },
        { faults: [{ operation: "UpdateUserPoolDomain", drop: "after" }] },
      ),
      up({ ...alpha, managedLoginVersion: 2 }),
    ],
  },
  "two resources declare the same domain, and the one that adopts it sets what the other leaves out": {
    commands: [
      up(alpha),
      run("up", {
        edits: [
          { resource: "login", declare: { ...alpha, waitForDeployment: false } },
          { resource: "shop", declare: { ...alpha, managedLoginVersion: 2, adoptExisting: true } },
        ],
      }),
    ],
  },
  "a create is asked for what another stack has, and its answer is lost": {
    somebodys: [{ domain: "alpha", userPoolId: pools.one }],
    commands: [up(alpha, { faults: [{ operation: "CreateUserPoolDomain", drop: "before" }], pause: long })],
  },
  "somebody takes a failover out, and a refresh looks": {
    commands: [
      up({ ...auth, routing: { failover } }),
      run("refresh", { outside: [{ after: 0, somebodyChanges: auth.domain, patch: { failover: null } }] }),
    ],
  },
  "the answer to a create is lost, and what it did can't be seen": {
    commands: [
      up(
        { ...alpha, timeouts: { create: "20s" } },
        {
          faults: [
            { operation: "CreateUserPoolDomain", drop: "after" },
            { operation: "DescribeUserPoolDomain", times: "always", garbage: "before" },
          ],
        },
      ),
    ],
  },
  "no answer ever comes to a create that took effect, nor to what follows": {
    commands: [
      up(
        { ...alpha, timeouts: { create: "20s" } },
        { faults: [{ operation: "*", times: "always", hang: "after" }] },
      ),
    ],
  },
  "a domain that isn't waited for goes to another pool": {
    commands: [
      up(
        { ...alpha, waitForDeployment: false },
        { outside: [{ after: 1, somebodyChanges: "alpha", patch: { userPoolId: pools.two } }] },
      ),
    ],
  },
  "a replaced domain isn't deleted, and the program goes back to it": {
    durations: { prefix: atOnce, custom: { ...atOnce, create: long } },
    commands: [
      up({ ...auth, timeouts: { create: "2s", delete: "2s" } }),
      up(alpha),
      up({ ...auth, timeouts: { create: "2s" }, adoptExisting: true }),
      run("up", { pause: 2 * long }),
    ],
  },
  "a replaced domain isn't deleted, and the program goes back to it in a run in which something else fails": {
    durations: { prefix: atOnce, custom: { ...atOnce, create: long } },
    commands: [
      up({ ...auth, timeouts: { create: "2s", delete: "2s" } }),
      up(alpha),
      run("up", {
        edits: [
          { resource: "login", declare: { ...auth, adoptExisting: true } },
          { resource: "shop", declare: { ...alpha, domain: "beta", userPoolId: pools.two } },
        ],
        faults: [
          { operation: "CreateUserPoolDomain", domain: "beta", error: { name: "NotAuthorizedException" } },
        ],
        pause: 2 * long,
      }),
      run("up", { edits: [{ resource: "shop", remove: true }] }),
    ],
  },
  "a replaced domain isn't deleted, and the next up refreshes": {
    durations: { prefix: atOnce, custom: { ...atOnce, create: long } },
    commands: [
      up({ ...auth, timeouts: { create: "2s", delete: "2s" } }),
      up(alpha),
      run("up --refresh", { pause: 2 * long }),
    ],
  },
};

describe("What happened to domains once", () => {
  for (const [what, story] of Object.entries(stories)) {
    it(`ends well: ${what}`, async () => {
      const durations = { prefix: atOnce, custom: atOnce };
      const ending = await play({ jitter: 0, readDelay: 0, durations, quotas: {}, somebodys: [], ...story });
      assert.deepEqual(ending.breaches, [], ending.transcript.join("\n"));
    });
  }
});
