/** The names that counting contribution years uses, the same in every matter of every city that counts them. */
import type { Facts, MonthsValue, SomeFacts } from "../facts.ts";
import type { Bindings } from "../formula.ts";
import type { Node } from "../node.ts";
import type { Reading } from "../readings.ts";

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

export type YearsNames = ReturnType<typeof bindYears>;

export function bindYears(names: Bindings, rule: YearsRule) {
  return {
    reading: { sameMonth: rule.sameMonth.node, sameMonthOnce: rule.sameMonth.is("once") },
    military: rule.military ? { fact: names.fact("military"), together: names.step("deemedTogether") } : null,
    step: {
      contributed: names.fact("contributed"),
      transferred: names.fact("transferred"),
      service: names.fact("service"),
      overlapMonths: names.fact("overlapMonths"),
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
    condition: { cumulativeYears: names.condition("cumulativeYears"), localYears: names.condition("localYears") },
    remedy: rule.madeUp
      ? null
      : {
          moreCumulative: names.remedy("moreCumulative"),
          moreLocal: names.remedy("moreLocal"),
          payTopUp: names.remedy("payTopUp"),
        },
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
