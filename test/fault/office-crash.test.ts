/** kill -9 while a store is made, migrated, encrypted, backed up, restored: what was acknowledged is there, nothing is half. */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../src-main/store/file/canonical.ts";
import { openWriter } from "../../src-main/store/file/connection.ts";
import { listBackups, openStore, openStoreReadOnly, restoreOffline } from "../../src-main/store/index.ts";
import { firstSchema } from "../../src-main/store/migrations/0001_first_schema.ts";
import { internalsOf } from "../../src-main/store/file/open.ts";
import { migrate } from "../../src-main/store/migrations/runner.ts";
import { appendAudit } from "../../src-main/store/file/operation.ts";
import { act, pdfOf } from "./deeds.ts";
import { ROUNDS, SEED, seeded } from "./rounds.ts";
import { CLERK, clock, keepersIn, openSafe, setUpOnce, stickIn, storeIn, submissionOf, submit, tickingClock } from "./work.ts";
import { APPLICATION_ID } from "../../src-main/store/file/format.ts";

/** Each costs more than one of `crash.test.ts`. */
const KILLS = Math.max(2, Math.floor(ROUNDS / 5));
const random = seeded(SEED);
const CHILD = new URL("./office-child.ts", import.meta.url).pathname;

let root: string;
beforeAll(() => void (root = mkdtempSync(join(tmpdir(), "yibao-office-fault-"))));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Lines that the child said until it was killed, `after` ms from its first line; a child that finished counts, too. */
async function killed(folder: string, mode: string, after: number, ...more: string[]): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, folder, mode, ...more], { stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (complaint += chunk));
  const first = new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      resolve();
    });
    child.on("close", () => resolve());
  });
  const closed = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  await first;
  await Promise.race([wait(after), closed]);
  child.kill("SIGKILL");
  const { code } = await closed;
  // one that gave up by itself proves nothing
  expect(code === null || code === 0, complaint).toBe(true);
  return text.split("\n").slice(0, -1);
}

let folders = 0;
function copyOf(prepared: string): string {
  const folder = join(root, `round-${folders++}`);
  cpSync(prepared, folder, { recursive: true });
  return folder;
}

const everything = { text: "", state: null, limit: 1, offset: 0 } as const;

function soundStore(folder: string): number {
  const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
  try {
    expect(store.verify()).toEqual([]);
    return store.cases.search(everything).total;
  } finally {
    store.close();
  }
}

const spread = (kill: number, longest: number): number => (kill / KILLS) * longest * (0.5 + random());

it(`first run, ${KILLS} kills: the next start finds a whole store or makes one`, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const folder = join(root, `first-${kill}`);
    mkdirSync(folder);
    const said = await killed(folder, "first-run", spread(kill, 400));
    const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
    expect(store.clerks.any() || !said.includes("set up")).toBe(true);
    setUpOnce(store);
    expect(store.cases.search(everything).total >= (said.includes("submitted") ? 1 : 0)).toBe(true);
    submit(store, submissionOf(0, 0));
    expect(store.cases.search(everything).total).toBe(1);
    expect(store.verify()).toEqual([]);
    store.close();
    rmSync(folder, { recursive: true });
  }
});

it("a kill outside the log, as at a store's first opening: the next one rolls it back and goes on", () => {
  const folder = join(root, "rolled-back");
  const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
  setUpOnce(store);
  const { key } = internalsOf(store).keys!;
  store.close();
  const writer = openWriter(storeIn(folder), "new-file", key);
  writer.pragma("journal_mode = DELETE");
  const atTheKill = `${storeIn(folder)}.killed`;
  // so little memory that the pages go to the disk before the commit
  writer.pragma("cache_size = 5");
  writer.transact((inside) => {
    inside.run("UPDATE clerks SET name = '改了一半'");
    inside.run("INSERT INTO packs (hash, city, version, source) VALUES ('half', 'dalian', '1', ?)", "规则".repeat(100_000));
    for (const end of ["", "-journal"]) cpSync(storeIn(folder) + end, atTheKill + end);
  });
  writer.close();
  for (const end of ["", "-journal"]) renameSync(atTheKill + end, storeIn(folder) + end);
  const again = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
  expect(again.policy.packByHash("half")).toBeUndefined();
  expect(again.clerks.byId(CLERK)?.name).toBe("王经办");
  submit(again, submissionOf(0, 0));
  expect(again.verify()).toEqual([]);
  again.close();
});

describe("a store of version 1, not encrypted", () => {
  const CASES = 40;
  const sourceOf = (i: number): string => `${i} ${"规则".repeat(20_000)}`;
  let prepared: string;
  beforeAll(() => {
    prepared = join(root, "version-1");
    const path = storeIn(prepared);
    mkdirSync(dirname(path), { recursive: true });
    const writer = openWriter(path, "new-file");
    writer.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(writer, [firstSchema], { backUp: () => undefined, finish: () => undefined });
    writer.transact((inside) => {
      for (let i = 0; i < CASES; i++) {
        const source = sourceOf(i);
        const hash = sha256(source);
        inside.run("INSERT INTO packs (hash, city, version, source) VALUES (?, 'dalian', '1', ?)", hash, source);
        const row = { answer: null, subject: hash, detail: { city: "dalian", version: "1" } };
        appendAudit(inside, act("policy.rememberPack", { clerkId: null }), "policy.rememberPack", row);
      }
    });
    writer.close();
  });

  it(`encryption and migration, ${KILLS} kills: all rows are there, encrypted, and no plain copy is left`, async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      const folder = copyOf(prepared);
      await killed(folder, "open", spread(kill, 500));
      const store = openStore(storeIn(folder), { clock: tickingClock, keepers: keepersIn(folder) });
      for (let i = 0; i < CASES; i++) expect(store.policy.packByHash(sha256(sourceOf(i)))?.source).toBe(sourceOf(i));
      expect(store.verify()).toEqual([]);
      store.close();
      expect(readdirSync(dirname(storeIn(folder))).filter((name) => /encrypt/.test(name))).toEqual([]);
      rmSync(folder, { recursive: true });
    }
  });
});

