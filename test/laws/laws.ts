/** The laws of every city and every matter. What random lives show besides stands in `test/journeys/laws.ts`. */
import { earlierIsNeverWorse } from "./earlier.ts";
import { explained } from "./explained.ts";
import { figureNobodyHas } from "./figure-nobody-has.ts";
import { halfFilled, wrongAnswers } from "./half-filled.ts";
import type { Law } from "./law.ts";
import { remediesWork } from "./remedies.ts";
import { tablesProved } from "./tables.ts";

export const LAWS: readonly Law[] = [
  explained,
  tablesProved,
  figureNobodyHas,
  halfFilled,
  wrongAnswers,
  remediesWork,
  earlierIsNeverWorse,
];
