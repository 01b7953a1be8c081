/** The app started on a store that does not open, over files that are really damaged: what is said, what helps, what stays. */
import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { RESCUE_MESSAGES } from "../../../../src-main/desk/rescue/text.ts";
import { RESCUE_WAYS } from "../../../../src-main/desk/rescue/rescue-views.ts";
import { findPlaces } from "../../../../src-main/hosts/places.ts";
import { fileKeeper, markSuspect, openStore, StoreError, type StoreErrorKind } from "../../../../src-main/store/index.ts";
import { makeRecoveryCode } from "../../../../src-main/store/keys/recovery-code.ts";
import type { CallInput, RescueProblem } from "../../../../src-shared/contract/index.ts";
import { rescueDesk, filesOf } from "./rescue-desk.ts";
import { ADMIN, CLERK, sharedOffice, type Machine, roomIn } from "./rescue-office.ts";

// each one starts the app several times and pays for real passwords and codes
vi.setConfig({ testTimeout: 60_000 });

const { office, nextDay } = sharedOffice();

const KEYS = [".keys.json", ".keys.copy.json"];
function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at]! ^= 1;
  writeFileSync(path, bytes);
}

const troubles: Record<string, readonly [RescueProblem, (machine: Machine) => void]> = {
  "a flipped byte in the first page": ["store-corrupt", ({ store }) => flip(store, 200)],
  "a flipped byte in the first bytes": ["store-corrupt", ({ store }) => flip(store, 3)],
  "a file cut short": ["store-corrupt", ({ store }) => writeFileSync(store, readFileSync(store).subarray(0, 3 * 4096))],
  "an empty file": ["store-corrupt", ({ store }) => writeFileSync(store, "")],
  "no file at all": ["store-missing", ({ store }) => rmSync(store)],
  "only the log of a file that is gone": [
    "store-corrupt",
    ({ store }) => {
      rmSync(store);
      writeFileSync(`${store}-wal`, "log");
    },
  ],
  "the keys of another store, none in the backups": [
    "store-wrong-key",
    ({ store, room, place, keyFile, clock }) => {
      rmSync(join(room, "keys.json"));
      const other = join(place, "other.db");
      openStore(other, { clock, keepers: [fileKeeper(keyFile)] }).close();
      for (const end of KEYS) cpSync(other + end, store + end);
    },
  ],
  "damaged keys, also in the backups": [
    "store-key-damaged",
    ({ store, room }) => {
      for (const end of KEYS) writeFileSync(store + end, "{");
      writeFileSync(join(room, "keys.json"), "{");
    },
  ],
};

const choose = async (machine: Machine, recoveryCode: string | null = office.code) => {
  const { backups } = await machine.call("rescue.backups", { folder: null, recoveryCode });
  return backups.find(({ name }) => name === office.backup)!;
};
const restoring = async (
  machine: Machine,
  more: Partial<CallInput<"rescue.restore">> = {},
): Promise<CallInput<"rescue.restore">> => {
  const recoveryCode = more.recoveryCode ?? office.code;
  const { folder, name } = await choose(machine, recoveryCode);
  return { requestId: randomUUID(), folder, name, recoveryCode, ...ADMIN, reason: "硬盘坏道", ...more };
};

