/** The names that the inpatient formula uses, looked up once when the pack is loaded. */
import { monthOfDate, yearOfDate, yearOfMonth, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { Facts, Records, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { leaf, type NodeDefinition } from "../../engine/node.ts";

/** Names and types of the facts; `?` marks one that is not always asked. */
export const spec = {
  capacity: "choice",
  birthDate: "date?",
  retiredFrom: "month?",
  stays: "list",
  earlierPool: "money?",
  earlierSupplementary: "money?",
  earlierBurden: "money?",
  earlierSubsidy: "money?",
  earlierBase: "money?",
} as const;
export type InpatientFacts = Facts<typeof spec>;
export type SomeInpatientFacts = SomeFacts<typeof spec>;
export type StayRecord = Records<{
  readonly admitted: "date";
  readonly discharged: "date?";
  readonly level: "choice";
  readonly cost: "money";
}>[number];

/** As many as the question takes: each has its own steps, titled by its place in date order. */
const MOST_STAYS = 30;

/** Steps of one stay. */
const STAY_STEPS = [
  "stay",
  "discharged",
  "cost",
  "capacity",
  "age",
  "laterDeductible",
  "payable",
  "poolExact",
  "poolRounded",
  "poolRoom",
  "pool",
  "poolSoFar",
  "rest",
  "deductiblePaid",
  "limitCost",
  "aboveLimit",
  "aboveLimitByPayment",
  "supplementaryExact",
  "supplementaryRounded",
  "supplementaryUsed",
  "supplementaryRoom",
  "supplementary",
  "supplementarySoFar",
  "layerCost",
  "beyondExact",
  "beyondLimits",
  "burden",
  "burdenLess",
  "burdenSoFar",
  "excess",
  "subsidyExact",
  "subsidyRounded",
  "subsidyRoom",
  "subsidyUsed",
  "subsidyCapped",
  "subsidySoFar",
  "baseLess",
  "baseSoFar",
  "firstBandOnly",
  "firstBand",
  "secondBand",
  "thirdBand",
  "firstBandPaid",
  "secondBandPaid",
  "thirdBandPaid",
  "bandsExact",
  "bandsPaid",
  "own",
  "ownBelow",
  "ownNone",
  "undecided",
  "sum",
] as const;
export type StaySteps = Readonly<Record<(typeof STAY_STEPS)[number], NodeDefinition>>;

export type Names = ReturnType<typeof bindNames>;

export const bindNames = (names: Bindings) => ({
  staySteps: bindStaySteps(names),
  basic: bindBasic(names),
  laterStays: bindLaterStays(names),
  layers: bindLayers(names),
  option: { inService: names.option("capacity", "in-service"), retired: names.option("capacity", "retired") },
  leaf: { capacity: names.leaves("capacity") },
  fact: { birthDate: names.fact("birthDate"), retiredFrom: names.fact("retiredFrom") },
  earlier: {
    pool: bindEarlier(names, "earlierPool"),
    supplementary: bindEarlier(names, "earlierSupplementary"),
    burden: bindEarlier(names, "earlierBurden"),
    subsidy: bindEarlier(names, "earlierSubsidy"),
    base: bindEarlier(names, "earlierBase"),
  },
  figure: {
    poolLimit: names.figure("dalian.pool-limit"),
    supplementaryLimit: names.figure("dalian.supplementary-limit"),
    supplementaryRatio: names.figure("dalian.supplementary-ratio"),
    subsidyThreshold: names.figure("dalian.subsidy-threshold"),
    subsidyRatio: names.figure("dalian.subsidy-ratio"),
    threshold: names.figure("dalian.large-sum-threshold"),
    firstBand: names.figure("dalian.large-sum-band-first"),
    secondBand: names.figure("dalian.large-sum-band-second"),
    firstRatio: names.figure("dalian.large-sum-ratio-first"),
    secondRatio: names.figure("dalian.large-sum-ratio-second"),
    thirdRatio: names.figure("dalian.large-sum-ratio-third"),
  },
  step: {
    poolLeft: names.step("poolLeft"),
    firstBandTo: names.step("firstBandTo"),
    secondBandTo: names.step("secondBandTo"),
    firstBandToFromZero: names.step("firstBandToFromZero"),
    secondBandToFromZero: names.step("secondBandToFromZero"),
    totalCost: names.step("totalCost"),
    totalPool: names.step("totalPool"),
    totalSupplementary: names.step("totalSupplementary"),
    totalSubsidy: names.step("totalSubsidy"),
    totalLargeSum: names.step("totalLargeSum"),
    totalOwn: names.step("totalOwn"),
    totalUndecided: names.step("totalUndecided"),
    totalFunds: names.step("totalFunds"),
  },
  amount: {
    pool: names.amount("pool"),
    supplementary: names.amount("supplementary"),
    subsidy: names.amount("subsidy"),
    largeSum: names.amount("largeSum"),
    own: names.amount("own"),
    undecided: names.amount("undecided"),
    poolLeft: names.amount("poolLeft"),
  },
  notice: {
    estimate: names.notice("estimate"),
    thresholdUnverified: names.notice("thresholdUnverified"),
    laterStaysUnverified: names.notice("laterStaysUnverified"),
    poolExhausted: names.notice("poolExhausted"),
  },
  headline: {
    granted: names.headline("granted"),
    figureMissing: names.headline("figureMissing"),
    poolMissing: names.headline("poolMissing"),
  },
  place: names.place("hospital"),
  timeLimit: names.timeLimit("estimate"),
  conflicts: [names.conflict("dalian.supplementary-layer")],
  fault: {
    bornAfter: names.fault("bornAfter"),
    admittedInFuture: names.fault("admittedInFuture"),
    noCost: names.fault("noCost"),
    dischargedBefore: names.fault("dischargedBefore"),
    otherYear: names.fault("otherYear"),
    poolOverLimit: names.fault("poolOverLimit"),
    supplementaryOverLimit: names.fault("supplementaryOverLimit"),
  },
  reading: bindReadings(names),
});

/** Per place in date order: the steps with `#` in their titles filled, so that the explanation says which stay it speaks of. */
function bindStaySteps(names: Bindings): readonly StaySteps[] {
  const definitions = STAY_STEPS.map((id) => [id, names.step(id)] as const);
  return Array.from({ length: MOST_STAYS }, (_, index) => {
    const place = String(index + 1);
    const numbered = definitions.map(([id, definition]) => [
      id,
      { ...definition, key: `${definition.key}.${place}`, title: definition.title.replace("#", place) },
    ]);
    return Object.fromEntries(numbered) as StaySteps;
  });
}

/** Deductible and ratio. In service the age does not count, so that the nodes by level are made once. */
function bindBasic(names: Bindings) {
  const table = names.table("dalian.inpatient-basic");
  const deductible = table.output("deductible");
  const ratio = table.output("ratio");
  const definition = names.field("stays", "level");
  const levels = definition.labels.map((_, level) => leaf(definition, level));
  const inService = names.option("capacity", "in-service");
  const capacity = names.leaves("capacity")[inService]!;
  const byLevel = levels.map((level) => {
    const row = table.row([inService, 0, level.value]);
    const inputs = [capacity, level];
    return { deductible: table.node(row, deductible, inputs), ratio: table.node(row, ratio, inputs) };
  });
  return { table, deductible, ratio, levels, inService: byLevel };
}

/** The reading about second and later stays, and what it would take, by level. */
function bindLaterStays(names: Bindings) {
  const reading = names.reading("dalian.later-stays");
  const figures = [
    ["grassroots", names.figure("dalian.later-deductible-grassroots")],
    ["second", names.figure("dalian.later-deductible-second")],
    ["third", names.figure("dalian.later-deductible-third")],
    ["top", names.figure("dalian.later-deductible-top")],
  ] as const;
  const byLevel = figures.map(([level, figure]) => ({ level: names.fieldOption("stays", "level", level), figure }));
  return {
    node: reading.node,
    lower: reading.is("lower"),
    figures: byLevel.sort((a, b) => a.level - b.level).map(({ figure }) => figure),
  };
}

function bindLayers(names: Bindings) {
  const table = names.table("dalian.inpatient-layers");
  const output = table.output("layers");
  return { table, output, largeSum: table.choice(output, "large-sum") };
}

/** What was paid before the first stay; nothing typed is a leaf of 0. */
function bindEarlier(names: Bindings, fact: string) {
  const definition = names.fact(fact);
  return { definition, none: leaf(definition, 0) };
}

/** The year to which a day's limits belong. */
const calendarYear = (date: PackedDate): number => yearOfDate(date);
const MONTHS_BEFORE_INSURANCE_YEAR = 6;
const insuranceYear = (date: PackedDate): number => yearOfMonth(monthOfDate(date) - MONTHS_BEFORE_INSURANCE_YEAR);

/** Each reading as a node of the explanation, and the answer it gives. */
function bindReadings(names: Bindings) {
  const date = names.reading("dalian.inpatient-date");
  const year = names.reading("dalian.inpatient-year");
  const rounding = names.reading("dalian.inpatient-rounding");
  const split = names.reading("dalian.limit-split");
  const deductible = names.reading("dalian.burden-deductible");
  const beyond = names.reading("dalian.burden-beyond-limits");
  const cap = names.reading("dalian.subsidy-cap");
  const bands = names.reading("dalian.large-sum-bands");
  const byCalendar = year.is("calendar");
  return {
    date: date.node,
    byDischarge: date.is("discharge"),
    year: year.node,
    yearOf: byCalendar ? calendarYear : insuranceYear,
    otherYearOf: byCalendar ? insuranceYear : calendarYear,
    rounding: rounding.node,
    halfUp: rounding.is("half-up"),
    limitSplit: split.node,
    splitByPayment: split.is("by-payment"),
    deductible: deductible.node,
    deductibleCounts: deductible.is("counted"),
    beyondLimits: beyond.node,
    beyondLimitsCount: beyond.is("counted"),
    subsidyCap: cap.node,
    subsidyCapped: cap.is("shared"),
    bands: bands.node,
    bandsAboveThreshold: bands.is("above-threshold"),
  };
}
