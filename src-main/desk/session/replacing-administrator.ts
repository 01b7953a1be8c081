/**
 * No office is left without an administrator: where none is there any more, the recovery code and somebody of the office with a
 * password of their own make one, or let a present one in again. The account counts as the same person as whoever stood by, and can
 * turn nothing alone, until a third person has confirmed it.
 */
import { randomUUID } from "node:crypto";
import type { AdministratorToConfirm, CheckedInput } from "../../../src-shared/contract/index.ts";
import type { ClerkIdentity, Role } from "../../../src-shared/domain/roles.ts";
import type { Clock } from "../../clock.ts";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import type { Safe, Store } from "../../store/types.ts";
import { REPLACING_TEXT, SECOND_PERSON_TEXT } from "./text.ts";
import { oneTimePassword } from "./one-time-passwords.ts";
import type { PasswordDesk } from "./password-desk.ts";
import { Refusal } from "../frame/refusal.ts";
import { isAlone, isWatching } from "./second-person.ts";
import type { DeskTools } from "../frame/tools.ts";

/** Whose work it is to watch over others first. An administrator who can sign in needs none of this. */
const WITNESSES: readonly (readonly Role[])[] = [["supervisor"], ["reviewer", "auditor"], ["clerk"]];

const isOwn = ({ active, mustChangePassword }: ClerkRow): boolean => active && !mustChangePassword;

/** Who may stand by in this office; `null`: nobody is there. */
function witnessRoles({ clerks }: Pick<Store, "clerks">): readonly Role[] | null {
  const roles = new Set(
    clerks
      .list()
      .filter(isOwn)
      .map(({ role }) => role),
  );
  return WITNESSES.find((rank) => rank.some((role) => roles.has(role))) ?? null;
}

export interface Replacement extends Omit<CheckedInput<"session.replaceAdministrator">, "recoveryCode"> {
  /** `null` where none was ever made and the machine itself vouches: by command only. */
  readonly recoveryCode: string | null;
  readonly operation: string;
  readonly input?: string;
}

interface Tools {
  readonly store: Store;
  readonly safe: Pick<Safe, "keys">;
  readonly clock: Clock;
}

/**
 * @returns the account and its one-time password; `null` where the request was carried out by an earlier process
 * @throws Refusal, StoreRefusal as the call of the contract tells them
 */
export async function replaceAdministrator(
  { store, safe, clock }: Tools,
  passwords: PasswordDesk,
  { requestId, recoveryCode, witness, administrator, reason, operation, input }: Replacement,
): Promise<{ readonly clerkId: string; readonly password: string | null }> {
  const { login, name } = administrator;
  const second = recoveryCode === null ? REPLACING_TEXT.byMachine : SECOND_PERSON_TEXT.byCode;
  if (recoveryCode !== null) await passwords.counted("recovery code", () => safe.keys.requireRecoveryCode(recoveryCode));
  const by = await requireWitness(store, passwords, witness, operation);
  const present = store.clerks.byLogin(login);
  const isCarriedOut = store.audit.inputOf(requestId) !== undefined;
  if (name === null && (present?.permanentRole !== "administrator" || !present.active))
    throw new Refusal("not-found", { message: REPLACING_TEXT.noSuchAdministrator });
  const password = oneTimePassword();
  const passwordHash = await passwords.hash(password);
  const id = name === null || isCarriedOut ? present!.id : randomUUID();
  const act = { operation, clerkId: by, at: clock.now(), requestId, ...(input === undefined ? {} : { input }) };
  const account = { id, login, name: name ?? present!.name, passwordHash };
  store.clerks.rescueAdministrator(act, account, { isNew: name !== null, reason, second });
  return { clerkId: id, password: isCarriedOut ? null : password };
}

/** Told whom it takes only after the code was right. */
async function requireWitness(
  store: Store,
  passwords: PasswordDesk,
  witness: Replacement["witness"],
  operation: string,
): Promise<string | null> {
  const roles = witnessRoles(store);
  if (roles === null && witness === null) return null;
  const row = witness === null ? undefined : store.clerks.byLogin(witness.login);
  if (witness === null || row === undefined || !isOwn(row) || roles?.includes(row.role) !== true)
    throw new Refusal("second-person-needed", { message: REPLACING_TEXT.witness(roles ?? []) });
  await passwords.confirm(row.id, witness.password, operation);
  return row.id;
}

export const isRescued = ({ clerks }: Pick<Store, "clerks">, clerkId: string): boolean =>
  clerks.rescued().some(({ id }) => id === clerkId);

/** Where nobody else may stand by, the one who was made confirms it by the recovery code: there is nobody whom it could be hidden from. */
export const confirmsThemself = (tools: Pick<DeskTools, "store">, clerkId: string): boolean =>
  isRescued(tools.store, clerkId) && isAlone(tools, clerkId, clerkId);

export function administratorToConfirm(
  tools: Pick<DeskTools, "store">,
  clerk: Pick<ClerkIdentity, "id" | "role">,
): AdministratorToConfirm | null {
  const [rescued] = tools.store.clerks.rescued();
  const row = rescued && tools.store.clerks.byId(rescued.id);
  if (rescued === undefined || row === undefined) return null;
  const { id, name, login, mustChangePassword } = row;
  const may = id === clerk.id ? confirmsThemself(tools, id) : isWatching(clerk.role);
  const confirm = !may ? "no" : mustChangePassword ? "not-yet" : "yes";
  return { id, name, login, at: rescued.at, by: rescued.byName, reason: rescued.reason, confirm };
}
