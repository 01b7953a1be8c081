/** What a segment's months cost, the person's part and the unit's, each amount of a month rounded to the fen. */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import { figureAt, type Draft } from "../../engine/draft.ts";
import { leaf, Node, told } from "../../engine/node.ts";
import { asRead, plus, product, roundedToFen, sum } from "../../engine/operations.ts";
import type { Facts, Words } from "../../generated/dalian/unit-premium.ts";
import { heldBase, tell } from "../base-limits.ts";
import { yearIsOpen, type Segment, type SegmentNames } from "./segments.ts";

/** One side's payment: of a month, and of the segment. */
interface Payment {
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

/** What each side pays: rates, and the steps and amounts that carry its name. */
export const bindSides = ({ figure, step, amount }: Words) => ({
  person: {
    rate: figure.personRate,
    largeSumRate: figure.personLargeSumRate,
    step: {
      basicExact: step.personBasicExact,
      basic: step.personBasic,
      largeSumExact: step.personLargeSumExact,
      largeSum: step.personLargeSum,
      month: step.personMonth,
      segment: step.personSegment,
      part: step.personPart,
      partOfMonth: step.personPartOfMonth,
    },
    amount: {
      basic: amount.personBasic,
      largeSum: amount.personLargeSum,
      month: amount.personMonth,
      segment: amount.personSegment,
      part: amount.personPart,
    },
  },
  unit: {
    rate: figure.unitRate,
    largeSumRate: figure.unitLargeSumRate,
    step: {
      basicExact: step.unitBasicExact,
      basic: step.unitBasic,
      largeSumExact: step.unitLargeSumExact,
      largeSum: step.unitLargeSum,
      month: step.unitMonth,
      segment: step.unitSegment,
      part: step.unitPart,
      partOfMonth: step.unitPartOfMonth,
    },
    amount: {
      basic: amount.unitBasic,
      largeSum: amount.unitLargeSum,
      month: amount.unitMonth,
      segment: amount.unitSegment,
      part: amount.unitPart,
    },
  },
});
type Names = Words & SegmentNames & ReturnType<typeof bindSides>;
export type Side = Names["person"];

/**
 * `null` when a rate or a limit of the wage is missing; it is then listed.
 * @param firstYear whose wage the first of the months goes by: new staff have their first wage instead
 * @param asked all the months that are asked about
 */
export function paymentsOf(
  names: Names,
  facts: Facts,
  segment: Segment,
  firstYear: number,
  asked: Node,
  draft: Draft,
): Payments | null {
  const { fact, step: steps } = names;
  const { is, node: because } = names.reading.unitPremiumBase;
  const from = leaf(steps.segmentFrom, segment.from);
  const to = leaf(steps.segmentTo, segment.to);
  const months = told(steps.segmentMonths, segment.to - segment.from + 1, [asked, from, to]);
  const pay = (side: Side, base: Node): Payment | null => payment(names, side, base, segment, months, draft);

  if (facts.who !== names.option.who.person) {
    const base =
      facts.totalWages === undefined ? leaf(fact.sumOfBases, facts.sumOfBases!) : leaf(fact.totalWages, facts.totalWages);
    const unit = pay(names.unit, asRead(steps.unitBase, base, because));
    return unit && { from, months, base, sides: [unit] };
  }
  const wage = wageOf(names, facts, segment, firstYear, from);
  const held = heldBase(names, wage, firstDayOf(segment.from), draft, draft);
  if (held === null) return null;
  const person = pay(names.person, held);
  const unit = pay(names.unit, asRead(steps.unitBase, is.sumOfBases ? held : wage, because));
  return person && unit && { from, months, base: held, sides: [person, unit] };
}

/** The wage that makes the base: of the year that the month goes by, or the first one of new staff. */
function wageOf(names: Names, facts: Facts, segment: Segment, firstYear: number, from: Node): Node {
  const { fact, step: steps, rules, reading } = names;
  if (facts.newStaff === 1 && segment.year === firstYear) return leaf(fact.firstWage, facts.firstWage!);
  const { wage, wages } = facts;
  const said =
    wage === undefined
      ? leaf(names.field.wages.wage, wages!.find(({ year }) => year === segment.year)!.wage)
      : leaf(fact.wage, wage);
  const inputs = yearIsOpen(names, segment.from) ? [from, reading.unitPremiumYear.node] : [from];
  const year =
    rules.value(segment.row, rules.out.lastYear) === 0
      ? rules.node(segment.row, rules.out.year, inputs)
      : told(steps.lastYear, segment.year, [from, rules.node(segment.row, rules.out.lastYear, inputs)]);
  return told(steps.usedWage, said.value, [said, year]);
}

function payment(names: Names, side: Side, base: Node, segment: Segment, months: Node, draft: Draft): Payment | null {
  const { step: steps } = side;
  const rate = figureAt(side.rate, firstDayOf(segment.from), draft);
  const largeRate = largeSumRate(names, side, segment, draft);
  if (rate === null || largeRate === undefined) return null;
  const basic = roundedToFen(steps.basic, product(steps.basicExact, base, rate));
  const largeSum = largeRate && roundedToFen(steps.largeSum, product(steps.largeSumExact, base, largeRate));
  const month = largeSum === null ? basic : plus(steps.month, basic, largeSum);
  return { basic, largeSum, month, segment: months.value === 1 ? month : product(steps.segment, month, months) };
}

/** Before the first published rate nothing can be said; from then on one that nobody has is missing. */
function largeSumRate(
  { rules, notice }: Names,
  { largeSumRate: figure }: Side,
  segment: Segment,
  draft: Draft,
): Node | null | undefined {
  const date = firstDayOf(segment.from);
  const published = rules.value(segment.row, rules.out.largeSum) === 1;
  const rate = published ? figureAt(figure, date, draft) : figure.at(date);
  if (rate === null) {
    if (published) return undefined;
    tell(draft, notice.largeSumUnknown);
    return null;
  }
  if (rate.definition.figure!.grade === "C") tell(draft, notice.largeSumUnverified);
  return rate;
}

/** One side's part of all segments. Of one segment it is that segment's payment, under the name of the whole. */
export function wholePart({ step: steps }: Side, segments: readonly Node[]): Node {
  const [only, ...others] = segments;
  if (others.length > 0) return sum(steps.part, segments);
  const { definition, value, divisor, inputs, operation } = only!;
  return new Node(definition === steps.month ? steps.partOfMonth : steps.part, value, divisor, inputs, operation);
}
