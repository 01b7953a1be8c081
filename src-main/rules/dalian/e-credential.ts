/** Dalian, electronic credential and forgotten or lost cards (DL-13). Source: city guide, clause 七(九). */
import { checklistFormula } from "../engine/checklist.ts";

export const eCredential = checklistFormula("dalian.e-credential", { reason: "choice" });
