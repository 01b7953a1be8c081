/** The first start after an upgrade, in an office whose program could not encrypt: what the terminal and the administrator are told. */
import { cpSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { keptStores, unpack } from "../upgrades/stores.ts";
import { screenshot, shiftTo } from "./app.ts";
import { itHadNothingToComplainOf, workplace } from "./workplace.ts";

/** Of everybody in the offices that are kept. */
const PASSWORD_OF_THEN = "correct-horse";

describe("the day after an upgrade", () => {
  const place = workplace({
    name: "upgrade",
    clockShift: shiftTo("2025-07-16T02:00:00.000Z"),
    prepare: () => place.signIn("admin", PASSWORD_OF_THEN),
  });
  const before = dirname(unpack(keptStores()[0]!));
  cpSync(before, place.data, { recursive: true });
  rmSync(before, { recursive: true });

  it("terminal and pages tell of the copy that anybody can read, and of the recovery code that was never made", async () => {
    expect(place.app.output()).toMatch(
      /数据文件已从第 1 版升级到第 \d+ 版[^]*counter\.db\.version-1-[^]*要退回原来的程序.*counter\.db\.keys\.json/,
    );
    await place.sees("数据已由新程序升级");
    await place.sees("还没有恢复码：本机损坏时数据打不开，请现在制作。");
    await place.keys.tabTo("去处理");
    await place.keys.press("Enter");
    await place.sees("升级前的副本");
    await place.page.getByRole("button", { name: "删除副本" }).scrollIntoViewIfNeeded();
    await screenshot(place.page, "79-after-upgrade");
  });

  it("the copy goes with a reason; the recovery code is still asked for", async () => {
    await place.keys.tabTo("删除副本");
    await place.keys.press("Enter");
    await place.keys.arriveAt("原因");
    await place.keys.type("新程序一切正常");
    await place.keys.press("F9");
    await place.sees("升级前的副本已删除");
    await place.gone("升级前的副本没有加密，确认一切正常后请删除。");
    expect(await place.page.getByRole("button", { name: "删除副本" }).count()).toBe(0);
  });

  itHadNothingToComplainOf(place);
});
