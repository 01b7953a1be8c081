/** Who may be the second person of a case. */
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import type { CaseRow } from "../../store/areas/cases/types.ts";
import type { Store } from "../../store/types.ts";
import { REVIEW_TEXT } from "./text.ts";
import { personsOf, type Persons } from "../people/persons.ts";
import { officeSettings } from "../office/settings.ts";
import type { DeskTools } from "../frame/tools.ts";

type Tools = Pick<DeskTools, "store">;

export const mayReview = ({ store }: Tools, { role }: Pick<ClerkIdentity, "role">): boolean =>
  officeSettings(store).review.roles.some((allowed) => allowed === role);

export type ReviewBar = { readonly code: "not-allowed" | "same-person"; readonly message: string };

type Reviewed = Pick<CaseRow, "clerkId">;

/**
 * Whoever wrote any content of a case is no second person for it, under whatever account. `null`: may decide.
 * Where nobody else is left, a supervisor may who did not submit it: see `standsAlone`.
 */
export function barredFromReview(
  tools: Tools,
  row: Reviewed,
  savers: ReadonlySet<string>,
  clerk: ClerkIdentity,
): ReviewBar | null {
  if (!mayReview(tools, clerk)) return { code: "not-allowed", message: REVIEW_TEXT.role };
  const persons = personsOf(tools.store);
  if (!wrote(persons, savers, clerk.id) || standsAlone(tools, row, savers, clerk, persons)) return null;
  return { code: "same-person", message: savers.has(clerk.id) ? REVIEW_TEXT.mine : REVIEW_TEXT.sameHand };
}

const wrote = (persons: Persons, savers: ReadonlySet<string>, id: string): boolean =>
  [...savers].some((saver) => persons.same(saver, id));

/** A supervisor wrote a part of what somebody else submitted, and nobody is left who wrote none of it: then it takes a reason. */
export function standsAlone(
  tools: Tools,
  { clerkId }: Reviewed,
  savers: ReadonlySet<string>,
  clerk: ClerkIdentity,
  persons: Persons = personsOf(tools.store),
): boolean {
  if (clerk.role !== "supervisor" || !wrote(persons, savers, clerk.id) || persons.same(clerkId, clerk.id)) return false;
  return !others(tools.store).some((other) => mayReview(tools, other) && !wrote(persons, savers, other.id));
}

/** Those who can sign in with a password of their own. */
const others = (store: Pick<Store, "clerks">) =>
  store.clerks.list().filter(({ active, mustChangePassword }) => active && !mustChangePassword);

/** A cancellation is confirmed by somebody else than who asked for it. */
export function barredFromConfirming(tools: Tools, askedBy: string, clerk: ClerkIdentity): ReviewBar | null {
  if (!mayReview(tools, clerk)) return { code: "not-allowed", message: REVIEW_TEXT.role };
  if (personsOf(tools.store).same(askedBy, clerk.id)) return { code: "same-person", message: REVIEW_TEXT.askedByYou };
  return null;
}
