/** Somebody else of the office who stands by when one person alone could turn back what all have done. */
import { WATCHING } from "../../src-shared/contract/define.ts";
import type { CheckedInput } from "../../src-shared/contract/index.ts";
import type { ClerkIdentity } from "../../src-shared/domain/roles.ts";
import type { ClerkRow } from "../store/types.ts";
import type { PasswordDesk } from "./password-desk.ts";
import { personsOf, type Persons } from "./persons.ts";
import { Refusal } from "./refusal.ts";
import { SECOND_PERSON_TEXT } from "./safety-messages.ts";
import type { DeskTools } from "./tools.ts";

export type Second = CheckedInput<"backup.restore">["second"];

/** An account whose password somebody else has given is not yet anybody's own. */
export const mayStandBy = (row: ClerkRow, first: string, persons: Persons): boolean =>
  row.active && !row.mustChangePassword && !persons.same(row.id, first) && WATCHING.some((role) => role === row.role);

/** @param concerned whose account it is about: they are no second person for it either */
export const isAlone = ({ store }: Pick<DeskTools, "store">, first: string, concerned?: string): boolean => {
  const persons = personsOf(store);
  return !store.clerks.list().some((row) => row.id !== concerned && mayStandBy(row, first, persons));
};

/**
 * The same for what an office settles before it has a second person: where there is neither anybody to ask nor a code yet, that is
 * what the audit says.
 */
export async function secondOrNobody(
  tools: Pick<DeskTools, "store" | "safe">,
  passwords: PasswordDesk,
  first: Pick<ClerkIdentity, "id">,
  second: Second,
  operation: string,
  concerned?: string,
): Promise<string> {
  const hasCode = tools.safe?.keys.status().recoveryCodeMadeAt != null;
  // whoever is to be unmade is somebody to ask
  if (second === null && !hasCode && isAlone(tools, first.id)) return SECOND_PERSON_TEXT.nobodyElse;
  return await requireSecondPerson(tools, passwords, first, second, operation, concerned);
}

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
  concerned?: string,
): Promise<string> {
  if (second !== null && "login" in second) {
    const row = store.clerks.byLogin(second.login);
    // one answer, so that nobody learns here which logins there are
    if (row === undefined || row.id === concerned || !mayStandBy(row, first.id, personsOf(store)))
      throw new Refusal("second-person-needed");
    await passwords.confirm(row.id, second.password, operation);
    return `${row.name}（${row.login}）`;
  }
  // in an office of one the recovery code stands for the one who keeps it
  if (!isAlone({ store }, first.id, concerned)) throw new Refusal("second-person-needed");
  if (second === null || safe?.keys.status().recoveryCodeMadeAt == null) {
    throw new Refusal("second-person-needed", { message: SECOND_PERSON_TEXT.alone });
  }
  await passwords.counted("recovery code", () => safe.keys.requireRecoveryCode(second.recoveryCode));
  return SECOND_PERSON_TEXT.byCode;
}
