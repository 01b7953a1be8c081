/**
 * 国办发〔2024〕38号: the waiting period of the resident scheme from 2025-01-01. The numbers stand in the table `national.resident-waiting`.
 * Whether the first missed year counts is read in two ways; a city may have both reckoned, so that the clerk sees what depends on it.
 */
import { firstDayOf, yearOfMonth, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { Node, told, type DerivedStep } from "../engine/node.ts";
import { lessRepaired, operation, plusAtLeast, same, yearsMissed } from "../engine/operations.ts";
import type { ResidentWaiting as Words, Tables } from "../generated/national/data.ts";

/** When the rule begins: for payments from that month on, and what years count in it. */
export interface RuleStart {
  readonly month: Node;
  readonly day: PackedDate;
  readonly year: number;
}

export function ruleStart({ table: tables }: { readonly table: Pick<Tables, "residentRule"> }): RuleStart {
  const table = tables.residentRule.by("paid");
  // the law that came last
  const month = table.bound("paid", table.row1(Number.MAX_SAFE_INTEGER), "lowest", "month");
  return { month, day: firstDayOf(month.value), year: yearOfMonth(month.value) };
}

/** A reading of the city, bound: its node and what it says. */
export interface ChosenReading {
  readonly node: Node;
  readonly says: boolean;
}

export interface ResidentReadings {
  /** Does the first of several missed years lengthen the wait? */
  readonly firstYearCounts: ChosenReading;
  /** Do years before the rule's first year count as missed? */
  readonly earlierYearsCount: ChosenReading;
}

/** Years missed, and the fewest and the most that the readings make of them. */
export interface Missed {
  readonly years: Node;
  readonly least: number;
  readonly most: number;
  /** Whether years before the rule are among them. */
  readonly beforeRule: boolean;
  /** Whether the last insured year was insured in part only. */
  readonly partYear: boolean;
}

export interface ResidentWaitingRule {
  readonly start: RuleStart;
  /** Whole years without insurance between the last insured year and the one now paid for. */
  missedYears(lastYear: Node, year: Node): Node;
  /** @param partYear the last insured year, where it was insured in part and a reading says whether that is enough */
  missed(lastYear: Node, year: Node, partYear: number | null): Missed;
  /** Months for so many missed years under one reading of the first of them, for whoever looks at the other readings. */
  monthsFor(exempt: number, inPeriod: number, missed: number, repaired: number, firstCounts: boolean): number;
  /**
   * Months to wait; 0 = none.
   * @param exempt newborns and assisted groups (a flag)
   * @param inPeriod paid within the concentrated period (a flag)
   * @param repaired missed years that are paid for now
   */
  waiting(exempt: Node, inPeriod: Node, missed: Node, repaired: Node): Node;
  /** What the other reading about the first missed year would give instead, in steps of its own; `null` where both give the same. */
  byOther(months: Node, steps: WaitSteps): Node | null;
}

/** Steps of the wait by one reading of the first missed year. */
export interface WaitSteps {
  readonly counted: DerivedStep;
  readonly variable: DerivedStep;
  readonly total: DerivedStep;
}

const FIRST_AS_READ = operation("first-as-read", "{0}，首年按解释口径");
const FIRST_AS_READ_ELSE = operation("first-as-read-else", "{0}，首年按另一种口径");

type WaitParts = readonly [missed: Node, more: Node, repaired: Node, less: Node];

export function residentWaiting(words: Words, { firstYearCounts, earlierYearsCount }: ResidentReadings): ResidentWaitingRule {
  const { table: tables, step: steps } = words;
  const start = ruleStart(words);
  const table = tables.residentWaiting.by("exempt", "inPeriod", "missed");
  const { fixed, perYear, perRepaired, least } = table.out;
  const chosen: WaitSteps = { counted: steps.missedCounted, variable: steps.variableWait, total: steps.residentWait };

  const allMissed = (lastYear: number, year: number): number => Math.max(0, year - lastYear - 1);
  const missedYears = (lastYear: Node, year: Node): Node => {
    const all = allMissed(lastYear.value, year.value);
    // only years before the rule are what the second reading is about
    if (lastYear.value + 1 >= start.year || all === 0) return yearsMissed(steps.missedYears, lastYear, year);
    const counted = earlierYearsCount.says ? all : year.value - start.year;
    return told(steps.missedYearsSince, counted, [lastYear, year, earlierYearsCount.node]);
  };
  const reckon = (by: WaitSteps, firstCounts: boolean, fixedPart: Node, parts: WaitParts, lowest: Node): Node => {
    const [missed, more, repaired, less] = parts;
    const years = firstCounts ? missed.value : missed.value - 1;
    const as = by === chosen ? FIRST_AS_READ : FIRST_AS_READ_ELSE;
    const counted = new Node(by.counted, years, 1, [missed, firstYearCounts.node], as);
    return plusAtLeast(by.total, fixedPart, lessRepaired(by.variable, counted, more, repaired, less), lowest);
  };

  return {
    start,
    missedYears,
    missed(lastYear, year, partYear) {
      const most = allMissed(partYear === null ? lastYear.value : partYear - 1, year.value);
      const since = allMissed(partYear ?? lastYear.value, year.value);
      return {
        years: missedYears(lastYear, year),
        least: Math.min(since, year.value - start.year),
        most,
        beforeRule: most > year.value - start.year,
        partYear: partYear !== null,
      };
    },
    monthsFor(exempt, inPeriod, missed, repaired, firstCounts) {
      const row = table.row([exempt, inPeriod, missed]);
      const counted = firstCounts ? missed : missed - 1;
      const variable = Math.max(0, counted * table.value(row, perYear) - repaired * table.value(row, perRepaired));
      return Math.max(table.value(row, fixed) + variable, table.value(row, least));
    },
    waiting(exempt, inPeriod, missed, repaired) {
      const row = table.row([exempt.value, inPeriod.value, missed.value]);
      const because = [exempt, inPeriod, missed];
      const output = (index: number): Node => table.node(row, index, because);
      const fixedPart = output(fixed);
      if (table.value(row, perYear) === 0) return same(steps.residentWaitFixed, fixedPart);
      const lowest = output(least);
      const parts = [missed, output(perYear), repaired, output(perRepaired)] as const;
      return reckon(chosen, firstYearCounts.says, fixedPart, parts, lowest);
    },
    byOther(months, by) {
      // the same parts: the steps that the one chosen rests on
      const [fixedPart, variable, lowest] = months.inputs;
      if (variable === undefined) return null;
      const [counted, more, repaired, less] = variable.inputs;
      const parts = [counted!.inputs[0]!, more!, repaired!, less!] as const;
      const other = reckon(by, !firstYearCounts.says, fixedPart!, parts, lowest!);
      return other.value === months.value ? null : other;
    },
  };
}
