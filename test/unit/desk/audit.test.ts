import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OPERATION_TEXT } from "../../../src-main/desk/reports/text.ts";
import type { AuditPage, AuditRowView } from "../../../src-shared/contract/index.ts";
import { USUAL_SETTINGS } from "../../../src-shared/domain/office-settings.ts";
import { MAN, MATTER, PASSWORD, submission, TestDesk, type Seat } from "./test-desk.ts";

let desk: TestDesk;
let auditor: Seat;
beforeEach(() => {
  desk = new TestDesk().setUp();
  auditor = desk.seat("auditor", "审计员");
});
afterEach(() => desk.remove());

describe("the audit", () => {
  test("tells newest first who did what, page by page", async () => {
    const { id } = await desk.call("cases.submit", submission());
    const first = await auditor.call("audit.list", { limit: 3 });
    const numbers = first.rows.map(({ sequence }) => sequence);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(first.next).not.toBeNull();
    const all: AuditRowView[] = [];
    for (let before: number | null = null; ;) {
      const page: AuditPage = await auditor.call("audit.list", { before, limit: 2 });
      all.push(...page.rows);
      before = page.next;
      if (before === null) break;
    }
    expect(new Set(all.map(({ sequence }) => sequence)).size).toBe(all.length);
    expect(all.at(-1)!.operation).toBe("store.create");
    const ofCase = await auditor.call("audit.list", { caseId: id, limit: 50 });
    expect(ofCase.rows.map(({ title }) => title)).toContain("提交受理");
    for (const row of all) expect(row.title, row.operation).toMatch(/\p{Script=Han}/u);
  });

  test("filters by clerk, operation and day", async () => {
    const clerk = desk.seat("clerk", "经办甲");
    await clerk.call("cases.submit", submission());
    const of = async (filter: object) => (await auditor.call("audit.list", { limit: 100, ...filter })).rows;
    expect((await of({ clerkId: clerk.id })).every((row) => row.clerk === "经办甲")).toBe(true);
    expect(await of({ operation: "cases.submit" })).toHaveLength(1);
    expect(await of({ operation: "cases.submit", from: "2025-07-16" })).toEqual([]);
    expect(await of({ operation: "cases.submit", from: "2025-07-15", to: "2025-07-15" })).toHaveLength(1);
  });

  test("shows no full identity number, whatever was written", async () => {
    const { personId } = await desk.call("cases.submit", submission());
    const corrected = {
      requestId: randomUUID(),
      id: personId,
      identityNumber: null,
      name: "单常河",
      phone: "1",
      reason: `证件号码 ${MAN} 有误`,
    };
    await desk.call("people.correct", corrected);
    const { rows } = await auditor.call("audit.list", { limit: 100 });
    expect(JSON.stringify(rows)).not.toContain(MAN);
  });

  test("is found whole; a changed row is named", async () => {
    await desk.call("cases.submit", submission());
    const whole = await auditor.call("audit.verify", {});
    expect(whole).toMatchObject({ sound: true, firstBad: null });
    expect(whole.rows).toBeGreaterThan(3);
    // somebody goes at the file itself
    const file = new Database(join(desk.folder, "counter.db"));
    file.exec("DROP TRIGGER audit_no_update");
    file.prepare("UPDATE audit SET detail = ? WHERE sequence = 3").run('{"forged":true}');
    file.close();
    const broken = await auditor.call("audit.verify", {});
    expect(broken).toMatchObject({ sound: false, firstBad: { sequence: 3, detail: expect.stringMatching(/改动/) } });
  });

  test("goes along as a spreadsheet and a page, and says so itself", async () => {
    await desk.call("cases.submit", submission());
    for (const format of ["xlsx", "pdf"] as const) {
      const file = await auditor.call("audit.export", { exportId: randomUUID(), reason: "年度检查", format });
      expect(file).toMatchObject({ name: `审计记录.${format}` });
      expect(file.rows).toBeGreaterThan(3);
    }
    expect((await auditor.call("audit.list", { operation: "audit.export", limit: 5 })).rows).toHaveLength(2);
  });

  test("has a Chinese name for every operation that the desk writes under", () => {
    const folder = fileURLToPath(new URL("../../../src-main/desk", import.meta.url));
    const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    const written = [...source.matchAll(/actOf\(tools, context, "([^"]+)"/g)].map((match) => match[1]!);
    expect(written.length).toBeGreaterThan(20);
    for (const operation of written) expect(OPERATION_TEXT[operation], operation).toBeDefined();
  });
});

describe("the office's settings", () => {
  const change = (settings: object) => ({
    requestId: randomUUID(),
    settings: { ...USUAL_SETTINGS, ...settings },
    reason: "年度调整",
  });
  test("are the usual ones until somebody changes them, with a reason", async () => {
    expect(await auditor.call("office.settings", {})).toEqual({ settings: USUAL_SETTINGS, changed: null });
    const changed = await desk.call("office.changeSettings", change({ lockAfterMinutes: 3 }));
    expect(changed).toMatchObject({ settings: { lockAfterMinutes: 3 }, changed: { clerk: "测试员", reason: "年度调整" } });
    expect(await desk.call("session.status", {})).toMatchObject({ lockAfterMinutes: 3 });
  });

  test("in the audit each change says what it changed, from what to what", async () => {
    await desk.call("office.changeSettings", change({ lockAfterMinutes: 3 }));
    const reviewed = { ...USUAL_SETTINGS.review, fromFen: 500_000, matters: [{ matter: MATTER, rule: "always" as const }] };
    const second = { login: auditor.login, password: PASSWORD };
    await desk.call("office.changeSettings", { ...change({ lockAfterMinutes: 3, review: reviewed }), second });
    const { rows } = await auditor.call("audit.list", { operation: "office.changeSettings", limit: 5 });
    // the second person's password was looked at in between
    expect([rows[0], rows.at(-1)].map((row) => row!.detail)).toEqual([
      `复核金额起点（元）：0.00 → 5,000.00；按事项另定的复核：没有 → 退休待遇变更一律复核；原因：年度调整；在场人：审计员（${auditor.login}）`,
      "无操作锁屏分钟数：10 → 3；原因：年度调整",
    ]);
  });

  test.each([
    ["no idle time", { lockAfterMinutes: 0 }],
    ["nobody to review", { review: { ...USUAL_SETTINGS.review, roles: [] } }],
    ["a negative threshold", { review: { ...USUAL_SETTINGS.review, fromFen: -1 } }],
    ["clerks as second persons", { review: { ...USUAL_SETTINGS.review, roles: ["clerk"] } }],
    ["a matter that does not exist", { timeLimits: [{ matter: "dalian.flying", workingDays: 5 }] }],
    [
      "a list without its document",
      { promises: { ...USUAL_SETTINGS.promises, materials: [{ matter: MATTER, material: "approval-form" }] } },
    ],
  ])("%s is refused", async (_what, settings) => {
    expect((await desk.refusal("office.changeSettings", change(settings) as never)).code).toBe("bad-input");
    expect((await auditor.call("office.settings", {})).changed).toBeNull();
  });

  test("of another program's shape keep what is understood", async () => {
    const act = { operation: "office.changeSettings", clerkId: desk.connection.clerkId, at: desk.clock.now(), requestId: null };
    desk.store.settings.put(act, "office", { lockAfterMinutes: 7, somethingNew: true }, "更高版本");
    expect((await auditor.call("office.settings", {})).settings).toEqual({ ...USUAL_SETTINGS, lockAfterMinutes: 7 });
    desk.store.settings.put(act, "office", "broken", "损坏");
    expect((await auditor.call("office.settings", {})).settings).toEqual(USUAL_SETTINGS);
  });
});
