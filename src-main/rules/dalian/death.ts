/** Dalian, end of the insurance relation on death (DL-08). Source: city guide, clause 六. */
import { checklistFormula } from "../engine/checklist.ts";

export const death = checklistFormula("dalian.death", { relation: "choice", handler: "choice?" });
