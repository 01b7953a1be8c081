/** Dalian, move between units inside the pooling area (DL-10). Source: city guide, clause 七(三). */
import { checklistFormula } from "../engine/checklist.ts";

export const move = checklistFormula("dalian.move", { direction: "choice", stage: "choice?" });
