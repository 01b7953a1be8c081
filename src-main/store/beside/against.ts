/**
 * The audit chain against the heads of it that the backups of a folder keep: a chain that goes on from all of them was never cut off,
 * exchanged or written anew since. Where it does not, the backup itself tells from which row on the two part.
 */
import { rmSync } from "node:fs";
import { assemble } from "../backups/folder.ts";
import { decodeContents } from "../backups/contents.ts";
import { anchorIn, type ChainHead } from "../backups/names.ts";
import { openReader, type Reader } from "../file/connection.ts";
import { AUDIT } from "../file/columns.ts";
import { StoreError, StoreRefusal } from "../file/errors.ts";
import { removeUnfinished } from "../file/files.ts";
import { holdLock } from "../file/lock.ts";
import { ownerOf } from "../backups/places/marker.ts";
import { backupsAt, placesBelow, storeIdOf } from "../backups/places/rooms.ts";
import { IS_RESTORE } from "../trust/reach.ts";
import { isSigned, readManifest } from "../trust/manifest.ts";
import { requireFolder } from "../trust/outside.ts";
import type { Looked } from "./look.ts";

/**
 * `contained`: the chain goes on from it. `left`: it is of a stretch that a restore has left behind, as the row of the restore says.
 * `shorter`: the chain ends before it. `different`: it has another row there. `damaged`: its list of parts cannot be believed.
 */
type AgainstVerdict = "contained" | "left" | "shorter" | "different" | "damaged";

interface AgainstBackup {
  readonly folder: string;
  readonly name: string;
  readonly at: string | null;
  readonly verdict: AgainstVerdict;
  readonly sequence: number | null;
  /** Row of the restore that has left it behind. */
  readonly restore: number | null;
  /** Whether only a program with the store's key can have made it. */
  readonly signed: boolean;
}

/** A row as the chain has it, or a backup. */
interface ToldRow {
  readonly sequence: number;
  readonly at: string;
  readonly operation: string;
}

interface PartingRow {
  /** Of the first row that is not the same. */
  readonly sequence: number;
  readonly here: ToldRow | null;
  readonly there: ToldRow | null;
  /** Which backup says so. */
  readonly backup: string;
}

export interface Against {
  readonly backups: readonly AgainstBackup[];
  /** From where on the chain is not the one that the earliest backup of another chain holds; `null`: none is, or it could not be opened. */
  readonly parting: PartingRow | null;
  /** Backups of other stores in the same folder, by whom they belong to. */
  readonly others: readonly { readonly office: string | null; readonly storeId: string; readonly backups: number }[];
}

interface Restored {
  readonly sequence: number;
  readonly at: string;
  readonly leftRow: number;
}

/** @throws StoreRefusal `not-found`, `folder-refused` */
export async function compareAgainst(looked: Looked, folder: string): Promise<Against> {
  requireFolder(folder);
  const { reader, key, storeId } = looked;
  const restores = restoresOf(reader);
  const backups: AgainstBackup[] = [];
  const others = new Map<string, { readonly office: string | null; readonly storeId: string; backups: number }>();
  for (const { folder: room, name } of placesBelow(folder).flatMap(backupsAt)) {
    let manifest;
    let signed;
    try {
      manifest = readManifest(room, name);
      const whose = storeIdOf(manifest.keys);
      if (whose !== storeId && manifest.keys !== null) {
        const other = others.get(whose) ?? { office: ownerOf(room)?.office?.name ?? null, storeId: whose, backups: 0 };
        other.backups++;
        others.set(whose, other);
        continue;
      }
      signed = isSigned(manifest, key);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      backups.push({ folder: room, name, at: null, verdict: "damaged", sequence: null, restore: null, signed: false });
      continue;
    }
    const held = decodeContents(manifest.contents, manifest.keys === null ? null : key);
    const head = held?.auditHash == null ? anchorIn(name) : { sequence: held.auditSequence, hash: held.auditHash };
    // a store without rows holds nothing that could be compared
    if (head === undefined) continue;
    const { at } = manifest;
    backups.push({ folder: room, name, at, sequence: head.sequence, signed, ...verdictOn(reader, head, at, restores) });
  }
  const parted = backups.filter(({ verdict }) => verdict === "different").toSorted((a, b) => a.sequence! - b.sequence!)[0];
  return { backups, parting: parted === undefined ? null : await partingOf(looked, parted), others: [...others.values()] };
}

const restoresOf = (reader: Reader): Restored[] =>
  reader.all<Restored>(
    `SELECT sequence, at, detail ->> '$.leftRow' AS leftRow FROM audit INDEXED BY audit_operation
     WHERE ${IS_RESTORE} AND detail ->> '$.leftRow' IS NOT NULL`,
  );

function verdictOn(
  reader: Reader,
  { sequence, hash }: ChainHead,
  at: string,
  restores: readonly Restored[],
): Pick<AgainstBackup, "verdict" | "restore"> {
  const row = reader.get<{ hash: string }>("SELECT hash FROM audit WHERE sequence = ?", sequence);
  if (row?.hash.startsWith(hash) === true) return { verdict: "contained", restore: null };
  // made before the restore, of rows beyond where it went back to, and not beyond what it says to have left
  const left = restores.find((restore) => sequence >= restore.sequence && sequence <= restore.leftRow && at <= restore.at);
  if (left !== undefined) return { verdict: "left", restore: left.sequence };
  return { verdict: row === undefined ? "shorter" : "different", restore: null };
}

/** The backup is put together beside the store and compared row by row: each hash stands for all rows before it. */
async function partingOf({ path, reader, key }: Looked, { folder, name }: AgainstBackup): Promise<PartingRow | null> {
  const scratch = `${path}.comparing`;
  const lock = holdLock(scratch);
  try {
    removeUnfinished(scratch);
    const manifest = readManifest(folder, name);
    await assemble(folder, manifest, scratch, () => undefined);
    const backup = openReader(scratch, manifest.keys === null ? null : key);
    try {
      return firstDifference(reader, backup, name);
    } finally {
      backup.close();
    }
  } catch (error) {
    // damaged, or without room: that the chains differ is told all the same
    if (error instanceof StoreRefusal || error instanceof StoreError) return null;
    throw error;
  } finally {
    removeUnfinished(scratch);
    lock.release();
    rmSync(`${scratch}.lock`, { force: true });
  }
}

const TOLD = AUDIT.part("sequence", "at", "operation", "hash");
function firstDifference(here: Reader, there: Reader, backup: string): PartingRow {
  const rowOf = (reader: Reader, sequence: number): (ToldRow & { readonly hash: string }) | undefined =>
    TOLD.get(reader, "WHERE sequence = ?", sequence);
  const told = (row: ReturnType<typeof rowOf>): ToldRow | null =>
    row === undefined ? null : { sequence: row.sequence, at: row.at, operation: row.operation };
  let same = 0;
  let differs = there.get<{ last: number }>("SELECT max(sequence) AS last FROM audit")!.last;
  while (differs - same > 1) {
    const middle = Math.floor((same + differs) / 2);
    const [one, other] = [rowOf(here, middle), rowOf(there, middle)];
    if (one !== undefined && one.hash === other?.hash) same = middle;
    else differs = middle;
  }
  return { sequence: differs, here: told(rowOf(here, differs)), there: told(rowOf(there, differs)), backup };
}
