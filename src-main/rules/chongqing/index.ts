/** The formulas of Chongqing's matters. */
import type { Formula } from "../engine/formula.ts";
import { residentEnrolment } from "./resident/enrolment.ts";
import { schemeChange } from "./scheme-change/formula.ts";

export const chongqing: readonly Formula[] = [residentEnrolment, schemeChange];
