/**
 * What all historic matters share: the question for the past month, the months for which the old rule may be looked up,
 * and the warning that press and forum posts are its only sources. Nothing found here is ever due: amounts are information.
 */
import { firstDayOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { Conflict, Material, Notice } from "../../../../src-shared/domain/decision.ts";
import { addCondition, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import type { Bindings, Fault } from "../../engine/formula.ts";
import { leaf, Node, NO_INPUTS, step } from "../../engine/node.ts";
import type { ConditionDefinition, NextFound, RemedyDefinition, Result, Template } from "../../engine/result.ts";
import type { DecisionTable } from "../../engine/table.ts";
import { UnboundName } from "../../engine/unbound-name.ts";

export interface PastMonth {
  readonly draft: Draft;
  readonly period: Node;
  /** First day of the month: figures are looked up by it. */
  readonly date: number;
  readonly within: boolean;
}

/** The words that end up in a result; the draft holds the rest. */
export interface Ending {
  readonly outcome: Result["outcome"];
  readonly headline: Template;
  readonly materials?: readonly Material[];
  /** Where this result contradicts more sources than the matter as a whole. */
  readonly conflicts?: readonly Conflict[];
}

/** The position of a value in a table's input; a value that the table does not know stops the pack from loading. */
function position(table: DecisionTable, input: number, value: string): number {
  const found = table.inputs[input]!.domain.literal(value);
  if (found === undefined) throw new UnboundName(`table ${table.id} has no input value "${value}"`);
  return found;
}

/** The month asked about lies in the past; every historic matter asks for it under this name. */
const bindMonth = (names: Bindings) => ({
  definition: names.fact("period"),
  inFuture: [{ fact: "period", text: names.fault("periodInFuture") }] as readonly Fault[],
});

function bindEnding(names: Bindings, conflicts: readonly string[], next: readonly NextFound[]) {
  const place = names.place("then");
  const timeLimit = names.timeLimit("none");
  const found = conflicts.map((id) => names.conflict(id));
  return (draft: Draft, { outcome, headline, materials = NONE, conflicts: all = found }: Ending): Result => ({
    outcome,
    headline,
    place,
    timeLimit,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials,
    notices: draft.notices,
    sections: draft.sections,
    next,
    conflicts: all,
    missing: draft.missing,
    remarks: draft.remarks,
  });
}

export interface PastMatter {
  /** A month that has not come yet contradicts the date of processing. */
  future(period: Month, asOf: AsOf): readonly Fault[];
  /** Whether the old rule may be looked up for the month. */
  covers(period: Month): boolean;
  open(period: Month): PastMonth;
  end(draft: Draft, ending: Ending): Result;
}

/** A matter that follows one rule through all its months and needs no bounds but those of its figures. */
export function bindPastMonth(
  names: Bindings,
  conflicts: readonly string[],
  notices: (period: Month) => readonly Notice[],
): PastMatter {
  const month = bindMonth(names);
  return {
    future: (period, asOf) => (period > asOf.month ? month.inFuture : NONE),
    covers: () => true,
    open(period) {
      const draft = newDraft();
      draft.notices.push(...notices(period));
      return { draft, period: leaf(month.definition, period), date: firstDayOf(period), within: true };
    },
    end: bindEnding(names, conflicts, NONE),
  };
}

/**
 * A matter whose old rule may be looked up for the months that the table `dalian.historic-periods` gives.
 * @param rule the matter's name in that table
 * @param followedUp whether a current matter of the city has taken its place; the YAML names it under `next`
 */
export function bindHistoric(names: Bindings, rule: string, conflicts: readonly string[], followedUp: boolean): PastMatter {
  const month = bindMonth(names);
  const bounds = bindBounds(names, rule);
  const condition = names.condition("withinPeriod");
  const remedy = names.remedy("current");
  const within = names.step("historicPeriod");
  const notices = [names.notice("standing"), names.notice("current")];
  const covers = (period: Month): boolean => bounds.from.value <= period && period <= bounds.toFor(period).value;
  return {
    future: (period, asOf) => (period > asOf.month ? month.inFuture : NONE),
    covers,
    open(period) {
      const draft = newDraft();
      draft.notices.push(...notices);
      const node = leaf(month.definition, period);
      const to = bounds.toFor(period);
      const inside = covers(period);
      addCondition(draft, condition, inside, step(within, inside ? 1 : 0, [node, bounds.from, to]), remedy, null);
      return { draft, period: node, date: firstDayOf(period), within: inside };
    },
    end: bindEnding(names, conflicts, followedUp ? [names.next("now")] : NONE),
  };
}

/** First and last month; the reading stands under the last one only for months that it decides. */
function bindBounds(names: Bindings, rule: string) {
  const table = names.table("dalian.historic-periods");
  const undated = names.reading("dalian.historic-undated");
  const matter = position(table, 0, rule);
  const rowOf = (option: string): number => table.row2(matter, position(table, 1, option));
  const row = rowOf(undated.chosen);
  const last = table.output("to");
  const ends = undated.options.map(({ id }) => table.value(rowOf(id), last));
  const certain = Math.min(...ends);
  const possible = Math.max(...ends);
  const to = table.node(row, last, NO_INPUTS);
  const toAsRead = table.node(row, last, [undated.node]);
  return {
    from: table.node(row, table.output("from"), NO_INPUTS),
    toFor: (period: Month): Node => (certain < period && period <= possible ? toAsRead : to),
  };
}

/** Whether a month and an area already followed the common standard; before that the outer districts had rules of their own. */
export function bindPooling(names: Bindings, reading: string) {
  const table = names.table("dalian.historic-pooling");
  const pooled = table.output("pooled");
  const inner = position(table, 1, "inner");
  const outer = position(table, 1, "outer");
  const read = names.reading(reading);
  const asCity = read.is("as-city");
  const definition = names.step("historicOuterAsCity");
  const condition: ConditionDefinition = names.condition("pooled");
  const remedy: RemedyDefinition = names.remedy("askDistrict");
  const area = names.leaves("area");
  return {
    outer,
    /** Before the pooling the area decides. */
    areaMatters: (period: Month): boolean =>
      table.value(table.row2(period, inner), pooled) !== table.value(table.row2(period, outer), pooled),
    /** `false` when nobody knows the rule of that area; the condition says so. */
    known(draft: Draft, period: Node, areaOption: number): boolean {
      const node = table.node(table.row2(period.value, areaOption), pooled, [period, area[areaOption]!]);
      const met = node.value === 1;
      const found = met ? node : step(definition, asCity ? 1 : 0, [node, read.node]);
      addCondition(draft, condition, met || asCity, found, remedy, null);
      return met || asCity;
    },
  };
}
