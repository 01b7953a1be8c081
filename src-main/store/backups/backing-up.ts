/** Backups of the store that is open: when they are made, where to, what came of them. */
import type { Clock } from "../../clock.ts";
import { codeOf } from "./failures.ts";
import { asOnlyBackup, isBackupUnderWay } from "./lock.ts";
import { probeFolder } from "./folder.ts";
import { furthestFirst, instantOf } from "./names.ts";
import { AUDIT, NEWEST_AUDIT } from "../file/columns.ts";
import { StoreRefusal } from "../file/errors.ts";
import { threads, type Threads } from "./in-thread.ts";
import type { Present } from "../restore/present-store.ts";
import { isThere, markRoom } from "./places/marker.ts";
import { backupsAt, placesBelow, storeIdOf, type PlacedBackup } from "./places/rooms.ts";
import { besideStore, ownAt, placesOf, reachedAt, standingOf, strangeAt, type StoreSeen } from "./places/standing.ts";
import { provingOf } from "./proof-schedule.ts";
import { infoOf, newestFirst } from "../restore/restore.ts";
import { SAFETY_SETTING, safetyOf } from "../areas/office/safety-settings.ts";
import { takeSnapshot } from "./snapshot.ts";
import { Serial } from "../../serial.ts";
import { readManifest } from "../trust/manifest.ts";
import { requireFolder, requireLocalPath } from "../trust/outside.ts";
import type { BackupFailure, BackupInfo, BackupPlace, BackupStatus, MadeBackup } from "./types.ts";
import type { Safe, Store } from "../types.ts";
import type { StoreProblem } from "../file/types.ts";
import type { BackupReason } from "../../../src-shared/domain/safety-settings.ts";

const WRITTEN = AUDIT.part("sequence", "at");

