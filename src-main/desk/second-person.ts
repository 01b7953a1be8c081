/** Somebody else of the office who stands by when one person alone could turn back what all have done. */
import { WATCHING } from "../../src-shared/contract/define.ts";
import type { CheckedInput } from "../../src-shared/contract/index.ts";
import type { ClerkIdentity, Role } from "../../src-shared/domain/roles.ts";
import type { ClerkRow } from "../store/types.ts";
import type { PasswordDesk } from "./password-desk.ts";
import { giversOf, personsOf, type Persons } from "./persons.ts";
import { Refusal } from "./refusal.ts";
import { SECOND_PERSON_TEXT } from "./safety-messages.ts";
import type { DeskTools } from "./tools.ts";

export type Second = CheckedInput<"backup.restore">["second"];

/** An account whose password somebody else has given is not yet anybody's own. */
export const mayStandBy = (row: ClerkRow, first: string, persons: Persons): boolean =>
  row.active && !row.mustChangePassword && !persons.same(row.id, first) && isWatching(row.role);

/**
 * Whoever watches beside `first`, though they may not be able to stand by at this moment: a password that was reset makes nobody
 * disappear. Accounts that `first` made, and that nobody has confirmed, are nobody.
 */
function others({ store }: Pick<DeskTools, "store">, first: string, concerned?: string): ClerkRow[] {
  const persons = personsOf(store);
  return store.clerks.list().filter((row) => {
    const { id, active, role } = row;
    if (!active || id === first || id === concerned || !isWatching(role)) return false;
    return !persons.same(id, first) || giversOf(store, row)[0]?.what === "password";
  });
}

/** Whoever else works there, has a password of their own, and does not watch: where nobody does, they are the second person. */
const colleagues = ({ store }: Pick<DeskTools, "store">, first: string, concerned?: string): ClerkRow[] => {
  const persons = personsOf(store);
  return store.clerks
    .list()
    .filter(
      ({ id, active, role, mustChangePassword }) =>
        active && !mustChangePassword && id !== concerned && !isWatching(role) && !persons.same(id, first),
    );
};

const isWatching = (role: Role): boolean => WATCHING.some((one) => one === role);

/** Then the recovery code is asked for. */
export const hasNobody = (tools: Pick<DeskTools, "store">, first: string): boolean =>
  isAlone(tools, first) && colleagues(tools, first).length === 0;

/** So long whoever was locked out by a reset has to say so, before the recovery code stands for them. */
const WAITING_DAYS = 7;

/** Somebody who watches, and whose password was reset so lately that they may not have noticed. */
export function lockedOutLately(
  tools: Pick<DeskTools, "store" | "clock">,
  first: string,
  concerned?: string,
): ClerkRow | undefined {
  const since = new Date(Date.parse(tools.clock.now()) - WAITING_DAYS * 24 * 60 * 60_000).toISOString();
  return others(tools, first, concerned).find((row) => (giversOf(tools.store, row)[0]?.at ?? "") > since);
}

/**
 * The recovery code may be in the very hands that reset everybody else's password.
 * @throws Refusal `second-person-needed` while somebody of the office could still come back, or could stand by
 */
function requireNobody(tools: Pick<DeskTools, "store" | "clock">, first: string, concerned?: string): void {
  if (colleagues(tools, first, concerned).length > 0) {
    throw new Refusal("second-person-needed", { message: SECOND_PERSON_TEXT.colleague });
  }
  const gone = lockedOutLately(tools, first, concerned);
  if (gone !== undefined) {
    const message = SECOND_PERSON_TEXT.resetLately(`${gone.name}（${gone.login}）`, WAITING_DAYS);
    throw new Refusal("second-person-needed", { message });
  }
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
  tools: Pick<DeskTools, "store" | "safe" | "clock">,
  passwords: PasswordDesk,
  first: Pick<ClerkIdentity, "id">,
  second: Second,
  concerned: ClerkRow,
): Promise<{ readonly second?: string }> {
  const isWatcher = mayStandBy(concerned, first.id, personsOf(tools.store));
  if (!isWatcher || !isAlone(tools, first.id, concerned.id) || others(tools, first.id, concerned.id).length === 0) return {};
  if (second === null) throw new Refusal("second-person-needed", { message: SECOND_PERSON_TEXT.lastOne });
  return { second: await requireSecondPerson(tools, passwords, first, second, "clerks.resetPassword", concerned.id) };
}

/**
 * Who stands by when a recovery code is made: it will stand for a second person. Somebody else, where there is anybody; else the
 * code of before, where there are others who cannot; nobody in an office of one, and where no code was ever made.
 * @throws as `requireSecondPerson`
 */
export async function standingByForCode(
  tools: Pick<DeskTools, "store" | "safe" | "clock">,
  passwords: PasswordDesk,
  first: Pick<ClerkIdentity, "id">,
  second: Second,
): Promise<string> {
  if (!isAlone(tools, first.id) || colleagues(tools, first.id).length > 0) {
    return await requireSecondPerson(tools, passwords, first, second, "keys.newRecoveryCode");
  }
  if (!hasCode(tools.safe) || others(tools, first.id).length === 0) return SECOND_PERSON_TEXT.nobody;
  return await requireCode(tools.safe, passwords, second, SECOND_PERSON_TEXT.oldCode);
}

const hasCode = (safe: DeskTools["safe"]): boolean => safe?.keys.status().recoveryCodeMadeAt != null;

/**
 * The same for what an office settles before it has a second person: where there is neither anybody to ask nor a code yet, that is
 * what the audit says.
 */
export async function secondOrNobody(
  tools: Pick<DeskTools, "store" | "safe" | "clock">,
  passwords: PasswordDesk,
  first: Pick<ClerkIdentity, "id">,
  second: Second,
  operation: string,
  concerned?: string,
): Promise<string> {
  // whoever is to be unmade is somebody to ask
  if (second === null && !hasCode(tools.safe) && hasNobody(tools, first.id)) return SECOND_PERSON_TEXT.nobodyElse;
  return await requireSecondPerson(tools, passwords, first, second, operation, concerned);
}

/**
 * @returns the second person, as the audit names them
 * @throws Refusal `second-person-needed`, `wrong-password`, `slow-down`, `recovery-code-wrong`
 */
export async function requireSecondPerson(
  tools: Pick<DeskTools, "store" | "safe" | "clock">,
  passwords: PasswordDesk,
  first: Pick<ClerkIdentity, "id">,
  second: Second,
  operation: string,
  concerned?: string,
): Promise<string> {
  const { store, safe } = tools;
  const alone = isAlone(tools, first.id, concerned);
  if (second !== null && "login" in second) {
    const row = store.clerks.byLogin(second.login);
    const stands =
      row !== undefined &&
      row.id !== concerned &&
      (mayStandBy(row, first.id, personsOf(store)) ||
        (alone && colleagues(tools, first.id, concerned).some(({ id }) => id === row.id)));
    // one answer, so that nobody learns here which logins there are
    if (!stands) throw new Refusal("second-person-needed");
    await passwords.confirm(row.id, second.password, operation);
    return `${row.name}（${row.login}）`;
  }
  // in an office of one the recovery code stands for the one who keeps it
  if (!alone) throw new Refusal("second-person-needed");
  requireNobody(tools, first.id, concerned);
  return await requireCode(safe, passwords, second, SECOND_PERSON_TEXT.alone);
}
