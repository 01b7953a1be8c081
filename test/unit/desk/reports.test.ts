import { randomUUID } from "node:crypto";
import readXlsx from "read-excel-file/node";
import { extractText } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ENOUGH, form, submission, TestDesk, TODAY, TOO_FEW, type Seat } from "./test-desk.ts";

let desk: TestDesk;
let clerk: Seat;
let checker: Seat;
let supervisor: Seat;
beforeEach(() => {
  desk = new TestDesk().setUp();
  clerk = desk.seat("clerk", "经办甲");
  checker = desk.seat("reviewer", "复核乙");
  supervisor = desk.seat("supervisor", "主管丙");
});
afterEach(() => desk.remove());

const day = (clerkId: string | null = null, date = TODAY) => ({ date, clerkId });
const bytesOf = (base64: string | null) => Buffer.from(base64!, "base64");

/** One settled without money, one with 78,624.00 approved, one cancelled, one refused paper, one draft. */
async function workOfADay() {
  const plain = await clerk.call("cases.submit", submission({ facts: ENOUGH }));
  const paid = await clerk.call("cases.submit", submission({ facts: TOO_FEW }));
  await checker.call("review.approve", { requestId: randomUUID(), id: paid.id, version: 1, note: "" });
  const cancelled = await clerk.call("cases.submit", submission({ facts: ENOUGH }));
  await clerk.call("cases.cancel", { requestId: randomUUID(), id: cancelled.id, reason: "重复受理" });
  await clerk.call("drafts.save", { id: randomUUID(), content: form() });
  return { plain, paid, cancelled };
}

