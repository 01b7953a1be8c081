/** What a resident pays for a year, until when, and from when on the fiscal subsidy, too (CQ-10, CQ-16). */
import { monthOfDate, monthOfYear, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { paidDay, paysNextYear, yearStartOf, type Payment, type PaymentFacts, type PaymentNames } from "./payment.ts";

export interface PremiumFacts {
  readonly tier?: number | undefined;
  readonly repairedYears?: number | undefined;
  readonly subsidy?: number | undefined;
}

export function bindResidentPremium(names: Bindings) {
  return {
    // by the option of the question about the tier
    figures: [names.figure("chongqing.resident-first-tier"), names.figure("chongqing.resident-second-tier")],
    subsidyFigure: names.figure("chongqing.resident-subsidy"),
    subsidyMonth: names.figure("chongqing.resident-subsidy-month"),
    closingDay: names.figure("chongqing.resident-closing-day"),
    tiers: names.leaves("tier"),
    step: {
      subsidy: names.fact("subsidy"),
      yearPremium: names.step("yearPremium"),
      repairPremium: names.step("repairPremium"),
      repaired: names.step("repaired"),
      selfPaid: names.step("selfPaid"),
      subsidyDue: names.step("subsidyDue"),
      withinClosing: names.step("withinClosing"),
    },
    condition: names.condition("open"),
    remedy: names.remedy("payNextYear"),
    amount: {
      year: names.amount("yearPremium"),
      repair: names.amount("repairPremium"),
      subsidy: names.amount("subsidy"),
      // by tier, where none is chosen
      tiers: [names.amount("firstTier"), names.amount("secondTier")],
    },
    notice: {
      pressPremium: names.notice("pressPremium"),
      assistedPremium: names.notice("assistedPremium"),
      selfPaid: names.notice("selfPaid"),
      closingUnknown: names.notice("closingUnknown"),
    },
  };
}
export type ResidentPremiumNames = ReturnType<typeof bindResidentPremium>;

/** After which month of the year nothing is taken any more, where the day of a year is not known. */
const USUAL_CLOSING_MONTH = 9;

/** Whether the subsidy is paid by the person, for whoever is not exempt from the calendar. */
export function paysSubsidy(premium: ResidentPremiumNames, payment: PaymentNames, facts: PaymentFacts, asOf: AsOf): boolean {
  if (paysNextYear(payment, facts, asOf)) return false;
  const day = paidDay(facts, asOf);
  const from = premium.subsidyMonth.at(yearStartOf(yearOfDate(day)));
  return from !== null && monthOf(day) >= from.value;
}

const monthOf = (day: PackedDate): number => monthOfYear(monthOfDate(day));

/** Whether the year may still be paid for; adds the condition where that is a question. */
export function addClosing(names: ResidentPremiumNames, { payment, yearStart }: Payment, draft: Draft): boolean {
  if (payment.value < yearStart.value) return true;
  const closing = names.closingDay.at(yearStart.value);
  if (closing === null) {
    if (monthOf(payment.value) > USUAL_CLOSING_MONTH) draft.notices.push(names.notice.closingUnknown);
    return true;
  }
  const open = payment.value <= closing.value;
  addCondition(
    draft,
    names.condition,
    open,
    step(names.step.withinClosing, open ? 1 : 0, [payment, closing]),
    names.remedy,
    null,
  );
  return open;
}

/** One year's premium, as much for every missed year that is paid for, and the subsidy from its month on. */
export function addResidentPremium(
  names: ResidentPremiumNames,
  facts: PremiumFacts,
  { payment, yearStart }: Payment,
  assisted: boolean,
  bearsSubsidy: boolean,
  draft: Draft,
): void {
  const { step: steps, amount, notice } = names;
  if (assisted) draft.notices.push(notice.assistedPremium);
  const tiers = facts.tier === undefined ? names.figures.map((_, tier) => tier) : [facts.tier];
  for (const tier of tiers) {
    const premium = yearPremium(names, tier, yearStart.value, draft);
    if (premium === null) continue;
    const chosen = facts.tier !== undefined;
    // what the relief leaves to be paid is not known
    const role = chosen && !assisted ? "due" : "information";
    draft.amounts.push({ definition: chosen ? amount.year : amount.tiers[tier]!, role, node: premium });
    if (!chosen || facts.repairedYears === undefined || facts.repairedYears === 0) continue;
    const repaired = leaf(steps.repaired, facts.repairedYears);
    draft.amounts.push({
      definition: amount.repair,
      role,
      node: step(steps.repairPremium, premium.value * repaired.value, [premium, repaired]),
    });
  }
  if (bearsSubsidy) addSubsidy(names, facts, payment, yearStart, draft);
}

export function yearPremium(names: ResidentPremiumNames, tier: number, day: PackedDate, draft: Draft): Node | null {
  const figure = figureAt(names.figures[tier]!, day, draft);
  if (figure === null) return null;
  if (isPress(figure) && !draft.notices.includes(names.notice.pressPremium)) draft.notices.push(names.notice.pressPremium);
  return step(names.step.yearPremium, figure.value, [figure, names.tiers[tier]!]);
}

/** An amount that the office has not entered itself from a document. */
const isPress = ({ definition }: Node): boolean => definition.figure?.grade === "B" || definition.figure?.grade === "C";

/** Whether the premium itself is known, and only the subsidy that is paid with it has no figure. */
export const lacksOnlySubsidy = ({ subsidyFigure }: ResidentPremiumNames, { missing }: Draft): boolean =>
  missing.length > 0 && missing.every(({ figure }) => figure === subsidyFigure);

function addSubsidy(
  names: ResidentPremiumNames,
  { subsidy: told }: PremiumFacts,
  payment: Node,
  yearStart: Node,
  draft: Draft,
): void {
  const { step: steps, amount, notice } = names;
  const from = names.subsidyMonth.at(yearStart.value)!;
  const selfPaid = step(steps.selfPaid, 1, [payment, from]);
  draft.remarks.push(selfPaid);
  draft.notices.push(notice.selfPaid);
  const sum = told === undefined ? figureAt(names.subsidyFigure, yearStart.value, draft) : leaf(steps.subsidy, told);
  if (sum !== null)
    draft.amounts.push({ definition: amount.subsidy, role: "due", node: step(steps.subsidyDue, sum.value, [sum, selfPaid]) });
}
