/** Made-up yearly figures, entered as the office would: nobody publishes Tieling's. */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";

export const office = (figure: string, value: string, from = "2026-01-01", to = "2026-12-31"): OfficeFigure => ({
  figure,
  from,
  to,
  value,
  document: "铁医保〔测试〕1号",
  note: "",
  enteredOn: "2026-01-05",
});

/** 2026: 6,000.00 a month; 72,000.12 a year; 4 % and 8 % for flexible workers; 2.8 % to the account after hand-over. */
export const FIGURES: readonly OfficeFigure[] = [
  office("tieling.average-wage-month", "6000"),
  office("tieling.average-wage-year", "72000.12"),
  office("tieling.flexible-rate-pool-only", "4"),
  office("tieling.flexible-rate-combined", "8"),
  office("tieling.retired-account-share", "2.8"),
];

/** The same with a monthly wage whose 7 % is no whole fen: 6,123.45 × 7 % = 428.6415. */
export const ODD_WAGE: readonly OfficeFigure[] = [
  office("tieling.average-wage-month", "6123.45"),
  ...FIGURES.filter(({ figure }) => figure !== "tieling.average-wage-month"),
];
