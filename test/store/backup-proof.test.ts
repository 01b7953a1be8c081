/** A backup counts as verified when it was put together, opened and read through, not when its bytes were written. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "../../src-main/clock.ts";
import { backupName } from "../../src-main/store/backups/names.ts";
import { proofPath, removeBackups } from "../../src-main/store/backups/folder.ts";
import { backupNames } from "../../src-main/store/backups/places/rooms.ts";
import { readManifest, writeManifest } from "../../src-main/store/trust/manifest.ts";
import { openWriter } from "../../src-main/store/file/connection.ts";
import { fileKeeper, openWithSafe, type BackupFailure, type BackupInfo, type SafeStore } from "../../src-main/store/index.ts";
import { internalsOf, openStore } from "../../src-main/store/file/open.ts";
import { provingOf } from "../../src-main/store/backups/proof-schedule.ts";
import { AT, clock, setUp, submit, temporaryFolder } from "./support.ts";

/** A clock that goes on by a second at each look, so that backups have names of their own. */
function tickingClock(): Clock {
  let at = Date.parse(AT);
  return { ...clock, now: () => new Date((at += 1000)).toISOString() };
}

interface Opened extends SafeStore {
  readonly path: string;
  readonly failures: BackupFailure[];
}

function opened(path = join(temporaryFolder(), "counter.db")): Opened {
  const failures: BackupFailure[] = [];
  const safe = openWithSafe(path, {
    clock: tickingClock(),
    keepers: [fileKeeper(`${path}.machine-key`)],
    onFailure: (failure) => failures.push(failure),
  });
  if (!safe.store.clerks.any()) setUp(safe.store);
  onTestFinished(() => safe.closeNow());
  return { ...safe, path, failures };
}

const chunksOf = ({ folder, name }: BackupInfo): string[] =>
  readManifest(folder, name).chunks.map((hash) => join(folder, "chunks", hash.slice(0, 2), hash));

function flipBit(path: string): void {
  const bytes = readFileSync(path);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(path, bytes);
}

const listed = ({ safe }: Opened, { name }: BackupInfo) => safe.backups.list().find((backup) => backup.name === name)!;

/** Backups that were not asked for have been made; what is asked for now comes after them. */
const nextBackup = async ({ safe }: Opened): Promise<BackupInfo> => await safe.backups.make("timer");

describe("a backup that is tried out", () => {
  it("is shown as sound, with how it was found to be; before, nothing is said", async () => {
    const office = opened();
    submit(office.store);
    const made = await office.safe.backups.make("shift");
    expect(made.proof).toBeNull();
    const proof = await office.safe.backups.prove(made);
    expect(proof).toMatchObject({ how: "opened", sound: true, problems: [] });
    expect(listed(office, made).proof).toEqual(proof);
    expect(existsSync(`${office.path}.proving`)).toBe(false);
    expect(office.failures).toEqual([]);
  });

  it("and was damaged since it was written is told, and mended by the backup that follows by itself", async () => {
    const office = opened();
    submit(office.store);
    const made = await office.safe.backups.make("shift");
    for (const chunk of chunksOf(made).slice(0, 2)) flipBit(chunk);
    // nobody would notice: the next backup trusts what lies there
    expect((await office.safe.backups.make("timer")).proof).toBeNull();

    const proof = await office.safe.backups.prove(made);
    expect(proof.sound).toBe(false);
    expect(proof.problems.join()).toContain("damaged");
    expect(office.failures.map(({ code, folder }) => [code, folder])).toEqual([["backup-damaged", made.folder]]);
    expect(office.safe.backups.status().lastFailure).toMatchObject({ code: "backup-damaged" });
    expect(listed(office, made).proof).toMatchObject({ sound: false });

    await nextBackup(office);
    const mending = office.safe.backups.list().find(({ reason }) => reason === "manual")!;
    expect(await office.safe.backups.prove(mending)).toMatchObject({ sound: true });
    // the chunks that both share were written anew
    expect(await office.safe.backups.prove(made)).toMatchObject({ sound: true });
  });

  it("and lost a chunk is told", async () => {
    const office = opened();
    submit(office.store);
    const made = await office.safe.backups.make("shift");
    rmSync(chunksOf(made)[3]!);
    expect((await office.safe.backups.prove(made)).problems.join()).toContain("missing");
  });

  it("is read, not only compared: whole chunks in the wrong order are no store", async () => {
    const office = opened();
    submit(office.store);
    const made = await office.safe.backups.make("shift");
    const manifest = readManifest(made.folder, made.name);
    const chunks = [...manifest.chunks];
    [chunks[1], chunks[2]] = [chunks[2]!, chunks[1]!];
    writeManifest(made.folder, { ...manifest, chunks });
    // the list of parts is under the store's own MAC
    expect((await office.safe.restore.inspect(made)).problems.join()).toContain("was changed");
    // one of an earlier program is not
    const { mac: _mac, ...unsigned } = manifest;
    writeManifest(made.folder, { ...unsigned, chunks });
    expect((await office.safe.restore.inspect(made)).problems).toEqual([]);
    expect(await office.safe.backups.prove(made)).toMatchObject({ how: "opened", sound: false });
  });

  it("of a store whose audit was tampered with is no sound backup, and is not made again and again", async () => {
    const path = join(temporaryFolder(), "counter.db");
    const keepers = [fileKeeper(`${path}.machine-key`)];
    const store = openStore(path, { clock, keepers });
    setUp(store);
    submit(store);
    const { key } = internalsOf(store).keys!;
    store.close();
    const writer = openWriter(path, "in-use", key);
    writer.transact((tampering) => {
      const { sql } = tampering.get<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'audit_no_update'")!;
      tampering.run("DROP TRIGGER audit_no_update");
      tampering.run("UPDATE audit SET operation = 'nothing.happened' WHERE sequence = 1");
      // a store without it would not be opened
      tampering.run(sql);
    });
    writer.close();

    const office = opened(path);
    const made = await office.safe.backups.make("shift");
    expect((await office.safe.backups.prove(made)).problems).toEqual(["audit-chain: row 1 does not follow from the one before"]);
    await nextBackup(office);
    const mending = office.safe.backups.list().find(({ reason }) => reason === "manual")!;
    expect(await office.safe.backups.prove(mending)).toMatchObject({ sound: false });
    await nextBackup(office);
    expect(office.failures.map(({ code }) => code)).toEqual(["backup-damaged", "backup-damaged"]);
    expect(office.safe.backups.list().filter(({ reason }) => reason === "manual")).toHaveLength(1);
  });

  it("takes what is known of it along when it is thinned out", async () => {
    const office = opened();
    const made = await office.safe.backups.make("shift");
    await office.safe.backups.prove(made);
    expect(existsSync(proofPath(made.folder, made.name))).toBe(true);
    removeBackups(made.folder, [made.name]);
    expect(readdirSync(made.folder).filter((file) => file.startsWith(made.name))).toEqual([]);
  });
});

