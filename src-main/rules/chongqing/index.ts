/** The formulas of Chongqing's matters. */
import type { Formula } from "../engine/formula.ts";
import { enrolment } from "./enrolment.ts";
import { longTermCare } from "./long-term-care.ts";
import { overlapRefund } from "./refund/overlap.ts";
import { premiumInquiry } from "./premium-inquiry.ts";
import { residentEnrolment } from "./resident/enrolment.ts";
import { residentRefund } from "./refund/resident.ts";
import { schemeChange } from "./scheme-change/formula.ts";

export const chongqing: readonly Formula[] = [
  enrolment,
  longTermCare,
  overlapRefund,
  premiumInquiry,
  residentEnrolment,
  residentRefund,
  schemeChange,
];
