/** The names that counting contribution years uses, the same in every matter of every city that counts them. */
import type { Facts, MonthsValue, SomeFacts } from "../facts.ts";
import type { Bindings } from "../formula.ts";
import type { DerivedStep, Node, NodeDefinition, ToldStep } from "../node.ts";
import type { Reading } from "../readings.ts";
import type { ConditionDefinition, RemedyDefinition } from "../result.ts";
import type { ReadingWord, Says } from "../words.ts";
import type { Years } from "./years.ts";

/** The questions about years; a matter that counts them asks these, with the same options. */
export const yearsSpec = {
  sex: "choice",
  birthDate: "date",
  capacity: "choice",
  contributed: "months",
  transferred: "months?",
  service: "months?",
  overlapMonths: "count?",
} as const;
/** Asked only where service in the forces counts whenever it was. */
interface MilitaryFact {
  readonly military?: MonthsValue | undefined;
}
export type YearsFacts = Facts<typeof yearsSpec> & MilitaryFact;
export type SomeYearsFacts = SomeFacts<typeof yearsSpec> & MilitaryFact;

/** What the clause requires of one person. */
export interface RequiredYears {
  readonly cumulative: Node;
  readonly local: Node;
}

/** What a city says otherwise than the others. */
export interface YearsRule {
  /** How a month paid here and elsewhere counts: the option `once`, or twice. */
  readonly sameMonth: Reading;
  /** Whether service in the forces counts as deemed whenever it was. */
  readonly military: boolean;
  /** A shortfall is always made up: the matter has conditions of its own that never fail. */
  readonly madeUp?: true;
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

/** Of a matter whose words are bound by name: it has most of it as it is. */
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

export function bindYears(names: Bindings, rule: YearsRule): YearsNames {
  const condition = (id: string) => {
    const found = names.condition(id);
    return () => found;
  };
  const remedy = (id: string) => {
    const found = names.remedy(id);
    return () => found;
  };
  return {
    reading: { sameMonth: rule.sameMonth.node, sameMonthOnce: rule.sameMonth.is("once") },
    military: rule.military ? { fact: names.fact("military"), together: names.step("deemedTogether") } : null,
    fact: {
      contributed: names.fact("contributed"),
      transferred: names.fact("transferred"),
      service: names.fact("service"),
      overlapMonths: names.fact("overlapMonths"),
    },
    step: {
      sameMonthTwice: names.step("sameMonthTwice"),
      transferredCounted: names.step("transferredCounted"),
      serviceBefore: names.step("serviceBefore"),
      serviceOverlap: names.step("serviceOverlap"),
      deemed: names.step("deemed"),
      cumulative: names.step("cumulative"),
      cumulativeShortfall: names.step("cumulativeShortfall"),
      localShortfall: names.step("localShortfall"),
      shortfall: names.step("shortfall"),
    },
    condition: {
      cumulative: condition("cumulativeYears"),
      local: condition("localYears"),
      cumulativeToppedUp: condition("cumulativeToppedUp"),
      localToppedUp: condition("localToppedUp"),
    },
    remedy: rule.madeUp
      ? null
      : { moreCumulative: remedy("moreCumulative"), moreLocal: remedy("moreLocal"), payTopUp: remedy("payTopUp") },
    coverage: {
      transferred: names.coverage("transferred"),
      deemed: names.coverage("deemed"),
      overlap: names.coverage("overlap"),
    },
    fault: {
      bornAfter: names.fault("bornAfter"),
      tooYoung: names.fault("tooYoung"),
      beforeWorkingAge: names.fault("beforeWorkingAge"),
      tooManyMonths: names.fault("tooManyMonths"),
      tooManyOverlaps: names.fault("tooManyOverlaps"),
      tooMuchService: names.fault("tooMuchService"),
      tooFewOverlaps: names.fault("tooFewOverlaps"),
    },
  };
}
