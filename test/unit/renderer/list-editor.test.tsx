import { beforeEach, describe, expect, test } from "vitest";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { Flow } from "../../../src-renderer/counter/flow.tsx";
import { emptyContent } from "../../../src-renderer/ui/calls/forms.ts";
import { installHost, type FakeHost } from "./fake-host.ts";
import { all, click, find, focus, get, press, pressWith, settle, show, type } from "./screen.tsx";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
});

const paid = { periods: [{ from: "2002-04", to: "2016-12" }] };
const open = (items: readonly Record<string, string>[] = []) =>
  show(
    <Flow
      draftId="d1"
      title="试验事项"
      nature="transaction"
      personTitle={null}
      initial={{
        ...emptyContent("testcity.matter", "2025-07-15"),
        facts: { kind: "丙", has: true, paid, ...(items.length === 0 ? {} : { visits: { items } }) },
      }}
      savedAt={null}
    />,
  );

const cell = (row: number, field: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-field="visits.${row}.${field}"] :is(input, select)`);
  if (!found) throw new Error(`no cell ${row} ${field}`);
  return found;
};
const valueOf = (row: number, field: string): string => (cell(row, field) as HTMLInputElement).value;
const list = (): HTMLElement => document.querySelector<HTMLElement>('[data-field="visits"]')!;
const lastItems = (): unknown => {
  const { visits } = (host.of("counter.evaluate").at(-1)?.facts ?? {}) as { visits?: { items: unknown } };
  return visits?.items;
};
const lastDraft = (): DraftContent => host.of("drafts.save").at(-1)?.content as DraftContent;
const FULL = { on: "2025-01-02", level: "一级", cost: "10.50" };

describe("a list of records", () => {
  test("is filled in by keys alone: Enter goes from cell to cell, from the last one into the next row, from the empty row on", async () => {
    await open();
    await focus(cell(0, "on"));
    await type(cell(0, "on"), "20250102");
    await press("Enter");
    expect(document.activeElement).toBe(cell(0, "level"));
    expect(valueOf(0, "on")).toBe("2025-01-02");
    await press("2");
    await press("Enter");
    await type(cell(0, "cost"), "10.5");
    await press("Enter");
    await press("Enter");
    expect(document.activeElement).toBe(cell(1, "on"));
    await settle();
    expect(lastItems()).toEqual([{ on: "2025-01-02", level: "二级", cost: "10.5" }]);
    await press("Enter");
    expect(list().contains(document.activeElement)).toBe(false);
    expect(document.activeElement?.tagName).toBe("INPUT");
  });

  test("every cell is named by list, row and column", async () => {
    await open([FULL]);
    expect(find("textbox", "就诊 第 1 行 费用")).toBe(cell(0, "cost"));
    expect(cell(1, "level").getAttribute("aria-label")).toBe("就诊 第 2 行 级别");
  });

  test("adds up its money and counts its rows", async () => {
    await open([FULL, { ...FULL, cost: "0.03" }]);
    expect(list().querySelector("tfoot")?.textContent).toBe("合计 2 行10.53");
  });

  test("says what is wrong in a cell when it is left, what is missing when its row is left", async () => {
    await open([FULL]);
    await type(cell(1, "cost"), "x");
    await settle();
    expect(list().textContent).not.toContain("应为金额");
    expect(get("region", "结果").textContent).toContain("丙类可办");
    await focus(cell(1, "on"));
    expect(list().textContent).toContain("费用：应为金额");
    expect(list().textContent).not.toContain("请回答“级别”。");
    expect(cell(1, "cost").getAttribute("aria-invalid")).toBe("true");
    const described = cell(1, "cost").getAttribute("aria-describedby")?.split(" ")[0] ?? "";
    expect(document.getElementById(described)?.textContent).toContain("应为金额");
    await focus(get("textbox", "姓名"));
    await settle();
    expect(list().textContent).toContain("请回答“级别”。");
    expect(get("region", "结果").textContent).toContain("就诊 第 2 行 费用 应为金额");
  });

  test("the list of what is missing leads to the cell", async () => {
    await open([FULL, { on: "2025-02-03", level: "一级" }]);
    await settle();
    await click(get("button", "就诊 第 2 行 费用"));
    expect(document.activeElement).toBe(cell(1, "cost"));
  });

  test("Ctrl+Delete takes a row out, and it can be put back", async () => {
    await open([FULL, { ...FULL, cost: "22" }, { ...FULL, cost: "33" }]);
    await focus(cell(1, "cost"));
    await pressWith({ key: "Delete", ctrlKey: true });
    expect(valueOf(1, "cost")).toBe("33");
    expect(document.activeElement).toBe(cell(1, "cost"));
    await click(get("button", "撤销删除"));
    expect(valueOf(1, "cost")).toBe("22");
    expect(valueOf(2, "cost")).toBe("33");
    expect(find("button", "撤销删除")).toBeUndefined();
  });

  test("the draft keeps every row as typed, the last one taken out leaves none", async () => {
    await open();
    await type(cell(0, "on"), "2025-0");
    await settle(600);
    expect(lastDraft().facts.visits).toEqual({ items: [{ on: "2025-0" }] });
    await click(get("button", "就诊：删除第 1 行"));
    await settle(600);
    expect(lastDraft().facts.visits).toBeUndefined();
  });

  test("takes no more rows than there may be", async () => {
    await open([FULL, FULL, FULL, FULL]);
    expect(list().querySelectorAll("tbody tr[data-row]")).toHaveLength(4);
    expect(list().textContent).toContain("最多 4 行");
    await open([FULL, FULL, FULL]);
    expect(all("button", "就诊：删除第")).not.toHaveLength(0);
  });

  test("arrows go up and down a column", async () => {
    await open([FULL, FULL]);
    await focus(cell(0, "cost"));
    await press("ArrowDown");
    expect(document.activeElement).toBe(cell(1, "cost"));
    await press("ArrowUp");
    expect(document.activeElement).toBe(cell(0, "cost"));
  });
});
