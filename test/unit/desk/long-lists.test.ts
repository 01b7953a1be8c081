/** Lists that are longer than a file takes, or take a while. */
import { randomUUID } from "node:crypto";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leftOutOf } from "../../../src-main/desk/reports/export-files.ts";
import { TestDesk, type Seat } from "./test-desk.ts";

/** One row more than a PDF takes. */
const LOOKS = 5_001;
let desk: TestDesk;
let auditor: Seat;
beforeAll(() => {
  desk = new TestDesk().setUp();
  const { store } = desk;
  // as many rows as a busy year writes, without the minute that writing them takes
  const [row] = store.audit.query({ limit: 1 }).rows;
  const audit = {
    ...store.audit,
    count: () => LOOKS,
    *each() {
      for (let sequence = 1; sequence <= LOOKS; sequence++) yield { ...row!, sequence };
    },
  };
  desk.desk = desk.newDesk({ store: { ...store, audit } });
  auditor = desk.seat("auditor", "审计员");
});
afterAll(() => desk.remove());

const wanted = (partial = false) => ({
  exportId: randomUUID(),
  operation: "people.reveal",
  reason: "年度检查",
  format: "pdf" as const,
  partial,
});
const exportsInAudit = async () => (await auditor.call("audit.list", { operation: "audit.export", limit: 9 })).rows.length;

describe("a list longer than a file takes", () => {
  test("is refused with the numbers and what to do", async () => {
    expect(await auditor.refusal("audit.export", wanted())).toMatchObject({
      code: "list-too-long",
      message: /共 5001 条，一个文件最多 5000 条，将有 1 条不在文件里。请缩短期间/,
    });
    expect(await exportsInAudit()).toBe(0);
  });

  test("can be taken in part, and says on paper what is left out", async () => {
    const file = await auditor.call("audit.export", wanted(true));
    expect(file).toMatchObject({ rows: 5000, cancelled: false });
    const { text, totalPages } = await extractText(new Uint8Array(Buffer.from(file.base64!, "base64")), { mergePages: false });
    const plain = (page: string | undefined) => page!.replaceAll(/\s/g, "");
    for (const page of [text[0], text.at(-1)]) {
      expect(plain(page)).toContain("本清单不完整：共5001条，只列出前5000条，另有1条没有列出");
    }
    // every page tells office, span, columns, printer and its place
    for (const page of [1, Math.floor(totalPages / 2)]) {
      for (const part of ["测试区医保中心", "全部时间", "校验值", "打印人：审计员", `第${page + 1}页/共${totalPages}页`])
        expect(plain(text[page])).toContain(part);
    }
    expect(await exportsInAudit()).toBe(1);
  });

  test("which a spreadsheet takes in part, too, has its own limit", () => {
    const most = { xlsx: 20, pdf: 5 };
    expect(leftOutOf(20, most, { format: "xlsx", partial: false })).toBeNull();
    expect(() => leftOutOf(21, most, { format: "xlsx", partial: false })).toThrow(/将有 1 条不在文件里/);
    expect(leftOutOf(6, most, { format: "pdf", partial: true })).toMatch(/另有 1 条没有列出/);
  });
});

describe("a list that takes a while", () => {
  test("tells how far it is, to whoever asked for it only, and is given up without a trace", async () => {
    const before = await exportsInAudit();
    const request = wanted(true);
    const { exportId } = request;
    const running = auditor.call("audit.export", request);
    let progress = await auditor.call("exports.progress", { exportId });
    while (progress !== null && progress.done === 0) progress = await auditor.call("exports.progress", { exportId });
    expect(progress!.done).toBeGreaterThan(0);
    expect(progress!.done).toBeLessThan(progress!.total);
    const other = desk.seat("supervisor", "主管丙");
    expect(await other.call("exports.progress", { exportId })).toBeNull();
    await other.call("exports.cancel", { exportId });
    await auditor.call("exports.cancel", { exportId });
    expect(await running).toMatchObject({ cancelled: true, base64: null, savedAs: null });
    expect(await auditor.call("exports.progress", { exportId })).toBeNull();
    expect(await exportsInAudit()).toBe(before);
  });
});
