/** How long somebody waits after joining the employee scheme (TL-04, TL-05, TL-07). */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { coverGapUntil, coverWaiting, type Waiting } from "../../engine/contribution/waiting.ts";
import type { Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { isSameYear, monthsUntilDay } from "../../engine/operations.ts";
import type { Facts, SomeFacts, Words } from "../../generated/tieling/enrolment.ts";
import {
  assumeLongAgo,
  employeeWait,
  inYearOf,
  lastYearCounts,
  lastYearPaid,
  yearWait,
  yearWaitMayRun,
  type EmployeeWaitingNames,
} from "../employee-waiting.ts";
import { addWaitingDates, paymentOf, waitAfter } from "../waiting.ts";
import type { Age } from "./conditions.ts";

type Names = Words & EmployeeWaitingNames;

/** A flexible worker insured here before: last year and this year's first payment decide. */
const isLocalFlexible = ({ option }: Names, { capacity, lastPaid, fromElsewhere }: SomeFacts): boolean =>
  capacity === option.capacity.flexible && lastPaid !== undefined && fromElsewhere === 0;

/** Whether the wait of the year's first payment may still run: asked where last year was not paid in full. */
export function asksFirstPaid(names: Names, facts: SomeFacts, asOf: AsOf): boolean {
  const payment = facts.paidOn ?? asOf.date;
  if (!isLocalFlexible(names, facts) || facts.lastYear === undefined) return false;
  if (lastYearCounts(names, facts.lastYear)) return false;
  return inYearOf(facts.lastPaid!, monthOfDate(payment)) && yearWaitMayRun(names, facts.lastPaid!, payment);
}

export interface Joined {
  readonly waiting: Waiting;
  /** What the wait is by the table. */
  readonly days: Node;
  readonly payable: boolean;
}

export function addWaiting(names: Names, facts: Facts, asOf: AsOf, age: Age, draft: Draft): Joined {
  const { notice, coverage, reading, waits } = names;
  const is = waits.is.answer;
  const payment = paymentOf(names.rule, facts.paidOn, asOf);
  const paidMonth = monthOfDate(payment.value);
  const history = historyOf(names, facts);
  const special = specialOf(names, facts);
  const inputs = [names.leaf.capacity[facts.capacity]!, history.node];
  if (special !== null) inputs.push(special.node);
  const lastPaid = facts.lastPaid === undefined ? null : leaf(names.fact.lastPaid, facts.lastPaid);
  const gapMonths = lastPaid && monthsUntilDay(names.step.gapMonths, lastPaid, payment);
  const gap = gapMonths?.value ?? 0;
  if (gapMonths !== null) inputs.push(gapMonths);
  const inFull = facts.lastYear === undefined ? null : lastYearPaid(names, facts.lastYear);
  if (inFull !== null) inputs.push(inFull);
  const local = isLocalFlexible(names, facts);
  const thisYear = local && inYearOf(facts.lastPaid!, paidMonth);
  if (local) inputs.push(isSameYear(names.step.paidThisYear, lastPaid!, payment));
  const put = {
    capacity: facts.capacity,
    history: history.value,
    special: special?.value ?? names.notSpecial,
    gap,
    lastYearPaid: inFull?.value ?? 0,
    thisYearPaid: thisYear ? 1 : 0,
  };
  const wait = employeeWait(names, put, inputs);
  const { answer, payable } = wait;
  draft.remarks.push(answer);
  if (wait.because !== null) draft.remarks.push(wait.because);

  const running = thisYear ? yearWait(names, facts.firstPaidOn, payment, inFull!) : null;
  // a wait of the payment's own is never shorter than what is left of the year's
  const goesByYear = wait.days.value === 0 && running !== null;
  const waiting = goesByYear ? running : waitAfter(names.rule, payment, wait.days);
  addWaitingDates(draft, names.date, waiting);
  draft.notices.push(notice.countsFromArrival);
  // a flexible worker's year may be read to be covered from its first payment on; elsewhere a month paid late is no gap
  const goesOn = gap === 0 && answer.value === is.lastYearPaid;
  if (goesOn) draft.remarks.push(reading.flexibleGapInYear.node);
  const late = facts.lastYear !== undefined && !thisYear && !(goesOn && reading.flexibleGapInYear.is.asEmployee);
  if (facts.lastPaid !== undefined && (gap > 0 || late))
    coverGapUntil(draft, payable ? coverage.gapCanBePaid : coverage.gap, facts.lastPaid, payment.value);
  // who still waits when the age comes goes on contributing: treatment that begins after it has no end there
  const until = age.last !== null && waiting.treatmentFrom.value > age.last ? null : age.last;
  coverWaiting(draft, coverage, { ...waiting, start: payment }, until);

  if (payable) draft.notices.push(notice.gapCanBePaid({ gapMonths: gapMonths! }));
  if (wait.lost && gap > 0) draft.notices.push(notice.gapLost({ gapMonths: gapMonths! }));
  if (answer.value === is.first) draft.notices.push(notice.diedWaiting);
  // months of this year that stay unpaid make it one that was not paid in full
  if (wait.lost && local && thisYear) draft.notices.push(notice.waitsAgain);
  else if (answer.value === is.lastYearUnpaid) draft.notices.push(notice.payEachYear);
  if (thisYear && facts.firstPaidOn === undefined && asksFirstPaid(names, facts, asOf)) {
    assumeLongAgo(names, draft);
    draft.notices.push(notice.firstWait);
  }
  if (facts.relationMoved === 0) draft.notices.push(notice.moveRelation);
  if (facts.special === names.option.special.insuredSpouse) draft.notices.push(notice.insuredSpouse);
  if (answer.value === is.yearLongGap && wait.days.value > 0 && inFull?.value === 1)
    draft.conflicts = [names.conflict.flexibleLongGap];
  return { waiting, days: goesByYear ? running.days : wait.tabled, payable };
}

/** A value for the table, and what it follows from. */
interface Put {
  readonly value: number;
  readonly node: Node;
}

/** Where the person was insured as employee before; a first enrolment may be read under another rule. */
function historyOf({ step: steps, reading, leaf: leaves, option, value, histories }: Names, facts: Facts): Put {
  if (facts.firstTime === 0) {
    const said = leaves.fromElsewhere[facts.fromElsewhere!]!;
    const where = said.value === 1 ? "elsewhere" : "local";
    return { value: histories[where], node: told(steps.history, value.history[where], [leaves.firstTime[0]!, said]) };
  }
  const first = leaves.firstTime[1]!;
  if (facts.fromResident === 1) {
    const said = [first, leaves.fromResident[1]!, reading.firstFromResident.node] as const;
    return { value: histories.first, node: told(steps.historyFromResident, value.historyFromResident.first, said) };
  }
  if (facts.capacity === option.capacity.flexible) {
    const { is, node } = reading.firstFlexible;
    const as = is.flexibleRule ? "local" : "first";
    return { value: histories[as], node: told(steps.historyRead, value.historyRead[as], [first, node]) };
  }
  return { value: histories.first, node: told(steps.history, value.history.first, [first]) };
}

/** The spouse of a discharged serviceman counts as such once the relation has been moved; who was insured already goes by the general rule. */
function specialOf(names: Names, facts: Facts): Put | null {
  const { step: steps, leaf: leaves, value, notSpecial } = names;
  const { insuredSpouse, graduate, militarySpouse } = names.option.special;
  const specials = names.table.employeeWaiting.in.special;
  if (facts.special === undefined) return null;
  const said = leaves.special[facts.special]!;
  if (facts.special === insuredSpouse)
    return { value: notSpecial, node: told(steps.insuredSpouse, value.insuredSpouse.general, [said]) };
  if (facts.special === militarySpouse) {
    const moved = leaves.relationMoved[facts.relationMoved!]!;
    return moved.value === 1
      ? { value: specials.militarySpouse, node: told(steps.spouse, value.spouse.spouse, [said, moved]) }
      : { value: notSpecial, node: told(steps.spouse, value.spouse.general, [said, moved]) };
  }
  return { value: facts.special === graduate ? specials.graduate : notSpecial, node: said };
}
