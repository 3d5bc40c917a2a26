import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { type Cloud, createCloud } from "../../../emulator/cloud/cloud";
import { durationsOf } from "../../../emulator/cloud/durations";
import { type Snapshot, virtualClock } from "../../../emulator/index";
import { openStateFile } from "../../../emulator/state-file";
import {
  type Bench,
  clientFor,
  create,
  created,
  custom,
  describeDomain,
  prefix,
  refusal,
  remove,
  statusOf,
  testCredentials,
  update,
  useEmulators,
} from "./support";

const nothing: Snapshot = {
  version: 1,
  pools: [],
  domains: [],
  outside: {},
  made: { pools: 0, domains: 0 },
};

describe("the state file of an emulator", () => {
  const start = useEmulators();
  const { path } = useFolder();
  const inFile = (): Snapshot => JSON.parse(readFileSync(path(), "utf8"));
  const statusesInFile = () =>
    Object.fromEntries(inFile().domains.map(({ facts, phase }) => [facts.name, phase.status]));

  describe("when something changes", () => {
    let bench: Bench;
    let id: string;
    beforeEach(async () => {
      bench = await start({ stateFile: path() });
      ({ id } = bench.emulator.createPool());
    });

    it("has a create in it before the call is answered", async () => {
      await create(bench, prefix(id));
      assert.deepEqual(statusesInFile(), { shop: "CREATING" });
    });

    it("is for its owner alone", async () => {
      await create(bench, prefix(id));
      assert.equal(statSync(path()).mode & 0o777, 0o600);
    });

    it("has an update in it before the call is answered", async () => {
      await created(bench, prefix(id));
      await update(bench, prefix(id, { ManagedLoginVersion: 2 }));
      assert.equal(inFile().domains[0]?.facts.managedLoginVersion, 2);
    });

    it("has a delete in it before the call is answered", async () => {
      await created(bench, prefix(id));
      await remove(bench, "shop", id);
      assert.deepEqual(statusesInFile(), { shop: "DELETING" });
    });

    it("has user pools in it, and no longer those that are deleted", async () => {
      await bench.client.send(new CreateUserPoolCommand({ PoolName: "customers" }));
      const names = inFile().pools.map(({ name }) => name);
      await bench.client.send(new DeleteUserPoolCommand({ UserPoolId: id }));
      assert.deepEqual(
        [names, inFile().pools.map(({ name }) => name)],
        [["pool", "customers"], ["customers"]],
      );
    });

    it("has it in it although the answer gets lost", async () => {
      bench.emulator.inject({ operation: "CreateUserPoolDomain", drop: "after" });
      await refusal(create(bench, prefix(id)));
      assert.deepEqual(statusesInFile(), { shop: "CREATING" });
    });

    it("has what a restored snapshot has before the request is answered", async () => {
      await create(bench, prefix(id));
      const response = await fetch(`${bench.emulator.endpoint}/_emulator/snapshot`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(nothing),
      });
      assert.deepEqual([response.status, inFile().pools], [200, []]);
    });

    it("has what the process itself changed once the emulator is closed", async () => {
      bench.emulator.createDomain({ domain: "shop", userPoolId: id });
      await bench.emulator.close();
      assert.deepEqual([inFile().pools.map((pool) => pool.id), statusesInFile()], [[id], { shop: "ACTIVE" }]);
    });
  });

  describe("when nothing changes", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await start({ stateFile: path() });
      await create(bench, prefix(bench.emulator.createPool().id));
    });

    for (const [what, call] of [
      ["a Describe", () => describeDomain(bench, "shop")],
      [
        "a Describe after a step has ended",
        () => {
          bench.clock.advance(60_000);
          return describeDomain(bench, "shop");
        },
      ],
      ["a call that is refused", () => refusal(create(bench, prefix("us-east-1_nobody")))],
      ["closing", () => bench.emulator.close()],
    ] as const) {
      it(`isn't written by ${what}`, async () => {
        const before = fingerprint(path());
        await call();
        assert.deepEqual(fingerprint(path()), before);
      });
    }
  });

  describe("when an emulator starts again on it", () => {
    it("says whether there was one to load", async () => {
      const first = await start({ stateFile: path() });
      await first.emulator.close();
      const second = await start({ stateFile: path() });
      assert.deepEqual([first.emulator.stateLoaded, second.emulator.stateLoaded], [false, true]);
    });

    it("gives the domains back as they were", async () => {
      const first = await start({ stateFile: path() });
      await created(first, custom(first.emulator.createPool().id));
      const expected = await describeDomain(first, "login.example.com");
      await first.emulator.close();
      const second = await start({ stateFile: path() }, first.clock);
      assert.deepEqual(await describeDomain(second, "login.example.com"), expected);
    });

    it("goes on with a step that was under way", async () => {
      const first = await start({ stateFile: path() });
      await create(first, prefix(first.emulator.createPool().id));
      await first.emulator.close();
      first.clock.advance(60_000);
      const second = await start({ stateFile: path() }, first.clock);
      assert.equal(await statusOf(second, "shop"), "ACTIVE");
    });

    it("isn't written before something changes", async () => {
      const first = await start({ stateFile: path() });
      await create(first, prefix(first.emulator.createPool().id));
      await first.emulator.close();
      const before = fingerprint(path());
      const second = await start({ stateFile: path() });
      await describeDomain(second, "shop");
      await second.emulator.close();
      assert.deepEqual(fingerprint(path()), before);
    });

    it("takes the certificates that the emulator is started with", async () => {
      const first = await start({ stateFile: path() });
      first.emulator.createPool();
      await first.emulator.close();
      const second = await start({ stateFile: path(), certificates: [] });
      const { id } = second.emulator.createPool();
      assert.equal((await refusal(create(second, custom(id)))).name, "InvalidParameterException");
    });
  });

  describe("when it can't be written", () => {
    let bench: Bench;
    let id: string;
    beforeEach(async () => {
      mkdirSync(path("folder"));
      bench = await start({ stateFile: path("folder/state.json") });
      const { UserPool } = await bench.client.send(new CreateUserPoolCommand({ PoolName: "customers" }));
      id = UserPool?.Id ?? "";
    });
    const domainsInFile = () => {
      const { domains }: Snapshot = JSON.parse(readFileSync(path("folder/state.json"), "utf8"));
      return domains.map(({ facts }) => facts.name).sort();
    };

    it("has the call fail as one of the service that fails", async () => {
      rmSync(path("folder"), { recursive: true });
      const { name, message } = await refusal(create(bench, prefix(id)));
      assert.equal(name, "InternalErrorException");
      assert.match(message, /^The emulator failed: The state file .*folder\/state\.json can't be written: /);
    });

    it("has the call fail for a caller that tries again, too", async () => {
      rmSync(path("folder"), { recursive: true });
      const client = new CognitoIdentityProviderClient({
        endpoint: bench.emulator.endpoint,
        region: "us-east-1",
        credentials: testCredentials,
        maxAttempts: 2,
      });
      assert.equal((await refusal(create({ client }, prefix(id)))).name, "InternalErrorException");
    });

    it("keeps answering what needs no writing", async () => {
      rmSync(path("folder"), { recursive: true });
      await refusal(create(bench, prefix(id)));
      assert.equal(await statusOf(bench, "shop"), "CREATING");
    });

    it("has everything after the next change that can be written", async () => {
      rmSync(path("folder"), { recursive: true });
      await refusal(create(bench, prefix(id)));
      mkdirSync(path("folder"));
      await create(bench, custom(id));
      assert.deepEqual(domainsInFile(), ["login.example.com", "shop"]);
    });

    it("has everything once the emulator is closed", async () => {
      rmSync(path("folder"), { recursive: true });
      await refusal(create(bench, prefix(id)));
      mkdirSync(path("folder"));
      await bench.emulator.close();
      assert.deepEqual(domainsInFile(), ["shop"]);
    });

    it("has closing fail, so that nobody relies on it", async () => {
      bench.emulator.createPool();
      rmSync(path("folder"), { recursive: true });
      await assert.rejects(bench.emulator.close(), /state\.json/);
    });

    it("has everything after it was out of reach for a while", async () => {
      await create(bench, prefix(id));
      renameSync(path("folder"), path("elsewhere"));
      await refusal(create(bench, custom(id)));
      renameSync(path("elsewhere"), path("folder"));
      await bench.emulator.close();
      assert.deepEqual(domainsInFile(), ["login.example.com", "shop"]);
    });

    it("is written anew after somebody deleted it, since nothing can be lost by that", async () => {
      await create(bench, prefix(id));
      rmSync(path("folder/state.json"));
      await create(bench, custom(id));
      assert.deepEqual(domainsInFile(), ["login.example.com", "shop"]);
    });
  });

  describe("when the file is something else", () => {
    for (const [what, content] of [
      ["empty", ""],
      ["broken JSON", '{"version":1,"pools":['],
      ["the JSON of something else", '{"name":"my-package","version":"1.0.0"}\n'],
      ["of a later version", '{"version":2,"pools":[],"domains":[],"outside":{}}\n'],
      ["no text at all", Buffer.from([0, 255, 1, 254])],
    ] as const) {
      it(`refuses to start on one that is ${what}, and names it`, async () => {
        writeFileSync(path(), content);
        const { message } = await refusal(start({ stateFile: path() }));
        assert.ok(message.includes(`The state file ${path()} holds no state of the emulator`), message);
      });

      it(`leaves one that is ${what} as it is`, async () => {
        writeFileSync(path(), content);
        await refusal(start({ stateFile: path() }));
        assert.deepEqual(readFileSync(path()), Buffer.from(content));
      });
    }

    it("refuses to start on a folder, and names it", async () => {
      mkdirSync(path());
      const { message } = await refusal(start({ stateFile: path() }));
      assert.ok(message.includes(`The state file ${path()} can't be read`), message);
    });
  });

  describe("when two emulators have the same", () => {
    it("refuses to start the second, and says what to do", async function () {
      this.timeout("20s");
      await start({ stateFile: path() });
      const { message } = await refusal(start({ stateFile: path() }));
      assert.equal(
        message,
        `The state file ${path()} is in use by another emulator. Give each emulator a file of its own.`,
      );
    });

    it("starts the second once the first is closed", async () => {
      const first = await start({ stateFile: path() });
      await create(first, prefix(first.emulator.createPool().id));
      await first.emulator.close();
      const second = await start({ stateFile: path() }, first.clock);
      assert.equal(await statusOf(second, "shop"), "CREATING");
    });

    it("can be used again after a start that failed for another reason", async () => {
      await refusal(
        start({ stateFile: path(), seed: { domains: [{ domain: "shop", userPoolId: "us-east-1_No" }] } }),
      );
      await start({ stateFile: path() });
    });
  });

  describe("when somebody else changes the file", () => {
    it("leaves it as it is, and has the next change fail", async () => {
      const bench = await start({ stateFile: path() });
      const { UserPool } = await bench.client.send(new CreateUserPoolCommand({ PoolName: "customers" }));
      writeFileSync(path(), JSON.stringify(nothing));
      const { name, message } = await refusal(create(bench, prefix(UserPool?.Id ?? "")));
      assert.equal(name, "InternalErrorException");
      assert.match(message, /was changed by somebody else meanwhile, and is left as it is/);
      assert.equal(readFileSync(path(), "utf8"), JSON.stringify(nothing));
    });

    it("notices a change that came while it was being loaded", async () => {
      const others = `${JSON.stringify({ ...nothing, outside: { certificates: [] } })}\n`;
      writeFileSync(path(), JSON.stringify(nothing));
      const cloud = emptyCloud();
      const state = await openStateFile(path(), {
        ...cloud,
        restore(snapshot) {
          cloud.restore(snapshot);
          writeFileSync(path(), others);
        },
      });
      cloud.pools.create({});
      await state.save().catch(() => {});
      assert.equal(readFileSync(path(), "utf8"), others);
    });
  });
});

