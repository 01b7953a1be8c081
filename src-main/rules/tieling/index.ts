/** The formulas of Tieling's matters. */
import type { Formula } from "../engine/formula.ts";
import { residentEnrolment } from "./resident-enrolment/formula.ts";
import { schemeChange } from "./scheme-change/formula.ts";

export const tieling: readonly Formula[] = [residentEnrolment, schemeChange];
