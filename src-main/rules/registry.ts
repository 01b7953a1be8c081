/** Every matter's formula. A new matter is one line here, one formula file and one YAML file. */
import type { Formula } from "./engine/formula.ts";
import { retirement as dalianRetirement } from "./dalian/retirement/formula.ts";

export const formulas: readonly Formula[] = [dalianRetirement];
