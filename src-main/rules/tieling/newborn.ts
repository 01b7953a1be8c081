/**
 * Tieling, newborns in the resident scheme (TL-03). Source: notice of 2022-04-01, 二(一)2.
 * Within 90 days: from birth. Later: a wait. In the calendar year after birth the birth year is paid for, and treated, too.
 */
import { addDays, packDate, yearOfDate, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { coverWaiting } from "../engine/contribution/waiting.ts";
import { addCondition, coverDays, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, step, type Node, type NodeDefinition } from "../engine/node.ts";
import type { AmountDefinition, Result } from "../engine/result.ts";
import { NATIONAL_RULE_FROM } from "../national/resident-waiting.ts";
import { bindMaterials, papers } from "./materials.ts";
import { addWaitingDates, bindWaiting, paymentFault, paymentFaults, waitingDates } from "./waiting.ts";

const spec = { birthDate: "date", realName: "flag", paidOn: "date?" } as const;
type NewbornFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

const DAYS = 90;

function bindNames(names: Bindings) {
  const table = names.table("tieling.newborn");
  const answer = table.output("answer");
  const national = names.table("national.resident-waiting");
  const dayCount = names.reading("tieling.newborn-day-count");
  const late = names.reading("tieling.late-newborn");
  const birthYear = names.reading("tieling.late-newborn-birth-year");
  return {
    waiting: bindWaiting(names, "newborn"),
    table: {
      newborn: table,
      answer,
      birthYear: table.output("birth-year"),
      days: table.output("days"),
      waits: table.choice(answer, "waits"),
      tooLate: table.choice(answer, "too-late"),
    },
    // what the national rule gives where it is read to apply: outside the concentrated period, no missed year, exempt or not
    nationalWait: late.is("ninety-days")
      ? null
      : national.node(national.row([late.is("none") ? 1 : 0, 0, 0]), national.output("fixed"), NONE),
    leaf: { realName: names.leaves("realName") },
    reading: {
      dayCount: dayCount.node,
      daysAfterBirth: dayCount.is("next-day") ? DAYS : DAYS - 1,
      late: late.node,
      birthYear: birthYear.node,
      birthYearGranted: birthYear.is("granted"),
    },
    step: {
      birthDate: names.fact("birthDate"),
      lastDay: names.step("lastDay"),
      inTime: names.step("inTime"),
      yearsAfter: names.step("yearsAfter"),
      fromBirth: names.step("fromBirth"),
      birthYearTreated: names.step("birthYearTreated"),
      lateWaitRead: names.step("lateWaitRead"),
      lateWaitMonths: names.step("lateWaitMonths"),
      yearPremium: names.step("yearPremium"),
      birthYearPremium: names.step("birthYearPremium"),
    },
    figure: names.figure("tieling.newborn-premium"),
    condition: names.condition("realName"),
    remedy: { registerFirst: names.remedy("registerFirst"), registerLate: names.remedy("registerLate") },
    amount: { year: names.amount("yearPremium"), birthYear: names.amount("birthYearPremium") },
    dates: waitingDates(names),
    lastDayDate: names.date("lastDay"),
    coverage: {
      notCovered: names.coverage("notCovered"),
      birthYear: names.coverage("birthYear"),
      strip: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
    },
    materialsRule: bindMaterials(names),
    materials: {
      named: [names.material("newborn-identity")],
      proofs: [names.material("guardian-identity"), names.material("birth-certificate")],
    },
    conflict: [names.conflict("tieling.newborn-next-year")],
    notice: {
      guardian: names.notice("guardian"),
      bothYears: names.notice("bothYears"),
      birthYearLost: names.notice("birthYearLost"),
      nextYear: names.notice("nextYear"),
      assisted: names.notice("assisted"),
      yearLost: names.notice("yearLost"),
      notNewborn: names.notice("notNewborn"),
      twoYearsApart: names.notice("twoYearsApart"),
    },
    headline: {
      fromBirth: names.headline("fromBirth"),
      waits: names.headline("waits"),
      realNameFirst: names.headline("realNameFirst"),
      tooLate: names.headline("tooLate"),
      yearLost: names.headline("yearLost"),
      yearLostMissing: names.headline("yearLostMissing"),
      figureMissing: names.headline("figureMissing"),
    },
    next: { asResident: [names.next("asResident")], assisted: [names.next("assisted")] },
    place: names.place("agency"),
    timeLimit: { inTime: names.timeLimit("inTime"), none: names.timeLimit("none") },
    fault: { bornAfter: names.fault("bornAfter"), payment: paymentFaults(names) },
  };
}

export const newborn = defineFormula({
  matter: "tieling.newborn",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check(facts, asOf) {
        const wrong = paymentFault(names.fault.payment, facts.paidOn, asOf);
        if (wrong !== null) return [{ fact: "paidOn", text: wrong }];
        return facts.birthDate > (facts.paidOn ?? asOf.date) ? [{ fact: "birthDate", text: names.fault.bornAfter }] : NONE;
      },
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: NewbornFacts, asOf: AsOf): Result {
  const { step: steps, table, notice, headline } = names;
  const draft = newDraft();
  const birth = leaf(steps.birthDate, facts.birthDate);
  const payment = names.waiting.payment(facts.paidOn, asOf);
  const lastDay = step(steps.lastDay, addDays(birth.value, names.reading.daysAfterBirth), [birth, names.reading.dayCount]);
  const inTime = step(steps.inTime, payment.value <= lastDay.value ? 1 : 0, [payment, lastDay]);
  const years = step(steps.yearsAfter, yearOfDate(payment.value) - yearOfDate(birth.value), [payment, birth]);
  const inputs = [inTime, years];
  const row = table.newborn.row2(inTime.value, years.value);
  const answer = table.newborn.node(row, table.answer, inputs);
  draft.remarks.push(answer);
  const tooLate = answer.value === table.tooLate;
  const waits = answer.value === table.waits;

  const registered = facts.realName === 1;
  addCondition(
    draft,
    names.condition,
    registered,
    names.leaf.realName[facts.realName]!,
    inTime.value === 1 ? names.remedy.registerFirst : names.remedy.registerLate,
    null,
  );
  draft.notices.push(notice.guardian);
  draft.dates.push({ definition: names.lastDayDate, node: lastDay });
  const result = {
    place: names.place,
    timeLimit: inTime.value === 1 ? names.timeLimit.inTime : names.timeLimit.none,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: papers(names.materialsRule, names.materials.named, names.materials.proofs, draft),
    notices: draft.notices,
    sections: NONE,
    conflicts: NONE,
    missing: draft.missing,
    assumed: draft.assumed,
    remarks: draft.remarks,
  };
  if (tooLate) {
    draft.notices.push(notice.notNewborn);
    return { ...result, materials: NONE, outcome: "guidance", headline: headline.tooLate, next: names.next.asResident };
  }
  if (!registered) return { ...result, outcome: "not-yet", headline: headline.realNameFirst };

  const birthYear = table.newborn.node(row, table.birthYear, inputs);
  let paysBirthYear = birthYear.value === 1;
  let lost = false;
  if (waits)
    ({ paysBirthYear, lost } = addLate(names, draft, birth, payment, birthYear, table.newborn.node(row, table.days, inputs)));
  else {
    const from = step(steps.fromBirth, birth.value, [birth, answer]);
    draft.dates.push({ definition: names.dates.treatmentFrom, node: from });
    coverDays(draft, "covered", names.coverage.strip.covered, birth.value, endOfYear(payment.value));
  }
  if (paysBirthYear) draft.notices.push(notice.bothYears);
  addPremium(names, draft, steps.yearPremium, names.amount.year, payment.value);
  if (paysBirthYear) addPremium(names, draft, steps.birthYearPremium, names.amount.birthYear, birth.value);
  draft.notices.push(notice.nextYear);
  if (inTime.value === 1 && yearOfDate(lastDay.value) > yearOfDate(birth.value) && years.value === 0)
    draft.notices.push(notice.twoYearsApart);
  const missing = draft.missing.length > 0;
  // one amount without the other would be taken for the whole
  if (missing) draft.amounts.length = 0;
  return {
    ...result,
    outcome: missing ? "figure-missing" : "granted",
    headline: missing
      ? lost
        ? headline.yearLostMissing
        : headline.figureMissing
      : lost
        ? headline.yearLost
        : waits
          ? headline.waits
          : headline.fromBirth,
    // late in the year of birth is worse than in the year after: the notice says so, and the clerk is told
    conflicts: waits && names.reading.birthYearGranted ? names.conflict : NONE,
    next: waits ? names.next.assisted : NONE,
  };
}

const endOfYear = (date: PackedDate): PackedDate => packDate(yearOfDate(date), 12, 31);

/** After the 90 days: the wait. Whether the birth year is paid for, and treated, too; whether nothing of the year of payment is left. */
function addLate(names: Names, draft: Draft, birth: Node, payment: Node, birthYear: Node, days: Node) {
  const { coverage, notice, reading } = names;
  const found = names.waiting.after(payment, lateWait(names, payment, days));
  const lost = found.treatmentFrom.value > endOfYear(payment.value);
  if (lost) {
    // a first day beyond the year that was paid for is none
    draft.dates.push({ definition: names.dates.waitingLast, node: found.last! });
    draft.remarks.push(found.treatmentFrom);
    draft.notices.push(notice.yearLost);
  } else addWaitingDates(draft, names.dates, found);
  draft.notices.push(notice.assisted);
  let uncoveredFrom = birth.value;
  if (birthYear.value === 1) {
    const treated = step(names.step.birthYearTreated, reading.birthYearGranted ? 1 : 0, [birthYear, reading.birthYear]);
    draft.remarks.push(treated);
    if (!reading.birthYearGranted) draft.notices.push(notice.birthYearLost);
    else {
      coverDays(draft, "covered", coverage.birthYear, birth.value, endOfYear(birth.value));
      uncoveredFrom = packDate(yearOfDate(payment.value), 1, 1);
    }
  }
  coverDays(draft, "not-covered", coverage.notCovered, uncoveredFrom, addDays(payment.value, -1));
  coverWaiting(draft, coverage.strip, found, endOfYear(payment.value));
  return { paysBirthYear: birthYear.value === 1 && reading.birthYearGranted, lost };
}

/** 90 days; from 2025 on the national rule may be read to take their place. */
function lateWait({ step: steps, reading, nationalWait }: Names, payment: Node, days: Node): Node {
  if (payment.value < NATIONAL_RULE_FROM) return days;
  return nationalWait === null
    ? step(steps.lateWaitRead, days.value, [days, reading.late])
    : step(steps.lateWaitMonths, nationalWait.value, [nationalWait, reading.late]);
}

function addPremium(
  { figure }: Names,
  draft: Draft,
  definition: NodeDefinition,
  amount: AmountDefinition,
  day: PackedDate,
): void {
  const premium = figure.at(day);
  if (premium === null) draft.missing.push({ figure, date: day });
  else draft.amounts.push({ definition: amount, role: "due", node: step(definition, premium.value, [premium]) });
}
