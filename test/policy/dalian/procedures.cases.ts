/** DL-03, DL-04, DL-08, DL-09, DL-10, DL-11, DL-13 by hand. No money: conditions, papers, places, months. */
import type { GoldenCase } from "../golden.ts";

export interface MatterCase extends GoldenCase {
  readonly matter: string;
}

const asOf = "2025-07-15";

/** In-service staff of a public institution in the five inner districts. */
const inner = { member: "public", innerDistricts: true } as const;
const CENTRE = "市医保中心业务窗口";
const ANY_DISTRICT = "任一区（市）县医保经办机构，也可以线上办理";

const transferOut: readonly MatterCase[] = (
  [
    {
      title: "flexible, suspended, in person: granted at any district",
      facts: { member: "flexible", status: "suspended", agent: false },
      expected: {
        outcome: "granted",
        failed: [],
        materials: ["identity-card"],
        place: ANY_DISTRICT,
        sections: ["online"],
        readings: [],
        notAsked: ["innerDistricts", "proof"],
      },
    },
    {
      title: "an agent brings two identity cards",
      facts: { member: "flexible", status: "suspended", agent: true },
      expected: { outcome: "granted", materials: ["identity-card", "agent-identity-card"] },
    },
    {
      title: "flexible, still paying: not yet, suspends by official account",
      facts: { member: "flexible", status: "active", agent: false },
      expected: { outcome: "not-yet", failed: ["suspended"], remedyIds: ["suspendSelf"] },
    },
    {
      title: "unit employee, still paying: the unit suspends",
      facts: { member: "unit", status: "active", agent: false },
      expected: { outcome: "not-yet", failed: ["suspended"], remedies: ["action"], materials: ["identity-card"] },
    },
    {
      title: "public institution outside the inner districts: like any unit employee",
      facts: { member: "public", innerDistricts: false, status: "suspended", agent: true },
      expected: {
        outcome: "granted",
        materials: ["identity-card", "agent-identity-card"],
        place: ANY_DISTRICT,
        notAsked: ["proof"],
        withoutReadings: ["dalian.transfer-out-public-status"],
      },
    },
    {
      title: "public institution outside the inner districts, not suspended: not yet, no reading needed",
      facts: { member: "public", innerDistricts: false, status: "active", agent: false },
      expected: { outcome: "not-yet", failed: ["suspended"], withoutReadings: ["dalian.transfer-out-public-status"] },
    },
    {
      title: "inner districts with the dismissal certificate: at the city centre, not online",
      facts: { ...inner, status: "suspended", proof: "dismissal", agent: false },
      expected: {
        outcome: "granted",
        materials: ["identity-card", "dismissal-proof"],
        place: CENTRE,
        sections: [],
        readings: ["dalian.transfer-out-public-status"],
      },
    },
    {
      title: "inner districts with the cadre transfer form instead, by an agent",
      facts: { ...inner, status: "suspended", proof: "cadre-transfer", agent: true },
      expected: { outcome: "granted", materials: ["identity-card", "agent-identity-card", "cadre-transfer-form"], place: CENTRE },
    },
    {
      title: "inner districts with neither paper: not yet, either will do",
      facts: { ...inner, status: "suspended", proof: "none", agent: false },
      expected: {
        outcome: "not-yet",
        failed: ["departureProof"],
        remedies: ["action"],
        materials: ["identity-card", "departure-proof"],
      },
    },
    {
      title: "inner districts, not suspended and no paper: both at once",
      facts: { ...inner, status: "active", proof: "none", agent: false },
      expected: { outcome: "not-yet", failed: ["suspended", "departureProof"], remedies: ["action", "action"], place: CENTRE },
    },
    {
      title: "inner districts, not suspended, read as not required: granted on the paper alone",
      readings: { "dalian.transfer-out-public-status": "not-required" },
      facts: { ...inner, status: "active", proof: "dismissal", agent: false },
      expected: { outcome: "granted", failed: [], readings: ["dalian.transfer-out-public-status"] },
    },
    {
      title: "inner districts: the paper is asked for",
      facts: { ...inner, status: "suspended", agent: false },
      expected: { unanswered: ["proof"] },
    },
    {
      title: "public institution: the district is asked for",
      facts: { member: "public", status: "suspended", agent: false },
      expected: { unanswered: ["innerDistricts"] },
    },
  ] as const
).map((golden) => ({ matter: "dalian.transfer-out", rule: "DL-03", asOf, ...golden }));

