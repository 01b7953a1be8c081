/** Somebody else of the office who stands by when one person alone could turn back what all have done. */
import { WATCHING } from "../../src-shared/contract/define.ts";
import type { CheckedInput } from "../../src-shared/contract/index.ts";
import type { ClerkIdentity } from "../../src-shared/domain/roles.ts";
import type { ClerkRow } from "../store/types.ts";
import type { PasswordDesk } from "./password-desk.ts";
import { Refusal } from "./refusal.ts";
import { SECOND_PERSON_TEXT } from "./safety-messages.ts";
import type { DeskTools } from "./tools.ts";

export type Second = CheckedInput<"backup.restore">["second"];

/** An account whose password somebody else has given is not yet anybody's own. */
export const mayStandBy = (row: ClerkRow, first: string): boolean =>
  row.active && row.id !== first && !row.mustChangePassword && WATCHING.some((role) => role === row.role);

export const isAlone = ({ store }: Pick<DeskTools, "store">, first: string): boolean =>
  !store.clerks.list().some((row) => mayStandBy(row, first));

/**
 * @returns the second person, as the audit names them
 * @throws Refusal `second-person-needed`, `wrong-password`, `slow-down`, `recovery-code-wrong`
 */
export async function requireSecondPerson(
  { store, safe }: Pick<DeskTools, "store" | "safe">,
  passwords: PasswordDesk,
  first: Pick<ClerkIdentity, "id">,
  second: Second,
  operation: string,
): Promise<string> {
  if (second !== null && "login" in second) {
    const row = store.clerks.byLogin(second.login);
    // one answer, so that nobody learns here which logins there are
    if (row === undefined || !mayStandBy(row, first.id)) throw new Refusal("second-person-needed");
    await passwords.confirm(row.id, second.password, operation);
    return `${row.name}（${row.login}）`;
  }
  // in an office of one the recovery code stands for the one who keeps it
  if (!isAlone({ store }, first.id)) throw new Refusal("second-person-needed");
  if (second === null || safe?.keys.status().recoveryCodeMadeAt == null) {
    throw new Refusal("second-person-needed", { message: SECOND_PERSON_TEXT.alone });
  }
  await passwords.recoveryCode(() => safe.keys.requireRecoveryCode(second.recoveryCode));
  return SECOND_PERSON_TEXT.byCode;
}