describe("a state file's writes", () => {
  const { path } = useFolder();

  it("are shared by those who wait at the same time", async () => {
    const cloud = emptyCloud();
    let writes = 0;
    const state = await openStateFile(path(), {
      ...cloud,
      snapshot() {
        writes += 1;
        return cloud.snapshot();
      },
    });
    const saves = Array.from({ length: 100 }, () => {
      cloud.pools.create({});
      return state.save();
    });
    await Promise.all(saves);
    assert.ok(writes <= 2, `${writes}`);
  });

  it("have everything in them that came before anybody's save", async () => {
    const cloud = emptyCloud();
    const state = await openStateFile(path(), cloud);
    const complete = Array.from({ length: 20 }, async () => {
      const { id } = cloud.pools.create({});
      await state.save();
      return readFileSync(path(), "utf8").includes(id);
    });
    assert.deepEqual(new Set(await Promise.all(complete)), new Set([true]));
  });

  it("don't happen when nothing changed since the last", async () => {
    const cloud = emptyCloud();
    const state = await openStateFile(path(), cloud);
    cloud.pools.create({});
    await state.save();
    const before = fingerprint(path());
    await state.save();
    assert.deepEqual(fingerprint(path()), before);
  });

  it("leave a whole file there at every moment", async () => {
    const cloud = emptyCloud();
    for (let number = 0; number < 2000; number += 1) cloud.pools.create({});
    const state = await openStateFile(path(), cloud);
    await state.save();
    let saving = true;
    const readAllAlong = async () => {
      while (saving) {
        JSON.parse(readFileSync(path(), "utf8"));
        await new Promise(setImmediate);
      }
    };
    const reading = readAllAlong();
    for (let save = 0; save < 5; save += 1) {
      cloud.pools.create({});
      await state.save();
    }
    saving = false;
    await reading;
  });

  it("leave nothing else beside the file", async () => {
    const cloud = emptyCloud();
    const state = await openStateFile(path(), cloud);
    cloud.pools.create({});
    await state.close();
    assert.deepEqual(readdirSync(path(".")), ["state.json"]);
  });
});