const transferIn: readonly MatterCase[] = (
  [
    {
      title: "both conditions: granted where contributions are paid",
      facts: { endedThere: true, arrived: true, agent: false },
      expected: {
        outcome: "granted",
        failed: [],
        materials: ["identity-card", "insurance-certificate"],
        place: "缴费所属区（市）县医保经办机构，也可以线上办理",
        sections: ["online"],
        next: [],
        readings: ["dalian.unnamed-form"],
      },
    },
    {
      title: "an agent brings the own identity card, too",
      facts: { endedThere: true, arrived: true, agent: true },
      expected: { outcome: "granted", materials: ["identity-card", "agent-identity-card", "insurance-certificate"] },
    },
    {
      title: "the certificate read as a copy",
      readings: { "dalian.unnamed-form": "copy" },
      facts: { endedThere: true, arrived: true, agent: false },
      expected: { materials: ["identity-card", "insurance-certificate-copy"], readings: ["dalian.unnamed-form"] },
    },
    {
      title: "relation there not ended: not yet",
      facts: { endedThere: false, arrived: true, agent: false },
      expected: { outcome: "not-yet", headlineId: "notEnded", failed: ["endedThere"], remedies: ["action"], next: [] },
    },
    {
      title: "contributions not arrived: not yet, and enrolment is offered",
      facts: { endedThere: true, arrived: false, agent: false },
      expected: { outcome: "not-yet", failed: ["arrived"], remedies: ["action"], next: ["dalian.enrolment"] },
    },
    {
      title: "neither: both named, both can be mended",
      facts: { endedThere: false, arrived: false, agent: false },
      expected: { outcome: "not-yet", headlineId: "notEnded", failed: ["endedThere", "arrived"], remedies: ["action", "action"] },
    },
  ] as const
).map((golden) => ({ matter: "dalian.transfer-in", rule: "DL-04", asOf, ...golden }));

const death: readonly MatterCase[] = (
  [
    {
      title: "relation with the unit, the unit comes",
      facts: { relation: "unit", handler: "unit" },
      expected: {
        outcome: "granted",
        failed: [],
        materials: ["death-certificate", "handler-identity-card", "change-form"],
        place: "各区（市）县医保经办机构",
        readings: ["dalian.unnamed-form"],
      },
    },
    {
      title: "relation with the unit, the family comes: the unit has to",
      facts: { relation: "unit", handler: "family" },
      expected: { outcome: "not-yet", failed: ["unitHandles"], remedies: ["action"], headline: "关系在单位，由单位来办理" },
    },
    {
      title: "relation with the unit, the street office comes: the unit has to",
      facts: { relation: "unit", handler: "street" },
      expected: { outcome: "not-yet", failed: ["unitHandles"] },
    },
    {
      title: "retiree under socialised management, the street office comes",
      facts: { relation: "socialised", handler: "street" },
      expected: {
        outcome: "granted",
        materials: ["death-certificate", "handler-identity-card", "change-form"],
        place: "医保经办机构",
      },
    },
    {
      title: "retiree under socialised management, the former unit comes: the street office has to",
      facts: { relation: "socialised", handler: "unit" },
      expected: { outcome: "not-yet", failed: ["streetHandles"], remedies: ["action"] },
    },
    {
      title: "flexible: anyone, two papers, no change form",
      facts: { relation: "flexible" },
      expected: {
        outcome: "granted",
        failed: [],
        materials: ["death-certificate", "handler-identity-card"],
        place: "所属区（市）县医保经办机构",
        notAsked: ["handler"],
        withoutReadings: ["dalian.unnamed-form"],
      },
    },
    {
      title: "the change form read as a copy",
      readings: { "dalian.unnamed-form": "copy" },
      facts: { relation: "unit", handler: "unit" },
      expected: { materials: ["death-certificate", "handler-identity-card", "change-form-copy"] },
    },
    { title: "who comes is asked for", facts: { relation: "socialised" }, expected: { unanswered: ["handler"] } },
  ] as const
).map((golden) => ({ matter: "dalian.death", rule: "DL-08", asOf, ...golden }));

