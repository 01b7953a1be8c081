/**
 * A recovery code that was replaced, in the hands of somebody who has kept it together with a key file of its time: whatever they lay
 * beside the store of today, the program opens nothing by it.
 */
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import {
  fileKeeper,
  openStore,
  openStoreReadOnly,
  openWithSafe,
  rekeyStore,
  restoreOffline,
  StoreError,
  unlockWithRecoveryCode,
  type BackupInfo,
  type KeyKeeper,
  type SafeStore,
} from "../../src-main/store/index.ts";
import { openReader } from "../../src-main/store/file/connection.ts";
import { openKeys, type StoreKeys } from "../../src-main/store/keys/keys.ts";
import { newRecoveryCode } from "../../src-main/store/keys/new-code.ts";
import { readManifest, signed, writeManifest } from "../../src-main/store/trust/manifest.ts";
import { inThisThread } from "../../src-main/store/backups/in-thread.ts";
import { internalsOf } from "../../src-main/store/file/open.ts";
import { proveByCode } from "../../src-main/store/backups/found.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";
import { act, clock, minute, setUp, submit, temporaryFolder } from "../store/support.ts";

const ENDED = expect.objectContaining({ code: "recovery-code-ended" }) as Error;
const WRONG = expect.objectContaining({ code: "recovery-code-wrong" }) as Error;
const BY_TEST = { clock, operation: "rescue.unlock" };

let path: string;
let keepers: KeyKeeper[];
let keyFile: string;
/** The first code, and the key file of its time. */
let ended: string;
let olderKeys: string;
/** Made while the first code held. */
let ofThen: BackupInfo;
/** The code that holds. */
let code: string;

const open = (): SafeStore => {
  const opened = openWithSafe(path, {
    clock: { ...clock, now: () => minute(9) },
    keepers,
    scryptCost: CHEAP_SCRYPT_COST,
    onFailure: () => undefined,
    threads: inThisThread(),
  });
  onTestFinished(() => opened.closeNow());
  return opened;
};
const keysFiles = () => [`${path}.keys.json`, `${path}.keys.copy.json`];
const keysInBackups = (): string[] =>
  readdirSync(dirname(path), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "keys.json")
    .map(({ parentPath, name }) => join(parentPath, name));
const layOlderKeys = (files = keysFiles()): void => {
  for (const file of files) writeFileSync(file, olderKeys);
};
const elsewhere = (): KeyKeeper[] => [fileKeeper(join(dirname(path), "../other.key"))];
const newCode = (safe: SafeStore["safe"], n: number) => safe.keys.newRecoveryCode(act("keys.newRecoveryCode", { at: minute(n) }));

beforeEach(async () => {
  const folder = temporaryFolder();
  path = join(folder, "data", "counter.db");
  keyFile = join(folder, "machine.key");
  keepers = [fileKeeper(keyFile)];
  const opened = open();
  setUp(opened.store);
  ended = newCode(opened.safe, 1);
  submit(opened.store);
  ofThen = await opened.safe.backups.make("manual");
  olderKeys = readFileSync(`${path}.keys.json`, "utf8");
  code = newCode(opened.safe, 2);
  submit(opened.store);
  await opened.safe.backups.make("manual");
  opened.closeNow();
});

it("does not unlock, nor show anything by command, with the older key file in every place", () => {
  layOlderKeys([...keysFiles(), ...keysInBackups()]);
  rmSync(keyFile);
  expect(() => unlockWithRecoveryCode(path, ended, elsewhere(), BY_TEST)).toThrow(ENDED);
  expect(() => openStoreReadOnly(path, { recoveryCode: ended })).toThrow(ENDED);
  // and this machine has not got the key by that
  expect(() => openStore(path, { clock, keepers: elsewhere() })).toThrow(
    expect.objectContaining({ kind: "key-missing" }) as StoreError,
  );
});

it("the code that holds opens the store, with the older key file beside it, from what the backups have", () => {
  layOlderKeys();
  rmSync(keyFile);
  expect(() => unlockWithRecoveryCode(path, ended, elsewhere(), BY_TEST)).toThrow(ENDED);
  unlockWithRecoveryCode(path, code, elsewhere(), BY_TEST);
  keepers = elsewhere();
  expect(() => open().safe.keys.requireRecoveryCode(ended)).toThrow(WRONG);
});

it("stands in for nobody where the machine itself opens the store; the right file is put back", () => {
  layOlderKeys();
  const { safe, closeNow } = open();
  expect(() => safe.keys.requireRecoveryCode(ended)).toThrow(WRONG);
  safe.keys.requireRecoveryCode(code);
  closeNow();
  for (const file of keysFiles()) expect(readFileSync(file, "utf8")).not.toBe(olderKeys);
});

it("is taken for none at all where no file knows the right one any more", () => {
  layOlderKeys([...keysFiles(), ...keysInBackups()]);
  const { safe } = open();
  expect(safe.keys.status().recoveryCodeMadeAt).toBeNull();
  expect(() => safe.keys.requireRecoveryCode(ended)).toThrow(expect.objectContaining({ kind: "key-missing" }) as StoreError);
  const another = newCode(safe, 3);
  safe.keys.requireRecoveryCode(another);
});

