/** What a segment's months cost, the person's part and the unit's, each amount of a month rounded to the fen. */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import type { Notice } from "../../../../src-shared/domain/decision.ts";
import { rounded, times } from "../../engine/arithmetic.ts";
import { figureAt, type Draft } from "../../engine/draft.ts";
import { leaf, Node, step, type NodeDefinition } from "../../engine/node.ts";
import type { Names, PremiumFacts, Rates, WageRecord } from "./names.ts";
import { yearIsOpen, type Segment } from "./segments.ts";

/** One side's payment: of a month, and of the segment. */
export interface Payment {
  readonly basic: Node;
  /** `null` where nobody knows it. */
  readonly largeSum: Node | null;
  readonly month: Node;
  readonly segment: Node;
}

export interface Payments {
  readonly from: Node;
  readonly months: Node;
  /** The person's, or the unit's where the whole unit is asked about. */
  readonly base: Node;
  /** The person's part and the unit's, or the unit's alone. */
  readonly sides: readonly Payment[];
}

/**
 * `null` when a rate or a limit of the wage is missing; it is then listed.
 * @param firstYear whose wage the first of the months goes by: new staff have their first wage instead
 * @param asked all the months that are asked about
 */
export function paymentsOf(
  names: Names,
  facts: PremiumFacts,
  segment: Segment,
  firstYear: number,
  asked: Node,
  draft: Draft,
): Payments | null {
  const { fact, step: steps, reading } = names;
  const date = firstDayOf(segment.from);
  const from = leaf(steps.from, segment.from);
  const to = leaf(steps.to, segment.to);
  const months = step(steps.months, segment.to - segment.from + 1, [asked, from, to]);
  const pay = (rates: Rates, base: Node): Payment | null => payment(names, rates, base, segment, months, draft);

  if (facts.who !== names.person) {
    const told =
      facts.totalWages === undefined ? leaf(fact.sumOfBases, facts.sumOfBases!) : leaf(fact.totalWages, facts.totalWages);
    const unit = pay(names.unitRates, step(steps.unitBase, told.value, [told, reading.base]));
    return unit && { from, months, base: told, sides: [unit] };
  }
  const wage = wageOf(names, facts, segment, firstYear, from);
  const held = names.limits.held(wage, date, draft);
  if (held === null) return null;
  const unitsOwn = reading.bySum ? held : wage;
  const person = pay(names.personRates, held);
  const unit = pay(names.unitRates, step(steps.unitBase, unitsOwn.value, [unitsOwn, reading.base]));
  return person && unit && { from, months, base: held, sides: [person, unit] };
}

/** The wage that makes the base: of the year that the month goes by, or the first one of new staff. */
function wageOf(names: Names, facts: PremiumFacts, segment: Segment, firstYear: number, from: Node): Node {
  const { fact, step: steps } = names;
  if (facts.newStaff === 1 && segment.year === firstYear) return leaf(fact.firstWage, facts.firstWage!);
  const { wage } = facts;
  const records = facts.wages as readonly WageRecord[] | undefined;
  const told =
    wage === undefined ? leaf(fact.listedWage, records!.find(({ year }) => year === segment.year)!.wage) : leaf(fact.wage, wage);
  return step(steps.usedWage, told.value, [told, yearNode(names, segment, from)]);
}

function yearNode(names: Names, segment: Segment, from: Node): Node {
  const { table, output, reading, step: lastYear } = names.year;
  const inputs = yearIsOpen(names, segment.from) ? [from, reading] : [from];
  if (table.value(segment.row, output.lastYear) === 0) return table.node(segment.row, output.year, inputs);
  return step(lastYear, segment.year, [from, table.node(segment.row, output.lastYear, inputs)]);
}

function payment(names: Names, rates: Rates, base: Node, segment: Segment, months: Node, draft: Draft): Payment | null {
  const { step: steps } = rates;
  const rate = figureAt(rates.basic, firstDayOf(segment.from), draft);
  const largeRate = largeSumRate(names, rates, segment, draft);
  if (rate === null || largeRate === undefined) return null;
  const basic = rounded(steps.basic, times(steps.basicExact, base, rate));
  const largeSum = largeRate && rounded(steps.largeSum, times(steps.largeSumExact, base, largeRate));
  const month = largeSum === null ? basic : sumOf(steps.month, [basic, largeSum]);
  const total = months.value === 1 ? month : step(steps.segment, month.value * months.value, [month, months]);
  return { basic, largeSum, month, segment: total };
}

/** Before the first published rate nothing can be said; from then on one that nobody has is missing. */
function largeSumRate(
  { year: { table, output }, notice }: Names,
  rates: Rates,
  segment: Segment,
  draft: Draft,
): Node | null | undefined {
  const date = firstDayOf(segment.from);
  const tell = (told: Notice): void => {
    if (!draft.notices.includes(told)) draft.notices.push(told);
  };
  const published = table.value(segment.row, output.largeSum) === 1;
  const rate = published ? figureAt(rates.largeSum, date, draft) : rates.largeSum.at(date);
  if (rate === null) {
    if (published) return undefined;
    tell(notice.largeSumUnknown);
    return null;
  }
  if (rate.definition.figure!.grade === "C") tell(notice.largeSumUnverified);
  return rate;
}

/** One side's part of all segments. Of one segment it is that segment's payment, under the name of the whole. */
export function wholePart({ step: steps }: Rates, segments: readonly Node[]): Node {
  const [only, ...others] = segments;
  if (others.length > 0) return sumOf(steps.part, segments);
  const { definition, value, divisor, inputs } = only!;
  const named =
    definition === steps.segment ? steps.partOfMonths : definition === steps.month ? steps.partOfMonth : steps.partOfBasic;
  return new Node(named, value, divisor, inputs);
}

export function sumOf(definition: NodeDefinition, parts: readonly Node[]): Node {
  let sum = 0;
  for (const part of parts) sum += part.value;
  return step(definition, sum, parts);
}
