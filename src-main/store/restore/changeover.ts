/** A backup takes the place of the store that is open, and gives it back. */
import { copyFileSync, rmSync } from "node:fs";
import type { Clock } from "../../clock.ts";
import type { BackingUp } from "../backups/backing-up.ts";
import { contentsOf } from "../backups/contents.ts";
import { instantOf, type ChainHead } from "../backups/names.ts";
import { chainHead } from "../file/columns.ts";
import { StoreRefusal, withStoreErrors } from "../file/errors.ts";
import { headerIfSound, publish, removeUnfinished } from "../file/files.ts";
import { keyByRecoveryCode } from "../keys/recovery-code.ts";
import type { Present } from "./present-store.ts";
import { lostAndLeft, planRestore, prepareRestore } from "./restore.ts";
import { asideName, asides, incoming, noteIncoming, removeAside, stampFor, swapIn } from "./swap.ts";
import { isSigned, readManifest, type BackupManifest } from "../trust/manifest.ts";
import { reachOf } from "../trust/reach.ts";
import { requireFolder } from "../trust/outside.ts";
import type { Act } from "../file/types.ts";
import type { BackupInfo } from "../backups/types.ts";
import type { RestorePlan } from "./types.ts";
import type { Safe } from "../types.ts";

/** Stores that went aside for a restore; each is a whole copy. */
const ASIDES_KEPT = 2;

export function exchanging(present: Present, backups: BackingUp, { clock }: { readonly clock: Clock }): Safe["restore"] {
  const { path } = present;

  /** The present store goes aside, `<store>.restoring` takes its place; both ways are the same act. */
  function exchange(act: Act, detail: Readonly<Record<string, unknown>>): void {
    const stamp = stampFor(path, clock.now());
    // who restored may not be a clerk of the restored state: the chain takes the act all the same
    const { reader, keys } = present.inside();
    const note = { detail, leftReach: reachOf(reader), keys: keys?.keys ?? null, otherMachine: false };
    withStoreErrors(() => noteIncoming(path, present.key(), { ...act, requestId: null }, note));
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

  function inspect({ folder, name }: Pick<BackupInfo, "folder" | "name">): Promise<RestorePlan> {
    requireFolder(folder);
    const { reader, keys } = present.inside();
    const contents = contentsOf(reader, reader.pragma("user_version") as number);
    return planRestore(folder, name, present.key(), { reader, contents }, keys?.keys.keyId);
  }

  /** The end of the chain that is left: whoever has it on paper can find it again in the store that comes. */
  const leaving = (): ChainHead | undefined => chainHead(present.inside().reader);

  /** Of what went aside under another key nothing comes back by this one. */
  function undoableStamp(): string | undefined {
    const keyId = present.inside().keys?.keys.keyId ?? null;
    return asides(path).find((stamp) => keyIdOfFile(asideName(path, stamp)) === keyId);
  }

  /** A list of parts that anybody may have written counts only with the recovery code. */
  function requireVouched(manifest: BackupManifest, recoveryCode: string | null): void {
    const { keys } = present.inside();
    if (keys === null || isSigned(manifest, keys.key)) return;
    if (keys.keys.recovery === null) throw new StoreRefusal("backup-unsigned", `${manifest.name} is not signed`);
    if (recoveryCode === null) throw new StoreRefusal("recovery-code-needed", `${manifest.name} is not signed`);
    keyByRecoveryCode(keys.keys, recoveryCode);
  }

  return {
    inspect,
    async run(act, { folder, name }, { recoveryCode = null, detail = {} } = {}) {
      requireFolder(folder);
      const manifest = readManifest(folder, name);
      if (manifest.keys?.keyId !== present.inside().keys?.keys.keyId) {
        throw new StoreRefusal("backup-other-store", `${name} belongs to a store with another key`);
      }
      requireVouched(manifest, recoveryCode);
      await backups.before(async () => {
        const plan = await inspect({ folder, name });
        await prepareRestore(path, folder, name, present.key(), false);
        exchange(act, { ...detail, backup: name, ...(plan.signed ? {} : { unsigned: true }), ...lostAndLeft(plan, leaving()) });
      });
    },
    undoable() {
      const stamp = undoableStamp();
      return stamp === undefined ? null : { at: instantOf(`${stamp}-`) };
    },
    async undo(act, { detail } = { detail: {} }) {
      const stamp = undoableStamp();
      if (stamp === undefined) throw new StoreRefusal("not-found", "no restore to take back");
      await backups.before(() => {
        copyWhole(asideName(path, stamp), incoming(path));
        const left = leaving();
        exchange(act, { ...detail, undone: stamp, ...(left && { leftRow: left.sequence, leftHash: left.hash }) });
        return Promise.resolve();
      });
    },
  };
}

/** `null` without encryption; `undefined` for what is no store at all. */
function keyIdOfFile(path: string): string | null | undefined {
  const header = headerIfSound(path);
  return header?.encrypted === false ? null : header?.keyId;
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
