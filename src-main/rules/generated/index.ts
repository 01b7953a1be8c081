/** The formula of every matter that has one. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import type { Formula } from "../engine/formula.ts";
import chongqingRetirement from "../chongqing/retirement/retirement.ts";
import chongqingUnitArrears from "../chongqing/unit-arrears.ts";

export const formulas: readonly Formula[] = [
  chongqingRetirement,
  chongqingUnitArrears,
];
