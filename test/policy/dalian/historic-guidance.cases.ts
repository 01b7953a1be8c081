/** DH-05, DH-07 and DH-09 to DH-11 by hand: who pays, what to bring, where to go. */
import type { GoldenCase } from "../golden.ts";

const asOf = "2026-03-05";
const gap = (from: string, to: string) => ({ periods: [{ from, to }] });

const payer = { period: "2011-06", gap: gap("2009-09", "2010-10") } as const;

export const GAP_PAYER_CASES: readonly GoldenCase[] = [
  {
    title: "a unit employee in the gap: the unit pays all 14 months",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "unit" },
    expected: {
      outcome: "guidance",
      steps: { payable: 14, "dalian.gap-payer.payer": 0, household: null },
      failed: [],
      coverage: ["gap 2009-09..2010-10"],
      sections: ["unit"],
      notAsked: ["household"],
      onlyNotices: ["standing", "current"],
      conflicts: ["dalian.historic-old-gap", "dalian.historic-gap-first"],
      next: ["dalian.back-payment"],
    },
  },
  {
    title: "pension without medical insurance: from 2004-01, so 2 of 5 months",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "unit-no-medical", gap: gap("2003-10", "2004-02") },
    expected: {
      outcome: "guidance",
      steps: { payable: 2 },
      coverage: ["not-covered 2003-10..2003-12", "gap 2004-01..2004-02"],
      sections: ["unitFrom2004"],
      onlyNotices: ["standing", "current", "registered", "together"],
      conflicts: ["dalian.historic-old-gap"],
    },
  },
  {
    title: "the same, the gap beginning in 2004-01: all of it",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "unit-no-medical", gap: gap("2004-01", "2004-02") },
    expected: { outcome: "guidance", steps: { payable: 2 }, coverage: ["gap 2004-01..2004-02"] },
  },
  {
    title: "the same, the gap ending in 2003-12: nothing to pay",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "unit-no-medical", gap: gap("2003-01", "2003-12") },
    expected: {
      outcome: "refused",
      steps: { payable: 0 },
      failed: ["payable"],
      notices: ["registered"],
      coverage: ["not-covered 2003-01..2003-12"],
    },
  },
  {
    title: "no unit, urban registration: as an individual worker",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "no-unit", household: "urban" },
    expected: {
      outcome: "guidance",
      steps: { payable: 14, household: 0 },
      sections: ["individual"],
      coverage: ["gap 2009-09..2010-10"],
      conflicts: ["dalian.historic-old-gap", "dalian.historic-gap-first"],
    },
  },
  {
    title: "no unit, rural registration: the newspaper (need not, but may) goes before the forum (cannot); both are shown",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "no-unit", household: "rural" },
    expected: {
      outcome: "guidance",
      steps: { payable: 14, household: 1 },
      failed: [],
      headlineId: "optional",
      sections: ["optional"],
      coverage: ["gap 2009-09..2010-10"],
      conflicts: ["dalian.historic-old-gap", "dalian.historic-rural-gap"],
    },
  },
  {
    title: "no unit: the registration is asked",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "no-unit" },
    expected: { unanswered: ["household"] },
  },
  {
    title: "never insured: the service is recognised first",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "never" },
    expected: {
      outcome: "guidance",
      steps: { payable: 14 },
      sections: ["serviceFirst"],
      withoutNotices: ["registered", "together"],
      conflicts: ["dalian.historic-old-gap"],
    },
  },
  {
    title: "2003-12 is before the rule",
    rule: "DH-05",
    asOf,
    facts: { period: "2003-12", situation: "unit", gap: gap("2003-01", "2003-02") },
    expected: { outcome: "refused", failed: ["withinPeriod"], conflicts: ["dalian.historic-old-gap"], coverage: [] },
  },
  {
    title: "the gap must be over",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "unit", gap: gap("2011-01", "2011-06") },
    expected: { errors: ["gap conflict"] },
  },
  {
    title: "over in the month before: no contradiction",
    rule: "DH-05",
    asOf,
    facts: { ...payer, period: "2011-05", situation: "unit", gap: gap("2011-01", "2011-04") },
    expected: { outcome: "guidance", steps: { payable: 4 } },
  },
  {
    title: "a unit with medical insurance pays the months before 2004 too",
    rule: "DH-05",
    asOf,
    facts: { ...payer, situation: "unit", gap: gap("2003-10", "2004-02") },
    expected: { outcome: "guidance", steps: { payable: 5 }, coverage: ["gap 2003-10..2004-02"] },
  },
];

