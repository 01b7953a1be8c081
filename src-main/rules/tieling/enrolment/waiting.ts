/** How long somebody waits after joining the employee scheme (TL-04, TL-05, TL-07). */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { coverGapUntil, coverWaiting } from "../../engine/contribution/waiting.ts";
import type { Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { ELSEWHERE, FIRST, LOCAL, NOT_SPECIAL } from "../employee-waiting.ts";
import { addWaitingDates } from "../waiting.ts";
import type { EnrolmentFacts, Names } from "./names.ts";

/** Returns whether there is a wait. */
export function addWaiting(names: Names, facts: EnrolmentFacts, asOf: AsOf, draft: Draft): boolean {
  const { table, notice, coverage } = names;
  const payment = names.waiting.payment(facts.paidOn, asOf);
  const history = historyOf(names, facts);
  const special = specialOf(names, facts);
  const inputs = [names.leaf.capacity[facts.capacity]!, history];
  if (special !== null) inputs.push(special.node);
  let gap = 0;
  if (facts.lastPaid !== undefined) {
    gap = Math.max(0, monthOfDate(payment.value) - facts.lastPaid - 1);
    inputs.push(step(names.step.gapMonths, gap, [leaf(names.step.lastPaid, facts.lastPaid), payment]));
  }
  let lastYearPaid = 0;
  if (facts.lastYear !== undefined) {
    const node = table.lastYearPaid(facts.lastYear);
    lastYearPaid = node.value;
    inputs.push(node);
  }
  const row = table.row(facts.capacity, history.value, special?.value ?? NOT_SPECIAL, gap, lastYearPaid);
  const answer = table.answer(row, inputs);
  const days = table.days(row, inputs);
  draft.remarks.push(answer);

  const found = names.waiting.after(payment, days);
  addWaitingDates(draft, names.dates, found);
  draft.notices.push(notice.countsFromArrival);
  const canBePaid = answer.value === table.is.shortGap;
  // a flexible worker's year is covered from its payment on; elsewhere a month paid late is no gap
  if (facts.lastPaid !== undefined && (gap > 0 || facts.lastYear !== undefined))
    coverGapUntil(draft, canBePaid ? coverage.gapCanBePaid : coverage.gap, facts.lastPaid, payment.value);
  coverWaiting(draft, coverage.strip, found);
  if (canBePaid) draft.notices.push(notice.gapCanBePaid);
  if (answer.value === table.is.longGap) draft.notices.push(notice.gapLost);
  if (answer.value === table.is.first) draft.notices.push(notice.diedWaiting);
  if (answer.value === table.is.lastYearUnpaid) draft.notices.push(notice.payEachYear);
  if (facts.relationMoved === 0) draft.notices.push(notice.moveRelation);
  return days.value > 0;
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
    return step(steps.historyFromResident, FIRST, [first, leaves.fromResident[1]!, reading.fromResident]);
  if (facts.capacity === names.option.flexible)
    return step(steps.historyRead, reading.flexibleRule ? LOCAL : FIRST, [first, reading.firstFlexible]);
  return step(steps.history, FIRST, [first]);
}

/** The spouse of a discharged serviceman counts as such once the relation has been moved. */
function specialOf(names: Names, facts: EnrolmentFacts): { readonly value: number; readonly node: Node } | null {
  if (facts.special === undefined) return null;
  const said = names.leaf.special[facts.special]!;
  if (facts.relationMoved === undefined) return { value: said.value, node: said };
  const moved = facts.relationMoved === 1;
  const node = step(names.step.spouse, moved ? 1 : 0, [said, names.leaf.relationMoved[facts.relationMoved]!]);
  return { value: moved ? said.value : NOT_SPECIAL, node };
}
