import { arrears } from "./arrears.ts";
import { backPayment } from "./back-payment.ts";
import { contributionBase } from "./contribution-base.ts";
import { duplicate } from "./duplicate.ts";
import { edges } from "./edges.ts";
import { enrolment } from "./enrolment.ts";
import { newborn } from "./newborn.ts";
import { refund } from "./refund.ts";
import { residentEnrolment } from "./resident-enrolment.ts";
import { residentRefund } from "./resident-refund.ts";
import { retireeCare } from "./retiree-care.ts";
import { retirementReach } from "./retirement-reach.ts";
import { retirement } from "./retirement.ts";
import { schemeChange } from "./scheme-change.ts";

export const tielingByHand = [
  ...enrolment,
  ...backPayment,
  ...schemeChange,
  ...residentEnrolment,
  ...newborn,
  ...retirement,
  ...retirementReach,
  ...arrears,
  ...refund,
  ...residentRefund,
  ...duplicate,
  ...contributionBase,
  ...retireeCare,
  ...edges,
];
