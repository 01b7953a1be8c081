/**
 * From when to when a payment into the resident scheme covers somebody (DL-15, ALL-03), whoever asks: who enrols, and who changes
 * over from the employee scheme. The law is that of the day of payment; cover ends with the year that was paid for.
 */
import {
  addDays,
  firstDayOf,
  monthOfDate,
  monthOfYear,
  packDate,
  yearOfDate,
  yearOfMonth,
  type PackedDate,
} from "../../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { addCondition, assumeAnswer, coverDays, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Bindings, Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { ChosenReading } from "../../national/resident-waiting.ts";
import {
  bindResidentYear,
  fixedWait,
  missedAfter,
  missedSince,
  nationalWait,
  noneMissed,
  startOf,
  yearEnd,
  type NationalWait,
  type PaidYear,
} from "../../national/resident-year.ts";
import { bindPayment, insuredYear, opensLater, paidDay, paymentOf, type PaymentFacts } from "./payment.ts";

/** A payment from here on is for the coming year alone (notice of 2021). */
const FOURTH_QUARTER = 10;

export interface CoverFacts extends PaymentFacts {
  readonly assisted?: number | undefined;
  readonly repairedYears?: number | undefined;
}

/** What the person was insured for before. `lastPaid: null`: it was not told, and the employee scheme is taken to go on. */
export type Former =
  | { readonly kind: "never"; readonly because: Node }
  | { readonly kind: "resident"; readonly lastYear: Node }
  | { readonly kind: "employee"; readonly lastPaid: number | null; readonly continuousMonths: number | undefined }
  | { readonly kind: "newborn"; readonly birth: Node };

export type CoverNames = ReturnType<typeof bindResidentCover>;

export function bindResidentCover(names: Bindings) {
  const table = names.table("dalian.resident-treatment");
  const answer = table.output("answer");
  const chosen = (id: string, option: string): ChosenReading => {
    const reading = names.reading(id);
    return { node: reading.node, says: reading.is(option) };
  };
  return {
    payment: bindPayment(names),
    year: bindResidentYear(
      names,
      {
        atOnce: names.step("residentAtOnce"),
        after: names.step("residentAfterWaiting"),
        last: names.step("residentWaitingLast"),
      },
      {
        firstYearCounts: chosen("dalian.first-missed-year", "counts"),
        earlierYearsCount: chosen("dalian.missed-years-before-2025", "count"),
        fromPayment: chosen("dalian.resident-waiting-start", "payment"),
        paymentDayCounts: chosen("dalian.waiting-day-count", "payment-day"),
        fromYearStart: chosen("dalian.late-period-start", "year-start"),
        partYearCounts: chosen("dalian.part-year-insured", "counts"),
      },
    ),
    reading: {
      ruleByPayment: chosen("dalian.national-rule-start", "payment"),
      missedInPeriod: chosen("dalian.missed-in-period", "no-wait"),
      changeKeeps: chosen("dalian.change-after-two-years", "no-wait"),
    },
    table: {
      waiting: table,
      answer,
      months: table.output("months"),
      is: {
        fromBirth: table.choice(answer, "from-birth"),
        fullMonths: table.choice(answer, "full-months"),
        notOpen: table.choice(answer, "not-open"),
        national: table.choice(answer, "national"),
      },
    },
    /** Positions of the table's second input, and labels of the step. */
    standing: { ordinary: 0, newborn: 1, keeps: 2 },
    notAssisted: names.option("assisted", "none"),
    leaf: { assisted: names.leaves("assisted") },
    fact: { lastPaid: names.fact("lastPaid") },
    step: {
      continuousMonths: names.fact("continuousMonths"),
      standing: names.step("residentStanding"),
      newbornStanding: names.step("newbornStanding"),
      otherStanding: names.step("otherStanding"),
      lateInYear: names.step("lateInYear"),
      ruleByYear: names.step("ruleByYear"),
      exempt: names.step("exempt"),
      exemptInPeriod: names.step("exemptInPeriod"),
      repaired: names.step("repaired"),
      gap: names.step("changeGap"),
      afterFullMonths: names.step("afterFullMonths"),
      fullMonthsLast: names.step("fullMonthsLast"),
      fromBirth: names.step("fromBirth"),
      yearEnd: names.step("yearEnd"),
    },
    date: {
      treatmentFrom: names.date("treatmentFrom"),
      waitingLast: names.date("waitingLast"),
      until: names.date("treatmentUntil"),
    },
    fault: { lastPaidTooLate: names.fault("lastPaidTooLate"), repairedTooMany: names.fault("repairedTooMany") },
    condition: names.condition("yearOpen"),
    remedy: {
      payNextYear: names.remedy("payNextYear"),
      payNextYearFrom: names.remedy("payNextYearFrom"),
      waitForPeriod: names.remedy("waitForPeriod"),
    },
    coverage: {
      waiting: names.coverage("waiting"),
      notBegun: names.coverage("notBegun"),
      covered: names.coverage("coveredYear"),
    },
    notice: {
      forTheYear: names.notice("forTheYear"),
      canRepair: names.notice("canRepair"),
      localNotice: names.notice("localNotice"),
      yearLost: names.notice("yearLost"),
    },
  };
}

