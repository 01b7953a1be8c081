/** Every golden case of Tieling, by matter. */
import type { GoldenCase } from "../golden.ts";
import { DUPLICATE_CASES } from "./duplicate.cases.ts";
import { ENROLMENT_CASES } from "./enrolment.cases.ts";
import { FLEXIBLE_ENROLMENT_CASES, FLEXIBLE_GAP_CASES } from "./flexible.cases.ts";
import { BACK_PAYMENT_CASES, SCHEME_CHANGE_CASES } from "./gaps.cases.ts";
import { ARREARS_CASES, BASE_CASES, RETIREE_CASES } from "./money.cases.ts";
import { REFUND_CASES, RESIDENT_REFUND_CASES } from "./refund.cases.ts";
import { NEWBORN_CASES, RESIDENT_CASES } from "./resident.cases.ts";
import { RETIREMENT_CASES } from "./retirement.cases.ts";
import {
  SELDOM_AGE_CASES,
  SELDOM_BACK_PAYMENT_CASES,
  SELDOM_CHANGE_CASES,
  SELDOM_ENROLMENT_CASES,
  SELDOM_LAST_DAY_CASES,
  SELDOM_REFUND_CASES,
  SELDOM_RETIREMENT_CASES,
  SELDOM_WAIT_CASES,
} from "./seldom.cases.ts";
import { FORMER_EMPLOYEE_CASES, TO_RESIDENT_CASES } from "./to-resident.cases.ts";

export const TIELING_CASES: readonly (readonly [matter: string, cases: readonly GoldenCase[]])[] = [
  ["tieling.enrolment", [...ENROLMENT_CASES, ...FLEXIBLE_ENROLMENT_CASES, ...SELDOM_ENROLMENT_CASES]],
  ["tieling.back-payment", [...BACK_PAYMENT_CASES, ...FLEXIBLE_GAP_CASES, ...SELDOM_BACK_PAYMENT_CASES, ...SELDOM_WAIT_CASES]],
  ["tieling.scheme-change", [...SCHEME_CHANGE_CASES, ...TO_RESIDENT_CASES, ...SELDOM_CHANGE_CASES, ...SELDOM_LAST_DAY_CASES]],
  ["tieling.resident-enrolment", [...RESIDENT_CASES, ...FORMER_EMPLOYEE_CASES]],
  ["tieling.newborn", NEWBORN_CASES],
  ["tieling.duplicate", DUPLICATE_CASES],
  ["tieling.contribution-base", BASE_CASES],
  ["tieling.retirement", [...RETIREMENT_CASES, ...SELDOM_RETIREMENT_CASES, ...SELDOM_AGE_CASES]],
  ["tieling.arrears", ARREARS_CASES],
  ["tieling.retiree-care", RETIREE_CASES],
  ["tieling.refund", [...REFUND_CASES, ...SELDOM_REFUND_CASES]],
  ["tieling.resident-refund", RESIDENT_REFUND_CASES],
];
