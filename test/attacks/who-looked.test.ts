/** The auditor's first question: who has looked at this person between those days. Every way of looking is in the answer, and nothing else. */
import { randomUUID } from "node:crypto";
import readXlsx from "read-excel-file/node";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LOOK_OPERATIONS } from "../../src-main/desk/people/looks.ts";
import { OPERATION_TEXT } from "../../src-main/desk/reports/text.ts";
import { syntheticIdentityNumber } from "../../src-main/demo/people.ts";
import type { CallInput } from "../../src-shared/contract/index.ts";
import { form, PASSWORD, submission, TestDesk, TODAY, TOO_FEW, type Seat } from "../unit/desk/test-desk.ts";

const NUMBER = syntheticIdentityNumber("1965-03-04", "male", 61);
const NAMESAKE = syntheticIdentityNumber("1965-03-04", "male", 63);
const OTHER = syntheticIdentityNumber("1970-05-06", "female", 62);
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
).toString("base64");
const REASON = "核对待遇";
const id = () => randomUUID();
const filter = { text: "", state: null } as const;

let desk: TestDesk;
let auditor: Seat;
let supervisor: Seat;
/** Nobody of whom any case is theirs. */
let clerk: Seat;
let watched: { readonly personId: string; readonly caseId: string; readonly paperId: string; readonly attachmentId: string };

beforeEach(async () => {
  desk = new TestDesk().setUp();
  auditor = desk.seat("auditor", "审计员");
  supervisor = desk.seat("supervisor", "主管乙");
  const maker = desk.seat("clerk", "经办甲");
  clerk = desk.seat("clerk", "经办丙");
  const person = { identityNumber: NUMBER, name: "单长河", phone: "19800000061" };
  const view = await maker.call("cases.submit", submission({ person }));
  const picture = { caseId: view.id, material: null, name: "身份证.png", base64: PNG };
  const attachment = await maker.call("attachments.add", { requestId: id(), ...picture });
  await maker.call("cases.submit", submission({ person: { identityNumber: OTHER, name: "江月", phone: "19800000062" } }));
  watched = { personId: view.personId, caseId: view.id, paperId: view.papers[0]!.id, attachmentId: attachment.id };
});
afterEach(() => desk.remove());

type Asked = Partial<CallInput<"audit.list">>;
const looksAt = (personId: string, more: Asked = {}) =>
  auditor.call("audit.list", { personId, looks: true, limit: 100, ...more });
/** Oldest first. */
const operationsOf = async (personId: string, more: Asked = {}): Promise<string[]> =>
  (await looksAt(personId, more)).rows.map(({ operation }) => operation).toReversed();

/** Time goes by; screens lock meanwhile. */
async function later(seconds: number): Promise<void> {
  desk.clock.advance(seconds);
  for (const seat of [clerk, supervisor, auditor]) await seat.call("session.unlock", { password: PASSWORD });
}

it("every kind of look is listed, in the words of a reader, with who and why", async () => {
  const { personId, caseId, paperId, attachmentId } = watched;
  await clerk.call("find.anything", { text: NUMBER, limit: 5 });
  await clerk.call("people.lookup", { identityNumber: NUMBER });
  await clerk.call("cases.search", { ...filter, text: "19800000061", limit: 9, offset: 0 });
  await clerk.call("people.get", { id: personId });
  await clerk.call("cases.get", { id: caseId });
  await clerk.call("people.reveal", { requestId: id(), id: personId, reason: REASON });
  await supervisor.call("papers.open", { id: paperId, reason: REASON });
  await supervisor.call("papers.print", { requestId: id(), id: paperId });
  await auditor.call("attachments.open", { id: attachmentId, reason: REASON });
  await clerk.call("drafts.startFor", { requestId: id(), personId, matter: "dalian.enrolment" });
  const { rows } = await looksAt(personId);
  expect(rows.toReversed().map(({ operation, clerk: who, title, detail }) => [operation, who, title, detail])).toEqual([
    ["find.anything", "经办丙", "按号码查找", "找到人数：1"],
    ["people.lookup", "经办丙", "按证件号码查人", "找到人数：1"],
    ["cases.search", "经办丙", "按号码查办件", "找到人数：1"],
    ["people.get", "经办丙", "打开个人档案", "事由：窗口办理"],
    ["cases.get", "经办丙", "打开办件", "事由：窗口办理"],
    ["people.reveal", "经办丙", "查看完整证件号码和电话", `原因：${REASON}`],
    ["papers.open", "主管乙", "查看文书", `名称：受理回执；原因：${REASON}`],
    ["papers.print", "主管乙", "打印文书", `名称：受理回执；份次：1；原因：${REASON}`],
    ["attachments.open", "审计员", "查看附件", `名称：身份证.png；原因：${REASON}`],
    ["drafts.startFor", "经办丙", "为已有人员新开表单（含完整号码）", "事由：窗口办理；名称：灵活就业人员参保登记"],
  ]);
  expect(rows.every((row) => row.personId === personId)).toBe(true);
});