describe.each(Object.entries(troubles))("%s", (_what, [problem, damage]) => {
  test("is told; the backups say what they hold; an administrator of the backup restores, and the app is open", async () => {
    const machine = nextDay();
    damage(machine);
    const before = filesOf(machine.data);
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem, ways: ["restore"], restoring: null });
    expect((await machine.refusal("session.status", {})).code).toBe("rescuing");

    // nobody has shown who they are
    const closed = { folders: [], backups: [], needsCode: true };
    expect(await machine.call("rescue.backups", { folder: null, recoveryCode: null })).toEqual(closed);
    expect(await machine.call("rescue.backups", { folder: "/root", recoveryCode: null })).toEqual(closed);
    const found = await machine.call("rescue.backups", { folder: null, recoveryCode: office.code });
    expect(found.needsCode).toBe(false);
    expect(found.folders.map(({ reachable }) => reachable)).toEqual([true, true]);
    const { folder, name, holds } = await choose(machine);
    expect(holds).toMatchObject({ office: "测试区医保中心", cases: 1, people: 1, lastReceiptNumber: expect.any(String) });
    expect(JSON.stringify(found)).not.toMatch(/王敏|张经办/);
    expect((await machine.refusal("rescue.inspect", { folder, name, recoveryCode: null })).code).toBe("recovery-code-needed");
    const plan = await machine.call("rescue.inspect", { folder, name, recoveryCode: office.code });
    expect(plan).toMatchObject({ sound: true, signed: true, holds: { cases: 1, clerks: [] } });

    expect((await machine.refusal("rescue.restore", await restoring(machine, { password: "not-it-2026" }))).code).toBe(
      "wrong-password",
    );
    // the same answer for a right password of somebody else: nobody learns here whose password is right
    const asClerk = await restoring(machine, { login: CLERK.login, password: office.clerkPassword });
    expect((await machine.refusal("rescue.restore", asClerk)).code).toBe("wrong-password");
    const withoutCode = { ...(await restoring(machine)), recoveryCode: null };
    expect((await machine.refusal("rescue.restore", withoutCode)).code).toBe("recovery-code-needed");
    expect((await machine.refusal("rescue.restore", await restoring(machine, { login: "nobody" }))).code).toBe("wrong-password");
    // whatever was refused has changed nothing, and the third miss makes wait
    expect(filesOf(machine.data)).toEqual(before);
    machine.clock.advance(3);
    const damaged = existsSync(machine.store) ? [readFileSync(machine.store)] : [];

    expect(await machine.call("rescue.restore", await restoring(machine))).toBeNull();
    expect((await machine.refusal("rescue.status", {})).code).toBe("not-rescuing");
    await machine.call("session.login", ADMIN);
    expect((await machine.call("cases.search", { text: "", state: null, limit: 10, offset: 0 })).total).toBe(1);
    expect((await machine.call("audit.verify", {})).sound).toBe(true);
    const { rows } = await machine.call("audit.list", { limit: 5 });
    const row = rows.find(({ operation }) => operation === "rescue.restore");
    expect(row).toMatchObject({ clerk: "王敏", title: "启动时恢复备份", detail: expect.stringContaining("硬盘坏道") });
    const asides = readdirSync(machine.data).filter((file) => /before-restore-\d{8}T\d{9}Z(-unreadable)?$/.test(file));
    expect(asides.map((file) => readFileSync(join(machine.data, file)))).toEqual(damaged);
    await machine.stop();
    await machine.start();
    expect(await machine.call("session.status", {})).toMatchObject({ needsSetup: false });
  });
});

test("the keys of another store make way for those in the backups, and are kept", async () => {
  const machine = nextDay();
  const other = join(machine.place, "other.db");
  openStore(other, { clock: machine.clock, keepers: [fileKeeper(machine.keyFile)] }).close();
  for (const end of KEYS) cpSync(other + end, machine.store + end);
  await machine.start();
  await machine.call("session.login", ADMIN);
  const kept = readdirSync(machine.data).filter((file) => file.includes(".other-"));
  expect(kept).toHaveLength(2);
  for (const file of kept) {
    const from = other + (file.includes("copy") ? KEYS[1]! : KEYS[0]!);
    expect(readFileSync(join(machine.data, file), "utf8")).toBe(readFileSync(from, "utf8"));
  }
});

