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
import dalianBackPayment from "../dalian/back-payment.ts";
import dalianEnrolment from "../dalian/enrolment/enrolment.ts";
import dalianHistoricAccountCredit from "../dalian/historic/historic-account-credit.ts";
import dalianHistoricCardLoss from "../dalian/historic/historic-card-loss.ts";
import dalianHistoricChronic from "../dalian/historic/historic-chronic.ts";
import dalianHistoricContribution from "../dalian/historic/historic-contribution.ts";
import dalianHistoricGapPayer from "../dalian/historic/historic-gap-payer.ts";
import dalianHistoricIndividual from "../dalian/historic/historic-individual.ts";
import dalianHistoricNonlocalBackPayment from "../dalian/historic/historic-nonlocal-back-payment.ts";
import dalianHistoricOnlineMove from "../dalian/historic/historic-online-move.ts";
import dalianHistoricReferral from "../dalian/historic/historic-referral.ts";
import dalianHistoricUnemployment from "../dalian/historic/historic-unemployment.ts";
import dalianInpatient from "../dalian/inpatient/inpatient.ts";
import dalianResidentEnrolment from "../dalian/resident/resident-enrolment.ts";
import dalianResignation from "../dalian/resignation/resignation.ts";
import dalianRetirement from "../dalian/retirement/retirement.ts";
import dalianSchemeChange from "../dalian/scheme-change.ts";
import dalianUnemployment from "../dalian/unemployment.ts";
import dalianUnitPremium from "../dalian/unit-premium/unit-premium.ts";
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
  dalianBackPayment,
  dalianEnrolment,
  dalianHistoricAccountCredit,
  dalianHistoricCardLoss,
  dalianHistoricChronic,
  dalianHistoricContribution,
  dalianHistoricGapPayer,
  dalianHistoricIndividual,
  dalianHistoricNonlocalBackPayment,
  dalianHistoricOnlineMove,
  dalianHistoricReferral,
  dalianHistoricUnemployment,
  dalianInpatient,
  dalianResidentEnrolment,
  dalianResignation,
  dalianRetirement,
  dalianSchemeChange,
  dalianUnemployment,
  dalianUnitPremium,
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
