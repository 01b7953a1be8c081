/** What the months of a gap cost (DL-02), whoever asks: each at its own month's premium or, by the reading, all at that of the month of payment. */
import type { Month } from "../../../src-shared/domain/calendar.ts";
import type { Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { FigureMissing } from "../engine/result.ts";
import type { Gap } from "./gap.ts";
import type { OldPremiumNames } from "./premium.ts";

export function bindGapPrice(names: Bindings) {
  const standard = names.reading("dalian.gap-month-standard");
  return {
    standard: standard.node,
    ownMonth: standard.is("own-month"),
    step: { total: names.step("backPayment"), month: names.step("premiumMonth") },
  };
}

export interface GapPrice {
  /** `null` where a figure is missing. */
  readonly total: Node | null;
  readonly months: readonly { readonly of: Node; readonly premium: Node }[];
}

export function gapPrice(
  names: ReturnType<typeof bindGapPrice>,
  premium: OldPremiumNames,
  gap: Gap,
  resumed: Month,
  missing: FigureMissing[],
): GapPrice {
  const lackedBefore = missing.length;
  const months: { of: Node; premium: Node }[] = [];
  for (let i = 0; i < gap.months.length; i += 2) {
    for (let month = gap.months[i]!; month <= gap.months[i + 1]!; month++) {
      const found = premium.of(month, missing, names.ownMonth ? month : resumed);
      if (found !== null) months.push({ of: leaf(names.step.month, month), premium: found.total });
    }
  }
  if (missing.length > lackedBefore) return { total: null, months: [] };
  const fen = months.reduce((sum, each) => sum + each.premium.value, 0);
  return { total: step(names.step.total, fen, [...months.map((each) => each.premium), names.standard]), months };
}
