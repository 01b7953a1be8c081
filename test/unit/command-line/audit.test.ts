/** `counter audit`, `counter backups` and `counter restore` on an encrypted store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { internalsOf } from "../../../src-main/store/file/open.ts";
import { newRecoveryCode } from "../../../src-main/store/keys/new-code.ts";
import { fileKeeper, openStore, openWithSafe } from "../../../src-main/store/index.ts";
import { systemClock } from "../../../src-main/clock.ts";
import { CHEAP_SCRYPT_COST } from "../../cheap-scrypt.ts";
import { act, clock, CLERK_ID, identityNumber, setUp, submit } from "../../store/support.ts";
import { counter } from "./run-counter.ts";

let folder: string;
let path: string;
let code = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "counter-audit-"));
  path = join(folder, "data", "counter.db");
  const office = openWithSafe(path, {
    clock: systemClock,
    keepers: [fileKeeper(join(folder, "data.key"))],
    onFailure: () => undefined,
  });
  setUp(office.store);
  submit(office.store);
  const personId = office.store.people.byIdentityNumber(identityNumber(1))!.id;
  office.store.audit.record(act("people.reveal"), { personId, detail: { reason: '=1+1, "核对"' } });
  const { person } = office.store.people.byId(personId)!;
  const reason = `号码写错，原为 ${identityNumber(1)}`;
  office.store.people.correct(act("people.correct"), {
    personId,
    person: { ...person, phone: "19800009999" },
    reason,
    merge: false,
  });
  await office.close();
  const store = openStore(path, { clock, keepers: [fileKeeper(join(folder, "data.key"))] });
  code = newRecoveryCode(path, internalsOf(store), act("keys.newRecoveryCode"), undefined, CHEAP_SCRYPT_COST);
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("counter audit", { timeout: 120_000 }, () => {
  it("checks the chain and lists what was asked for, with the key file beside the data folder", async () => {
    const { status, stdout } = await counter(["audit", path, "--person", identityNumber(1)]);
    expect(status).toBe(0);
    const { check, rows } = JSON.parse(stdout) as { check: object; rows: { operation: string; clerkId: string }[] };
    expect(check).toMatchObject({ sound: true, rows: 6 });
    expect(rows.map(({ operation }) => operation)).toEqual(["cases.submit", "people.reveal", "people.correct"]);
    expect(rows[0]!.clerkId).toBe(CLERK_ID);
  });

  it("shows no number in full, neither in a correction nor in a reason, as JSON and as CSV", async () => {
    const number = identityNumber(1);
    for (const format of [[], ["--csv"]]) {
      const { status, stdout } = await counter(["audit", path, "--person", "-", ...format], `${number}\n`);
      expect(status).toBe(0);
      expect(stdout).toContain("people.correct");
      expect(stdout).toContain(`${number.slice(0, 2)}****************`);
      expect(stdout).not.toMatch(/\d{6}(?:18|19|20)\d{9}[\dX]/);
      expect(stdout).not.toContain("19800009999");
      // behind a mask; a hash or an id may hold any four digits
      expect(stdout).not.toMatch(new RegExp(`[*\\d]${number.slice(-4)}(?![0-9a-f-])`));
    }
    const { stdout } = await counter(["audit", path, "--operation", "people.correct"]);
    const { rows } = JSON.parse(stdout) as { rows: { hash: string; detail: { after: { phone: string } } }[] };
    expect(rows).toHaveLength(1);
    expect(rows[0]!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]!.detail.after.phone).toBe("198****9999");
    const missing = await counter(["audit", path, "--person", identityNumber(7)]);
    expect(missing).toMatchObject({ status: 2 });
    expect(missing.stderr).not.toContain(identityNumber(7));
  });

  it("lists looks alone, by person and day, with the number from standard input", async () => {
    const looks = async (...more: string[]) => {
      const { status, stdout } = await counter(["audit", path, "--looks", "--person", "-", ...more], `${identityNumber(1)}\n`);
      expect(status).toBe(0);
      return (JSON.parse(stdout) as { rows: { operation: string; title: string }[] }).rows;
    };
    expect((await looks()).map(({ operation, title }) => [operation, title])).toEqual([
      ["people.reveal", "查看完整证件号码和电话"],
      ["people.correct", "更正人员信息"],
    ]);
    expect(await looks("--from", "2026-03-04", "--to", "2026-03-04")).toHaveLength(2);
    expect(await looks("--from", "2026-03-05")).toEqual([]);
  });

  it("tells times as the counter's clocks showed them, with their distance from UTC", async () => {
    const { stdout } = await counter(["audit", path, "--operation", "people.reveal"]);
    const { rows } = JSON.parse(stdout) as { rows: { at: string }[] };
    expect(rows.map(({ at }) => at)).toEqual(["2026-03-04 09:02:03 +08:00"]);
    const csv = await counter(["audit", path, "--operation", "people.reveal", "--csv"]);
    expect(csv.stdout).toContain(",2026-03-04 09:02:03 +08:00,people.reveal,查看完整证件号码和电话,");
    for (const told of [stdout, csv.stdout, csv.stderr]) expect(told).not.toMatch(/\d{2}:\d{2}:\d{2}\.\d{3}Z/);
  });

  it("writes CSV that no spreadsheet takes for a formula", async () => {
    const { stdout, stderr } = await counter(["audit", path, "--operation", "people.reveal", "--csv"]);
    expect(JSON.parse(stderr)).toMatchObject({ check: { sound: true } });
    const lines = stdout.trim().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('""=1+1');
    expect(lines[1]).not.toMatch(/(^|,)"?=/);
  });

  it("needs the key or the recovery code, which stands in no argument", async () => {
    const elsewhere = ["--key-file", join(folder, "none.key")];
    const refused = await counter(["audit", path, ...elsewhere]);
    expect(refused.status).toBe(2);
    expect(refused.stdout).toBe("");
    const withCode = await counter(["audit", path, ...elsewhere], "", { environment: { YIBAO_RECOVERY_CODE: code } });
    expect(withCode.status).toBe(0);
  });

  it("refuses what the store does not know, and days that are none", async () => {
    expect(await counter(["audit", path, "--clerk", "nobody"])).toMatchObject({ status: 2 });
    expect(await counter(["audit", path, "--from", "2026-13-01"])).toMatchObject({ status: 2 });
  });
});

it("counter restore says first what would be lost, and does it when confirmed", { timeout: 120_000 }, async () => {
  const backups = join(folder, "data", "backups");
  const listed = JSON.parse((await counter(["backups", path, "--from", backups])).stdout) as { backups: { name: string }[] };
  expect(listed.backups).toHaveLength(1);
  const looked = await counter(["restore", path, "--from", backups]);
  expect(looked).toMatchObject({ status: 0 });
  expect(JSON.parse(looked.stdout)).toMatchObject({ sound: true, lost: { cases: 0 } });
  expect(looked.stderr).toContain("--confirm");
  expect(looked.stderr).toMatch(/这份备份做于 \d{4}-.*是 .*(前|刚刚)的；里面最后一个受理号是/);
  // on a new machine there is nothing to compare with, which is not the same as nothing lost
  const key = ["--key-file", join(folder, "data.key")];
  const fresh = await counter(["restore", join(folder, "new", "counter.db"), "--from", backups, ...key]);
  expect(JSON.parse(fresh.stdout)).toMatchObject({ sound: true, lost: null, present: null, ageMinutes: expect.any(Number) });
  expect(fresh.stderr).toContain("备份以后办理的业务都不在备份里");
  const done = await counter(["restore", path, "--from", backups, "--backup", listed.backups[0]!.name, "--confirm"]);
  expect(done.status).toBe(0);
  expect(done.stderr).toContain("已恢复");
  const store = openStore(path, { clock, keepers: [fileKeeper(join(folder, "data.key"))] });
  expect(store.verify()).toEqual([]);
  store.close();
});

it("counter restore does nothing on a machine whose clock is behind the data, unless the clock is said to be right", async () => {
  const later = join(folder, "later", "counter.db");
  const keepers = [fileKeeper(join(folder, "later.key"))];
  // whoever writes them has a clock that is right; the machine that restores has not
  const store = openStore(later, { clock, keepers });
  setUp(store);
  submit(store, { act: { at: "2099-01-01T01:00:00.000Z" } });
  store.close();
  const office = openWithSafe(later, { clock: systemClock, keepers, onFailure: () => undefined });
  await office.safe.backups.make("manual");
  office.closeNow();
  const restoring = ["restore", later, "--from", join(folder, "later", "backups"), "--confirm"];
  const refused = await counter(restoring);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("早于数据里最后一次办理的时间 2099-01-01 09:00:00");
  const done = await counter([...restoring, "--clock-is-right"]);
  expect(done.stderr).toContain("已恢复");
}, 120_000);

it("counter audit names the first row that was changed", { timeout: 120_000 }, async () => {
  const plain = join(folder, "plain.db");
  const store = openStore(plain, { clock });
  setUp(store);
  submit(store);
  store.close();
  const database = new Database(plain);
  database.exec("DROP TRIGGER audit_no_update; UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 2");
  database.close();
  const { status, stdout } = await counter(["audit", plain]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    check: { sound: false, bad: { sequence: 2, reason: "hash", at: "2020-01-01 08:00:00 +08:00" } },
  });
});
