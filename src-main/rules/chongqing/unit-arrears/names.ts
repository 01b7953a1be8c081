/** The names that the formula uses, looked up once when the pack is loaded. */
import type { Facts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { bindPapers } from "../papers.ts";

export const spec = { lastPaid: "month", resumedMonth: "month?", arrearsPaid: "flag", paidOffMonth: "month?" } as const;
/** Values of the table's input `paid`. */
export const UNPAID = 0;
export const PAID = 1;
export type ArrearsFacts = Facts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const table = names.table("chongqing.arrears");
  const answer = table.output("answer");
  const within = names.reading("chongqing.arrears-within");
  const paymentMonth = names.reading("chongqing.arrears-payment-month");
  const unpaid = names.reading("chongqing.arrears-unpaid");
  const firstMonth = names.reading("chongqing.arrears-first-month");
  const madeGood = table.choice(answer, "made-good");
  const papers = bindPapers(names);
  let longest = 0;
  while (table.value(table.row2(longest + 1, PAID), answer) === madeGood) longest++;
  return {
    table,
    answer,
    /** Months of the longest interruption that can be made good. */
    longest,
    is: { none: table.choice(answer, "none"), madeGood },
    reading: {
      within: within.node,
      resumingIsEnough: within.is("resume-only"),
      paymentMonth: paymentMonth.node,
      paymentMonthCovered: paymentMonth.is("covered"),
      unpaid: unpaid.node,
      afterResuming: unpaid.is("after-resuming"),
      firstMonth: firstMonth.node,
      firstMonthCovered: firstMonth.is("covered"),
      papers: papers.reading,
    },
    materials: papers.of("handler-card"),
    arrearsPaid: names.leaves("arrearsPaid"),
    step: {
      lastPaid: names.fact("lastPaid"),
      resumed: names.step("resumed"),
      paidOff: names.step("paidOff"),
      arrearsMonths: names.step("arrearsMonths"),
      monthsToPaidOff: names.step("monthsToPaidOff"),
      monthsToResumed: names.step("monthsToResumed"),
      stoppedFrom: names.step("stoppedFrom"),
      stoppedFromRead: names.step("stoppedFromRead"),
      stoppedAtOnce: names.step("stoppedAtOnce"),
      longFrom: names.step("longFrom"),
      payBy: names.step("payBy"),
      benefitsFrom: names.step("benefitsFrom"),
      benefitsResumed: names.step("benefitsResumed"),
      paidUntil: names.step("paidUntil"),
      paidUntilPayment: names.step("paidUntilPayment"),
      resumedFrom: names.step("resumedFrom"),
    },
    condition: names.condition("arrearsPaid"),
    remedy: {
      payInTime: names.remedy("payInTime"),
      payWhenever: names.remedy("payWhenever"),
      payAnyway: names.remedy("payAnyway"),
    },
    date: {
      stoppedFrom: names.date("stoppedFrom"),
      payBy: names.date("payBy"),
      paidUntil: names.date("paidUntil"),
      benefitsFrom: names.date("benefitsFrom"),
      resumedFrom: names.date("resumedFrom"),
    },
    coverage: {
      paid: names.coverage("paid"),
      grace: names.coverage("grace"),
      stopped: names.coverage("stopped"),
      resumed: names.coverage("resumed"),
      madeGood: names.coverage("madeGood"),
      covered: names.coverage("covered"),
    },
    notice: { accountCredited: names.notice("accountCredited"), gapNotPaid: names.notice("gapNotPaid") },
    headline: {
      none: names.headline("none"),
      madeGood: names.headline("madeGood"),
      credited: names.headline("credited"),
      chooseShort: names.headline("chooseShort"),
      chooseOpen: names.headline("chooseOpen"),
      chooseLong: names.headline("chooseLong"),
    },
    option: {
      pay: names.headline("pay"),
      payText: names.headline("payText"),
      payLongText: names.headline("payLongText"),
      leave: names.headline("leave"),
      leaveStopped: names.headline("leaveStopped"),
      leaveResumed: names.headline("leaveResumed"),
    },
    place: names.place("agency"),
    timeLimit: { payBy: names.timeLimit("payBy"), none: names.timeLimit("none") },
    fault: {
      resumedInFuture: names.fault("resumedInFuture"),
      resumedTooEarly: names.fault("resumedTooEarly"),
      paidOffInFuture: names.fault("paidOffInFuture"),
      paidOffTooEarly: names.fault("paidOffTooEarly"),
    },
  };
}