const card = { period: "2011-05", insuredInCity: true, paper: "identity-card" } as const;

export const CARD_CASES: readonly GoldenCase[] = [
  {
    title: "applied on 25 May: ready on 1 June",
    rule: "DH-07",
    asOf,
    facts: { ...card, appliedOn: "2011-05-25" },
    expected: {
      outcome: "guidance",
      dates: { newCard: "2011-06-01" },
      materials: ["identity-card"],
      sections: ["places"],
      failed: [],
      notices: ["standing", "current"],
      conflicts: ["dalian.historic-lost-card"],
      next: ["dalian.e-credential"],
    },
  },
  {
    title: "applied on 24 May: ready on the last of the month",
    rule: "DH-07",
    asOf,
    facts: { ...card, appliedOn: "2011-05-24" },
    expected: { outcome: "guidance", dates: { newCard: "2011-05-31" } },
  },
  {
    title: "applied on 22 February of a leap year: ready on the 29th",
    rule: "DH-07",
    asOf,
    facts: { ...card, period: "2012-02", appliedOn: "2012-02-22" },
    expected: { dates: { newCard: "2012-02-29" } },
  },
  {
    title: "applied on 31 December: ready on 7 January",
    rule: "DH-07",
    asOf,
    facts: { ...card, period: "2011-12", appliedOn: "2011-12-31" },
    expected: { dates: { newCard: "2012-01-07" } },
  },
  {
    title: "no day given: a week, without a date",
    rule: "DH-07",
    asOf,
    facts: card,
    expected: { outcome: "guidance", dates: { newCard: null } },
  },
  {
    title: "the temporary identity card will do",
    rule: "DH-07",
    asOf,
    facts: { ...card, paper: "temporary" },
    expected: { outcome: "guidance", materials: ["temporary-identity-card"], failed: [] },
  },
  {
    title: "no paper and not insured in the city: both are named",
    rule: "DH-07",
    asOf,
    facts: { ...card, paper: "none", insuredInCity: false },
    expected: { outcome: "refused", failed: ["insuredInCity", "paper"], remedies: ["action", "action"] },
  },
  {
    title: "with a paper, but not insured in the city",
    rule: "DH-07",
    asOf,
    facts: { ...card, insuredInCity: false },
    expected: { outcome: "refused", failed: ["insuredInCity"], materials: ["identity-card"] },
  },
  {
    title: "insured in the city, but without a paper",
    rule: "DH-07",
    asOf,
    facts: { ...card, paper: "none", appliedOn: "2011-05-25" },
    expected: { outcome: "not-yet", failed: ["paper"], dates: { newCard: null } },
  },
  {
    title: "a month that has not come yet, with a day in it",
    rule: "DH-07",
    asOf: "2011-05-10",
    facts: { ...card, period: "2011-06", appliedOn: "2011-06-01" },
    expected: { errors: ["period conflict"] },
  },
  {
    title: "2011-04: before the five places",
    rule: "DH-07",
    asOf,
    facts: { ...card, period: "2011-04" },
    expected: { outcome: "refused", failed: ["withinPeriod"], sections: [] },
  },
  {
    title: "a day of another month",
    rule: "DH-07",
    asOf,
    facts: { ...card, appliedOn: "2011-06-01" },
    expected: { errors: ["appliedOn conflict"] },
  },
];

const referral = { period: "2011-08", cannotTreatHere: true, seenAtTopLevel: true, hospital: "top-general" } as const;

export const REFERRAL_CASES: readonly GoldenCase[] = [
  {
    title: "2011-08: registered online by the hospital",
    rule: "DH-09",
    asOf,
    facts: referral,
    expected: { outcome: "guidance", failed: [], sections: ["online"], withoutReadings: ["dalian.historic-undated"] },
  },
  {
    title: "2011-07: outside, with what was done before",
    rule: "DH-09",
    asOf,
    facts: { ...referral, period: "2011-07" },
    expected: { outcome: "refused", failed: ["withinPeriod"], sections: ["before"] },
  },
  {
    title: "all three conditions fail at once",
    rule: "DH-09",
    asOf,
    facts: { period: "2011-08", cannotTreatHere: false, seenAtTopLevel: false, hospital: "other" },
    expected: {
      outcome: "refused",
      failed: ["cannotTreatHere", "seenAtTopLevel", "hospital"],
      remedies: ["action", "action", "action"],
    },
  },
  {
    title: "another hospital only",
    rule: "DH-09",
    asOf,
    facts: { ...referral, hospital: "other" },
    expected: { outcome: "not-yet", failed: ["hospital"] },
  },
  {
    title: "not seen at a level-3 hospital of the city only",
    rule: "DH-09",
    asOf,
    facts: { ...referral, seenAtTopLevel: false },
    expected: { outcome: "not-yet", failed: ["seenAtTopLevel"] },
  },
];

