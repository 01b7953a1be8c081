/** The logic behind the office's screens: filters, promises, attachments, reports. */
import { describe, expect, test } from "vitest";
import type { StatisticsRow } from "../../../../src-shared/contract/reports.ts";
import { LARGEST_ATTACHMENT_BYTES, type MaterialTick } from "../../../../src-shared/domain/case.ts";
import { noCounts } from "../../../../src-shared/domain/ledger.ts";
import { USUAL_SETTINGS } from "../../../../src-shared/domain/office-settings.ts";
import { base64Of, fileProblem, sizeText } from "../../../../src-renderer/cases/attachment-files.ts";
import { ALL_CASES, caseFilterOf, caseSearch, isNarrowed } from "../../../../src-renderer/cases/case-filter.ts";
import { promiseProblems } from "../../../../src-renderer/counter/finish/promise-problems.ts";
import { promisingOf } from "../../../../src-renderer/counter/finish/use-promising.ts";
import { chartRows, hasCounts, MOST_BARS } from "../../../../src-renderer/reports/chart-model.ts";
import { dayAfter, spanUntil } from "../../../../src-renderer/reports/days.ts";
import {
  materialStates,
  missingMust,
  notReceived,
  promisedFor,
  received,
} from "../../../../src-renderer/ui/decision/materials/materials-model.ts";
import { dueText } from "../../../../src-renderer/ui/dates/due-text.ts";
import { mayCall } from "../../../../src-renderer/ui/calls/rights.ts";
import { decision, material } from "../samples.ts";

describe("the case list's address", () => {
  test("holds what was asked for, and nothing that makes no sense", () => {
    const search = caseSearch.parse({
      text: 1234,
      state: "in-review",
      page: "3",
      matter: "testcity.matter",
      due: "whenever",
      sort: "amount",
      from: "20250701",
      amountFrom: "1,000.5",
      amountTo: "viel",
    });
    expect(search).toEqual({
      text: "1234",
      state: "in-review",
      page: 3,
      matter: "testcity.matter",
      sort: "amount",
      from: "20250701",
      amountFrom: "1,000.5",
      amountTo: "viel",
    });
    expect(caseFilterOf(search)).toEqual({
      text: "1234",
      state: "in-review",
      matter: "testcity.matter",
      clerkId: null,
      from: "2025-07-01",
      to: null,
      amountFrom: 100050,
      amountTo: null,
      due: null,
      sort: "amount",
    });
    expect(caseSearch.parse({ state: "settled", page: -4 })).toEqual(ALL_CASES);
    expect([isNarrowed(ALL_CASES), isNarrowed(search)]).toEqual([false, true]);
  });
});

describe("materials on a promise", () => {
  const form = material({ id: "form", title: "申请表" });
  const later = material({ id: "later", title: "证明", need: "may-follow" });
  const result = decision({ materials: [form, later] });
  const limit = { today: "2025-07-15", workingDays: 5, lastOn: "2025-07-22", standing: [] };
  const { promises } = USUAL_SETTINGS;
  const promising = promisingOf(promises, limit, result);
  const states = (ticks: readonly MaterialTick[]) => materialStates(result.materials, ticks);
  const tickOf = (id: string): MaterialTick => ({ id, received: false, form: "original", count: 1 });
  const missing = (ticks: readonly MaterialTick[], mayFollow = promising.mayFollow) =>
    missingMust(states(ticks), mayFollow).map((state) => state.material.id);

  test("are those the policy lets follow and those on the office's list of the same matter", () => {
    expect([...promising.mayFollow]).toEqual(["later"]);
    const listed = (matter: string) => promisingOf({ ...promises, materials: [{ matter, material: "form" }] }, limit, result);
    expect([...listed(result.matter).mayFollow]).toEqual(["form", "later"]);
    expect([...listed("other.matter").mayFollow]).toEqual(["later"]);
    expect([...promisingOf({ ...promises, on: false }, limit, result).mayFollow]).toEqual([]);
  });

  test("count as there only while they may follow", () => {
    const promised = [received(tickOf("form")), promisedFor(tickOf("later"), "2025-07-22")];
    expect(missing([])).toEqual(["form", "later"]);
    expect(missing(promised)).toEqual([]);
    expect(missing([promisedFor(tickOf("form"), "2025-07-22"), promised[1]!])).toEqual(["form"]);
    // where the office takes no promises, what may follow is not asked for at once
    expect(missing([received(tickOf("form"))], new Set())).toEqual([]);
  });

  test("need a date within the limit", () => {
    const problems = (promisedOn: string) =>
      promiseProblems(result, [promisedFor(tickOf("later"), promisedOn)], promising, "2025-07-15").map(({ field }) => field);
    expect(problems("20250722")).toEqual([]);
    for (const bad of ["", "下周", "2025-07-23", "2025-07-14"]) expect(problems(bad), bad).toEqual(["material.later"]);
    expect(promiseProblems(result, [received(tickOf("later"))], promising, "2025-07-15")).toEqual([]);
  });

  test("leave no promise behind once they have come, and none once they are taken back", () => {
    const promised = promisedFor(tickOf("later"), "2025-07-22");
    expect(received(promised)).toEqual({ ...tickOf("later"), received: true, how: "paper" });
    expect(notReceived(promised)).toEqual(tickOf("later"));
    expect(received({ ...tickOf("later"), how: "scan" }).how).toBe("scan");
  });

  test("a copy will do where the original lies on file", () => {
    const copy = { ...tickOf("form"), received: true, form: "copy" } as const;
    expect(states([copy])[0]).toMatchObject({ complete: false, lacks: "original" });
    expect(states([{ ...copy, how: "on-file" }])[0]).toMatchObject({ complete: true });
  });
});

