/**
 * Tieling, newborns in the resident scheme (TL-03). Source: notice of 2022-04-01, 二(一)2.
 * Within 90 days: from birth. Later: a wait. In the calendar year after birth the birth year is paid for, and treated, too.
 */
import { addDays, daysBetween, packDate, yearOfDate, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { coverWaiting } from "../engine/contribution/waiting.ts";
import { addCondition, coverDays, figureAt, finish, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, told, type DerivedStep, type Node } from "../engine/node.ts";
import { asRead, lastOfDays, same, yearsApart } from "../engine/operations.ts";
import type { AmountDefinition, Result } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/tieling/newborn.ts";
import { ruleStart } from "../national/resident-waiting.ts";
import { papers } from "./materials.ts";
import { addWaitingDates, inForce, newbornRule, paymentFault, paymentOf, waitAfter } from "./waiting.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const table = words.table.newborn.by("day", "years");
  const national = words.table.residentWaiting.by("exempt", "inPeriod", "missed");
  const { is } = words.reading.lateNewborn;
  return {
    ...words,
    table,
    ...inForce(words),
    rule: newbornRule(words),
    /** The last day after birth on which somebody is treated from birth on. */
    longest: table.bound("day", table.row2(0, 0), "highest", "days"),
    // what the national rule gives where it is read to apply: outside the concentrated period, no missed year, exempt or not
    nationalFrom: ruleStart(words).day,
    nationalWait: is.ninetyDays ? null : national.node(national.row([is.none ? 1 : 0, 0, 0]), national.out.fixed, NONE),
  };
}

export default define(bind, { check, evaluate });

function check(names: Names, { birthDate, paidOn }: Facts, asOf: AsOf): readonly Fault[] {
  const wrong = paymentFault(names, paidOn, asOf);
  if (wrong !== null) return [wrong];
  return birthDate > (paidOn ?? asOf.date) ? [{ fact: "birthDate", text: names.fault.bornAfter }] : NONE;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { fact, step: steps, table, notice, headline, longest, material, remedy } = names;
  const { agency } = names.place;
  const draft = newDraft();
  const birthDate = leaf(fact.birthDate, facts.birthDate);
  const payment = paymentOf(names.rule, facts.paidOn, asOf);
  const { is, node: counted } = names.reading.newbornDayCount;
  const first = is.nextDay ? 0 : 1;
  const lastDay = lastOfDays(steps.lastDay, birthDate, longest, !is.nextDay, counted);
  const day = told(steps.dayAfterBirth, daysBetween(birthDate.value, payment.value) + first, [birthDate, payment, counted]);
  const inTime = day.value <= longest.value;
  const years = yearsApart(steps.yearsAfter, payment, birthDate);
  const inputs = [day, years];
  const row = table.row2(day.value, years.value);
  const answer = table.node(row, table.out.answer, inputs);
  draft.remarks.push(answer);

  const registered = facts.realName === 1;
  const mend = inTime ? remedy.registerFirst({ lastDay }) : remedy.registerLate;
  addCondition(draft, names.condition.realName, registered, names.leaf.realName[facts.realName]!, mend, null);
  draft.notices.push(notice.guardian);
  draft.dates.push({ definition: names.date.lastDay, node: lastDay });
  const when = inTime ? names.timeLimit.inTime({ lastDay }) : names.timeLimit.none;
  const proofs = [material.guardianIdentity, material.birthCertificate];
  draft.materials = papers(names.reading.materials, [material.newbornIdentity], proofs, draft);
  if (answer.value === table.is.answer.tooLate) {
    draft.notices.push(notice.notNewborn);
    draft.materials = NONE;
    draft.next = [names.next.asResident];
    return finish(draft, "guidance", headline.tooLate({ birthDate }), agency, when);
  }
  if (!registered) return finish(draft, "not-yet", headline.realNameFirst, agency, when);

  const waits = answer.value === table.is.answer.waits;
  const birthYear = table.node(row, table.out.birthYear, inputs);
  let paysBirthYear = birthYear.value === 1;
  let lost = false;
  let treatmentFrom: Node;
  if (waits) {
    const days = table.node(row, table.out.days, inputs);
    ({ paysBirthYear, lost, treatmentFrom } = addLate(names, draft, birthDate, payment, birthYear, days));
  } else {
    treatmentFrom = same(steps.fromBirth, birthDate, answer);
    draft.dates.push({ definition: names.date.treatmentFrom, node: treatmentFrom });
    coverDays(draft, "covered", names.coverage.covered, birthDate.value, endOfYear(payment.value));
  }
  if (paysBirthYear) draft.notices.push(notice.bothYears);
  addPremium(names, draft, steps.yearPremium, names.amount.yearPremium, payment.value);
  if (paysBirthYear) addPremium(names, draft, steps.birthYearPremium, names.amount.birthYearPremium, birthDate.value);
  draft.notices.push(notice.nextYear);
  if (inTime && yearOfDate(lastDay.value) > yearOfDate(birthDate.value) && years.value === 0)
    draft.notices.push(notice.twoYearsApart);
  if (waits) draft.next = [names.next.assisted];
  // late in the year of birth is worse than in the year after: the notice says so, and the clerk is told
  if (waits && names.reading.lateNewbornBirthYear.is.granted) draft.conflicts = [names.conflict.newbornNextYear];
  const said = { birthDate, lastDay, treatmentFrom };
  if (draft.missing.length > 0) {
    // one amount without the other would be taken for the whole
    draft.amounts.length = 0;
    const says = (lost ? headline.yearLostMissing : headline.figureMissing)(said);
    return finish(draft, "figure-missing", says, agency, when);
  }
  const says = (lost ? headline.yearLost : waits ? headline.waits : headline.fromBirth)(said);
  return finish(draft, "granted", says, agency, when);
}

