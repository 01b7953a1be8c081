import { describe, expect, test } from "vitest";
import { monthOf } from "../../../../src-shared/domain/calendar.ts";
import { makeStrip } from "../../../../src-renderer/ui/decision/coverage/coverage-model.ts";
import { allPaths, explanationRoots, visibleLines } from "../../../../src-renderer/ui/decision/explanation/explanation-model.ts";
import { materialStates, missingMust, withTick } from "../../../../src-renderer/ui/decision/materials/materials-model.ts";
import { explained, material, step } from "../samples.ts";

describe("the month strip", () => {
  const run = (from: string, to: string | null, status: "contributed" | "gap" | "retired" = "contributed") => ({
    from,
    to,
    status,
    title: "",
  });

  test("one cell for each month, counted by status", () => {
    const strip = makeStrip([run("2002-04", "2016-12"), run("2017-01", "2017-03", "gap"), run("2017-04", "2017-04")]);
    expect(strip?.cells).toHaveLength(177 + 3 + 1);
    expect(strip?.legend).toEqual([
      { status: "contributed", months: 178, openFrom: null },
      { status: "gap", months: 3, openFrom: null },
    ]);
    expect(strip).toMatchObject({ firstYear: 2002, lastYear: 2017, layout: "year-columns" });
  });

  test("a short record has its years as rows", () => {
    expect(makeStrip([run("2024-11", "2025-02")])).toMatchObject({ layout: "year-rows", firstYear: 2024, lastYear: 2025 });
    expect(makeStrip([run("2020-01", "2025-12")])?.layout).toBe("year-rows");
    expect(makeStrip([run("2020-01", "2026-01")])?.layout).toBe("year-columns");
  });

  test("an open run goes on for a year beyond what is known, and counts no months", () => {
    const strip = makeStrip([run("2025-01", "2025-07"), run("2025-08", null, "retired")]);
    expect(strip?.legend).toContainEqual({ status: "retired", months: 0, openFrom: "2025-08" });
    expect(Math.max(...(strip?.cells.map((cell) => cell.month) ?? []))).toBe(monthOf(2026, 8));
  });

  test("the later run is drawn over the earlier one", () => {
    const strip = makeStrip([run("2025-01", "2025-12"), run("2025-03", "2025-03", "gap")]);
    expect(strip?.cells.find((cell) => cell.month === monthOf(2025, 3))?.parts.map((part) => part.status)).toEqual(["gap"]);
    expect(strip?.cells).toHaveLength(12);
  });

  test("an overlap marks the month whatever it counts as, in either order", () => {
    const paid = run("2025-01", "2025-02");
    const twice = { from: "2025-02", to: "2025-03", status: "overlap", title: "" } as const;
    for (const coverage of [
      [paid, twice],
      [twice, paid],
    ]) {
      const cells = makeStrip(coverage)?.cells.toSorted((a, b) => a.month - b.month);
      expect(cells?.map(({ parts, overlapped }) => [...parts.map((part) => part.status), overlapped])).toEqual([
        ["contributed", false],
        ["contributed", true],
        ["overlap", true],
      ]);
      expect(makeStrip(coverage)?.legend).toContainEqual({ status: "overlap", months: 2, openFrom: null });
    }
  });

  test("a month with waiting days and covered days shows both, each as long as it lasts", () => {
    const strip = makeStrip([
      { from: "2024-01-01", to: "2024-01-09", status: "gap", title: "" },
      { from: "2024-01-10", to: "2024-04-08", status: "waiting", title: "" },
      { from: "2024-04-09", to: null, status: "covered", title: "" },
    ]);
    const partsOf = (month: number) =>
      strip?.cells
        .find((cell) => cell.month === month)
        ?.parts.map(({ firstDay, lastDay, status, open }) => `${firstDay}-${lastDay} ${status}${open ? " open" : ""}`);
    expect(partsOf(monthOf(2024, 1))).toEqual(["1-9 gap", "10-31 waiting"]);
    expect(partsOf(monthOf(2024, 2))).toEqual(["1-29 waiting"]);
    expect(partsOf(monthOf(2024, 4))).toEqual(["1-8 waiting", "9-30 covered open"]);
    // 22 + 29 + 31 + 8 days of waiting
    expect(strip?.legend).toEqual([
      { status: "covered", months: 0, openFrom: "2024-04-09" },
      { status: "gap", months: 0, days: 9, openFrom: null },
      { status: "waiting", months: 0, days: 90, openFrom: null },
    ]);
    expect(Math.max(...(strip?.cells.map((cell) => cell.month) ?? []))).toBe(monthOf(2025, 4));
  });

  test("days laid over a month leave the rest of it", () => {
    const strip = makeStrip([run("2025-03", "2025-03"), run("2025-03-10", "2025-03-20", "gap")]);
    expect(strip?.cells[0]?.parts.map(({ firstDay, lastDay, status }) => [firstDay, lastDay, status])).toEqual([
      [1, 9, "contributed"],
      [10, 20, "gap"],
      [21, 31, "contributed"],
    ]);
  });

  test("45 years keep every month", () => {
    expect(makeStrip([run("1981-01", "2025-12")])?.cells).toHaveLength(540);
  });

  test("nothing to show", () => {
    expect(makeStrip([])).toBeNull();
  });
});

