/** Every golden case of Dalian, by matter. */
import type { GoldenCase } from "../golden.ts";
import { BACK_PAYMENT_CASES, ENROLMENT_CASES } from "./contributions.cases.ts";
import { DEEMED_RESIGNATION_CASES, DEEMED_RETIREMENT_CASES } from "./deemed.cases.ts";
import { EARLY_RESIGNATION_CASES, EARLY_RETIREMENT_CASES } from "./early.cases.ts";
import { GAP_BACK_PAYMENT_CASES, GAP_ENROLMENT_CASES } from "./gaps.cases.ts";
import { CARD_CASES, GAP_PAYER_CASES, MOVE_CASES, REFERRAL_CASES, UNEMPLOYMENT_CASES } from "./historic-guidance.cases.ts";
import { CHRONIC_CASES, CONTRIBUTION_CASES, CREDIT_CASES, INDIVIDUAL_CASES, NONLOCAL_CASES } from "./historic-money.cases.ts";
import { LATER_STAYS_CASES } from "./inpatient-later.cases.ts";
import { INPATIENT_CASES } from "./inpatient.cases.ts";
import { PAYMENT_CHANNEL_CASES } from "./payment-channels.cases.ts";
import { PROCEDURE_CASES } from "./procedures.cases.ts";
import { RESIDENT_PERSON_CASES } from "./resident-persons.cases.ts";
import { RESIDENT_CASES } from "./resident.cases.ts";
import { RESIGNATION_CASES } from "./resignation.cases.ts";
import { OPEN_RETIREMENT_CASES } from "./retirement-open.cases.ts";
import { RETIREMENT_CASES } from "./retirement.cases.ts";
import {
  SELDOM_CARD_CASES,
  SELDOM_CHANGE_CASES,
  SELDOM_CREDIT_CASES,
  SELDOM_ENROLMENT_CASES,
  SELDOM_INPATIENT_CASES,
  SELDOM_RESIDENT_CASES,
  SELDOM_RESIGNATION_CASES,
  SELDOM_RETIREMENT_CASES,
  SELDOM_UNEMPLOYMENT_CASES,
  SELDOM_UNIT_PREMIUM_CASES,
} from "./seldom.cases.ts";
import { TO_RESIDENT_CASES } from "./to-resident.cases.ts";
import { UNIT_PREMIUM_CASES } from "./unit-premium.cases.ts";

const procedures = Object.groupBy(PROCEDURE_CASES, ({ matter }) => matter);

export const DALIAN_CASES: readonly (readonly [matter: string, cases: readonly GoldenCase[]])[] = [
  [
    "dalian.retirement",
    [
      ...RETIREMENT_CASES,
      ...DEEMED_RETIREMENT_CASES,
      ...EARLY_RETIREMENT_CASES,
      ...OPEN_RETIREMENT_CASES,
      ...SELDOM_RETIREMENT_CASES,
    ],
  ],
  [
    "dalian.resignation",
    [...RESIGNATION_CASES, ...DEEMED_RESIGNATION_CASES, ...EARLY_RESIGNATION_CASES, ...SELDOM_RESIGNATION_CASES],
  ],
  ["dalian.enrolment", [...ENROLMENT_CASES, ...GAP_ENROLMENT_CASES, ...SELDOM_ENROLMENT_CASES]],
  ["dalian.back-payment", [...BACK_PAYMENT_CASES, ...GAP_BACK_PAYMENT_CASES]],
  ["dalian.unit-premium", [...UNIT_PREMIUM_CASES, ...SELDOM_UNIT_PREMIUM_CASES]],
  ["dalian.payment-channels", PAYMENT_CHANNEL_CASES],
  ["dalian.inpatient", [...INPATIENT_CASES, ...LATER_STAYS_CASES, ...SELDOM_INPATIENT_CASES]],
  ["dalian.resident-enrolment", [...RESIDENT_CASES, ...RESIDENT_PERSON_CASES, ...SELDOM_RESIDENT_CASES]],
  ...Object.entries(procedures).map(
    ([matter, cases = []]) =>
      [matter, matter === "dalian.scheme-change" ? [...cases, ...TO_RESIDENT_CASES, ...SELDOM_CHANGE_CASES] : cases] as const,
  ),
  ["dalian.historic-contribution", CONTRIBUTION_CASES],
  ["dalian.historic-account-credit", [...CREDIT_CASES, ...SELDOM_CREDIT_CASES]],
  ["dalian.historic-individual", INDIVIDUAL_CASES],
  ["dalian.historic-nonlocal-back-payment", NONLOCAL_CASES],
  ["dalian.historic-gap-payer", GAP_PAYER_CASES],
  ["dalian.historic-card-loss", [...CARD_CASES, ...SELDOM_CARD_CASES]],
  ["dalian.historic-chronic", CHRONIC_CASES],
  ["dalian.historic-referral", REFERRAL_CASES],
  ["dalian.historic-online-move", MOVE_CASES],
  ["dalian.historic-unemployment", [...UNEMPLOYMENT_CASES, ...SELDOM_UNEMPLOYMENT_CASES]],
];
