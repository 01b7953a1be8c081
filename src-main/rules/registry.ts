/** Every matter's formula: those whose words are bound by name are found by their files, the others are listed. */
import type { Formula } from "./engine/formula.ts";
import { formulas as worded } from "./generated/index.ts";
import { tieling } from "./tieling/index.ts";

export const formulas: readonly Formula[] = [
  ...tieling,
  ...worded,
];