/** Whether the payment falls under the rule of 2025. */
function isNational(names: CoverNames, facts: CoverFacts, asOf: AsOf): boolean {
  const yearStart = packDate(insuredYear(names.payment, facts, asOf), 1, 1);
  const day = paidDay(facts, asOf);
  return (names.reading.ruleByPayment.says ? day : Math.max(day, yearStart)) >= names.year.rule.start.day;
}

/** The last insured year, or the month up to which the employee scheme was paid. */
export type LastInsured = { readonly year: number } | { readonly month: number };

/** Whether missed years lengthen the wait. */
export const hasMissed = (names: CoverNames, facts: CoverFacts, last: LastInsured | null, asOf: AsOf): boolean =>
  last !== null && isNational(names, facts, asOf) && missedYears(names, facts, last, asOf) > 0;

/** What was paid for or repaired against what was missed. */
export function changeFault(names: CoverNames, facts: CoverFacts, last: LastInsured | null, asOf: AsOf): readonly Fault[] {
  if (last !== null && "month" in last && last.month > asOf.month)
    return [{ fact: "lastPaid", text: names.fault.lastPaidTooLate }];
  const most = last === null ? 0 : missedYears(names, facts, last, asOf);
  return (facts.repairedYears ?? 0) > most ? [{ fact: "repairedYears", text: names.fault.repairedTooMany }] : NONE;
}

function missedYears(names: CoverNames, facts: CoverFacts, last: LastInsured, asOf: AsOf): number {
  const { rule, step: steps, reading } = names.year;
  const lastYear =
    "year" in last
      ? last.year
      : yearOfMonth(last.month) - (reading.partYearCounts.says || monthOfYear(last.month) === 12 ? 0 : 1);
  const year = leaf(steps.insuredYearNumber, insuredYear(names.payment, facts, asOf));
  return rule.missedYears(leaf(steps.lastInsuredYear, lastYear), year).value;
}

export interface Cover {
  readonly paid: PaidYear;
  readonly answer: Node;
  readonly waiting: Waiting;
  readonly national: NationalWait | null;
  /** Whether the year can be paid for: not any more, or not yet. */
  readonly open: boolean;
  /** First day of the period where it has not begun. */
  readonly opens: Node | null;
  /** The same for the coming year, where only that one can be paid for. */
  readonly nextOpens: Node | null;
  readonly waits: boolean;
}

export function residentCover(names: CoverNames, facts: CoverFacts, former: Former, asOf: AsOf, draft: Draft): Cover {
  const { table, step: steps, year: yearNames } = names;
  const paid = paymentOf(names.payment, yearNames, facts, asOf, draft);
  const { payment } = paid;
  const standing = standingOf(names, former, payment, draft);
  const ruleDay = ruleDayOf(names, paid);
  const late = step(steps.lateInYear, monthOfYear(monthOfDate(payment.value)) >= FOURTH_QUARTER ? 1 : 0, [payment]);
  const isNextYear = yearOfDate(payment.value) < paid.year.value ? 1 : 0;
  const row = table.waiting.row([monthOfDate(ruleDay.value), standing.value, isNextYear, paid.inPeriod.value, late.value]);
  const inputs = [ruleDay, standing, paid.year, paid.inPeriod, late];
  const answer = table.waiting.node(row, table.answer, inputs);
  const opens = opensLater(names.payment, facts, asOf);
  draft.remarks.push(answer, paid.yearStart);
  const notOpen = answer.value === table.is.notOpen;
  const nextOpens = notOpen ? opensLater(names.payment, { ...facts, insuredYear: names.payment.nextYear }, asOf) : null;
  const found = { paid, answer, national: null, open: opens === null && !notOpen, opens, nextOpens };
  if (answer.value === table.is.national) {
    const national = nationalOf(names, facts, former, paid);
    return { ...found, waiting: national.waiting, national, waits: national.months.value > 0 };
  }
  const months = table.waiting.node(row, table.months, inputs);
  if (answer.value === table.is.fromBirth && former.kind === "newborn") {
    const from = Math.max(former.birth.value, paid.yearStart.value);
    const node = step(steps.fromBirth, from, [former.birth, paid.yearStart]);
    return { ...found, waiting: { start: payment, treatmentFrom: node, last: null }, waits: false };
  }
  if (answer.value === table.is.fullMonths) {
    const from = firstDayOf(monthOfDate(payment.value) + months.value + 1);
    const treatmentFrom = step(steps.afterFullMonths, from, [payment, months]);
    const last = step(steps.fullMonthsLast, addDays(from, -1), [treatmentFrom]);
    return { ...found, waiting: { start: payment, treatmentFrom, last }, waits: true };
  }
  return { ...found, waiting: fixedWait(yearNames, paid, startOf(yearNames, paid), months), waits: false };
}