const move: readonly MatterCase[] = (
  [
    {
      title: "old unit has not suspended",
      facts: { direction: "inside", stage: "not-suspended" },
      expected: {
        outcome: "guidance",
        headline: "本人不用办理，等原单位缴费后网上暂停参保",
        sections: ["whoDoesWhat"],
        materials: [],
        next: [],
        failed: [],
      },
    },
    {
      title: "new unit has not enrolled",
      facts: { direction: "inside", stage: "suspended" },
      expected: { outcome: "guidance", headline: "本人不用办理，等新单位网上参保登记", conflicts: ["dalian.historic-move"] },
    },
    {
      title: "both done",
      facts: { direction: "inside", stage: "enrolled" },
      expected: { outcome: "guidance", headline: "已经调转完毕，本人不用办理" },
    },
    {
      title: "leaving the pooling area: transfer out",
      facts: { direction: "leaving" },
      expected: {
        outcome: "guidance",
        headlineId: "leaving",
        failed: [],
        next: ["dalian.transfer-out"],
        sections: [],
        notAsked: ["stage"],
      },
    },
    {
      title: "arriving from elsewhere: transfer in",
      facts: { direction: "arriving" },
      expected: { outcome: "guidance", headlineId: "arriving", failed: [], next: ["dalian.transfer-in"] },
    },
  ] as const
).map((golden) => ({ matter: "dalian.move", rule: "DL-10", asOf, ...golden }));

const credential: readonly MatterCase[] = (
  [
    {
      title: "card forgotten",
      facts: { reason: "forgotten" },
      expected: {
        outcome: "guidance",
        sections: ["channels", "uses"],
        materials: [],
        headline: "没有带卡也能用医保电子凭证，当场可以激活",
      },
    },
    {
      title: "card lost: the guide says nothing of a new card",
      facts: { reason: "lost" },
      expected: {
        outcome: "guidance",
        sections: ["channels", "uses"],
        notices: ["cardReplacement"],
        conflicts: ["dalian.historic-lost-card"],
      },
    },
    {
      title: "activation only",
      facts: { reason: "activate" },
      expected: { outcome: "guidance", headline: "选一个渠道激活医保电子凭证" },
    },
  ] as const
).map((golden) => ({ matter: "dalian.e-credential", rule: "DL-13", asOf, ...golden }));

const toResident = { direction: "flexible-to-resident" } as const;
const toFlexible = { direction: "resident-to-flexible" } as const;

