/**
 * Which recovery code holds. A code wraps the store's key, and a wrap that somebody has kept goes on opening it after the code was
 * replaced: so the audit of the store itself names the code that holds, and the program opens nothing by another, whatever older key
 * file is laid beside the store.
 */
import { AUDIT } from "../file/columns.ts";
import type { Reader } from "../file/connection.ts";
import { StoreRefusal } from "../file/errors.ts";
import type { StoreKeys } from "../keys/keys.ts";
import { codeIdOf, type RecoveryWrap } from "../keys/recovery-code.ts";
import { RESTORE_OPERATIONS } from "./reach.ts";

/** As the contract calls it: by that the audit's index finds it. */
export const NEW_CODE = "keys.newRecoveryCode";
/** The store's key was made anew, under the code that held. */
export const NEW_KEY = "counter rekey";
const NAMES = [NEW_CODE, NEW_KEY, ...RESTORE_OPERATIONS].map((name) => `'${name}'`).join(", ");

export interface CodesTold {
  /** It is the one that the audit names last. */
  isNamed(recovery: RecoveryWrap): boolean;
  /** Another one took its place. */
  isEnded(recovery: RecoveryWrap): boolean;
  /** As far as this store knows, which may be an earlier state than the one that the code is of. */
  wasReplaced(recovery: RecoveryWrap): boolean;
}

interface Told {
  readonly at: string;
  readonly write: string;
  /** `null` in rows of earlier programs, which told when a code was made, and nothing of it after a restore. */
  readonly code: string | null;
}

export function codesTold(reader: Reader): CodesTold {
  const told = reader.all<Told>(
    `SELECT ${AUDIT.part("at", "write").selected}, detail ->> '$.code' AS code FROM audit
     WHERE operation IN (${NAMES}) AND write IN ('${NEW_CODE}', 'keys.rekey', 'store.restore') ORDER BY sequence DESC`,
  );
  const newest = told[0]?.code ?? null;
  const isToldBy = ({ at, code }: Told, recovery: RecoveryWrap): boolean =>
    code === null ? at === recovery.madeAt : code === codeIdOf(recovery);
  /** A restore of earlier programs says nothing about codes. */
  const naming = told.filter(({ write, code }) => write === NEW_CODE || code !== null);
  const isNamed = (recovery: RecoveryWrap): boolean => newest === codeIdOf(recovery);
  const wasReplaced = (recovery: RecoveryWrap): boolean => {
    const place = naming.findIndex((row) => isToldBy(row, recovery));
    return place > 0;
  };
  return {
    isNamed,
    wasReplaced,
    // earlier programs did not tell of a code that was made anew because its answer was lost
    isEnded: (recovery) => (newest === null ? wasReplaced(recovery) : !isNamed(recovery)),
  };
}

/** @throws StoreRefusal `recovery-code-ended` */
export function requireNotEnded(isEnded: CodesTold["isEnded"], { recovery }: Pick<StoreKeys, "recovery">): void {
  if (recovery !== null && isEnded(recovery)) {
    throw new StoreRefusal("recovery-code-ended", `the recovery code of ${recovery.madeAt} was replaced`);
  }
}

/** For the row of a restore: the code that holds from it on, although the state that comes may know only an earlier one. */
export function codeFrom(reader: Reader, keys: Pick<StoreKeys, "recovery"> | null): { readonly code?: string } {
  if (keys === null) return {};
  if (keys.recovery === null) return { code: "" };
  return codesTold(reader).wasReplaced(keys.recovery) ? {} : { code: codeIdOf(keys.recovery) };
}
