/**
 * Chongqing, enrolment in the resident scheme (CQ-10, CQ-13), with the national waiting period from 2025 on.
 * Source: answers of 2023-08, 居民01、04问; 国办发〔2024〕38号. Before 2025 no source at hand says how long a resident waits.
 */
import { packDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import { coverWaiting, waitingAfter, type Waiting } from "../../engine/contribution/waiting.ts";
import { addCondition, figureAt, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import { NATIONAL_RULE_FROM } from "../../national/resident-waiting.ts";
import { bindNames, spec, type Names, type ResidentFacts, type SomeResidentFacts } from "./names.ts";

/** Values of the step `residence`. */
const NO_PAPER = 0;
const PERMIT = 1;
const HOUSEHOLD = 2;

const paidDay = (facts: SomeResidentFacts, asOf: AsOf): number => facts.paidOn ?? asOf.date;

/** The year that is paid for. */
const yearOf = ({ option }: Names, facts: SomeResidentFacts, asOf: AsOf): number =>
  yearOfDate(paidDay(facts, asOf)) + (facts.insuredYear === option.nextYear ? 1 : 0);

const missedYears = (names: Names, lastYear: number, year: number): number =>
  names.national.missedYears(leaf(names.step.lastYear, lastYear), leaf(names.step.insuredYearNumber, year)).value;

const byNationalRule = ({ option }: Names, facts: SomeResidentFacts, asOf: AsOf): boolean =>
  facts.assisted === option.notAssisted &&
  facts.newborn === 0 &&
  facts.fromEmployee === 0 &&
  paidDay(facts, asOf) >= NATIONAL_RULE_FROM;

export const residentEnrolment = defineFormula({
  matter: "chongqing.resident-enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({
        national: byNationalRule(names, facts, asOf),
        missed: facts.lastYear !== undefined && missedYears(names, facts.lastYear, yearOf(names, facts, asOf)) > 0,
      }),
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function contradictions(names: Names, facts: ResidentFacts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  if (facts.paidOn !== undefined && facts.paidOn > asOf.date) return [{ fact: "paidOn", text: fault.paidInFuture }];
  if (facts.lastYear === undefined) return NONE;
  const year = yearOf(names, facts, asOf);
  if (facts.lastYear >= year) return [{ fact: "lastYear", text: fault.alreadyInsured }];
  return facts.repairedYears !== undefined && facts.repairedYears > missedYears(names, facts.lastYear, year)
    ? [{ fact: "repairedYears", text: fault.repairedTooMany }]
    : NONE;
}

interface Paid {
  readonly payment: Node;
  readonly year: Node;
  readonly yearStart: Node;
}

function evaluate(names: Names, facts: ResidentFacts, asOf: AsOf): Result {
  const { headline, step: steps } = names;
  const draft = newDraft();
  const accepted = addConditions(names, facts, draft);
  const exempt = facts.assisted !== names.option.notAssisted || facts.newborn === 1;
  const result = {
    place: names.place,
    timeLimit: exempt ? names.timeLimit.exempt : names.timeLimit.any,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    notices: draft.notices,
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  if (!accepted) return { ...result, outcome: "not-yet", headline: headline.notYet, materials: NONE, sections: NONE };

  const payment = leaf(steps.paymentDay, paidDay(facts, asOf));
  const year = step(steps.insuredYearNumber, yearOf(names, facts, asOf), [payment, names.leaf.insuredYear[facts.insuredYear]!]);
  const paid: Paid = { payment, year, yearStart: step(steps.yearStart, packDate(year.value, 1, 1), [year]) };
  const said = facts.fromEmployee === 1 ? headline.byChange : waiting(names, facts, paid, exempt, draft);
  addPremium(names, facts, paid, draft);
  draft.notices.push(names.notice.noRefund);
  const missing = draft.missing.length > 0;
  return {
    ...result,
    outcome: missing ? "figure-missing" : "granted",
    headline: missing ? headline.figureMissing : said,
    materials: facts.household === 1 ? names.materials.local : names.materials.nonlocal,
    sections: names.sections,
    next: facts.fromEmployee === 1 ? names.next.change : names.next.records,
  };
}

function addConditions(names: Names, facts: ResidentFacts, draft: Draft): boolean {
  const { leaf: leaves, condition, remedy } = names;
  const residence = facts.household === 1 ? HOUSEHOLD : facts.permit === 1 ? PERMIT : NO_PAPER;
  const household = leaves.household[facts.household]!;
  const papers = facts.permit === undefined ? [household] : [household, leaves.permit[facts.permit]!];
  const node = step(names.step.residence, residence, papers);
  addCondition(draft, condition.residence, residence !== NO_PAPER, node, remedy.getPermit, null);
  const single = facts.otherRelation === 0;
  addCondition(draft, condition.noDuplicate, single, leaves.otherRelation[facts.otherRelation]!, remedy.endOther, null);
  return residence !== NO_PAPER && single;
}

/** Adds the waiting period where a source says one; returns what the headline says of it. */
function waiting(names: Names, facts: ResidentFacts, paid: Paid, exempt: boolean, draft: Draft): Template {
  const { step: steps, headline, notice, date } = names;
  if (paid.payment.value < NATIONAL_RULE_FROM) return headline.notNamed;
  const group = names.leaf.assisted[facts.assisted]!;
  const special = step(
    steps.exempt,
    exempt ? 1 : 0,
    facts.newborn === undefined ? [group] : [group, names.leaf.newborn[facts.newborn]!],
  );
  const inPeriod = names.leaf.inAnnouncedPeriod[facts.inAnnouncedPeriod ?? 0]!;
  const missed = missedOf(names, facts, paid);
  const repaired = leaf(steps.repaired, facts.repairedYears ?? 0);
  const { months, other } = names.national.waiting(special, inPeriod, missed, repaired);
  const length = step(steps.waitMonths, months.value, [months]);
  const start = startOf(names, paid, length);
  const found = notBefore(names, after(names, start, length), paid.yearStart);

  draft.remarks.push(length, paid.year);
  draft.dates.push({ definition: date.treatmentFrom, node: found.treatmentFrom });
  if (found.last !== null) draft.dates.push({ definition: date.waitingLast, node: found.last });
  coverWaiting(draft, names.coverage, found, packDate(paid.year.value, 12, 31));
  if (missed.value > 0) draft.notices.push(notice.canRepair);
  if (other !== null) {
    const day = Math.max(after(names, start, other).treatmentFrom.value, paid.yearStart.value);
    draft.dates.push({ definition: date.other, node: step(steps.otherTreatmentFrom, day, [start, other, paid.yearStart]) });
    draft.notices.push(notice.twoReadings);
  }
  if (length.value === 0) return headline.atOnce;
  draft.notices.push(notice.payInPeriod);
  if (yearOfDate(found.treatmentFrom.value) <= paid.year.value) return headline.waits;
  draft.notices.push(notice.yearLost);
  return headline.yearLost;
}

/** Nobody is asked about earlier years who does not wait anyway. */
function missedOf(names: Names, facts: ResidentFacts, { year }: Paid): Node {
  const { step: steps } = names;
  if (facts.lastYear !== undefined) return names.national.missedYears(leaf(steps.lastYear, facts.lastYear), year);
  const because =
    facts.insuredBefore === undefined ? names.leaf.assisted[facts.assisted]! : names.leaf.insuredBefore[facts.insuredBefore]!;
  return step(steps.neverMissed, 0, [because]);
}

/** A wait for a year to come counts from the payment or from the first day of that year. */
function startOf({ step: steps, reading }: Names, { payment, yearStart }: Paid, length: Node): Node {
  if (length.value === 0 || payment.value >= yearStart.value) return payment;
  return step(steps.waitingStart, reading.fromPayment ? payment.value : yearStart.value, [payment, yearStart, reading.start]);
}

// the first day is a question only where there is a wait
const after = ({ waitingSteps, reading }: Names, start: Node, length: Node): Waiting =>
  length.value === 0
    ? waitingAfter(waitingSteps, start, length, reading.first)
    : waitingAfter(waitingSteps, start, length, reading.first, reading.firstDay);

/** Nothing is treated before the year that is paid for. */
function notBefore(names: Names, found: Waiting, yearStart: Node): Waiting {
  const { treatmentFrom } = found;
  if (treatmentFrom.value >= yearStart.value) return found;
  return { ...found, treatmentFrom: step(names.step.notBeforeYear, yearStart.value, [treatmentFrom, yearStart]) };
}

/** One year's premium, and as much for every missed year that is paid for. */
function addPremium(names: Names, facts: ResidentFacts, { yearStart }: Paid, draft: Draft): void {
  const { step: steps, amount } = names;
  if (facts.assisted !== names.option.notAssisted) draft.notices.push(names.notice.assistedPremium);
  const figure = figureAt(names.figures[facts.tier]!, yearStart.value, draft);
  if (figure === null) return;
  const premium = step(steps.yearPremium, figure.value, [figure, names.leaf.tier[facts.tier]!]);
  draft.amounts.push({ definition: amount.year, role: "due", node: premium });
  if (facts.repairedYears === undefined || facts.repairedYears === 0) return;
  const repaired = leaf(steps.repaired, facts.repairedYears);
  const node = step(steps.repairPremium, premium.value * repaired.value, [premium, repaired]);
  draft.amounts.push({ definition: amount.repair, role: "due", node });
}
