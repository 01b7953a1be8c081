import { useState } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import { Explanation } from "../../../src-renderer/ui/decision/explanation/explanation.tsx";
import { explained } from "./samples.ts";
import { all, focus, get, press, show } from "./screen.tsx";

function Host() {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return <Explanation decision={explained} open={open} onOpenChange={setOpen} />;
}

const lines = (): string[] => all("treeitem").map((line) => line.getAttribute("aria-label") ?? "");

describe("the explanation by keyboard", () => {
  beforeEach(async () => {
    await show(<Host />);
    await focus(get("treeitem"));
  });

  test("opens down to the figure, its document and the clause", async () => {
    expect(lines()).toEqual(["应缴合计 491.40 元", "开始月份 10 个月"]);
    await press("ArrowRight");
    expect(lines()).toEqual(["应缴合计 491.40 元", "月标准 49.14 元", "月数 10 个月", "开始月份 10 个月"]);
    expect(get("treeitem").textContent).toContain("月标准 × 月数");
    expect(get("treeitem").textContent).toContain("49.14 × 10 = 491.40");

    await press("ArrowRight");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("月标准 49.14 元");
    await press("Enter");
    const figure = document.activeElement?.textContent;
    for (const part of [
      "2025-01-01 至 2025-12-31",
      "试验公告〔2024〕1号",
      "单一来源（未核实）",
      "2026-11-01",
      "第三条",
      "规范性文件",
      "按月缴。",
    ]) {
      expect(figure).toContain(part);
    }
  });

  test("closes where it stands and goes back up", async () => {
    await press("ArrowRight");
    await press("ArrowDown");
    await press("ArrowLeft");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("应缴合计 491.40 元");
    await press("ArrowLeft");
    expect(lines()).toHaveLength(2);
    await press("End");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("开始月份 10 个月");
  });

  test("exactly one line can be reached by Tab", async () => {
    await press("ArrowRight");
    await press("ArrowDown");
    expect(all("treeitem").filter((line) => line.tabIndex === 0)).toEqual([document.activeElement]);
  });
});