describe("files for a case", () => {
  test("are judged before they are sent", () => {
    const file = { name: "扫描.pdf", size: 10, type: "application/pdf" };
    expect(fileProblem(file)).toBeNull();
    expect(fileProblem({ ...file, type: "" })).toBeNull();
    expect(fileProblem({ ...file, size: LARGEST_ATTACHMENT_BYTES })).toBeNull();
    expect(fileProblem({ ...file, size: LARGEST_ATTACHMENT_BYTES + 1 })).toContain("超过 10 MB");
    expect(fileProblem({ ...file, size: 0 })).toContain("空文件");
    expect(fileProblem({ ...file, type: "image/svg+xml" })).toContain("不是 PDF");
  });

  test("keep every byte, also of a large file", async () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, at) => (at * 31) % 256);
    const text = await base64Of(new Blob([bytes]));
    expect(Uint8Array.from(atob(text), (char) => char.charCodeAt(0))).toEqual(bytes);
  });

  test("tell their size as people read it", () => {
    expect([sizeText(900), sizeText(20_480), sizeText(1_572_864)]).toEqual(["900 B", "20 KB", "1.5 MB"]);
  });
});

describe("reports", () => {
  const row = (id: string, title: string, accepted = 1): StatisticsRow => ({
    id,
    title,
    counts: { ...noCounts(), accepted },
    amountFen: 0,
  });

  test("spans end today and begin with a month", () => {
    expect(spanUntil("2026-02-28", "month")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(spanUntil("2026-02-28", "quarter")).toEqual({ from: "2025-12-01", to: "2026-02-28" });
    expect(spanUntil("2026-02-28", "twelve")).toEqual({ from: "2025-03-01", to: "2026-02-28" });
    expect(spanUntil("2026-02-28", "year")).toEqual({ from: "2026-01-01", to: "2026-02-28" });
    expect(dayAfter("2026-03-01", -1)).toBe("2026-02-28");
  });

  test("bars of two names that are cut to the same words stay two", () => {
    const rows = chartRows([row("a", "灵活就业人员医保补缴申请一"), row("b", "灵活就业人员医保补缴申请二")], true);
    expect(new Set(rows.map(({ label }) => label)).size).toBe(2);
    expect(rows.map(({ title }) => title)).toEqual(["灵活就业人员医保补缴申请一", "灵活就业人员医保补缴申请二"]);
  });

  test("all months are drawn, of matters the first ones", () => {
    const many = Array.from({ length: 20 }, (_, at) => row(`2025-${String(at).padStart(2, "0")}`, `第 ${at} 项`));
    expect(chartRows(many, false)).toHaveLength(20);
    expect(chartRows(many, true)).toHaveLength(MOST_BARS);
    expect([hasCounts(row("a", "甲")), hasCounts(row("a", "甲", 0))]).toEqual([true, false]);
  });

  test("a limit is told in working days", () => {
    expect(dueText.left("in-time", 3)).toBe("还有 3 个工作日");
    expect(dueText.left("soon", 0)).toBe("今天到期");
    expect(dueText.left("overdue", -2)).toBe("已超期 2 个工作日");
    expect(dueText.left("unknown", null)).toBe("期限待定");
  });
});

test("what a role may not do has no button", () => {
  expect(mayCall("review.queue", "clerk")).toBe(false);
  expect(mayCall("review.queue", "auditor")).toBe(true);
  expect(mayCall("review.approve", "auditor")).toBe(false);
  expect(mayCall("session.login", "clerk")).toBe(true);
});
