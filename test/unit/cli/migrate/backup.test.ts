import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { backupName, lastBackup, writeBackup } from "../../../../cli/migrate/backup";

describe("a copy of a state", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "backup-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is named after the stack and the time, as any file system takes it", () => {
    const time = new Date("2026-11-24T03:28:40.123Z");
    assert.equal(
      backupName("acme/shop/dev", time),
      "acme-shop-dev-before-migration-2026-11-24T03-28-40-123Z.json",
    );
  });

  it("is for its owner alone, and as it was", async () => {
    const file = path.join(folder, "a.json");
    await writeBackup(file, '{"a": 1}\n');
    assert.equal(await readFile(file, "utf8"), '{"a": 1}\n');
    if (process.platform !== "win32") assert.equal((await stat(file)).mode & 0o777, 0o600);
  });

  it("is found again, the last of a stack", async () => {
    assert.equal(await lastBackup("acme/shop/dev", folder), undefined);
    const times = ["2026-11-24T03:28:40.123Z", "2027-01-02T00:00:00.000Z", "2026-12-31T23:59:59.999Z"];
    for (const time of times)
      await writeBackup(path.join(folder, backupName("acme/shop/dev", new Date(time))), "");
    await writeBackup(path.join(folder, backupName("acme/shop/dev-2", new Date("2028-01-01"))), "");
    assert.equal(
      await lastBackup("acme/shop/dev", folder),
      "acme-shop-dev-before-migration-2027-01-02T00-00-00-000Z.json",
    );
  });

  it("never takes the place of another", async () => {
    const file = path.join(folder, "a.json");
    await writeBackup(file, "precious");
    await assert.rejects(writeBackup(file, "new"), /can't be kept in .*a\.json \(EEXIST.*nothing was begun/);
    assert.equal(await readFile(file, "utf8"), "precious");
  });
});