describe("the day", () => {
  test("counts what came, was settled and fell away, and adds up each kind of amount", async () => {
    const { paid } = await workOfADay();
    const ledger = await supervisor.call("reports.day", day());
    expect(ledger.counts).toMatchObject({ accepted: 3, settled: 3, reversed: 1, cancelled: 1, refused: 0 });
    expect(ledger.amounts).toHaveLength(1);
    expect(ledger.amounts[0]).toMatchObject({ count: 1, fen: 78_624_00 });
    const row = ledger.rows.find(({ caseId, kind }) => caseId === paid.id && kind === "settled")!;
    expect(row).toMatchObject({ receiptNumber: paid.receiptNumber, name: "单长河", amountFen: 78_624_00 });
    expect(row.maskedIdentityNumber).toContain("********");
    expect(ledger.receiptNumbers).toMatchObject({ count: 3 });
    expect(ledger.clerk).toBeNull();
  });

  test("a settled amount that is taken back is taken off", async () => {
    const { paid } = await workOfADay();
    // what was approved goes to a second person
    const asked = await clerk.call("cases.cancel", { requestId: randomUUID(), id: paid.id, reason: "本人撤回" });
    expect(asked).toMatchObject({ state: "approved", cancelAsked: { clerk: "经办甲", reason: "本人撤回" } });
    expect((await supervisor.call("reports.day", day())).counts.reversed).toBe(1);
    await checker.call("review.approve", { requestId: randomUUID(), id: paid.id, version: 1, note: "" });
    const { amounts, counts } = await supervisor.call("reports.day", day());
    expect(counts.reversed).toBe(2);
    expect(amounts).toMatchObject([{ count: 0, fen: 0 }]);
  });

  test("checks what is still to be done, and explains gaps", async () => {
    const waiting = await clerk.call("cases.submit", submission({ facts: TOO_FEW }));
    await workOfADay();
    const { checks } = await supervisor.call("reports.day", day());
    const check = (kind: string) => checks.find((candidate) => candidate.kind === kind)!;
    expect(check("unreviewed")).toMatchObject({ passed: false, items: [{ caseId: waiting.id }] });
    expect(check("unprinted").passed).toBe(false);
    expect(check("open-drafts")).toMatchObject({ passed: false, message: /1 份/ });
    // a cancelled case keeps its number: no gap, but told
    expect(check("receipt-numbers")).toMatchObject({ passed: true, items: [{ text: expect.stringContaining("重复受理") }] });
  });

  test("counts a consultation as advice, in no other figure, and asks nothing of it before the closing", async () => {
    await clerk.call("cases.submit", submission({ facts: ENOUGH }));
    const told = await clerk.call(
      "cases.submit",
      submission({ matter: "dalian.payment-channels", facts: { purpose: "pay" }, materials: [] }),
    );
    await clerk.call("cases.submit", submission({ facts: ENOUGH }));
    expect(told).toMatchObject({ nature: "guidance", state: "submitted", settledAt: null, due: null, amountFen: null });
    const ledger = await supervisor.call("reports.day", day());
    expect(ledger.counts).toMatchObject({ accepted: 2, settled: 2, advised: 1, cancelled: 0 });
    expect(ledger.receiptNumbers).toMatchObject({ count: 3, advised: 1 });
    const check = (kind: string) => ledger.checks.find((candidate) => candidate.kind === kind)!;
    expect(check("receipt-numbers")).toMatchObject({ passed: true, items: [] });
    expect(check("unprinted").items.map(({ caseId }) => caseId)).not.toContain(told.id);
    expect(check("unprinted").items).toHaveLength(2);
    const found = await supervisor.call("reports.statistics", { from: TODAY, to: TODAY });
    expect(found.total.counts).toMatchObject({ accepted: 2, settled: 2, advised: 1 });
    const [byMatter] = await readXlsx(
      bytesOf(
        (
          await supervisor.call("reports.export", {
            exportId: randomUUID(),
            what: "statistics",
            from: TODAY,
            to: TODAY,
            format: "xlsx",
          })
        ).base64,
      ),
    );
    const [heads, ...rows] = byMatter!.data;
    expect(rows.at(-1)![heads!.indexOf("咨询")]).toBe(1);
  });

  test("of others is for those who oversee", async () => {
    await workOfADay();
    expect((await clerk.refusal("reports.day", day())).code).toBe("not-allowed");
    expect((await clerk.refusal("reports.day", day(checker.id))).code).toBe("not-allowed");
    expect(
      (
        await clerk.refusal("reports.export", {
          exportId: randomUUID(),
          what: "statistics",
          from: TODAY,
          to: TODAY,
          format: "xlsx",
        })
      ).code,
    ).toBe("not-allowed");
    const own = await clerk.call("reports.day", day(clerk.id));
    expect(own).toMatchObject({ clerk: "经办甲", mayClose: false });
    expect(own.counts.accepted).toBe(3);
    expect((await checker.call("reports.day", day(checker.id))).counts.accepted).toBe(0);
    expect((await desk.seat("auditor", "审计员").call("reports.day", day(clerk.id))).counts.accepted).toBe(3);
  });

  test("that has not come, or is none, is refused", async () => {
    for (const date of ["2025-07-16", "2025-02-30", "9999-12-31"]) {
      expect((await supervisor.refusal("reports.day", day(null, date))).code, date).toBe("bad-input");
    }
  });

  test("is closed once, with a word on what is left open", async () => {
    await workOfADay();
    const close = (note: string) => ({ requestId: randomUUID(), date: TODAY, note });
    expect(await supervisor.refusal("reports.closeDay", close(" "))).toMatchObject({
      code: "bad-input",
      fields: [{ fact: "note" }],
    });
    const closed = await supervisor.call("reports.closeDay", close("文书次日补打"));
    expect(closed).toMatchObject({ closed: { clerk: "主管丙", note: "文书次日补打" }, mayClose: false });
    expect((await supervisor.refusal("reports.closeDay", close("再来一次"))).code).toBe("day-closed");
  });

  test("that went on after it was closed keeps both sums, on screen, in the spreadsheet and on paper", async () => {
    await workOfADay();
    const close = { requestId: randomUUID(), date: TODAY, note: "文书次日补打" };
    const { counts, amounts } = await supervisor.call("reports.closeDay", close);
    const paid = await clerk.call("cases.submit", submission({ facts: TOO_FEW }));
    await checker.call("review.approve", { requestId: randomUUID(), id: paid.id, version: 1, note: "" });
    const now = await supervisor.call("reports.day", day());
    expect(now.closed!.signed).toEqual({ counts, amounts });
    expect(now.counts).toEqual({ ...counts, accepted: counts.accepted + 1, settled: counts.settled + 1 });
    expect(now.amounts.map(({ fen }) => fen)).toEqual([2 * 78_624_00]);
    expect(now.rows.filter(({ afterClosing }) => afterClosing).map(({ kind, caseId }) => [kind, caseId])).toEqual([
      ["accepted", paid.id],
      ["settled", paid.id],
    ]);
    // whoever had no part in it has nothing afterwards
    expect((await checker.call("reports.day", day(checker.id))).closed!.signed.counts.accepted).toBe(0);

    const wanted = { exportId: randomUUID(), what: "day", ...day(), reason: "归档" } as const;
    const book = await readXlsx(bytesOf((await supervisor.call("reports.export", { ...wanted, format: "xlsx" })).base64));
    const sheet = (name: string) => book.find((one) => one.sheet === name)!.data;
    expect(sheet("办理情况").slice(0, 2)).toEqual([
      ["类别", "日结时件数", "现在件数"],
      ["受理", counts.accepted, counts.accepted + 1],
    ]);
    expect(sheet("金额汇总")[1]!.slice(3)).toEqual([1, 78_624, 2, 157_248]);
    expect(sheet("办件明细").filter((row) => row.includes("日结后"))).toHaveLength(2);
    const pdf = bytesOf((await supervisor.call("reports.export", { ...wanted, exportId: randomUUID(), format: "pdf" })).base64);
    const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
    for (const words of ["日结时件数", "现在件数", "日结后又有 2 条", "157,248.00"]) expect(text).toContain(words);
  });

  test("that nobody closed is told to whoever closes days, until it is closed with a reason", async () => {
    await clerk.call("cases.submit", submission({ facts: ENOUGH }));
    desk.clock.advance(3 * 86_400);
    for (const seat of [clerk, checker, supervisor]) seat.connection.active = null;
    const unclosed = async (seat: Seat) => (await seat.call("work.today", {})).unclosedDays;
    expect(await unclosed(supervisor)).toEqual([{ date: TODAY, entries: 2 }]);
    expect(await unclosed(clerk)).toEqual([]);
    expect(await supervisor.call("reports.day", day())).toMatchObject({ late: true, mayClose: true });
    for (const { id } of (await supervisor.call("cases.search", { text: "", state: null, limit: 9, offset: 0 })).rows) {
      for (const paper of (await clerk.call("cases.get", { id })).papers) {
        await clerk.call("papers.print", { requestId: randomUUID(), id: paper.id });
      }
    }
    const close = (note: string) => ({ requestId: randomUUID(), date: TODAY, note });
    expect(await supervisor.refusal("reports.closeDay", close(" "))).toMatchObject({
      code: "bad-input",
      fields: [{ fact: "note" }],
      message: "这一天已经过去，请写明补做日结的原因。",
    });
    expect(await supervisor.call("reports.closeDay", close("当天停电"))).toMatchObject({
      late: true,
      closed: { note: "当天停电" },
    });
    expect(await unclosed(supervisor)).toEqual([]);
  });

  test("a day without work, and today, are not among those that nobody closed", async () => {
    desk.clock.advance(86_400);
    supervisor.connection.active = null;
    await clerk.call("drafts.save", { id: randomUUID(), content: form() });
    expect((await supervisor.call("work.today", {})).unclosedDays).toEqual([]);
    await clerk.call("cases.submit", submission({ facts: ENOUGH }));
    expect((await supervisor.call("work.today", {})).unclosedDays).toEqual([]);
  });
});

