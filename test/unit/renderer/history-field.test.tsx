import { describe, expect, test } from "vitest";
import { useState } from "react";
import { monthOf } from "../../../src-shared/domain/calendar.ts";
import type { FactInput, FormHistoryView } from "../../../src-shared/domain/facts.ts";
import { HISTORY_FACT } from "../../../src-shared/domain/history/history.ts";
import { HistoryField } from "../../../src-renderer/counter/history/history-field.tsx";
import { lineContext, monthLook, paint, readLine, withoutSpan } from "../../../src-renderer/counter/history/history-model.ts";
import { all, click, find, focus, get, press, pressWith, show, type } from "./screen.tsx";

const CONTEXT = lineContext("大连", "2026-11-29", "1966-10-05");
const read = (line: string) => readLine(line, CONTEXT).history;
const LAYERS = ["employee-here", "service"] as const;

describe("the history without its screen", () => {
  test.each([
    // another kind of the same layer gives way, another layer stays
    [
      "d200401-200412 g200001-200312",
      "flexible",
      monthOf(2004, 7),
      monthOf(2005, 2),
      "g200001-200312 d200401-200406 l200407-200502",
    ],
    // neighbours of one kind are one span
    ["d200401-200412", "unit", monthOf(2005, 1), monthOf(2005, 3), "d200401-200503"],
    // what is painted first makes the layer known from the beginning
    ["", "service", monthOf(1990, 1), monthOf(1990, 12), "g199001-199012"],
    ["d200401-200412", null, monthOf(2004, 3), monthOf(2004, 4), "d200401-200402 d200405-200412"],
    // rubbed out is not said to be none, what was said to be none stays so
    ["d200401-200402 g0", null, monthOf(2004, 1), monthOf(2004, 2), "g0"],
    // what was left open stays open
    ["..d200401-200412", "unit", monthOf(2003, 1), monthOf(2003, 6), "..d200301-200306 d200401-200412"],
    // a number of months in a span that is no more cannot be kept
    ["d6/200401-200412", "flexible", monthOf(2004, 1), monthOf(2004, 2), "l200401-200402"],
  ] as const)("%s painted with %s", (line, brush, from, to, expected) => {
    expect(paint(read(line), brush, from, to, CONTEXT)).toBe(expected);
    expect(paint(read(line), brush, to, from, CONTEXT)).toBe(expected);
  });

  test("a month looks like what was told of it", () => {
    const look = (line: string, year: number, month: number) => monthLook(read(line), LAYERS, "大连", monthOf(year, month));
    expect(look("d200401-200412 g0", 2004, 3)).toEqual({ tone: "unit", words: "2004-03 单位职工" });
    expect(look("d200401-200412 g0", 2005, 3)).toEqual({ tone: "none", words: "2005-03 没有" });
    // of the service nothing was told
    expect(look("d200401-200412", 2005, 3)).toEqual({ tone: "unknown", words: "2005-03 没有录入" });
    expect(look("wd6/200401-200412", 2004, 3).words).toBe("2004-03 外地单位职工（共 6 个月，月份不详）");
    expect(look("d200401-200412?", 2004, 3)).toEqual({ tone: "none", words: "2004-03 单位职工（欠缴）" });
  });

  test("one span can be taken away", () => {
    expect(withoutSpan(read("d200401-200412 l200501-200512"), 0, CONTEXT)).toBe("l200501-200512");
    // none was said to be none: it is not entered
    expect(withoutSpan(read("d200401-200412 g0"), 0, CONTEXT)).toBe("g0");
  });
});

const VIEW: FormHistoryView = {
  here: "大连",
  layers: [...LAYERS],
  derived: [
    {
      fact: "contributed",
      title: "大连实际缴费月份",
      display: "2004-02 至 2009-12，共 71 个月",
      spans: ["单位职工 2004-02 至 2009-12"],
      citations: [],
    },
  ],
};

