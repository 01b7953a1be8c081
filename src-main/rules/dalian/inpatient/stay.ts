/** One stay: what counts of it, and what the pool pays. */
import { ageOn, monthOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { mulDivRound } from "../../../../src-shared/domain/money.ts";
import { times } from "../../engine/arithmetic.ts";
import type { Draft } from "../../engine/draft.ts";
import type { Figure } from "../../engine/figures.ts";
import { leaf, step, type Node, type NodeDefinition } from "../../engine/node.ts";
import type { InpatientFacts, Names, StayRecord, StaySteps } from "./names.ts";

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

/** The day that decides about year, layers and figures, as read. */
export const dateOf = ({ reading }: Names, record: StayRecord): PackedDate =>
  reading.byDischarge ? (record.discharged ?? record.admitted) : record.admitted;

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

export const insured = ({ leaf: leaves, fact }: Names, { capacity, birthDate, retiredFrom }: InpatientFacts): Insured => ({
  capacity: leaves.capacity[capacity]!,
  birthDate: birthDate === undefined ? null : leaf(fact.birthDate, birthDate),
  retiredFrom: retiredFrom === undefined ? null : leaf(fact.retiredFrom, retiredFrom),
});

/** @param later after another stay of the year */
export function openStay(names: Names, person: Insured, record: StayRecord, steps: StaySteps, later: boolean): Stay {
  const admitted = leaf(steps.stay, record.admitted);
  const date = dateOf(names, record);
  const cost = leaf(steps.cost, record.cost);
  const { deductible: stated, ratio } = basicOf(names, person, admitted, record.level, steps);
  const deductible = later && names.laterStays.lower ? laterDeductible(names, stated, record.level, date, steps) : stated;
  return {
    steps,
    date,
    admitted,
    dated: date === record.admitted ? admitted : leaf(steps.discharged, date),
    cost,
    deductible,
    ratio,
    payable: step(steps.payable, Math.max(0, cost.value - deductible.value), [cost, deductible]),
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
  const levelNode = basic.levels[level]!;
  const retired = retiredFrom === null || monthOfDate(admitted.value) >= retiredFrom.value;
  const capacityThen =
    retiredFrom === null ? capacity : step(steps.capacity, retired ? option.retired : option.inService, [admitted, retiredFrom]);
  const years = retired ? ageOn(birthDate.value, admitted.value) : 0;
  const row = basic.table.row([capacityThen.value, years, level]);
  const inputs = [capacityThen, levelNode];
  const ratio = basic.table.node(row, basic.ratio, inputs);
  if (!retired) return { deductible: basic.table.node(row, basic.deductible, inputs), ratio };
  const age = step(steps.age, years * MONTHS_PER_YEAR, [birthDate, admitted]);
  return { deductible: basic.table.node(row, basic.deductible, [capacityThen, age, levelNode]), ratio };
}

/** By the reading: what reposts name for later stays; whoever has less already keeps it. */
function laterDeductible({ laterStays }: Names, stated: Node, level: number, date: PackedDate, steps: StaySteps): Node {
  const lower = laterStays.figures[level]!.at(date);
  if (lower === null) return stated;
  return step(steps.laterDeductible, Math.min(stated.value, lower.value), [stated, lower, laterStays.node]);
}

/** What of the cost lies within the deductible. */
export const deductiblePaid = ({ steps, cost, deductible }: Stay): Node =>
  step(steps.deductiblePaid, Math.min(cost.value, deductible.value), [cost, deductible]);

/** To the fen as read. The reading stands beside the amount only where there was something to round. */
export function toFen({ reading }: Names, definition: NodeDefinition, exact: Node): Node {
  if (exact.value % exact.divisor === 0) return step(definition, exact.value / exact.divisor, [exact]);
  const fen = reading.halfUp ? mulDivRound(exact.value, 1, exact.divisor) : Math.floor(exact.value / exact.divisor);
  return step(definition, fen, [exact, reading.rounding]);
}

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
  const exact = times(steps.poolExact, stay.payable, stay.ratio);
  const rounded = toFen(names, steps.poolRounded, exact);
  const limit = figureOn(names.figure.poolLimit, stay.date, draft);
  if (limit === null) {
    draft.remarks.push(rounded);
    return null;
  }
  const room = step(steps.poolRoom, Math.max(0, limit.value - before.value), [limit, before]);
  const paid = step(steps.pool, Math.min(rounded.value, room.value), [rounded, room]);
  return {
    exact,
    rounded,
    room,
    paid,
    soFar: step(steps.poolSoFar, before.value + paid.value, [before, paid]),
    limit,
    rest: step(steps.rest, cost.value - paid.value, [cost, paid]),
  };
}
