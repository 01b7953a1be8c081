/** How long somebody waits after joining the employee scheme (TL-04, TL-05, TL-07). */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { coverGapUntil, coverWaiting } from "../../engine/contribution/waiting.ts";
import { assumeAnswer, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import {
  ELSEWHERE,
  employeeWait,
  FIRST,
  inYearOf,
  lastYearCounts,
  lastYearPaid,
  LOCAL,
  NOT_SPECIAL,
  yearWait,
  yearWaitMayRun,
} from "../employee-waiting.ts";
import { addWaitingDates } from "../waiting.ts";
import type { Age } from "./conditions.ts";
import type { EnrolmentFacts, Names, SomeEnrolmentFacts } from "./names.ts";

/** A flexible worker insured here before: last year and this year's first payment decide. */
const isLocalFlexible = ({ option }: Names, { capacity, lastPaid, fromElsewhere }: SomeEnrolmentFacts): boolean =>
  capacity === option.flexible && lastPaid !== undefined && fromElsewhere === 0;

/** Whether the wait of the year's first payment may still run: asked where last year was not paid in full. */
export function asksFirstPaid(names: Names, facts: SomeEnrolmentFacts, asOf: AsOf): boolean {
  const payment = facts.paidOn ?? asOf.date;
  if (!isLocalFlexible(names, facts) || facts.lastYear === undefined) return false;
  if (lastYearCounts(names.table, facts.lastYear)) return false;
  return inYearOf(facts.lastPaid!, monthOfDate(payment)) && yearWaitMayRun(names.table, names.waiting, facts.lastPaid!, payment);
}

export interface Joined {
  readonly waits: boolean;
  readonly payable: boolean;
  readonly conflicts: Result["conflicts"];
}

export function addWaiting(names: Names, facts: EnrolmentFacts, asOf: AsOf, age: Age, draft: Draft): Joined {
  const { table, notice, coverage } = names;
  const payment = names.waiting.payment(facts.paidOn, asOf);
  const paidMonth = monthOfDate(payment.value);
  const history = historyOf(names, facts);
  const special = specialOf(names, facts);
  const inputs = [names.leaf.capacity[facts.capacity]!, history];
  if (special !== null) inputs.push(special.node);
  let gap = 0;
  if (facts.lastPaid !== undefined) {
    gap = Math.max(0, paidMonth - facts.lastPaid - 1);
    inputs.push(step(names.step.gapMonths, gap, [leaf(names.step.lastPaid, facts.lastPaid), payment]));
  }
  const inFull = facts.lastYear === undefined ? null : lastYearPaid(table, facts.lastYear);
  if (inFull !== null) inputs.push(inFull);
  const thisYear = isLocalFlexible(names, facts) && inYearOf(facts.lastPaid!, paidMonth);
  if (isLocalFlexible(names, facts))
    inputs.push(step(table.step.thisYearPaid, thisYear ? 1 : 0, [leaf(names.step.lastPaid, facts.lastPaid!), payment]));
  const wait = employeeWait(
    table,
    {
      capacity: facts.capacity,
      history: history.value,
      special: special?.value ?? NOT_SPECIAL,
      gap,
      lastYearPaid: inFull?.value ?? 0,
      thisYearPaid: thisYear ? 1 : 0,
    },
    inputs,
  );
  const { answer, payable } = wait;
  draft.remarks.push(answer);
  if (wait.because !== null) draft.remarks.push(wait.because);

  const running = thisYear ? yearWait(table, names.waiting, facts.firstPaidOn, payment, inFull!) : null;
  // a wait of the payment's own is never shorter than what is left of the year's
  const found = wait.days.value === 0 && running !== null ? running : names.waiting.after(payment, wait.days);
  addWaitingDates(draft, names.dates, found);
  draft.notices.push(notice.countsFromArrival);
  // a flexible worker's year may be read to be covered from its first payment on; elsewhere a month paid late is no gap
  const goesOn = gap === 0 && answer.value === table.is.lastYearPaid;
  if (goesOn) draft.remarks.push(table.reading.yearShortGap.node);
  const late = facts.lastYear !== undefined && !thisYear && !(goesOn && table.reading.yearShortGap.says);
  if (facts.lastPaid !== undefined && (gap > 0 || late))
    coverGapUntil(draft, payable ? coverage.gapCanBePaid : coverage.gap, facts.lastPaid, payment.value);
  // who still waits when the age comes goes on contributing: treatment that begins after it has no end there
  const until = age.last !== null && found.treatmentFrom.value > age.last ? null : age.last;
  coverWaiting(draft, coverage.strip, { ...found, start: payment }, until);

  if (payable) draft.notices.push(notice.gapCanBePaid);
  if (wait.lost && gap > 0) draft.notices.push(notice.gapLost);
  if (answer.value === table.is.first) draft.notices.push(notice.diedWaiting);
  // months of this year that stay unpaid make it one that was not paid in full
  const lost = wait.lost && inYearOf(facts.lastPaid!, paidMonth) && isLocalFlexible(names, facts);
  if (lost) draft.notices.push(notice.waitsAgain);
  else if (answer.value === table.is.lastYearUnpaid) draft.notices.push(notice.payEachYear);
  if (thisYear && facts.firstPaidOn === undefined && asksFirstPaid(names, facts, asOf)) {
    assumeAnswer(draft, table.firstPaid.fact, table.firstPaid.longAgo);
    draft.notices.push(notice.firstWait);
  }
  if (facts.relationMoved === 0) draft.notices.push(notice.moveRelation);
  if (facts.special === names.option.insuredSpouse) draft.notices.push(notice.insuredSpouse);
  return {
    waits: found.last !== null,
    payable,
    conflicts: answer.value === table.is.yearLongGap && wait.days.value > 0 && inFull?.value === 1 ? table.conflict : NONE,
  };
}

/** Where the person was insured as employee before; a first enrolment may be read under another rule. */
function historyOf(names: Names, facts: EnrolmentFacts): Node {
  const { step: steps, reading, leaf: leaves } = names;
  if (facts.firstTime === 0) {
    const elsewhere = leaves.fromElsewhere[facts.fromElsewhere!]!;
    return step(steps.history, elsewhere.value === 1 ? ELSEWHERE : LOCAL, [leaves.firstTime[0]!, elsewhere]);
  }
  const first = leaves.firstTime[1]!;
  if (facts.fromResident === 1)
    return step(steps.historyFromResident, FIRST, [first, leaves.fromResident[1]!, reading.byChange.node]);
  if (facts.capacity === names.option.flexible)
    return step(steps.historyRead, reading.firstFlexible.says ? LOCAL : FIRST, [first, reading.firstFlexible.node]);
  return step(steps.history, FIRST, [first]);
}

/** The spouse of a discharged serviceman counts as such once the relation has been moved; who was insured already goes by the general rule. */
function specialOf(names: Names, facts: EnrolmentFacts): { readonly value: number; readonly node: Node } | null {
  if (facts.special === undefined) return null;
  const said = names.leaf.special[facts.special]!;
  if (facts.special === names.option.insuredSpouse)
    return { value: NOT_SPECIAL, node: step(names.step.insuredSpouse, 0, [said]) };
  if (facts.relationMoved === undefined) return { value: said.value, node: said };
  const moved = facts.relationMoved === 1;
  const node = step(names.step.spouse, moved ? 1 : 0, [said, names.leaf.relationMoved[facts.relationMoved]!]);
  return { value: moved ? said.value : NOT_SPECIAL, node };
}