const move = { period: "2011-07", movedFrom: "city", movedTo: "district" } as const;

export const MOVE_CASES: readonly GoldenCase[] = [
  {
    title: "city to district from 2011-07: nothing but the pension relation",
    rule: "DH-10",
    asOf,
    facts: move,
    expected: {
      outcome: "guidance",
      failed: [],
      sections: ["online", "closer"],
      conflicts: ["dalian.historic-move"],
      next: ["dalian.move"],
    },
  },
  {
    title: "2011-06: outside, with the papers of before",
    rule: "DH-10",
    asOf,
    facts: { ...move, period: "2011-06" },
    expected: { outcome: "refused", failed: ["withinPeriod"], sections: ["onPaper"] },
  },
  {
    title: "to the development zone: on paper",
    rule: "DH-10",
    asOf,
    facts: { ...move, movedTo: "zone" },
    expected: { outcome: "guidance", failed: [], sections: ["onPaper"] },
  },
  {
    title: "from the development zone: on paper",
    rule: "DH-10",
    asOf,
    facts: { ...move, movedFrom: "zone" },
    expected: { outcome: "guidance", failed: [], sections: ["onPaper", "closer"] },
  },
  {
    title: "from outside Dalian to the zone: a transfer",
    rule: "DH-10",
    asOf,
    facts: { ...move, movedFrom: "elsewhere", movedTo: "zone" },
    expected: { outcome: "guidance", headlineId: "transfer", sections: [], next: ["dalian.move", "dalian.transfer-in"] },
  },
  {
    title: "from a district to the city: what is dealt with in the districts is not told",
    rule: "DH-10",
    asOf,
    facts: { ...move, movedFrom: "district", movedTo: "city" },
    expected: { outcome: "guidance", failed: [], sections: ["online"] },
  },
  {
    title: "to a place outside Dalian: a transfer",
    rule: "DH-10",
    asOf,
    facts: { ...move, movedTo: "elsewhere" },
    expected: { outcome: "guidance", headlineId: "transfer", next: ["dalian.move", "dalian.transfer-out"] },
  },
];

const joins = { period: "2010-06", optsIn: true, benefitFrom: "2010-06", interrupted: false } as const;

export const UNEMPLOYMENT_CASES: readonly GoldenCase[] = [
  {
    title: "asked for in the first month: allowed",
    rule: "DH-11",
    asOf,
    facts: joins,
    expected: {
      outcome: "guidance",
      failed: [],
      sections: ["joined"],
      conflicts: ["dalian.historic-unemployment"],
      next: ["dalian.unemployment"],
    },
  },
  {
    title: "a month that has not come yet",
    rule: "DH-11",
    asOf: "2010-05-31",
    facts: joins,
    expected: { errors: ["period conflict"] },
  },
  {
    title: "asked for in the second month: too late",
    rule: "DH-11",
    asOf,
    facts: { ...joins, period: "2010-07" },
    expected: { outcome: "refused", failed: ["firstMonth"], remedies: ["action"], sections: ["notJoined"] },
  },
  {
    title: "joined in time, then interrupted",
    rule: "DH-11",
    asOf,
    facts: { ...joins, interrupted: true },
    expected: { outcome: "refused", failed: ["goesOn"], sections: ["notJoined"] },
  },
  {
    title: "late and interrupted: both are named",
    rule: "DH-11",
    asOf,
    facts: { ...joins, period: "2010-07", interrupted: true },
    expected: { outcome: "refused", failed: ["firstMonth", "goesOn"] },
  },
  {
    title: "does not opt in: hospital costs come from the unemployment fund",
    rule: "DH-11",
    asOf,
    facts: { period: "2010-06", optsIn: false },
    expected: { outcome: "guidance", sections: ["notJoined"], notAsked: ["benefitFrom", "interrupted"], steps: { optsIn: 0 } },
  },
  {
    title: "asked for before the benefit began",
    rule: "DH-11",
    asOf,
    facts: { ...joins, period: "2010-05" },
    expected: { errors: ["benefitFrom conflict"] },
  },
  {
    title: "2020-07 is outside",
    rule: "DH-11",
    asOf,
    facts: { ...joins, period: "2020-07" },
    expected: { outcome: "refused", failed: ["withinPeriod"], sections: [] },
  },
];
