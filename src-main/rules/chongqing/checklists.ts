/** Chongqing, matters that are conditions, papers and guidance only: CQ-06, CQ-07 (relation), CQ-08, CQ-11, CQ-14 (inquiries). */
import { checklistFormula } from "../engine/checklist.ts";

export const transferIn = checklistFormula("chongqing.transfer-in", {
  endedThere: "flag",
  enrolledHere: "flag",
  validationError: "flag",
});
export const transferOut = checklistFormula("chongqing.transfer-out", { status: "choice", enrolledThere: "flag" });
export const accountStatement = checklistFormula("chongqing.account-statement", { purpose: "choice" });
export const paymentRecords = checklistFormula("chongqing.payment-records", { purpose: "choice" });
