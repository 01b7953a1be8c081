/** Money is an integer number of fen (1/100 yuan). No floating-point yuan exists anywhere. */
import nzhCn from "nzh/cn";
import { fold } from "./fold.ts";

export type Fen = number;

/** The largest amount a form accepts: far above any premium, far below the limit of exact integers. */
export const MAX_FEN: Fen = 100_000_000_00;

const YUAN_TEXT = /^(\d{1,9}|\d{1,3}(?:[, ]\d{3}){1,2})(?:\.(\d{1,2}))?$/;

const tidyAmount = (text: string): string => fold(text).trim().replaceAll(/\s/g, " ");

/**
 * Reads `8190`, `8190.5`, `8,190.50` or `8 190.50` yuan as fen; `undefined` when it is no amount of at most two decimals, or
 * divided elsewhere than at the thousands.
 */
export function parseYuan(text: string): Fen | undefined {
  const match = YUAN_TEXT.exec(text) ?? YUAN_TEXT.exec(tidyAmount(text));
  if (!match) return undefined;
  const fen = Number(match[1]!.replaceAll(/[, ]/g, "")) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return fen <= MAX_FEN ? fen : undefined;
}

/** A number of yuan above the largest amount, however many digits it has. */
export function isTooMuch(text: string): boolean {
  const typed = tidyAmount(text).replaceAll(/[, ]/g, "");
  return /^\d+(?:\.\d{1,2})?$/.test(typed) && Number(typed) * 100 > MAX_FEN;
}

/** Why a text is no amount, where the commas are the reason: one in the place of the point, or dividing elsewhere than at the thousands. */
export function commaProblem(text: string): "decimal-comma" | "misplaced" | undefined {
  const typed = tidyAmount(text);
  if (!/^[\d,. ]+$/.test(typed) || !typed.includes(",") || parseYuan(typed) !== undefined) return undefined;
  return /,\d{1,2}$/.test(typed) || /\..*,/.test(typed) ? "decimal-comma" : "misplaced";
}

/** `687960` → `6,879.60`. */
export function formatYuan(fen: Fen): string {
  const amount = Math.abs(fen);
  const cents = amount % 100;
  let rest = Math.trunc(amount / 100);
  let whole = "";
  for (; rest >= 1000; rest = Math.trunc(rest / 1000)) whole = `,${String(rest % 1000).padStart(3, "0")}${whole}`;
  return `${fen < 0 ? "-" : ""}${rest}${whole}.${cents < 10 ? "0" : ""}${cents}`;
}

/** `687960` → `6879.60`: for machines (JSON, spreadsheets). */
export const plainYuan = (fen: Fen): string => formatYuan(fen).replaceAll(",", "");

/** Capital characters as printed on vouchers: `687960` → `人民币陆仟捌佰柒拾玖元陆角整`. */
export function capitalYuan(fen: Fen): string {
  return nzhCn.toMoney(plainYuan(fen), { forceZheng: true });
}

/** `value * numerator / denominator`, rounded half up to an integer; exact while the product stays below 2^53. */
export function mulDivRound(value: number, numerator: number, denominator: number): number {
  return Math.floor((2 * value * numerator + denominator) / (2 * denominator));
}
