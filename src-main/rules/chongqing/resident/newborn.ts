/** Newborns in the resident scheme (CQ-16): paid for within 90 days, from birth to the end of the birth year; each year on its own. */
import { addDays, packDate, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { assumeAnswer, coverDays, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { lastOfDays, same } from "../../engine/operations.ts";
import type { Facts, SomeFacts, Words } from "../../generated/chongqing/resident-enrolment.ts";
import { paidDay, type Payment } from "./payment.ts";
import { yearPremium } from "./premium.ts";
import type { ResidentNames } from "./words.ts";

export function bindNewborn({ table }: Words) {
  const newborn = table.newborn.by("day");
  return { newbornDays: newborn.bound("day", newborn.row1(0), "highest", "days") };
}
type Names = Words & ReturnType<typeof bindNewborn>;

/** The last day on which a child joins as a newborn; whether the day of birth is the first of them, a reading says. */
const lastDayOf = ({ reading, newbornDays: { value } }: Names, birth: PackedDate): PackedDate =>
  addDays(birth, reading.newbornDayCount.is.nextDay ? value : value - 1);

/** By the birth date, or as told where there is none. */
export function isNewborn(names: Names, facts: SomeFacts, asOf: AsOf): boolean {
  if (facts.birthDate === undefined) return facts.newborn === 1;
  return paidDay(facts, asOf) <= lastDayOf(names, facts.birthDate);
}

export interface Newborn {
  readonly treatmentFrom: Node;
  readonly lastDay: Node;
}

/** The birth date, or the day of payment where it is not told, which is then named as assumed. */
export function addNewborn(
  names: Names & ResidentNames,
  facts: Facts,
  { payment, year }: Payment,
  assisted: boolean,
  draft: Draft,
): Newborn {
  const { fact, step: steps, notice, date, newbornDays } = names;
  const said = { newbornDays };
  const birth = leaf(fact.birthDate, facts.birthDate ?? payment.value);
  if (facts.birthDate === undefined) {
    assumeAnswer(draft, fact.birthDate, birth);
    draft.notices.push(notice.birthUnknown(said));
  }
  const { is, node: counted } = names.reading.newbornDayCount;
  const lastDay = lastOfDays(steps.newbornLastDay, birth, newbornDays, !is.nextDay, counted);
  const treatmentFrom = same(steps.fromBirth, birth, payment);
  draft.dates.push(
    { definition: date.treatmentFrom, node: treatmentFrom },
    { definition: date.newbornLastDay(said), node: lastDay },
  );
  const birthYear = yearOfDate(birth.value);
  for (let paid = birthYear; paid <= year.value; paid++) {
    const begins = paid === birthYear ? birth.value : packDate(paid, 1, 1);
    coverDays(draft, "covered", names.coverage.coveredYear, begins, packDate(paid, 12, 31));
  }
  if (birthYear === year.value) {
    draft.notices.push(notice.nextYearOwn({ insuredYearNumber: year }));
    return { treatmentFrom, lastDay };
  }
  draft.notices.push(notice.bothYears(said));
  const own = yearPremium(names, facts.tier, packDate(birthYear, 1, 1), draft);
  if (own !== null) {
    const node = same(steps.birthYearPremium, own, treatmentFrom);
    draft.amounts.push({ definition: names.amount.birthYearPremium, role: assisted ? "information" : "due", node });
  }
  return { treatmentFrom, lastDay };
}
