/** The names that the formula of unit premiums uses, looked up once when the pack is loaded. */
import type { Facts, Records, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindBaseLimits } from "../base-limits.ts";

/** Names and types of the facts; `?` marks one that is not always asked. */
export const spec = {
  who: "choice",
  months: "months",
  newStaff: "flag?",
  firstWage: "money?",
  wage: "money?",
  wages: "list?",
  sumOfBases: "money?",
  totalWages: "money?",
} as const;
export type PremiumFacts = Facts<typeof spec>;
export type SomePremiumFacts = SomeFacts<typeof spec>;
export type WageRecord = Records<{ readonly year: "count"; readonly wage: "money" }>[number];

export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const base = names.reading("dalian.unit-premium-base");
  const materials = names.reading("dalian.unit-premium-materials");
  const place = names.reading("dalian.unit-premium-place");
  const places = { agency: names.place("agency"), online: names.place("online") };
  return {
    person: names.option("who", "person"),
    year: bindYear(names),
    limits: bindBaseLimits(names),
    personRates: bindRates(names, "person"),
    unitRates: bindRates(names, "unit"),
    reading: { base: base.node, bySum: base.is("sum-of-bases"), materials: materials.node, place: place.node },
    fact: {
      months: names.fact("months"),
      firstWage: names.fact("firstWage"),
      wage: names.fact("wage"),
      listedWage: names.field("wages", "wage"),
      sumOfBases: names.fact("sumOfBases"),
      totalWages: names.fact("totalWages"),
    },
    step: {
      from: names.step("segmentFrom"),
      to: names.step("segmentTo"),
      months: names.step("segmentMonths"),
      usedWage: names.step("usedWage"),
      unitBase: names.step("unitBase"),
      total: names.step("total"),
    },
    base: names.amount("base"),
    headline: {
      personMonth: names.headline("personMonth"),
      personMonths: names.headline("personMonths"),
      unitMonth: names.headline("unitMonth"),
      unitMonths: names.headline("unitMonths"),
      figureMissing: names.headline("figureMissing"),
    },
    material: {
      asked: !materials.is("none"),
      payroll: names.material("payroll"),
      firstPayroll: names.material("first-payroll"),
      contract: names.material("labour-contract"),
      baseList: names.material("base-list"),
      totalPayroll: names.material("total-payroll"),
    },
    notice: {
      press: names.notice("press"),
      largeSumUnverified: names.notice("largeSumUnverified"),
      largeSumUnknown: names.notice("largeSumUnknown"),
    },
    conflicts: [names.conflict("dalian.base-year")],
    place: place.is("agency") ? places.agency : places.online,
    timeLimit: names.timeLimit("none"),
    fault: {
      oldRules: names.fault("oldRules"),
      yearLacking: names.fault("yearLacking"),
      yearTwice: names.fault("yearTwice"),
    },
  };
}

function bindYear(names: Bindings) {
  const table = names.table("dalian.unit-premium");
  const change = names.reading("dalian.unit-premium-year");
  return {
    table,
    output: {
      current: table.output("current"),
      year: table.output("year"),
      lastYear: table.output("last-year"),
      largeSum: table.output("large-sum"),
    },
    step: names.step("lastYear"),
    /** Its options stand in the order of the table's values. */
    reading: change.node,
  };
}

/** What one side pays: rates, and the steps and amounts that carry its name. */
export type Rates = ReturnType<typeof bindRates>;

const bindRates = (names: Bindings, side: "person" | "unit") => ({
  basic: names.figure(`dalian.${side}-rate`),
  largeSum: names.figure(`dalian.${side}-large-sum-rate`),
  step: {
    basicExact: names.step(`${side}BasicExact`),
    basic: names.step(`${side}Basic`),
    largeSumExact: names.step(`${side}LargeSumExact`),
    largeSum: names.step(`${side}LargeSum`),
    month: names.step(`${side}Month`),
    segment: names.step(`${side}Segment`),
    part: names.step(`${side}Part`),
    partOfBasic: names.step(`${side}PartOfBasic`),
    partOfMonth: names.step(`${side}PartOfMonth`),
    partOfMonths: names.step(`${side}PartOfMonths`),
  },
  amount: {
    basic: names.amount(`${side}Basic`),
    largeSum: names.amount(`${side}LargeSum`),
    month: names.amount(`${side}Month`),
    segment: names.amount(`${side}Segment`),
    part: names.amount(`${side}Part`),
  },
});
