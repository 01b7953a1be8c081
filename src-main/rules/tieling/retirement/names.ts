/** The names that the retirement formula uses, looked up once when the pack is loaded. */
import { bindToppedUp } from "../../engine/contribution/topped-up.ts";
import { bindYears, yearsSpec } from "../../engine/contribution/years-names.ts";
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { Node } from "../../engine/node.ts";
import { bindPensionYears } from "../../national/pension-years.ts";
import { bindRetirementAge } from "../../national/retirement-age.ts";
import { bindArrearsPrice } from "../arrears-price.ts";
import { byFundMode } from "../fund-mode.ts";

/** Names and types of the facts; `?` marks one that is not always asked. */
export const spec = {
  ...yearsSpec,
  transferred: "months",
  service: "months",
  kind: "choice?",
  way: "choice",
  pensionMonth: "month?",
  military: "months",
  assignedSoldier: "flag?",
  dischargeDate: "date?",
  closedGroup: "flag?",
  fundMode: "choice?",
  shortfallWay: "choice?",
} as const;
export type RetirementFacts = Facts<typeof spec>;
export type SomeRetirementFacts = SomeFacts<typeof spec>;

export type Names = ReturnType<typeof bindNames>;

export const bindNames = (names: Bindings) => {
  const leaf = { sex: names.leaves("sex"), closedGroup: names.leaves("closedGroup"), fundMode: names.leaves("fundMode") };
  const limit = bindLimits(names);
  return {
    ...bindWords(names),
    leaf,
    retirementAge: bindRetirementAge(names),
    pensionYears: bindPensionYears(names),
    years: {
      ...bindYears(names, { sameMonth: names.reading("tieling.same-month-twice"), military: true }),
      toppedUp: bindToppedUp(names),
    },
    required: bindRequired(names, leaf),
    limit,
    /** Up to when service counts as deemed: the same for everybody. */
    cutOff: { month: limit.deemedUntil, because: null },
    price: bindArrearsPrice(names),
    figure: {
      wageYear: names.figure("tieling.average-wage-year"),
      /** By way of being insured. */
      arrearsRate: byFundMode(names, "tieling.arrears-rate"),
      flexibleRate: byFundMode(names, "tieling.flexible-rate"),
    },
    reading: bindReadings(names),
    step: bindSteps(names),
  };
};

/** Nodes per sex, for everybody and for the closed group. */
function bindRequired(names: Bindings, leaf: Readonly<Record<"sex" | "closedGroup", readonly Node[]>>) {
  const table = names.table("tieling.retirement-years");
  const cumulative = table.output("cumulative");
  const local = table.output("local");
  const localToo = names.reading("tieling.closed-group-local").is("required");
  const general = leaf.sex.map((sex) => {
    const row = table.row2(sex.value, 0);
    return { cumulative: table.node(row, cumulative, [sex]), local: table.node(row, local, [sex]) };
  });
  const member = [leaf.closedGroup[1]!, names.reading("tieling.closed-group-local").node];
  const closed = leaf.sex.map((sex) => {
    const row = table.row2(sex.value, 1);
    return {
      cumulative: table.node(row, cumulative, [leaf.closedGroup[1]!]),
      local: localToo ? table.node(table.row2(sex.value, 0), local, [sex, ...member]) : table.node(row, local, member),
    };
  });
  return { general, closed };
}

/** The table has one row: the limits are the same for every person. */
function bindLimits(names: Bindings) {
  const table = names.table("tieling.years-limits");
  const limit = (output: string): Node => table.node(table.row1(0), table.output(output), []);
  return { appliesFrom: limit("applies-from"), deemedUntil: limit("deemed-until"), soldiersBefore: limit("soldiers-before") };
}

function bindReadings(names: Bindings) {
  const early = names.reading("tieling.early-pension");
  const soldiers = names.reading("tieling.later-soldiers");
  const start = names.reading("tieling.no-shortfall-start");
  const goOn = names.reading("tieling.go-on-start");
  const rate = names.reading("tieling.shortfall-rate");
  const materials = names.reading("tieling.retirement-materials");
  const reach = names.reading("tieling.closed-group-reach");
  return {
    early: early.node,
    pensionCounts: early.is("pension-counts"),
    laterSoldiers: soldiers.node,
    laterSoldiersCounted: soldiers.is("counted"),
    start: start.node,
    startsWithProcessing: start.is("processing-month"),
    goOn: goOn.node,
    goOnNextMonth: goOn.is("next-month"),
    rate: rate.node,
    atArrearsRate: rate.is("arrears-rate"),
    reach: reach.node,
    reachable: reach.is("reachable"),
    materials: materials.node,
    noMaterials: materials.is("none"),
  };
}

