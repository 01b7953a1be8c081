/** The names that a change of scheme uses, looked up once when the pack is loaded. */
import { NONE } from "../../engine/draft.ts";
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { NextFound, Template } from "../../engine/result.ts";
import { bindPapers } from "../papers.ts";
import { bindResidentCover } from "../resident/cover.ts";
import { bindResidentPremium } from "../resident/premium.ts";

export const spec = {
  direction: "choice",
  otherRelation: "flag",
  assisted: "choice?",
  firstTime: "flag?",
  lastPaid: "month",
  continuousMonths: "count?",
  retired: "flag?",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  tier: "choice?",
  subsidy: "money?",
  repairedYears: "count?",
} as const;
export type ChangeFacts = Facts<typeof spec>;
export type SomeChangeFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

/** What a direction leads to; `way` is `null` towards the resident scheme. */
export interface Direction {
  readonly way: number | null;
  readonly cross: boolean;
  readonly place: Template;
  readonly next: readonly NextFound[];
}

function bindDirections(names: Bindings, way: ReturnType<typeof bindResidentCover>["employee"]["way"]): readonly Direction[] {
  const toUnit = { place: names.place("unit"), next: NONE };
  const toIndividual = { place: names.place("registered"), next: [names.next("individual")] };
  const toResident: Direction = { way: null, cross: true, place: names.place("street"), next: [names.next("records")] };
  const directions: Direction[] = [];
  const set = (value: string, direction: Direction) => (directions[names.option("direction", value)] = direction);
  set("resident-to-unit", { way: way.residentToUnit, cross: true, ...toUnit });
  set("resident-to-flexible", { way: way.residentToIndividual, cross: true, ...toIndividual });
  set("unit-to-resident", toResident);
  set("flexible-to-resident", toResident);
  set("flexible-to-unit", { way: way.individualToUnit, cross: false, ...toUnit });
  set("unit-to-flexible", { way: way.unitToIndividual, cross: false, ...toIndividual });
  return directions;
}

export function bindNames(names: Bindings) {
  const papers = bindPapers(names);
  const cover = bindResidentCover(names);
  const identity = names.material("identity-paper");
  return {
    cover,
    waiting: cover.waiting,
    employee: cover.employee,
    premium: bindResidentPremium(names),
    directions: bindDirections(names, cover.employee.way),
    notAssisted: names.option("assisted", "none"),
    leaf: {
      direction: names.leaves("direction"),
      otherRelation: names.leaves("otherRelation"),
      assisted: names.leaves("assisted"),
      firstTime: names.leaves("firstTime"),
      retired: names.leaves("retired"),
    },
    papers: papers.reading,
    material: { card: papers.of("identity-card") },
    materials: { resident: [identity], assisted: [identity, ...papers.of("assistance-proof")] },
    sections: [names.section("residentOnline"), names.section("residentCounter")],
    step: {
      continuousMonths: names.fact("continuousMonths"),
      waitMonths: names.step("waitMonths"),
      group: names.step("residentGroup"),
    },
    condition: names.condition("noDuplicate"),
    remedy: names.remedy("endOther"),
    notice: { forTheYear: names.notice("forTheYear"), thisYearToo: names.notice("thisYearToo") },
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      residentAtOnce: names.headline("residentAtOnce"),
      residentWaits: names.headline("residentWaits"),
      atMost: names.headline("atMost"),
      atMostLost: names.headline("atMostLost"),
      notNamed: names.headline("notNamed"),
      yearLost: names.headline("yearLost"),
      backPay: names.headline("backPay"),
      figureMissing: names.headline("figureMissing"),
      subsidyMissing: names.headline("subsidyMissing"),
      notYet: names.headline("notYet"),
      closed: names.headline("closed"),
    },
    next: { refund: [names.next("refund")] },
    timeLimit: { none: names.timeLimit("none"), gap: names.timeLimit("gap"), resident: names.timeLimit("resident") },
    fault: { repairedTooMany: names.fault("repairedTooMany") },
  };
}
