import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractText } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MaterialTick } from "../../../src-shared/domain/case.ts";
import { USUAL_SETTINGS } from "../../../src-shared/domain/office-settings.ts";
import {
  APPROVAL_FORM,
  calendarDirectory,
  ENOUGH,
  form,
  MATTER,
  PASSWORD,
  submission,
  TestDesk,
  TODAY,
  TOO_FEW,
} from "./test-desk.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp().settings(LISTED)));
afterEach(() => desk.remove());

/** The office's list lets the approval form follow; five working days after 15 July 2025, a Tuesday, is the 22nd. */
const LISTED = {
  promises: {
    on: true,
    workingDays: 5,
    materials: [{ matter: MATTER, material: APPROVAL_FORM.id }],
    document: "容缺受理清单（2025年版）",
  },
};
const LAST_DAY = "2025-07-22";
const promise = (promisedOn: string = LAST_DAY): MaterialTick => ({
  ...APPROVAL_FORM,
  received: false,
  how: "promised",
  promisedOn,
});
const promised = (changes: Parameters<typeof submission>[0] = {}, promiseSigned = true) => ({
  ...submission({ materials: [promise()], ...changes }),
  promiseSigned,
});
const receive = (id: string, ticks: MaterialTick[] = [APPROVAL_FORM]) => ({ requestId: randomUUID(), id, materials: ticks });
const textOf = async (pdfBase64: string): Promise<string> => {
  const { text } = await extractText(new Uint8Array(Buffer.from(pdfBase64, "base64")), { mergePages: true });
  return text.replaceAll(/\s/g, "");
};

describe("accepting on a promise", () => {
  test("of a material on the office's list: notice in two copies, no settlement until it has come", async () => {
    const view = await desk.call("cases.submit", promised());
    expect(view).toMatchObject({ state: "submitted", nextPromiseOn: LAST_DAY, settledAt: null });
    expect(view.promises).toMatchObject([
      { material: APPROVAL_FORM.id, promisedOn: LAST_DAY, overdue: false, workingDaysLeft: 5 },
    ]);
    expect(view.papers.map(({ kind }) => kind).sort()).toEqual(["acceptance", "supplement-notice"]);
    const notice = view.papers.find(({ kind }) => kind === "supplement-notice")!;
    const text = await textOf((await desk.call("papers.open", { id: notice.id })).pdfBase64);
    for (const part of ["容缺受理通知书", "第一联办事人留存", "第二联经办机构存档", "2025年7月22日"])
      expect(text).toContain(part);
    const early = { requestId: randomUUID(), caseId: view.id, kind: "assessment" as const };
    expect(await desk.refusal("papers.make", early)).toMatchObject({ code: "not-submittable", message: /补收/ });

    const after = await desk.call("cases.receivePromised", receive(view.id));
    expect(after).toMatchObject({ promises: [], nextPromiseOn: null });
    expect(after.settledAt).not.toBeNull();
    expect(after.papers.map(({ kind }) => kind)).toContain("assessment");
    expect(after.events.map(({ kind }) => kind)).toContain("supplemented");
    expect(desk.store.verify()).toEqual([]);
  });

  test.each([
    ["not signed", promised({}, false), "promise-invalid", /承诺书/],
    ["without a day", promised({ materials: [{ ...promise(), promisedOn: undefined }] }), "promise-invalid", /日期/],
    ["for a day before today", promised({ materials: [promise("2025-07-14")] }), "promise-invalid", /2025-07-15 至 2025-07-22/],
    ["for a day after the limit", promised({ materials: [promise("2025-07-23")] }), "promise-invalid", /之间/],
    ["for a Saturday", promised({ materials: [promise("2025-07-19")] }), "promise-invalid", /不是工作日/],
    ["for no day at all", promised({ materials: [promise("2025-02-30")] }), "promise-invalid", /日期/],
  ])("%s is refused", async (_name, input, code, message) => {
    expect(await desk.refusal("cases.submit", input)).toMatchObject({ code, message });
  });

  test("of a material that is not on the list is refused", async () => {
    desk.settings({ promises: { ...LISTED.promises, materials: [] } });
    expect(await desk.refusal("cases.submit", promised())).toMatchObject({ code: "promise-invalid", message: /必须现在收取/ });
    desk.settings({ promises: { ...LISTED.promises, on: false } });
    expect((await desk.refusal("cases.submit", promised())).code).toBe("promise-invalid");
  });

  test("a year whose holidays are not known is said, not guessed", async () => {
    const late = new TestDesk({}, "2026-12-30T02:00:00.000Z").setUp().settings(LISTED);
    const materials = [promise("2026-12-31")];
    const refusal = await late.refusal("cases.submit", promised({ asOf: "2026-12-30", materials }));
    expect(refusal).toMatchObject({ code: "calendar-unknown", message: /2027/ });
    expect((await late.call("office.calendar", {})).warning).toMatch(/2027/);
    late.remove();
  });

  test("the matter's own limit goes before the office's usual one", async () => {
    desk.settings({ ...LISTED, timeLimits: [{ matter: MATTER, workingDays: 2 }] });
    expect((await desk.refusal("cases.submit", promised())).message).toContain("2025-07-17");
    const view = await desk.call("cases.submit", promised({ materials: [promise("2025-07-17")] }));
    expect(view.due).toMatchObject({ dueOn: "2025-07-17", workingDaysLeft: 2, standing: "soon" });
  });
});

