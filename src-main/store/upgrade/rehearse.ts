/** An upgrade tried on a copy of the store: what it would do, before it is done. */
import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Clock } from "../../clock.ts";
import { attachmentFolder } from "../areas/cases/attachment-files.ts";
import { openReader } from "../file/connection.ts";
import { StoreError, withStoreErrors } from "../file/errors.ts";
import { realStorePath, sizeOf } from "../file/files.ts";
import { keyFiles, type KeyKeeper } from "../keys/keys.ts";
import { keysToLook } from "../beside/look.ts";
import { KNOWN_VERSION, openStore, readStoreHeader } from "../file/open.ts";
import type { StoreProblem } from "../file/types.ts";

export interface Rehearsal {
  readonly fromVersion: number;
  /** The same as `fromVersion` where there is nothing to do. */
  readonly toVersion: number;
  /** What the store holds after it, as `verify` finds it; empty = sound. */
  readonly problems: readonly StoreProblem[];
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Attachments are read only: a second name is enough where the disk has such. */
function mirror(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { mode: 0o700 });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) mirror(source, target);
    else {
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
  }
}

/**
 * Also while an app has the store open. The copy lies in a folder of its own beside the store and is gone afterwards; a store
 * that is not encrypted is tried without encryption.
 * @throws StoreError as `openStore`
 */
export function rehearseUpgrade(
  given: string,
  { clock, keepers }: { readonly clock: Clock; readonly keepers: readonly KeyKeeper[] },
): Rehearsal {
  return withStoreErrors(() => {
    if (!existsSync(given)) throw new StoreError("not-ours", `there is no store ${given}`);
    const path = realStorePath(given);
    const header = readStoreHeader(path);
    const key = keysToLook(path, header, { keepers })?.key ?? null;
    const folder = mkdtempSync(join(dirname(path), "upgrade-trial-"));
    try {
      const trial = join(folder, basename(path));
      const reader = openReader(path, key);
      try {
        reader.copyTo(trial);
      } finally {
        reader.close();
      }
      for (const suffix of keyFiles) if (existsSync(path + suffix)) copyFileSync(path + suffix, trial + suffix);
      mirror(attachmentFolder(path), attachmentFolder(trial));
      const bytes = sizeOf(trial);
      const started = clock.elapsed();
      const store = openStore(trial, { clock, ...(header.encrypted ? { keepers } : {}) });
      try {
        const milliseconds = Math.round(clock.elapsed() - started);
        const { fromVersion, toVersion } = store.upgraded() ?? { fromVersion: KNOWN_VERSION, toVersion: KNOWN_VERSION };
        return { fromVersion, toVersion, problems: store.verify(), milliseconds, bytes };
      } finally {
        store.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
