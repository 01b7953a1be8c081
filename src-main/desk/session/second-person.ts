/** Somebody else of the office who stands by when one person alone could turn back what all have done. */
import { WATCHING } from "../../../src-shared/contract/define.ts";
import type { CheckedInput } from "../../../src-shared/contract/index.ts";
import type { ClerkIdentity, Role } from "../../../src-shared/domain/roles.ts";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import type { PasswordDesk } from "./password-desk.ts";
import { namedClerk } from "../office/text.ts";
import { giversOf, personsOf } from "../people/persons.ts";
import { Refusal } from "../frame/refusal.ts";
import { SECOND_PERSON_TEXT } from "./text.ts";
import type { DeskTools } from "../frame/tools.ts";

export type SecondInput = CheckedInput<"backup.restore">["second"];

export const isWatching = (role: Role): boolean => WATCHING.some((one) => one === role);

/** Whoever else works in the office, seen from the one who acts. An account whose password somebody else has given is nobody's own yet. */
interface Around {
  /** With a password of their own, in a role that watches: they stand by. */
  readonly watching: readonly ClerkRow[];
  /** With a password of their own, in another role: where nobody watches, they are the second person. */
  readonly colleagues: readonly ClerkRow[];
  /**
   * Who watches, though they may not be able to stand by at this moment: a password that was reset makes nobody disappear. Accounts
   * that the one who acts has made, and that nobody has confirmed, are nobody.
   */
  readonly others: readonly ClerkRow[];
}

/** @param concerned whose account it is about: they are no second person for it either */
function around({ store }: Pick<DeskTools, "store">, first: string, concerned?: string): Around {
  const persons = personsOf(store);
  const all = store.clerks.list().filter(({ id, active }) => active && id !== first && id !== concerned);
  const able = all.filter(({ id, mustChangePassword }) => !mustChangePassword && !persons.same(id, first));
  return {
    watching: able.filter(({ role }) => isWatching(role)),
    colleagues: able.filter(({ role }) => !isWatching(role)),
    others: all.filter(
      (row) => isWatching(row.role) && (!persons.same(row.id, first) || giversOf(store, row)[0]?.what === "password"),
    ),
  };
}

/** Nobody who watches could stand by. */
export const isAlone = (tools: Pick<DeskTools, "store">, first: string, concerned?: string): boolean =>
  around(tools, first, concerned).watching.length === 0;

/** Then the recovery code is asked for. */
export function hasNobody(tools: Pick<DeskTools, "store">, first: string): boolean {
  const { watching, colleagues } = around(tools, first);
  return watching.length + colleagues.length === 0;
}

/** So long whoever was locked out by a reset has to say so, before the recovery code stands for them. */
const WAITING_DAYS = 7;

/** Somebody who watches, and whose password was reset so lately that they may not have noticed. */
export function lockedOutLately(
  tools: Pick<DeskTools, "store" | "clock">,
  first: string,
  concerned?: string,
): ClerkRow | undefined {
  const since = new Date(Date.parse(tools.clock.now()) - WAITING_DAYS * 24 * 60 * 60_000).toISOString();
  return around(tools, first, concerned).others.find((row) => (giversOf(tools.store, row)[0]?.at ?? "") > since);
}

async function requireCode(
  safe: DeskTools["safe"],
  passwords: PasswordDesk,
  second: SecondInput,
  message: string,
): Promise<string> {
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
  second: SecondInput,
  concerned: ClerkRow,
): Promise<{ readonly second?: string }> {
  const { watching, others } = around(tools, first.id, concerned.id);
  const isLast = watching.length === 0 && around(tools, first.id).watching.some(({ id }) => id === concerned.id);
  if (!isLast || others.length === 0) return {};
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
  second: SecondInput,
): Promise<string> {
  if (!hasNobody(tools, first.id)) {
    return await requireSecondPerson(tools, passwords, first, second, "keys.newRecoveryCode");
  }
  if (!hasCode(tools.safe) || around(tools, first.id).others.length === 0) return SECOND_PERSON_TEXT.nobody;
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
  second: SecondInput,
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
  second: SecondInput,
  operation: string,
  concerned?: string,
): Promise<string> {
  const { watching, colleagues } = around(tools, first.id, concerned);
  const may = watching.length > 0 ? watching : colleagues;
  if (second !== null && "login" in second) {
    const row = tools.store.clerks.byLogin(second.login);
    // one answer, so that nobody learns here which logins there are
    if (row === undefined || !may.some(({ id }) => id === row.id)) throw new Refusal("second-person-needed");
    await passwords.confirm(row.id, second.password, operation);
    return namedClerk(row);
  }
  // in an office of one the recovery code stands for the one who keeps it
  if (watching.length > 0) throw new Refusal("second-person-needed");
  if (colleagues.length > 0) throw new Refusal("second-person-needed", { message: SECOND_PERSON_TEXT.colleague });
  // it may be in the very hands that reset everybody else's password
  const gone = lockedOutLately(tools, first.id, concerned);
  if (gone !== undefined) {
    throw new Refusal("second-person-needed", { message: SECOND_PERSON_TEXT.resetLately(namedClerk(gone), WAITING_DAYS) });
  }
  return await requireCode(tools.safe, passwords, second, SECOND_PERSON_TEXT.alone);
}