test("the last day that may be named is told before", async () => {
  expect(await desk.call("promises.limit", { matter: MATTER })).toEqual({
    today: TODAY,
    workingDays: 5,
    lastOn: LAST_DAY,
    standing: [],
  });
  expect((await desk.refusal("promises.limit", { matter: "none" })).code).toBe("not-found");
});

describe("the person's promise", () => {
  test("is printed before the submission", async () => {
    const open = await desk.call("cases.save", {
      requestId: randomUUID(),
      draftId: randomUUID(),
      content: form({ materials: [promise()] }),
    });
    const paper = await desk.call("papers.make", { requestId: randomUUID(), caseId: open.id, kind: "commitment" });
    const text = await textOf((await desk.call("papers.open", { id: paper.id })).pdfBase64);
    for (const part of ["承诺书", "承诺人（签名）：", "2025年7月22日"]) expect(text).toContain(part);
    expect(
      await desk.refusal("papers.make", { requestId: randomUUID(), caseId: open.id, kind: "supplement-notice" }),
    ).toMatchObject({
      code: "not-submittable",
    });
  });

  test("is not printed where nothing is promised, or the promise cannot be", async () => {
    const save = (materials: MaterialTick[]) =>
      desk.call("cases.save", { requestId: randomUUID(), draftId: randomUUID(), content: form({ materials }) });
    const none = await save([APPROVAL_FORM]);
    const make = (caseId: string) => desk.refusal("papers.make", { requestId: randomUUID(), caseId, kind: "commitment" });
    expect((await make(none.id)).code).toBe("not-submittable");
    expect((await make((await save([promise("2025-07-19")])).id)).code).toBe("promise-invalid");
  });
});

describe("materials that come later", () => {
  test("are those that were promised, as they are wanted", async () => {
    const { id } = await desk.call("cases.submit", promised());
    const wrong = (ticks: MaterialTick[]) => desk.refusal("cases.receivePromised", receive(id, ticks));
    expect((await wrong([{ ...APPROVAL_FORM, id: "bank-card" }])).code).toBe("promise-invalid");
    expect((await wrong([{ ...APPROVAL_FORM, form: "copy" }])).code).toBe("promise-invalid");
    expect((await wrong([{ ...APPROVAL_FORM, count: 0 }])).code).toBe("promise-invalid");
    expect((await wrong([promise()])).code).toBe("promise-invalid");
    await desk.call("cases.receivePromised", receive(id, [{ ...APPROVAL_FORM, how: "scan" }]));
  });

  test("hold up the second person until they have come", async () => {
    const view = await desk.call("cases.submit", promised({ facts: TOO_FEW }));
    expect(view.state).toBe("in-review");
    const checker = desk.seat("reviewer", "复核乙");
    expect((await checker.call("review.open", { id: view.id })).barred).toMatch(/收齐/);
    const approval = { requestId: randomUUID(), id: view.id, version: 1, note: "" };
    expect((await checker.refusal("review.approve", approval)).code).toBe("materials-missing");
    await desk.call("cases.receivePromised", receive(view.id));
    expect(await checker.call("review.approve", { ...approval, requestId: randomUUID() })).toMatchObject({ state: "approved" });
  });
});

