/**
 * 国办发〔2024〕38号: the waiting period of the resident scheme from 2025-01-01. The numbers stand in the table `national.resident-waiting`.
 * Whether the first missed year counts is read in two ways; both are reckoned, so that the clerk sees what depends on it.
 */
import { packDate, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Bindings } from "../engine/formula.ts";
import { step, type Node, type NodeDefinition } from "../engine/node.ts";

/** Payments from this day on. */
export const NATIONAL_RULE_FROM: PackedDate = packDate(2025, 1, 1);

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

export interface ResidentWaiting {
  /** Months to wait; 0 = none. */
  readonly months: Node;
  /** What the other reading about the first missed year would give; `null` where both give the same. */
  readonly other: Node | null;
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
  /** Whole years without insurance between the last insured year and the one now paid for. */
  missedYears(lastYear: Node, year: Node): Node;
  /** @param partYear the last insured year, where it was insured in part and a reading says whether that is enough */
  missed(lastYear: Node, year: Node, partYear: number | null): Missed;
  /** Months for so many missed years under one reading of the first of them, for whoever looks at the other readings. */
  monthsFor(exempt: number, inPeriod: number, missed: number, repaired: number, firstCounts: boolean): number;
  /**
   * @param exempt newborns and assisted groups (a flag)
   * @param inPeriod paid within the concentrated period (a flag)
   * @param repaired missed years that are paid for now
   */
  waiting(exempt: Node, inPeriod: Node, missed: Node, repaired: Node): ResidentWaiting;
}

/** Years before this one are what the second reading is about. */
const FIRST_YEAR = 2025;

export function bindResidentWaiting(names: Bindings, readings: ResidentReadings): ResidentWaitingRule {
  const table = names.table("national.resident-waiting");
  const fixed = table.output("fixed");
  const perYear = table.output("per-year");
  const perRepaired = table.output("per-repaired");
  const least = table.output("least");
  const bindSteps = (suffix: string) => ({
    counted: names.step(`missedCounted${suffix}`),
    variable: names.step(`variableWait${suffix}`),
    total: names.step(`residentWait${suffix}`),
  });
  const chosenSteps = bindSteps("");
  const otherSteps = bindSteps("Other");
  const fixedOnly = names.step("residentWaitFixed");
  const years = { plain: names.step("missedYears"), since: names.step("missedYearsSince") };
  const { firstYearCounts, earlierYearsCount } = readings;

  const allMissed = (lastYear: number, year: number): number => Math.max(0, year - lastYear - 1);
  const missedYears = (lastYear: Node, year: Node): Node => {
    const all = allMissed(lastYear.value, year.value);
    // only years before the rule are in question
    if (lastYear.value + 1 >= FIRST_YEAR || all === 0) return step(years.plain, all, [lastYear, year]);
    const counted = earlierYearsCount.says ? all : year.value - FIRST_YEAR;
    return step(years.since, counted, [lastYear, year, earlierYearsCount.node]);
  };

  return {
    missedYears,
    missed(lastYear, year, partYear) {
      const most = allMissed(partYear === null ? lastYear.value : partYear - 1, year.value);
      const since = allMissed(partYear ?? lastYear.value, year.value);
      return {
        years: missedYears(lastYear, year),
        least: Math.min(since, year.value - FIRST_YEAR),
        most,
        beforeRule: most > year.value - FIRST_YEAR,
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
      if (table.value(row, perYear) === 0) return { months: step(fixedOnly, fixedPart.value, [fixedPart]), other: null };

      const lowest = output(least);
      const more = output(perYear);
      const less = output(perRepaired);
      const reckon = (steps: Record<"counted" | "variable" | "total", NodeDefinition>, firstCounts: boolean): Node => {
        const counted = step(steps.counted, firstCounts ? missed.value : missed.value - 1, [missed, firstYearCounts.node]);
        const variable = step(steps.variable, Math.max(0, counted.value * more.value - repaired.value * less.value), [
          counted,
          more,
          repaired,
          less,
        ]);
        return step(steps.total, Math.max(fixedPart.value + variable.value, lowest.value), [fixedPart, variable, lowest]);
      };
      const months = reckon(chosenSteps, firstYearCounts.says);
      const other = reckon(otherSteps, !firstYearCounts.says);
      return { months, other: other.value === months.value ? null : other };
    },
  };
}
