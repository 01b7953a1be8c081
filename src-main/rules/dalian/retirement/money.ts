/** What is paid at once under DL-06, and the shortfall of every retirement. */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import type { Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, Node, step } from "../../engine/node.ts";
import type { FigureMissing } from "../../engine/result.ts";
import { payment, topUpPayment, type Payment } from "../years/top-up.ts";
import type { Names, RetirementFacts } from "./names.ts";
import type { WayIn } from "./way.ts";

/** A base that was assessed then, within the limits of the day: without published ones it stands as told, and a notice says so. */
function assessed({ limits, notice }: Names, base: Node, date: number, draft: Draft): Node {
  const held = limits.held(base, date, draft, []);
  if (held === null && !draft.notices.includes(notice.limitsUnknown)) draft.notices.push(notice.limitsUnknown);
  return held ?? base;
}

/** The base of the retirement month, within the limits of that month. */
const retirementBase = (names: Names, facts: RetirementFacts, pension: Node, draft: Draft): Node =>
  assessed(names, leaf(names.step.retirementBase, facts.retirementBase!), firstDayOf(pension.value), draft);

/** Base of the retirement month × the regular rates of unit and person, at the figures of that month. */
function buyUpPayments(names: Names, base: Node, pension: Node, months: Node, draft: Draft): void {
  const { figure, step: steps, amount, shared } = names;
  const date = firstDayOf(pension.value);
  for (const part of [
    { rate: figure.unitRate, steps: steps.buyUpUnit, definition: amount.buyUpUnit },
    { rate: figure.personRate, steps: steps.buyUpPerson, definition: amount.buyUpPerson },
  ]) {
    const rate = part.rate.at(date);
    if (rate === null) draft.missing.push({ figure: part.rate, date });
    else {
      const { total } = payment(shared, part.steps, base, rate, months);
      draft.amounts.push({ definition: part.definition, role: "due", node: total });
    }
  }
}

/** The shortfall at the base of the retirement month and both rates: the other reading of clause 五. */
function shortfallAtOwnBase(names: Names, base: Node, pension: Node, shortfall: Node, draft: Draft): Payment | null {
  const { figure, step: steps, shared, reading } = names;
  const date = firstDayOf(pension.value);
  const unit = figure.unitRate.at(date);
  const person = figure.personRate.at(date);
  if (unit === null || person === null) return null;
  draft.remarks.push(reading.earlyShortfallBase);
  const rate = new Node(
    steps.bothRates,
    unit.value * person.divisor + person.value * unit.divisor,
    unit.divisor * person.divisor,
    [unit, person],
  );
  return payment(shared, steps.ownBaseTopUp, base, rate, shortfall);
}

/** Everything due, with its sum where it has several parts; says whether a top-up is priced. */
export function dueAmounts(names: Names, facts: RetirementFacts, asOf: AsOf, way: WayIn, shortfall: Node, draft: Draft): boolean {
  const { amount, reading } = names;
  const buys = way.buyUpMonths !== null && way.buyUpMonths.value > 0;
  const topUp = shortfall.value > 0 ? topUpOf(names, facts, asOf, shortfall, draft, draft.missing) : null;
  const base = buys ? retirementBase(names, facts, way.pension!, draft) : null;
  const own = base !== null && shortfall.value > 0 ? shortfallAtOwnBase(names, base, way.pension!, shortfall, draft) : null;
  const [due, other] = own !== null && reading.earlyShortfallAtOwnBase ? [own, topUp] : [topUp, own];
  if (due !== null) {
    draft.amounts.push({ definition: amount.topUp, role: "due", node: due.total });
    if (due.month !== null) draft.amounts.push({ definition: amount.topUpMonth, role: "part", node: due.month });
  }
  if (base !== null) {
    buyUpPayments(names, base, way.pension!, way.buyUpMonths!, draft);
    addTotal(names, draft);
    if (own !== null && other !== null)
      draft.amounts.push({ definition: amount.topUpOther, role: "information", node: other.total });
  }
  return topUp !== null;
}

function addTotal(names: Names, draft: Draft): void {
  const parts: Node[] = [];
  let fen = 0;
  for (const { role, node } of draft.amounts) {
    if (role !== "due") continue;
    parts.push(node);
    fen += node.value;
  }
  if (parts.length > 0) draft.remarks.push(step(names.step.totalDue, fen, parts));
}

/** The shortfall at today's base while it is not due: it will be paid at the base of its own month. */
export function estimateTopUp(names: Names, facts: RetirementFacts, asOf: AsOf, shortfall: Node, draft: Draft): boolean {
  // an estimate waits for no figure
  const estimate = topUpOf(names, facts, asOf, shortfall, draft, []);
  if (estimate !== null)
    draft.amounts.push({ definition: names.amount.topUpEstimate, role: "information", node: estimate.total });
  return estimate !== null;
}

function topUpOf(
  names: Names,
  facts: RetirementFacts,
  asOf: AsOf,
  shortfall: Node,
  draft: Draft,
  missing: FigureMissing[],
): Payment | null {
  const own = facts.ownBase === undefined ? null : leaf(names.step.ownBase, facts.ownBase);
  // the own base is that of the month before
  const held = own === null ? null : assessed(names, own, firstDayOf(asOf.month - 1), draft);
  return topUpPayment(names.shared, held, asOf, leaf(names.step.processingMonth, asOf.month), shortfall, { missing });
}
