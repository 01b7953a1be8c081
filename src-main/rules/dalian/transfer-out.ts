/** Dalian, transfer of the insurance relation to another pooling area (DL-03). Source: city guide, clause 二. */
import { checklistFormula } from "../engine/checklist.ts";

export const transferOut = checklistFormula("dalian.transfer-out", {
  member: "choice",
  innerDistricts: "flag?",
  status: "choice",
  proof: "choice?",
  agent: "flag",
});
