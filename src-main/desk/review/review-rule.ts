/** Which cases need a second person. */
import type { ReviewDemand } from "../../../src-shared/domain/case.ts";
import { isConsultation, type Amount, type Decision } from "../../../src-shared/domain/decision.ts";
import { formatYuan, type Fen } from "../../../src-shared/domain/money.ts";
import type { OfficeSettings } from "../../../src-shared/domain/office-settings.ts";
import { REVIEW_TEXT } from "./text.ts";

const sum = (amounts: readonly Amount[]): Fen =>
  amounts.filter(({ role }) => role === "due").reduce((total, { fen }) => total + Math.abs(fen), 0);

/**
 * What a case pays or collects in all; of several lawful ways the dearest. `null` where no money moves:
 * a consultation, a matter of past law and a claim for reference settle nothing.
 */
export function moneyOf(decision: Decision): Fen | null {
  if (isConsultation(decision) || decision.standing !== "current") return null;
  const fen = Math.max(sum(decision.amounts), ...decision.options.map(({ amounts }) => sum(amounts)));
  return fen === 0 ? null : fen;
}

/** Why a second person has to look; `null` = nobody has to: a consultation binds nobody. */
export function reviewDemand({ review }: OfficeSettings, decision: Decision): ReviewDemand | null {
  if (!review.on || isConsultation(decision)) return null;
  const rule = review.matters.find(({ matter }) => matter === decision.matter)?.rule ?? "by-amount";
  if (rule === "never") return null;
  if (rule === "always") return { reasons: [REVIEW_TEXT.always] };
  const fen = moneyOf(decision);
  if (fen === null || fen < review.fromFen) return null;
  return { reasons: [REVIEW_TEXT.byAmount(formatYuan(fen), formatYuan(review.fromFen))] };
}
