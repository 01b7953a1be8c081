/** Made-up figures of the years that the cases reach, entered as the office would: nobody publishes Tieling's. */
import type { OfficeFigure } from "../../../src-main/rules/index.ts";
import type { ByHand } from "./case.ts";

const entered = (figure: string, from: string, to: string, value: string): OfficeFigure => ({
  figure,
  from,
  to,
  value,
  document: "铁医保〔测试〕2号",
  note: "",
  enteredOn: "2026-01-05",
});

const years = (figure: string, values: Readonly<Record<number, string>>): OfficeFigure[] =>
  Object.entries(values).map(([year, value]) => entered(figure, `${year}-01-01`, `${year}-12-31`, value));

/** In force with the document, from April 2022 to the end of 2026. */
const throughout = (figure: string, value: string): OfficeFigure => entered(figure, "2022-04-01", "2026-12-31", value);

/** Last year's average wage, by the year in which it counts. */
const wages = (figure: string, [first, ...later]: readonly [string, string, string, string, string]): OfficeFigure[] => [
  entered(figure, "2022-04-01", "2022-12-31", first),
  ...years(figure, Object.fromEntries(later.map((value, index) => [2023 + index, value]))),
];

const premiums = { 2022: "350", 2023: "380", 2024: "400", 2025: "420", 2026: "440", 2027: "460" };

export const officeFigures: Readonly<Record<ByHand["city"], readonly OfficeFigure[]>> = {
  dalian: [],
  chongqing: [],
  tieling: [
    throughout("tieling.flexible-rate-pool-only", "6"),
    throughout("tieling.flexible-rate-combined", "9"),
    throughout("tieling.retired-account-share", "3"),
    ...years("tieling.resident-premium", premiums),
    ...years("tieling.newborn-premium", { 2021: "320", ...premiums }),
    ...wages("tieling.average-wage-month", ["5500", "5800", "6000", "6400", "6600"]),
    ...wages("tieling.average-wage-year", ["66000", "69600", "72000", "76806", "79200"]),
  ],
};
