/** What a test needs and another does by keyboard: an office, its clerks, forms and cases, made by calls of the page. */
import { WATCHING } from "../../src-shared/contract/define.ts";
import type { ClerkView, NewClerkView } from "../../src-shared/contract/office.ts";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import { USUAL_SETTINGS, type OfficeSettings } from "../../src-shared/domain/office-settings.ts";
import { REVIEW_ROLES, type Role } from "../../src-shared/domain/roles.ts";
import { PASSWORD, type Workplace } from "./workplace.ts";

export const requestId = (): string => crypto.randomUUID();

export const OFFICE = "大连市中山区医保经办中心";
export const MATTER = "dalian.retirement";

/** A retirement of September 2025, as far as it is told. */
export const draftOf = (person: DraftContent["person"], more: Partial<DraftContent> = {}): DraftContent => ({
  matter: MATTER,
  asOf: "2025-09-16",
  person,
  facts: {},
  materials: [],
  caseId: null,
  amends: false,
  ...more,
});

export interface NewComer {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

interface NewOffice {
  readonly office?: string;
  readonly cities?: readonly string[];
  readonly clerks?: readonly NewComer[];
  /** Where it works alone, nobody else could look at the cases. */
  readonly review?: boolean;
}

/** An office with its administrator 王敏, who sits there then. */
export async function setUpOffice(
  place: Workplace,
  { office = OFFICE, cities = ["dalian"], clerks = [], review = true }: NewOffice = {},
): Promise<void> {
  await place.ask("session.setup", {
    requestId: requestId(),
    office: { code: "210202", name: office, cities },
    login: "admin",
    name: "王敏",
    password: PASSWORD,
  });
  // while there is nobody to ask
  if (!review) await changeSettings(place, { review: { ...USUAL_SETTINGS.review, on: false } }, "单人窗口，暂不复核");
  for (const clerk of clerks) {
    const oneTime = await newClerk(place, clerk);
    await place.ask("session.login", { login: clerk.login, password: oneTime });
    await place.ask("session.changePassword", { requestId: requestId(), current: oneTime, next: PASSWORD });
    await place.ask("session.login", { login: "admin", password: PASSWORD });
  }
  // where they look at each other's cases they have to be known as different people
  if (clerks.some(({ role }) => REVIEW_ROLES.some((one) => one === role))) await confirmClerks((...call) => place.ask(...call));
  await place.as("admin");
}

export const changeSettings = (place: Workplace, changes: Partial<OfficeSettings>, reason: string): Promise<unknown> =>
  place.ask("office.changeSettings", { requestId: requestId(), settings: { ...USUAL_SETTINGS, ...changes }, reason });

/**
 * Says of all accounts whose they are: the first with a recovery code, as nobody else is there, the others by whoever is known then.
 * Signed in is the administrator who made them.
 */
export async function confirmClerks(ask: <Value>(name: string, input: object) => Promise<Value>): Promise<void> {
  const { code } = await ask<{ readonly code: string }>("keys.newRecoveryCode", { requestId: requestId(), password: PASSWORD });
  let second: object = { recoveryCode: code };
  for (const { id, login, role, unconfirmed, mustChangePassword } of await ask<readonly ClerkView[]>("clerks.list", {})) {
    if (!unconfirmed || mustChangePassword) continue;
    await ask("clerks.confirm", { requestId: requestId(), id, second });
    // whoever watches stands by before any colleague, and any colleague before the code
    if ("recoveryCode" in second || WATCHING.some((one) => one === role)) second = { login, password: PASSWORD };
  }
}

/** @returns the one-time password */
export async function newClerk(place: Workplace, clerk: NewComer): Promise<string> {
  const { oneTimePassword } = await place.ask<NewClerkView>("clerks.create", { requestId: requestId(), ...clerk });
  return oneTimePassword!;
}
