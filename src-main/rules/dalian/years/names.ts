/** The names that counting contribution years uses, the same in every matter that counts them (DL-05, DL-06, DL-07). */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { Node } from "../../engine/node.ts";
import type { DecisionTable } from "../../engine/table.ts";

/** The questions about years; a matter that counts them asks these, with the same options. */
export const yearsSpec = {
  sex: "choice",
  birthDate: "date",
  capacity: "choice",
  contributed: "months",
  transferred: "months?",
  service: "months?",
  enrolledAs: "choice?",
  overlapMonths: "count?",
} as const;
export type YearsFacts = Facts<typeof yearsSpec>;
export type SomeYearsFacts = SomeFacts<typeof yearsSpec>;

export type YearsNames = ReturnType<typeof bindYears>;

/** The leaves of the matter's own answers, so that one answer is one step of the explanation. */
export type YearsLeaves = Readonly<Record<"sex" | "capacity" | "enrolledAs", readonly Node[]>>;

export function bindYears(names: Bindings, leaf: YearsLeaves) {
  const table = names.table("dalian.retirement-years");
  const cutOff = names.table("dalian.deemed-cut-off");
  const deemed = names.reading("dalian.deemed-capacity");
  const twice = names.reading("dalian.same-month-twice");
  // where a table has one short input, its outputs are looked up once: a node per value of that input
  const lookUp = (from: DecisionTable, output: string, inputs: readonly Node[]): readonly Node[] =>
    inputs.map((input) => from.node(from.row1(input.value), from.output(output), [input]));
  return {
    /** By sex. */
    required: {
      cumulative: lookUp(table, "cumulative", leaf.sex),
      local: lookUp(table, "local", leaf.sex),
      fixedAge: lookUp(table, "fixed-age", leaf.sex),
      earlyAge: lookUp(table, "early-age", leaf.sex),
    },
    /** First month that no longer counts as deemed, by capacity at processing or at enrolment. */
    cutOff: { byCapacity: lookUp(cutOff, "month", leaf.capacity), byEnrolment: lookUp(cutOff, "month", leaf.enrolledAs) },
    reading: {
      deemedCapacity: deemed.node,
      deemedByEnrolment: deemed.is("at-enrolment"),
      sameMonth: twice.node,
      sameMonthOnce: twice.is("once"),
    },
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
    remedy: {
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
    },
  };
}
