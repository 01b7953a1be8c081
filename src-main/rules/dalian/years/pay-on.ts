/**
 * Paying month by month to 50 (men) or 45 (women): resignees by 七(八), and by reading flexible workers retired early.
 * The months still to come count before anything is called short.
 */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import { NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf, MonthsValue } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { step, type Node } from "../../engine/node.ts";
import { bindPremium } from "../premium.ts";

export type PayOnNames = ReturnType<typeof bindPayOn>;

export const bindPayOn = (names: Bindings) => ({
  premium: bindPremium(names),
  step: { monthsToPay: names.step("monthsToPay"), projected: names.step("localProjected") },
  amount: names.amount("monthlyPremium"),
  date: names.date("payUntil"),
  notice: names.notice("keepPaying"),
});

/** The first month that is still to be paid. A bare number already holds the month of processing, unless it is 0. */
export const firstUnpaid = ({ set, count }: MonthsValue, asOf: AsOf): Month =>
  (set === null && count > 0) || set?.at(-1) === asOf.month ? asOf.month + 1 : asOf.month;

/** Local months at the end, when every month until then is paid. */
export function projectedMonths(
  { step: steps }: PayOnNames,
  paid: MonthsValue,
  asOf: AsOf,
  processing: Node,
  until: Node,
  local: Node,
): { readonly local: Node; readonly toPay: Node } {
  const toPay = step(steps.monthsToPay, Math.max(0, until.value - firstUnpaid(paid, asOf) + 1), [processing, until, local]);
  return { local: step(steps.projected, local.value + toPay.value, [local, toPay]), toPay };
}

/** What a month costs now, with what the sources disagree about. A premium that nobody knows is named and holds up nothing. */
export function tellPremium(names: PayOnNames, asOf: AsOf, draft: Draft): readonly Conflict[] {
  const premium = names.premium.of(asOf.month, draft.missing);
  if (premium === null) return NONE;
  draft.amounts.push({ definition: names.amount, role: "information", node: premium.total });
  return names.premium.conflictsIn(asOf.month);
}

/** Until when to pay, what it costs, and not to stop. */
export function tellPayOn(names: PayOnNames, asOf: AsOf, until: Node, toPay: Node, draft: Draft): readonly Conflict[] {
  draft.dates.push({ definition: names.date, node: until });
  if (toPay.value === 0) return NONE;
  draft.notices.push(names.notice);
  return tellPremium(names, asOf, draft);
}
