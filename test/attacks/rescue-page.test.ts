/** Whoever sits before a closed store: guesses are counted over restarts, and no unsigned backup comes in without the code. */
import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { fileKeeper, openWithSafe, restoreOffline, type OfflineKeys } from "../../src-main/store/index.ts";
import { readManifest, writeManifest } from "../../src-main/store/trust/manifest.ts";
import { counter } from "../unit/command-line/run-counter.ts";
import { ADMIN, roomIn, sharedOffice, temporaryFolder, type Machine } from "../unit/desk/rescue/rescue-office.ts";

vi.setConfig({ testTimeout: 120_000 });

const { office, nextDay } = sharedOffice();
const WRONG = "0000";

describe("wrong tries", () => {
  const closed = (): Machine => {
    const machine = nextDay();
    rmSync(machine.store);
    return machine;
  };
  const guess = async (machine: Machine, recoveryCode = WRONG) =>
    (await machine.refusal("rescue.backups", { folder: null, recoveryCode })).code;
  const restarted = async (machine: Machine) => {
    await machine.stop();
    await machine.start();
  };

  it("at the recovery code are remembered over restarts, without what was typed, and gone when the store is open again", async () => {
    const machine = closed();
    await machine.start();
    for (let tries = 0; tries < 3; tries++) {
      expect(await guess(machine)).toBe("recovery-code-wrong");
      await restarted(machine);
    }
    expect(await guess(machine, office.code)).toBe("slow-down");
    const file = `${machine.store}.tries.json`;
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      "recovery-code": { failedLogins: 3, lastFailedAt: machine.clock.now() },
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    machine.clock.advance(2);
    const given = { requestId: randomUUID(), folder: machine.room, name: office.backup, ...ADMIN };
    expect(await machine.call("rescue.restore", { ...given, recoveryCode: office.code, reason: "硬盘坏道" })).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  it("at the administrator's password are remembered as well, under whatever login", async () => {
    const machine = closed();
    await machine.start();
    const given = { folder: machine.room, name: office.backup, recoveryCode: office.code, reason: "硬盘坏道" };
    for (const login of ["admin", "ADMIN", "nobody"]) {
      const wrong = { requestId: randomUUID(), ...given, login, password: "geheim-kennwort" };
      expect((await machine.refusal("rescue.restore", wrong)).code).toBe("wrong-password");
      await restarted(machine);
    }
    const right = { requestId: randomUUID(), ...given, ...ADMIN };
    expect(await machine.refusal("rescue.restore", right)).toMatchObject({ code: "slow-down", retryAfterSeconds: 2 });
    expect(readFileSync(`${machine.store}.tries.json`, "utf8")).not.toMatch(/geheim|nobody/);
  });

  it.each([
    ["counts without end", (now: string) => ({ "recovery-code": { failedLogins: 1e9, lastFailedAt: now } }), 15 * 60],
    ["a day that has not come", () => ({ "recovery-code": { failedLogins: 1e9, lastFailedAt: "2999-01-01T00:00:00.000Z" } }), 0],
    ["what is no file of ours", () => ["x".repeat(5000)], 0],
  ])("that somebody wrote into the file lock nobody out: %s", async (_what, content, longest) => {
    const machine = closed();
    writeFileSync(`${machine.store}.tries.json`, JSON.stringify(content(machine.clock.now())));
    await machine.start();
    machine.clock.advance(longest);
    const found = await machine.call("rescue.backups", { folder: null, recoveryCode: office.code });
    expect(found.backups.length).toBeGreaterThan(0);
  });
});

describe("a backup without its MAC", () => {
  const unsign = (folder: string, name: string): void => {
    const { mac: _mac, ...manifest } = readManifest(folder, name);
    writeManifest(folder, manifest);
  };

  it("needs the code by command, too, and it is said whose it is", async () => {
    const machine = nextDay();
    const folder = machine.room;
    unsign(folder, office.backup);
    const command = ["restore", machine.store, "--from", folder, "--backup", office.backup, "--confirm"];
    // --unsigned is no way round where there is a code
    for (const more of [[], ["--unsigned"]]) {
      const refused = await counter([...command, ...more, "--key-file", machine.keyFile]);
      expect(refused.status).toBe(2);
      expect(refused.stderr).toMatch(/测试区医保中心（2102）.*王敏[^]*恢复码/);
    }
    const wrong = await counter(command, "", { environment: { YIBAO_RECOVERY_CODE: "0000" } });
    expect(wrong.status).toBe(2);
    const done = await counter(command, "", { environment: { YIBAO_RECOVERY_CODE: office.code } });
    expect(done).toMatchObject({ status: 0, stderr: expect.stringContaining("已恢复") });
  });

  it("needs the code of its own keys where nothing is left of the store, though this machine's key opens it", async () => {
    const machine = nextDay();
    const folder = join(temporaryFolder(), "stick");
    renameSync(machine.room, folder);
    unsign(folder, office.backup);
    rmSync(machine.data, { recursive: true });
    mkdirSync(machine.data);
    writeFileSync(machine.store, "this is a letter, not a database".repeat(200));
    await machine.start();
    const given = { requestId: randomUUID(), folder, name: office.backup, ...ADMIN, reason: "硬盘坏道" };
    const refused = await machine.refusal("rescue.restore", { ...given, recoveryCode: "ANYTHING" });
    expect(refused.code).toBe("recovery-code-wrong");
    machine.clock.advance(60);
    expect(await machine.call("rescue.restore", { ...given, recoveryCode: office.code })).toBeNull();
    await machine.call("session.login", ADMIN);
    expect((await machine.call("session.status", {})).restoreToConfirm).toMatchObject({ unsigned: true });
  });

  it("where no code was ever made takes a word of its own by command, and a second person when the app opens", async () => {
    const place = temporaryFolder();
    const path = join(place, "data", "counter.db");
    const keepers = [fileKeeper(join(place, "data.key"))];
    const { clock } = office.machine;
    const opened = openWithSafe(path, { clock, keepers, onFailure: () => undefined });
    const { name } = await opened.safe.backups.make("manual");
    await opened.close();
    const folder = roomIn(join(place, "data", "backups"));
    unsign(folder, name);
    const command = ["restore", path, "--from", folder, "--backup", name, "--confirm"];
    const refused = await counter(command);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("--unsigned");
    expect((await counter([...command, "--unsigned"])).status).toBe(0);
    const again = openWithSafe(path, { clock, keepers, onFailure: () => undefined });
    expect(again.store.restores.unconfirmed()).toMatchObject({ unsigned: true });
    again.closeNow();
    // at a page there is no such word
    cpSync(folder, join(place, "stick"), { recursive: true });
    const keys: OfflineKeys = { keepers, recoveryCode: undefined };
    await expect(restoreOffline(path, join(place, "stick"), name, keys, { clock })).rejects.toMatchObject({
      code: "backup-unsigned",
    });
  });
});
