/** How a store and its backups stand, seen from beside: for the command line. */
import { dirname } from "node:path";
import type { Clock } from "../../clock.ts";
import type { ClockDoubt } from "../../../src-shared/contract/session.ts";
import { attachmentFolder } from "../areas/cases/attachment-files.ts";
import { furthestFirst, instantOf } from "../backups/names.ts";
import { ClockWatch, storeClock } from "../file/clock-watch.ts";
import { StoreRefusal, withStoreErrors } from "../file/errors.ts";
import { bytesBelow, freeBytes, sizeOf } from "../file/files.ts";
import { keyStatusOf } from "../keys/key-status.ts";
import { KNOWN_VERSION } from "../file/open.ts";
import type { PlacedBackup } from "../backups/places/rooms.ts";
import { besideStore, placesOf, reachedAt, standingOf, strangeAt } from "../backups/places/standing.ts";
import { infoOf } from "../restore/restore.ts";
import { safetyOf } from "../areas/office/safety-settings.ts";
import type { DataKey } from "../keys/sealing.ts";
import { readManifest } from "../trust/manifest.ts";
import type { BackupInfo, BackupPlaceStatus } from "../backups/types.ts";
import type { StoreFigures, StoreReader } from "../types.ts";
import { isInUse, type Looked, type LookOptions } from "./look.ts";

/** What failed last is known to the program that was there alone. */
export interface StatusBeside extends StoreFigures {
  readonly schemaVersion: number;
  /** Whether a program has the store open. */
  readonly inUse: boolean;
  /** Each place with the backup that reaches furthest in it; `null`: none, or its list of parts is damaged. */
  readonly places: readonly (BackupPlaceStatus & { readonly newest: BackupInfo | null })[];
  readonly clockDoubt: ClockDoubt | null;
  readonly store: StoreReader;
}

export function statusBeside(looked: Looked, { clock, keepers = [] }: LookOptions & { readonly clock: Clock }): StatusBeside {
  return withStoreErrors(() => {
    const { path, reader, key, keys, store } = looked;
    const standings = placesOf(looked).map((place) => standingOf(looked, place));
    const [newest] = standings.flatMap((place) => place.newest?.name ?? []).sort(furthestFirst);
    const sequence = store.audit.head()?.sequence ?? 0;
    return {
      schemaVersion: KNOWN_VERSION,
      inUse: isInUse(path),
      storeBytes: sizeOf(path),
      logBytes: sizeOf(`${path}-wal`),
      attachmentBytes: bytesBelow(attachmentFolder(path)),
      freeBytes: freeBytes(dirname(path)),
      keys: keyStatusOf(path, keys, keepers),
      backups: {
        running: false,
        lastAt: newest === undefined ? null : instantOf(newest),
        lastFailure: null,
        changedSince: Math.max(0, sequence - reachedAt(looked, besideStore(path))),
        everyMinutes: safetyOf(store).backupEveryMinutes,
        folders: standings.map(({ view }) => view),
        strange: strangeAt(looked),
      },
      places: standings.map((standing) => ({ ...standing.view, newest: infoIfSound(standing.newest, key) })),
      clockDoubt: storeClock(reader, new ClockWatch(clock)).doubt(),
      store,
    };
  });
}

function infoIfSound(backup: PlacedBackup | undefined, key: DataKey | null): BackupInfo | null {
  if (backup === undefined) return null;
  try {
    return infoOf(backup.folder, readManifest(backup.folder, backup.name), key);
  } catch (error) {
    if (error instanceof StoreRefusal) return null;
    throw error;
  }
}
