/** Dalian's lookups in the rules of the past (DH-01 … DH-11): what they ask is about a month long ago, and mostly not told by a life. */
import { formatDate, formatMonth, monthOf } from "../../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { named } from "../random.ts";
import { chance, oneOf, type Visit } from "../visit.ts";
import type { MatterFacts, Matters } from "./common.ts";

const period = ({ seed }: Visit): string => formatMonth(monthOf(2009, 1) + (named(seed, "period") % 100));

const RELATIVE_PERIODS = { periods: [{ from: "2008-03", to: "2008-11" }] };

const lookup = (facts: (visit: Visit) => FactInputs): MatterFacts => ({
  choices: ["past"],
  percent: 4,
  facts: (visit) => ({ period: period(visit), ...facts(visit) }),
});

const area = (visit: Visit): string => oneOf(visit, "area", ["inner", "outer"]);

export const HISTORIC: Matters = {
  "historic-account-credit": lookup((visit) => ({
    capacity: oneOf(visit, "capacity", ["unit", "flexible", "retired"]),
    area: area(visit),
    birthDate: formatDate(visit.life.birth),
    wage: "3200",
    pension: "1450",
  })),
  "historic-card-loss": lookup((visit) => ({
    insuredInCity: chance(visit, "insured", 70),
    paper: oneOf(visit, "paper", ["identity-card", "temporary", "none"]),
    appliedOn: null,
  })),
  "historic-chronic": lookup((visit) => ({
    area: oneOf(visit, "chronic", ["inner", "zhuanghe", "other"]),
    community: chance(visit, "community", 50),
    cost: "830.40",
    limitLeft: null,
  })),
  "historic-contribution": lookup((visit) => ({
    area: area(visit),
    payer: oneOf(visit, "payer", ["person", "unit"]),
    wage: "2600",
    wagesKnown: chance(visit, "wagesKnown", 70),
    totalWages: "210000",
    headcount: 62,
  })),
  "historic-gap-payer": lookup((visit) => ({
    situation: oneOf(visit, "situation", ["unit", "unit-no-medical", "no-unit", "never"]),
    household: oneOf(visit, "registered", ["urban", "rural"]),
    gap: RELATIVE_PERIODS,
  })),
  "historic-individual": lookup((visit) => ({
    area: area(visit),
    purpose: oneOf(visit, "purpose", ["pay", "unlock"]),
    day: oneOf(visit, "day", [3, 8, 9, 25]),
    relief: chance(visit, "relief", 30),
    pensionBase: "1900",
  })),
  "historic-nonlocal-back-payment": lookup((visit) => ({
    kind: oneOf(visit, "kind", ["nonlocal", "rural-rate", "rural-missed", "other"]),
    currentlyPaid: chance(visit, "currentlyPaid", 80),
    owed: RELATIVE_PERIODS,
    alreadyPaid: "100",
    byAgent: chance(visit, "agent", 30),
  })),
  "historic-online-move": lookup((visit) => ({
    movedFrom: oneOf(visit, "movedFrom", ["city", "district", "zone", "elsewhere"]),
    movedTo: oneOf(visit, "movedTo", ["city", "district", "zone", "elsewhere"]),
  })),
  "historic-referral": lookup((visit) => ({
    cannotTreatHere: chance(visit, "cannotTreat", 70),
    seenAtTopLevel: chance(visit, "seen", 70),
    hospital: oneOf(visit, "hospital", ["top-general", "other"]),
  })),
  "historic-unemployment": lookup((visit) => ({
    optsIn: chance(visit, "optsIn", 70),
    benefitFrom: period(visit),
    interrupted: chance(visit, "interrupted", 30),
  })),
};
