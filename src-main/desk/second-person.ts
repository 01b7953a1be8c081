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

/**
 * Whether there is somebody of the office beside `first` who watches, though they may not be able to stand by at this moment: a
 * password that `first` has reset makes nobody disappear. Accounts that `first` made, and that nobody has confirmed, are nobody.
 */
function hasOthers({ store }: Pick<DeskTools, "store">, first: string, concerned?: string): boolean {
  const persons = personsOf(store);
  return store.clerks.list().some(({ id, active, role, givenBy }) => {
    if (!active || id === first || id === concerned || !WATCHING.some((one) => one === role)) return false;
    if (!persons.same(id, first)) return true;
    const given = store.clerks
      .history(id)
      .find(({ what, byId }) => byId === givenBy && (what === "password" || what === "added"));
    return given?.what === "password";
  });
}

/** @param concerned whose account it is about: they are no second person for it either */
export const isAlone = ({ store }: Pick<DeskTools, "store">, first: string, concerned?: string): boolean => {
  const persons = personsOf(store);
  return !store.clerks.list().some((row) => row.id !== concerned && mayStandBy(row, first, persons));
};

async function requireCode(safe: DeskTools["safe"], passwords: PasswordDesk, second: Second, message: string): Promise<string> {
  if (second === null || !("recoveryCode" in second) || safe === undefined || !hasCode(safe)) {
    throw new Refusal("second-person-needed", { message });
  }
  await passwords.counted("recovery code", () => safe.keys.requireRecoveryCode(second.recoveryCode));
  return SECOND_PERSON_TEXT.byCode;
}

/**
 * The password of somebody who could stand by is about to be reset. Where that would leave nobody who can, though the office has
 * others (whose passwords were reset before), one person alone would have made the office theirs: that takes the recovery code.
 * @throws as `requireSecondPerson`
 */
export async function requireOthersLeft(
  { store, safe }: Pick<DeskTools, "store" | "safe">,
  passwords: PasswordDesk,
  first: Pick<ClerkIdentity, "id">,
  second: Second,
  concerned: ClerkRow,
): Promise<{ readonly second?: string }> {
  const isWatcher = mayStandBy(concerned, first.id, personsOf(store));
  if (!isWatcher || !isAlone({ store }, first.id, concerned.id) || !hasOthers({ store }, first.id, concerned.id)) return {};
  return { second: await requireCode(safe, passwords, second, SECOND_PERSON_TEXT.lastOne) };
}

/**
 * Who stands by when a recovery code is made: it will stand for a second person. Somebody else, where there is anybody; else the
 * code of before, where there are others who cannot; nobody in an office of one, and where no code was ever made.
 * @throws as `requireSecondPerson`
 */
export async function standingByForCode(
  { store, safe }: Pick<DeskTools, "store" | "safe">,
  passwords: PasswordDesk,
  first: Pick<ClerkIdentity, "id">,
  second: Second,
): Promise<string> {
  if (!isAlone({ store }, first.id)) {
    return await requireSecondPerson({ store, safe }, passwords, first, second, "keys.newRecoveryCode");
  }
  if (!hasCode(safe) || !hasOthers({ store }, first.id)) return SECOND_PERSON_TEXT.nobody;
  return await requireCode(safe, passwords, second, SECOND_PERSON_TEXT.oldCode);
}

const hasCode = (safe: DeskTools["safe"]): boolean => safe?.keys.status().recoveryCodeMadeAt != null;

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
  // whoever is to be unmade is somebody to ask
  if (second === null && !hasCode(tools.safe) && isAlone(tools, first.id)) return SECOND_PERSON_TEXT.nobodyElse;
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
  return await requireCode(safe, passwords, second, SECOND_PERSON_TEXT.alone);
}
