/** The names that counting contribution years uses, the same in every matter of every city that counts them. */
import type { PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { MonthsValue } from "../facts/facts.ts";
import type { Some } from "../formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../node.ts";
import type { ConditionDefinition, RemedyDefinition } from "../result.ts";
import type { ReadingWord, Says } from "../words.ts";
import type { Years } from "./years.ts";

/** The answers about years of any matter that counts them. */
export interface YearsFacts {
  readonly birthDate: PackedDate;
  readonly contributed: MonthsValue;
  readonly transferred?: MonthsValue | undefined;
  readonly service?: MonthsValue | undefined;
  readonly overlapMonths?: number | undefined;
  /** Asked only where service in the forces counts whenever it was. */
  readonly military?: MonthsValue | undefined;
}
export type SomeYearsFacts = Some<YearsFacts>;

/** What the clause requires of one person. */
export interface RequiredYears {
  readonly cumulative: Node;
  readonly local: Node;
}

/** The words that counting years uses: as a matter has them, with what its city says otherwise. */
export interface YearsNames {
  readonly reading: { readonly sameMonth: Node; readonly sameMonthOnce: boolean };
  /** Whether service in the forces counts as deemed whenever it was; `null` = it does not. */
  readonly military: { readonly fact: NodeDefinition; readonly together: DerivedStep } | null;
  readonly fact: Readonly<Record<"contributed" | "transferred" | "service" | "overlapMonths", NodeDefinition>>;
  readonly step: {
    readonly sameMonthTwice: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly transferredCounted: DerivedStep;
    readonly serviceBefore: ToldStep<readonly [Node, Node, ...Node[]]>;
    readonly serviceOverlap: ToldStep<readonly [Node, ...Node[]]>;
    readonly deemed: DerivedStep;
    readonly cumulative: DerivedStep;
    readonly cumulativeShortfall: DerivedStep;
    readonly localShortfall: DerivedStep;
    readonly shortfall: DerivedStep;
  };
  readonly condition: YearsConditions;
  /** `null` where a shortfall is always made up: the matter has conditions of its own that never fail. */
  readonly remedy: {
    readonly moreCumulative: Says<RemedyDefinition, "cumulativeShortfall">;
    readonly moreLocal: Says<RemedyDefinition, "localShortfall">;
    readonly payTopUp: Says<RemedyDefinition, "topUp">;
  } | null;
  readonly coverage: Readonly<Record<"transferred" | "deemed" | "overlap", string>>;
  readonly fault: Readonly<
    Record<
      "bornAfter" | "tooYoung" | "beforeWorkingAge" | "tooManyMonths" | "tooManyOverlaps" | "tooMuchService" | "tooFewOverlaps",
      string
    >
  >;
}

/** The conditions' texts, filled by each city: it names for itself what it requires. */
export interface YearsConditions {
  cumulative(years: Years): ConditionDefinition;
  local(years: Years): ConditionDefinition;
  /** Where a top-up makes enough what was short. */
  cumulativeToppedUp(years: Years): ConditionDefinition;
  localToppedUp(years: Years): ConditionDefinition;
}

/** Of a matter's words, which have most of it as it is. */
export const yearsNames = (
  { fact, step, coverage, fault }: Pick<YearsNames, "fact" | "step" | "coverage" | "fault">,
  sameMonth: ReadingWord<"once" | "twice">,
  own: Pick<YearsNames, "military" | "condition" | "remedy">,
): YearsNames => ({
  fact,
  step,
  coverage,
  fault,
  reading: { sameMonth: sameMonth.node, sameMonthOnce: sameMonth.is.once },
  military: own.military,
  condition: own.condition,
  remedy: own.remedy,
});

/** The conditions of a matter whose city requires what the table `retirement-years` says. */
export interface TableConditions {
  readonly cumulativeYears: Says<ConditionDefinition, "retirement-years.cumulative" | "cumulative">;
  readonly localYears: Says<ConditionDefinition, "retirement-years.local">;
  readonly cumulativeToppedUp: Says<ConditionDefinition, "retirement-years.cumulative" | "cumulative" | "cumulativeShortfall">;
  readonly localToppedUp: Says<ConditionDefinition, "retirement-years.local" | "localShortfall">;
}
export const conditionsByTable = (condition: TableConditions): YearsConditions => ({
  cumulative: ({ required, cumulative }) =>
    condition.cumulativeYears({ "retirement-years.cumulative": required.cumulative, cumulative }),
  local: ({ required }) => condition.localYears({ "retirement-years.local": required.local }),
  cumulativeToppedUp: ({ required, cumulative, cumulativeShortfall }) =>
    condition.cumulativeToppedUp({ "retirement-years.cumulative": required.cumulative, cumulative, cumulativeShortfall }),
  localToppedUp: ({ required, localShortfall }) =>
    condition.localToppedUp({ "retirement-years.local": required.local, localShortfall }),
});
