/** What the months of a gap cost (DL-02), whoever asks: each at its own month's premium or, by the reading, all at that of the month of payment. */
import type { Month } from "../../../src-shared/domain/calendar.ts";
import type { Draft } from "../engine/draft.ts";
import { leaf, type Node } from "../engine/node.ts";
import { sum } from "../engine/operations.ts";
import type { GapPrice as Words } from "../generated/dalian/data.ts";
import type { Gap } from "./gap.ts";
import { premiumOf, type PremiumNames } from "./premium.ts";

export interface GapPrice {
  readonly total: Node;
  readonly months: readonly { readonly of: Node; readonly premium: Node }[];
}

/** `null` where a figure is missing; it is then listed. */
export function gapPrice(names: Words & PremiumNames, gap: Gap, resumed: Month, draft: Pick<Draft, "missing">): GapPrice | null {
  const { step: steps } = names;
  const { is, node } = names.reading.gapMonthStandard;
  const lackedBefore = draft.missing.length;
  const months: { of: Node; premium: Node }[] = [];
  for (let i = 0; i < gap.months.length; i += 2)
    for (let month = gap.months[i]!; month <= gap.months[i + 1]!; month++) {
      const found = premiumOf(names, month, draft, is.ownMonth ? month : resumed);
      if (found !== null) months.push({ of: leaf(steps.premiumMonth, month), premium: found.total });
    }
  if (draft.missing.length > lackedBefore) return null;
  return { total: sum(steps.backPayment, [...months.map(({ premium }) => premium), node]), months };
}