describe("statistics", () => {
  test("by matter, clerk and month add up to the whole", async () => {
    await workOfADay();
    const found = await supervisor.call("reports.statistics", { from: "2025-05-01", to: TODAY });
    expect(found.total).toMatchObject({ counts: { accepted: 3, cancelled: 1 }, amountFen: 78_624_00 });
    expect(found.byMonth.map(({ id }) => id)).toEqual(["2025-05", "2025-06", "2025-07"]);
    expect(found.byMonth[0]!.counts.accepted).toBe(0);
    for (const rows of [found.byMatter, found.byClerk, found.byMonth]) {
      expect(rows.reduce((sum, row) => sum + row.counts.accepted, 0)).toBe(3);
      expect(rows.reduce((sum, row) => sum + row.amountFen, 0)).toBe(78_624_00);
    }
    expect(found.byMatter[0]).toMatchObject({ title: "退休待遇变更" });
  });

  test.each([
    ["2025-07-15", "2025-07-14"],
    ["2020-01-01", "2025-01-01"],
    ["2025-02-30", "2025-03-01"],
  ])("from %s to %s is refused", async (from, to) => {
    expect((await supervisor.refusal("reports.statistics", { from, to })).code).toBe("bad-input");
  });

  test("of nothing are zero", async () => {
    const found = await supervisor.call("reports.statistics", { from: TODAY, to: TODAY });
    expect(found).toMatchObject({ total: { amountFen: 0, counts: { accepted: 0 } }, byMatter: [], byClerk: [] });
  });
});

