/** The formulas of Tieling's matters. */
import type { Formula } from "../engine/formula.ts";
import { arrears } from "./arrears.ts";
import { backPayment } from "./back-payment/formula.ts";
import { contributionBase } from "./contribution-base.ts";
import { duplicate } from "./duplicate/formula.ts";
import { enrolment } from "./enrolment/formula.ts";
import { newborn } from "./newborn.ts";
import { refund } from "./refund/formula.ts";
import { residentEnrolment } from "./resident-enrolment/formula.ts";
import { residentRefund } from "./resident-refund.ts";
import { retireeCare } from "./retiree-care.ts";
import { retirement } from "./retirement/formula.ts";
import { schemeChange } from "./scheme-change/formula.ts";

export const tieling: readonly Formula[] = [
  arrears,
  backPayment,
  contributionBase,
  duplicate,
  enrolment,
  newborn,
  refund,
  residentEnrolment,
  residentRefund,
  retireeCare,
  retirement,
  schemeChange,
];
