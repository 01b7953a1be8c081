/** Automatic backups, what they hold, restoring one and taking it back. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fixedClock, type Clock } from "../../src-main/clock.ts";
import { encodeContents } from "../../src-main/store/backups/contents.ts";
import { backupName } from "../../src-main/store/backups/names.ts";
import { readManifest, writeManifest } from "../../src-main/store/trust/manifest.ts";
import { thinned } from "../../src-main/store/backups/folder.ts";
import {
  fileKeeper,
  inspectOffline,
  listBackups,
  openStoreReadOnly,
  openWithSafe,
  restoreOffline,
  StoreError,
  type BackupFailure,
  type SafeStore,
  type StoreRefusal,
} from "../../src-main/store/index.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";
import { act, AT, CLERK_ID, setUp, submit, temporaryFolder } from "./support.ts";

const refused = (code: string) => expect.objectContaining({ name: "StoreRefusal", code }) as StoreRefusal;

/** A clock that goes on by a second at each look, so that backups have names of their own. */
function tickingClock(): Clock {
  let at = Date.parse(AT);
  const now = (): string => new Date((at += 1000)).toISOString();
  return { now, today: () => fixedClock(now()).today(), elapsed: () => performance.now() };
}

interface Opened extends SafeStore {
  readonly path: string;
  readonly failures: BackupFailure[];
  readonly keyFile: string;
}

function opened(): Opened {
  const folder = temporaryFolder();
  const failures: BackupFailure[] = [];
  const path = join(folder, "data", "counter.db");
  const keyFile = join(folder, "machine.key");
  const safe = openWithSafe(path, {
    clock: tickingClock(),
    keepers: [fileKeeper(keyFile)],
    scryptCost: CHEAP_SCRYPT_COST,
    onFailure: (failure) => failures.push(failure),
  });
  setUp(safe.store);
  onTestFinished(() => {
    try {
      safe.closeNow();
    } catch {
      // closed by the test
    }
  });
  return { ...safe, path, failures, keyFile };
}

const pdfOf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
const attach = (store: SafeStore["store"], caseId: string, text: string) =>
  store.attachments.add(act("a"), { caseId, materialId: null, name: "a.pdf", bytes: pdfOf(text), largestBytes: 10_000 });

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const total = ({ store }: SafeStore): number => store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total;
const restoring = act("backup.restore");