describe("an amendment", () => {
  const amendment = (id: string, changes: Parameters<typeof submission>[0], promiseSigned = true) => ({
    ...submission({ caseId: id, amends: true, ...changes }, "情况有变"),
    promiseSigned,
  });
  const papersOf = (view: { papers: readonly { kind: string; version: number }[] }, version: number) =>
    view.papers
      .filter((paper) => paper.version === version)
      .map(({ kind }) => kind)
      .sort();
  const texts = async (view: { papers: readonly { id: string; kind: string; version: number }[] }, kind: string) =>
    await textOf(
      (await desk.call("papers.open", { id: view.papers.find((paper) => paper.kind === kind && paper.version === 2)!.id }))
        .pdfBase64,
    );

  test("with another day makes the promise and the notice anew, and the old promise is replaced", async () => {
    const { id } = await desk.call("cases.submit", promised());
    const changed = { materials: [promise("2025-07-21")] };
    expect(await desk.refusal("cases.submit", amendment(id, changed, false))).toMatchObject({
      code: "promise-invalid",
      message: /同意新的承诺日期/,
    });
    const view = await desk.call("cases.submit", amendment(id, changed));
    expect(papersOf(view, 2)).toEqual(["acceptance", "commitment", "supplement-notice"]);
    expect(view.promises).toMatchObject([{ material: APPROVAL_FORM.id, promisedOn: "2025-07-21" }]);
    expect(view.versions[1]!.replacedPromises).toMatchObject([
      { material: APPROVAL_FORM.id, promisedOn: LAST_DAY, version: 1, promisedAnewOn: "2025-07-21" },
    ]);
    for (const kind of ["commitment", "supplement-notice"]) {
      const text = await texts(view, kind);
      for (const part of ["2025年7月21日", "原定2025年7月22日前补交"]) expect(text, kind).toContain(part);
    }
    const { rows } = await desk.call("promises.list", { which: "all", limit: 9, offset: 0 });
    expect(rows.map(({ promisedOn }) => promisedOn)).toEqual(["2025-07-21"]);
    const done = await desk.call("cases.receivePromised", receive(id));
    expect(done).toMatchObject({ promises: [], nextPromiseOn: null });
    expect(done.settledAt).not.toBeNull();
    expect(desk.store.verify()).toEqual([]);
  });

  test("that leaves the promise as it was asks for no signature, even when it is overdue", async () => {
    const { id } = await desk.call("cases.submit", promised());
    desk.clock.advance(9 * 86_400);
    desk.connection.active = null;
    expect((await desk.call("promises.limit", { matter: MATTER, caseId: id })).standing).toMatchObject([
      { promisedOn: LAST_DAY },
    ]);
    const view = await desk.call("cases.submit", amendment(id, { materials: [promise()] }, false));
    expect(papersOf(view, 2)).toEqual(["acceptance"]);
    expect(view.promises).toMatchObject([{ promisedOn: LAST_DAY, overdue: true }]);
    expect(view.versions[1]!.replacedPromises).toEqual([]);
  });

  test("for which the material has come closes the promise", async () => {
    const { id } = await desk.call("cases.submit", promised());
    const view = await desk.call("cases.submit", amendment(id, { materials: [APPROVAL_FORM] }, false));
    expect(view).toMatchObject({ promises: [], nextPromiseOn: null });
    expect(papersOf(view, 2)).toEqual(["acceptance", "assessment"]);
    expect(view.versions[1]!.replacedPromises).toMatchObject([{ promisedOn: LAST_DAY, promisedAnewOn: null }]);
    expect((await desk.call("promises.list", { which: "all", limit: 9, offset: 0 })).total).toBe(0);
  });

  test("may promise what was handed in before", async () => {
    const { id } = await desk.call("cases.submit", submission());
    const view = await desk.call("cases.submit", amendment(id, { materials: [promise()] }));
    expect(papersOf(view, 2)).toEqual(["acceptance", "commitment", "supplement-notice"]);
    expect(view).toMatchObject({ nextPromiseOn: LAST_DAY, settledAt: null });
  });
});

describe("the list of promises", () => {
  const list = async (which: "all" | "due" | "overdue") =>
    (await desk.call("promises.list", { which, limit: 10, offset: 0 })).rows;

  test("all, those falling due, those overdue", async () => {
    const { id } = await desk.call("cases.submit", promised());
    expect(await list("all")).toMatchObject([{ case: { id }, promisedOn: LAST_DAY, overdue: false, maskedPhone: "198****0061" }]);
    expect(await list("due")).toEqual([]);
    expect(await list("overdue")).toEqual([]);
    desk.clock.advance(2 * 86_400);
    desk.connection.active = null;
    expect(await list("due")).toMatchObject([{ workingDaysLeft: 3 }]);
    expect(await desk.call("work.today", {})).toMatchObject({ promisesDue: 1, promisesOverdue: 0 });
    desk.clock.advance(6 * 86_400);
    desk.connection.active = null;
    expect(await list("overdue")).toMatchObject([{ overdue: true, workingDaysLeft: -1 }]);
    expect(await desk.call("work.today", {})).toMatchObject({ promisesDue: 0, promisesOverdue: 1 });
    await desk.call("cases.receivePromised", receive(id));
    expect(await list("all")).toEqual([]);
  });

  test("a cancelled case owes nothing", async () => {
    const { id } = await desk.call("cases.submit", promised());
    await desk.call("cases.cancel", { requestId: randomUUID(), id, reason: "本人撤回" });
    expect(await list("all")).toEqual([]);
  });
});

