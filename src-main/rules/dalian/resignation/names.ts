/** The names that the resignation formula uses, looked up once when the pack is loaded. */
import type { Facts } from "../../engine/facts.ts";
import type { Bindings } from "../../engine/formula.ts";
import { yearsSpec } from "../../engine/contribution/years-names.ts";
import { premiumNames } from "../premium.ts";
import { sharedWords } from "../years/shared.ts";
import { bindTopUp } from "../years/top-up.ts";
import { bindYears } from "../years/years.ts";
import type { Words } from "../../generated/dalian/resignation.ts";

export const spec = { ...yearsSpec, military: "months?", enrolledAs: "choice?", approvalMonth: "month", filed: "flag?" } as const;
export type ResignationFacts = Facts<typeof spec>;
export type Names = ReturnType<typeof bindNames>;

export function bindNames(names: Bindings) {
  const words = sharedWords<Words>(names);
  for (const id of ["moreCumulative", "moreLocal", "payTopUp"]) names.remedy(id);
  const leaves = {
    sex: names.leaves("sex"),
    capacity: names.leaves("capacity"),
    enrolledAs: names.leaves("enrolledAs"),
    filed: names.leaves("filed"),
  };
  return {
    leaf: leaves,
    unit: names.option("capacity", "unit"),
    shared: { ...words, ...premiumNames(words), ...bindTopUp(words), ...bindYears(words, words.remedy) },
    reading: bindReadings(names),
    step: {
      birthDate: names.fact("birthDate"),
      approvalMonth: names.fact("approvalMonth"),
      contributed: names.fact("contributed"),
      processingMonth: names.step("processingMonth"),
      turningMonth: names.step("turningMonth"),
      payUntil: names.step("payUntil"),
      enoughMonth: names.step("enoughMonth"),
      enoughAfterAge: names.step("enoughAfterAge"),
      lastPayableMonth: names.step("lastPayableMonth"),
      fixedAgeDay: names.step("fixedAgeDay"),
      afterTopUp: names.step("afterTopUp"),
      afterProcessing: names.step("afterProcessing"),
      afterFiled: names.step("afterFiled"),
      afterAge: names.step("afterAge"),
      retiredFrom: names.step("retiredFrom"),
      inServiceUntil: names.step("inServiceUntil"),
    },
    condition: { approved: names.condition("approved"), covered: names.condition("covered"), age: names.condition("age") },
    remedy: {
      waitForApproval: names.remedy("waitForApproval"),
      askInWriting: names.remedy("askInWriting"),
      payUntil: names.remedy("payUntil"),
    },
    amount: { topUp: names.amount("topUp"), topUpMonth: names.amount("topUpMonth") },
    date: {
      retiredFrom: names.date("retiredFrom"),
      inServiceUntil: names.date("inServiceUntil"),
      turningMonth: names.date("turningMonth"),
    },
    coverage: {
      contributed: names.coverage("contributed"),
      inService: names.coverage("inService"),
      retired: names.coverage("retired"),
    },
    materials: [names.material("resignation-form")],
    notice: {
      late: names.notice("late"),
      interrupted: names.notice("interrupted"),
      guideSilent: names.notice("guideSilent"),
      payOnToYears: names.notice("payOnToYears"),
      topUpAtAge: names.notice("topUpAtAge"),
    },
    next: { enrol: names.next("enrol"), retirement: names.next("retirement") },
    headline: {
      granted: names.headline("granted"),
      grantedTopUp: names.headline("grantedTopUp"),
      notYetApproval: names.headline("notYetApproval"),
      askUnit: names.headline("askUnit"),
      payOn: names.headline("payOn"),
      payOnShort: names.headline("payOnShort"),
      short: names.headline("short"),
      figureMissing: names.headline("figureMissing"),
    },
    place: names.place("window"),
    timeLimit: { approvalMonth: names.timeLimit("approvalMonth"), filed: names.timeLimit("filed") },
  };
}

/** Each reading as a node of the explanation, and the answer it gives as a flag. */
function bindReadings(names: Bindings) {
  const start = names.reading("dalian.no-shortfall-start");
  const end = names.reading("dalian.resignation-end-month");
  const late = names.reading("dalian.resignation-late");
  const shortfall = names.reading("dalian.resignation-shortfall");
  const unit = names.reading("dalian.resignation-unit");
  return {
    start: start.node,
    startsNextMonth: start.is("next-month"),
    end: end.node,
    throughTurningMonth: end.is("turning-month"),
    late: late.node,
    lateFromApproval: late.is("from-approval-month"),
    shortfall: shortfall.node,
    mayTopUp: shortfall.is("top-up"),
    unit: unit.node,
    asksForUnit: unit.is("ask"),
  };
}
