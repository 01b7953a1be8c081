/** Keys, backups and restores of an open store: what an administrator sees of the safety of the data. */
import { copyFileSync, existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Clock } from "../clock.ts";
import { attachmentFolder } from "./attachment-files.ts";
import { contentsOf } from "./backup-contents.ts";
import { codeOf } from "./backup-failures.ts";
import { backupNames, newestFirst, probeFolder, readManifest } from "./backup-folder.ts";
import { BACKUP_FOLDER, instantOf } from "./backup-names.ts";
import { StoreRefusal, withStoreErrors } from "./errors.ts";
import { freeBytes, publish, removeUnfinished, sizeOf } from "./files.ts";
import { threads } from "./in-thread.ts";
import { keysFile, makeRecoveryCode, setRecoveryCode } from "./keys.ts";
import { internalsOf, openStore, type StoreOptions } from "./open.ts";
import { infoOf, planRestore, prepareRestore } from "./restore.ts";
import { SAFETY_SETTING, safetyOf } from "./safety.ts";
import { provingOf } from "./proving.ts";
import { takeSnapshot } from "./snapshot.ts";
import { asideName, asides, incoming, noteIncoming, stampFor, swapIn } from "./swap.ts";
import { standInFor } from "./stand-in.ts";
import type { Act, BackupFailure, BackupInfo, BackupReason, BackupStatus, KeyStatus, Safe, Store } from "./types.ts";

export interface SafeOptions extends StoreOptions {
  readonly clock: Clock;
  /** Told of backups that fail: they run when nobody looks. */
  readonly onFailure: (failure: BackupFailure) => void;
}

export interface SafeStore {
  /** Stays the same object when a restore puts other data in place. */
  readonly store: Store;
  readonly safe: Safe;
  /** Makes a last backup when something changed, waits for it, and closes the store. */
  close(): Promise<void>;
  /** At once; a backup under way is left unfinished, which harms none. */
  closeNow(): void;
}

const LOOK_EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
/** A store that takes long to copy is copied less often: at most a tenth of the time goes into it. */
const REST_FACTOR = 10;
/** Stores that went aside for a restore; each is a whole copy. */
const ASIDES_KEPT = 2;

/**
 * Opens a store with its backups: every few minutes while something changes, and whenever somebody asks.
 * @throws as `openStore`
 */