function Field({ typing = false }: { readonly typing?: boolean }) {
  const [facts, setFacts] = useState<Record<string, FactInput | undefined>>({});
  const text = (id: string): string => (typeof facts[id] === "string" ? facts[id] : "");
  return (
    <HistoryField
      view={VIEW}
      line={text(HISTORY_FACT)}
      source={text("historySource")}
      context={CONTEXT}
      typing={typing}
      errors={[]}
      onAnswer={(id, value) => setFacts((before) => ({ ...before, [id]: value }))}
    />
  );
}

const chips = (): string[] => all("[data-part=span]").map((chip) => chip.textContent);

describe("the field", () => {
  test("shows the spans while they are typed, with what follows, each open to its spans", async () => {
    await show(<Field />);
    expect(chips()).toEqual([]);
    await type(get("textbox", "参保经历"), "d200402-200912 l201003-");
    expect(chips()).toEqual(["单位职工 2004-02 至 2009-1271 个月", "灵活就业 2010-03 至 2026-10200 个月"]);
    expect(document.querySelector("[data-part=derived]")?.textContent).toContain("大连实际缴费月份");
    expect(document.querySelector("details li")?.textContent).toBe("单位职工 2004-02 至 2009-12");
    await click(get("button", "去掉 单位职工 2004-02 至 2009-12"));
    expect(chips()).toEqual(["灵活就业 2010-03 至 2026-10200 个月"]);
  });

  test("says what is wrong at its place and keeps the rest; the item that is being typed is not judged yet", async () => {
    await show(<Field />);
    await type(get("textbox", "参保经历"), "d200402-200912 l2010");
    expect(all("[role=alert]")).toHaveLength(0);
    await type(get("textbox", "参保经历"), "d200402-200401 l201003-202503");
    expect(all("[role=alert]").map((line) => line.textContent)).toEqual([
      "参保经历中的“d200402-200401”结束早于开始，请核对起止年月。",
    ]);
    expect(chips()).toHaveLength(1);
  });

  test("what is half typed is not called wrong", async () => {
    await show(<Field typing />);
    await type(get("textbox", "参保经历"), "d200402-2009");
    expect(all("[role=alert]")).toHaveLength(0);
    await type(get("textbox", "参保经历"), "d200402-20091");
    expect(all("[role=alert]")).toHaveLength(0);
  });

  test("months are painted by keyboard with the brush, a run that is painted whole is taken away", async () => {
    await show(<Field />);
    await type(get("textbox", "参保经历"), "d202401-202402");
    const grid = get("[role=grid]");
    await focus(grid);
    await press("ArrowDown", grid);
    await pressWith({ key: "ArrowDown", shiftKey: true }, grid);
    await press(" ", grid);
    expect(chips()).toEqual(["单位职工 2024-01 至 2024-033 个月"]);
    await press(" ", grid);
    expect(chips()).toEqual(["单位职工 2024-01 至 2024-022 个月"]);
    expect(find("radio", "擦除")).toBeDefined();
  });

  test("what cannot be read stays in the line when months are painted or a span is taken away", async () => {
    await show(<Field />);
    const line = (): string => get("textbox", "参保经历").getAttribute("value") ?? "";
    await type(get("textbox", "参保经历"), "d202401-202402 l200401-20061 abc");
    await focus(get("[role=grid]"));
    await press(" ", get("[role=grid]"));
    expect(line()).toBe("d202402-202402 l200401-20061 abc");
    await click(get("button", "去掉 单位职工 2024-02"));
    expect(line()).toBe("l200401-20061 abc");
  });

  test("the last stroke is taken back, and nothing that was typed before it", async () => {
    await show(<Field />);
    const line = (): string => get("textbox", "参保经历").getAttribute("value") ?? "";
    await type(get("textbox", "参保经历"), "d202401-202402");
    const grid = get("[role=grid]");
    await focus(grid);
    await press(" ", grid);
    await press("ArrowDown", grid);
    await press(" ", grid);
    expect(line()).toBe("");
    await pressWith({ key: "z", ctrlKey: true }, get("[role=grid]"));
    expect(line()).toBe("d202402-202402");
    await pressWith({ key: "z", ctrlKey: true }, get("[role=grid]"));
    await pressWith({ key: "z", ctrlKey: true }, get("[role=grid]"));
    expect(line()).toBe("d202401-202402");
  });
});
