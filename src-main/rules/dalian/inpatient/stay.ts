/** One stay: what counts of it, and what the pool pays. */
import { ageOn, monthOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { Draft } from "../../engine/draft.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import { leaf, told, type DerivedStep, type Node } from "../../engine/node.ts";
import { atLeastZero, difference, plus, product, smaller, wholeFen } from "../../engine/operations.ts";
import type { Facts } from "../../generated/dalian/inpatient.ts";
import type { Names, StayRecord, StaySteps } from "./names.ts";

export interface Stay {
  readonly steps: StaySteps;
  /** The day whose figures and layers apply. */
  readonly date: PackedDate;
  /** The day of admission, under which the stay is shown. */
  readonly admitted: Node;
  readonly dated: Node;
  readonly cost: Node;
  readonly deductible: Node;
  readonly ratio: Node;
  /** Cost above the deductible. */
  readonly payable: Node;
}

/** What the layers after the pool pay of a stay; `null` where one pays nothing. */
export interface Share {
  readonly supplementary: Node | null;
  readonly subsidy: Node | null;
  readonly largeSum: Node | null;
  readonly own: Node;
}

/** The day that decides about year, layers and figures, as read. */
export const dateOf = ({ reading }: Names, { admitted, discharged }: StayRecord): PackedDate =>
  reading.inpatientDate.is.discharge ? (discharged ?? admitted) : admitted;

/** By that day; stays of one day keep the order in which they were typed. At most thirty, and mostly in order already. */
export function inDateOrder(names: Names, records: readonly StayRecord[]): readonly StayRecord[] {
  const sorted = records.slice();
  for (let i = 1; i < sorted.length; i++) {
    const record = sorted[i]!;
    const date = dateOf(names, record);
    let at = i;
    for (; at > 0 && dateOf(names, sorted[at - 1]!) > date; at--) sorted[at] = sorted[at - 1]!;
    sorted[at] = record;
  }
  return sorted;
}

/** What the facts say of the person; leaves that all stays share. */
export interface Insured {
  readonly capacity: Node;
  /** Known where the age can matter. */
  readonly birthDate: Node | null;
  /** First month of the retiree's treatment where it began within the year. */
  readonly retiredFrom: Node | null;
}

export const insured = ({ leaf: leaves, fact }: Names, { capacity, birthDate, retiredFrom }: Facts): Insured => ({
  capacity: leaves.capacity[capacity]!,
  birthDate: birthDate === undefined ? null : leaf(fact.birthDate, birthDate),
  retiredFrom: retiredFrom === undefined ? null : leaf(fact.retiredFrom, retiredFrom),
});

/** @param isLater after another stay of the year */
export function openStay(names: Names, person: Insured, record: StayRecord, steps: StaySteps, isLater: boolean): Stay {
  const admitted = leaf(steps.stay, record.admitted);
  const date = dateOf(names, record);
  const cost = leaf(steps.cost, record.cost);
  const basic = basicOf(names, person, admitted, record.level, steps);
  // by the reading: what reposts name for later stays; whoever has less already keeps it
  const { is, node } = names.reading.laterStays;
  const lower = isLater && is.lower ? names.later[record.level]!.at(date) : null;
  const deductible = lower === null ? basic.deductible : smaller(steps.laterDeductible, basic.deductible, lower, node);
  return {
    steps,
    date,
    admitted,
    dated: date === record.admitted ? admitted : leaf(steps.discharged, date),
    cost,
    deductible,
    ratio: basic.ratio,
    payable: atLeastZero(steps.payable, cost, deductible),
  };
}

const MONTHS_PER_YEAR = 12;

/** Deductible and ratio by the capacity and the age on the day of admission. */
function basicOf(
  { basic, option }: Names,
  { capacity, birthDate, retiredFrom }: Insured,
  admitted: Node,
  level: number,
  steps: StaySteps,
): { readonly deductible: Node; readonly ratio: Node } {
  if (birthDate === null) return basic.inService[level]!;
  const { table, levels } = basic;
  const { inService, retired } = option.capacity;
  const isRetired = retiredFrom === null || monthOfDate(admitted.value) >= retiredFrom.value;
  const then = retiredFrom === null ? capacity : told(steps.capacity, isRetired ? retired : inService, [admitted, retiredFrom]);
  const years = isRetired ? ageOn(birthDate.value, admitted.value) : 0;
  const row = table.row([then.value, years, level]);
  const inputs = [then, levels[level]!];
  const ratio = table.node(row, table.out.ratio, inputs);
  if (!isRetired) return { deductible: table.node(row, table.out.deductible, inputs), ratio };
  const age = told(steps.age, years * MONTHS_PER_YEAR, [birthDate, admitted]);
  return { deductible: table.node(row, table.out.deductible, [then, age, levels[level]!]), ratio };
}

/** What of the cost lies within the deductible. */
export const deductiblePaid = ({ steps, cost, deductible }: Stay): Node => smaller(steps.deductiblePaid, cost, deductible);

/** To the fen as read. */
export const toFen = ({ reading: { inpatientRounding } }: Names, step: DerivedStep, amount: Node): Node =>
  wholeFen(step, amount, inpatientRounding.is.halfUp, inpatientRounding.node);

/** A figure on a day; one that nobody has is listed once, with the first day that needs it. */
export function figureOn(figure: Figure, date: PackedDate, { missing }: Draft): Node | null {
  const node = figure.at(date);
  if (node === null && !missing.some((other) => other.figure === figure)) missing.push({ figure, date });
  return node;
}

export interface PoolShare {
  /** By ratio alone, and the same in fen. */
  readonly exact: Node;
  readonly rounded: Node;
  /** What the yearly limit leaves before this stay. */
  readonly room: Node;
  readonly paid: Node;
  readonly soFar: Node;
  readonly limit: Node;
  /** Cost after the pool. */
  readonly rest: Node;
}

/** min(ratio × cost above the deductible, what is left of the yearly limit). `null` where nobody has the limit. */
export function poolPays(names: Names, stay: Stay, before: Node, draft: Draft): PoolShare | null {
  const { steps, cost } = stay;
  const exact = product(steps.poolExact, stay.payable, stay.ratio);
  const rounded = toFen(names, steps.poolRounded, exact);
  const limit = figureOn(names.figure.poolLimit, stay.date, draft);
  if (limit === null) {
    draft.remarks.push(rounded);
    return null;
  }
  const room = atLeastZero(steps.poolRoom, limit, before);
  const paid = smaller(steps.pool, rounded, room);
  const soFar = plus(steps.poolSoFar, before, paid);
  return { exact, rounded, room, paid, soFar, limit, rest: difference(steps.rest, cost, paid) };
}
