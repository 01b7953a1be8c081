/** 查看记录: whom is chosen first, then the host is asked for looks at them; the list goes along as a file. */
import { beforeEach, expect, test } from "vitest";
import type { AuditPage } from "../../../src-shared/contract/index.ts";
import { LooksPage } from "../../../src-renderer/admin/audit/looks-page.tsx";
import { installHost, type FakeHost } from "./fake-host.ts";
import { all, click, find, get, show, until } from "./screen.tsx";

const PAGE: AuditPage = {
  rows: [
    {
      sequence: 41,
      at: "2025-07-15T02:00:00.000Z",
      time: "2025-07-15 10:00:00 +08:00",
      operation: "cases.get",
      title: "打开办件",
      clerkId: "c2",
      clerk: "经办丙",
      clerkLogin: "bing",
      caseId: "k1",
      personId: "p1",
      detail: "事由：窗口办理",
      hash: "a".repeat(64),
    },
  ],
  next: null,
  operations: [],
  allLooksSince: "2025-07-01T02:00:00.000Z",
};

let host: FakeHost;
beforeEach(() => {
  host = installHost();
  host.answers["audit.list"] = () => PAGE;
});

test("nobody chosen: it says what to do, and asks the host for nothing", async () => {
  await show(<LooksPage search={{}} />);
  expect(document.body.textContent).toContain("请先选一个人");
  expect(find("button", "导出")).toBeUndefined();
  expect(host.of("audit.list")).toEqual([]);
});

test("of one person between two days, with the time at the counter, and from when on all is told", async () => {
  const search = {
    person: "p1",
    about: "单长河 21****",
    from: "2025-07-01",
    to: "2025-07-31",
    clerk: "c9",
    operation: "cases.save",
  };
  await show(<LooksPage search={search} />);
  expect(host.of("audit.list")).toEqual([
    expect.objectContaining({
      personId: "p1",
      looks: true,
      from: "2025-07-01",
      to: "2025-07-31",
      clerkId: null,
      operation: null,
    }),
  ]);
  await until(() => all("tbody tr").length === 1, "the row");
  const row = get("tbody tr").textContent;
  for (const words of ["2025-07-15 10:00:00 +08:00", "经办丙", "打开办件", "事由：窗口办理"]) expect(row).toContain(words);
  expect(document.body.textContent).toContain("从 2025-07-01 升级到本程序起才记录");
  host.answers["audit.export"] = () => ({
    name: "查看记录.xlsx",
    mimeType: "",
    base64: null,
    savedAs: "x",
    cancelled: true,
    rows: 1,
  });
  await click(get("button", "导出表格"));
  await until(() => host.of("audit.export").length === 1, "the export");
  expect(host.of("audit.export")[0]).toMatchObject({ personId: "p1", looks: true, format: "xlsx" });
});
