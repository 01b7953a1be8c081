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
import type { MonthsValue } from "../engine/facts.ts";
import type { Bindings } from "../engine/formula.ts";
import type { CoverRule, WalkTitles } from "../engine/history/walk.ts";
import { leaf, step, type Node } from "../engine/node.ts";

/** Asked where a gap is looked at; both may stay open. */
export const gapSpec = { residentMonths: "months?", elsewhereMonths: "months?" } as const;
interface GapFillers {
  readonly residentMonths?: MonthsValue | undefined;
  readonly elsewhereMonths?: MonthsValue | undefined;
}

/** 一(二): cover goes on in the first unpaid month and is back in the month after payment resumed. */
export const COVER_RULE: CoverRule = { goesOn: 1, resumes: 1 };

export const walkTitles = (names: Bindings): WalkTitles => ({
  paid: names.coverage("paid"),
  goesOn: names.coverage("grace"),
  gap: names.coverage("notCovered"),
  resumed: names.coverage("resumedWaiting"),
  madeGood: names.coverage("madeGood"),
});

export interface Gap {
  /** What the table says of it. */
  readonly count: Node;
  /** The unpaid months. */
  readonly months: MonthSet;
  /** Months that count as if paid. */
  readonly filled: MonthSet;
}

export type GapNames = ReturnType<typeof bindGap>;

export function bindGap(names: Bindings) {
  const table = names.table("dalian.gap");
  const answer = table.output("answer");
  const resident = names.reading("dalian.resident-fills-gap");
  const elsewhere = names.reading("dalian.elsewhere-stops-gap");
  return {
    table,
    answer,
    is: {
      noGap: table.choice(answer, "no-gap"),
      allowed: table.choice(answer, "allowed"),
      tooLate: table.choice(answer, "too-late"),
      tooLong: table.choice(answer, "too-long"),
    },
    step: {
      gapMonths: names.step("gapMonths"),
      unpaid: names.step("gapUnpaid"),
      filled: names.step("filledMonths"),
      lessFilled: names.step("gapLessFilled"),
    },
    fillers: [
      { fact: "residentMonths", definition: names.fact("residentMonths"), reading: resident.node, fills: resident.is("fills") },
      {
        fact: "elsewhereMonths",
        definition: names.fact("elsewhereMonths"),
        reading: elsewhere.node,
        fills: elsewhere.is("stops"),
      },
    ] as const,
  };
}

/** The gap between two months; a reading is shown where months of the gap hang on it. */
export function gapBetween(
  names: GapNames,
  facts: GapFillers,
  lastPaid: Node,
  resumed: Node,
  draft: Pick<Draft, "remarks">,
): Gap {
  const all: MonthSet = lastPaid.value + 1 < resumed.value ? [lastPaid.value + 1, resumed.value - 1] : EMPTY;
  let filled = EMPTY;
  const because: Node[] = [];
  for (const { fact, definition, reading, fills } of names.fillers) {
    const told = facts[fact];
    if (told === undefined) continue;
    const inGap = intersectMonths(told.set ?? EMPTY, all);
    if (inGap.length === 0) continue;
    if (fills) {
      filled = uniteMonths(filled, inGap);
      because.push(leaf(definition, told.count), reading);
    } else draft.remarks.push(reading);
  }
  const unpaid = countMonths(all);
  if (filled.length === 0) return { count: step(names.step.gapMonths, unpaid, [lastPaid, resumed]), months: all, filled };
  const months = step(names.step.filled, countMonths(filled), because);
  const gross = step(names.step.unpaid, unpaid, [lastPaid, resumed]);
  const left = step(names.step.lessFilled, unpaid - months.value, [gross, months]);
  return { count: left, months: subtractMonths(all, filled), filled };
}
