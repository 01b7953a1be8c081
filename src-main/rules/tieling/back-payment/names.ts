/** Everything that a gap in the employee scheme looks up by name, once, when the pack is loaded. */
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { AmountDefinition } from "../../engine/result.ts";
import type { FundModeWords } from "../arrears-price.ts";
import type { ArrearsPrice } from "../../generated/tieling/data.ts";
import { bindEmployeeWaiting } from "../employee-waiting.ts";
import { bindMaterials } from "../materials.ts";
import { bindWaiting, paymentFaults, waitingDates } from "../waiting.ts";

export const spec = {
  capacity: "choice",
  fromElsewhere: "flag?",
  lastYear: "choice?",
  paid: "months",
  paidOn: "date?",
  firstPaidOn: "date?",
  fundMode: "choice?",
} as const;
export type GapFacts = Facts<typeof spec>;
export type SomeGapFacts = SomeFacts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const left = names.reading("tieling.gap-left");
  /** Who pays depends on the capacity. */
  const amount = (id: string, own: string): readonly AmountDefinition[] => {
    const definitions: AmountDefinition[] = [];
    definitions[names.option("capacity", "unit")] = names.amount(id);
    definitions[names.option("capacity", "flexible")] = { ...names.amount(own), id };
    return definitions;
  };
  return {
    waiting: bindWaiting(names, "employee"),
    table: bindEmployeeWaiting(names),
    price: names.words() as unknown as ArrearsPrice & FundModeWords,
    flexible: names.option("capacity", "flexible"),
    leaf: {
      capacity: names.leaves("capacity"),
      fromElsewhere: names.leaves("fromElsewhere"),
      fundMode: names.leaves("fundMode"),
    },
    reading: { left: left.node, leftWaits: left.is("thirty-days") },
    step: {
      paid: names.fact("paid"),
      lastPaid: names.step("lastPaid"),
      gapMonths: names.step("gapMonths"),
      history: names.step("history"),
      leftWait: names.step("leftWait"),
      /** By way of being insured. */
      either: [names.step("topUpPoolOnly"), names.step("topUpCombined")],
    },
    condition: names.condition("atMostThree"),
    amount: {
      total: amount("topUp", "topUpOwn"),
      month: amount("topUpMonth", "topUpMonthOwn"),
      either: [amount("topUpPoolOnly", "topUpPoolOnlyOwn"), amount("topUpCombined", "topUpCombinedOwn")],
    },
    dates: waitingDates(names),
    coverage: {
      paid: names.coverage("paid"),
      madeGood: names.coverage("madeGood"),
      gap: names.coverage("gap"),
      waiting: names.coverage("waiting"),
      waitingMonth: names.coverage("waitingMonth"),
      covered: names.coverage("covered"),
    },
    notice: {
      gapLost: names.notice("gapLost"),
      yearsOnly: names.notice("yearsOnly"),
      notCredited: names.notice("notCredited"),
      firstWait: names.notice("firstWait"),
      waitsAgain: names.notice("waitsAgain"),
    },
    materialsRule: bindMaterials(names),
    materials: {
      local: [names.material("identity-card"), names.material("payment-record")],
      elsewhere: [names.material("identity-card"), names.material("payment-record"), names.material("transfer-proof")],
    },
    headline: {
      noGap: names.headline("noGap"),
      yearWait: names.headline("yearWait"),
      payable: names.headline("payable"),
      payableEither: names.headline("payableEither"),
      tooLong: names.headline("tooLong"),
      gapLost: names.headline("gapLost"),
      lastYearPaid: names.headline("lastYearPaid"),
      lastYearUnpaid: names.headline("lastYearUnpaid"),
      figureMissing: names.headline("figureMissing"),
    },
    option: {
      backPay: names.headline("backPay"),
      backPayText: names.headline("backPayText"),
      leave: names.headline("leave"),
      leaveText: names.headline("leaveText"),
    },
    next: [names.next("arrears")],
    place: names.place("agency"),
    timeLimit: names.timeLimit("none"),
    fault: {
      nothingBefore: { fact: "paid", text: names.fault("nothingBefore") },
      monthsAfter: { fact: "paid", text: names.fault("monthsAfter") },
      payment: paymentFaults(names),
    },
  };
}
