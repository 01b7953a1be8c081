/** Every matter's formula. A new matter is one line here, one formula file and one YAML file. */
import type { Formula } from "./engine/formula.ts";
import { backPayment as dalianBackPayment } from "./dalian/back-payment.ts";
import { death as dalianDeath } from "./dalian/death.ts";
import { eCredential as dalianECredential } from "./dalian/e-credential.ts";
import { enrolment as dalianEnrolment } from "./dalian/enrolment/formula.ts";
import { inpatient as dalianInpatient } from "./dalian/inpatient/formula.ts";
import { move as dalianMove } from "./dalian/move.ts";
import { paymentChannels as dalianPaymentChannels } from "./dalian/payment-channels.ts";
import { residentEnrolment as dalianResidentEnrolment } from "./dalian/resident/formula.ts";
import { resignation as dalianResignation } from "./dalian/resignation/formula.ts";
import { retirement as dalianRetirement } from "./dalian/retirement/formula.ts";
import { schemeChange as dalianSchemeChange } from "./dalian/scheme-change.ts";
import { transferIn as dalianTransferIn } from "./dalian/transfer-in.ts";
import { transferOut as dalianTransferOut } from "./dalian/transfer-out.ts";
import { unemployment as dalianUnemployment } from "./dalian/unemployment.ts";
import { unitPremium as dalianUnitPremium } from "./dalian/unit-premium/formula.ts";
import { historic as dalianHistoric } from "./dalian/historic/index.ts";
import { chongqing } from "./chongqing/index.ts";
import { tieling } from "./tieling/index.ts";

export const formulas: readonly Formula[] = [
  dalianBackPayment,
  dalianDeath,
  dalianECredential,
  dalianEnrolment,
  dalianInpatient,
  dalianMove,
  dalianPaymentChannels,
  dalianResidentEnrolment,
  dalianResignation,
  dalianRetirement,
  dalianSchemeChange,
  dalianTransferIn,
  dalianTransferOut,
  dalianUnemployment,
  dalianUnitPremium,
  ...dalianHistoric,
  ...tieling,
  ...chongqing,
];
