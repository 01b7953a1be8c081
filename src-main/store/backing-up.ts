/** Backups of the store that is open: when they are made, where to, what came of them. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Clock } from "../clock.ts";
import { codeOf } from "./backup-failures.ts";
import { backupNames, newestFirst, probeFolder } from "./backup-folder.ts";
import { BACKUP_FOLDER, instantOf } from "./backup-names.ts";
import { StoreRefusal } from "./errors.ts";
import { freeBytes } from "./files.ts";
import { threads, type Threads } from "./in-thread.ts";
import type { Present } from "./present.ts";
import { provingOf } from "./proving.ts";
import { infoOf } from "./restore.ts";
import { SAFETY_SETTING, safetyOf } from "./safety.ts";
import { takeSnapshot } from "./snapshot.ts";
import { Serial } from "../serial.ts";
import { readManifest } from "./trust/manifest.ts";
import { requireFolder, requireLocalPath } from "./trust/outside.ts";
import type { BackupFailure, BackupInfo, BackupReason, BackupStatus, Safe, Store, StoreProblem } from "./types.ts";

const LOOK_EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
/** A store that takes long to copy is copied less often: at most a tenth of the time goes into it. */
const REST_FACTOR = 10;

export interface BackingUpOptions {
  readonly clock: Clock;
  /** Told of backups that fail: they run when nobody looks. */
  readonly onFailure: (failure: BackupFailure) => void;
  /** Where the copying and proving is done; in threads of its own unless given. */
  readonly threads?: Threads;
}

export interface BackingUp {
  readonly calls: Safe["backups"];
  /** Reads the whole store through, away from the counter's calls. */
  verify(): Promise<StoreProblem[]>;
  readonly newestWrite: () => { readonly sequence: number; readonly at: string } | undefined;
  inBackground(reason: BackupReason): void;
  /** Makes a backup, then does `work`, with no other backup in between. */
  before<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Other data are in place now: what was backed up so far says nothing about them. */
  beginAnew(): void;
  /** Makes a last one when something changed; nothing is under way afterwards. */
  finish(): Promise<void>;
  /** Ends what is under way; a backup left unfinished harms none, and a proof is taken up at the next start. */
  stop(): void;
}

/** @param store stays the same object when another one takes the place of the present one */
export function backingUp(
  present: Present,
  store: Store,
  { clock, onFailure, threads: thread = threads() }: BackingUpOptions,
): BackingUp {
  const own = join(dirname(present.path), BACKUP_FOLDER);
  const queue = new Serial();
  let lastFailure: BackupFailure | null = null;
  let lastSequence = newestBackedUp();
  let lastStarted = -Infinity;
  let lastTook = 0;
  const proving = provingOf({
    run: thread.run,
    clock,
    folders: () => folders(),
    key: present.key,
    scratch: `${present.path}.proving`,
    onDamage(failure, mends) {
      tell(failure);
      // what is damaged is written anew by a backup that reads back every byte
      if (mends) inBackground("manual");
    },
  });
  const timer = setInterval(look, LOOK_EVERY_MS).unref();

  const folders = (): string[] => {
    const { backupFolder } = safetyOf(store);
    return backupFolder === null ? [own] : [own, backupFolder];
  };
  const newestWrite: BackingUp["newestWrite"] = () =>
    present.inside().reader.get("SELECT sequence, at FROM audit ORDER BY sequence DESC LIMIT 1");
  const changedSince = (): number => Math.max(0, (newestWrite()?.sequence ?? 0) - lastSequence);

  /** How far the newest backup beside the store reaches. */
  function newestBackedUp(): number {
    try {
      const [name] = backupNames(own);
      return name === undefined ? 0 : (infoOf(own, readManifest(own, name), present.key()).holds?.auditSequence ?? 0);
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
      const { manifests, failures } = await takeSnapshot(present.store(), folders(), reason, compares, clock.now(), thread.run);
      for (const failure of failures) tell(failure);
      const [first] = manifests;
      if (first === undefined) throw new StoreRefusal("backup-failed", failures[0]?.detail ?? "no folder took the backup");
      if (failures.length === 0) lastFailure = null;
      lastSequence = sequence;
      return infoOf(first.folder, first.manifest, present.key());
    } catch (error) {
      if (error instanceof StoreRefusal || present.hasEnded()) throw error;
      tell({ at: clock.now(), folder: own, ...codeOf(error, own) });
      throw new StoreRefusal("backup-failed", error instanceof Error ? error.message : String(error));
    } finally {
      lastTook = clock.elapsed() - started;
    }
  }

  function tell(failure: BackupFailure): void {
    lastFailure = failure;
    onFailure(failure);
  }

  const make = (reason: BackupReason): Promise<BackupInfo> => queue.run(() => backUpNow(reason));

  const inBackground = (reason: BackupReason): void =>
    // already told through onFailure
    void make(reason).catch(() => undefined);

  function look(): void {
    if (queue.isBusy) return;
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
      running: queue.isBusy,
      lastAt: newest.at(-1) ?? null,
      lastFailure,
      changedSince: changedSince(),
      everyMinutes: safetyOf(store).backupEveryMinutes,
      folders: described,
    };
  }

  /** What a folder holds; backups whose list of parts is damaged are left out. */
  const backupsIn = (folder: string): BackupInfo[] =>
    (reachableNames(folder) ?? []).flatMap((name) => {
      try {
        return [infoOf(folder, readManifest(folder, name), present.key())];
      } catch (error) {
        if (error instanceof StoreRefusal) return [];
        throw error;
      }
    });

  return {
    calls: {
      status,
      list(folder) {
        if (folder !== undefined) requireLocalPath(folder);
        return (folder === undefined ? folders() : [folder]).flatMap(backupsIn).sort(newestFirst);
      },
      make,
      prove: ({ folder, name }) => {
        requireFolder(folder);
        return proving.prove(folder, name);
      },
      shiftEnded() {
        if (changedSince() > 0) inBackground("shift");
      },
      setFolder(act, folder) {
        if (folder !== null) {
          requireLocalPath(folder);
          probeFolder(folder);
        }
        store.settings.put(act, SAFETY_SETTING, { ...safetyOf(store), backupFolder: folder }, "");
        if (folder !== null) inBackground("manual");
      },
    },
    verify: () => thread.run("verify", { storePath: present.path, key: present.key() }),
    newestWrite,
    inBackground,
    before: (work) =>
      queue.run(async () => {
        await backUpNow("before-restore");
        return await work();
      }),
    beginAnew() {
      lastSequence = 0;
    },
    async finish() {
      clearInterval(timer);
      await queue.over();
      // told through onFailure, and by the next start
      if (changedSince() > 0) await make("shift").catch(() => undefined);
    },
    stop() {
      clearInterval(timer);
      thread.stop();
    },
  };
}

function reachableNames(folder: string): string[] | undefined {
  try {
    return existsSync(folder) ? backupNames(folder) : undefined;
  } catch {
    // a share that went away, a stick that was pulled
    return undefined;
  }
}