it("stays ended in a state from before it was replaced, which a restore has put in place", async () => {
  const { safe, closeNow } = open();
  await safe.restore.run(act("backup.restore"), ofThen);
  safe.keys.requireRecoveryCode(code);
  expect(() => safe.keys.requireRecoveryCode(ended)).toThrow(WRONG);
  closeNow();
  layOlderKeys([...keysFiles(), ...keysInBackups()]);
  rmSync(keyFile);
  expect(() => unlockWithRecoveryCode(path, ended, elsewhere(), BY_TEST)).toThrow(ENDED);
});

it("tells nobody of backups, where the store is gone and the backups know of another", () => {
  layOlderKeys();
  rmSync(path);
  expect(() => proveByCode(path, ended)).toThrow(WRONG);
  expect(proveByCode(path, code)).toBe("right");
});

it("brings back no state that knows of its end; one of its own time it opens where nothing is known of another", async () => {
  const opened = open();
  const newest = opened.safe.backups.list().find(({ holds }) => holds!.auditSequence > ofThen.holds!.auditSequence)!;
  // whoever has the code of then has the key, and signs what they like: the newest backup, with the older key file in it
  const { checksum: _checksum, ...keys } = JSON.parse(olderKeys) as StoreKeys & { readonly checksum: string };
  opened.closeNow();
  const store = openStore(path, { clock, keepers });
  writeManifest(newest.folder, signed({ ...readManifest(newest.folder, newest.name), keys }, internalsOf(store).keys!.key));
  store.close();

  const machine = join(temporaryFolder(), "data", "counter.db");
  const restore = ({ folder, name }: BackupInfo) =>
    restoreOffline(machine, folder, name, { keepers: elsewhere(), recoveryCode: ended }, { clock });
  await expect(restore(newest)).rejects.toThrow(ENDED);
  expect(existsSync(machine)).toBe(false);
  await restore(ofThen);
  expect(existsSync(machine)).toBe(true);
});

/** What a process leaves that dies when the audit row of a new code is about to be written, and what the code was. */
function dyingAtTheRow(): { readonly left: string; readonly made: string } {
  const store = openStore(path, { clock, keepers });
  const inside = internalsOf(store);
  let left = "";
  const perform: typeof inside.perform = (...given) => {
    left = readFileSync(keysFiles()[0]!, "utf8");
    return inside.perform(...given);
  };
  const asked = act("keys.newRecoveryCode", { at: minute(4) });
  const made = newRecoveryCode(path, { ...inside, perform }, asked, undefined, CHEAP_SCRYPT_COST);
  store.close();
  return { left, made };
}

it("holds until the audit names another, and no longer, wherever the process dies that makes it", () => {
  const before = `${path}.before`;
  copyFileSync(path, before);
  const { left, made } = dyingAtTheRow();
  for (const file of keysFiles()) writeFileSync(file, left);
  // behind the row
  rmSync(keyFile);
  expect(() => unlockWithRecoveryCode(path, code, elsewhere(), BY_TEST)).toThrow(ENDED);
  unlockWithRecoveryCode(path, made, elsewhere(), BY_TEST);
  keepers = elsewhere();
  open().closeNow();
  // before it
  for (const file of keysFiles()) writeFileSync(file, left);
  copyFileSync(before, path);
  rmSync(keepers[0]!.file!);
  for (const folder of keysInBackups()) rmSync(dirname(folder), { recursive: true });
  expect(() => unlockWithRecoveryCode(path, made, elsewhere(), BY_TEST)).toThrow(ENDED);
  unlockWithRecoveryCode(path, code, elsewhere(), BY_TEST);
});

it("opens nothing of a store whose key was made anew, by whatever program, and the store of before is told from it", async () => {
  const attachment = Buffer.from("%PDF-1.7\n扫描\n%%EOF\n");
  const [aside, asideKeys] = [`${path}.stolen`, readFileSync(keysFiles()[0]!)];
  const opened = open();
  const { caseId } = opened.store.audit.query({ limit: 1, operation: "cases.submit" }).rows[0]!;
  const { id } = await opened.store.attachments.add(act("attachments.add"), {
    caseId: caseId!,
    materialId: null,
    name: "a.pdf",
    bytes: attachment,
    largestBytes: 1_000_000,
  });
  opened.closeNow();
  copyFileSync(path, aside);
  expect(() => rekeyStore(path, ended, keepers, { clock })).toThrow(WRONG);
  const done = rekeyStore(path, code, keepers, { clock, scryptCost: CHEAP_SCRYPT_COST });
  expect(done).toMatchObject({ stillOpened: [ofThen.folder], away: [] });

  const again = open();
  expect(again.store.verify()).toEqual([]);
  expect(Buffer.from(again.store.attachments.read(id)).equals(attachment)).toBe(true);
  again.safe.keys.requireRecoveryCode(code);
  again.closeNow();
  const left = readdirSync(dirname(path)).filter((name) => /restor|keys.json\.|attachments\./.test(name));
  expect(left).toEqual([]);
  // every wrap of before leads to the key of before
  layOlderKeys();
  expect(() => openStore(path, { clock, keepers })).toThrow(expect.objectContaining({ kind: "wrong-key" }) as StoreError);
  const { key } = openKeys(path, JSON.parse(olderKeys) as StoreKeys, keepers);
  expect(() => openReader(path, key).get("SELECT 1 FROM sqlite_schema")).toThrow("SQLITE_NOTADB");
  // and the whole store of before, put back with its keys, is not taken for today's
  for (const file of keysFiles()) writeFileSync(file, asideKeys);
  copyFileSync(aside, path);
  expect(() => openStore(path, { clock, keepers })).toThrow(expect.objectContaining({ kind: "outdated" }) as StoreError);
});