describe("without this machine's key", () => {
  const losses: Record<string, (machine: Machine) => void> = {
    "the key file gone": ({ keyFile }) => rmSync(keyFile),
    "the key file damaged": ({ keyFile }) => writeFileSync(keyFile, "?"),
    "the key file open to others": ({ keyFile }) => chmodSync(keyFile, 0o644),
    "another machine's key file": ({ keyFile }) =>
      writeFileSync(keyFile, `yibao-counter key ${"a".repeat(64)}\n`, { mode: 0o600 }),
  };
  test.each(Object.entries(losses))("%s: the recovery code opens the app, however it is typed", async (_what, lose) => {
    const machine = nextDay();
    lose(machine);
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({
      problem: "store-key-missing",
      ways: ["unlock", "restore"],
      details: [],
    });
    expect(await machine.refusal("rescue.unlock", { recoveryCode: makeRecoveryCode() })).toMatchObject({
      code: "recovery-code-wrong",
    });
    const typed = ` ${office.code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")}\n`;
    expect(await machine.call("rescue.unlock", { recoveryCode: typed })).toBeNull();
    await machine.call("session.login", ADMIN);
    const { rows } = await machine.call("audit.list", { limit: 5 });
    expect(rows.map(({ operation }) => operation)).toContain("rescue.unlock");
    await machine.stop();
    // from now on without a person
    await machine.start();
    expect(await machine.call("session.status", {})).toMatchObject({ needsSetup: false });
  });

  test("wrong codes slow down; the right one has to wait as well", async () => {
    const machine = nextDay();
    rmSync(machine.keyFile);
    await machine.start();
    for (let wrong = 0; wrong < 3; wrong++) {
      expect((await machine.refusal("rescue.unlock", { recoveryCode: "0000" })).code).toBe("recovery-code-wrong");
    }
    const refused = await machine.refusal("rescue.unlock", { recoveryCode: office.code });
    expect(refused).toMatchObject({ code: "slow-down", retryAfterSeconds: 2 });
    // looking at backups is no way round
    expect((await machine.refusal("rescue.backups", { folder: null, recoveryCode: office.code })).code).toBe("slow-down");
    machine.clock.advance(2);
    expect(await machine.call("rescue.unlock", { recoveryCode: office.code })).toBeNull();
  });

  test("a backup is opened by the recovery code, too, and the key is then this machine's", async () => {
    const machine = nextDay();
    rmSync(machine.keyFile);
    flip(machine.store, 200);
    await machine.start();
    const closed = await machine.call("rescue.backups", { folder: null, recoveryCode: null });
    expect(closed).toEqual({ folders: [], backups: [], needsCode: true });
    const inspected = { folder: machine.room, name: office.backup, recoveryCode: null };
    expect((await machine.refusal("rescue.inspect", inspected)).code).toBe("recovery-code-needed");
    expect((await machine.refusal("rescue.backups", { folder: null, recoveryCode: makeRecoveryCode() })).code).toBe(
      "recovery-code-wrong",
    );
    // the code tells the second place as well
    const found = await machine.call("rescue.backups", { folder: null, recoveryCode: office.code });
    expect(found.folders).toEqual([
      { folder: join(machine.data, "backups"), reachable: true },
      { folder: office.second, reachable: true },
    ]);
    expect(await machine.call("rescue.restore", await restoring(machine, { recoveryCode: office.code }))).toBeNull();
    await machine.stop();
    await machine.start();
    await machine.call("session.login", ADMIN);
  });

  test("a code that opens a damaged store leads on to its backups", async () => {
    const machine = nextDay();
    rmSync(machine.keyFile);
    flip(machine.store, 200);
    await machine.start();
    expect(await machine.call("rescue.unlock", { recoveryCode: office.code })).toMatchObject({
      problem: "store-corrupt",
      ways: ["restore"],
    });
    expect(await machine.call("rescue.restore", await restoring(machine))).toBeNull();
  });

  test("where the code can do nothing it is not asked for", async () => {
    const machine = nextDay();
    for (const end of KEYS) rmSync(machine.store + end);
    rmSync(join(machine.data, "backups"), { recursive: true });
    await machine.start();
    const view = await machine.call("rescue.status", {});
    expect(view).toMatchObject({ problem: "store-key-missing", ways: ["restore"] });
    expect(view.details.join("")).toContain("counter.db.keys.json");
    // a stick with backups has the keys, too
    const { backups } = await machine.call("rescue.backups", { folder: office.second, recoveryCode: office.code });
    expect(backups.map(({ name }) => name)).toContain(office.backup);
    const given = {
      requestId: randomUUID(),
      folder: roomIn(office.second),
      name: office.backup,
      recoveryCode: office.code,
      ...ADMIN,
      reason: "换硬盘",
    };
    expect(await machine.call("rescue.restore", given)).toBeNull();
  });
});

