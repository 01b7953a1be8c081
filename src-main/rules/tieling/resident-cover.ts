/**
 * From when to when a payment into the resident scheme covers somebody (TL-02, TL-08), whoever asks: who enrols, and who changes over
 * from the employee scheme. The law is that of the day of payment; cover ends with the year that was paid for.
 */
import {
  addDays,
  monthOfDate,
  monthOfYear,
  yearOfDate,
  yearOfMonth,
  type PackedDate,
} from "../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../engine/contribution/waiting.ts";
import { assumeAnswer, coverDays, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { asRead, eitherAsRead, isLateInYear, means, monthsUntilDay, same, yearEnd as endOfYear } from "../engine/operations.ts";
import type * as City from "../generated/tieling/data.ts";
import type { Words as Enrolment } from "../generated/tieling/resident-enrolment.ts";
import type * as National from "../generated/national/data.ts";
import { addOtherReadings, type OtherReadings } from "../national/other-readings.ts";
import {
  fixedWait,
  missedAfter,
  missedSince,
  nationalWait,
  noneMissed,
  paidYear,
  residentYear,
  startOf,
  yearEnd,
  type NationalWait,
  type PaidYear,
  meansNextYear,
} from "../national/resident-year.ts";
import { addWaitingDates, inForce, paymentFault, paymentOf, residentRule } from "./waiting.ts";

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

type Words = City.Resident &
  National.ResidentWaiting &
  National.ResidentYear &
  OtherReadings & {
    readonly fact: Pick<Enrolment["fact"], "insuredYear" | "inAnnouncedPeriod" | "recognizedOn" | "lastPaid">;
    readonly leaf: Pick<Enrolment["leaf"], "assisted" | "insuredYear" | "inAnnouncedPeriod">;
    readonly option: Pick<Enrolment["option"], "insuredYear" | "assisted">;
    readonly date: Pick<Enrolment["date"], "treatmentFrom" | "waitingLast" | "treatmentUntil">;
    readonly coverage: Pick<Enrolment["coverage"], "notBegun" | "coveredYear"> & { readonly waiting: string };
    readonly notice: Pick<Enrolment["notice"], "noBackPayment" | "canRepair" | "payInPeriod" | "yearLost" | "latePeriod">;
    readonly fault: Pick<
      Enrolment["fault"],
      "paidInFuture" | "beforeRules" | "recognizedInFuture" | "recognizedAfterYear" | "repairedTooMany"
    >;
  };

const DECEMBER = 12;

export function bindResidentCover(words: Words) {
  const { reading, table, value } = words;
  const residentDays = residentRule(words);
  const changes = table.schemeChange.by("cross", "assisted", "continuous", "gap", "special");
  const { twoYears, twoYearsGap, short } = changes.is.answer;
  const calendar = table.residentCalendar.by("month");
  return {
    ...inForce(words),
    residentDays,
    year: residentYear(words, residentDays.steps, {
      firstYearCounts: { node: reading.firstMissedYear.node, says: reading.firstMissedYear.is.counts },
      earlierYearsCount: { node: reading.missedYearsBefore2025.node, says: reading.missedYearsBefore2025.is.count },
      fromPayment: { node: reading.residentWaitingStart.node, says: reading.residentWaitingStart.is.payment },
      paymentDayCounts: { node: reading.waitingDayCount.node, says: reading.waitingDayCount.is.paymentDay },
      fromYearStart: { node: reading.latePeriodStart.node, says: reading.latePeriodStart.is.yearStart },
      partYearCounts: { node: reading.partYearInsured.node, says: reading.partYearInsured.is.counts },
    }),
    treatment: table.residentTreatment.by("paid", "assisted", "inPeriod", "change"),
    changes,
    isNextYear: meansNextYear(words.option.insuredYear),
    /** What the table of changes answers, as the kind of change that the table of residents asks for. */
    kinds: new Map([
      [twoYears, value.changeFrom.twoYears],
      [twoYearsGap, value.changeFrom.twoYearsGap],
      [short, value.changeFrom.short],
    ]),
    /** The month of the year from which on the coming year is paid for. */
    comingFrom: calendar.bound("month", calendar.row1(DECEMBER), "lowest", "count"),
  };
}
export type ResidentNames = Words & ReturnType<typeof bindResidentCover>;

const paidDay = ({ paidOn }: PaymentFacts, asOf: AsOf): PackedDate => paidOn ?? asOf.date;

const paysNextYear = ({ option, comingFrom }: ResidentNames, facts: PaymentFacts, asOf: AsOf): boolean =>
  facts.insuredYear === undefined
    ? monthOfYear(monthOfDate(paidDay(facts, asOf))) >= comingFrom.value
    : facts.insuredYear === option.insuredYear.nextYear;

/** The year that is paid for. */
const insuredYear = (names: ResidentNames, facts: PaymentFacts, asOf: AsOf): number =>
  yearOfDate(paidDay(facts, asOf)) + (paysNextYear(names, facts, asOf) ? 1 : 0);

/** Whether an announced period is a question: of the current year's payment, and of any where the office goes by it. */
export const asksPeriod = (names: ResidentNames, facts: PaymentFacts, asOf: AsOf): boolean =>
  facts.assisted === names.option.assisted.none &&
  (names.reading.concentratedPeriod.is.announced || !paysNextYear(names, facts, asOf));

export function byRecognition({ option: { assisted: groups } }: ResidentNames, { assisted }: PaymentFacts): boolean {
  return assisted !== undefined && assisted !== groups.none && assisted !== groups.entitled && assisted !== groups.disabled;
}

/** Whether the payment falls under the rule of 2025 unless something exempts it. */
export function isNational(names: ResidentNames, facts: PaymentFacts, asOf: AsOf): boolean {
  const { start } = names.year.rule;
  if (facts.assisted !== names.option.assisted.none) return false;
  if (paidDay(facts, asOf) >= start.day) return true;
  return !names.reading.nationalRuleStart.is.payment && insuredYear(names, facts, asOf) >= start.year;
}

/** Years missed by whoever was last insured in a year, or as an employee up to a month. */
export function missedYears(names: ResidentNames, facts: PaymentFacts, asOf: AsOf): number {
  const { lastYear, lastPaid } = facts;
  if (lastYear === undefined && lastPaid === undefined) return 0;
  const year = insuredYear(names, facts, asOf);
  const { rule, step: steps, reading } = names.year;
  const last = lastYear ?? yearOfMonth(lastPaid!) - (reading.partYearCounts.says || monthOfYear(lastPaid!) === DECEMBER ? 0 : 1);
  return rule.missedYears(leaf(steps.lastInsuredYear, last), leaf(steps.insuredYearNumber, year)).value;
}

/** What is wrong with the payment and with the day of recognition. */
export function paymentFaults(names: ResidentNames, facts: PaymentFacts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  const wrong = paymentFault(names, facts.paidOn, asOf);
  if (wrong !== null) return [wrong];
  const { recognizedOn } = facts;
  if (recognizedOn === undefined) return NONE;
  if (recognizedOn > asOf.date) return [{ fact: "recognizedOn", text: fault.recognizedInFuture }];
  // recognised only after the year that is paid for: that day begins nothing in it
  return yearOfDate(recognizedOn) > insuredYear(names, facts, asOf)
    ? [{ fact: "recognizedOn", text: fault.recognizedAfterYear }]
    : NONE;
}

export const repairFaults = (names: ResidentNames, facts: PaymentFacts, asOf: AsOf): readonly Fault[] =>
  (facts.repairedYears ?? 0) > missedYears(names, facts, asOf)
    ? [{ fact: "repairedYears", text: names.fault.repairedTooMany }]
    : NONE;

/** What the person was insured for before: as an employee up to a month, in some year, or never. */
export type Former =
  | { readonly kind: "employee"; readonly lastPaid: number; readonly continuousMonths: number | undefined }
  | { readonly kind: "insured"; readonly lastYear: Node }
  | { readonly kind: "never"; readonly because: Node };

export interface ResidentCover {
  readonly paid: PaidYear;
  /** The last day that the payment covers. */
  readonly until: Node;
  /** Which rule decides, from the table. */
  readonly answer: Node;
  /** Days or months; 0 = none. */
  readonly length: Node;
  readonly waiting: Waiting;
  readonly national: NationalWait | null;
  /** Months without payment before a change; `null` where nobody changes over. */
  readonly gap: Node | null;
  /** A value of the step `changeFrom`: whether somebody changes over, and how. */
  readonly change: number;
}

interface ChangeFound {
  readonly kind: Node;
  readonly gap: Node;
  readonly lastPaid: Node;
}

/** Which kind of change it is by months continuous and gap (TL-08). */
function changeOf(names: ResidentNames, former: Former, payment: Node): ChangeFound | null {
  if (former.kind !== "employee") return null;
  const { step: steps, changes } = names;
  const lastPaid = leaf(names.fact.lastPaid, former.lastPaid);
  const gap = monthsUntilDay(steps.changeGap, lastPaid, payment);
  const inputs = former.continuousMonths === undefined ? [gap] : [leaf(steps.changeContinuous, former.continuousMonths), gap];
  const row = changes.row([1, 0, former.continuousMonths ?? 0, gap.value, 0]);
  const answer = changes.node(row, changes.out.answer, inputs);
  return { kind: told(steps.changeFrom, names.kinds.get(answer.value)!, [answer]), gap, lastPaid };
}

/** @param assisted the answer, which whoever comes to the resident scheme is asked */
export function residentCover(
  names: ResidentNames,
  facts: PaymentFacts,
  assisted: number,
  asOf: AsOf,
  former: Former,
  draft: Draft,
): ResidentCover {
  const { treatment: table, step: steps, reading, year: yearNames, value } = names;
  const is = table.is.answer;
  const payment = paymentOf(names.residentDays, facts.paidOn, asOf);
  const paid = paidOf(names, facts, asOf, payment, draft);
  const group = names.leaf.assisted[assisted]!;
  const isAssisted = assisted !== names.option.assisted.none;
  const found = changeOf(names, former, payment);
  const change = found?.kind.value ?? value.changeFrom.none;
  const ruleDay = ruleDayOf(names, paid);
  // who is assisted need not care for the period
  const inputs: Node[] = isAssisted ? [ruleDay, group] : [ruleDay, group, paid.inPeriod];
  let inPeriod = paid.inPeriod.value;
  if (found !== null) {
    inputs.push(found.kind);
    if (!isAssisted && inPeriod === 1 && ruleDay.value < yearNames.rule.start.day && change !== value.changeFrom.twoYears) {
      inputs.push(reading.changeInPeriod.node);
      if (!reading.changeInPeriod.is.residentRule) inPeriod = 0;
    }
  }
  const row = table.row([monthOfDate(ruleDay.value), assisted, inPeriod, change]);
  const answer = table.node(row, table.out.answer, inputs);
  const until = endOfYear(steps.yearEnd, paid.year);
  const gap = found?.gap ?? null;
  if (answer.value === is.national) {
    const exempt = told(steps.exempt, 0, [group]);
    const repaired = leaf(steps.repaired, facts.repairedYears ?? 0);
    const missed =
      former.kind === "never"
        ? noneMissed(former.because)
        : former.kind === "insured"
          ? missedAfter(yearNames, former.lastYear, paid)
          : missedSince(yearNames, found!.lastPaid, paid);
    const national = nationalWait(yearNames, paid, exempt, missed, repaired);
    return { paid, until, answer, length: national.months, waiting: national.waiting, national, gap, change };
  }
  const length = table.node(row, table.out.days, inputs);
  const recognised = answer.value === is.recognised;
  if (recognised && facts.recognizedOn === undefined) assumeAnswer(draft, names.fact.recognizedOn, payment);
  const start =
    recognised && facts.recognizedOn !== undefined
      ? leaf(names.fact.recognizedOn, facts.recognizedOn)
      : length.value > 0 || isAssisted
        ? payment
        : startOf(yearNames, paid);
  return { paid, until, answer, length, waiting: fixedWait(yearNames, paid, start, length), national: null, gap, change };
}

function paidOf(names: ResidentNames, facts: PaymentFacts, asOf: AsOf, payment: Node, draft: Draft): PaidYear {
  const { step: steps, leaf: leaves, fact, option } = names;
  const { node: period } = names.reading.concentratedPeriod;
  const next = paysNextYear(names, facts, asOf) ? 1 : 0;
  const { insuredYear: year, inAnnouncedPeriod: said } = facts;
  if (year === undefined) {
    const { nextYear, thisYear } = option.insuredYear;
    assumeAnswer(draft, fact.insuredYear, leaves.insuredYear[next === 1 ? nextYear : thisYear]!);
  }
  if (said === undefined && asksPeriod(names, facts, asOf))
    assumeAnswer(draft, fact.inAnnouncedPeriod, leaves.inAnnouncedPeriod[next]!);
  const isNextYear =
    year === undefined
      ? isLateInYear(steps.isNextYearByDay, payment, names.comingFrom)
      : means(steps.isNextYear, leaves.insuredYear[year]!, names.isNextYear);
  // the coming year can be paid for in the concentrated period alone; of a payment for it the office's reading asks at all
  const inPeriod =
    said === undefined
      ? asRead(steps.inPeriodByQuarter, isNextYear, period)
      : same(steps.inPeriodAnnounced, leaves.inAnnouncedPeriod[said]!, next === 1 ? period : undefined);
  return paidYear(names.year, payment, isNextYear, inPeriod);
}

/** The day whose law applies; a reading where 2025 was paid for in 2024. */
function ruleDayOf({ step: steps, reading, year }: ResidentNames, { payment, yearStart }: PaidYear): Node {
  const { day } = year.rule.start;
  if (payment.value >= day || yearStart.value < day) return payment;
  const { is, node } = reading.nationalRuleStart;
  return eitherAsRead(steps.ruleByYear, payment, yearStart, is.payment, node);
}

/**
 * Dates, notices and the strip of the payment; returns whether nothing of the year is left.
 * @param begins where the wait begins on the strip, if not with its first day
 */
export function addResidentCover(names: ResidentNames, draft: Draft, cover: ResidentCover, begins?: PackedDate): boolean {
  const { date, notice, coverage } = names;
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
    draft.dates.push({ definition: date.treatmentUntil, node: cover.until });
  }
  if (waiting.last !== null) {
    coverDays(draft, "waiting", coverage.waiting, begins ?? waiting.start.value, waiting.last.value);
    coverDays(draft, "not-covered", coverage.notBegun, addDays(waiting.last.value, 1), addDays(from, -1));
  }
  coverDays(draft, "covered", coverage.coveredYear, from, end);
  if (national !== null) {
    if (national.missed.value > 0) draft.notices.push(notice.noBackPayment, notice.canRepair);
    addOtherReadings(names, draft, national, lost, end);
  }
  if (lost) draft.notices.push(notice.yearLost({ waitingLast: waiting.last!, insuredYearNumber: paid.year }));
  if (length.value > 0) draft.notices.push(notice.payInPeriod);
  if (paid.inPeriod.value === 1 && paid.payment.value >= paid.yearStart.value) draft.notices.push(notice.latePeriod);
  return lost;
}
