/** DL-14: which of the three ways, and with which papers. Source: answers of 2025-04. */
import type { GoldenCase } from "../golden.ts";

const asOf = "2025-07-10";

export const PAYMENT_CHANNEL_CASES: readonly GoldenCase[] = [
  {
    title: "not enrolled yet: register first, then any of the three ways",
    rule: "DL-14",
    asOf,
    facts: { purpose: "enrol" },
    expected: {
      outcome: "guidance",
      due: {},
      materials: ["residence-paper", "identity-paper"],
      sections: ["counterChannel", "onlineChannel", "bankChannel"],
      next: ["dalian.enrolment"],
    },
  },
  {
    title: "enrolled: online, at the tax window or by bank withholding",
    rule: "DL-14",
    asOf,
    facts: { purpose: "pay" },
    expected: {
      outcome: "guidance",
      materials: ["identity-paper"],
      sections: ["onlineChannel", "taxCounterChannel", "bankChannel"],
      next: [],
    },
  },
  {
    title: "back-payment: never by bank withholding",
    rule: "DL-14",
    asOf,
    facts: { purpose: "back-payment" },
    expected: {
      materials: ["identity-card"],
      place: "公众号或医保窗口核定，税务小程序或税务窗口缴费",
      readings: ["dalian.back-payment-materials"],
      sections: ["backPaymentChannel"],
      onlyNotices: ["noWithholding"],
      next: ["dalian.back-payment"],
    },
  },
];
