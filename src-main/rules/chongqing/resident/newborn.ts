/** Newborns in the resident scheme (CQ-16): paid for within 90 days, from birth to the end of the birth year; each year on its own. */
import { addDays, packDate, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { assumeAnswer, coverDays, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";
import { paidDay, type Payment, type PaymentFacts } from "./payment.ts";
import { yearPremium, type ResidentPremiumNames } from "./premium.ts";

const DAYS = 90;

export interface NewbornFacts extends PaymentFacts {
  readonly newborn?: number | undefined;
  readonly birthDate?: PackedDate | undefined;
  readonly tier?: number | undefined;
}

export function bindNewborn(names: Bindings) {
  const dayCount = names.reading("chongqing.newborn-day-count");
  return {
    dayCount: dayCount.node,
    daysAfterBirth: dayCount.is("next-day") ? DAYS : DAYS - 1,
    fact: names.fact("birthDate"),
    step: {
      lastDay: names.step("newbornLastDay"),
      fromBirth: names.step("fromBirth"),
      birthYearPremium: names.step("birthYearPremium"),
    },
    date: { treatmentFrom: names.date("treatmentFrom"), lastDay: names.date("newbornLastDay") },
    coveredYear: names.coverage("coveredYear"),
    amount: names.amount("birthYearPremium"),
    notice: {
      birthUnknown: names.notice("birthUnknown"),
      nextYearOwn: names.notice("nextYearOwn"),
      bothYears: names.notice("bothYears"),
    },
  };
}
export type Newborn = ReturnType<typeof bindNewborn>;

/** Within 90 days of birth on the day of payment; as told where the birth date is not known. */
export function isNewborn({ daysAfterBirth }: Newborn, facts: NewbornFacts, asOf: AsOf): boolean {
  if (facts.birthDate === undefined) return facts.newborn === 1;
  return paidDay(facts, asOf) <= addDays(facts.birthDate, daysAfterBirth);
}

/** The birth date, or the day of payment where it is not told, which is then named as assumed. */
export function addNewborn(
  names: Newborn,
  premium: ResidentPremiumNames,
  facts: NewbornFacts,
  { payment, year }: Payment,
  assisted: boolean,
  draft: Draft,
): void {
  const { step: steps, notice, date } = names;
  const birth = leaf(names.fact, facts.birthDate ?? payment.value);
  if (facts.birthDate === undefined) {
    assumeAnswer(draft, names.fact, birth);
    draft.notices.push(notice.birthUnknown);
  }
  const lastDay = step(steps.lastDay, addDays(birth.value, names.daysAfterBirth), [birth, names.dayCount]);
  const from = step(steps.fromBirth, birth.value, [birth, payment]);
  draft.dates.push({ definition: date.treatmentFrom, node: from }, { definition: date.lastDay, node: lastDay });
  const birthYear = yearOfDate(birth.value);
  for (let paid = birthYear; paid <= year.value; paid++) {
    const begins = paid === birthYear ? birth.value : packDate(paid, 1, 1);
    coverDays(draft, "covered", names.coveredYear, begins, packDate(paid, 12, 31));
  }
  if (birthYear === year.value) {
    draft.notices.push(notice.nextYearOwn);
    return;
  }
  draft.notices.push(notice.bothYears);
  if (facts.tier === undefined) return;
  const own = yearPremium(premium, facts.tier, packDate(birthYear, 1, 1), draft);
  if (own === null) return;
  const role = assisted ? "information" : "due";
  draft.amounts.push({ definition: names.amount, role, node: step(steps.birthYearPremium, own.value, [own, from]) });
}
