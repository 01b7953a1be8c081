/**
 * Dalian, enrolment in the resident scheme (DL-15). The sources are the city's notices of each year, the answers of 2025-04 on the
 * change of scheme, and from 2025 on 国办发〔2024〕38号. Papers and place stand in none of them: readings name them.
 */
import { birthday, packDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { meaning } from "../../engine/meaning.ts";
import { leaf } from "../../engine/node.ts";
import { lastOfDays } from "../../engine/operations.ts";
import type { Result, Template } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/resident-enrolment.ts";
import { addConditions } from "./conditions.ts";
import { addResidentCover, changeFault, hasMissed, residentCover, type Cover, type Former, type Newborn } from "./cover.ts";
import {
  insuredYear,
  isAfterPeriod,
  isNewborn,
  paidDay,
  paymentFault,
  paymentOf,
  periodQuestions,
  type Payment,
} from "./payment.ts";
import { addPremium } from "./premium.ts";
import { bindResident } from "./words.ts";

export type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const age = words.table.fullAge.by("age");
  const fullAge = age.bound("age", age.row1(Number.MAX_SAFE_INTEGER), "lowest").value;
  const { none, school } = words.value.residence;
  /** Whoever is not asked for papers joins by the school. */
  const residenceOf = meaning(words.option.group, { adult: none, minor: none, pupil: school, student: school });
  return { ...words, ...bindResident(words), fullAge, residenceOf };
}

export default define(bind, {
  derive: (names, facts, asOf) => ({ ...periodQuestions(names, facts, asOf), missed: hasMissed(names, facts, asOf) }),
  check,
  evaluate,
});

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  const { birthDate, group, lastYear } = facts;
  if (birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  const wrong = paymentFault(names, facts, asOf);
  if (wrong !== null) return [wrong];
  const day = paidDay(facts, asOf);
  if (day < birthDate) return [{ fact: "paidOn", text: fault.paidBeforeBirth }];
  if (group !== names.option.group.minor && isNewborn(names, facts, day)) return [{ fact: "group", text: fault.newbornGroup }];
  const year = insuredYear(names, facts, asOf);
  const wrongGroup = groupFault(names, facts, year);
  if (wrongGroup !== null) return [{ fact: "group", text: wrongGroup }];
  // a payment for a year that is paid for already
  if (lastYear !== undefined && lastYear >= year) return [{ fact: "lastYear", text: fault.alreadyInsured }];
  return changeFault(names, facts, asOf);
}

/** No document names the day by which a minor is told from an adult: what no day of the year fits is a mistake. */
function groupFault({ option, fault, fullAge }: Names, { group, birthDate }: Facts, year: number): string | null {
  const ofAge = birthday(birthDate, fullAge);
  if (group === option.group.minor && ofAge <= packDate(year, 1, 1)) return fault.minorOfAge;
  return group === option.group.adult && ofAge > packDate(year, 12, 31) ? fault.adultUnderAge : null;
}