describe("the state file of a process that is killed", () => {
  const { path } = useFolder();

  it("can be read, and has every domain whose create was answered", async () => {
    const emulator = await startProcess(path());
    const bench = { client: clientFor(emulator) };
    const answered: string[] = [];
    const killed = new Error("The emulator is killed.");
    const createUntilKilled = async (worker: number) => {
      for (let number = worker; number < emulator.pools; number += workers) {
        await create(bench, prefix(`us-east-1_${number}`, { Domain: `shop-${number}` }));
        answered.push(`shop-${number}`);
        if (answered.length === 50) emulator.kill();
      }
      throw killed;
    };
    const workers = 10;
    const ends = await Promise.allSettled(
      Array.from({ length: workers }, (_, worker) => createUntilKilled(worker)),
    );
    await emulator.exited;
    assert.ok(
      ends.every((end) => end.status === "rejected" && end.reason !== killed),
      "It was killed too late.",
    );
    const { domains }: Snapshot = JSON.parse(readFileSync(path(), "utf8"));
    const kept = new Set(domains.map(({ facts }) => facts.name));
    assert.deepEqual(
      answered.filter((name) => !kept.has(name)),
      [],
    );
  });
});

/** A folder of each test's own, and the state file in it. */
function useFolder(): { path(name?: string): string } {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "emulator-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return { path: (name = "state.json") => join(folder, name) };
}

