/** What a resident pays for a year, until when, and from when on the fiscal subsidy, too (CQ-10, CQ-16). */
import { monthOfDate, monthOfYear, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { isLateInYear, notLaterThan, product, same, takenBy } from "../../engine/operations.ts";
import { paidDay, paysNextYear, usually, yearStartOf, type Payment, type PaymentFacts } from "./payment.ts";
import type { ResidentNames, ResidentWords } from "./words.ts";

export interface PremiumFacts {
  readonly tier?: number | undefined;
  readonly repairedYears?: number | undefined;
  readonly subsidy?: number | undefined;
}

/** Whether the subsidy is paid by the person, for whoever is not exempt from the calendar. */
export function paysSubsidy(names: ResidentNames, facts: PaymentFacts, asOf: AsOf): boolean {
  if (paysNextYear(names, facts, asOf)) return false;
  const day = paidDay(facts, asOf);
  const from = names.figure.residentSubsidyMonth.at(yearStartOf(yearOfDate(day)));
  return from !== null && monthOf(day) >= from.value;
}

const monthOf = (day: PackedDate): number => monthOfYear(monthOfDate(day));

/** Whether the year may still be paid for; adds the condition where that is a question. */
export function addClosing(names: ResidentNames, { payment, yearStart }: Payment, draft: Draft): boolean {
  if (payment.value < yearStart.value) return true;
  const closing = names.figure.residentClosingDay.at(yearStart.value);
  if (closing === null) {
    if (usually(names, payment.value) === names.calendar.is.answer.coming) draft.notices.push(names.notice.closingUnknown);
    return true;
  }
  const within = notLaterThan(names.step.withinClosing, payment, closing);
  const open = within.value === 1;
  const definition = names.condition.open({ "resident-closing-day": closing, paymentDay: payment });
  addCondition(draft, definition, open, within, names.remedy.payNextYear, null);
  return open;
}

/** One year's premium, as much for every missed year that is paid for, and the subsidy from its month on. */
export function addResidentPremium(
  names: ResidentNames,
  facts: PremiumFacts,
  { payment, yearStart }: Payment,
  assisted: boolean,
  bearsSubsidy: boolean,
  draft: Draft,
): void {
  const { step: steps, amount, notice } = names;
  if (assisted) draft.notices.push(notice.assistedPremium);
  const tiers = facts.tier === undefined ? names.tierFigures.map((_, tier) => tier) : [facts.tier];
  for (const tier of tiers) {
    const premium = yearPremium(names, tier, yearStart.value, draft);
    if (premium === null) continue;
    const chosen = facts.tier !== undefined;
    // what the relief leaves to be paid is not known
    const role = chosen && !assisted ? "due" : "information";
    draft.amounts.push({ definition: chosen ? amount.yearPremium : names.tierAmounts[tier]!, role, node: premium });
    if (!chosen || facts.repairedYears === undefined || facts.repairedYears === 0) continue;
    const repaired = leaf(steps.repaired, facts.repairedYears);
    draft.amounts.push({ definition: amount.repairPremium, role, node: product(steps.repairPremium, premium, repaired) });
  }
  if (bearsSubsidy) addSubsidy(names, facts, payment, yearStart, draft);
}

export function yearPremium(names: ResidentNames, tier: number, day: PackedDate, draft: Draft): Node | null {
  const figure = figureAt(names.tierFigures[tier]!, day, draft);
  if (figure === null) return null;
  if (isPress(figure) && !draft.notices.includes(names.notice.pressPremium)) draft.notices.push(names.notice.pressPremium);
  return takenBy(names.step.yearPremium, names.leaf.tier[tier]!, figure);
}

/** An amount that the office has not entered itself from a document. */
const isPress = ({ definition }: Node): boolean => definition.figure?.grade === "B" || definition.figure?.grade === "C";

/** Whether the premium itself is known, and only the subsidy that is paid with it has no figure. */
export const lacksOnlySubsidy = ({ figure: figures }: ResidentWords, { missing }: Draft): boolean =>
  missing.length > 0 && missing.every(({ figure }) => figure === figures.residentSubsidy);

function addSubsidy(names: ResidentWords, { subsidy: said }: PremiumFacts, payment: Node, yearStart: Node, draft: Draft): void {
  const { step: steps, amount, notice } = names;
  const from = names.figure.residentSubsidyMonth.at(yearStart.value)!;
  const selfPaid = isLateInYear(steps.selfPaid, payment, from);
  draft.remarks.push(selfPaid);
  draft.notices.push(notice.selfPaid);
  const sum =
    said === undefined ? figureAt(names.figure.residentSubsidy, yearStart.value, draft) : leaf(names.fact.subsidy, said);
  if (sum !== null) draft.amounts.push({ definition: amount.subsidy, role: "due", node: same(steps.subsidyDue, sum, selfPaid) });
}
