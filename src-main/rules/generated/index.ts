/** The formula of every matter that has one. Made from the policy data by `node src-main/launcher/run.mjs generate-words`; never changed by hand. */
import type { Formula } from "../engine/formula.ts";
import chongqingEnrolment from "../chongqing/enrolment.ts";
import chongqingLongTermCare from "../chongqing/long-term-care.ts";
import chongqingPremium from "../chongqing/premium.ts";
import chongqingOverlapRefund from "../chongqing/refund/overlap-refund.ts";
import chongqingResidentRefund from "../chongqing/refund/resident-refund.ts";
import chongqingResidentEnrolment from "../chongqing/resident/resident-enrolment.ts";
import chongqingRetirement from "../chongqing/retirement/retirement.ts";
import chongqingSchemeChange from "../chongqing/scheme-change.ts";
import chongqingUnitArrears from "../chongqing/unit-arrears.ts";
import tielingArrears from "../tieling/arrears.ts";
import tielingBackPayment from "../tieling/back-payment/back-payment.ts";
import tielingContributionBase from "../tieling/contribution-base.ts";
import tielingDuplicate from "../tieling/duplicate.ts";
import tielingEnrolment from "../tieling/enrolment/enrolment.ts";
import tielingNewborn from "../tieling/newborn.ts";
import tielingRefund from "../tieling/refund/refund.ts";
import tielingResidentEnrolment from "../tieling/resident-enrolment.ts";
import tielingResidentRefund from "../tieling/resident-refund.ts";
import tielingRetireeCare from "../tieling/retiree-care.ts";
import tielingRetirement from "../tieling/retirement/retirement.ts";
import tielingSchemeChange from "../tieling/scheme-change/scheme-change.ts";

export const formulas: readonly Formula[] = [
  chongqingEnrolment,
  chongqingLongTermCare,
  chongqingPremium,
  chongqingOverlapRefund,
  chongqingResidentRefund,
  chongqingResidentEnrolment,
  chongqingRetirement,
  chongqingSchemeChange,
  chongqingUnitArrears,
  tielingArrears,
  tielingBackPayment,
  tielingContributionBase,
  tielingDuplicate,
  tielingEnrolment,
  tielingNewborn,
  tielingRefund,
  tielingResidentEnrolment,
  tielingResidentRefund,
  tielingRetireeCare,
  tielingRetirement,
  tielingSchemeChange,
];
