import { describe, expect, test, vi } from "vitest";
import { MonthsEditor } from "../../../src-renderer/counter/months/months-editor.tsx";
import type { MonthsInput } from "../../../src-shared/domain/facts.ts";
import { find, get, press, show, type } from "./screen.tsx";

async function open(periodsOnly: boolean, value?: MonthsInput, mayBeNone = !periodsOnly) {
  const onChange = vi.fn<(value: MonthsInput | undefined) => void>();
  await show(
    <MonthsEditor
      id="paid"
      title="缴费月份"
      labelId="l"
      describedBy="d"
      value={value}
      onChange={onChange}
      earliest={null}
      latest={null}
      periodsOnly={periodsOnly}
      mayBeNone={mayBeNone}
    />,
  );
  return onChange;
}

describe("months that must be drawn", () => {
  test("cannot be given as a number, nor as none", async () => {
    const onChange = await open(true, { months: 12 });
    for (const name of ["按月数", "没有"]) expect(document.body.textContent).not.toContain(name);
    await type(get("textbox", "缴费月份：添加时间段"), "0");
    await press("Enter");
    expect(onChange).not.toHaveBeenCalledWith({ months: 0 });
    expect(document.body.textContent).toContain("未能识别");
  });

  test("may be none where the question may stay open", async () => {
    const onChange = await open(true, undefined, true);
    expect(document.body.textContent).not.toContain("按月数");
    await type(get("textbox", "缴费月份：添加时间段"), "0");
    await press("Enter");
    expect(onChange).toHaveBeenLastCalledWith({ months: 0 });
    expect(find("textbox", "缴费月份：添加时间段")).toBeUndefined();
    expect(document.body.textContent).toContain("按 0 个月计算");
  });

  test("elsewhere both are ways to answer", async () => {
    const onChange = await open(false);
    expect(document.body.textContent).toContain("按月数");
    await type(get("textbox", "缴费月份：添加时间段"), "0");
    await press("Enter");
    expect(onChange).toHaveBeenLastCalledWith({ months: 0 });
    expect(find("textbox", "缴费月份：添加时间段")).toBeUndefined();
  });
});