const schemeChange: readonly MatterCase[] = (
  [
    {
      title: "flexible to unit: any month, suspended first",
      asOf: "2025-06-10",
      facts: { direction: "flexible-to-unit" },
      expected: {
        outcome: "granted",
        failed: [],
        sections: ["suspendFlexible", "unitRegisters"],
        dates: { changeFrom: null },
        timeLimit: "任何月份都可以办理",
        next: [],
        notAsked: ["paidThisYear"],
        readings: ["dalian.scheme-change-materials"],
      },
    },
    {
      title: "flexible to resident on 30 November: not yet, from 1 December",
      asOf: "2025-11-30",
      facts: { ...toResident, paidThisYear: true },
      expected: {
        outcome: "not-yet",
        failed: ["inTime"],
        remedies: ["date 2025-12-01"],
        dates: { changeFrom: "2025-12-01", changeUntil: "2025-12-31" },
        notices: ["bothSteps"],
        withoutReadings: ["dalian.same-year-change"],
      },
    },
    {
      title: "flexible to resident on 1 December",
      asOf: "2025-12-01",
      facts: toResident,
      expected: {
        outcome: "granted",
        failed: [],
        sections: ["suspendFlexible", "residentRegisters"],
        materials: ["identity-card"],
        notAsked: ["paidThisYear"],
        dates: { changeUntil: "2025-12-31" },
      },
    },
    {
      title: "flexible to resident on 31 December",
      asOf: "2025-12-31",
      facts: toResident,
      expected: { outcome: "granted", failed: [] },
    },
    {
      title: "flexible to resident on 1 January: not until the next December",
      asOf: "2026-01-01",
      facts: { ...toResident, paidThisYear: true },
      expected: { outcome: "not-yet", remedies: ["date 2026-12-01"], dates: { changeFrom: "2026-12-01" } },
    },
    {
      title: "resident to flexible on 30 November: not yet, enrolment offered",
      asOf: "2025-11-30",
      facts: { ...toFlexible, paidThisYear: true },
      expected: {
        outcome: "not-yet",
        remedies: ["date 2025-12-01"],
        sections: ["suspendResident", "flexibleRegisters"],
        next: ["dalian.enrolment"],
      },
    },
    {
      title: "resident to flexible on 1 December",
      asOf: "2025-12-01",
      facts: toFlexible,
      expected: { outcome: "granted", next: ["dalian.enrolment"] },
    },
    {
      title: "nothing paid this year: still December only, with the reading shown",
      asOf: "2025-06-10",
      facts: { ...toResident, paidThisYear: false },
      expected: {
        outcome: "not-yet",
        failed: ["inTime"],
        remedies: ["date 2025-12-01"],
        readings: ["dalian.same-year-change"],
      },
    },
    {
      title: "nothing paid this year, read as free: any month",
      asOf: "2025-06-10",
      readings: { "dalian.same-year-change": "any-month" },
      facts: { ...toResident, paidThisYear: false },
      expected: {
        outcome: "granted",
        failed: [],
        timeLimit: "任何月份都可以办理",
        dates: { changeFrom: null },
        readings: ["dalian.same-year-change"],
      },
    },
    {
      title: "paid this year: the reading about unpaid years does not help",
      asOf: "2025-06-10",
      readings: { "dalian.same-year-change": "any-month" },
      facts: { ...toResident, paidThisYear: true },
      expected: { outcome: "not-yet", failed: ["inTime"], withoutReadings: ["dalian.same-year-change"] },
    },
    {
      title: "read as no papers",
      asOf: "2025-12-10",
      readings: { "dalian.scheme-change-materials": "none" },
      facts: toResident,
      expected: { materials: [], readings: ["dalian.scheme-change-materials"] },
    },
  ] as const
).map((golden) => ({ matter: "dalian.scheme-change", rule: "DL-11", ...golden }));

/** Benefit until 2025-06: own payment from 2025-07; gap of 3 at the latest when paid in 2025-10. */
const benefit = { benefitFrom: "2025-01", benefitTo: "2025-06" } as const;

