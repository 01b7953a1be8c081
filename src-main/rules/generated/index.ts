/** The formula of every matter that has one. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import type { Formula } from "../engine/formula.ts";
import chongqingRetirement from "../chongqing/retirement/retirement.ts";
import chongqingUnitArrears from "../chongqing/unit-arrears.ts";
import tielingArrears from "../tieling/arrears.ts";
import tielingBackPayment from "../tieling/back-payment/back-payment.ts";
import tielingContributionBase from "../tieling/contribution-base.ts";
import tielingDuplicate from "../tieling/duplicate.ts";
import tielingEnrolment from "../tieling/enrolment/enrolment.ts";
import tielingNewborn from "../tieling/newborn.ts";
import tielingRefund from "../tieling/refund/refund.ts";
import tielingResidentRefund from "../tieling/resident-refund.ts";
import tielingRetireeCare from "../tieling/retiree-care.ts";
import tielingRetirement from "../tieling/retirement/retirement.ts";

export const formulas: readonly Formula[] = [
  chongqingRetirement,
  chongqingUnitArrears,
  tielingArrears,
  tielingBackPayment,
  tielingContributionBase,
  tielingDuplicate,
  tielingEnrolment,
  tielingNewborn,
  tielingRefund,
  tielingResidentRefund,
  tielingRetireeCare,
  tielingRetirement,
];
