/** What is paid at once under DL-06, and the shortfall of every retirement. */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import type { Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { plus, sum } from "../../engine/operations.ts";
import type { Facts } from "../../generated/dalian/retirement.ts";
import { heldBase, tell } from "../base-limits.ts";
import { payment, tellTopUp, topUpPayment, type Payment } from "../years/top-up.ts";
import type { Names } from "./retirement.ts";
import type { WayIn } from "./way.ts";

/** A base that was assessed then, within the limits of the day: without published ones it stands as told, and a notice says so. */
function assessed(names: Names, base: Node, date: number, draft: Draft): Node {
  const held = heldBase(names, base, date, draft, { missing: [] });
  if (held === null) tell(draft, names.notice.limitsUnknown);
  return held ?? base;
}

/** Base of the retirement month × the regular rates of unit and person, at the figures of that month. */
function buyUpPayments(names: Names, base: Node, date: number, months: Node, draft: Draft): void {
  for (const { figure, steps, definition } of names.buyUpParts) {
    const rate = figure.at(date);
    if (rate === null) draft.missing.push({ figure, date });
    else draft.amounts.push({ definition, role: "due", node: payment(names, steps, base, rate, months).total });
  }
}

/** The shortfall at the base of the retirement month and both rates: the other reading of clause 五. */
function shortfallAtOwnBase(names: Names, base: Node, date: number, shortfall: Node, draft: Draft): Payment | null {
  const unit = names.figure.unitRate.at(date);
  const person = names.figure.personRate.at(date);
  if (unit === null || person === null) return null;
  draft.remarks.push(names.reading.earlyShortfallBase.node);
  return payment(names, names.ownBaseSteps, base, plus(names.step.bothRates, unit, person), shortfall);
}

/** Everything due; the sum where months up to 50/45 are paid at once. */
export function tellDue(
  names: Names,
  facts: Facts,
  { pension, buyUp }: WayIn,
  topUp: Payment | null,
  shortfall: Node,
  draft: Draft,
): Node | null {
  const months = buyUp?.months ?? null;
  if (months === null || months.value === 0) {
    if (topUp !== null) tellTopUp(names, topUp, draft);
    return null;
  }
  const date = firstDayOf(pension!.value);
  const base = assessed(names, leaf(names.fact.retirementBase, facts.retirementBase!), date, draft);
  const own = shortfall.value > 0 ? shortfallAtOwnBase(names, base, date, shortfall, draft) : null;
  const byReading = own !== null && names.reading.earlyShortfallBase.is.retirementMonth;
  const [due, other] = byReading ? [own, topUp] : [topUp, own];
  if (due !== null) tellTopUp(names, due, draft);
  buyUpPayments(names, base, date, months, draft);
  const parts = draft.amounts.filter(({ role }) => role === "due").map(({ node }) => node);
  const total = parts.length > 0 ? sum(names.step.totalDue, parts) : null;
  if (total !== null) draft.remarks.push(total);
  if (own !== null && other !== null)
    draft.amounts.push({ definition: names.amount.topUpOther, role: "information", node: other.total });
  return total;
}

/** The shortfall at the figures of today. */
export function topUpOf(
  names: Names,
  { ownBase }: Facts,
  asOf: AsOf,
  processing: Node,
  shortfall: Node,
  draft: Draft,
  lacking: Pick<Draft, "missing">,
): Payment | null {
  // the own base is that of the month before
  const held =
    ownBase === undefined ? null : assessed(names, leaf(names.fact.ownBase, ownBase), firstDayOf(asOf.month - 1), draft);
  return topUpPayment(names, held, asOf, processing, shortfall, draft, lacking);
}
