/** Every golden case of Chongqing, by matter. */
import type { GoldenCase } from "../golden.ts";
import { ARREARS_CASES } from "./arrears.cases.ts";
import { CHANGE_CASES } from "./change.cases.ts";
import { ENROLMENT_CASES } from "./enrolment.cases.ts";
import { ACCOUNT_CASES, RECORD_CASES, TRANSFER_IN_CASES, TRANSFER_OUT_CASES } from "./guidance.cases.ts";
import { CARE_CASES, PREMIUM_CASES } from "./premium.cases.ts";
import { REFUND_CASES, RESIDENT_REFUND_CASES } from "./refund.cases.ts";
import { RESIDENT_CASES } from "./residents.cases.ts";
import { RETIREMENT_CASES } from "./retirement.cases.ts";
import {
  SELDOM_CHANGE_CASES,
  SELDOM_ENROLMENT_CASES,
  SELDOM_PREMIUM_CASES,
  SELDOM_REFUND_CASES,
  SELDOM_RESIDENT_CASES,
  SELDOM_RETIREMENT_CASES,
} from "./seldom.cases.ts";
import { TO_RESIDENT_CASES } from "./to-resident.cases.ts";
import { YEARS_CASES } from "./years.cases.ts";

export const CHONGQING_CASES: readonly (readonly [matter: string, cases: readonly GoldenCase[]])[] = [
  ["chongqing.enrolment", [...ENROLMENT_CASES, ...SELDOM_ENROLMENT_CASES]],
  ["chongqing.scheme-change", [...CHANGE_CASES, ...TO_RESIDENT_CASES, ...SELDOM_CHANGE_CASES]],
  ["chongqing.premium", [...PREMIUM_CASES, ...SELDOM_PREMIUM_CASES]],
  ["chongqing.long-term-care", CARE_CASES],
  ["chongqing.unit-arrears", ARREARS_CASES],
  ["chongqing.overlap-refund", [...REFUND_CASES, ...SELDOM_REFUND_CASES]],
  ["chongqing.retirement", [...RETIREMENT_CASES, ...YEARS_CASES, ...SELDOM_RETIREMENT_CASES]],
  ["chongqing.resident-enrolment", [...RESIDENT_CASES, ...SELDOM_RESIDENT_CASES]],
  ["chongqing.resident-refund", RESIDENT_REFUND_CASES],
  ["chongqing.transfer-in", TRANSFER_IN_CASES],
  ["chongqing.transfer-out", TRANSFER_OUT_CASES],
  ["chongqing.account-statement", ACCOUNT_CASES],
  ["chongqing.payment-records", RECORD_CASES],
];