describe("by itself", () => {
  const hours = (count: number): number => count * 3_600_000;

  function proving() {
    const folder = temporaryFolder();
    const state = { elapsed: 0, fails: false };
    const proved: string[] = [];
    const made = (reason: "timer" | "shift", minute: number): string => {
      const name = backupName(`2026-03-04T01:${String(minute).padStart(2, "0")}:00.000Z`, reason, null);
      writeManifest(folder, {
        format: 1,
        name,
        at: AT,
        reason,
        keys: null,
        bytes: 0,
        chunkBytes: 1,
        chunks: [],
        newBytes: 0,
        contents: "",
      });
      return name;
    };
    const tried = provingOf({
      run: ((_job: "prove", job: { folder: string; name: string }) => {
        proved.push(job.name);
        if (state.fails) return Promise.reject(new Error("no room"));
        const proof = { at: AT, how: "opened", sound: true, problems: [] };
        writeFileSync(proofPath(job.folder, job.name), JSON.stringify(proof));
        return Promise.resolve(proof);
      }) as never,
      clock: { ...clock, elapsed: () => state.elapsed },
      newest: () =>
        backupNames(folder)
          .slice(0, 1)
          .map((name) => ({ folder, name })),
      key: () => null,
      scratch: join(folder, "scratch"),
      onDamage: () => undefined,
    });
    const look = async (): Promise<void> => {
      tried.look();
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    return { state, proved, made, look };
  }

  it("the newest is tried out: after a shift at once, in between every few hours, each once", async () => {
    const { state, proved, made, look } = proving();
    await look();
    const first = made("timer", 1);
    await look();
    await look();
    expect(proved).toEqual([first]);
    made("timer", 2);
    await look();
    expect(proved).toEqual([first]);
    const shift = made("shift", 3);
    await look();
    await look();
    expect(proved).toEqual([first, shift]);
    const last = made("timer", 4);
    state.elapsed = hours(3);
    await look();
    expect(proved).toHaveLength(2);
    state.elapsed = hours(5);
    await look();
    expect(proved).toEqual([first, shift, last]);
  });

  it("one that cannot be tried out is left, and the next one is taken up", async () => {
    const { state, proved, made, look } = proving();
    state.fails = true;
    const first = made("shift", 1);
    await look();
    await look();
    expect(proved).toEqual([first]);
    const second = made("shift", 2);
    await look();
    expect(proved).toEqual([first, second]);
  });
});
