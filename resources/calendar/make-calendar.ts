/**
 * Writes the file of a year from the library chinese-days, to be compared with the notice by eye:
 *   node resources/calendar/make-calendar.ts 2027 "国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕…号）"
 * Only for a year whose notice is out: before that, the library takes every weekday for a working day.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";

interface LibraryYear {
  /** By date: English name, Chinese name, days off. */
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

interface Run {
  readonly title: string;
  readonly from: string;
  to: string;
}

const [year, document] = process.argv.slice(2);
if (!/^\d{4}$/.test(year ?? "") || !document) throw new Error('usage: make-calendar.ts YEAR "TITLE AND NUMBER OF THE NOTICE"');

const root = join(import.meta.dirname, "../..");
const source = join(root, "node_modules/chinese-days/dist/years", `${year}.json`);
const { holidays, workdays } = JSON.parse(readFileSync(source, "utf8")) as LibraryYear;
if (Object.keys(workdays).length === 0) throw new Error(`the library knows no make-up days of ${year}: its notice is not in yet`);

const runs: Run[] = [];
const dates = Object.keys(holidays).sort();
for (const date of dates) {
  const title = holidays[date]?.split(",")[1] ?? date;
  const last = runs.at(-1);
  const follows = last !== undefined && Temporal.PlainDate.from(last.to).add({ days: 1 }).toString() === date;
  if (follows && last.title === title) last.to = date;
  else runs.push({ title, from: date, to: date });
}

const lines = [
  `year: ${year}`,
  `document: ${document}`,
  "# 放假调休（起止日期都放假）",
  "holidays:",
  ...runs.map(({ title, from, to }) => `  - { title: ${title}, from: ${from}, to: ${to} }`),
  "# 周末上班",
  "workdays:",
  ...Object.keys(workdays)
    .sort()
    .map((date) => `  - ${date}`),
];
writeFileSync(join(import.meta.dirname, `${year}.yaml`), `${lines.join("\n")}\n`);
