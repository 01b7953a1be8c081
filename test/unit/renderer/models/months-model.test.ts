import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMonth, monthOf } from "../../../../src-shared/domain/calendar.ts";
import { countMonths } from "../../../../src-shared/domain/periods.ts";
import {
  checkPeriods,
  fromInput,
  gridRange,
  hasUnfinished,
  isSelected,
  paint,
  readEntry,
  selectedMonths,
  toInput,
} from "../../../../src-renderer/counter/months/months-model.ts";

const OPEN = { earliest: null, latest: null };

describe("the quick entry", () => {
  test.each([
    ["200204-201612", "2002-04", "2016-12"],
    ["2002-04-2016-12", "2002-04", "2016-12"],
    ["2002-04 2016-12", "2002-04", "2016-12"],
    ["2002.4至2016.12", "2002-04", "2016-12"],
    ["2002年4月到2016年12月", "2002-04", "2016-12"],
    [" 200204 ~ 201612 ", "2002-04", "2016-12"],
    ["202503-202503", "2025-03", "2025-03"],
    ["２００２０４－２０１６１２", "2002-04", "2016-12"],
    ["2002。4～2016。12", "2002-04", "2016-12"],
    ["\u200B200204—201612", "2002-04", "2016-12"],
  ])("%s", (typed, from, to) => {
    expect(readEntry(typed)).toEqual({ from, to });
  });

  test.each(["200204", "200213-201612", "200204-201600", "2002-04-20", "", "二〇〇二年四月", "200204-20161"])(
    "%s is no period",
    (typed) => {
      expect(readEntry(typed)).toBeUndefined();
    },
  );

  test("every pair of months reads back from its digits", () => {
    const month = fc.integer({ min: monthOf(1950, 1), max: monthOf(2030, 12) }).map(formatMonth);
    fc.assert(
      fc.property(month, month, (from, to) => {
        expect(readEntry(`${from.replace("-", "")}-${to.replace("-", "")}`)).toEqual({ from, to });
      }),
    );
  });
});

describe("what is half typed", () => {
  test("stays in the draft and comes back into the entry box", () => {
    const rows = [{ from: "2002-04", to: "2016-12" }];
    for (const entry of ["2", "200204", "200204-", "200204-201", "200204-201612", "胡写"]) {
      expect(fromInput(toInput({ rows, entry }))).toEqual({ rows, entry });
    }
  });

  test("an empty box adds nothing", () => {
    expect(toInput({ rows: [], entry: "  " })).toEqual({ periods: [] });
  });

  test("holds up a submission", () => {
    expect(hasUnfinished({ periods: [{ from: "2002-04", to: "2016-12" }] })).toBe(false);
    expect(hasUnfinished(toInput({ rows: [{ from: "2002-04", to: "2016-12" }], entry: "2018" }))).toBe(true);
    expect(hasUnfinished({ periods: [{ from: "2016-12", to: "2002-04" }] })).toBe(true);
    expect(hasUnfinished({ months: "x" })).toBe(false);
  });
});

describe("what is wrong with a period", () => {
  const bounds = { earliest: "1990-01", latest: "2025-07" };
  test.each([
    [{ from: "2002-13", to: "2016-12" }, { kind: "from" }],
    [{ from: "2002-04", to: "" }, { kind: "to" }],
    [{ from: "2016-12", to: "2002-04" }, { kind: "order" }],
    [
      { from: "1989-12", to: "2002-04" },
      { kind: "early", limit: "1990-01" },
    ],
    [
      { from: "2024-01", to: "2025-08" },
      { kind: "late", limit: "2025-07" },
    ],
    [{ from: "199001", to: "202507" }, null],
  ])("%j", (row, problem) => {
    expect(checkPeriods([row], bounds)).toEqual([problem]);
  });

  test("an overlap names the earlier row; the months count once", () => {
    const rows = [
      { from: "2002-04", to: "2002-06" },
      { from: "2010-01", to: "2010-01" },
      { from: "2002-06", to: "2002-07" },
    ];
    expect(checkPeriods(rows, OPEN)).toEqual([null, null, { kind: "overlap", row: 1 }]);
    expect(countMonths(selectedMonths(rows))).toBe(5);
  });
});

describe("painting", () => {
  const month = fc.integer({ min: monthOf(1980, 1), max: monthOf(2026, 12) });

  test("sets exactly the run that is painted, in either direction", () => {
    const strokes = fc.array(fc.tuple(month, month, fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(strokes, month, (all, probe) => {
        let rows: { from: string; to: string }[] = [];
        let expected = false;
        for (const [a, b, on] of all) {
          rows = [...paint(rows, a, b, on)];
          if (Math.min(a, b) <= probe && probe <= Math.max(a, b)) expected = on;
        }
        expect(isSelected(selectedMonths(rows), probe)).toBe(expected);
      }),
    );
  });

  test("keeps a row that cannot be read", () => {
    const rows = [
      { from: "200x", to: "2001-01" },
      { from: "2002-04", to: "2002-05" },
    ];
    expect(paint(rows, monthOf(2002, 6), monthOf(2002, 6), true)).toEqual([
      { from: "2002-04", to: "2002-06" },
      { from: "200x", to: "2001-01" },
    ]);
  });
});

describe("the years of the grid", () => {
  const latest = monthOf(2025, 7);

  test("a working life, not the whole time the question allows", () => {
    const range = gridRange({ earliest: "1949-10", latest: "2025-07" }, [], latest, 0);
    expect(range).toMatchObject({ first: monthOf(1986, 1), last: latest, hasEarlier: true });
    expect(range.years).toHaveLength(40);
  });

  test("stretched to what is typed, and on demand up to the limit", () => {
    const typed = gridRange({ earliest: "1949-10", latest: "2025-07" }, [monthOf(1975, 3), monthOf(1980, 1)], latest, 0);
    expect(typed.first).toBe(monthOf(1975, 3));
    const asked = gridRange({ earliest: "1949-10", latest: "2025-07" }, [], latest, 9);
    expect(asked).toMatchObject({ first: monthOf(1949, 10), hasEarlier: false });
  });
});
