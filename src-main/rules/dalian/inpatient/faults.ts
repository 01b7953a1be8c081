/** Facts that cannot all be true. */
import type { AsOf } from "../../engine/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import type { InpatientFacts, Names, StayRecord } from "./names.ts";
import { dateOf } from "./stay.ts";

export function contradictions(names: Names, facts: InpatientFacts, asOf: AsOf): readonly Fault[] {
  const { fault, figure, reading } = names;
  const faults: Fault[] = [];
  const stays = facts.stays as readonly StayRecord[];
  const first = Math.min(...stays.map((stay) => dateOf(names, stay)));
  stays.forEach((stay, index) => {
    const { admitted, discharged, cost } = stay;
    const add = (field: string, text: string): number => faults.push({ fact: `stays.${index}.${field}`, text });
    if (facts.birthDate !== undefined && admitted < facts.birthDate) add("admitted", fault.bornAfter);
    if (admitted > asOf.date) add("admitted", fault.admittedInFuture);
    if (cost === 0) add("cost", fault.noCost);
    if (discharged !== undefined && discharged < admitted) add("discharged", fault.dischargedBefore);
    if (reading.yearOf(dateOf(names, stay)) !== reading.yearOf(first)) add("admitted", fault.otherYear);
  });
  const over = (amount: number | undefined, limit: number | undefined): boolean =>
    amount !== undefined && limit !== undefined && amount > limit;
  if (over(facts.earlierPool, figure.poolLimit.at(first)?.value)) faults.push({ fact: "earlierPool", text: fault.poolOverLimit });
  if (over(facts.earlierSupplementary, figure.supplementaryLimit.at(first)?.value))
    faults.push({ fact: "earlierSupplementary", text: fault.supplementaryOverLimit });
  return faults;
}