describe("a backup", () => {
  it("holds everything up to its moment; the next one adds only what has changed", async () => {
    const office = opened();
    // of several chunks, of which a case changes some
    for (let i = 0; i < 120; i++) submit(office.store);
    await attach(office.store, submit(office.store), "一");
    const first = await office.safe.backups.make("manual");
    expect(first.newBytes).toBeGreaterThanOrEqual(first.bytes);
    submit(office.store);
    const second = await office.safe.backups.make("timer");
    expect(second.newBytes).toBeLessThan(second.bytes);
    expect(second.holds).toMatchObject({ cases: 122, attachments: 1, clerks: ["王经办"], lastReceiptNumber: "DL01022026000122" });
    expect(office.safe.backups.list().map(({ name }) => name)).toEqual([second.name, first.name]);
    expect(office.safe.backups.status()).toMatchObject({ running: false, changedSince: 0, lastFailure: null });
  });

  it("tells nothing without the key", async () => {
    const office = opened();
    submit(office.store);
    const { folder } = await office.safe.backups.make("manual");
    const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    // a list of parts, the wrapped keys, whose it is, and the parts
    expect(all.length).toBeGreaterThan(3);
    for (const entry of all) {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      // whose it is has to be told beside others; it is the name on the office's door
      expect(bytes.includes("窗口"), entry.name).toBe(entry.name === "store.json");
      for (const secret of ["王经办", "张三", "210299"]) expect(bytes.includes(secret), entry.name).toBe(false);
    }
  });

  it("taken while the counter goes on writing is a state that there was", async () => {
    const office = opened();
    for (let i = 0; i < 30; i++) submit(office.store);
    const state = { done: false };
    const making = office.safe.backups.make("timer").finally(() => (state.done = true));
    let written = 30;
    while (!state.done) {
      submit(office.store);
      written++;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { name, folder, holds } = await making;
    expect(written).toBeGreaterThan(31);
    const copy = join(temporaryFolder(), "counter.db");
    await restoreOffline(
      copy,
      folder,
      name,
      { keepers: [fileKeeper(office.keyFile)], recoveryCode: undefined },
      { clock: fixedClock(AT) },
    );
    const reader = openStoreReadOnly(copy, { keepers: [fileKeeper(office.keyFile)] });
    expect(reader.verify()).toEqual([]);
    expect(reader.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total).toBe(holds!.cases);
    reader.close();
    expect(office.store.verify()).toEqual([]);
  });

  it("goes to a second folder, too; when that one goes away, the first goes on and it is told", async () => {
    const office = opened();
    const stick = join(temporaryFolder(), "stick");
    office.safe.backups.setFolder(act("backup.chooseFolder"), stick);
    submit(office.store);
    await office.safe.backups.make("manual");
    expect(office.safe.backups.status().folders.map(({ kind, reachable }) => [kind, reachable])).toEqual([
      ["beside-store", true],
      ["second", true],
    ]);
    rmSync(stick, { recursive: true });
    writeFileSync(stick, "a file where the folder was");
    submit(office.store);
    const made = await office.safe.backups.make("manual");
    expect(made.folder).not.toBe(stick);
    expect(office.failures.map(({ folder, code }) => [folder, code])).toEqual([[stick, "backup-place-missing"]]);
    expect(office.safe.backups.status().lastFailure).toMatchObject({ folder: stick });
    expect(() => office.safe.backups.setFolder(act("b"), join(stick, "below a file"))).toThrow(refused("backup-failed"));
  });

  it("is made at the end when something changed, and not when nothing did", async () => {
    const office = opened();
    submit(office.store);
    await office.close();
    const folder = join(dirname(office.path), "backups");
    const keys = { keepers: [fileKeeper(office.keyFile)], recoveryCode: undefined };
    expect(listBackups(office.path, folder, keys).map(({ reason }) => reason)).toEqual(["shift"]);
    const again = openWithSafe(office.path, { clock: tickingClock(), keepers: keys.keepers, onFailure: () => undefined });
    await again.close();
    expect(listBackups(office.path, folder, keys)).toHaveLength(1);
  });
});

it("backups thin out: all of a day, one a day for a month, one a month for ever", () => {
  const now = "2026-06-30T12:00:00.000Z";
  const hoursAgo = (hours: number): string =>
    backupName(new Date(Date.parse(now) - hours * 3_600_000).toISOString(), "timer", null);
  const names = Array.from({ length: 24 * 200 }, (_, hours) => hoursAgo(hours + 1));
  const gone = new Set(thinned(names, now, false));
  const kept = names.filter((name) => !gone.has(name));
  expect(kept.slice(0, 22)).toEqual(names.slice(0, 22));
  const days = kept.filter((name) => name < hoursAgo(24)).length;
  expect(days).toBeGreaterThanOrEqual(31 + 5);
  expect(days).toBeLessThanOrEqual(31 + 8);
  expect(thinned(kept, now, false)).toEqual([]);
});

describe("restoring", () => {
  it("says what would be lost, does it, keeps what was there, and can be taken back", async () => {
    const office = opened();
    const kept = submit(office.store);
    const { id: attachment } = await attach(office.store, kept, "保留");
    const backup = await office.safe.backups.make("manual");
    const lost = submit(office.store);
    await attach(office.store, lost, "丢失");
    const plan = await office.safe.restore.inspect(backup);
    expect(plan).toMatchObject({
      sound: true,
      otherStore: false,
      holds: { cases: 1 },
      present: { cases: 2 },
      lost: { cases: 1, events: 3, writes: 2, receiptNumbers: ["DL01022026000002"] },
    });
    const { store } = office;
    await office.safe.restore.run(restoring, backup);
    expect(total(office)).toBe(1);
    expect(store.cases.get(lost)).toBeUndefined();
    expect(Buffer.from(store.attachments.read(attachment)).equals(pdfOf("保留"))).toBe(true);
    expect(store.audit.query({ operation: "backup.restore", limit: 9 }).rows.map(({ write }) => write)).toEqual([
      "store.restore",
    ]);
    expect(store.verify()).toEqual([]);

    expect(office.safe.restore.undoable()).not.toBeNull();
    await office.safe.restore.undo(restoring);
    expect(total(office)).toBe(2);
    expect(store.verify()).toEqual([]);
    expect(store.cases.get(submit(store))!.receiptNumber).toBe("DL01022026000003");
  });

  it("of a damaged backup is refused, and the store goes on as it is", async () => {
    const office = opened();
    submit(office.store);
    const backup = await office.safe.backups.make("manual");
    submit(office.store);
    const [chunk = ""] = filesBelow(join(backup.folder, "chunks"));
    const bytes = readFileSync(chunk);
    bytes[10]! ^= 1;
    writeFileSync(chunk, bytes);
    expect(await office.safe.restore.inspect(backup)).toMatchObject({ sound: false });
    await expect(office.safe.restore.run(restoring, backup)).rejects.toThrow(refused("backup-damaged"));
    rmSync(chunk);
    expect(await office.safe.restore.inspect(backup)).toMatchObject({ sound: false });
    writeFileSync(
      join(backup.folder, `${backup.name}.json`),
      readFileSync(join(backup.folder, `${backup.name}.json`), "utf8").replace("1", "2"),
    );
    await expect(office.safe.restore.inspect(backup)).rejects.toThrow(refused("backup-damaged"));
    await expect(office.safe.restore.inspect({ ...backup, name: "../../etc/passwd" })).rejects.toThrow(refused("not-found"));
    expect(total(office)).toBe(2);
    expect(office.store.verify()).toEqual([]);
  });

  it("finds damaged chunks at the end of a shift, and writes them anew", async () => {
    const office = opened();
    submit(office.store);
    const first = await office.safe.backups.make("shift");
    const chunks = readdirSync(join(first.folder, "chunks"), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of chunks) {
      const bytes = readFileSync(join(parentPath, name));
      bytes[20]! ^= 4;
      writeFileSync(join(parentPath, name), bytes);
    }
    expect((await office.safe.restore.inspect(first)).sound).toBe(false);
    const second = await office.safe.backups.make("shift");
    expect((await office.safe.restore.inspect(second)).sound).toBe(true);
  });

  it("on a new machine takes the stick and the recovery code", async () => {
    const office = opened();
    const caseId = submit(office.store);
    const { id } = await attach(office.store, caseId, "附件");
    const code = office.safe.keys.newRecoveryCode(act("keys.newRecoveryCode"));
    expect(office.safe.keys.status()).toMatchObject({ encrypted: true, keptBy: "key-file", recoveryCodeMadeAt: AT });
    const made = await office.safe.backups.make("manual");
    await office.close();

    const machine = temporaryFolder();
    const keepers = [fileKeeper(join(machine, "new.key"))];
    const path = join(machine, "data", "counter.db");
    const clock = tickingClock();
    await expect(restoreOffline(path, made.folder, made.name, { keepers, recoveryCode: undefined }, { clock })).rejects.toThrow(
      expect.objectContaining({ kind: "key-missing" }) as StoreError,
    );
    const plan = await inspectOffline(path, made.folder, made.name, { keepers, recoveryCode: code });
    expect(plan).toMatchObject({ sound: true, present: null, holds: { cases: 1 } });
    expect(await restoreOffline(path, made.folder, made.name, { keepers, recoveryCode: code }, { clock })).toEqual({
      aside: null,
    });
    const moved = openWithSafe(path, { clock, keepers, onFailure: () => undefined });
    expect(moved.store.clerks.byId(CLERK_ID)).toBeDefined();
    expect(Buffer.from(moved.store.attachments.read(id)).equals(pdfOf("附件"))).toBe(true);
    expect(moved.store.verify()).toEqual([]);
    moved.closeNow();
  });

  it("of a newer program is refused before anything is changed", async () => {
    const folder = temporaryFolder();
    const path = join(folder, "counter.db");
    const safe = openWithSafe(path, { clock: tickingClock(), onFailure: () => undefined });
    setUp(safe.store);
    const made = await safe.safe.backups.make("manual");
    await safe.close();
    const manifest = readManifest(made.folder, made.name);
    writeManifest(made.folder, { ...manifest, contents: encodeContents({ ...made.holds!, schemaVersion: 99 }, null) });
    const before = readFileSync(path);
    const keys = { keepers: [], recoveryCode: undefined };
    await expect(restoreOffline(path, made.folder, made.name, keys, { clock: tickingClock() })).rejects.toThrow(
      expect.objectContaining({ kind: "newer" }) as StoreError,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(filesBelow(folder).filter((file) => /restor/.test(file))).toEqual([]);
  });

  it("over a damaged store sets it aside with its log", async () => {
    const office = opened();
    submit(office.store);
    const made = await office.safe.backups.make("manual");
    office.closeNow();
    const bytes = readFileSync(office.path);
    bytes.fill(7, 0, 5000);
    writeFileSync(office.path, bytes);
    const keys = { keepers: [fileKeeper(office.keyFile)], recoveryCode: undefined };
    const { aside } = await restoreOffline(office.path, made.folder, made.name, keys, { clock: tickingClock() });
    expect(readFileSync(aside!).equals(bytes)).toBe(true);
    const reader = openStoreReadOnly(office.path, keys);
    expect(reader.verify()).toEqual([]);
    reader.close();
  });
});

describe("attachments", () => {
  const add = (office: Opened, caseId: string, bytes: Uint8Array, largestBytes = 100_000) =>
    office.store.attachments.add(act("a"), { caseId, materialId: "photo", name: "相片.png", bytes, largestBytes });
  const PNG = Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082",
    "hex",
  );

  it("are what their content says, of limited size, whole", async () => {
    const office = opened();
    const caseId = submit(office.store);
    expect(await add(office, caseId, PNG)).toMatchObject({ mediaType: "image/png", bytes: PNG.length, materialId: "photo" });
    const bad = {
      text: Buffer.from("MZ… program"),
      empty: Buffer.alloc(0),
      "cut short": PNG.subarray(0, 60),
      html: Buffer.from("<html>"),
    };
    for (const [name, bytes] of Object.entries(bad)) {
      await expect(add(office, caseId, bytes), name).rejects.toThrow(refused("attachment-type"));
    }
    await expect(add(office, caseId, PNG, 10)).rejects.toThrow(refused("attachment-too-large"));
    await expect(add(office, "no case", PNG)).rejects.toThrow(refused("not-found"));
    office.store.cases.cancel(act("c"), caseId, "撤回");
    await expect(add(office, caseId, PNG)).rejects.toThrow(refused("case-fixed"));
    expect(office.store.attachments.ofCase(caseId)).toHaveLength(1);
    expect(office.store.verify()).toEqual([]);
  });

  it("that are damaged or gone are told, and mended by scanning again", async () => {
    const office = opened();
    const caseId = submit(office.store);
    const { id, sha256 } = await add(office, caseId, PNG);
    const file = join(`${office.path}.attachments`, sha256.slice(0, 2), sha256);
    for (let bit = 0; bit < statSync(file).size * 8; bit += 97) {
      const bytes = readFileSync(file);
      const damaged = Buffer.from(bytes);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(file, damaged);
      expect(() => office.store.attachments.read(id)).toThrow(refused("attachment-damaged"));
      writeFileSync(file, bytes);
    }
    rmSync(file);
    expect(() => office.store.attachments.read(id)).toThrow(refused("attachment-damaged"));
    expect(office.store.verify().map(({ area }) => area)).toEqual(["attachments"]);
    await add(office, caseId, PNG);
    expect(Buffer.from(office.store.attachments.read(id)).equals(PNG)).toBe(true);
  });

  it("are taken out with a reason, and stay on the disk; files that no row names are set apart", async () => {
    const office = opened();
    const caseId = submit(office.store);
    const { id } = await add(office, caseId, PNG);
    office.store.attachments.remove(act("r"), id, "放错办件");
    expect(office.store.attachments.get(id)).toMatchObject({ removedReason: "放错办件", removedBy: "王经办" });
    expect(() => office.store.attachments.remove(act("r"), id, "再次")).toThrow(refused("stale"));
    const attachments = `${office.path}.attachments`;
    const orphan = "ab".padEnd(64, "0");
    mkdirSync(join(attachments, "ab"), { recursive: true });
    writeFileSync(join(attachments, "ab", orphan), "orphan");
    writeFileSync(join(attachments, "ab", `${orphan}.unfinished`), "half");
    office.closeNow();
    const again = openWithSafe(office.path, {
      clock: tickingClock(),
      keepers: [fileKeeper(office.keyFile)],
      onFailure: () => undefined,
    });
    expect(existsSync(join(attachments, "unreferenced", orphan))).toBe(true);
    expect(readdirSync(join(attachments, "ab"))).toEqual([]);
    expect(Buffer.from(again.store.attachments.read(id)).equals(PNG)).toBe(true);
    again.closeNow();
  });
});