it(`attachments, ${KILLS} kills: each one that was told can be read, and nothing half-written is left`, async () => {
  const folder = join(root, "attachments");
  mkdirSync(folder);
  const told: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const said = await killed(folder, "attach", random() * 200, String(kill));
    told.push(...said);
    const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
    expect(store.verify()).toEqual([]);
    const { caseId } = store.attachments.get(told[0]!.split(" ")[0]!)!;
    const stored = store.attachments.ofCase(caseId);
    // at most the one under way is there beyond what was told
    expect(stored.length - told.length).toBeGreaterThanOrEqual(0);
    expect(stored.length - told.length).toBeLessThanOrEqual(kill + 1);
    for (const line of said) {
      const [id = "", nth] = line.split(" ");
      expect(Buffer.from(store.attachments.read(id)).equals(pdfOf(Number(nth), 40_000)), line).toBe(true);
    }
    store.close();
    const files = readdirSync(`${storeIn(folder)}.attachments`, { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => name.endsWith(".unfinished"))).toEqual([]);
  }
  expect(told.length).toBeGreaterThan(KILLS);
});

it(`backup, ${KILLS} kills: each one that was told can be restored from either place, and the store is sound`, async () => {
  const folder = join(root, "backup");
  mkdirSync(folder);
  const told: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    told.push(...(await killed(folder, "backup", 60 + random() * 400, String(kill))));
    soundStore(folder);
  }
  expect(told.length).toBeGreaterThan(0);
  const keys = { keepers: keepersIn(folder), recoveryCode: undefined };
  for (const place of [join(folder, "data", "backups"), stickIn(folder)]) {
    const present = new Map(listBackups(storeIn(folder), place, keys).map((backup) => [backup.name, backup.folder]));
    for (const line of new Set([told[0]!, told.at(-1)!])) {
      const [name = "", cases] = line.split(" ");
      expect(present.has(name), name).toBe(true);
      const copy = join(root, "restored.db");
      for (const file of readdirSync(root).filter((each) => each.startsWith("restored.db")))
        rmSync(join(root, file), { recursive: true });
      await restoreOffline(copy, present.get(name)!, name, keys, { clock });
      const reader = openStoreReadOnly(copy, keys);
      expect(reader.verify()).toEqual([]);
      expect(reader.cases.search(everything).total).toBe(Number(cases));
      reader.close();
    }
  }
});

describe("restoring", () => {
  const BEFORE = 3;
  const AFTER = 8;
  let prepared: string;
  let name: string;
  /** Of this store, in the place where its backups lie. */
  let room: string;
  beforeAll(async () => {
    prepared = join(root, "to-restore");
    const { store, safe, closeNow } = openSafe(prepared);
    setUpOnce(store);
    for (let i = 0; i < BEFORE; i++) submit(store, submissionOf(0, i));
    const made = await safe.backups.make("manual");
    ({ name } = made);
    room = basename(made.folder);
    for (let i = BEFORE; i < AFTER; i++) submit(store, submissionOf(0, i));
    closeNow();
    cpSync(join(prepared, "data", "backups"), join(prepared, "backups-kept"), { recursive: true });
  });

  it(`by the app, ${KILLS} kills: the one state or the other, whole, and the other one still on the disk`, async () => {
    const seen = new Set<number>();
    for (let kill = 0; kill < KILLS; kill++) {
      const folder = copyOf(prepared);
      await killed(folder, "restore", spread(kill, 1500));
      const total = soundStore(folder);
      expect([BEFORE, AFTER]).toContain(total);
      seen.add(total);
      // what was there before a restore has not gone
      const aside = readdirSync(dirname(storeIn(folder))).filter((file) => /before-restore-\d+T\d+Z$/.test(file));
      expect(total === AFTER || aside.length > 0).toBe(true);
      rmSync(folder, { recursive: true });
    }
    expect(seen.has(AFTER)).toBe(true);
  });

  it(`where no app runs, ${KILLS} kills: doing it again always succeeds`, async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      const folder = copyOf(prepared);
      const said = await killed(folder, "restore-offline", spread(kill, 300), `${room}/${name}`);
      expect([BEFORE, AFTER]).toContain(soundStore(folder));
      expect(soundStore(folder) === BEFORE || !said.includes("restored")).toBe(true);
      const keys = { keepers: keepersIn(folder), recoveryCode: undefined };
      await restoreOffline(storeIn(folder), join(folder, "backups-kept", room), name, keys, { clock });
      expect(soundStore(folder)).toBe(BEFORE);
      expect(existsSync(`${storeIn(folder)}.restoring`)).toBe(false);
      rmSync(folder, { recursive: true });
    }
  });
});
