/** From which month retiree treatment, and what holds until then. */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import { countMonths, intersectMonths, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { cover, coverFrom, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Names, RetirementFacts } from "./names.ts";
import type { WayIn } from "./way.ts";

export function retiredTreatment(
  names: Names,
  facts: RetirementFacts,
  asOf: AsOf,
  way: WayIn,
  shortfall: Node,
  draft: Draft,
): void {
  const from = retiredFrom(names, asOf, way, shortfall);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  if (way.early && from.value > asOf.month + 1) {
    draft.dates.push({ definition: names.date.inServiceUntil, node: step(names.step.inServiceUntil, from.value - 1, [from]) });
    cover(draft, "in-service", names.coverage.inService, [asOf.month, from.value - 1]);
  }
  coverFrom(draft, "retired", names.coverage.retired, from.value);
  if (way.buyUpMonths !== null) boughtForThePast(names, facts, asOf, way, draft);
  // a sum of today is not told of a month years ahead
  const credit = from.value <= asOf.month + 1 ? names.figure.accountCredit.at(firstDayOf(from.value)) : null;
  if (credit !== null) draft.amounts.push({ definition: names.amount.accountCredit, role: "information", node: credit });
}

/** Months bought that have passed already: the guide does not say what was covered in them. */
function boughtForThePast(names: Names, facts: RetirementFacts, asOf: AsOf, { pension }: WayIn, draft: Draft): void {
  const past: MonthSet = [pension!.value + 1, asOf.month - 1];
  if (past[0]! > past[1]!) return;
  const months = past[1]! - past[0]! + 1 - countMonths(intersectMonths(facts.contributed.set ?? [], past));
  if (months === 0) return;
  draft.remarks.push(step(names.step.pastMonths, months, [pension!, leaf(names.step.processingMonth, asOf.month)]));
  draft.notices.push(names.notice.pastMonthsSilent);
}

function retiredFrom(names: Names, asOf: AsOf, way: WayIn, shortfall: Node): Node {
  const { step: steps, reading } = names;
  const { pension, statutory, buyUpEnd, late } = way;
  const processing = leaf(steps.processingMonth, asOf.month);
  let ofAge: Node | null = null;
  if (way.early && reading.statutoryForEarly)
    ofAge = step(steps.afterAge, statutory!.value + 1, [statutory!, reading.earlyStatutoryAge]);
  else if (buyUpEnd !== null) ofAge = step(steps.afterAge, buyUpEnd.value + 1, [buyUpEnd, reading.earlyStatutoryAge]);
  // paid on month by month, enough by then: the month is fixed, whenever the person comes
  if (way.paysOn && !late && shortfall.value === 0) return step(steps.paidOn, ofAge!.value, [ofAge!]);

  let paidUp: Node;
  if (shortfall.value > 0) {
    const inputs = late ? [processing, shortfall, reading.lateApplication] : [processing, shortfall];
    paidUp = step(steps.afterTopUp, asOf.month + 1, inputs);
  } else if (late && reading.lateFromPensionMonth) {
    paidUp = step(steps.afterProcessing, pension!.value + 1, [pension!, reading.lateApplication, shortfall]);
  } else {
    const month = reading.noShortfallNextMonth ? asOf.month + 1 : asOf.month;
    const inputs = [processing, reading.noShortfallStart, shortfall];
    paidUp = step(steps.afterProcessing, month, late ? [...inputs, reading.lateApplication] : inputs);
  }
  return ofAge === null ? paidUp : step(steps.retiredFrom, Math.max(paidUp.value, ofAge.value), [paidUp, ofAge]);
}
