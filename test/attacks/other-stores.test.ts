/** A store of another kind in an office's place: one without encryption, a demonstration; and what is no store at all. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  backUpBeside,
  fileKeeper,
  inspectOffline,
  lookBeside,
  openStore,
  openWithSafe,
  restoreOffline,
} from "../../src-main/store/index.ts";
import { attachmentFolder } from "../../src-main/store/areas/cases/attachment-files.ts";
import { compareAgainst } from "../../src-main/store/beside/against.ts";
import { canonicalJson, sha256 } from "../../src-main/store/file/canonical.ts";
import { encryptFile } from "../../src-main/store/file/connection.ts";
import { keepKeys, makeKeys } from "../../src-main/store/keys/keys.ts";
import { roomsIn } from "../../src-main/store/backups/places/rooms.ts";
import { copiesBefore } from "../../src-main/store/upgrade/copies-before.ts";
import { tickingClock } from "../fault/work.ts";
import { act, clock, setUp, submit, temporaryFolder } from "../store/support.ts";
import { storeOfVersion1 } from "../store/version-1.ts";
import { APPLICATION_ID } from "../../src-main/store/file/format.ts";

const ERROR = (kind: string) => expect.objectContaining({ kind }) as Error;

/** A folder with a data folder, and the key beside it. */
function place() {
  const folder = temporaryFolder();
  const path = join(folder, "data", "counter.db");
  mkdirSync(dirname(path));
  return { folder, path, keepers: [fileKeeper(join(folder, "data.key"))] };
}

/** An office with a case, and a backup of it. */
async function office() {
  const where = place();
  const safe = openWithSafe(where.path, { clock: tickingClock, keepers: where.keepers, onFailure: () => undefined });
  setUp(safe.store);
  const caseId = submit(safe.store);
  const { folder, name } = await safe.safe.backups.make("manual");
  safe.closeNow();
  return { ...where, caseId, backup: { folder, name } };
}

/** A store without encryption, closed. */
function plain(demo: boolean): string {
  const { path } = place();
  const store = openStore(path, { clock, demo });
  setUp(store);
  store.close();
  return path;
}

/** By the command, into a folder of its own. */
async function backedUp(path: string) {
  const { made } = await backUpBeside(path, { clock: tickingClock, to: temporaryFolder(), account: "it" });
  return made[0]!;
}
/** Whoever restores has said that they mean it. */
const UNSIGNED = { clock, demandsCode: "unsigned-if-any" } as const;

const withoutLog = (path: string): void => ["-wal", "-shm"].forEach((end) => rmSync(path + end, { force: true }));

describe("a store without encryption", () => {
  it("of a version whose program encrypts is nobody's office, where nothing else is, too", () => {
    const { path, keepers, folder } = place();
    cpSync(plain(false), path);
    const before = readFileSync(path);
    expect(() => openStore(path, { clock, keepers })).toThrow(ERROR("not-ours"));
    expect(readFileSync(path)).toEqual(before);
    expect(existsSync(join(folder, "data.key"))).toBe(false);
  });

  it("of whatever version takes no encrypted office's place whose keys were taken away: its backups tell", async () => {
    const { path, keepers } = await office();
    const backups = join(dirname(path), "backups");
    for (const file of [
      `${path}.keys.json`,
      `${path}.keys.copy.json`,
      ...roomsIn(backups).map((room) => join(room, "keys.json")),
    ])
      rmSync(file);
    rmSync(path);
    withoutLog(path);
    storeOfVersion1(path).close();
    expect(() => openStore(path, { clock, keepers })).toThrow(ERROR("not-ours"));
    expect(existsSync(`${path}.keys.json`)).toBe(false);
  });

  it("is held against the office that it would take the place of: whoever looks at its backup is told what would be lost", async () => {
    const { folder, name } = await backedUp(plain(false));
    const { path, keepers } = await office();
    const plan = await inspectOffline(path, folder, name, { keepers, recoveryCode: undefined });
    expect(plan).toMatchObject({ signed: false, otherStore: true, present: { cases: 1 }, lost: { cases: 1 } });
  });

  it("comes out of no backup either", async () => {
    const { folder, name } = await backedUp(plain(false));
    const { path, keepers } = place();
    await expect(restoreOffline(path, folder, name, { keepers, recoveryCode: undefined }, UNSIGNED)).rejects.toThrow(
      ERROR("not-ours"),
    );
    expect(readdirSync(dirname(path)).filter((file) => !file.endsWith(".lock"))).toEqual([]);
  });
});

