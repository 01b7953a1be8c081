/**
 * A gap in the employee scheme (DL-02) as every matter of Dalian counts it: the months between the last paid one and the one in
 * which payment resumes. By the readings, months in the resident scheme or paid elsewhere may fill it.
 */
import {
  countMonths,
  EMPTY,
  intersectMonths,
  subtractMonths,
  uniteMonths,
  type MonthSet,
} from "../../../src-shared/domain/periods.ts";
import type { Draft } from "../engine/draft.ts";
import type { MonthsValue } from "../engine/facts/facts.ts";
import type { CoverRule } from "../engine/history/walk.ts";
import { leaf, told, type Node, type NodeDefinition } from "../engine/node.ts";
import { difference, monthsBetween } from "../engine/operations.ts";
import type { Gap as Words } from "../generated/dalian/data.ts";

/** What is asked where a gap is looked at; both may stay open. */
type Filler = "residentMonths" | "elsewhereMonths";
type GapWords = Words & {
  readonly fact: Readonly<Record<Filler, NodeDefinition>>;
  readonly coverage: Readonly<Record<"paid" | "grace" | "notCovered" | "resumedWaiting" | "madeGood", string>>;
};
export type GapNames = GapWords & ReturnType<typeof bindGap>;

/** 一(二): cover goes on in the first unpaid month and is back in the month after payment resumed. */
export const COVER_RULE: CoverRule = { goesOn: 1, resumes: 1 };

export interface Gap {
  /** What the table says of it. */
  readonly count: Node;
  /** The unpaid months. */
  readonly months: MonthSet;
  /** Months that count as if paid. */
  readonly filled: MonthSet;
}

export function bindGap({ table, fact, coverage, reading: { residentFillsGap, elsewhereStopsGap } }: GapWords) {
  const gaps = table.gap.by("months", "thisMonth");
  const { paid, grace, notCovered, resumedWaiting, madeGood } = coverage;
  const filler = (name: Filler, { node }: { readonly node: Node }, fills: boolean) => ({
    name,
    definition: fact[name],
    reading: node,
    fills,
  });
  return {
    gaps,
    /** The longest gap that can be made good. */
    longest: gaps.bound("months", gaps.row2(1, 1), "highest"),
    titles: { paid, goesOn: grace, gap: notCovered, resumed: resumedWaiting, madeGood },
    fillers: [
      filler("residentMonths", residentFillsGap, residentFillsGap.is.fills),
      filler("elsewhereMonths", elsewhereStopsGap, elsewhereStopsGap.is.stops),
    ],
  };
}

/** What the table says of a gap, by whether it is looked at in the month in which payment resumes. */
export function gapAnswer({ gaps }: GapNames, count: Node, thisMonth: Node, draft: Pick<Draft, "remarks">): Node {
  const answer = gaps.node(gaps.row2(count.value, thisMonth.value), gaps.out.answer, [count, thisMonth]);
  draft.remarks.push(answer);
  return answer;
}

/** The gap between two months; a reading is shown where months of the gap hang on it. */
export function gapBetween(
  { step: steps, fillers }: GapNames,
  facts: Readonly<Record<Filler, MonthsValue | undefined>>,
  lastPaid: Node,
  resumed: Node,
  draft: Pick<Draft, "remarks">,
): Gap {
  const all: MonthSet = lastPaid.value + 1 < resumed.value ? [lastPaid.value + 1, resumed.value - 1] : EMPTY;
  let filled = EMPTY;
  const because: Node[] = [];
  for (const { name, definition, reading, fills } of fillers) {
    const months = facts[name];
    if (months === undefined) continue;
    const inGap = intersectMonths(months.set ?? EMPTY, all);
    if (inGap.length === 0) continue;
    if (fills) {
      filled = uniteMonths(filled, inGap);
      because.push(leaf(definition, months.count), reading);
    } else draft.remarks.push(reading);
  }
  if (because.length === 0) return { count: monthsBetween(steps.gapMonths, lastPaid, resumed), months: all, filled };
  const [first, ...others] = because;
  const filledMonths = told(steps.filledMonths, countMonths(filled), [first!, ...others]);
  const count = difference(steps.gapMonths, monthsBetween(steps.gapUnpaid, lastPaid, resumed), filledMonths);
  return { count, months: subtractMonths(all, filled), filled };
}