describe("files", () => {
  test("a spreadsheet keeps receipt numbers as text and amounts as numbers", async () => {
    const { paid } = await workOfADay();
    const file = await supervisor.call("reports.export", {
      exportId: randomUUID(),
      what: "cases",
      text: "",
      state: null,
      reason: "月度核对",
      format: "xlsx",
    });
    expect(file).toMatchObject({ name: "办件清单.xlsx", savedAs: null, cancelled: false, rows: 3 });
    const [sheet] = await readXlsx(bytesOf(file.base64));
    const rows = sheet!.data;
    const heads = rows[0] as string[];
    const row = rows.find((cells) => cells[heads.indexOf("受理号")] === paid.receiptNumber)!;
    expect(row[heads.indexOf("金额（元）")]).toBe(78_624);
    expect(row[heads.indexOf("证件号码")]).toContain("********");
    expect(row[heads.indexOf("状态")]).toBe("已复核");
  });

  test("the day as a spreadsheet has a sheet for each part, and as a page its signatures", async () => {
    const { paid } = await workOfADay();
    const sheets = await readXlsx(
      bytesOf(
        (
          await supervisor.call("reports.export", {
            exportId: randomUUID(),
            what: "day",
            ...day(),
            reason: "归档",
            format: "xlsx",
          })
        ).base64,
      ),
    );
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["办理情况", "金额汇总", "办件明细", "日终检查", "说明"]);
    const pdf = await supervisor.call("reports.export", {
      exportId: randomUUID(),
      what: "day",
      ...day(),
      reason: "归档",
      format: "pdf",
    });
    const { text } = await extractText(new Uint8Array(bytesOf(pdf.base64)), { mergePages: true });
    const plain = text.replaceAll(/\s/g, "");
    for (const part of ["日结表2025-07-15", paid.receiptNumber!, "78,624.00", "制表人：主管丙", "审核人："])
      expect(plain).toContain(part);
  });

  test("a clerk takes along the own day", async () => {
    await workOfADay();
    expect(
      await clerk.call("reports.export", { exportId: randomUUID(), what: "day", ...day(clerk.id), format: "pdf" }),
    ).toMatchObject({
      name: "日结表 2025-07-15 经办甲.pdf",
      mimeType: "application/pdf",
    });
    const promises = { what: "promises", which: "all", reason: "催交", format: "xlsx" } as const;
    expect((await clerk.refusal("reports.export", { exportId: randomUUID(), ...promises })).code).toBe("not-allowed");
    expect(await supervisor.call("reports.export", { exportId: randomUUID(), ...promises })).toMatchObject({ rows: 0 });
  });

  test("statistics as both", async () => {
    await workOfADay();
    for (const format of ["xlsx", "pdf"] as const) {
      const file = await supervisor.call("reports.export", {
        exportId: randomUUID(),
        what: "statistics",
        from: "2025-01-01",
        to: TODAY,
        format,
      });
      expect(bytesOf(file.base64).subarray(0, 2).toString("latin1")).toBe(format === "xlsx" ? "PK" : "%P");
    }
  });

  test("every file that leaves is in the audit", async () => {
    const cases = { what: "cases", text: "", state: null, format: "pdf" } as const;
    expect((await supervisor.refusal("reports.export", { exportId: randomUUID(), ...cases })).code).toBe("reason-needed");
    await supervisor.call("reports.export", { exportId: randomUUID(), ...cases, reason: "月度核对" });
    const { rows } = await supervisor.call("audit.list", { operation: "reports.export", limit: 5 });
    expect(rows).toMatchObject([{ clerk: "主管丙", detail: expect.stringMatching(/原因：月度核对.*办件清单\.pdf/) }]);
  });

  test("the desktop host asks where: saved, given up, or failed with a sentence", async () => {
    const input = {
      exportId: randomUUID(),
      what: "cases" as const,
      text: "",
      state: null,
      reason: "核对",
      format: "xlsx" as const,
    };
    const ask = async (saveFile: () => Promise<string | null>) =>
      await desk.newDesk({ saveFile }).call(supervisor.connection, "reports.export", input);
    expect(await ask(() => Promise.resolve("/home/a/办件清单.xlsx"))).toMatchObject({
      ok: true,
      value: { base64: null, savedAs: "/home/a/办件清单.xlsx" },
    });
    expect(await ask(() => Promise.resolve(null))).toMatchObject({
      ok: true,
      value: { base64: null, savedAs: null, cancelled: true },
    });
    expect(await ask(() => Promise.reject(new Error("ENOSPC")))).toMatchObject({ ok: false, error: { code: "file-not-saved" } });
  });
});