export function openWithSafe(given: string, options: SafeOptions): SafeStore {
  const { clock, onFailure } = options;
  let open: Store | undefined = openStore(given, options);
  let isClosed = false;
  const { path } = open;
  /** Where a restore could not open what it put in place, each call tries again and is told why not. */
  const present = (): Store => {
    // a backup that is still under way must not open it again
    if (isClosed) throw new Error(`${path} is closed`);
    return (open ??= openStore(path, options));
  };
  const store = standInFor(present);
  const inside = () => internalsOf(present());
  const own = join(dirname(path), BACKUP_FOLDER);
  /** Backups and restores go one after the other; `waiting` counts those that are not done. */
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let lastFailure: BackupFailure | null = null;
  let lastSequence = newestBackedUp();
  let lastStarted = -Infinity;
  let lastTook = 0;
  const thread = threads();
  const proving = provingOf({
    run: thread.run,
    clock,
    folders: () => folders(),
    key: keyNow,
    scratch: `${path}.proving`,
    onDamage(failure, mends) {
      tell(failure);
      // what is damaged is written anew by a backup that reads back every byte
      if (mends) inBackground("manual");
    },
  });
  const timer = setInterval(look, LOOK_EVERY_MS).unref();

  function keyNow() {
    return inside().keys?.key ?? null;
  }

  const folders = (): string[] => {
    const { backupFolder } = safetyOf(store);
    return backupFolder === null ? [own] : [own, backupFolder];
  };
  const newestWrite = () =>
    inside().reader.get<{ sequence: number; at: string }>("SELECT sequence, at FROM audit ORDER BY sequence DESC LIMIT 1");

  /** How far the newest backup beside the store reaches. */
  function newestBackedUp(): number {
    try {
      const [name] = backupNames(own);
      return name === undefined ? 0 : (infoOf(own, readManifest(own, name), keyNow()).holds?.auditSequence ?? 0);
    } catch {
      // a damaged manifest: the next backup is due at once
      return 0;
    }
  }

  async function backUpNow(reason: BackupReason): Promise<BackupInfo> {
    const started = clock.elapsed();
    lastStarted = started;
    const sequence = newestWrite()?.sequence ?? 0;
    try {
      // between shifts what lies there is trusted; a shift ends with a backup of which every byte was read back
      const compares = reason !== "timer";
      const { manifests, failures } = await takeSnapshot(present(), folders(), reason, compares, clock.now(), thread.run);
      for (const failure of failures) tell(failure);
      const [first] = manifests;
      if (first === undefined) throw new StoreRefusal("backup-failed", failures[0]?.detail ?? "no folder took the backup");
      if (failures.length === 0) lastFailure = null;
      lastSequence = sequence;
      return infoOf(first.folder, first.manifest, keyNow());
    } catch (error) {
      if (!(error instanceof StoreRefusal) && !isClosed) {
        tell({ at: clock.now(), folder: own, ...codeOf(error, own) });
        throw new StoreRefusal("backup-failed", error instanceof Error ? error.message : String(error));
      }
      throw error;
    } finally {
      lastTook = clock.elapsed() - started;
    }
  }

  function tell(failure: BackupFailure): void {
    lastFailure = failure;
    onFailure(failure);
  }

  async function serially<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = last;
    waiting++;
    const mine = (async () => {
      await before;
      return await work();
    })();
    // whether it succeeds is for its own caller to hear
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting--;
    }
  }

  const make = (reason: BackupReason): Promise<BackupInfo> => serially(() => backUpNow(reason));

  const inBackground = (reason: BackupReason): void =>
    // already told through onFailure
    void make(reason).catch(() => undefined);

  const changedSince = (): number => Math.max(0, (newestWrite()?.sequence ?? 0) - lastSequence);

  function look(): void {
    if (waiting > 0) return;
    const rest = Math.max(safetyOf(store).backupEveryMinutes * MINUTE_MS, lastTook * REST_FACTOR);
    if (changedSince() > 0 && clock.elapsed() - lastStarted >= rest) inBackground("timer");
    else proving.look();
  }

  function status(): BackupStatus {
    const described = folders().map((folder) => {
      const names = reachableNames(folder);
      return {
        folder,
        kind: folder === own ? ("beside-store" as const) : ("second" as const),
        reachable: names !== undefined,
        lastAt: names?.[0] === undefined ? null : instantOf(names[0]),
        backups: names?.length ?? 0,
        freeBytes: freeBytes(folder),
      };
    });
    const newest = described.flatMap(({ lastAt }) => lastAt ?? []).sort();
    return {
      running: waiting > 0,
      lastAt: newest.at(-1) ?? null,
      lastFailure,
      changedSince: changedSince(),
      everyMinutes: safetyOf(store).backupEveryMinutes,
      folders: described,
    };
  }

  function keyStatus(): KeyStatus {
    const { keys } = inside();
    if (keys === null) return { encrypted: false, keptBy: "none", keyFile: null, recoveryCodeMadeAt: null };
    return {
      encrypted: true,
      keptBy: keys.keptBy.kind,
      keyFile: keys.keptBy.file,
      recoveryCodeMadeAt: keys.keys.recovery?.madeAt ?? null,
    };
  }

  /** Only a proof can still be under way; the next start takes it up again. */
  function endNow(): void {
    isClosed = true;
    thread.stop();
    closePresent();
  }

  function closePresent(): void {
    open?.close();
    open = undefined;
  }

  /** The present store goes aside, `<store>.restoring` takes its place; both ways are the same act. */
  function exchange(act: Act, detail: Readonly<Record<string, unknown>>): void {
    const stamp = stampFor(path, clock.now());
    // who restored may not be a clerk of the restored state: the chain takes the act all the same
    withStoreErrors(() => noteIncoming(path, keyNow(), { ...act, requestId: null }, detail));
    closePresent();
    // cut short it is completed at the next opening, as after a crash
    withStoreErrors(() => swapIn(path, stamp, null));
    try {
      present();
    } catch (error) {
      const aside = asideName(path, stamp);
      copyWhole(aside, incoming(path));
      withStoreErrors(() => swapIn(path, `${stamp}-failed`, null));
      // it is the present one again, and no restore to be taken back
      removeAside(aside);
      throw error;
    }
    lastSequence = 0;
    for (const old of asides(path).slice(ASIDES_KEPT)) removeAside(asideName(path, old));
    inBackground("manual");
  }

  const requireKnownFolder = (folder: string): void => {
    if (!existsSync(folder)) throw new StoreRefusal("not-found", `there is no folder ${folder}`);
  };

  const safe: Safe = {
    keys: {
      status: keyStatus,
      newRecoveryCode(act) {
        const { keys } = inside();
        if (keys === null) return Promise.reject(new StoreRefusal("bad-input", "the store is not encrypted"));
        const code = makeRecoveryCode();
        // the audit first: a code that replaced the printed one and was never shown would be a lost store
        inside().perform(act, "keys.newRecoveryCode", () => ({ answer: null, subject: null, detail: {} }));
        inside().keys = setRecoveryCode(path, keys, code, act.at);
        // backups made from now on open with the new code
        inBackground("manual");
        return Promise.resolve(code);
      },
    },
    backups: {
      status,
      list: (folder) =>
        (folder === undefined ? folders() : [folder])
          .flatMap((each) =>
            (reachableNames(each) ?? []).flatMap((name) => {
              try {
                return [infoOf(each, readManifest(each, name), keyNow())];
              } catch (error) {
                if (error instanceof StoreRefusal) return [];
                throw error;
              }
            }),
          )
          .sort(newestFirst),
      make,
      prove: ({ folder, name }) => {
        requireKnownFolder(folder);
        return proving.prove(folder, name);
      },
      shiftEnded() {
        if (changedSince() > 0) inBackground("shift");
      },
      setFolder(act, folder) {
        if (folder !== null) probeFolder(folder);
        store.settings.put(act, SAFETY_SETTING, { ...safetyOf(store), backupFolder: folder }, "");
        if (folder !== null) inBackground("manual");
      },
    },
    restore: {
      inspect: ({ folder, name }) => {
        requireKnownFolder(folder);
        const { reader } = inside();
        const contents = contentsOf(reader, reader.pragma("user_version") as number);
        return planRestore(folder, name, keyNow(), { reader, contents });
      },
      async run(act, { folder, name }) {
        requireKnownFolder(folder);
        const manifest = readManifest(folder, name);
        const keyId = inside().keys?.keys.keyId;
        if (manifest.keys?.keyId !== keyId) {
          throw new StoreRefusal("backup-damaged", `${name} belongs to a store with another key`);
        }
        await serially(async () => {
          await backUpNow("before-restore");
          await prepareRestore(path, folder, name, keyNow(), false);
          exchange(act, { backup: name, holds: infoOf(folder, manifest, keyNow()).holds });
        });
      },
      undoable() {
        const [stamp] = asides(path);
        if (stamp === undefined) return null;
        return { at: instantOf(`${stamp}-`), present: null };
      },
      async undo(act) {
        const [stamp] = asides(path);
        if (stamp === undefined) throw new StoreRefusal("not-found", "no restore to take back");
        await serially(async () => {
          await backUpNow("before-restore");
          copyWhole(asideName(path, stamp), incoming(path));
          exchange(act, { undone: stamp });
        });
      },
    },
    diagnosis: () =>
      withStoreErrors(() => ({
        storeBytes: sizeOf(path),
        logBytes: sizeOf(`${path}-wal`),
        attachmentBytes: bytesBelow(attachmentFolder(path)),
        freeBytes: freeBytes(dirname(path)),
        keys: keyStatus(),
        backups: status(),
        lastWriteAt: newestWrite()?.at ?? null,
      })),
  };
  return {
    store,
    safe,
    async close() {
      clearInterval(timer);
      await last;
      if (changedSince() > 0) await make("shift").catch(() => undefined);
      endNow();
    },
    closeNow() {
      clearInterval(timer);
      endNow();
    },
  };
}

/** A copy of its own, not a second name: the copy is about to be written to. Whole or not there: its name alone makes it the next store. */
function copyWhole(from: string, to: string): void {
  const temporary = `${to}.unfinished`;
  withStoreErrors(() => {
    removeUnfinished(to);
    try {
      copyFileSync(from, temporary);
      publish(temporary, to);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}

function removeAside(aside: string): void {
  for (const path of [aside, keysFile(aside)]) rmSync(path, { force: true });
}

function reachableNames(folder: string): string[] | undefined {
  try {
    return existsSync(folder) ? backupNames(folder) : undefined;
  } catch {
    // a share that went away, a stick that was pulled
    return undefined;
  }
}

function bytesBelow(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isDirectory() ? bytesBelow(join(folder, entry.name)) : sizeOf(join(folder, entry.name))),
    0,
  );
}
