/**
 * From when to when a payment into the resident scheme covers somebody (CQ-16, CQ-03), whoever asks: who enrols, and who changes over
 * from the employee scheme. Which rule says so is the table `chongqing.resident-waiting`; cover ends with the year that was paid for.
 */
import { addDays, firstDayOf, lastDayOf, monthOf, monthOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { Waiting } from "../../engine/contribution/waiting.ts";
import { coverDays, newDraft, newStrip, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { CoverageFound, OptionFound } from "../../engine/result.ts";
import { addOtherReadings, bindOtherReadings } from "../../national/other-readings.ts";
import { type ChosenReading, type Missed } from "../../national/resident-waiting.ts";
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
} from "../../national/resident-year.ts";
import { bindEmployeeWaiting, isLongGap, keepsOnChange } from "../employee-waiting.ts";
import { bindWaiting, interruptionSince, waitingFor, type PaidBefore, type WaitingWords } from "../waiting.ts";
import { bindPayment, insuredYear, nextMonthOf, paidDay, paymentOf, type Payment, type PaymentFacts } from "./payment.ts";

/** Values of the step `changeFrom`. */
export const NO_CHANGE = 0;
export const KEEPS = 1;
export const LONG_GAP = 2;
export const SHORT = 3;

const chosen = (names: Bindings, id: string, option: string): ChosenReading => {
  const reading = names.reading(id);
  return { node: reading.node, says: reading.is(option) };
};

export function bindResidentCover(names: Bindings) {
  const table = names.table("chongqing.resident-waiting");
  const answer = table.output("answer");
  const words = names.words() as unknown as WaitingWords;
  // names what the wait uses, until these matters have their words by name
  for (const id of ["treatmentFrom", "waitingLast", "treatmentWithout"]) names.date(id);
  for (const id of ["paid", "gap", "madeGood", "paying", "waiting", "covered"]) names.coverage(id);
  for (const id of ["payGap", "payGapText", "leaveGap", "leaveGapText"]) names.headline(id);
  for (const id of ["gapAmount", "twoYears"]) names.notice(id);
  return {
    payment: bindPayment(names),
    waiting: { ...words, ...bindWaiting(words) },
    employee: { ...words, ...bindEmployeeWaiting(words) },
    year: bindResidentYear(
      names,
      {
        atOnce: names.step("residentAtOnce"),
        after: names.step("residentAfterWaiting"),
        last: names.step("residentWaitingLast"),
      },
      {
        firstYearCounts: chosen(names, "chongqing.first-missed-year", "counts"),
        earlierYearsCount: chosen(names, "chongqing.missed-years-before-2025", "count"),
        fromPayment: chosen(names, "chongqing.resident-waiting-start", "payment"),
        paymentDayCounts: chosen(names, "chongqing.resident-first-day", "payment-day"),
        fromYearStart: chosen(names, "chongqing.late-period-start", "year-start"),
        partYearCounts: chosen(names, "chongqing.part-year-insured", "counts"),
      },
    ),
    table,
    answer,
    months: table.output("months"),
    is: {
      born: table.choice(answer, "born"),
      exempt: table.choice(answer, "exempt"),
      keeps: table.choice(answer, "keeps"),
      announced: table.choice(answer, "announced"),
      grace: table.choice(answer, "grace"),
      national: table.choice(answer, "national"),
      atMost: table.choice(answer, "at-most"),
      unnamed: table.choice(answer, "unnamed"),
    },
    byYear: chosen(names, "chongqing.national-rule-start", "insured-year"),
    retired: names.leaves("retired"),
    step: {
      continuousMonths: names.fact("continuousMonths"),
      ruleByYear: names.step("ruleByYear"),
      isNational: names.step("isNational"),
      changeFrom: names.step("changeFrom"),
      hasMissed: names.step("hasMissed"),
      noWait: names.step("noWait"),
      exempt: names.step("exempt"),
      repaired: names.step("repaired"),
      graceStart: names.step("graceStart"),
      yearEnd: names.step("yearEnd"),
      withoutDay: names.step("treatmentWithoutDay"),
    },
    date: {
      until: names.date("treatmentUntil"),
    },
    others: bindOtherReadings(names),
    coverage: {
      residentWaiting: names.coverage("residentWaiting"),
      notBegun: names.coverage("notBegun"),
      coveredYear: names.coverage("coveredYear"),
    },
    notice: {
      canRepair: names.notice("canRepair"),
      payInPeriod: names.notice("payInPeriod"),
      yearLost: names.notice("yearLost"),
      latePeriod: names.notice("latePeriod"),
      unverified: names.notice("unverified"),
      graceUnknown: names.notice("graceUnknown"),
    },
    leave: { open: names.headline("leaveGapOpen"), lost: names.headline("leaveGapLost") },
  };
}
export type ResidentCoverNames = ReturnType<typeof bindResidentCover>;

/** What the person was insured for before: as an employee up to a month, in some year, or never. */
export type Former =
  | { readonly kind: "employee"; readonly lastPaid: number; readonly continuousMonths: number; readonly retired: boolean }
  | { readonly kind: "insured"; readonly lastYear: Node }
  | { readonly kind: "never"; readonly because: Node };

/** The kind of change by months continuous and gap, as the table of the employee scheme has it for the other direction. */
export const changeKind = (
  { employee }: ResidentCoverNames,
  { lastPaid, continuousMonths, retired }: Extract<Former, { kind: "employee" }>,
  payment: PackedDate,
): number => {
  const gap = Math.max(0, monthOfDate(payment) - lastPaid - 1);
  return keepsOnChange(employee, retired, continuousMonths, gap) ? KEEPS : isLongGap(employee, gap) ? LONG_GAP : SHORT;
};

/** Whether the payment falls under the rule of 2025, unless something exempts it. */
export const isNational = (names: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf): boolean =>
  paidDay(facts, asOf) >= names.year.rule.start.day ||
  (names.byYear.says && insuredYear(names.payment, facts, asOf) >= names.year.rule.start.year);

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

export interface ResidentCover {
  readonly paid: Payment;
  /** Which rule decides, from the table. */
  readonly answer: Node;
  /** 0 where nobody changes over. */
  readonly change: number;
  readonly waits: boolean;
  /** Nothing of the year is left after the wait. */
  readonly lost: boolean;
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
  names: ResidentCoverNames,
  facts: PaymentFacts,
  asOf: AsOf,
  group: Node,
  former: Former,
  draft: Draft,
): ResidentCover {
  const paid = paymentOf(names.payment, names.year, facts, asOf, draft);
  const found = caseOf(names, facts, asOf, paid, group, former);
  const answer = answerOf(names, found, found.change?.value ?? NO_CHANGE);
  const { is, waiting, notice } = names;
  draft.remarks.push(answer, paid.year);
  if (paid.unverified && (answer.value === is.announced || answer.value === is.grace)) draft.notices.push(notice.unverified);
  if (paid.graceUnknown && answer.value === is.national) draft.notices.push(notice.graceUnknown);
  const result = { paid, answer, change: found.change?.value ?? NO_CHANGE, waits: false, lost: false, options: NONE };
  if (answer.value === is.born || answer.value === is.unnamed) return result;

  const thisYear = paid.payment.value >= paid.yearStart.value;
  if (answer.value === is.keeps && thisYear) {
    const unpaid = applied(names, found, answerOf(names, found, SHORT));
    const options = keptOptions(names, paid, found.interruption!, unpaid, draft);
    return { ...result, options };
  }
  const { coverage, treatmentFrom, last, lost, national } = applied(names, found, answer);
  draft.coverage.push(...coverage);
  if (lost) {
    // a first day beyond the year that was paid for is none
    draft.remarks.push(treatmentFrom!);
    draft.notices.push(notice.yearLost);
  } else if (treatmentFrom !== null)
    draft.dates.push(
      { definition: waiting.date.treatmentFrom, node: treatmentFrom },
      { definition: names.date.until, node: step(names.step.yearEnd, yearEnd(paid), [paid.year]) },
    );
  if (last !== null) draft.dates.push({ definition: waiting.date.waitingLast, node: last });
  if (national !== null) {
    if (national.missed.value > 0) draft.notices.push(notice.canRepair);
    addOtherReadings(names.others, draft, national, lost, yearEnd(paid));
  }
  if (last !== null) draft.notices.push(notice.payInPeriod);
  if (paid.inPeriod.value === 1 && thisYear) draft.notices.push(notice.latePeriod);
  if (last !== null && result.change === SHORT) draft.notices.push(waiting.notice.twoYears);
  return { ...result, waits: last !== null, lost };
}

function caseOf(names: ResidentCoverNames, facts: PaymentFacts, asOf: AsOf, paid: Payment, group: Node, former: Former): Case {
  const { step: steps, year } = names;
  const repaired = leaf(steps.repaired, facts.repairedYears ?? 0);
  if (former.kind === "never")
    return { paid, group, change: null, interruption: null, missed: noneMissed(former.because), repaired };
  if (former.kind === "insured")
    return { paid, group, change: null, interruption: null, missed: missedAfter(year, former.lastYear, paid), repaired };
  const interruption = interruptionSince(names.waiting, former.lastPaid, facts, asOf);
  const change = step(steps.changeFrom, changeKind(names, former, paid.payment.value), [
    leaf(steps.continuousMonths, former.continuousMonths),
    interruption.gap,
    names.retired[former.retired ? 1 : 0]!,
  ]);
  return { paid, group, change, interruption, missed: missedSince(year, interruption.lastPaid, paid), repaired };
}

/** The rule for the case; the reading about payments of 2024 for 2025 is named only where it decides. */
function answerOf(names: ResidentCoverNames, { paid, group, change, missed }: Case, kind: number): Node {
  const { table, step: steps, is, byYear } = names;
  const { day: nationalFrom } = names.year.rule.start;
  const { payment, yearStart, phase } = paid;
  const byPayment = payment.value >= nationalFrom;
  const values = [byPayment ? 1 : 0, group.value, kind, phase.value, missed.years.value > 0 ? 1 : 0];
  let row = table.row(values);
  let isNow = step(steps.isNational, values[0]!, [payment]);
  if (!byPayment && yearStart.value >= nationalFrom) {
    values[0] = 1;
    const byYearRow = table.row(values);
    if (table.value(byYearRow, names.answer) !== table.value(row, names.answer)) {
      const ruleDay = step(steps.ruleByYear, byYear.says ? yearStart.value : payment.value, [payment, yearStart, byYear.node]);
      isNow = step(steps.isNational, byYear.says ? 1 : 0, [ruleDay]);
      if (byYear.says) row = byYearRow;
    }
  }
  const value = table.value(row, names.answer);
  const because: Node[] = [];
  if (value === is.born || value === is.exempt) because.push(group);
  else if (value === is.keeps) because.push(change!);
  else {
    // missed years count by the rule of 2025 alone
    if (values[4] === 1 || (value !== is.announced && value !== is.grace)) because.push(isNow);
    if (value === is.atMost) because.push(change!);
    else if (value !== is.unnamed) because.push(phase, step(steps.hasMissed, values[4]!, [missed.years]));
  }
  return table.node(row, names.answer, because);
}

const UNNAMED: Applied = { coverage: NONE, treatmentFrom: null, last: null, lost: false, national: null };

function applied(names: ResidentCoverNames, found: Case, answer: Node): Applied {
  const { is, step: steps, year } = names;
  const { paid } = found;
  if (answer.value === is.unnamed) return UNNAMED;
  if (answer.value === is.atMost) return atMost(names, found, answer);
  if (answer.value === is.national) {
    const exempt = step(steps.exempt, 0, [found.group]);
    const national = nationalWait(year, paid, exempt, found.missed, found.repaired);
    return byDay(names, found, national.waiting, national);
  }
  const none = step(steps.noWait, 0, [answer]);
  const start =
    answer.value === is.grace
      ? step(steps.graceStart, nextMonthOf(paid.payment.value), [paid.payment])
      : answer.value === is.announced
        ? startOf(year, paid)
        : paid.payment;
  return byDay(names, found, fixedWait(year, paid, start, none), null);
}

const decemberOf = ({ year }: Payment): number => monthOf(year.value, 12);

/** No source names the months, only the most they may be: by month, to December of the year. */
function atMost(names: ResidentCoverNames, { interruption, paid }: Case, answer: Node): Applied {
  const { table } = names;
  const months = table.node(answer.definition.row!.index, names.months, answer.inputs);
  const wait = { months, after: null, unpaid: null };
  const december = decemberOf(paid);
  const { coverage, waiting } = waitingFor(names.waiting, wait, interruption!, december, newDraft());
  const { treatmentFrom, last } = waiting;
  return { coverage, treatmentFrom, last, lost: treatmentFrom.value > december, national: null };
}

/** The old insurance, the time between, the wait, the year. */
function byDay(
  { coverage, waiting }: ResidentCoverNames,
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
    coverDays(draft, "contributed", waiting.coverage.paid, firstDayOf(old), oldEnd);
    if (afterOld < begins) coverDays(draft, "gap", waiting.coverage.gap, afterOld, addDays(begins, -1));
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
  names: ResidentCoverNames,
  paid: Payment,
  interruption: PaidBefore,
  unpaid: Applied,
  draft: Draft,
): readonly OptionFound[] {
  const { waiting, step: steps } = names;
  const none = step(steps.noWait, 0, [interruption.gap]);
  const wait = { months: none, after: null, unpaid: none };
  const found = waitingFor(waiting, wait, interruption, decemberOf(paid), draft);
  draft.dates.push(...found.dates, { definition: names.date.until, node: step(steps.yearEnd, yearEnd(paid), [paid.year]) });
  draft.coverage.push(...found.coverage);
  const [pay, leave] = found.options;
  if (pay === undefined || leave === undefined) return NONE;
  draft.remarks.push(waiting.reading.changeUnpaid.node);
  if (!waiting.reading.changeUnpaid.is.sixMonths) return found.options;
  const { treatmentFrom, lost } = unpaid;
  if (treatmentFrom === null) return [pay, { ...leave, text: names.leave.open, dates: NONE, coverage: NONE }];
  if (lost) return [pay, { ...leave, text: names.leave.lost, dates: NONE, coverage: unpaid.coverage }];
  const from = step(steps.withoutDay, treatmentFrom.value, [treatmentFrom, waiting.reading.changeUnpaid.node]);
  const text = waiting.headline.leaveGapText({ treatmentWithout: from });
  return [pay, { ...leave, text, dates: [{ definition: waiting.date.treatmentWithout, node: from }], coverage: unpaid.coverage }];
}
