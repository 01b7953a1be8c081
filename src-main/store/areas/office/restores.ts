/** Restores as the audit of the restored store tells them, and the second person's word on those that one person made alone. */
import { AUDIT } from "../../file/columns.ts";
import type { Reader } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import { IS_RESTORE } from "../../trust/reach.ts";
import type { Store } from "../../types.ts";
import type { UnconfirmedRestore } from "./types.ts";

const CONFIRM = "backup.confirmRestore";

/** By the index of operations: restores are few, and rows of the audit are many. */
const NEWEST = `WHERE sequence = (
  SELECT max(sequence) FROM audit INDEXED BY audit_operation
  WHERE ${IS_RESTORE} AND detail ->> '$.toConfirm' = 1)`;
const CONFIRMED = `SELECT 1 FROM audit INDEXED BY audit_operation
  WHERE operation = '${CONFIRM}' AND write = 'store.confirmRestore' AND sequence > ? LIMIT 1`;

function unconfirmed(reader: Reader): UnconfirmedRestore | null {
  const row = AUDIT.get(reader, NEWEST);
  if (row === undefined || reader.get(CONFIRMED, row.sequence) !== undefined) return null;
  const detail = JSON.parse(row.detail) as Partial<Record<string, string | number | boolean>>;
  return {
    sequence: row.sequence,
    at: row.at,
    clerkId: row.clerkId,
    by: typeof detail["restorer"] === "string" ? detail["restorer"] : null,
    reason: typeof detail["reason"] === "string" ? detail["reason"] : "",
    backup: typeof detail["backup"] === "string" ? detail["backup"] : null,
    unsigned: detail["unsigned"] === true,
    lostCases: Number(detail["lostCases"] ?? 0),
    lostWrites: Number(detail["lostWrites"] ?? 0),
  };
}

const NEWEST_HERE = `WHERE sequence = (
  SELECT max(sequence) FROM audit INDEXED BY audit_operation
  WHERE ${IS_RESTORE} AND detail ->> '$.otherMachine' = 1)`;
const CHOSEN = `SELECT 1 FROM audit INDEXED BY audit_operation WHERE operation = 'backup.chooseFolder' AND sequence > ? LIMIT 1`;

function newMachine(reader: Reader): ReturnType<Store["restores"]["newMachine"]> {
  const row = AUDIT.get(reader, NEWEST_HERE);
  if (row === undefined || reader.get(CHOSEN, row.sequence) !== undefined) return null;
  const { secondPlaceWas } = JSON.parse(row.detail) as { readonly secondPlaceWas?: unknown };
  return { secondPlaceWas: typeof secondPlaceWas === "string" ? secondPlaceWas : null };
}

export const restoreReads = (reader: Reader): Pick<Store["restores"], "unconfirmed" | "newMachine"> => ({
  unconfirmed: () => unconfirmed(reader),
  newMachine: () => newMachine(reader),
});

export const restoreWrites = (perform: Perform): Pick<Store["restores"], "confirm"> => ({
  confirm(act, sequence, detail) {
    perform(act, "store.confirmRestore", (writer) => {
      requireClerk(writer, act);
      const waiting = unconfirmed(writer);
      if (waiting?.sequence !== sequence) throw new StoreRefusal("stale", `restore ${sequence} does not wait for anybody`);
      return { answer: null, subject: String(sequence), detail: { ...detail } };
    });
  },
});
