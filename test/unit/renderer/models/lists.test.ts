/** A list of the office is told once; screen, spreadsheet and printed page say the same of a row. */
import { describe, expect, test } from "vitest";
import { sheetOf } from "../../../../src-main/desk/reports/export-sheets.ts";
import { composeReport } from "../../../../src-main/receipts/report.ts";
import { screenColumns } from "../../../../src-renderer/ui/tables/list-columns.tsx";
import { AUDIT_LIST } from "../../../../src-shared/lists/audit.ts";
import { CASE_LIST } from "../../../../src-shared/lists/cases.ts";
import { CHECK_LIST, amountList, amountRows, countList, ledgerList } from "../../../../src-shared/lists/day.ts";
import { list, type ListOf } from "../../../../src-shared/lists/list.ts";
import { PROMISE_LIST } from "../../../../src-shared/lists/promises.ts";
import { statisticsList } from "../../../../src-shared/lists/statistics.ts";

interface Row {
  readonly name: string;
  readonly receipt: string | null;
  readonly at: string | null;
  readonly days: number;
  readonly fen: number | null;
}
const ROWS: readonly Row[] = [
  { name: "甲", receipt: "202500000000000012", at: "2025-07-14T16:05:59.000Z", days: -3, fen: -123_456_789 },
  { name: "乙", receipt: null, at: null, days: 0, fen: null },
  { name: "丙", receipt: "202500000000000013", at: "2025-12-31T15:59:00.000Z", days: 12, fen: 200_000_000 },
];
const LIST = list<Row>()(
  { id: "receipt", title: "受理号", kind: "code", share: 2, total: "label", of: (row) => row.receipt },
  { id: "name", title: "办事人", kind: "text", share: 3, total: "rows", of: (row) => row.name },
  { id: "at", title: "时间", kind: "instant", share: 1, of: (row) => row.at },
  { id: "days", title: "天数", kind: "count", share: 1, of: (row) => row.days },
  { id: "fen", title: "金额（元）", kind: "money", share: 1, total: "sum", of: (row) => row.fen },
);

const sheet = sheetOf("清单", LIST, ROWS);
const about = { title: "清单", office: "", span: "", leftOut: null, facts: [], clerk: "", madeAt: "2026-01-01T00:00:00.000Z" };
const printed = composeReport({ ...about, sheets: [sheet] }).parts[0]!.table;
const shown = screenColumns(LIST);

test("screen and paper write each kind of value alike", () => {
  const onScreen = ROWS.map((row) => shown.map(({ cell }) => String(cell(row) as string | number)));
  const onPaper = printed.rows.slice(0, ROWS.length).map(({ cells }) => cells);
  expect(onScreen).toEqual(onPaper);
  expect(onScreen[0]).toEqual(["202500000000000012", "甲", "2025-07-15 00:05", "-3", "-1,234,567.89"]);
  expect(onScreen[1]).toEqual(["", "乙", "", "0", ""]);
});

test("a spreadsheet reckons with money and counts, and with nothing else", () => {
  expect(sheet.columns.map(({ kind }) => kind)).toEqual(["text", "text", "text", "count", "money"]);
  expect(sheet.rows[0]).toEqual(["202500000000000012", "甲", "2025-07-15 00:05", -3, -123_456_789]);
  expect(sheet.totals).toEqual(["合计", "3 条", null, null, 76_543_211]);
});

test("figures stand at the right on both", () => {
  expect(shown.map(({ numeric }) => numeric === true)).toEqual([false, false, false, true, true]);
  expect(printed.columns.map(({ align }) => align === "right")).toEqual([false, false, false, true, true]);
});

test("a column that is added stands on the screen and on paper, wherever the screen begins", () => {
  const more: ListOf<Row, (typeof LIST)[number]["id"] | "twice"> = [
    ...LIST,
    { id: "twice", title: "两倍", kind: "count", share: 1, of: (row) => 2 * row.days },
  ];
  expect(screenColumns(more, {}, { first: ["fen"] }).map(({ id }) => id)).toEqual([
    "fen",
    "receipt",
    "name",
    "at",
    "days",
    "twice",
  ]);
  expect(sheetOf("清单", more, ROWS).rows.map((row) => row.at(-1))).toEqual([-6, 0, 24]);
});

test("what is on the screen alone, or on paper alone, is not on the other", () => {
  const apart: ListOf<Row> = [
    { id: "screen", title: "名", kind: "text", of: (row) => row.name },
    { id: "paper", title: "数", kind: "count", share: 1, paperOnly: true, of: (row) => row.days },
  ];
  expect(screenColumns(apart).map(({ id }) => id)).toEqual(["screen"]);
  expect(sheetOf("清单", apart, ROWS).columns.map(({ title }) => title)).toEqual(["数"]);
});

test("a last row of its own is written as the others are", () => {
  const plain: ListOf<Row> = LIST.map(({ total: _total, ...column }) => column);
  expect(sheetOf("清单", plain, ROWS.slice(0, 1), ROWS[2]).totals).toEqual([
    "202500000000000013",
    "丙",
    "2025-12-31 23:59",
    12,
    200_000_000,
  ]);
  expect(sheetOf("清单", plain, ROWS)).not.toHaveProperty("totals");
});

test("of a day that went on both sums stand beside each other, what was not signed as nothing", () => {
  const sum = (title: string, count: number, fen: number) => ({ title, payer: "单位", payee: "医保基金", count, fen });
  const rows = amountRows([sum("补缴", 3, 300), sum("退费", 1, 50)], [sum("补缴", 2, 200)]);
  expect(sheetOf("金额", amountList(true), rows).rows).toEqual([
    ["补缴", "单位", "医保基金", 2, 200, 3, 300],
    ["退费", "单位", "医保基金", 0, 0, 1, 50],
  ]);
  expect(sheetOf("金额", amountList(false), rows).rows[0]).toEqual(["补缴", "单位", "医保基金", 3, 300]);
  expect(screenColumns(amountList(true)).map(({ cell }) => cell(rows[0]!))).toEqual([
    "补缴",
    "单位 → 医保基金",
    3,
    "3.00",
    "2 件 2.00",
  ]);
});

describe("the lists of the office", () => {
  const lists: Readonly<Record<string, readonly { readonly id: string; readonly title: string; readonly share?: number }[]>> = {
    cases: CASE_LIST,
    promises: PROMISE_LIST,
    audit: AUDIT_LIST,
    ledger: ledgerList(true),
    counts: countList(true),
    amounts: amountList(true),
    checks: CHECK_LIST,
    statistics: statisticsList("月份"),
  };
  test.each(Object.entries(lists))("%s: no id and no title twice, and something on paper", (_name, columns) => {
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
    expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length);
    expect(columns.filter(({ share }) => share !== undefined).length).toBeGreaterThan(1);
  });
});
