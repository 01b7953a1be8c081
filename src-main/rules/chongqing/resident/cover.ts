/**
 * From when to when a payment into the resident scheme covers somebody (CQ-16, CQ-03), whoever asks: who enrols, and who changes over
 * from the employee scheme. Which rule says so is the table `chongqing.resident-treatment`; cover ends with the year that was paid for.
 */
import { addDays, firstDayOf, lastDayOf, monthOf, monthOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { addAll, coverDays, newStrip, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { asRead, eitherAsRead, firstOfNextMonth, isSince, isPositive, yearEnd as endOfYear } from "../../engine/operations.ts";
import type { CoverageFound, OptionFound } from "../../engine/result.ts";
import { addOtherReadings } from "../../national/other-readings.ts";
import type { Missed } from "../../national/resident-waiting.ts";
import {
  fixedWait,
  missedAfter,
  missedSince,
  nationalWait,
  noneMissed,
  startOf,
  yearEnd,
  type NationalWait,
} from "../../national/resident-year.ts";
import { isLongGap, keepsOnChange } from "../employee-waiting.ts";
import { interruptionSince, waitingFor, type PaidBefore } from "../waiting.ts";
import { insuredYear, paidDay, paymentOf, type Payment, type PaymentFacts } from "./payment.ts";
import type { ResidentNames } from "./words.ts";

/** What the person was insured for before: as an employee up to a month, in some year, or never. */
export type Former =
  | { readonly kind: "employee"; readonly lastPaid: number; readonly continuousMonths: number; readonly retired: boolean }
  | { readonly kind: "insured"; readonly lastYear: Node }
  | { readonly kind: "never"; readonly because: Node };

/** The kind of change by months continuous and gap, as the table of the employee scheme has it for the other direction. */
export const changeKind = (
  names: ResidentNames,
  { lastPaid, continuousMonths, retired }: Extract<Former, { kind: "employee" }>,
  payment: PackedDate,
): number => {
  const { keeps, longGap, short } = names.value.changeFrom;
  const gap = Math.max(0, monthOfDate(payment) - lastPaid - 1);
  return keepsOnChange(names, retired, continuousMonths, gap) ? keeps : isLongGap(names, gap) ? longGap : short;
};

/** Whether the payment falls under the rule of 2025, unless something exempts it. */
export const isNational = (names: ResidentNames, facts: PaymentFacts, asOf: AsOf): boolean =>
  paidDay(facts, asOf) >= names.year.rule.start.day ||
  (names.reading.nationalRuleStart.is.insuredYear && insuredYear(names, facts, asOf) >= names.year.rule.start.year);

/** One rule applied: its days and strip. */
interface Applied {
  readonly coverage: readonly CoverageFound[];
  /** `null` where no source names a day. */
  readonly treatmentFrom: Node | null;
  /** `null` where nobody waits. */
  readonly last: Node | null;
  /** The first day lies beyond the year. */
  readonly lost: boolean;
  readonly national: NationalWait | null;
}

/** What the cover adds to a decision. */
export type CoverDraft = Pick<Draft, "assumed" | "dates" | "coverage" | "notices" | "remarks">;
export const newCover = (): CoverDraft => ({ assumed: [], dates: [], coverage: [], notices: [], remarks: [] });

export interface ResidentCover {
  readonly paid: Payment;
  /** Which rule decides, from the table. */
  readonly answer: Node;
  /** A value of the step `changeFrom`: whether somebody changes over, and how. */
  readonly change: number;
  /** `null` where no source names a day, and for a newborn. */
  readonly treatmentFrom: Node | null;
  /** The last day that the payment covers. */
  readonly until: Node;
  /** The last day of the wait; `null` where nobody waits. */
  readonly last: Node | null;
  /** The wait by the rule of 2025; `null` where another decides. */
  readonly months: Node | null;
  /** Nothing of the year is left after the wait. */
  readonly lost: boolean;
  /** Months without payment before a change of scheme. */
  readonly gap: Node | null;
  /** Two ways where the arrears of a short gap may be paid; none otherwise. */
  readonly options: readonly OptionFound[];
}

interface Case {
  readonly paid: Payment;
  readonly group: Node;
  readonly change: Node | null;
  readonly interruption: PaidBefore | null;
  readonly missed: Missed;
  readonly repaired: Node;
}

/**
 * Adds dates, strip, readings and notices; a newborn's are the enrolment's own.
 * @param group other residents, assisted ones, newborns: the table's input
 */
export function addResidentCover(
  names: ResidentNames,
  facts: PaymentFacts,
  asOf: AsOf,
  group: Node,
  former: Former,
  draft: CoverDraft,
): ResidentCover {
  const paid = paymentOf(names, facts, asOf, draft);
  const found = caseOf(names, facts, asOf, paid, group, former);
  const { none, short } = names.value.changeFrom;
  const change = found.change?.value ?? none;
  const answer = answerOf(names, found, change);
  const { notice, date } = names;
  const is = names.treatment.is.answer;
  draft.remarks.push(answer, paid.year);
  if (paid.unverified && (answer.value === is.announced || answer.value === is.grace)) draft.notices.push(notice.unverified);
  if (paid.graceUnknown && answer.value === is.national) draft.notices.push(notice.graceUnknown);
  const gap = found.interruption?.gap ?? null;
  const until = endOfYear(names.step.yearEnd, paid.year);
  const result = { paid, answer, change, treatmentFrom: null, until, last: null, months: null, lost: false, gap, options: NONE };
  if (answer.value === is.born || answer.value === is.unnamed) return result;

  const thisYear = paid.payment.value >= paid.yearStart.value;
  if (answer.value === is.keeps && thisYear) {
    const unpaid = applied(names, found, answerOf(names, found, short));
    return { ...result, ...keptOptions(names, paid, until, found.interruption!, unpaid, draft) };
  }
  const { coverage, treatmentFrom, last, lost, national } = applied(names, found, answer);
  addAll(draft.coverage, coverage);
  if (lost) {
    // a first day beyond the year that was paid for is none
    draft.remarks.push(treatmentFrom!);
    draft.notices.push(notice.yearLost({ waitingLast: last ?? treatmentFrom!, insuredYearNumber: paid.year }));
  } else if (treatmentFrom !== null)
    draft.dates.push({ definition: date.treatmentFrom, node: treatmentFrom }, { definition: date.treatmentUntil, node: until });
  if (last !== null) draft.dates.push({ definition: date.waitingLast, node: last });
  if (national !== null) {
    if (national.missed.value > 0) draft.notices.push(notice.canRepair);
    addOtherReadings(names, draft, national, lost, yearEnd(paid));
  }
  if (last !== null) draft.notices.push(notice.payInPeriod);
  if (paid.inPeriod.value === 1 && thisYear) draft.notices.push(notice.latePeriod);
  if (last !== null && change === short) draft.notices.push(notice.twoYears);
  return { ...result, treatmentFrom, last, months: national?.months ?? null, lost };
}

function caseOf(names: ResidentNames, facts: PaymentFacts, asOf: AsOf, paid: Payment, group: Node, former: Former): Case {
  const { step: steps, year } = names;
  const repaired = leaf(steps.repaired, facts.repairedYears ?? 0);
  if (former.kind === "never")
    return { paid, group, change: null, interruption: null, missed: noneMissed(former.because), repaired };
  if (former.kind === "insured")
    return { paid, group, change: null, interruption: null, missed: missedAfter(year, former.lastYear, paid), repaired };
  const interruption = interruptionSince(names, former.lastPaid, facts, asOf);
  const change = told(steps.changeFrom, changeKind(names, former, paid.payment.value), [
    leaf(names.fact.continuousMonths, former.continuousMonths),
    interruption.gap,
    names.leaf.retired[former.retired ? 1 : 0]!,
  ]);
  return { paid, group, change, interruption, missed: missedSince(year, interruption.lastPaid, paid), repaired };
}

/** The rule for the case; the reading about payments of 2024 for 2025 is named only where it decides. */
function answerOf(names: ResidentNames, { paid, group, change, missed }: Case, kind: number): Node {
  const { treatment: table, step: steps } = names;
  const is = table.is.answer;
  const { day: firstDay, month: nationalFrom } = names.year.rule.start;
  const { payment, yearStart, phase } = paid;
  const byPayment = payment.value >= firstDay;
  const values = [byPayment ? 1 : 0, group.value, kind, phase.value, missed.years.value > 0 ? 1 : 0];
  let row = table.row(values);
  let isNow = isSince(steps.isNational, payment, nationalFrom);
  if (!byPayment && yearStart.value >= firstDay) {
    values[0] = 1;
    const byYearRow = table.row(values);
    if (table.value(byYearRow, table.out.answer) !== table.value(row, table.out.answer)) {
      const { is: says, node } = names.reading.nationalRuleStart;
      const ruleDay = eitherAsRead(steps.ruleByYear, payment, yearStart, !says.insuredYear, node);
      isNow = isSince(steps.isNational, ruleDay, nationalFrom);
      if (says.insuredYear) row = byYearRow;
    }
  }
  const value = table.value(row, table.out.answer);
  const because: Node[] = [];
  if (value === is.born || value === is.exempt) because.push(group);
  else if (value === is.keeps) because.push(change!);
  else {
    // missed years count by the rule of 2025 alone
    if (values[4] === 1 || (value !== is.announced && value !== is.grace)) because.push(isNow);
    if (value === is.atMost) because.push(change!);
    else if (value !== is.unnamed) because.push(phase, isPositive(steps.hasMissed, missed.years));
  }
  return table.node(row, table.out.answer, because);
}

const UNNAMED: Applied = { coverage: NONE, treatmentFrom: null, last: null, lost: false, national: null };

function applied(names: ResidentNames, found: Case, answer: Node): Applied {
  const { step: steps, year } = names;
  const is = names.treatment.is.answer;
  const { paid } = found;
  if (answer.value === is.unnamed) return UNNAMED;
  if (answer.value === is.atMost) return atMost(names, found, answer);
  if (answer.value === is.national) {
    const exempt = told(steps.exempt, 0, [found.group]);
    const national = nationalWait(year, paid, exempt, found.missed, found.repaired);
    return byDay(names, found, national.waiting, national);
  }
  const none = told(steps.noWait, 0, [answer]);
  const start =
    answer.value === is.grace
      ? firstOfNextMonth(steps.graceStart, paid.payment)
      : answer.value === is.announced
        ? startOf(year, paid)
        : paid.payment;
  return byDay(names, found, fixedWait(year, paid, start, none), null);
}

const decemberOf = ({ year }: Payment): number => monthOf(year.value, 12);

/** No source names the months, only the most they may be: by month, to December of the year. */
function atMost(names: ResidentNames, { interruption, paid }: Case, answer: Node): Applied {
  const { treatment: table } = names;
  const months = table.node(answer.definition.row!.index, table.out.months, answer.inputs);
  const wait = { months, after: null, unpaid: null };
  const december = decemberOf(paid);
  const { coverage, waiting } = waitingFor(names, wait, interruption!, december, newCover());
  const { treatmentFrom, last } = waiting;
  return { coverage, treatmentFrom, last, lost: treatmentFrom.value > december, national: null };
}

/** The old insurance, the time between, the wait, the year. */
function byDay(
  { coverage }: ResidentNames,
  { paid, interruption }: Case,
  found: Waiting,
  national: NationalWait | null,
): Applied {
  const { treatmentFrom, last, start } = found;
  const draft = newStrip();
  let begins = last === null ? treatmentFrom.value : start.value;
  if (interruption !== null) {
    const old = interruption.lastPaid.value;
    const oldEnd = Math.min(lastDayOf(old), addDays(treatmentFrom.value, -1));
    const afterOld = addDays(oldEnd, 1);
    coverDays(draft, "contributed", coverage.paid, firstDayOf(old), oldEnd);
    if (afterOld < begins) coverDays(draft, "gap", coverage.gap, afterOld, addDays(begins, -1));
    else begins = afterOld;
  }
  if (last !== null) {
    coverDays(draft, "waiting", coverage.residentWaiting, begins, last.value);
    const notBegun = addDays(last.value, 1);
    if (notBegun < treatmentFrom.value)
      coverDays(draft, "not-covered", coverage.notBegun, notBegun, addDays(treatmentFrom.value, -1));
  }
  coverDays(draft, "covered", coverage.coveredYear, treatmentFrom.value, yearEnd(paid));
  return { coverage: draft.coverage, treatmentFrom, last, lost: treatmentFrom.value > yearEnd(paid), national };
}

/** Two years in one scheme and a short gap: from the month of payment; the gap is made good, or the rule of residents decides. */
function keptOptions(
  names: ResidentNames,
  paid: Payment,
  until: Node,
  interruption: PaidBefore,
  unpaid: Applied,
  draft: CoverDraft,
): Pick<ResidentCover, "treatmentFrom" | "options"> {
  const { step: steps, headline, date } = names;
  const { is, node } = names.reading.changeUnpaid;
  const none = told(steps.noWait, 0, [interruption.gap]);
  const wait = { months: none, after: null, unpaid: none };
  const found = waitingFor(names, wait, interruption, decemberOf(paid), draft);
  addAll(draft.dates, found.dates);
  draft.dates.push({ definition: date.treatmentUntil, node: until });
  addAll(draft.coverage, found.coverage);
  const kept = { treatmentFrom: found.waiting.treatmentFrom, options: found.options };
  const [pay, leave] = found.options;
  if (pay === undefined || leave === undefined) return kept;
  draft.remarks.push(node);
  if (!is.sixMonths) return kept;
  const { treatmentFrom, lost, coverage } = unpaid;
  if (treatmentFrom === null)
    return { ...kept, options: [pay, { ...leave, text: headline.leaveGapOpen, dates: NONE, coverage: NONE }] };
  if (lost) {
    const text = headline.leaveGapLost({ insuredYearNumber: paid.year });
    return { ...kept, options: [pay, { ...leave, text, dates: NONE, coverage }] };
  }
  const from = asRead(steps.treatmentWithoutDay, treatmentFrom, node);
  const text = headline.leaveGapText({ treatmentWithout: from });
  const dates = [{ definition: date.treatmentWithout, node: from }];
  return { ...kept, options: [pay, { ...leave, text, dates, coverage }] };
}
