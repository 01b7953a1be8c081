/** The formulas of Tieling's matters. */
import type { Formula } from "../engine/formula.ts";
import { backPayment } from "./back-payment/formula.ts";
import { enrolment } from "./enrolment/formula.ts";
import { newborn } from "./newborn.ts";
import { refund } from "./refund/formula.ts";
import { residentEnrolment } from "./resident-enrolment/formula.ts";
import { schemeChange } from "./scheme-change/formula.ts";

export const tieling: readonly Formula[] = [backPayment, enrolment, newborn, refund, residentEnrolment, schemeChange];
