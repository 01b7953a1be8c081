/** Newborns in the resident scheme (CQ-16): paid for within 90 days, from birth to the end of the birth year; each year on its own. */
import { addDays, packDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import { assumeAnswer, coverDays, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { same } from "../../engine/operations.ts";
import type { Facts, SomeFacts, Words } from "../../generated/chongqing/resident-enrolment.ts";
import { paidDay, type Payment } from "./payment.ts";
import { yearPremium } from "./premium.ts";
import type { ResidentNames } from "./words.ts";

const DAYS = 90;

const daysAfterBirth = ({ reading }: Words): number => (reading.newbornDayCount.is.nextDay ? DAYS : DAYS - 1);

/** By the birth date, or as told where there is none. */
export function isNewborn(words: Words, facts: SomeFacts, asOf: AsOf): boolean {
  if (facts.birthDate === undefined) return facts.newborn === 1;
  return paidDay(facts, asOf) <= addDays(facts.birthDate, daysAfterBirth(words));
}

export interface Newborn {
  readonly treatmentFrom: Node;
  readonly lastDay: Node;
}

/** The birth date, or the day of payment where it is not told, which is then named as assumed. */
export function addNewborn(
  names: Words & ResidentNames,
  facts: Facts,
  { payment, year }: Payment,
  assisted: boolean,
  draft: Draft,
): Newborn {
  const { fact, step: steps, notice, date } = names;
  const birth = leaf(fact.birthDate, facts.birthDate ?? payment.value);
  if (facts.birthDate === undefined) {
    assumeAnswer(draft, fact.birthDate, birth);
    draft.notices.push(notice.birthUnknown);
  }
  const because = names.reading.newbornDayCount.node;
  const lastDay = told(steps.newbornLastDay, addDays(birth.value, daysAfterBirth(names)), [birth, because]);
  const treatmentFrom = same(steps.fromBirth, birth, payment);
  draft.dates.push({ definition: date.treatmentFrom, node: treatmentFrom }, { definition: date.newbornLastDay, node: lastDay });
  const birthYear = yearOfDate(birth.value);
  for (let paid = birthYear; paid <= year.value; paid++) {
    const begins = paid === birthYear ? birth.value : packDate(paid, 1, 1);
    coverDays(draft, "covered", names.coverage.coveredYear, begins, packDate(paid, 12, 31));
  }
  if (birthYear === year.value) {
    draft.notices.push(notice.nextYearOwn({ insuredYearNumber: year }));
    return { treatmentFrom, lastDay };
  }
  draft.notices.push(notice.bothYears);
  const own = yearPremium(names, facts.tier, packDate(birthYear, 1, 1), draft);
  if (own !== null) {
    const node = same(steps.birthYearPremium, own, treatmentFrom);
    draft.amounts.push({ definition: names.amount.birthYearPremium, role: assisted ? "information" : "due", node });
  }
  return { treatmentFrom, lastDay };
}
