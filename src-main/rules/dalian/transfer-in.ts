/** Dalian, transfer of the insurance relation from another pooling area (DL-04). Source: city guide, clause 三. */
import { checklistFormula } from "../engine/checklist.ts";

export const transferIn = checklistFormula("dalian.transfer-in", { endedThere: "flag", arrived: "flag", agent: "flag" });
