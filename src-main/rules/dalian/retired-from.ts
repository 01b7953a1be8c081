/** From which month retiree treatment, at retirement (DL-05, DL-06) and at 退职 (DL-07), and what holds until then. */
import type { Month } from "../../../src-shared/domain/calendar.ts";
import { cover, coverFrom, type Draft } from "../engine/draft.ts";
import { told, type DerivedStep, type Node, type ToldStep } from "../engine/node.ts";
import { previousMonth } from "../engine/operations.ts";
import type { DateDefinition } from "../engine/result.ts";
import type { Readings } from "../generated/dalian/data.ts";

interface PaidUpWords {
  readonly reading: Pick<Readings, "noShortfallStart">;
  readonly step: {
    readonly afterTopUp: ToldStep<readonly [Node, ...Node[]]>;
    readonly afterProcessing: ToldStep<readonly [Node, Node, ...Node[]]>;
  };
}

/**
 * Where no age has to be waited for: the month after a top-up; with enough years by the month of processing.
 * @param late the reading about coming after the month of the formalities, where that is so
 * @param since the month of the formalities, where by that reading enough years count from there
 */
export function paidUpFrom(
  { step: steps, reading: { noShortfallStart } }: PaidUpWords,
  processing: Node,
  shortfall: Node,
  topsUp: boolean,
  late: Node | null,
  since: Node | null,
): Node {
  if (topsUp) {
    const month = processing.value + 1;
    return late === null
      ? told(steps.afterTopUp, month, [processing, shortfall])
      : told(steps.afterTopUp, month, [processing, shortfall, late]);
  }
  if (late !== null && since !== null) return told(steps.afterProcessing, since.value + 1, [since, late, shortfall]);
  const { is, node } = noShortfallStart;
  const month = processing.value + (is.nextMonth ? 1 : 0);
  return late === null
    ? told(steps.afterProcessing, month, [processing, node, shortfall])
    : told(steps.afterProcessing, month, [processing, node, shortfall, late]);
}

interface RetiredWords {
  readonly step: { readonly inServiceUntil: DerivedStep };
  readonly date: Readonly<Record<"retiredFrom" | "inServiceUntil", DateDefinition>>;
  readonly coverage: Readonly<Record<"inService" | "retired", string>>;
}

/** @param inServiceFrom `null` where nothing is said of the time before */
export function tellRetired(words: RetiredWords, from: Node, inServiceFrom: Month | null, draft: Draft): void {
  const { step: steps, date, coverage } = words;
  draft.dates.push({ definition: date.retiredFrom, node: from });
  if (inServiceFrom !== null && inServiceFrom < from.value) {
    draft.dates.push({ definition: date.inServiceUntil, node: previousMonth(steps.inServiceUntil, from) });
    cover(draft, "in-service", coverage.inService, [inServiceFrom, from.value - 1]);
  }
  coverFrom(draft, "retired", coverage.retired, from.value);
}
