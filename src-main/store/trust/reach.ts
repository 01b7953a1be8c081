/**
 * How far a store has come, over its restores. Rows of the audit are counted in one chain; a restore goes back in it, and what is
 * written afterwards is newer than what was left, although its rows have lower numbers. Each restore therefore notes by how much
 * the rows after it are lifted, so that of all backups of a store the newest is the one that reaches furthest, whatever the clocks said.
 */
import type { Reader } from "../file/connection.ts";

/** Every way in which a store takes the place of another, as the audit names it. */
export const RESTORE_OPERATIONS = [
  "backup.restore",
  "backup.undoRestore",
  "rescue.restore",
  "rescue.accept",
  "counter restore",
] as const;
/** Rows of the audit that tell of one, as a condition. */
export const IS_RESTORE = `operation IN (${RESTORE_OPERATIONS.map((name) => `'${name}'`).join(", ")}) AND write = 'store.restore'`;

const lastRow = (reader: Reader): number =>
  reader.get<{ last: number | null }>("SELECT max(sequence) AS last FROM audit")?.last ?? 0;

/** Earlier programs noted only the row that was left. */
const liftOf = (reader: Reader): number =>
  reader.get<{ lift: number | null }>(
    `SELECT max(0, max(coalesce(detail ->> '$.lift', detail ->> '$.leftRow' + 1 - sequence, 0))) AS lift
     FROM audit WHERE ${IS_RESTORE}`,
  )?.lift ?? 0;

export const reachOf = (reader: Reader): number => lastRow(reader) + liftOf(reader);

/** For the row of a restore that is about to be written: from it on the store is ahead of what it leaves. */
export const liftBeyond = (reader: Reader, leftReach: number): number => Math.max(liftOf(reader), leftReach - lastRow(reader));
