/** CQ-06, CQ-07, CQ-08, CQ-11, CQ-14 by hand: conditions and guidance, no money. */
import type { GoldenCase } from "../golden.ts";

const asOf = "2025-03-10";
const both = { endedThere: true, enrolledHere: true, validationError: false } as const;

export const TRANSFER_IN_CASES: readonly GoldenCase[] = [
  {
    title: "ended there, enrolled here: online, the balance comes along",
    rule: "CQ-06",
    asOf,
    facts: both,
    expected: {
      outcome: "granted",
      failed: [],
      sections: ["online", "balance", "noPapers"],
      place: "线上办理",
      next: ["chongqing.account-statement"],
      headline: "可以申请转入",
    },
  },
  {
    title: "the validation error: the original agency first",
    rule: "CQ-06",
    asOf,
    facts: { ...both, validationError: true },
    expected: {
      outcome: "granted",
      sections: ["online", "validation", "balance", "noPapers"],
      place: "先联系原参保地医保经办机构，再线上办理",
      headline: "可以申请转入，先请原参保地核实系统提示的问题",
    },
  },
  {
    title: "not ended there: to be ended first",
    rule: "CQ-06",
    asOf,
    facts: { ...both, endedThere: false },
    expected: {
      outcome: "not-yet",
      failed: ["endedThere"],
      remedies: ["action"],
      next: [],
      headline: "还不能申请转入，先在原参保地中止参保",
    },
  },
  {
    title: "not enrolled here: not yet",
    rule: "CQ-06",
    asOf,
    facts: { ...both, enrolledHere: false },
    expected: {
      outcome: "not-yet",
      failed: ["enrolledHere"],
      remedies: ["action"],
      next: ["chongqing.enrolment"],
      headline: "先在重庆参保，再申请转入",
    },
  },
  {
    title: "neither: both are named",
    rule: "CQ-06",
    asOf,
    facts: { endedThere: false, enrolledHere: false, validationError: true },
    expected: {
      outcome: "not-yet",
      failed: ["endedThere", "enrolledHere"],
      headline: "还不能申请转入，先在原参保地中止参保，再在重庆参保",
      sections: ["online", "validation", "balance", "noPapers"],
      next: ["chongqing.enrolment"],
    },
  },
];

export const TRANSFER_OUT_CASES: readonly GoldenCase[] = [
  {
    title: "suspended here, enrolled there",
    rule: "CQ-06",
    asOf,
    facts: { status: "suspended", enrolledThere: true },
    expected: { outcome: "granted", failed: [], sections: ["online", "balance", "noPapers"] },
  },
  {
    title: "still active here",
    rule: "CQ-06",
    asOf,
    facts: { status: "active", enrolledThere: true },
    expected: {
      outcome: "not-yet",
      failed: ["suspended"],
      remedies: ["action"],
      headline: "还不能申请转出，先中止重庆的参保",
    },
  },
  {
    title: "still active here and not yet enrolled there",
    rule: "CQ-06",
    asOf,
    facts: { status: "active", enrolledThere: false },
    expected: {
      outcome: "not-yet",
      failed: ["suspended", "enrolledThere"],
      headline: "还不能申请转出，先中止重庆的参保，再在转入地参保",
    },
  },
  {
    title: "not yet enrolled there",
    rule: "CQ-06",
    asOf,
    facts: { status: "suspended", enrolledThere: false },
    expected: { outcome: "not-yet", failed: ["enrolledThere"], headline: "先在转入地参保，再申请转出" },
  },
];

export const ACCOUNT_CASES: readonly GoldenCase[] = [
  {
    title: "the movements of the account",
    rule: "CQ-08",
    asOf,
    facts: { purpose: "statement" },
    expected: { outcome: "guidance", sections: ["accountStatement", "noPapers"], next: [] },
  },
  {
    title: "whether the balance has come along",
    rule: "CQ-08",
    asOf,
    facts: { purpose: "transferred" },
    expected: { sections: ["accountStatement", "balanceMoves", "noPapers"], next: ["chongqing.transfer-in"] },
  },
  {
    title: "what was credited, for a refund",
    rule: "CQ-08",
    asOf,
    facts: { purpose: "refund" },
    expected: { sections: ["accountStatement", "creditedMonths", "noPapers"], next: ["chongqing.overlap-refund"] },
  },
];

export const RECORD_CASES: readonly GoldenCase[] = [
  {
    title: "whether a payment has arrived",
    rule: "CQ-11",
    asOf,
    facts: { purpose: "check" },
    expected: {
      outcome: "guidance",
      sections: ["taxAccount", "noPapers"],
      next: ["chongqing.resident-enrolment"],
      headline: "在“重庆税务”公众号查这笔缴费",
    },
  },
  {
    title: "the record of payments",
    rule: "CQ-14",
    asOf,
    facts: { purpose: "record" },
    expected: { sections: ["insuranceAccount", "noPapers"], next: [], headline: "在“重庆市医疗保障局”公众号查缴费记录" },
  },
];