describe("time limits", () => {
  const limited = (workingDays: number) => ({ timeLimits: [{ matter: MATTER, workingDays }] });
  test("run in working days from the day after, and are listed", async () => {
    desk.settings({ ...limited(10), review: { ...USUAL_SETTINGS.review, matters: [{ matter: MATTER, rule: "always" }] } });
    const { id } = await desk.call("cases.submit", submission({ facts: ENOUGH }));
    const due = async () => (await desk.call("cases.get", { id })).due;
    expect(await due()).toEqual({ dueOn: "2025-07-29", workingDaysLeft: 10, standing: "in-time" });
    const found = async (filter: "soon" | "overdue") =>
      (await desk.call("cases.search", { text: "", state: null, due: filter, limit: 10, offset: 0 })).rows.length;
    expect([await found("soon"), await found("overdue")]).toEqual([0, 0]);
    desk.clock.advance(10 * 86_400);
    desk.connection.active = null;
    expect(await due()).toMatchObject({ workingDaysLeft: 2, standing: "soon" });
    expect([await found("soon"), await found("overdue")]).toEqual([1, 0]);
    desk.clock.advance(5 * 86_400);
    desk.connection.active = null;
    expect(await due()).toMatchObject({ workingDaysLeft: -1, standing: "overdue" });
    expect([await found("soon"), await found("overdue")]).toEqual([0, 1]);
    const checker = desk.seat("reviewer", "复核乙");
    expect(await checker.call("work.today", {})).toMatchObject({ casesOverdue: 1, casesDueSoon: 0 });
    await checker.call("review.approve", { requestId: randomUUID(), id, version: 1, note: "" });
    expect(await due()).toMatchObject({ standing: "done", workingDaysLeft: null });
    expect(await found("overdue")).toBe(0);
  });

  test("beyond the known holidays are said to be unknown", async () => {
    const late = new TestDesk({}, "2026-12-30T02:00:00.000Z").setUp();
    late.settings({ ...limited(10), review: { ...USUAL_SETTINGS.review, matters: [{ matter: MATTER, rule: "always" }] } });
    const view = await late.call("cases.submit", submission({ asOf: "2026-12-30" }));
    expect(view.due).toEqual({ dueOn: null, workingDaysLeft: null, standing: "unknown" });
    late.remove();
  });

  test("that fell into a year without holidays are named once the year is known, from the day of the submission", async () => {
    const settings = {
      ...limited(10),
      ...LISTED,
      longestPauseDays: 28,
      review: { ...USUAL_SETTINGS.review, matters: [{ matter: MATTER, rule: "always" }] },
    };
    const late = new TestDesk({}, "2026-12-30T02:00:00.000Z").setUp().settings(settings as never);
    const { id } = await late.call("cases.submit", submission({ asOf: "2026-12-30" }));
    const told = await late.call(
      "cases.submit",
      submission({ matter: "dalian.payment-channels", facts: { purpose: "pay" }, materials: [] }),
    );
    late.clock.advance(20 * 86_400);
    const calendar = mkdtempSync(join(tmpdir(), "counter-calendar-"));
    cpSync(calendarDirectory, calendar, { recursive: true });
    const spans = ["01-01 01-03", "02-05 02-11", "04-05 04-05", "05-01 05-05", "06-09 06-09", "09-15 09-15", "10-01 10-07"];
    const holidays = spans.map((span) => ({ title: "测试", from: `2027-${span.slice(0, 5)}`, to: `2027-${span.slice(6)}` }));
    const year = { year: 2027, document: "测试用放假安排", holidays, workdays: [] };
    writeFileSync(join(calendar, "2027.yaml"), JSON.stringify(year));
    late.restart({ calendarDirectory: calendar });

    const auditor = late.seat("auditor", "审计员");
    const login = async (name: string) => await late.call("session.login", { login: name, password: PASSWORD });
    await login(auditor.login);
    expect((await late.call("cases.get", { id })).due).toMatchObject({ dueOn: null, standing: "unknown" });
    await login("admin");
    const view = await late.call("cases.get", { id });
    // 31 December is a Thursday; the year begins on Monday the 4th
    expect(view.due).toMatchObject({ dueOn: "2027-01-14", standing: "overdue" });
    expect(view.events.at(-1)).toMatchObject({ kind: "limit-set", summary: expect.stringContaining("2027-01-14") });
    expect((await late.call("cases.search", { text: "", state: null, due: "overdue", limit: 9, offset: 0 })).rows).toHaveLength(
      1,
    );
    expect((await late.call("cases.get", { id: told.id })).due).toBeNull();
    const events = view.events.length;
    await login("admin");
    expect((await late.call("cases.get", { id })).events).toHaveLength(events);
    expect(late.store.verify()).toEqual([]);
    late.remove();
    rmSync(calendar, { recursive: true });
  });

  test("a matter without one has none", async () => {
    expect((await desk.call("cases.submit", submission())).due).toBeNull();
  });
});

test("the day of the test is what the cases above rest on", () => expect(TODAY).toBe("2025-07-15"));
