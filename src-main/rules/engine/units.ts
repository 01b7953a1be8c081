/** Units of figures, table outputs and steps: how a value is read from policy data and shown to the clerk. */
import { fold } from "../../../src-shared/domain/fold.ts";
import { dayOfDate, monthOfDate, monthOfYear, parseDate, parseMonth, yearOfMonth } from "../../../src-shared/domain/calendar.ts";
import { formatYuan, mulDivRound, parseYuan } from "../../../src-shared/domain/money.ts";

export const UNITS = [
  "yuan",
  "yuan/month",
  "yuan/year",
  "percent",
  "days",
  "months",
  "age",
  "month",
  "date",
  "flag",
  "count",
  "choice",
] as const;
export type Unit = (typeof UNITS)[number];

/** Units as the clerk reads them. */
export const UNIT_TEXT: Record<Unit, string> = {
  yuan: "元",
  "yuan/month": "元/月",
  "yuan/year": "元/年",
  percent: "%",
  days: "天",
  months: "个月",
  age: "周岁",
  month: "年月",
  date: "日期",
  flag: "是/否",
  count: "个",
  choice: "选项",
};

/** An exact number: `value / divisor`. */
export interface Exact {
  readonly value: number;
  readonly divisor: number;
}

const DECIMAL = /^(-?\d{1,9})(?:\.(\d{1,6}))?$/;

/** Reads text in a unit: money as fen, a percentage as an exact fraction, months and dates packed. `undefined` if it is none. */
export function parseExact(typed: string, unit: Unit): Exact | undefined {
  const text = fold(typed).trim();
  const whole = (value: number | undefined): Exact | undefined => (value === undefined ? undefined : { value, divisor: 1 });
  switch (unit) {
    case "yuan":
    case "yuan/month":
    case "yuan/year":
      return whole(parseYuan(text));
    case "percent": {
      const match = DECIMAL.exec(text);
      if (!match) return undefined;
      const decimals = match[2] ?? "";
      return reduced(Number(match[1]! + decimals), 100 * 10 ** decimals.length);
    }
    case "month":
      return whole(parseMonth(text));
    case "date":
      return whole(parseDate(text));
    case "flag":
      return text === "true" ? whole(1) : text === "false" ? whole(0) : undefined;
    case "days":
    case "months":
    case "age":
    case "count":
    case "choice":
      return /^-?\d{1,9}$/.test(text) ? whole(Number(text)) : undefined;
  }
}

/** A quotient is a floating-point number to the machine, whole or not, and makes all that is reckoned with it slow. */
const asInteger = (whole: number): number => (whole === (whole | 0) ? whole | 0 : whole);

function commonDivisor(a: number, b: number): number {
  let high = a;
  let low = b;
  while (low > 0) [high, low] = [low, high % low];
  return high;
}
export const leastCommonMultiple = (a: number, b: number): number => (a / commonDivisor(a, b)) * b;

function reduced(value: number, divisor: number): Exact {
  const common = commonDivisor(Math.abs(value), divisor);
  return { value: asInteger(value / common), divisor: asInteger(divisor / common) };
}

/** Chinese text of an exact value, e.g. `491.40 元/月`, `5.8 %`, `14 个月`, `60 岁 3 个月`. */
export function displayExact(exact: Exact, unit: Unit): string {
  const { value, divisor } = exact;
  switch (unit) {
    case "yuan":
      return `${displayMoney(exact)} 元`;
    case "yuan/month":
      return `${displayMoney(exact)} 元/月`;
    case "yuan/year":
      return `${displayMoney(exact)} 元/年`;
    case "percent":
      return `${decimalText(value * 100, divisor)} %`;
    case "days":
      return `${value} 天`;
    case "months":
      return value >= 12 ? `${value} 个月（${yearsAndMonths(value)}）` : `${value} 个月`;
    case "age":
      return value % 12 === 0 ? `${value / 12} 周岁` : `${Math.floor(value / 12)} 周岁 ${value % 12} 个月`;
    case "month":
      return displayMonth(value);
    case "date":
      return `${displayMonth(monthOfDate(value))}${dayOfDate(value)}日`;
    case "flag":
      return value === 1 ? "是" : "否";
    case "count":
    case "choice":
      return String(value);
  }
}

export const displayMonth = (month: number): string => `${String(yearOfMonth(month)).padStart(4, "0")}年${monthOfYear(month)}月`;

const yearsAndMonths = (months: number): string =>
  months % 12 === 0 ? `${months / 12} 年` : `${Math.floor(months / 12)} 年 ${months % 12} 个月`;

/** Fen as yuan; an amount not yet rounded keeps its exact decimals beyond the fen, one without an end is cut after six and says so. */
function displayMoney({ value, divisor }: Exact): string {
  if (divisor === 1) return formatYuan(value);
  const text = decimalText(value, divisor * 100);
  return text.includes("/") ? `约 ${decimalText(mulDivRound(value, 10_000, divisor), 1_000_000)}` : text;
}

/** Exact decimal text of a fraction whose divisor has only the prime factors 2 and 5, else a fraction. */
function decimalText(value: number, divisor: number): string {
  for (let digits = 0; digits <= 12; digits++) {
    const scaled = value * 10 ** digits;
    if (scaled % divisor === 0) {
      const text = String(Math.abs(scaled / divisor)).padStart(digits + 1, "0");
      const sign = value < 0 ? "-" : "";
      return sign + (digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`);
    }
  }
  return `${value}/${divisor}`;
}