const unemployment: readonly MatterCase[] = (
  [
    {
      title: "drawing: nothing to pay, and what would start afterwards",
      asOf: "2025-03-10",
      facts: benefit,
      expected: {
        outcome: "guidance",
        dates: { enrolFrom: "2025-07", enrolBy: "2025-07-31", stopsFrom: "2025-08", mendBy: "2025-10-31" },
        coverage: ["contributed 2025-01..2025-06", "covered 2025-07..2025-07", "gap 2025-08.."],
        sections: ["whileDrawing", "afterwards"],
        next: ["dalian.enrolment"],
        conflicts: ["dalian.historic-unemployment", "dalian.unemployment-large-sum"],
        readings: ["dalian.unemployment-cover-end"],
        steps: { benefitMonths: 6 },
        due: {},
        notAsked: ["resumedMonth"],
      },
    },
    {
      title: "drawing in January 2023: from this month on there is the large-sum part, too",
      asOf: "2023-01-10",
      facts: { benefitFrom: "2022-10", benefitTo: "2023-03" },
      expected: {
        outcome: "guidance",
        dates: { enrolFrom: "2023-04", enrolBy: "2023-04-30" },
        conflicts: ["dalian.historic-unemployment", "dalian.unemployment-large-sum"],
      },
    },
    {
      title: "last day of the last benefit month: still drawing",
      asOf: "2025-06-30",
      facts: benefit,
      expected: { headline: "领取期间由失业保险基金缴费，本人不缴；2025年7月起要自己参保", notAsked: ["resumedMonth"] },
    },
    {
      title: "first day after: enrol this month and nothing is lost",
      asOf: "2025-07-01",
      facts: benefit,
      expected: {
        steps: { gapMonths: 0 },
        headline: "失业金已领完，最晚 2025年7月31日 参保缴费就不断缴",
        dates: { enrolBy: "2025-07-31", mendBy: "2025-10-31" },
        next: ["dalian.enrolment"],
        sections: ["afterwards"],
      },
    },
    {
      title: "last day without a gap",
      asOf: "2025-07-31",
      facts: benefit,
      expected: { steps: { gapMonths: 0 }, dates: { enrolBy: "2025-07-31" } },
    },
    {
      title: "a month later: gap of 1, to be made good with the payment",
      asOf: "2025-08-01",
      facts: benefit,
      expected: {
        steps: { gapMonths: 1 },
        dates: { enrolBy: null, stopsFrom: "2025-08", mendBy: "2025-10-31" },
        next: ["dalian.enrolment", "dalian.back-payment"],
        timeLimit: "最晚 2025年10月31日 参保缴费，并在缴费当月补缴",
      },
    },
    {
      title: "gap of 3: last day",
      asOf: "2025-10-31",
      facts: benefit,
      expected: {
        steps: { gapMonths: 3 },
        dates: { mendBy: "2025-10-31" },
        next: ["dalian.enrolment", "dalian.back-payment"],
      },
    },
    {
      title: "gap of 4: never again",
      asOf: "2025-11-01",
      facts: benefit,
      expected: {
        steps: { gapMonths: 4 },
        dates: { mendBy: null, enrolFrom: "2025-07" },
        next: ["dalian.enrolment"],
        notices: ["neverAgain"],
        headline: "领完后已断缴 4 个月，不能补缴，请尽快参保缴费",
        timeLimit: "从 2025年7月 起就应参保缴费，请尽快",
      },
    },
    {
      title: "cover read as ending with the benefit",
      asOf: "2025-03-10",
      readings: { "dalian.unemployment-cover-end": "with-benefit" },
      facts: benefit,
      expected: {
        dates: { stopsFrom: "2025-07" },
        coverage: ["contributed 2025-01..2025-06", "gap 2025-07.."],
        readings: ["dalian.unemployment-cover-end"],
      },
    },
    {
      title: "paid on without a break",
      asOf: "2025-09-10",
      facts: { ...benefit, resumedMonth: "2025-07" },
      expected: {
        steps: { gapMonths: 0 },
        headline: "领完后已接着缴费，没有断缴",
        assumed: ["resumedAs 自己缴（灵活就业）"],
        coverage: ["contributed 2025-01..2025-06", "covered 2025-07.."],
        next: [],
        place: "不用到医保窗口",
        withoutReadings: ["dalian.unemployment-cover-end"],
      },
    },
    {
      title: "resumed this month after 2 months: to be made good this month",
      asOf: "2025-09-30",
      facts: { ...benefit, resumedMonth: "2025-09" },
      expected: {
        steps: { gapMonths: 2, thisMonth: 1 },
        next: ["dalian.back-payment"],
        dates: { stopsFrom: "2025-08", coveredAgain: "2025-10" },
        coverage: [
          "contributed 2025-01..2025-06",
          "covered 2025-07..2025-07",
          "gap 2025-08..2025-08",
          "waiting 2025-09..2025-09",
          "covered 2025-10..",
        ],
        timeLimit: "本月内补缴，过期不能再补",
      },
    },
    {
      title: "resumed last month after 2 months: too late",
      asOf: "2025-10-01",
      facts: { ...benefit, resumedMonth: "2025-09" },
      expected: {
        steps: { gapMonths: 2, thisMonth: 0 },
        next: [],
        notices: ["neverAgain"],
        headline: "领完后断缴 2 个月，已过缴费当月，不能补缴",
      },
    },
    {
      title: "resumed after 1 month: the unpaid month was still covered",
      asOf: "2025-08-20",
      facts: { ...benefit, resumedMonth: "2025-08" },
      expected: {
        coverage: ["contributed 2025-01..2025-06", "covered 2025-07..2025-07", "waiting 2025-08..2025-08", "covered 2025-09.."],
      },
    },
    {
      title: "resumed after 4 months: too long, whenever it is asked",
      asOf: "2025-11-05",
      facts: { ...benefit, resumedMonth: "2025-11" },
      expected: {
        steps: { gapMonths: 4, thisMonth: 1 },
        next: [],
        notices: ["neverAgain"],
        headline: "领完后断缴 4 个月，不能补缴",
      },
    },
    {
      title: "resumed through a unit after 2 months: the clause on back-payment is about flexible workers",
      asOf: "2025-09-30",
      facts: { ...benefit, resumedMonth: "2025-09", resumedAs: "unit" },
      expected: {
        steps: { gapMonths: 2 },
        headline: "领完后断缴 2 个月，已随单位缴费；断缴的能不能补，指南没有写",
        next: [],
        notices: ["unitGapSilent"],
        withoutNotices: ["neverAgain"],
        dates: { coveredAgain: "2025-10" },
      },
    },
    {
      title: "resumed through a unit without a break: nothing is open",
      asOf: "2025-09-30",
      facts: { ...benefit, resumedMonth: "2025-07", resumedAs: "unit" },
      expected: { headline: "领完后已接着缴费，没有断缴", withoutNotices: ["unitGapSilent"] },
    },
    {
      title: "how one paid is asked only of who has paid",
      asOf: "2025-09-30",
      facts: benefit,
      expected: { notAsked: ["resumedAs"] },
    },
    {
      title: "benefit ends before it starts",
      asOf: "2025-09-10",
      facts: { benefitFrom: "2025-07", benefitTo: "2025-06" },
      expected: { errors: ["benefitTo conflict"] },
    },
    {
      title: "benefit of one month",
      asOf: "2025-06-10",
      facts: { benefitFrom: "2025-06", benefitTo: "2025-06" },
      expected: { outcome: "guidance", dates: { enrolFrom: "2025-07" } },
    },
    {
      title: "resumed in a later month than this one",
      asOf: "2025-09-10",
      facts: { ...benefit, resumedMonth: "2025-10" },
      expected: { errors: ["resumedMonth conflict"] },
    },
    {
      title: "resumed in the last benefit month",
      asOf: "2025-09-10",
      facts: { ...benefit, resumedMonth: "2025-06" },
      expected: { errors: ["resumedMonth conflict"] },
    },
  ] as const
).map((golden) => ({ matter: "dalian.unemployment", rule: "DL-09", ...golden }));

export const PROCEDURE_CASES: readonly MatterCase[] = [
  ...transferOut,
  ...transferIn,
  ...death,
  ...move,
  ...credential,
  ...schemeChange,
  ...unemployment,
];