describe("the administrator's password", () => {
  test("is slowed down, and the delay is asked before the backup is put together", async () => {
    const machine = nextDay();
    flip(machine.store, 200);
    await machine.start();
    const wrong = await restoring(machine, { password: "not-it-2026" });
    for (let tries = 0; tries < 3; tries++) {
      expect((await machine.refusal("rescue.restore", { ...wrong, requestId: randomUUID() })).code).toBe("wrong-password");
    }
    const refused = await machine.refusal("rescue.restore", await restoring(machine, { login: "ADMIN" }));
    expect(refused).toMatchObject({ code: "slow-down", retryAfterSeconds: 2 });
    machine.clock.advance(2);
    expect(await machine.call("rescue.restore", await restoring(machine))).toBeNull();
  });

  test("a damaged backup is refused, and nothing is changed", async () => {
    const machine = nextDay();
    flip(machine.store, 200);
    await machine.start();
    const given = await restoring(machine);
    const chunks = join(machine.room, "chunks");
    for (const two of readdirSync(chunks)) for (const chunk of readdirSync(join(chunks, two))) flip(join(chunks, two, chunk), 0);
    const here = { ...given, folder: machine.room };
    const plan = await machine.call("rescue.inspect", { folder: here.folder, name: here.name, recoveryCode: office.code });
    expect(plan).toMatchObject({ sound: false });
    const before = filesOf(machine.data).filter((line) => line.includes("counter.db"));
    expect((await machine.refusal("rescue.restore", here)).code).toBe("backup-damaged");
    expect(filesOf(machine.data).filter((line) => line.includes("counter.db"))).toEqual(before);
  });

  test("the page can ask meanwhile how far it is", async () => {
    const machine = nextDay();
    flip(machine.store, 200);
    await machine.start();
    const given = await restoring(machine);
    const done = machine.call("rescue.restore", given);
    const steps = new Set<string | undefined>();
    // refused as soon as the app is open
    for (;;) {
      const answer = await machine.ask("rescue.status", {});
      if (!answer.ok) break;
      steps.add(answer.value.restoring?.step);
      await setImmediate();
    }
    expect(await done).toBeNull();
    expect(steps).toContain("reading");
    expect(steps).toContain("proving");
  });

  test("a request that was carried out is not carried out again", async () => {
    const machine = nextDay();
    flip(machine.store, 200);
    await machine.start();
    const given = await restoring(machine);
    const [first, second] = await Promise.all([machine.ask("rescue.restore", given), machine.ask("rescue.restore", given)]);
    expect(first).toEqual({ ok: true, value: null });
    expect(second).toMatchObject({ ok: false, error: { code: "not-rescuing" } });
    expect(readdirSync(machine.data).filter((file) => /before-restore-\d{8}T\d{9}Z(-unreadable)?$/.test(file))).toHaveLength(1);
  });
});

describe("trying again", () => {
  test("opens the app when the other process has ended", async () => {
    const machine = nextDay();
    const other = openStore(machine.store, { clock: machine.clock, keepers: [fileKeeper(machine.keyFile)] });
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "store-locked", ways: [] });
    expect(await machine.call("rescue.retry", {})).toMatchObject({ problem: "store-locked" });
    other.close();
    expect(await machine.call("rescue.retry", {})).toBeNull();
    expect(await machine.call("session.status", {})).toMatchObject({ needsSetup: false });
    expect((await machine.refusal("rescue.retry", {})).code).toBe("not-rescuing");
  });

  test("opens the app when the policy data are mended; each place is named", async () => {
    const machine = nextDay();
    const places = findPlaces(import.meta.dirname);
    const policyDirectory = join(machine.place, "policy");
    cpSync(places.policyDirectory, policyDirectory, { recursive: true });
    const broken = join(policyDirectory, "dalian", "city.yaml");
    const sound = readFileSync(broken);
    appendFileSync(broken, "\n? [\n");
    await machine.start({ places: { ...places, policyDirectory } });
    const view = await machine.call("rescue.status", {});
    expect(view).toMatchObject({ problem: "policy", ways: [] });
    expect(view.details[0]).toMatch(/city\.yaml 第 \d+ 行：/);
    // the store was closed again: nothing holds it
    openStore(machine.store, { clock: machine.clock, keepers: [fileKeeper(machine.keyFile)] }).close();
    writeFileSync(broken, sound);
    expect(await machine.call("rescue.retry", {})).toBeNull();
  });

  test("finds the store put back in its place", async () => {
    const machine = nextDay();
    renameSync(machine.store, `${machine.store}.away`);
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "store-missing" });
    expect(existsSync(machine.store)).toBe(false);
    renameSync(`${machine.store}.away`, machine.store);
    expect(await machine.call("rescue.retry", {})).toBeNull();
  });

  test("a folder that cannot be made is a page, too", async () => {
    const machine = nextDay();
    rmSync(machine.data, { recursive: true });
    writeFileSync(machine.data, "a file where the folder should be");
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "internal" });
    rmSync(machine.data);
    expect(await machine.call("rescue.retry", {})).toBeNull();
    expect(await machine.call("session.status", {})).toMatchObject({ needsSetup: true });
  });
});