describe("a demonstration, whose passwords everybody knows", () => {
  it("is no office when its mark is changed", () => {
    const { path, keepers } = place();
    cpSync(plain(true), path);
    expect(() => openStore(path, { clock, keepers })).toThrow(ERROR("demonstration"));
    const database = new Database(path);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.close();
    expect(() => openStore(path, { clock, keepers })).toThrow(ERROR("not-ours"));
  });

  it("is none under an office's encryption, where its mark is hidden", () => {
    const { path, keepers } = place();
    cpSync(plain(true), path);
    const keys = makeKeys(keepers);
    encryptFile(path, keys.key);
    keepKeys(path, keys);
    expect(() => openStore(path, { clock, keepers })).toThrow(ERROR("demonstration"));
  });

  it("comes out of no backup in an office's place or in an empty one, nor an office where a demonstration lies", async () => {
    const demo = plain(true);
    const stick = await backedUp(demo);
    const own = await office();
    for (const { path, keepers } of [own, place()]) {
      const keys = { keepers, recoveryCode: undefined };
      await expect(restoreOffline(path, stick.folder, stick.name, keys, UNSIGNED)).rejects.toThrow(ERROR("demonstration"));
    }
    const store = openStore(own.path, { clock, keepers: own.keepers });
    expect(store.cases.get(own.caseId)).toBeDefined();
    store.close();
    const keys = { keepers: own.keepers, recoveryCode: undefined };
    const { folder, name } = own.backup;
    await expect(restoreOffline(demo, folder, name, keys, UNSIGNED)).rejects.toThrow(ERROR("demonstration"));
    openStore(demo, { clock, demo: true }).close();
  });
});

describe("what a backup says of itself where nothing is encrypted", () => {
  it("is nothing where it is of another shape, and keeps neither the comparison nor a look from its work", async () => {
    const { path, keepers, backup } = await office();
    const stick = temporaryFolder();
    const safe = openWithSafe(path, { clock: tickingClock, keepers, onFailure: () => undefined });
    onTestFinished(() => safe.closeNow());
    const looked = lookBeside(path, { keepers });
    onTestFinished(() => looked.reader.close());
    for (const contents of [{ auditSequence: {}, auditHash: "ab" }, { office: 7, clerks: "x" }, [], "x"]) {
      const manifest = {
        format: 1,
        name: backup.name,
        at: "2026-03-04T01:02:03.000Z",
        reason: "manual",
        keys: null,
        bytes: 1,
        chunkBytes: 65_536,
        chunks: ["a".repeat(64)],
        newBytes: 0,
        contents: Buffer.from(JSON.stringify(contents)).toString("base64"),
      };
      const text = JSON.stringify({ ...manifest, checksum: sha256(canonicalJson(manifest)) });
      writeFileSync(join(stick, `${backup.name}.json`), text);
      expect(await safe.safe.restore.inspect({ folder: stick, name: backup.name })).toMatchObject({ holds: null, sound: false });
      const { backups } = await compareAgainst(looked, stick);
      expect(backups).toMatchObject([{ name: backup.name, signed: false }]);
    }
  });
});

describe.skipIf(process.platform === "win32")("what is no file", () => {
  it("is no store: nobody waits for it, and nothing is laid beside it", () => {
    const folder = temporaryFolder();
    const pipe = join(folder, "counter.db");
    execFileSync("mkfifo", [pipe]);
    expect(() => lookBeside(pipe, {})).toThrow(ERROR("not-ours"));
    expect(() => lookBeside(folder, {})).toThrow(ERROR("not-ours"));
    expect(readdirSync(folder)).toEqual(["counter.db"]);
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  it("in an attachment's place is carried to no backup: what a link leads to is somebody else's", async () => {
    const { path, keepers, caseId, folder } = await office();
    const secret = join(folder, "secret");
    writeFileSync(secret, "nobody's business");
    const safe = openWithSafe(path, { clock: tickingClock, keepers, onFailure: () => undefined });
    onTestFinished(() => safe.closeNow());
    const pdf = Buffer.from("%PDF-1.7\n1\n%%EOF\n");
    await safe.store.attachments.add(act("attachments.add"), {
      caseId,
      materialId: null,
      name: "身份证.pdf",
      bytes: pdf,
      largestBytes: 1000,
    });
    const hash = sha256(pdf);
    const file = join(attachmentFolder(path), hash.slice(0, 2), hash);
    rmSync(file);
    symlinkSync(secret, file);
    const made = await safe.safe.backups.make("manual");
    const held = readdirSync(made.folder, { recursive: true }).map(String);
    expect(held.filter((name) => name.endsWith(hash))).toEqual([]);
    expect(await safe.safe.verify()).toMatchObject([{ area: "attachments" }]);
  });

  it("in the place of keys opens nothing: they are mended from their copy, and the machine's are asked for", async () => {
    const { path, keepers, folder } = await office();
    rmSync(`${path}.keys.json`);
    execFileSync("mkfifo", [`${path}.keys.json`]);
    openStore(path, { clock: tickingClock, keepers }).close();
    expect(readFileSync(`${path}.keys.json`, "utf8")).toBe(readFileSync(`${path}.keys.copy.json`, "utf8"));
    const pipe = join(folder, "pipe.key");
    execFileSync("mkfifo", [pipe]);
    expect(() => openStore(path, { clock: tickingClock, keepers: [fileKeeper(pipe)] })).toThrow(ERROR("key-missing"));
  });

  it("under the name of a copy before an upgrade is none, and keeps nobody from upgrading", () => {
    const { path, keepers } = place();
    storeOfVersion1(path).close();
    execFileSync("mkfifo", [`${path}.version-1-20250101T000000000Z`]);
    writeFileSync(`${path}.version-1-20250102T000000000Z`, "x");
    openStore(path, { clock, keepers }).close();
    expect(copiesBefore(path)).toMatchObject([{ version: 1, encrypted: false }]);
  });
});
