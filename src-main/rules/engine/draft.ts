/** A result in the making: formulas add to it, and `finish` makes it the result. */
import type { CoverageStatus } from "../../../src-shared/domain/decision.ts";
import { monthOfDate, type Month, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { MonthSet } from "../../../src-shared/domain/periods.ts";
import type { Figure } from "./pack/figures.ts";
import type { Node, NodeDefinition } from "./node.ts";
import type { ConditionDefinition, CoverageFound, OptionFound, RemedyDefinition, Result, Template } from "./result.ts";

/** What is added to bit by bit; the rest is said once. */
type Added = "conditions" | "amounts" | "dates" | "coverage" | "notices" | "sections" | "missing" | "remarks" | "assumed";
type Open<List> = List extends readonly (infer Item)[] ? Item[] : never;
export type Draft = { -readonly [Part in keyof Result]-?: Part extends Added ? Open<Result[Part]> : Result[Part] };

export const NONE: readonly never[] = [];

/** What stands in a draft until it is finished. */
const UNSAID: Template = { id: "", text: "" };

export const newDraft = (): Draft => ({
  outcome: "guidance",
  standing: undefined,
  headline: UNSAID,
  place: UNSAID,
  timeLimit: UNSAID,
  conditions: [],
  amounts: [],
  dates: [],
  coverage: [],
  options: NONE,
  materials: NONE,
  notices: [],
  sections: [],
  next: NONE,
  conflicts: NONE,
  missing: [],
  remarks: [],
  assumed: [],
  values: undefined,
});

/** The draft as the result: no copy is made. */
export function finish(
  draft: Draft,
  outcome: Result["outcome"],
  headline: Template,
  place: Template,
  timeLimit: Template,
): Result {
  draft.outcome = outcome;
  draft.headline = headline;
  draft.place = place;
  draft.timeLimit = timeLimit;
  return draft;
}

/** All of a list behind what is there: spread into `push` it would be copied first. */
export function addAll<Item>(list: Item[], found: readonly Item[]): void {
  for (let i = 0; i < found.length; i++) list.push(found[i]!);
}

/** One of the ways put side by side, with what it comes to. */
export const asOption = (
  { title, text }: Pick<OptionFound, "title" | "text">,
  { amounts, dates, coverage }: Omit<OptionFound, "title" | "text">,
): OptionFound => ({ title, text, amounts, dates, coverage });

/** What is painted apart from the decision's own strip. */
export const newStrip = (): { readonly coverage: CoverageFound[] } => ({ coverage: [] });

/** A condition with one remedy, which need not be worded where the condition is met. `carrying` holds its date or amount. */
export function addCondition(
  draft: Draft,
  definition: ConditionDefinition,
  met: boolean,
  node: Node,
  remedy: RemedyDefinition | null,
  carrying: Node | null,
): void {
  draft.conditions.push({
    definition,
    met,
    node,
    remedies: met || remedy === null ? NONE : [{ definition: remedy, node: carrying }],
  });
}

/** A condition that could not be checked because the question is open. */
export function addUnknown(draft: Pick<Draft, "conditions">, definition: ConditionDefinition, lacking: NodeDefinition): void {
  draft.conditions.push({ definition, met: null, node: null, remedies: NONE, lacking });
}

/** Whether a condition failed; one that could not be checked did not. */
export function anyFailed({ conditions }: Pick<Draft, "conditions">): boolean {
  for (const condition of conditions) if (condition.met === false) return true;
  return false;
}

/** An open question that is counted as if it were answered with the node's value. */
export function assumeAnswer(draft: Pick<Draft, "assumed">, fact: NodeDefinition, node: Node): void {
  draft.assumed.push({ fact, node });
}

/** The figure in force on a date; a missing one is listed. */
export function figureAt(figure: Figure, date: number, draft: Pick<Draft, "missing">): Node | null {
  const found = figure.at(date);
  if (found === null) draft.missing.push({ figure, date });
  return found;
}

/** Months of one status on the strip. */
export function cover(draft: Pick<Draft, "coverage">, status: CoverageStatus, title: string, months: MonthSet): void {
  if (months.length > 0) draft.coverage.push({ status, title, months, from: 0 });
}

/** A status from a month on, with an open end. */
export function coverFrom(draft: Pick<Draft, "coverage">, status: CoverageStatus, title: string, from: Month): void {
  draft.coverage.push({ status, title, months: null, from });
}

/** A status from one day to another, both included; `to: null` = open end. Nothing when it would end before it begins. */
export function coverDays(
  draft: Pick<Draft, "coverage">,
  status: CoverageStatus,
  title: string,
  from: PackedDate,
  to: PackedDate | null,
): void {
  if (to === null || from <= to) draft.coverage.push({ status, title, months: null, from: monthOfDate(from), days: [from, to] });
}
