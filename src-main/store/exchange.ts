/** A backup takes the place of the store that is open, and gives it back. */
import { copyFileSync, rmSync } from "node:fs";
import type { Clock } from "../clock.ts";
import { requireKnownFolder, type BackingUp } from "./backing-up.ts";
import { contentsOf } from "./backup-contents.ts";
import { readManifest } from "./backup-folder.ts";
import { instantOf } from "./backup-names.ts";
import { StoreRefusal, withStoreErrors } from "./errors.ts";
import { publish, removeUnfinished } from "./files.ts";
import { keysFile } from "./keys.ts";
import type { Present } from "./present.ts";
import { infoOf, planRestore, prepareRestore } from "./restore.ts";
import { asideName, asides, incoming, noteIncoming, stampFor, swapIn } from "./swap.ts";
import type { Act, Safe } from "./types.ts";

/** Stores that went aside for a restore; each is a whole copy. */
const ASIDES_KEPT = 2;

export function exchanging(present: Present, backups: BackingUp, { clock }: { readonly clock: Clock }): Safe["restore"] {
  const { path } = present;

  /** The present store goes aside, `<store>.restoring` takes its place; both ways are the same act. */
  function exchange(act: Act, detail: Readonly<Record<string, unknown>>): void {
    const stamp = stampFor(path, clock.now());
    // who restored may not be a clerk of the restored state: the chain takes the act all the same
    withStoreErrors(() => noteIncoming(path, present.key(), { ...act, requestId: null }, detail));
    present.close();
    // cut short it is completed at the next opening, as after a crash
    withStoreErrors(() => swapIn(path, stamp, null));
    try {
      present.store();
    } catch (error) {
      const aside = asideName(path, stamp);
      copyWhole(aside, incoming(path));
      withStoreErrors(() => swapIn(path, `${stamp}-failed`, null));
      // it is the present one again, and no restore to be taken back
      removeAside(aside);
      throw error;
    }
    backups.beginAnew();
    for (const old of asides(path).slice(ASIDES_KEPT)) removeAside(asideName(path, old));
    backups.inBackground("manual");
  }

  return {
    inspect: ({ folder, name }) => {
      requireKnownFolder(folder);
      const { reader } = present.inside();
      const contents = contentsOf(reader, reader.pragma("user_version") as number);
      return planRestore(folder, name, present.key(), { reader, contents });
    },
    async run(act, { folder, name }) {
      requireKnownFolder(folder);
      const manifest = readManifest(folder, name);
      if (manifest.keys?.keyId !== present.inside().keys?.keys.keyId) {
        throw new StoreRefusal("backup-damaged", `${name} belongs to a store with another key`);
      }
      await backups.before(async () => {
        await prepareRestore(path, folder, name, present.key(), false);
        exchange(act, { backup: name, holds: infoOf(folder, manifest, present.key()).holds });
      });
    },
    undoable() {
      const [stamp] = asides(path);
      return stamp === undefined ? null : { at: instantOf(`${stamp}-`) };
    },
    async undo(act) {
      const [stamp] = asides(path);
      if (stamp === undefined) throw new StoreRefusal("not-found", "no restore to take back");
      await backups.before(() => {
        copyWhole(asideName(path, stamp), incoming(path));
        exchange(act, { undone: stamp });
        return Promise.resolve();
      });
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
