/** The words of the inpatient formula, and what follows from them alone. */
import { monthOfDate, monthOfYear, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { Figure } from "../../engine/pack/figures.ts";
import { leaf, nodeDefinition, type Node } from "../../engine/node.ts";
import type { Facts, Words } from "../../generated/dalian/inpatient.ts";

export type StayRecord = Facts["stays"][number];
export type StaySteps = Words["step"];
export type Names = ReturnType<typeof bind>;

/**
 * A limit of the program and none of the law, as the question has it (`max`): each stay has its own steps, titled by its place in
 * date order, made once.
 */
const MOST_STAYS = 30;

export function bind(words: Words) {
  const { fact, figure, option, reading } = words;
  const { grassroots, second, third, top } = option.stays.level;
  const insuranceYear = insuranceYearOf(words);
  const byCalendar = reading.inpatientYear.is.calendar;
  /** By level: the deductible of later stays, by the reading about it. */
  const later: Figure[] = [];
  later[grassroots] = figure.laterDeductibleGrassroots;
  later[second] = figure.laterDeductibleSecond;
  later[third] = figure.laterDeductibleThird;
  later[top] = figure.laterDeductibleTop;
  return {
    ...words,
    stays: Array.from({ length: MOST_STAYS }, (_, index) => numbered(words.step, String(index + 1))),
    basic: basicOf(words),
    layers: words.table.inpatientLayers.by("month"),
    later,
    conflicts: [words.conflict.supplementaryLayer],
    /** Nothing paid before the first stay. */
    nothing: {
      pool: leaf(fact.earlierPool, 0),
      supplementary: leaf(fact.earlierSupplementary, 0),
      burden: leaf(fact.earlierBurden, 0),
      subsidy: leaf(fact.earlierSubsidy, 0),
      base: leaf(fact.earlierBase, 0),
    },
    /** The year to which a day's limits belong, and the one by the other reading. */
    yearOf: byCalendar ? yearOfDate : insuranceYear,
    otherYearOf: byCalendar ? insuranceYear : yearOfDate,
  };
}

/** It is called after the year in which it begins. */
function insuranceYearOf({ table }: Words): (date: PackedDate) => number {
  const years = table.insuranceYear.by("month");
  return (date) => {
    const answer = years.value(years.row1(monthOfYear(monthOfDate(date))), years.out.answer);
    return answer === years.is.answer.own ? yearOfDate(date) : yearOfDate(date) - 1;
  };
}

/** The steps with `#` in their titles filled, so that the explanation says which stay it speaks of. */
function numbered(steps: StaySteps, place: string): StaySteps {
  const filled: Record<string, Node["definition"]> = { ...steps };
  for (const [id, step] of Object.entries(steps)) {
    if (step.title.includes("#"))
      filled[id] = nodeDefinition({ ...step, key: `${step.key}.${place}`, title: step.title.replace("#", place) });
  }
  return filled as unknown as StaySteps;
}

/** Deductible and ratio. In service the age does not count, so that the nodes by level are made once. */
function basicOf({ table: { inpatientBasic }, field, leaf: leaves, option }: Words) {
  const table = inpatientBasic.by("capacity", "age", "level");
  const { inService } = option.capacity;
  const levels = Object.values(option.stays.level).map((level) => leaf(field.stays.level, level));
  return {
    table,
    levels,
    inService: levels.map((level) => {
      const row = table.row([inService, 0, level.value]);
      const inputs = [leaves.capacity[inService]!, level];
      return { deductible: table.node(row, table.out.deductible, inputs), ratio: table.node(row, table.out.ratio, inputs) };
    }),
  };
}