it("a page is told once in a visit for each who opens it, and again in the next one", async () => {
  const { personId, caseId } = watched;
  const opened: string[] = [];
  for (const seat of [clerk, supervisor]) {
    for (let times = 0; times < 3; times++) {
      await seat.call("people.get", { id: personId });
      await seat.call("cases.get", { id: caseId });
    }
    opened.push("people.get", "cases.get");
  }
  expect(await operationsOf(personId)).toEqual(opened);
  await later(16 * 60);
  await clerk.call("cases.get", { id: caseId });
  expect(await operationsOf(personId)).toEqual([...opened, "cases.get"]);
  expect((await looksAt(personId)).rows[0]?.detail).toBe("事由：查看别人的办件");
});

it("who looks through a review, or is shown a namesake, has looked", async () => {
  const person = { identityNumber: NAMESAKE, name: "单长河", phone: "" };
  const waiting = await desk.call("cases.submit", submission({ person, facts: TOO_FEW }));
  const reviewer = desk.seat("reviewer", "复核丁");
  await reviewer.call("review.open", { id: waiting.id });
  expect((await looksAt(waiting.personId)).rows).toMatchObject([
    { operation: "review.open", clerk: "复核丁", detail: "事由：复核", caseId: waiting.id },
  ]);
  const { identityNumber } = person;
  const shown = await clerk.call("people.duplicates", { identityNumber, name: "单长河" });
  expect(shown.map(({ why }) => why)).toEqual(["same-number", "same-name-and-birth"]);
  expect(await operationsOf(watched.personId)).toEqual(["people.duplicates"]);
  expect((await operationsOf(waiting.personId)).at(-1)).toBe("people.duplicates");
});

it("a list that left is among them for whomever it names, and for nobody else", async () => {
  const { personId } = watched;
  const wanted = () => ({ exportId: id(), format: "xlsx", reason: REASON }) as const;
  await supervisor.call("reports.export", { what: "cases", ...filter, text: "江月", ...wanted() });
  expect(await operationsOf(personId)).toEqual([]);
  await supervisor.call("reports.export", { what: "cases", ...filter, text: "单长河", ...wanted() });
  await supervisor.call("reports.export", { what: "day", date: TODAY, clerkId: null, ...wanted() });
  await supervisor.call("reports.export", { what: "statistics", from: TODAY, to: TODAY, exportId: id(), format: "xlsx" });
  expect(await operationsOf(personId)).toEqual(["reports.export", "reports.export"]);
  const { rows } = await looksAt(personId);
  expect(rows[1]!.detail).toBe(`原因：${REASON}；条数：1；内容：办件清单.xlsx`);
  // what the audit keeps of it is no list of people for whoever reads the audit
  expect(JSON.stringify(rows)).not.toContain("people");
  const other = (await supervisor.call("find.anything", { text: "江月", limit: 1 })).people[0]!;
  expect(await operationsOf(other.id)).toEqual(["reports.export", "reports.export"]);
  expect(desk.store.verify()).toEqual([]);
});

