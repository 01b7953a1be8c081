/**
 * Dalian, enrolment in the resident scheme (DL-15). The sources are the city's notices of each year, the answers of 2025-04 on the
 * change of scheme, and from 2025 on 国办发〔2024〕38号. Papers and place stand in none of them: readings name them.
 */
import { birthday, packDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import { addResidentCover, changeFault, hasMissed, residentCover, type Cover, type Former, type LastInsured } from "./cover.ts";
import { conditions, type Standing } from "./conditions.ts";
import { bindNames, spec, type Names, type ResidentFacts, type SomeResidentFacts } from "./names.ts";
import { isNewborn, newbornUntil } from "./newborn.ts";
import { insuredYear, paidDay, paymentFault, periodQuestions } from "./payment.ts";
import { addPremium } from "./premium.ts";

/** Civil code, art. 17. */
const FULL_AGE = 18;

export const residentEnrolment = defineFormula({
  matter: "dalian.resident-enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    const { cover } = names;
    return {
      derive(facts, asOf) {
        const { periodUnknown, afterPeriod } = periodQuestions(cover.payment, facts, asOf);
        return { periodUnknown, afterPeriod, missed: hasMissed(cover, facts, lastInsured(names, facts), asOf) };
      },
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

const isFormerEmployee = ({ option }: Names, former: number | undefined): boolean =>
  former === option.unit || former === option.flexible;

function lastInsured(names: Names, { former, lastYear, lastPaid }: SomeResidentFacts): LastInsured | null {
  if (former === names.option.resident && lastYear !== undefined) return { year: lastYear };
  return isFormerEmployee(names, former) && lastPaid !== undefined ? { month: lastPaid } : null;
}

function contradictions(names: Names, facts: ResidentFacts, asOf: AsOf): readonly Fault[] {
  const { fault, cover } = names;
  if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  const wrong = paymentFault(cover.payment, facts, asOf);
  if (wrong !== null) return [wrong];
  const day = paidDay(facts, asOf);
  if (day < facts.birthDate) return [{ fact: "paidOn", text: fault.paidBeforeBirth }];
  if (facts.group !== names.option.minor && isNewborn(cover.payment.newborn, facts.birthDate, day))
    return [{ fact: "group", text: fault.newbornGroup }];
  const wrongGroup = groupFault(names, facts, insuredYear(cover.payment, facts, asOf));
  if (wrongGroup !== null) return [wrongGroup];
  // a payment for a year that is paid for already
  if (facts.lastYear !== undefined && facts.lastYear >= insuredYear(cover.payment, facts, asOf))
    return [{ fact: "lastYear", text: fault.alreadyInsured }];
  return changeFault(cover, facts, lastInsured(names, facts), asOf);
}

/** No document names the day by which a minor is told from an adult: what no day of the year fits is a mistake. */
function groupFault({ option, fault }: Names, { group, birthDate }: ResidentFacts, year: number): Fault | null {
  const ofAge = birthday(birthDate, FULL_AGE);
  if (group === option.minor && ofAge <= packDate(year, 1, 1)) return { fact: "group", text: fault.minorOfAge };
  return group === option.adult && ofAge > packDate(year, 12, 31) ? { fact: "group", text: fault.adultUnderAge } : null;
}

function formerOf(names: Names, facts: ResidentFacts, asOf: AsOf): Former {
  const { option, leaf: leaves, step: steps } = names;
  if (isNewborn(names.cover.payment.newborn, facts.birthDate, paidDay(facts, asOf)))
    return { kind: "newborn", birth: leaf(steps.birthDate, facts.birthDate) };
  if (facts.former === option.resident) return { kind: "resident", lastYear: leaf(steps.lastYear, facts.lastYear!) };
  return isFormerEmployee(names, facts.former)
    ? { kind: "employee", lastPaid: facts.lastPaid!, continuousMonths: facts.continuousMonths }
    : { kind: "never", because: leaves.former[facts.former]! };
}

function evaluate(names: Names, facts: ResidentFacts, asOf: AsOf): Result {
  const { headline } = names;
  const draft = newDraft();
  const former = formerOf(names, facts, asOf);
  const cover = residentCover(names.cover, facts, former, asOf, draft);
  const standing = conditions(names, facts, asOf, cover, draft);
  const result = {
    place: placeOf(names, facts, draft),
    timeLimit: timeLimitOf(names, facts, former, standing, asOf),
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: materialsFor(names, facts, former, draft),
    notices: draft.notices,
    sections: NONE,
    next: standing === "employee" || standing === "december" ? [names.next.schemeChange] : NONE,
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  if (standing !== "open") {
    // what would be paid and treated is told only once nothing stands in the way
    draft.notices.length = 0;
    return { ...result, assumed: draft.assumed, outcome: "not-yet", headline: notYet(names, standing) };
  }
  const lost = addResidentCover(names.cover, draft, cover);
  if (former.kind === "newborn") newbornNotices(names, facts, cover, draft, asOf);
  addPremium(names, facts, cover, draft);
  const missing = draft.missing.length > 0;
  return {
    ...result,
    assumed: draft.assumed,
    outcome: missing ? "figure-missing" : "granted",
    headline: missing ? (lost ? headline.yearLostMissing : headline.figureMissing) : headlineOf(names, former, cover, lost),
  };
}

function headlineOf({ headline, cover: { table } }: Names, former: Former, cover: Cover, lost: boolean): Template {
  if (lost) return headline.yearLost;
  if (former.kind === "newborn") return headline.newborn;
  if (cover.answer.value === table.is.fullMonths) return headline.fullMonths;
  return cover.waits ? headline.waits : headline.atOnce;
}

function notYet(names: Names, standing: Standing): Template {
  const { headline } = names;
  switch (standing) {
    case "residence":
      return names.reading.permitEnrols ? headline.notYetResidence : headline.notYetHousehold;
    case "employee":
      return headline.notYetEmployee;
    case "december":
      return headline.notYetDecember;
    case "period":
      return headline.notYetPeriod;
    default:
      return headline.notYetYear;
  }
}

function timeLimitOf(
  { timeLimit, cover }: Names,
  facts: ResidentFacts,
  former: Former,
  standing: Standing,
  asOf: AsOf,
): Template {
  if (standing === "december") return timeLimit.december;
  if (former.kind === "newborn") return timeLimit.newborn;
  const { periodUnknown, afterPeriod } = periodQuestions(cover.payment, facts, asOf);
  if (afterPeriod && facts.registeredInTime !== 0) return timeLimit.payBy;
  return periodUnknown ? timeLimit.period : timeLimit.announced;
}

function placeOf({ place, reading, option }: Names, { group }: ResidentFacts, draft: Draft): Template {
  if (group === option.student || group === option.pupil) return place.school;
  draft.remarks.push(reading.place);
  return reading.atStreet ? place.street : place.district;
}

/** What proves each fact that decides: no document lists it. */
function materialsFor(
  { material, reading, option, cover }: Names,
  facts: ResidentFacts,
  former: Former,
  draft: Draft,
): readonly Material[] {
  draft.remarks.push(reading.materials);
  if (reading.noMaterials) return NONE;
  const materials: Material[] = [former.kind === "newborn" ? material.birth : material.identity];
  if (former.kind === "newborn" || facts.group === option.minor) materials.push(material.guardian);
  if (facts.group === option.student || facts.group === option.pupil) materials.push(material.student);
  else if (facts.household === 1) materials.push(material.household);
  else materials.push(material.permit);
  if (facts.assisted !== cover.notAssisted) materials.push(material.assisted);
  return materials;
}

/** Each calendar year is paid for on its own. */
function newbornNotices(names: Names, facts: ResidentFacts, { paid }: Cover, draft: Draft, asOf: AsOf): void {
  const until = newbornUntil(names.cover.payment.newborn, leaf(names.step.birthDate, facts.birthDate));
  draft.dates.push({ definition: names.newbornUntil, node: until });
  const birthYear = yearOfDate(facts.birthDate);
  if (paid.year.value > birthYear) draft.notices.push(names.notice.newbornOtherYear);
  else if (yearOfDate(until.value) > birthYear && yearOfDate(asOf.date) === birthYear)
    draft.notices.push(names.notice.newbornNextYear);
}