function bindWords(names: Bindings) {
  return {
    option: {
      male: names.option("sex", "male"),
      woman50: names.option("kind", "woman-50"),
      pensionHere: names.option("way", "pension-here"),
      flexible: names.option("capacity", "flexible"),
      combined: names.option("fundMode", "combined"),
      payNow: names.option("shortfallWay", "pay-now"),
      goOn: names.option("shortfallWay", "go-on"),
    },
    condition: { inScope: names.condition("inScope"), reached: names.condition("reached") },
    remedy: { rulesThen: names.remedy("rulesThen"), waitForAge: names.remedy("waitForAge") },
    amount: {
      topUp: names.amount("topUp"),
      topUpMonth: names.amount("topUpMonth"),
      goOnTotal: names.amount("goOnTotal"),
      goOnMonth: names.amount("goOnMonth"),
    },
    date: {
      retiredFrom: names.date("retiredFrom"),
      payUntil: names.date("payUntil"),
      statutory: names.date("statutoryMonth"),
      statutory55: names.date("statutoryMonth55"),
      statutory50: names.date("statutoryMonth50"),
    },
    coverage: {
      contributed: names.coverage("contributed"),
      inService: names.coverage("inService"),
      inServiceAfterWaiting: names.coverage("inServiceAfterWaiting"),
      retired: names.coverage("retired"),
    },
    way: { payNow: names.way("payNow"), goOn: names.way("goOn") },
    material: {
      identityCard: names.material("identity-card"),
      pensionApproval: names.material("pension-approval"),
      serviceProof: names.material("service-proof"),
      militaryProof: names.material("military-proof"),
    },
    section: { goOn: names.section("goOn") },
    notice: {
      laterSoldier: names.notice("laterSoldier"),
      overpaid: names.notice("overpaid"),
      interrupted: names.notice("interrupted"),
      notCredited: names.notice("notCredited"),
      closedGroup: names.notice("closedGroup"),
      closedGroupMet: names.notice("closedGroupMet"),
    },
    next: { refund: [names.next("refund")] },
    headline: {
      granted: names.headline("granted"),
      choice: names.headline("choice"),
      payNow: names.headline("payNow"),
      goOn: names.headline("goOn"),
      notYet: names.headline("notYet"),
      outOfScope: names.headline("outOfScope"),
      figureMissing: names.headline("figureMissing"),
      goOnUnpriced: names.headline("goOnUnpriced"),
    },
    fault: { pensionInFuture: names.fault("pensionInFuture") },
    place: names.place("agency"),
    timeLimit: {
      none: names.timeLimit("none"),
      thisMonth: names.timeLimit("thisMonth"),
      byRulesThen: names.timeLimit("byRulesThen"),
    },
  };
}

const bindSteps = (names: Bindings) => ({
  closedGroup: names.fact("closedGroup"),
  birthDate: names.fact("birthDate"),
  pensionMonth: names.fact("pensionMonth"),
  contributed: names.fact("contributed"),
  dischargeDate: names.fact("dischargeDate"),
  processingMonth: names.step("processingMonth"),
  inScope: names.step("inScope"),
  reachedFrom: names.step("reachedFrom"),
  reachedEarlier: names.step("reachedEarlier"),
  reachedByAge: names.step("reachedByAge"),
  soldierRule: names.step("soldierRule"),
  startNow: names.step("startNow"),
  monthsAfter: names.step("monthsAfter"),
  shortfallRate: names.step("shortfallRate"),
  closedGroupYears: names.step("closedGroupYears"),
  closedGroupShort: names.step("closedGroupShort"),
  paidNow: names.step("paidNow"),
  goOnFrom: names.step("goOnFrom"),
  payUntil: names.step("payUntil"),
  afterGoingOn: names.step("afterGoingOn"),
  goOnYear: names.step("goOnYear"),
  goOnMonth: names.step("goOnMonth"),
  goOnTotal: names.step("goOnTotal"),
});
