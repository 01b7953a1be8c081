/** The wait under the national rule, and from which day a wait counts. */
import type { Waiting } from "../../engine/contribution/waiting.ts";
import type { Draft } from "../../engine/draft.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { ResidentWaiting } from "../../national/resident-waiting.ts";
import type { Names, ResidentFacts } from "./names.ts";
import type { Paid } from "./paid.ts";

export interface NationalWaiting extends ResidentWaiting {
  readonly missed: Node;
}

export function nationalWaiting(names: Names, facts: ResidentFacts, { year }: Paid, inPeriod: Node): NationalWaiting {
  const { step: steps, national } = names;
  const missed =
    facts.lastYear === undefined
      ? step(steps.neverMissed, 0, [names.leaf.insuredBefore[facts.insuredBefore!]!])
      : national.missedYears(leaf(steps.lastYear, facts.lastYear), year);
  const repaired = leaf(steps.repaired, facts.repairedYears ?? 0);
  const exempt = step(steps.exempt, 0, [names.leaf.assisted[facts.assisted]!]);
  return { ...national.waiting(exempt, inPeriod, missed, repaired), missed };
}

/** The day from which the wait, or treatment itself, counts. */
export function startOf(names: Names, facts: ResidentFacts, answer: Node, paid: Paid, national: NationalWaiting | null): Node {
  const { step: steps, reading } = names;
  if (answer.value === names.table.recognised) return leaf(steps.recognizedOn, facts.recognizedOn!);
  // a wait for a year to come: from the payment or from its first day
  if (national !== null && national.months.value > 0 && paid.payment.value < paid.yearStart.value) {
    const start = reading.fromPayment ? paid.payment.value : paid.yearStart.value;
    return step(steps.waitingStart, start, [paid.payment, paid.yearStart, reading.start]);
  }
  return paid.payment;
}

/** Nothing is treated before the year that was paid for. */
export function notBefore(names: Names, found: Waiting, yearStart: Node): Waiting {
  const { treatmentFrom } = found;
  if (treatmentFrom.value >= yearStart.value) return found;
  return { ...found, treatmentFrom: step(names.step.notBeforeYear, yearStart.value, [treatmentFrom, yearStart]) };
}

export function addNational(names: Names, draft: Draft, start: Node, yearStart: Node, { missed, other }: NationalWaiting): void {
  const { notice } = names;
  if (missed.value === 0) return;
  draft.notices.push(notice.noBackPayment, notice.canRepair);
  if (other === null) return;
  const day = Math.max(names.waiting.after(start, other).treatmentFrom.value, yearStart.value);
  const node = step(names.step.otherTreatmentFrom, day, [start, other, yearStart]);
  draft.dates.push({ definition: names.otherDate, node });
  draft.notices.push(notice.twoReadings);
}
