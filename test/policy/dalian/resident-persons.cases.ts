/**
 * Who enrols as a resident, by hand (DL-15): newborns, who leaves the employee scheme, who lives here by permit, who is assisted.
 * Two years in the employee scheme with a gap of at most three months keep the cover (ALL-03): no wait.
 */
import type { GoldenCase } from "../golden.ts";

const adult = { birthDate: "1980-05-12", group: "adult", household: true } as const;
const born = { group: "minor", household: true, former: "never" } as const;
/** 11–31 January 21 days, February 28, March 31: 80; 10 April is the 90th. */
const january = { ...born, birthDate: "2025-01-10" } as const;
/** 16–30 November 15 days, December 31, January 31: 77; 13 February is the 90th. */
const november = { ...born, birthDate: "2025-11-15" } as const;
const fromUnit = { ...adult, former: "unit", stillInsured: false } as const;
const fromFlexible = { ...adult, former: "flexible", stillInsured: false } as const;

export const RESIDENT_PERSON_CASES: readonly GoldenCase[] = (
  [
    {
      title: "a newborn on the 90th day: from birth; 400.00",
      asOf: "2025-04-10",
      facts: january,
      expected: {
        outcome: "granted",
        headlineId: "newborn",
        due: { yearPremium: "400.00" },
        dates: { treatmentFrom: "2025-01-10", treatmentUntil: "2025-12-31", newbornUntil: "2025-04-10", waitingLast: null },
        coverage: ["covered 2025-01-10..2025-12-31"],
        materials: ["birth-certificate", "guardian-card", "household-register"],
        timeLimit: "出生后90 天内（最晚 2025年4月10日）参保缴费",
        readings: ["dalian.newborn-day-count"],
        withoutNotices: ["newbornNextYear", "newbornOtherYear"],
      },
    },
    {
      title: "a newborn on the 91st day: three months, as anybody",
      asOf: "2025-04-11",
      facts: january,
      expected: { headlineId: "waits", dates: { treatmentFrom: "2025-07-11", newbornUntil: null } },
    },
    {
      title: "the day of birth counted: the 90th day is 9 April",
      asOf: "2025-04-10",
      readings: { "dalian.newborn-day-count": "birth-day" },
      facts: january,
      expected: { headlineId: "waits", dates: { treatmentFrom: "2025-07-10" } },
    },
    {
      title: "born in November, paid for in December: this year from birth, the next one on its own",
      asOf: "2025-12-10",
      facts: november,
      expected: {
        steps: { insuredYearNumber: 2025 },
        due: { yearPremium: "400.00" },
        dates: { treatmentFrom: "2025-11-15", treatmentUntil: "2025-12-31", newbornUntil: "2026-02-13" },
        notices: ["newbornNextYear"],
        assumed: ["assisted 不是", "paidOn 2025年12月10日", "insuredYear 缴费日期的当年"],
      },
    },
    {
      title: "the same for the next year: from 1 January only",
      asOf: "2025-12-10",
      facts: { ...november, insuredYear: "next-year" },
      expected: { dates: { treatmentFrom: "2026-01-01", treatmentUntil: "2026-12-31" }, notices: ["newbornOtherYear"] },
    },
    {
      title: "the 90th day in the next year: from its first day",
      asOf: "2026-02-13",
      facts: november,
      expected: {
        dates: { treatmentFrom: "2026-01-01", treatmentUntil: "2026-12-31" },
        notices: ["newbornOtherYear"],
        withoutNotices: ["newbornNextYear"],
      },
    },
    {
      title: "the day after in the next year: three months",
      asOf: "2026-02-14",
      facts: november,
      expected: { dates: { treatmentFrom: "2026-05-14" } },
    },
    {
      title: "a newborn of 2024, before the national rule: from birth; 380.00",
      asOf: "2024-06-20",
      facts: { ...born, birthDate: "2024-06-01" },
      expected: { dates: { treatmentFrom: "2024-06-01" }, due: { yearPremium: "380.00" } },
    },
    {
      title: "no adult is 30 days old",
      asOf: "2025-02-09",
      facts: { ...january, group: "adult" },
      expected: { errors: ["group conflict"] },
    },
    {
      title: "paid before birth",
      asOf: "2025-02-09",
      facts: { ...january, paidOn: "2025-01-09" },
      expected: { errors: ["paidOn conflict"] },
    },
    {
      title: "born tomorrow",
      asOf: "2025-01-09",
      facts: january,
      expected: { errors: ["birthDate conflict"] },
    },
    {
      title: "from a unit, 24 months, the month after: no wait",
      asOf: "2025-06-10",
      facts: { ...fromUnit, lastPaid: "2025-05", continuousMonths: 24 },
      expected: {
        outcome: "granted",
        headlineId: "atOnce",
        steps: { gapMonths: 0 },
        dates: { treatmentFrom: "2025-06-10", treatmentUntil: "2025-12-31" },
        due: { yearPremium: "460.00" },
        readings: ["dalian.unit-leaver"],
      },
    },
    {
      title: "from a unit, 23 months: three months",
      asOf: "2025-06-10",
      facts: { ...fromUnit, lastPaid: "2025-05", continuousMonths: 23 },
      expected: { headlineId: "waits", steps: { missedYears: 0 }, dates: { treatmentFrom: "2025-09-10" } },
    },
    {
      title: "from a unit, the months not told: as less than two years, and said so",
      asOf: "2025-06-10",
      facts: { ...fromUnit, lastPaid: "2025-05" },
      expected: {
        dates: { treatmentFrom: "2025-09-10" },
        assumed: ["assisted 不是", "continuousMonths 0", "paidOn 2025年6月10日", "insuredYear 缴费日期的当年"],
      },
    },
    {
      title: "24 months, February to April without payment: a gap of three keeps the cover",
      asOf: "2025-05-31",
      facts: { ...fromUnit, lastPaid: "2025-01", continuousMonths: 24 },
      expected: { steps: { gapMonths: 3 }, dates: { treatmentFrom: "2025-05-31" } },
    },
    {
      title: "24 months, February to May without payment: three months",
      asOf: "2025-06-01",
      facts: { ...fromUnit, lastPaid: "2025-01", continuousMonths: 24 },
      expected: { steps: { gapMonths: 4 }, dates: { treatmentFrom: "2025-09-01" } },
    },
    {
      title: "24 months before 2025: no wait either",
      asOf: "2024-06-10",
      facts: { ...fromUnit, lastPaid: "2024-05", continuousMonths: 24 },
      expected: { dates: { treatmentFrom: "2024-06-10" } },
    },
    {
      title: "23 months before 2025: July and August to wait",
      asOf: "2024-06-10",
      facts: { ...fromUnit, lastPaid: "2024-05", continuousMonths: 23 },
      expected: { dates: { treatmentFrom: "2024-09-01" } },
    },
    {
      title: "insured to June 2023: only 2024 missed, 3 + 1",
      asOf: "2025-03-10",
      facts: { ...fromUnit, lastPaid: "2023-06", continuousMonths: 30 },
      expected: { steps: { missedYears: 1 }, dates: { treatmentFrom: "2025-07-10" }, readings: ["dalian.part-year-insured"] },
    },
    {
      title: "the same with half of 2023 missed: 3 + 2",
      asOf: "2025-03-10",
      readings: { "dalian.part-year-insured": "missed" },
      facts: { ...fromUnit, lastPaid: "2023-06", continuousMonths: 30 },
      expected: { steps: { missedYears: 2 }, dates: { treatmentFrom: "2025-08-10" } },
    },
    {
      title: "the unit still pays: not yet, and where to go on",
      asOf: "2025-06-10",
      facts: { ...fromUnit, stillInsured: true, lastPaid: "2025-06", continuousMonths: 24 },
      expected: {
        outcome: "not-yet",
        failed: ["notEmployee"],
        remedyIds: ["suspend"],
        headlineId: "notYetEmployee",
        next: ["dalian.scheme-change"],
        due: {},
        dates: { treatmentFrom: null },
      },
    },
    {
      title: "from a unit, read as bound to December",
      asOf: "2025-06-10",
      readings: { "dalian.unit-leaver": "december" },
      facts: { ...fromUnit, lastPaid: "2025-05", continuousMonths: 24 },
      expected: { outcome: "not-yet", failed: ["inTime"], remedies: ["date 2025-12-01"], headlineId: "notYetDecember" },
    },
    {
      title: "from flexible insurance in June: not until December",
      asOf: "2025-06-10",
      facts: { ...fromFlexible, lastPaid: "2025-05", continuousMonths: 24 },
      expected: {
        outcome: "not-yet",
        failed: ["inTime"],
        remedies: ["date 2025-12-01"],
        next: ["dalian.scheme-change"],
        dates: { changeFrom: "2025-12-01", changeUntil: "2025-12-31", treatmentFrom: null },
        timeLimit: "每年只在12月办理（今年 2025年12月1日 至 2025年12月31日）",
        withoutReadings: ["dalian.same-year-change"],
      },
    },
    {
      title: "from flexible insurance on 30 November",
      asOf: "2024-11-30",
      facts: { ...fromFlexible, lastPaid: "2024-11", continuousMonths: 24 },
      expected: { outcome: "not-yet", remedies: ["date 2024-12-01"] },
    },
    {
      title: "from flexible insurance on 1 December: the next year; 460.00",
      asOf: "2024-12-01",
      facts: { ...fromFlexible, lastPaid: "2024-11", continuousMonths: 3 },
      expected: { outcome: "granted", due: { yearPremium: "460.00" }, dates: { treatmentFrom: "2025-01-01" }, failed: [] },
    },
    {
      title: "no flexible payment this year: December all the same, as read",
      asOf: "2025-03-10",
      facts: { ...fromFlexible, lastPaid: "2020-12" },
      expected: { outcome: "not-yet", failed: ["inTime"], readings: ["dalian.same-year-change"] },
    },
    {
      title: "read as free in such a year: 2021 to 2024 missed, 3 + 4 months",
      asOf: "2025-03-10",
      readings: { "dalian.same-year-change": "any-month" },
      facts: { ...fromFlexible, lastPaid: "2020-12" },
      expected: { outcome: "granted", steps: { residentWait: 7 }, dates: { treatmentFrom: "2025-10-10" } },
    },
    {
      title: "paid as an employee beyond today",
      asOf: "2025-06-10",
      facts: { ...fromUnit, lastPaid: "2025-07" },
      expected: { errors: ["lastPaid conflict"] },
    },
    {
      title: "neither registered nor permitted here: not yet",
      asOf: "2025-03-10",
      facts: { ...adult, household: false, permit: false, former: "never" },
      expected: {
        actuals: { residence: "没有户籍也没有居住证" },
        outcome: "not-yet",
        failed: ["residence"],
        remedyIds: ["getPermit"],
        headlineId: "notYetResidence",
        withoutReadings: ["dalian.resident-permit"],
      },
    },
    {
      title: "with a residence permit: as anybody, by the reading",
      asOf: "2025-03-10",
      facts: { ...adult, household: false, permit: true, former: "never" },
      expected: {
        actuals: { residence: "居住证" },
        outcome: "granted",
        dates: { treatmentFrom: "2025-06-10" },
        materials: ["identity-card", "residence-permit"],
        readings: ["dalian.resident-permit"],
      },
    },
    {
      title: "with a residence permit, read as not enough",
      asOf: "2025-03-10",
      readings: { "dalian.resident-permit": "not" },
      facts: { ...adult, household: false, permit: true, former: "never" },
      expected: {
        outcome: "not-yet",
        failed: ["residence"],
        headlineId: "notYetHousehold",
        remedyIds: ["moveHousehold"],
        readings: ["dalian.resident-permit"],
      },
    },
    {
      title: "without a residence permit, which is read as not enough: nobody is sent for one",
      asOf: "2025-03-10",
      readings: { "dalian.resident-permit": "not" },
      facts: { ...adult, household: false, permit: false, former: "never" },
      expected: {
        outcome: "not-yet",
        failed: ["residence"],
        headlineId: "notYetHousehold",
        remedyIds: ["moveHousehold"],
        readings: ["dalian.resident-permit"],
      },
    },
    {
      title: "on social assistance: nothing to pay, 460.00 borne",
      asOf: "2024-12-01",
      facts: { ...adult, former: "resident", lastYear: 2024, assisted: "subsistence" },
      expected: {
        outcome: "granted",
        due: { ownPremium: "0.00" },
        information: { yearPremium: "460.00", subsidy: "460.00", fiscalSubsidy: "730.00" },
        materials: ["identity-card", "household-register", "assistance-proof"],
      },
    },
    {
      title: "at the margin of assistance: 460 × 60 % = 276.00 borne, 184.00 left",
      asOf: "2024-12-01",
      facts: { ...adult, former: "resident", lastYear: 2024, assisted: "marginal" },
      expected: {
        due: { ownPremium: "184.00" },
        information: { yearPremium: "460.00", subsidy: "276.00", fiscalSubsidy: "730.00" },
      },
    },
    {
      title: "a minor at the margin for 2026: 400 − 240 = 160.00",
      asOf: "2025-11-01",
      facts: { ...born, birthDate: "2015-05-01", former: "resident", lastYear: 2025, assisted: "marginal" },
      expected: { due: { ownPremium: "160.00" }, information: { yearPremium: "400.00", subsidy: "240.00" } },
    },
    {
      title: "an orphan outside the period, years missed: no wait from 2025 on",
      asOf: "2025-03-10",
      facts: { ...adult, former: "resident", lastYear: 2020, assisted: "orphan" },
      expected: { headlineId: "atOnce", dates: { treatmentFrom: "2025-03-10" }, due: { ownPremium: "0.00" } },
    },
    {
      title: "assisted in 2024: the share is not known, two full months",
      asOf: "2024-03-10",
      facts: { ...adult, former: "resident", lastYear: 2023, assisted: "destitute" },
      expected: {
        outcome: "figure-missing",
        missing: ["dalian.resident-subsidy-full 2024-01-01"],
        dates: { treatmentFrom: "2024-06-01" },
        due: {},
        information: { yearPremium: "440.00" },
      },
    },
    {
      title: "read without papers and at the street's office",
      asOf: "2025-03-10",
      readings: { "dalian.resident-materials": "none", "dalian.resident-place": "street" },
      facts: { ...adult, former: "never" },
      expected: { materials: [], place: "户籍地或居住地街道登记，缴费由税务部门收", readings: ["dalian.resident-materials"] },
    },
  ] as const
).map((golden) => ({ rule: "DL-15", ...golden }));
