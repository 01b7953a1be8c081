/** Every matter's formula: those whose words are bound by name are found by their files, the others are listed. */
import type { Formula } from "./engine/formula.ts";
import { backPayment as dalianBackPayment } from "./dalian/back-payment.ts";
import { enrolment as dalianEnrolment } from "./dalian/enrolment/formula.ts";
import { inpatient as dalianInpatient } from "./dalian/inpatient/formula.ts";
import { residentEnrolment as dalianResidentEnrolment } from "./dalian/resident/formula.ts";
import { resignation as dalianResignation } from "./dalian/resignation/formula.ts";
import { retirement as dalianRetirement } from "./dalian/retirement/formula.ts";
import { schemeChange as dalianSchemeChange } from "./dalian/scheme-change.ts";
import { unemployment as dalianUnemployment } from "./dalian/unemployment.ts";
import { unitPremium as dalianUnitPremium } from "./dalian/unit-premium/formula.ts";
import { historic as dalianHistoric } from "./dalian/historic/index.ts";
import { formulas as worded } from "./generated/index.ts";

export const formulas: readonly Formula[] = [
  dalianBackPayment,
  dalianEnrolment,
  dalianInpatient,
  dalianResidentEnrolment,
  dalianResignation,
  dalianRetirement,
  dalianSchemeChange,
  dalianUnemployment,
  dalianUnitPremium,
  ...dalianHistoric,
  ...worded,
];