describe("the explanation", () => {
  const { steps } = explained;
  const roots = explanationRoots(explained);

  test("starts from amounts, dates and conditions, each step once", () => {
    expect(roots.map(({ title, step: at }) => [title, at])).toEqual([
      ["应缴合计", 2],
      ["开始月份", 1],
    ]);
  });

  test("shows the inputs of what is open, in their place", () => {
    expect(visibleLines(steps, roots, new Set()).map(({ title }) => title)).toEqual(["应缴合计", "开始月份"]);
    const open = visibleLines(steps, roots, new Set(["2"]));
    expect(open.map(({ path, depth, title }) => [path, depth, title])).toEqual([
      ["2", 0, "应缴合计"],
      ["2/0", 1, "月标准"],
      ["2/1", 1, "月数"],
      ["1", 0, "开始月份"],
    ]);
  });

  test("opening all reaches every step from its roots", () => {
    expect([...allPaths(steps, roots)].sort()).toEqual(["1", "2", "2/0", "2/1"]);
  });

  test("a step that names itself or a later one does not hang the screen", () => {
    const broken = [step({ title: "甲", inputs: [0, 1] }), step({ title: "乙" })];
    expect([...allPaths(broken, [{ id: "x", title: "甲", step: 0 }])]).toEqual(["0"]);
  });
});

describe("materials", () => {
  const form = material({ id: "form" });
  const copies = material({ id: "copies", form: "copy", count: 2 });
  const later = material({ id: "later", need: "may-follow" });

  test("an original is not replaced by a copy, two copies not by one", () => {
    const states = materialStates(
      [form, copies],
      [
        { id: "form", received: true, form: "copy", count: 1 },
        { id: "copies", received: true, form: "copy", count: 1 },
      ],
    );
    expect(states.map(({ lacks }) => lacks)).toEqual(["original", "count"]);
    expect(missingMust(states)).toHaveLength(2);
  });

  test("an original serves where a copy is asked for; what may follow holds up nothing", () => {
    const states = materialStates(
      [form, copies, later],
      [
        { id: "form", received: true, form: "original", count: 1 },
        { id: "copies", received: true, form: "original", count: 2 },
      ],
    );
    expect(missingMust(states)).toEqual([]);
    expect(states[2]).toMatchObject({ complete: false, lacks: "material" });
  });

  test("the tick of a material that is not asked for now is kept", () => {
    const old = { id: "gone", received: true, form: "copy", count: 1 } as const;
    const tick = { id: "form", received: true, form: "original", count: 1 } as const;
    expect(withTick([old], tick)).toEqual([old, tick]);
    expect(withTick([old, tick], { ...tick, received: false })).toEqual([old, { ...tick, received: false }]);
  });
});
