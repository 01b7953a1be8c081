/** Dalian, how a flexible worker pays (DL-14). Source: answers of 2025-04 and guide 一(四)(五). */
import { checklistFormula } from "../engine/checklist.ts";

export const paymentChannels = checklistFormula("dalian.payment-channels", { purpose: "choice" });
