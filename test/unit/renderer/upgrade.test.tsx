/** What an upgrade has left: the copy is told, with how to go back, and deleted with a reason. */
import { beforeEach, expect, test } from "vitest";
import { UpgradeCopies } from "../../../src-renderer/admin/safety/upgrade-copies.tsx";
import { installHost, type FakeHost } from "./fake-host.ts";
import { click, get, show, type, until } from "./screen.tsx";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
});

const COPY = {
  name: "counter.db.version-1-20250716T020000000Z",
  version: 1,
  at: "2025-07-16T02:00:00.000Z",
  bytes: 2_000_000,
  encrypted: false,
};

test("a copy that anybody could read is told as that, with the way back, and is deleted with a reason", async () => {
  host.answers["upgrade.status"] = () => ({ copies: [COPY], recoveryCodeMissing: true });
  host.answers["upgrade.removeCopy"] = () => ({ copies: [], recoveryCodeMissing: true });
  await show(<UpgradeCopies />);
  await until(() => document.body.textContent.includes(COPY.name), "the copy");
  const card = get("region", "升级前的副本").textContent;
  for (const words of ["第 1 版", "没有加密", "改名为 counter.db"]) expect(card).toContain(words);
  await click(get("button", "删除副本"));
  await type(get("textbox", "原因"), "新程序一切正常");
  const dialog = get("dialog", "删除升级前的副本");
  await click([...dialog.querySelectorAll("button")].find((button) => button.textContent.includes("删除副本"))!);
  await until(() => !document.body.textContent.includes(COPY.name), "no copy");
  expect(host.of("upgrade.removeCopy")).toMatchObject([{ name: COPY.name, reason: "新程序一切正常" }]);
});