it("days narrow it down, and acts on the person's cases are no looks", async () => {
  const { personId, caseId } = watched;
  await clerk.call("cases.get", { id: caseId });
  await later(24 * 3600);
  await clerk.call("cases.get", { id: caseId });
  await supervisor.call("reports.export", {
    what: "cases",
    ...filter,
    exportId: id(),
    format: "pdf",
    reason: REASON,
  });
  expect(await operationsOf(personId, { to: TODAY })).toEqual(["cases.get"]);
  expect(await operationsOf(personId, { from: "2025-07-16" })).toEqual(["cases.get", "reports.export"]);
  expect(await operationsOf(personId, { from: "2025-07-17" })).toEqual([]);
  const all = await auditor.call("audit.list", { personId, limit: 100 });
  expect(all.rows.map(({ operation }) => operation)).toContain("cases.submit");
});

it("looks at a file that became another one are looks at the one that it became", async () => {
  const { personId } = watched;
  const twin = await desk.call("cases.save", {
    requestId: id(),
    draftId: id(),
    content: form({ person: { identityNumber: NAMESAKE, name: "单长和", phone: "" } }),
  });
  await clerk.call("people.get", { id: twin.personId });
  await supervisor.call("reports.export", {
    what: "cases",
    ...filter,
    text: "单长和",
    exportId: id(),
    format: "xlsx",
    reason: REASON,
  });
  const merged = await desk.call("people.correct", {
    requestId: id(),
    id: twin.personId,
    identityNumber: NUMBER,
    name: "单长河",
    phone: null,
    reason: "同一人",
    merge: true,
  });
  expect(merged.id).toBe(personId);
  const expected = ["people.get", "reports.export", "people.correct", "people.correct"];
  expect(await operationsOf(personId)).toEqual(expected);
  expect(await operationsOf(twin.personId)).toEqual(expected);
});

it("goes along as a list of its own, with times at the counter and their distance from UTC, and is a look itself", async () => {
  const { personId, caseId } = watched;
  await clerk.call("cases.get", { id: caseId });
  const { rows } = await looksAt(personId);
  expect(rows[0]).toMatchObject({ at: "2025-07-15T02:00:00.000Z", time: "2025-07-15 10:00:00 +08:00" });
  const asked = { personId, looks: true, from: TODAY, to: TODAY, exportId: id(), reason: "信访核查" };
  const file = await auditor.call("audit.export", { ...asked, format: "xlsx" });
  expect(file.name).toBe("查看记录.xlsx");
  const [sheet] = await readXlsx(Buffer.from(file.base64!, "base64"));
  const cells = JSON.stringify(sheet);
  expect(cells).toContain("2025-07-15 10:00:00 +08:00");
  expect(cells).toContain("打开办件");
  expect(cells).toContain(desk.store.cases.get(caseId)!.receiptNumber);
  expect(cells).not.toContain("提交受理");
  expect(await operationsOf(personId)).toEqual(["cases.get", "audit.export"]);
});

it("what cannot be told is not shown: no page of a person without its row", async () => {
  const { personId, caseId } = watched;
  // behind by more than clocks are put right by themselves: nothing is written
  desk.clock.set(-3600);
  expect((await clerk.refusal("people.get", { id: personId })).code).toBe("clock-doubted");
  expect((await clerk.refusal("cases.get", { id: caseId })).code).toBe("clock-doubted");
  desk.clock.set(3600);
  expect((await clerk.call("cases.get", { id: caseId })).id).toBe(caseId);
});

it("a new store has told of all looks from its beginning", async () => {
  expect((await looksAt(watched.personId)).allLooksSince).toBeNull();
});

it("each kind of look has its words", () => {
  for (const operation of LOOK_OPERATIONS) expect(OPERATION_TEXT[operation], operation).toMatch(/\p{Script=Han}/u);
});