const endOfYear = (date: PackedDate): PackedDate => packDate(yearOfDate(date), 12, 31);

/** After the 90 days: the wait. Whether the birth year is paid for, and treated, too; whether nothing of the year of payment is left. */
function addLate(names: Names, draft: Draft, birth: Node, payment: Node, birthYear: Node, days: Node) {
  const { coverage, notice, date } = names;
  const { is, node } = names.reading.lateNewbornBirthYear;
  const found = waitAfter(names.rule, payment, lateWait(names, payment, days));
  const { treatmentFrom } = found;
  const lost = treatmentFrom.value > endOfYear(payment.value);
  if (lost) {
    // a first day beyond the year that was paid for is none
    draft.dates.push({ definition: date.waitingLast, node: found.last! });
    draft.remarks.push(treatmentFrom);
    draft.notices.push(notice.yearLost);
  } else addWaitingDates(draft, date, found);
  draft.notices.push(notice.assisted);
  let uncoveredFrom = birth.value;
  if (birthYear.value === 1) {
    draft.remarks.push(told(names.step.birthYearTreated, is.granted ? 1 : 0, [birthYear, node]));
    if (is.granted) {
      coverDays(draft, "covered", coverage.birthYear, birth.value, endOfYear(birth.value));
      uncoveredFrom = packDate(yearOfDate(payment.value), 1, 1);
    } else draft.notices.push(notice.birthYearLost);
  }
  coverDays(draft, "not-covered", coverage.notCovered, uncoveredFrom, addDays(payment.value, -1));
  coverWaiting(draft, coverage, found, endOfYear(payment.value));
  return { paysBirthYear: birthYear.value === 1 && is.granted, lost, treatmentFrom };
}

/** 90 days; from 2025 on the national rule may be read to take their place. */
function lateWait({ step: steps, reading, nationalFrom, nationalWait }: Names, payment: Node, days: Node): Node {
  if (payment.value < nationalFrom) return days;
  const { node } = reading.lateNewborn;
  return nationalWait === null ? asRead(steps.lateWaitRead, days, node) : asRead(steps.lateWaitMonths, nationalWait, node);
}

function addPremium({ figure }: Names, draft: Draft, step: DerivedStep, definition: AmountDefinition, day: PackedDate): void {
  const premium = figureAt(figure.newbornPremium, day, draft);
  if (premium !== null) draft.amounts.push({ definition, role: "due", node: same(step, premium) });
}