/** At least 24 months in one scheme and at most three without payment keep what they had (ALL-03). */
const CONTINUOUS = 24;
const LONGEST_GAP = 3;

function standingOf(names: CoverNames, former: Former, payment: Node, draft: Draft): Node {
  const { step: steps, standing, fact } = names;
  switch (former.kind) {
    case "newborn":
      return step(steps.newbornStanding, standing.newborn, [former.birth, payment]);
    case "employee": {
      const paidMonth = monthOfDate(payment.value);
      const lastPaid = leaf(fact.lastPaid, former.lastPaid ?? paidMonth);
      if (former.lastPaid === null) assumeAnswer(draft, fact.lastPaid, lastPaid);
      const gap = step(steps.gap, Math.max(0, paidMonth - lastPaid.value - 1), [lastPaid, payment]);
      draft.remarks.push(gap);
      if (former.continuousMonths === undefined) return step(steps.otherStanding, standing.ordinary, [gap]);
      const longEnough = former.continuousMonths >= CONTINUOUS && gap.value <= LONGEST_GAP;
      const inputs = [leaf(steps.continuousMonths, former.continuousMonths), gap];
      if (!longEnough) return step(steps.standing, standing.ordinary, inputs);
      const { says, node } = names.reading.changeKeeps;
      return step(steps.standing, says ? standing.keeps : standing.ordinary, [...inputs, node]);
    }
    default:
      return step(steps.otherStanding, standing.ordinary, [payment]);
  }
}

function nationalOf(names: CoverNames, facts: CoverFacts, former: Former, paid: PaidYear): NationalWait {
  const { step: steps, year: yearNames, leaf: leaves, notAssisted, reading } = names;
  const group = leaves.assisted[facts.assisted ?? notAssisted]!;
  const assisted = group.value !== notAssisted;
  const repaired = leaf(steps.repaired, facts.repairedYears ?? 0);
  const missed =
    former.kind === "resident"
      ? missedAfter(yearNames, former.lastYear, paid)
      : former.kind === "employee"
        ? missedSince(yearNames, leaf(names.fact.lastPaid, former.lastPaid ?? monthOfDate(paid.payment.value)), paid)
        : noneMissed(former.kind === "never" ? former.because : former.birth);
  const { says, node } = reading.missedInPeriod;
  const exempt =
    !assisted && paid.inPeriod.value === 1 && missed.most > 0
      ? step(steps.exemptInPeriod, says ? 1 : 0, [paid.inPeriod, missed.years, node])
      : step(steps.exempt, assisted ? 1 : 0, [group]);
  return nationalWait(yearNames, paid, exempt, missed, repaired);
}

/** The day whose law applies; a reading where 2025 was paid for in 2024. */
function ruleDayOf({ step: steps, reading, year }: CoverNames, { payment, yearStart }: PaidYear): Node {
  const { day } = year.rule.start;
  if (payment.value >= day || yearStart.value < day) return payment;
  const { says, node } = reading.ruleByPayment;
  return step(steps.ruleByYear, says ? payment.value : yearStart.value, [payment, yearStart, node]);
}

/** Whether the year can still be paid for. */
export function addYearOpen({ condition, remedy }: CoverNames, { open, opens, nextOpens, paid }: Cover, draft: Draft): boolean {
  const payNext = nextOpens === null ? remedy.payNextYear : remedy.payNextYearFrom;
  addCondition(draft, condition, open, paid.payment, opens === null ? payNext : remedy.waitForPeriod, opens ?? nextOpens);
  return open;
}

/** Dates, notices and the strip of the payment; returns whether nothing of the year is left. */
export function addResidentCover(names: CoverNames, draft: Draft, { paid, answer, waiting, national }: Cover): boolean {
  const { date, notice, coverage, step: steps, table } = names;
  const end = yearEnd(paid);
  const from = waiting.treatmentFrom.value;
  const lost = from > end;
  // a first day beyond the year that was paid for is none
  if (lost) draft.remarks.push(waiting.treatmentFrom);
  else draft.dates.push({ definition: date.treatmentFrom, node: waiting.treatmentFrom });
  if (waiting.last !== null) {
    draft.dates.push({ definition: date.waitingLast, node: waiting.last });
    const shown: PackedDate = Math.min(waiting.last.value, end);
    coverDays(draft, "waiting", coverage.waiting, waiting.start.value, shown);
    if (!lost) coverDays(draft, "not-covered", coverage.notBegun, addDays(waiting.last.value, 1), addDays(from, -1));
  }
  if (!lost) {
    draft.dates.push({ definition: date.until, node: step(steps.yearEnd, end, [paid.year]) });
    coverDays(draft, "covered", coverage.covered, from, end);
    draft.notices.push(notice.forTheYear);
  } else draft.notices.push(notice.yearLost);
  if (answer.value === table.is.fullMonths) draft.notices.push(notice.localNotice);
  if (national !== null && national.missed.value > 0) draft.notices.push(notice.canRepair);
  return lost;
}
