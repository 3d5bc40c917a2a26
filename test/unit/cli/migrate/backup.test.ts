import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { backupName, writeBackup } from "../../../../cli/migrate/backup";

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

  it("never takes the place of another", async () => {
    const file = path.join(folder, "a.json");
    await writeBackup(file, "precious");
    await assert.rejects(writeBackup(file, "new"), /can't be kept in .*a\.json \(EEXIST.*nothing was begun/);
    assert.equal(await readFile(file, "utf8"), "precious");
  });
});