const LOOK_EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
/** For a command that backs the store up at the same time: whoever closes the program does not sit before it for longer. */
const LONGEST_WAIT_MS = 60_000;
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
  const own = besideStore(present.path);
  const queue = new Serial();
  let lastFailure: BackupFailure | null = null;
  let lastSequence = reachedAt(seen(), own);
  let lastStarted = -Infinity;
  let lastTook = 0;
  /** Told once, not every minute. */
  let missingTold = false;
  let officeSeen = store.office.get() !== null;
  const proving = provingOf({
    run: thread.run,
    clock,
    newest: () =>
      placesThere().flatMap(({ folder }) => {
        const { room, names } = ownAt(seen(), folder);
        return names[0] === undefined ? [] : [{ folder: room, name: names[0] }];
      }),
    key: present.key,
    scratch: `${present.path}.proving`,
    onDamage(failure, mends) {
      tell(failure);
      // what is damaged is written anew by a backup that reads back every byte
      if (mends) inBackground("manual");
    },
  });
  const timer = setInterval(look, LOOK_EVERY_MS).unref();

  const places = (): BackupPlace[] => placesOf(seen());
  function storeId(): string {
    return storeIdOf(present.inside().keys?.keys ?? null);
  }
  function seen(): StoreSeen {
    const { reader } = present.inside();
    const { backupFolder } = safetyOf(store);
    return { path: present.path, reader, key: present.key(), storeId: storeId(), backupFolder };
  }
  const placesThere = (): BackupPlace[] => places().filter((place) => isThere(place, storeId()));
  const newestWrite: BackingUp["newestWrite"] = () => WRITTEN.get(present.inside().reader, NEWEST_AUDIT);
  const changedSince = (): number => Math.max(0, (newestWrite()?.sequence ?? 0) - lastSequence);
  /** Asked of the store only until it has one: at its end a damaged store answers nothing. */
  const hasOffice = (): boolean => (officeSeen ||= store.office.get() !== null);
  /** Before an office is set up there is nothing that could be lost, and on a machine that is to take over another's data nothing to keep. */
  const isWorthKeeping = (): boolean => changedSince() > 0 && hasOffice();

  const alone = <Result>(work: () => Promise<Result>): Promise<Result> => asOnlyBackup(present.path, LONGEST_WAIT_MS, work);

  async function backUpNow(reason: BackupReason): Promise<MadeBackup> {
    const started = clock.elapsed();
    lastStarted = started;
    const sequence = newestWrite()?.sequence ?? 0;
    try {
      // between shifts what lies there is trusted; a shift ends with a backup of which every byte was read back
      const compares = reason !== "timer";
      const asked = { places: places(), reason, compares, at: clock.now(), clockDoubted: store.clock.doubt() !== null };
      const { manifests, failures } = await alone(() => takeSnapshot(present.store(), { ...asked, run: thread.run }));
      for (const failure of failures) tell(failure);
      const [first] = manifests;
      if (first === undefined) throw new StoreRefusal("backup-failed", failures[0]?.detail ?? "no folder took the backup");
      if (failures.length === 0) lastFailure = null;
      lastSequence = sequence;
      return { ...infoOf(first.folder, first.manifest, present.key()), failures };
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
    // it may be back before the next look would have missed it
    if (failure.code === "backup-place-missing") missingTold = true;
    onFailure(failure);
  }

  const make = (reason: BackupReason): Promise<MadeBackup> => queue.run(() => backUpNow(reason));

  const inBackground = (reason: BackupReason): void =>
    // already told through onFailure
    void make(reason).catch(() => undefined);

  function look(): void {
    if (queue.isBusy) return;
    present.inside().takeNotes(clock.now());
    const second = lookForSecond();
    const rest = Math.max(safetyOf(store).backupEveryMinutes * MINUTE_MS, lastTook * REST_FACTOR);
    const isRested = clock.elapsed() - lastStarted >= rest;
    if ((isRested && isWorthKeeping()) || (second.isBehind && (isRested || second.isBack))) {
      // while a command makes one, the next look is soon enough
      if (!isBackupUnderWay(present.path)) inBackground("timer");
    } else proving.look();
  }

  /** Tells of a second place that has gone away; whether one is there that lacks what was backed up without it. */
  function lookForSecond(): { readonly isBack: boolean; readonly isBehind: boolean } {
    const second = places().find(({ kind }) => kind === "second");
    const isMissing = second !== undefined && !isThere(second, storeId());
    const wasMissing = missingTold;
    missingTold = isMissing;
    if (isMissing && !wasMissing) {
      onFailure({
        at: clock.now(),
        folder: second.folder,
        code: "backup-place-missing",
        detail: `${second.folder} is not there`,
      });
    }
    const isBehind = second !== undefined && !isMissing && reachedAt(seen(), second.folder) < lastSequence;
    return { isBack: wasMissing && !isMissing, isBehind };
  }

  function status(): BackupStatus {
    const described = places().map((place) => standingOf(seen(), place));
    const [newest] = described.flatMap((place) => place.newest?.name ?? []).sort(furthestFirst);
    return {
      running: queue.isBusy,
      lastAt: newest === undefined ? null : instantOf(newest),
      lastFailure,
      strange: strangeAt(seen()),
      changedSince: changedSince(),
      everyMinutes: safetyOf(store).backupEveryMinutes,
      folders: described.map(({ view }) => view),
    };
  }

  function choose(place: string): void {
    try {
      markRoom(place, { storeId: storeId(), office: store.office.get() });
    } catch (error) {
      throw new StoreRefusal("backup-failed", `${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** What a place holds; backups whose list of parts is damaged are left out. */
  function infosAt(place: string): BackupInfo[] {
    try {
      return backupsAt(place).flatMap(infoIfSound);
    } catch (error) {
      // a share that went away, a stick that was pulled
      if (error instanceof Error && "code" in error) return [];
      throw error;
    }
  }

  function infoIfSound({ folder, name }: PlacedBackup): BackupInfo[] {
    try {
      return [infoOf(folder, readManifest(folder, name), present.key())];
    } catch (error) {
      if (error instanceof StoreRefusal) return [];
      throw error;
    }
  }

  for (const name of strangeAt(seen())) {
    onFailure({ at: clock.now(), folder: own, code: "backup-damaged", detail: `${name} tells of rows that are not here` });
  }

  return {
    calls: {
      status,
      list(folder) {
        if (folder !== undefined) requireLocalPath(folder);
        if (folder !== undefined) return placesBelow(folder).flatMap(infosAt).sort(newestFirst);
        return placesThere()
          .flatMap((place) => infosAt(place.folder))
          .filter(({ holds }) => holds !== null)
          .sort(newestFirst);
      },
      make,
      prove: ({ folder, name }) => {
        requireFolder(folder);
        return proving.prove(folder, name);
      },
      shiftEnded() {
        if (isWorthKeeping()) inBackground("shift");
      },
      setFolder(act, folder) {
        if (folder !== null) {
          requireLocalPath(folder);
          probeFolder(folder);
          choose(folder);
        }
        store.settings.put(act, SAFETY_SETTING, { ...safetyOf(store), backupFolder: folder }, "");
        missingTold = false;
        if (lastFailure !== null && lastFailure.folder !== own) lastFailure = null;
        if (folder !== null) inBackground("manual");
      },
    },
    verify: () => thread.run("verify", { storePath: present.path, key: present.key() }),
    newestWrite,
    inBackground,
    before: (work) =>
      queue.run(async () => {
        await backUpNow("before-restore");
        return await alone(work);
      }),
    beginAnew() {
      lastSequence = 0;
    },
    async finish() {
      clearInterval(timer);
      await queue.over();
      // told through onFailure, and by the next start
      if (isWorthKeeping()) await make("shift").catch(() => undefined);
    },
    stop() {
      clearInterval(timer);
      thread.stop();
    },
  };
}
