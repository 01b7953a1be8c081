/** The figures that nobody has published, or that the program does not know yet: the demo office enters values of its own. */
import { formatDate, fromPlainDate, toPlainDate, parseDate } from "../../src-shared/domain/calendar.ts";
import type { FigureView } from "../../src-shared/contract/index.ts";
import { checkOfficeFigure, figureViews, type OfficeFigure, type Pack } from "../rules/index.ts";
import { DEMO_TEXT } from "./text.ts";

/** Where no year is known that could stand for the others. Invented, and said to be. */
const INVENTED: Readonly<Record<string, string>> = {
  "tieling.flexible-rate-pool-only": "8",
  "tieling.flexible-rate-combined": "10",
  "tieling.retired-account-share": "3.5",
  "tieling.resident-premium": "400",
  "tieling.newborn-premium": "400",
  "tieling.average-wage-month": "6500",
  "tieling.average-wage-year": "78000",
  "chongqing.resident-subsidy": "700",
};
/** Of rules of the past: one value for the whole time that nobody has a value of. */
const INVENTED_PAST: Readonly<Record<string, string>> = {
  "dalian.average-on-post-wage": "3600",
  "dalian.average-wage": "3200",
  "dalian.average-pension": "1550",
};
const YEARS_BEFORE = 2;
const YEARS_AFTER = 1;

/** A day of another year: the same day so many years later, the last one of a shorter February. */
const inYear = (date: string, years: number): string =>
  formatDate(fromPlainDate(toPlainDate(parseDate(date)!).add({ years }, { overflow: "constrain" })));

/**
 * One value for each year, from two years ago to the next one, of each figure that a city's pack has no value of. It is the
 * last one known, so that a result looks like one of this year.
 * @param today ISO
 */
export function demoFigures(pack: Pack, today: string): OfficeFigure[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_BEFORE + 1 + YEARS_AFTER }, (_, index) => thisYear - YEARS_BEFORE + index);
  const entered: OfficeFigure[] = [];
  for (const { id, values } of figureViews(pack)) {
    const known = values.findLast(({ value }) => value !== null);
    for (const { from, to } of holes(values, `${thisYear - 1}-12-31`)) {
      const past = INVENTED_PAST[id];
      if (past !== undefined && to !== null) entered.push(entry(id, from, to, past, today));
      for (const year of years) {
        const first = later(from, `${year}-01-01`);
        const last = to === null ? `${year}-12-31` : earlier(to, `${year}-12-31`);
        const proposed = known?.value ?? INVENTED[id];
        if (first > last || proposed === undefined) continue;
        const isDay = parseDate(proposed) !== undefined;
        const shown = isDay && known ? inYear(proposed, year - Number(known.from.slice(0, 4))) : proposed;
        entered.push(entry(id, first, last, shown, today));
      }
    }
  }
  for (const figure of entered) {
    const [problem] = checkOfficeFigure(pack, figure);
    if (problem !== undefined) throw new Error(`${figure.figure} of the demonstration: ${problem.message}`);
  }
  return entered;
}

interface Hole {
  readonly from: string;
  readonly to: string | null;
}

/** Where the pack says that nobody has the figure, and what comes after a series that ended last year or ends later. */
function holes(values: FigureView["values"], endOfLastYear: string): Hole[] {
  const told: Hole[] = values.filter(({ value }) => value === null);
  const last = values.at(-1)?.to ?? null;
  if (last === null || last < endOfLastYear || !last.endsWith("-12-31")) return told;
  return [...told, { from: `${Number(last.slice(0, 4)) + 1}-01-01`, to: null }];
}

const entry = (figure: string, from: string, to: string, value: string, today: string): OfficeFigure => ({
  figure,
  from,
  to,
  value,
  document: DEMO_TEXT.document,
  note: DEMO_TEXT.note,
  enteredOn: today,
});

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);
