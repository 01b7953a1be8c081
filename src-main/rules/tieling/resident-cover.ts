/**
 * From when to when a payment into the resident scheme covers somebody (TL-02, TL-08), whoever asks: who enrols, and who changes over
 * from the employee scheme. The law is that of the day of payment; cover ends with the year that was paid for.
 */
import {
  addDays,
  monthOfDate,
  monthOfYear,
  packDate,
  yearOfDate,
  yearOfMonth,
  type PackedDate,
} from "../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../engine/contribution/waiting.ts";
import { assumeAnswer, coverDays, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts.ts";
import type { Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import { addOtherReadings, bindOtherReadings } from "../national/other-readings.ts";
import {
  bindResidentYear,
  fixedWait,
  missedAfter,
  missedSince,
  nationalWait,
  noneMissed,
  paidYear,
  startOf,
  yearEnd,
  type NationalWait,
  type PaidYear,
} from "../national/resident-year.ts";
import {
  addWaitingDates,
  bindWaiting,
  chosenReading,
  paymentDayCounts,
  paymentOf,
  waitingDates,
  waitingWords,
} from "./waiting.ts";

/** The concentrated period begins with this month, unless the city announces another. */
const FOURTH_QUARTER = 10;

/** Answers about the payment and the person; more may be asked by the matter. */
export interface PaymentFacts {
  readonly assisted?: number | undefined;
  readonly recognizedOn?: number | undefined;
  readonly paidOn?: number | undefined;
  readonly insuredYear?: number | undefined;
  readonly inAnnouncedPeriod?: number | undefined;
  readonly lastPaid?: number | undefined;
  readonly continuousMonths?: number | undefined;
  readonly lastYear?: number | undefined;
  readonly repairedYears?: number | undefined;
}

export type ResidentCoverNames = ReturnType<typeof bindResidentCover>;

export function bindResidentCover(names: Bindings) {
  const table = names.table("tieling.resident-treatment");
  const answer = table.output("answer");
  const change = names.table("tieling.scheme-change");
  const changeAnswer = change.output("answer");
  const period = names.reading("tieling.concentrated-period");
  return {
    day: bindWaiting(names, "resident"),
    year: bindResidentYear(names, waitingWords(names, "resident"), {
      firstYearCounts: chosenReading(names, "tieling.first-missed-year", "counts"),
      earlierYearsCount: chosenReading(names, "tieling.missed-years-before-2025", "count"),
      fromPayment: chosenReading(names, "tieling.resident-waiting-start", "payment"),
      paymentDayCounts: paymentDayCounts(names),
      fromYearStart: chosenReading(names, "tieling.late-period-start", "year-start"),
      partYearCounts: chosenReading(names, "tieling.part-year-insured", "counts"),
    }),
    table: {
      waiting: table,
      answer,
      days: table.output("days"),
      national: table.choice(answer, "national"),
      recognised: table.choice(answer, "recognised"),
    },
    change: {
      table: change,
      answer: changeAnswer,
      /** Answers of the change, in the order of the waiting table's input and of the step's labels; 0 = no change. */
      kinds: [null, ...(["two-years", "two-years-gap", "short"] as const).map((kind) => change.choice(changeAnswer, kind))],
      keeps: 1,
      short: 3,
    },
    fact: {
      insuredYear: names.fact("insuredYear"),
      inAnnouncedPeriod: names.fact("inAnnouncedPeriod"),
      recognizedOn: names.fact("recognizedOn"),
    },
    option: {
      nextYear: names.option("insuredYear", "next-year"),
      thisYear: names.option("insuredYear", "this-year"),
      notAssisted: names.option("assisted", "none"),
      entitled: names.option("assisted", "entitled"),
      disabled: names.option("assisted", "disabled"),
    },
    leaf: {
      assisted: names.leaves("assisted"),
      insuredYear: names.leaves("insuredYear"),
      inAnnouncedPeriod: names.leaves("inAnnouncedPeriod"),
    },
    reading: {
      period: period.node,
      announced: period.is("announced"),
      byPayment: chosenReading(names, "tieling.national-rule-start", "payment"),
      changeInPeriod: chosenReading(names, "tieling.change-in-period", "resident-rule"),
    },
    step: {
      recognizedOn: names.fact("recognizedOn"),
      lastPaid: names.fact("lastPaid"),
      isNextYear: names.step("isNextYear"),
      isNextYearByDay: names.step("isNextYearByDay"),
      inPeriodByQuarter: names.step("inPeriodByQuarter"),
      inPeriodAnnounced: names.step("inPeriodAnnounced"),
      ruleByYear: names.step("ruleByYear"),
      yearEnd: names.step("yearEnd"),
      exempt: names.step("exempt"),
      repaired: names.step("repaired"),
      continuous: names.step("changeContinuous"),
      gap: names.step("changeGap"),
      changeFrom: names.step("changeFrom"),
    },
    date: {
      ...waitingDates(names),
      until: names.date("treatmentUntil"),
    },
    others: bindOtherReadings(names),
    coverage: {
      waiting: names.coverage("waiting"),
      notBegun: names.coverage("notBegun"),
      covered: names.coverage("coveredYear"),
    },
    notice: {
      noBackPayment: names.notice("noBackPayment"),
      canRepair: names.notice("canRepair"),
      payInPeriod: names.notice("payInPeriod"),
      yearLost: names.notice("yearLost"),
      latePeriod: names.notice("latePeriod"),
    },
    conflict: { wait: names.conflict("tieling.resident-waiting"), change: names.conflict("tieling.change-to-resident") },
  };
}

const paidDay = ({ paidOn }: PaymentFacts, asOf: AsOf): PackedDate => paidOn ?? asOf.date;

const paysNextYear = ({ option }: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf): boolean =>
  facts.insuredYear === undefined
    ? monthOfYear(monthOfDate(paidDay(facts, asOf))) >= FOURTH_QUARTER
    : facts.insuredYear === option.nextYear;

/** The year that is paid for. */
export const insuredYear = (names: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf): number =>
  yearOfDate(paidDay(facts, asOf)) + (paysNextYear(names, facts, asOf) ? 1 : 0);

/** Whether an announced period is a question: of the current year's payment, and of any where the office goes by it. */
export const asksPeriod = (names: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf): boolean =>
  facts.assisted === names.option.notAssisted && (names.reading.announced || !paysNextYear(names, facts, asOf));

export const byRecognition = ({ option }: ResidentCoverNames, { assisted }: PaymentFacts): boolean =>
  assisted !== undefined && assisted !== option.notAssisted && assisted !== option.entitled && assisted !== option.disabled;

/** Recognised only after the year that is paid for: that day begins nothing in it. */
export const recognisedAfterYear = (names: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf): boolean =>
  facts.recognizedOn !== undefined && yearOfDate(facts.recognizedOn) > insuredYear(names, facts, asOf);

/** Whether the payment falls under the rule of 2025 unless something exempts it. */
export const isNational = (names: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf): boolean =>
  facts.assisted === names.option.notAssisted &&
  (names.reading.byPayment.says
    ? paidDay(facts, asOf)
    : Math.max(paidDay(facts, asOf), packDate(insuredYear(names, facts, asOf), 1, 1))) >= names.year.rule.start.day;

/** Years missed by whoever was last insured in a year, or as an employee up to a month. */
export function missedYears(names: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf): number {
  const { lastYear, lastPaid } = facts;
  if (lastYear === undefined && lastPaid === undefined) return 0;
  const year = insuredYear(names, facts, asOf);
  const { rule, step: steps, reading } = names.year;
  const last = lastYear ?? yearOfMonth(lastPaid!) - (reading.partYearCounts.says || monthOfYear(lastPaid!) === 12 ? 0 : 1);
  return rule.missedYears(leaf(steps.lastInsuredYear, last), leaf(steps.insuredYearNumber, year)).value;
}

/** What the person was insured for before: as an employee up to a month, in some year, or never. */
export type Former =
  | { readonly kind: "employee"; readonly lastPaid: number; readonly continuousMonths: number | undefined }
  | { readonly kind: "insured"; readonly lastYear: Node }
  | { readonly kind: "never"; readonly because: Node };

export interface ResidentCover {
  readonly paid: PaidYear;
  /** Which rule decides, from the table. */
  readonly answer: Node;
  /** Days or months; 0 = none. */
  readonly length: Node;
  readonly waiting: Waiting;
  readonly national: NationalWait | null;
  /** Months without payment before a change; `null` where nobody changes over. */
  readonly gap: Node | null;
  /** Whether a change keeps what two years in one scheme earn, or comes before they are over. */
  readonly keeps: boolean;
  readonly short: boolean;
}

interface ChangeFound {
  readonly kind: Node;
  readonly gap: Node;
  readonly lastPaid: Node;
}

/** Which kind of change it is by months continuous and gap (TL-08). */
function changeOf(names: ResidentCoverNames, former: Former, payment: Node): ChangeFound | null {
  if (former.kind !== "employee") return null;
  const { step: steps, change } = names;
  const lastPaid = leaf(steps.lastPaid, former.lastPaid);
  const gap = step(steps.gap, Math.max(0, monthOfDate(payment.value) - former.lastPaid - 1), [lastPaid, payment]);
  const inputs = former.continuousMonths === undefined ? [gap] : [leaf(steps.continuous, former.continuousMonths), gap];
  const row = change.table.row([1, 0, former.continuousMonths ?? 0, gap.value, 0]);
  const answer = change.table.node(row, change.answer, inputs);
  return { kind: step(steps.changeFrom, change.kinds.indexOf(answer.value), [answer]), gap, lastPaid };
}

export function residentCover(
  names: ResidentCoverNames,
  facts: PaymentFacts & { readonly assisted: number },
  asOf: AsOf,
  former: Former,
  draft: Draft,
): ResidentCover {
  const { table, step: steps, leaf: leaves, reading, year: yearNames } = names;
  const payment = paymentOf(names.day, facts.paidOn, asOf);
  const paid = paidOf(names, facts, asOf, payment, draft);
  const group = leaves.assisted[facts.assisted]!;
  const assisted = facts.assisted !== names.option.notAssisted;
  const change = changeOf(names, former, payment);
  const ruleDay = ruleDayOf(names, paid);
  // who is assisted need not care for the period
  const inputs: Node[] = assisted ? [ruleDay, group] : [ruleDay, group, paid.inPeriod];
  if (change !== null) inputs.push(change.kind);
  let inPeriod = paid.inPeriod.value;
  const beforeNational = ruleDay.value < yearNames.rule.start.day;
  if (change !== null && !assisted && inPeriod === 1 && beforeNational && change.kind.value !== names.change.keeps) {
    inputs.push(reading.changeInPeriod.node);
    if (!reading.changeInPeriod.says) inPeriod = 0;
  }
  const row = table.waiting.row([monthOfDate(ruleDay.value), facts.assisted, inPeriod, change?.kind.value ?? 0]);
  const answer = table.waiting.node(row, table.answer, inputs);
  const found = {
    paid,
    answer,
    gap: change?.gap ?? null,
    keeps: change?.kind.value === names.change.keeps,
    short: change?.kind.value === names.change.short,
  };
  if (answer.value === table.national) {
    const exempt = step(steps.exempt, 0, [group]);
    const repaired = leaf(steps.repaired, facts.repairedYears ?? 0);
    const missed =
      former.kind === "never"
        ? noneMissed(former.because)
        : former.kind === "insured"
          ? missedAfter(yearNames, former.lastYear, paid)
          : missedSince(yearNames, change!.lastPaid, paid);
    const national = nationalWait(yearNames, paid, exempt, missed, repaired);
    return { ...found, length: national.months, waiting: national.waiting, national };
  }
  const length = table.waiting.node(row, table.days, inputs);
  const recognised = answer.value === table.recognised;
  if (recognised && facts.recognizedOn === undefined) assumeAnswer(draft, names.fact.recognizedOn, payment);
  const start =
    recognised && facts.recognizedOn !== undefined
      ? leaf(steps.recognizedOn, facts.recognizedOn)
      : length.value > 0 || assisted
        ? payment
        : startOf(yearNames, paid);
  return { ...found, length, waiting: fixedWait(yearNames, paid, start, length), national: null };
}

function paidOf(names: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf, payment: Node, draft: Draft): PaidYear {
  const { step: steps, leaf: leaves, reading, option } = names;
  const next = paysNextYear(names, facts, asOf) ? 1 : 0;
  if (facts.insuredYear === undefined)
    assumeAnswer(draft, names.fact.insuredYear, leaves.insuredYear[next === 1 ? option.nextYear : option.thisYear]!);
  if (facts.inAnnouncedPeriod === undefined && asksPeriod(names, facts, asOf))
    assumeAnswer(draft, names.fact.inAnnouncedPeriod, leaves.inAnnouncedPeriod[next]!);
  const isNextYear =
    facts.insuredYear === undefined
      ? step(steps.isNextYearByDay, next, [payment])
      : step(steps.isNextYear, next, [leaves.insuredYear[facts.insuredYear]!]);
  // the coming year can be paid for in the concentrated period alone
  const inPeriod =
    facts.inAnnouncedPeriod === undefined
      ? step(steps.inPeriodByQuarter, next, [isNextYear, reading.period])
      : inPeriodSaid(names, leaves.inAnnouncedPeriod[facts.inAnnouncedPeriod]!, next);
  return paidYear(names.year, payment, isNextYear, inPeriod);
}

/** Of a payment for the coming year the office's reading asks at all. */
const inPeriodSaid = ({ step: steps, reading }: ResidentCoverNames, said: Node, next: number): Node =>
  step(steps.inPeriodAnnounced, said.value, next === 1 ? [said, reading.period] : [said]);

/** The day whose law applies; a reading where 2025 was paid for in 2024. */
function ruleDayOf({ step: steps, reading, year }: ResidentCoverNames, { payment, yearStart }: PaidYear): Node {
  const { day } = year.rule.start;
  if (payment.value >= day || yearStart.value < day) return payment;
  const { says, node } = reading.byPayment;
  return step(steps.ruleByYear, says ? payment.value : yearStart.value, [payment, yearStart, node]);
}

/**
 * Dates, notices and the strip of the payment; returns whether nothing of the year is left.
 * @param begins where the wait begins on the strip, if not with its first day
 */
export function addResidentCover(names: ResidentCoverNames, draft: Draft, cover: ResidentCover, begins?: PackedDate): boolean {
  const { date, notice, coverage, step: steps } = names;
  const { paid, waiting, national, length } = cover;
  const end = yearEnd(paid);
  const from = waiting.treatmentFrom.value;
  const lost = from > end;
  draft.remarks.push(cover.answer, paid.yearStart);
  if (lost) {
    // a first day beyond the year that was paid for is none
    draft.dates.push({ definition: date.waitingLast, node: waiting.last! });
    draft.remarks.push(waiting.treatmentFrom);
  } else {
    addWaitingDates(draft, date, waiting);
    draft.dates.push({ definition: date.until, node: step(steps.yearEnd, end, [paid.year]) });
  }
  if (waiting.last !== null) {
    coverDays(draft, "waiting", coverage.waiting, begins ?? waiting.start.value, waiting.last.value);
    coverDays(draft, "not-covered", coverage.notBegun, addDays(waiting.last.value, 1), addDays(from, -1));
  }
  coverDays(draft, "covered", coverage.covered, from, end);
  if (national !== null) {
    if (national.missed.value > 0) draft.notices.push(notice.noBackPayment, notice.canRepair);
    addOtherReadings(names.others, draft, national, lost, end);
  }
  if (lost) draft.notices.push(notice.yearLost);
  if (length.value > 0) draft.notices.push(notice.payInPeriod);
  if (paid.inPeriod.value === 1 && paid.payment.value >= paid.yearStart.value) draft.notices.push(notice.latePeriod);
  return lost;
}