function formerOf(names: Names, facts: Facts, { payment }: Payment): Former {
  const { fact, option, leaf: leaves } = names;
  const { birthDate, former, lastYear } = facts;
  if (isNewborn(names, facts, payment.value)) {
    const birth = leaf(fact.birthDate, birthDate);
    const { is, node } = names.reading.newbornDayCount;
    return { kind: "newborn", birth, until: lastOfDays(names.step.newbornUntil, birth, names.longest, !is.nextDay, node) };
  }
  if (former === option.former.resident) return { kind: "resident", lastYear: leaf(fact.lastYear, lastYear!) };
  if (former === option.former.never) return { kind: "never", because: leaves.former[former]! };
  return { kind: "employee" };
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline } = names;
  const draft = newDraft();
  const paid = paymentOf(names, facts, asOf, draft);
  const former = formerOf(names, facts, paid);
  const cover = residentCover(names, facts, former, paid, draft);
  const obstacle = addConditions(names, facts, asOf, cover, draft);
  const place = placeOf(names, facts, draft);
  draft.materials = materialsFor(names, facts, former, draft);
  const timeLimit = obstacle?.timeLimit ?? timeLimitOf(names, facts, former, paid);
  if (obstacle !== null) {
    // what would be paid and treated is told only once nothing stands in the way
    draft.notices.length = 0;
    if (obstacle.changes) draft.next = [names.next.schemeChange];
    return finish(draft, "not-yet", obstacle.headline, place, timeLimit);
  }
  addResidentCover(names, draft, cover);
  if (former.kind === "newborn") addNewborn(names, former, paid, asOf, draft);
  addPremium(names, facts, paid, draft);
  const said = { treatmentFrom: cover.waiting.treatmentFrom, insuredYearNumber: paid.year };
  if (draft.missing.length === 0) return finish(draft, "granted", headlineOf(names, former, cover), place, timeLimit);
  const lacking = cover.lost ? headline.yearLostMissing(said) : headline.figureMissing(said);
  return finish(draft, "figure-missing", lacking, place, timeLimit);
}

function headlineOf(
  { headline, treatment, longest }: Names,
  former: Former,
  { answer, months, waiting, end, lost }: Cover,
): Template {
  if (lost) return headline.yearLost;
  const said = { treatmentFrom: waiting.treatmentFrom, yearEnd: end, residentWait: months, "resident-treatment.months": months };
  if (former.kind === "newborn") return headline.newborn({ ...said, longest });
  if (answer.value === treatment.is.answer.fullMonths) return headline.fullMonths(said);
  return waiting.last === null ? headline.atOnce(said) : headline.waits(said);
}

function timeLimitOf({ timeLimit, longest }: Names, facts: Facts, former: Former, paid: Payment): Template {
  if (former.kind === "newborn") return timeLimit.newborn({ longest, newbornUntil: former.until });
  const { payment, year, period } = paid;
  if (period === null) return timeLimit.period;
  const said = { periodFrom: period.from, periodTo: period.to, insuredYearNumber: year };
  return period.payBy !== null && isAfterPeriod(period, payment.value) && facts.registeredInTime !== 0
    ? timeLimit.payBy({ ...said, "resident-pay-by": period.payBy })
    : timeLimit.announced(said);
}

function placeOf({ place, reading, option }: Names, { group }: Facts, draft: Draft): Template {
  if (group === option.group.student || group === option.group.pupil) return place.school;
  const { is, node } = reading.residentPlace;
  draft.remarks.push(node);
  return is.street ? place.street : place.district;
}

/** What proves each fact that decides: no document lists it. */
function materialsFor({ material, reading, option }: Names, facts: Facts, former: Former, draft: Draft): readonly Material[] {
  const { group, household, assisted } = facts;
  draft.remarks.push(reading.residentMaterials.node);
  if (reading.residentMaterials.is.none) return NONE;
  const newborn = former.kind === "newborn";
  const materials: Material[] = [newborn ? material.birthCertificate : material.identityCard];
  if (newborn || group === option.group.minor) materials.push(material.guardianCard);
  if (household === undefined) materials.push(material.studentProof);
  else materials.push(household === 1 ? material.householdRegister : material.residencePermit);
  if (assisted !== option.assisted.none) materials.push(material.assistanceProof);
  return materials;
}

/** Each calendar year is paid for on its own. */
function addNewborn(
  { date, notice, longest }: Names,
  { birth, until }: Newborn,
  { year }: Payment,
  asOf: AsOf,
  draft: Draft,
): void {
  draft.dates.push({ definition: date.newbornUntil, node: until });
  const birthYear = yearOfDate(birth.value);
  if (year.value > birthYear) draft.notices.push(notice.newbornOtherYear);
  else if (yearOfDate(until.value) > birthYear && yearOfDate(asOf.date) === birthYear)
    draft.notices.push(notice.newbornNextYear({ longest }));
}