/** Differs for every two writes, even of the same content. */
function fingerprint(path: string): unknown {
  const { ino, mtimeNs, size } = statSync(path, { bigint: true });
  return { ino, mtimeNs, size };
}

function emptyCloud(): Cloud {
  return createCloud({
    clock: virtualClock(),
    region: "us-east-1",
    accountId: "123456789012",
    durations: durationsOf("quick", 1),
    readDelay: 0,
    quotas: {},
    onChange() {},
  });
}

interface EmulatorProcess {
  endpoint: string;
  /** It has pools with the ids `us-east-1_0` and so on, enough for a write to take its time. */
  pools: number;
  kill(): void;
  exited: Promise<unknown>;
}

async function startProcess(stateFile: string): Promise<EmulatorProcess> {
  const pools = 2000;
  const program = `
    const { startEmulator } = require("./emulator");
    startEmulator({ stateFile: process.argv[1] }).then((emulator) => {
      for (let number = 0; number < ${pools}; number += 1) emulator.createPool({ id: "us-east-1_" + number });
      console.log(emulator.endpoint);
    });`;
  const child = spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", program, stateFile], {
    cwd: join(__dirname, "../../.."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const [line] = await Promise.race([once(child.stdout, "data"), exited]);
  return { endpoint: String(line).trim(), pools, kill: () => child.kill("SIGKILL"), exited };
}
