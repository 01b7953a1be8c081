/**
 * What all historic matters share: the question for the past month, the months for which the old rule may be looked up,
 * and the warning that press and forum posts are its only sources. Nothing found here is ever due: amounts are information.
 */
import { firstDayOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { Conflict } from "../../../../src-shared/domain/decision.ts";
import type { Checklist } from "../../engine/checklist.ts";
import { addCondition, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, NO_INPUTS, told, type Node, type NodeDefinition } from "../../engine/node.ts";
import { isWithin } from "../../engine/operations.ts";
import type { ConditionDefinition, NextFound, NoticeFound, RemedyDefinition, Result, Template } from "../../engine/result.ts";
import type { ReadingWord, Says } from "../../engine/words.ts";
import type * as City from "../../generated/dalian/data.ts";

/** The words of every historic matter. */
interface PastWords {
  readonly fact: { readonly period: NodeDefinition };
  readonly fault: { readonly periodInFuture: string };
  readonly notice: { readonly standing: NoticeFound; readonly current: NoticeFound };
  readonly place: { readonly then: Template };
  readonly timeLimit: { readonly none: Template };
}
/** Of one whose old rule may be looked up for the months that the table `dalian.historic-periods` gives. */
type BoundedWords = PastWords &
  City.Historic & {
    readonly condition: {
      readonly withinPeriod: Says<ConditionDefinition, "period" | "historic-periods.from" | "historic-periods.to">;
    };
    readonly remedy: { readonly current: RemedyDefinition };
  };
type Bounded = BoundedWords & { readonly past: Past };

/** A month that has not come yet contradicts the date of processing. */
export const inFuture = ({ fault }: PastWords, period: Month, asOf: AsOf): readonly Fault[] =>
  period > asOf.month ? [{ fact: "period", text: fault.periodInFuture }] : NONE;

/** The result: no historic matter has a place or a time limit. */
export const end = (
  { place, timeLimit }: Pick<PastWords, "place" | "timeLimit">,
  draft: Draft,
  outcome: Result["outcome"],
  headline: Template,
): Result => finish(draft, outcome, headline, place.then, timeLimit.none);

/** What follows from the rule alone. The reading stands under the last month only for months that it decides. */
interface Past {
  readonly from: Node;
  readonly to: Node;
  readonly toAsRead: Node;
  /** Last months that all options of the reading, and that any of them, take. */
  readonly certain: Month;
  readonly possible: Month;
  readonly conflicts: readonly Conflict[];
  readonly next: readonly NextFound[];
}

/**
 * @param matter the matter's value in the table `dalian.historic-periods`
 * @param next the current matter of the city that has taken its place
 */
export function withPast<Words extends BoundedWords>(
  words: Words,
  matter: number,
  conflicts: readonly Conflict[] = NONE,
  next: readonly NextFound[] = NONE,
): Words & { readonly past: Past } {
  const table = words.table.historicPeriods.by("matter", "undated");
  const { undated } = words.table.historicPeriods.in;
  const { node, chosen, options } = words.reading.historicUndated;
  const row = table.row2(matter, undated[chosen]);
  const { from, to } = table.out;
  const ends = options.map((option) => table.value(table.row2(matter, undated[option]), to));
  const past: Past = {
    from: table.node(row, from, NO_INPUTS),
    to: table.node(row, to, NO_INPUTS),
    toAsRead: table.node(row, to, [node]),
    certain: Math.min(...ends),
    possible: Math.max(...ends),
    conflicts,
    next,
  };
  return { ...words, past };
}

/** Whether the old rule may be looked up for the month. */
export const covers = ({ past }: Bounded, period: Month): boolean => past.from.value <= period && period <= past.to.value;

export interface PastMonth {
  readonly draft: Draft;
  readonly period: Node;
  /** First day of the month: figures are looked up by it. */
  readonly date: number;
  readonly within: boolean;
}

export function openMonth({ past, fact, step, condition, remedy, notice }: Bounded, month: Month): PastMonth {
  const draft = newDraft();
  draft.notices.push(notice.standing, notice.current);
  draft.conflicts = past.conflicts;
  draft.next = past.next;
  const period = leaf(fact.period, month);
  const { from } = past;
  const to = past.certain < month && month <= past.possible ? past.toAsRead : past.to;
  const inside = isWithin(step.historicPeriod, period, from, to);
  const within = inside.value === 1;
  const said = { period, "historic-periods.from": from, "historic-periods.to": to };
  addCondition(draft, condition.withinPeriod(said), within, inside, remedy.current, null);
  return { draft, period, date: firstDayOf(month), within };
}

/** Of a matter that is nothing but its checklist: the flag `within` tells it whether the old rule may be looked up. */
type Listed = Bounded & { readonly list: Checklist<"period"> };
interface MonthAsked {
  readonly period: Month;
}

export const listed = {
  derive: (names: Listed, { period }: { readonly period?: Month | undefined }) => ({
    within: period !== undefined && covers(names, period),
  }),
  check: (names: Listed, { period }: MonthAsked, asOf: AsOf): readonly Fault[] => inFuture(names, period, asOf),
  evaluate(names: Listed, facts: MonthAsked): Result {
    const { draft, within, period } = openMonth(names, facts.period);
    return names.list.judge(facts, { within }, draft, within ? undefined : "refused", { period });
  },
};

/** Of one that asks for the area. */
type AreaWords = City.HistoricArea & {
  readonly leaf: { readonly area: readonly Node[] };
  readonly condition: { readonly pooled: Says<ConditionDefinition, "historic-pooling.month.lowest"> };
  readonly remedy: { readonly askDistrict: RemedyDefinition };
};

/** Before the pooling the outer districts had rules of their own; `reading` says whether the city's are taken for them. */
export function poolingOf({ table: { historicPooling } }: AreaWords, reading: ReadingWord<"asCity" | "notKnown">) {
  const table = historicPooling.by("month", "area");
  const { inner, outer } = historicPooling.in.area;
  return { table, inner, outer, reading, from: table.bound("month", table.row2(Infinity, inner), "lowest", "month") };
}
type Pooling = ReturnType<typeof poolingOf>;

/** Before the pooling the area decides. */
export const areaMatters = ({ pooling }: { readonly pooling: Pooling }, period: Month | undefined): boolean =>
  period !== undefined && period < pooling.from.value;

/** `false` when nobody knows the rule of that area; the condition says so. */
export function isKnown(names: AreaWords & { readonly pooling: Pooling }, draft: Draft, period: Node, area: number): boolean {
  const { table, reading, from } = names.pooling;
  const pooled = table.node(table.row2(period.value, area), table.out.pooled, [period, names.leaf.area[area]!]);
  const { local, asCity } = names.value.historicOuterAsCity;
  const node =
    pooled.value === table.is.pooled.city
      ? pooled
      : told(names.step.historicOuterAsCity, reading.is.asCity ? asCity : local, [pooled, reading.node]);
  const known = node === pooled || reading.is.asCity;
  addCondition(
    draft,
    names.condition.pooled({ "historic-pooling.month.lowest": from }),
    known,
    node,
    names.remedy.askDistrict,
    null,
  );
  return known;
}
