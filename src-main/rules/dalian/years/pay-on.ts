/**
 * Paying month by month to 50 (men) or 45 (women): resignees by 七(八), and by reading flexible workers retired early.
 * The months still to come count before anything is called short.
 */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import type { Draft } from "../../engine/draft.ts";
import type { AsOf, MonthsValue } from "../../engine/facts/facts.ts";
import { told, type Node } from "../../engine/node.ts";
import { plus } from "../../engine/operations.ts";
import type { AmountDefinition, DateDefinition, NoticeFound } from "../../engine/result.ts";
import type { PayOn } from "../../generated/dalian/data.ts";
import { premiumConflictsIn, premiumOf, type PremiumNames } from "../premium.ts";

type PremiumTold = PremiumNames & { readonly amount: { readonly monthlyPremium: AmountDefinition } };
type PayOnTold = PremiumTold & { readonly date: { readonly payUntil: DateDefinition } };

/** The first month that is still to be paid. A bare number already holds the month of processing, unless it is 0. */
export const firstUnpaid = ({ set, count }: MonthsValue, asOf: AsOf): Month =>
  (set === null && count > 0) || set?.at(-1) === asOf.month ? asOf.month + 1 : asOf.month;

export interface Projected {
  /** Local months at the end, when every month until then is paid. */
  readonly local: Node;
  readonly toPay: Node;
}

export function projectedMonths(
  { step: steps }: PayOn,
  paid: MonthsValue,
  asOf: AsOf,
  processing: Node,
  until: Node,
  local: Node,
): Projected {
  const toPay = told(steps.monthsToPay, Math.max(0, until.value - firstUnpaid(paid, asOf) + 1), [processing, until, local]);
  return { local: plus(steps.localProjected, local, toPay), toPay };
}

/** What a month costs now, with what the sources disagree about. A premium that nobody knows is named and holds up nothing. */
export function tellPremium(names: PremiumTold, asOf: AsOf, draft: Draft): void {
  const premium = premiumOf(names, asOf.month, draft);
  if (premium === null) return;
  draft.amounts.push({ definition: names.amount.monthlyPremium, role: "information", node: premium.total });
  const found = premiumConflictsIn(names, asOf.month);
  draft.conflicts = draft.conflicts.length === 0 ? found : [...draft.conflicts, ...found];
}

/** Until when to pay, what it costs, and not to stop. */
export function tellPayOn(names: PayOnTold, asOf: AsOf, until: Node, toPay: Node, keepPaying: NoticeFound, draft: Draft): void {
  draft.dates.push({ definition: names.date.payUntil, node: until });
  if (toPay.value === 0) return;
  draft.notices.push(keepPaying);
  tellPremium(names, asOf, draft);
}
