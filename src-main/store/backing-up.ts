/** Backups of the store that is open: when they are made, where to, what came of them. */
import { dirname, join } from "node:path";
import type { Clock } from "../clock.ts";
import { codeOf } from "./backup-failures.ts";
import { probeFolder } from "./backup-folder.ts";
import { BACKUP_FOLDER, furthestFirst, instantOf } from "./backup-names.ts";
import { StoreRefusal } from "./errors.ts";
import { freeBytes } from "./files.ts";
import { threads, type Threads } from "./in-thread.ts";
import type { Present } from "./present.ts";
import { isOnDeviceOf, isThere, markRoom, ownerOf } from "./places/marker.ts";
import { backupsAt, placesBelow, roomOf, roomsIn, storeIdOf, type PlacedBackup } from "./places/rooms.ts";
import { ownBackups } from "./places/taking-over.ts";
import { provingOf } from "./proving.ts";
import { infoOf, newestFirst } from "./restore.ts";
import { SAFETY_SETTING, safetyOf } from "./safety.ts";
import { takeSnapshot } from "./snapshot.ts";
import { Serial } from "../serial.ts";
import { strangeNames } from "./trust/freshness.ts";
import { readManifest } from "./trust/manifest.ts";
import { requireFolder, requireLocalPath } from "./trust/outside.ts";
import type {
  BackupFailure,
  BackupInfo,
  BackupPlace,
  BackupPlaceStatus,
  BackupReason,
  BackupStatus,
  MadeBackup,
  Safe,
  Store,
  StoreProblem,
} from "./types.ts";

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
  let lastSequence = reachedAt(own);
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
        const { room, names } = ownAt(folder);
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

  function places(): BackupPlace[] {
    const { backupFolder } = safetyOf(store);
    const beside = { folder: own, kind: "beside-store" } as const;
    return backupFolder === null ? [beside] : [beside, { folder: backupFolder, kind: "second" }];
  }
  function storeId(): string {
    return storeIdOf(present.inside().keys?.keys ?? null);
  }
  const placesThere = (): BackupPlace[] => places().filter((place) => isThere(place, storeId()));
  const newestWrite: BackingUp["newestWrite"] = () =>
    present.inside().reader.get("SELECT sequence, at FROM audit ORDER BY sequence DESC LIMIT 1");
  const changedSince = (): number => Math.max(0, (newestWrite()?.sequence ?? 0) - lastSequence);
  /** Asked of the store only until it has one: at its end a damaged store answers nothing. */
  const hasOffice = (): boolean => (officeSeen ||= store.office.get() !== null);
  /** Before an office is set up there is nothing that could be lost, and on a machine that is to take over another's data nothing to keep. */
  const isWorthKeeping = (): boolean => changedSince() > 0 && hasOffice();

  /** The room in a place, and those of its backups that are earlier states of what is open now. */
  function ownAt(place: string): { readonly room: string; readonly names: readonly string[] } {
    const room = roomOf(place, storeId());
    return { room, names: ownBackups(room, present.inside().reader, present.key()) };
  }

  /** How far the newest backup of a place reaches. */
  function reachedAt(place: string): number {
    try {
      const { room, names } = ownAt(place);
      if (names[0] === undefined) return 0;
      const { holds } = infoOf(room, readManifest(room, names[0]), present.key());
      return holds?.auditSequence ?? 0;
    } catch (error) {
      // a damaged manifest, a place that went away: the next backup is due at once
      if (error instanceof StoreRefusal || (error instanceof Error && "code" in error)) return 0;
      throw error;
    }
  }

  async function backUpNow(reason: BackupReason): Promise<MadeBackup> {
    const started = clock.elapsed();
    lastStarted = started;
    const sequence = newestWrite()?.sequence ?? 0;
    try {
      // between shifts what lies there is trusted; a shift ends with a backup of which every byte was read back
      const compares = reason !== "timer";
      const asked = { places: places(), reason, compares, at: clock.now(), clockDoubted: store.clock.doubt() !== null };
      const { manifests, failures } = await takeSnapshot(present.store(), { ...asked, run: thread.run });
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
    const second = lookForSecond();
    const rest = Math.max(safetyOf(store).backupEveryMinutes * MINUTE_MS, lastTook * REST_FACTOR);
    const isRested = clock.elapsed() - lastStarted >= rest;
    if ((isRested && isWorthKeeping()) || (second.isBehind && (isRested || second.isBack))) inBackground("timer");
    else proving.look();
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
    const isBehind = second !== undefined && !isMissing && reachedAt(second.folder) < lastSequence;
    return { isBack: wasMissing && !isMissing, isBehind };
  }

  /** With the backup of a place that reaches furthest. */
  function statusOf(place: BackupPlace): { readonly view: BackupPlaceStatus; readonly newest: string | undefined } {
    const { folder, kind } = place;
    const names = isThere(place, storeId()) ? namesIfReadable(folder) : undefined;
    const reachable = names !== undefined;
    const newest = names?.[0];
    const view = {
      ...place,
      reachable,
      lastAt: newest === undefined ? null : instantOf(newest),
      backups: names?.length ?? 0,
      freeBytes: reachable ? freeBytes(folder) : null,
      sameDevice: reachable && kind === "second" && isOnDeviceOf(folder, present.path),
      others: reachable ? othersAt(folder) : [],
    };
    return { view, newest };
  }

  /** Also those that an earlier program has laid into the place itself. */
  function namesIfReadable(place: string): readonly string[] | undefined {
    try {
      return [...ownAt(place).names, ...ownBackups(place, present.inside().reader, present.key())];
    } catch (error) {
      // a share that went away, a stick that was pulled
      if (error instanceof Error && "code" in error) return undefined;
      throw error;
    }
  }

  const othersAt = (place: string): (string | null)[] =>
    roomsIn(place)
      .filter((room) => room !== roomOf(place, storeId()))
      .map((room) => ownerOf(room)?.office?.name ?? null);

  /** In any place that is there; of what cannot be read nobody knows more than its name. */
  function strange(): string[] {
    try {
      const { reader } = present.inside();
      return placesThere().flatMap(({ folder }) => strangeNames(roomOf(folder, storeId()), reader));
    } catch (error) {
      // a share that went away, a stick that was pulled
      if (error instanceof Error && "code" in error) return [];
      throw error;
    }
  }

  function status(): BackupStatus {
    const described = places().map(statusOf);
    const [newest] = described.flatMap((place) => place.newest ?? []).sort(furthestFirst);
    return {
      running: queue.isBusy,
      lastAt: newest === undefined ? null : instantOf(newest),
      lastFailure,
      strange: strange(),
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

  for (const name of strange()) {
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
        return await work();
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