describe("a store that was found damaged at work", () => {
  test("is looked through at the next start, once", async () => {
    const machine = nextDay();
    const lastPage = readFileSync(machine.store).length - 100;
    markSuspect(machine.store);
    await machine.start();
    expect(await machine.call("session.status", {})).toMatchObject({ needsSetup: false });
    expect(existsSync(`${machine.store}.suspect`)).toBe(false);
    await machine.stop();

    flip(machine.store, lastPage);
    markSuspect(machine.store);
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "store-corrupt" });
    expect(await machine.call("rescue.retry", {})).toMatchObject({ problem: "store-corrupt" });
    flip(machine.store, lastPage);
    expect(await machine.call("rescue.retry", {})).toBeNull();
  });

  test("is marked by the desk that met the damage", async () => {
    const machine = nextDay();
    await machine.start();
    await machine.call("session.login", ADMIN);
    await machine.stop();
    // the pages of the audit lie behind those that opening reads
    const { length } = readFileSync(machine.store);
    await machine.start();
    await machine.call("session.login", ADMIN);
    const bytes = readFileSync(machine.store);
    for (let at = 20 * 4096 + 50; at < length; at += 4096) bytes[at]! ^= 1;
    writeFileSync(machine.store, bytes);
    const answers = [
      await machine.ask("audit.verify", {}),
      await machine.ask("audit.list", { limit: 200 }),
      await machine.ask("cases.search", { text: "", state: null, limit: 10, offset: 0 }),
    ];
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.error.code))).toContain("store-corrupt");
    expect(existsSync(`${machine.store}.suspect`)).toBe(true);
  });
});

describe("every kind of trouble", () => {
  const KINDS = [
    "locked",
    "full",
    "read-only",
    "corrupt",
    "newer",
    "not-ours",
    "altered",
    "outdated",
    "demonstration",
    "no-demonstration",
    "missing",
    "wrong-key",
    "key-missing",
    "key-damaged",
    "key-exposed",
  ] as const;
  // a kind that is added has to be added here
  const all: [Exclude<StoreErrorKind, (typeof KINDS)[number]>] extends [never] ? true : never = true;
  test("is listed here", () => expect(all).toBe(true));

  test.each(KINDS)("%s has its page, and a diagnosis without personal data", async (kind) => {
    const desk = rescueDesk({ error: new StoreError(kind, "单长河 210299196503040019 is in the way") });
    const answer = await desk.call(desk.connect(), "rescue.status", {});
    expect(answer).toMatchObject({ ok: true, value: { problem: `store-${kind}` } });
    expect(RESCUE_MESSAGES[`store-${kind}`]).toMatch(/请|数据都/);
    expect(RESCUE_WAYS[`store-${kind}`]).toBeDefined();
    const exported = await desk.call(desk.connect(), "rescue.diagnosis", {});
    const text = Buffer.from((exported as { value: { base64: string } }).value.base64, "base64").toString();
    expect(text).toContain(`store-${kind}`);
    expect(text).toContain("数据文件");
    expect(text).not.toMatch(/单长河|21029919/);
  });
});
