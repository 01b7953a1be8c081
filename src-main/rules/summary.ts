/** What a decision comes to in names and numbers, for many people at once: nothing is written down, no text is filled. */
import type { Outcome } from "../../src-shared/domain/decision.ts";
import type { Fen } from "../../src-shared/domain/money.ts";
import { formatDate } from "../../src-shared/domain/calendar.ts";
import type { OptionFound, Result } from "./engine/result.ts";
import { dateValue } from "./engine/write-down.ts";

interface Terms {
  /** To be paid, by amount. */
  readonly due: Readonly<Record<string, Fen>>;
  /** `YYYY-MM` or `YYYY-MM-DD`, by date. */
  readonly dates: Readonly<Record<string, string>>;
}

export interface Summary extends Terms {
  readonly outcome: Outcome;
  /** Conditions that are not met. */
  readonly failed: readonly string[];
  /** Ways put side by side, where there are some. */
  readonly ways?: Readonly<Record<string, Terms>>;
  /** Figures that nobody has, each with the day for which it lacks. */
  readonly missing?: readonly (readonly [figure: string, date: string])[];
}

function termsOf({ amounts, dates }: Pick<OptionFound, "amounts" | "dates">): Terms {
  const due: Record<string, Fen> = {};
  for (const { definition, role, node } of amounts)
    if (role === "due") due[definition.id] = (due[definition.id] ?? 0) + node.value;
  const on: Record<string, string> = {};
  for (const { definition, node } of dates) on[definition.id] = dateValue(node);
  return { due, dates: on };
}

export function summarize(result: Result): Summary {
  const { due, dates } = termsOf(result);
  const failed: string[] = [];
  for (const { definition, met } of result.conditions) if (met === false) failed.push(definition.id);
  const summary: Summary = { outcome: result.outcome, due, dates, failed };
  const { options, missing } = result;
  if (options.length === 0 && missing.length === 0) return summary;
  return {
    ...summary,
    ...(options.length > 0 && { ways: Object.fromEntries(options.map((way) => [way.title.id, termsOf(way)])) }),
    ...(missing.length > 0 && { missing: missing.map(({ figure, date }) => [figure.id, formatDate(date)] as const) }),
  };
}
