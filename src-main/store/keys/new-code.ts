/** A new recovery code in the place of the one before. */
import { codeNumber, prepareRecoveryCode, takeRecoveryCode } from "./keys.ts";
import type { StoreInternals } from "../file/open.ts";
import { seconded } from "../file/operation.ts";
import { codeIdOf, makeRecoveryCode, wrapByCode } from "./recovery-code.ts";
import { StoreRefusal } from "../file/errors.ts";
import { NEW_CODE } from "../trust/code-in-force.ts";
import type { Act, Second } from "../file/types.ts";

/**
 * The audit row decides: until it is written the code before holds, and from then on this one, wherever the process dies.
 * @returns the code, to be shown once
 * @throws StoreRefusal `bad-input` without encryption; StoreError `full`, `read-only`: then the code before holds
 */
export function newRecoveryCode(path: string, inside: StoreInternals, act: Act, second?: Second, scryptCost?: number): string {
  const { keys } = inside;
  if (keys === null) throw new StoreRefusal("bad-input", "the store is not encrypted");
  const code = makeRecoveryCode();
  const wrapped = wrapByCode(keys.key, code, act.at, codeNumber(keys.keys) + 1, scryptCost);
  const id = codeIdOf(wrapped);
  const tell = (asked: Act): string =>
    inside.perform(asked, NEW_CODE, () => ({ answer: id, subject: null, detail: { code: id, ...seconded(second) } }));
  const prepared = prepareRecoveryCode(path, keys, wrapped);
  // whose answer was lost has never seen the code of then: this one is told of as well
  if (tell(act) !== id) tell({ ...act, requestId: null });
  inside.keys = takeRecoveryCode(path, prepared, wrapped);
  return code;
}
