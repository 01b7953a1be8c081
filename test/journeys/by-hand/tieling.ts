import { schemeChange } from "./tieling-change.ts";
import { backPayment } from "./tieling-back-payment.ts";
import { enrolment } from "./tieling-enrolment.ts";
import { arrears, contributionBase, duplicate, refund, residentRefund, retireeCare } from "./tieling-money.ts";
import { newborn, residentEnrolment } from "./tieling-resident.ts";
import { retirement } from "./tieling-retirement.ts";

export const tieling = [
  ...enrolment,
  ...backPayment,
  ...schemeChange,
  ...residentEnrolment,
  ...newborn,
  ...retirement,
  ...arrears,
  ...refund,
  ...residentRefund,
  ...duplicate,
  ...contributionBase,
  ...retireeCare,
];
