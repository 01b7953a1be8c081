/** The formulas of Chongqing's matters. */
import type { Formula } from "../engine/formula.ts";
import { accountStatement, paymentRecords, transferIn, transferOut } from "./checklists.ts";
import { enrolment } from "./enrolment.ts";
import { longTermCare } from "./long-term-care.ts";
import { overlapRefund } from "./refund/overlap.ts";
import { premiumInquiry } from "./premium-inquiry.ts";
import { residentEnrolment } from "./resident/enrolment.ts";
import { residentRefund } from "./refund/resident.ts";
import { retirement } from "./retirement/formula.ts";
import { schemeChange } from "./scheme-change/formula.ts";
import { unitArrears } from "./unit-arrears/formula.ts";

export const chongqing: readonly Formula[] = [
  accountStatement,
  enrolment,
  longTermCare,
  overlapRefund,
  paymentRecords,
  premiumInquiry,
  residentEnrolment,
  residentRefund,
  retirement,
  schemeChange,
  transferIn,
  transferOut,
  unitArrears,
];
