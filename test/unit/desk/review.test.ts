import { randomUUID } from "node:crypto";
import { extractText } from "unpdf";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { USUAL_SETTINGS } from "../../../src-shared/domain/office-settings.ts";
import { ENOUGH, MATTER, submission, TestDesk, TOO_FEW, type Seat } from "./test-desk.ts";

let desk: TestDesk;
let maker: Seat;
let checker: Seat;
beforeEach(() => {
  desk = new TestDesk().setUp();
  maker = desk.seat("clerk", "经办甲");
  checker = desk.seat("reviewer", "复核乙");
});
afterEach(() => desk.remove());

const textOf = async (pdfBase64: string): Promise<string> => {
  const { text } = await extractText(new Uint8Array(Buffer.from(pdfBase64, "base64")), { mergePages: true });
  return text.replaceAll(/\s/g, "");
};
const topUp = (seat: Seat = maker) => seat.call("cases.submit", submission({ facts: TOO_FEW }));
const approve = (id: string, version = 1) => ({ requestId: randomUUID(), id, version, note: "金额已核对" });
const sendBack = (id: string, version = 1) => ({ requestId: randomUUID(), id, version, reason: "缴费月数请再核对" });
const amendment = async (seat: Seat, id: string, changes: Partial<DraftContent> = {}) => {
  const draft = await seat.call("cases.startAmendment", { requestId: randomUUID(), id });
  const content = { ...draft.content, ...changes };
  return await seat.call("cases.submit", { requestId: randomUUID(), draftId: draft.id, content, reason: "按复核意见更正" });
};

describe("which cases wait for a second person", () => {
  test("one that moves money does, and has no paper of settlement until then", async () => {
    const view = await topUp();
    expect(view).toMatchObject({ state: "in-review", amountFen: 78_624_00, settledAt: null });
    expect(view.papers.map((paper) => paper.kind)).toEqual(["acceptance"]);
    const receipt = await textOf((await maker.call("papers.open", { id: view.papers[0]!.id })).pdfBase64);
    expect(receipt).toContain("须经复核");
    expect(receipt).not.toContain("78,624.00");
    const early = { requestId: randomUUID(), caseId: view.id, kind: "assessment" as const };
    expect(await maker.refusal("papers.make", early)).toMatchObject({ code: "not-submittable", message: /复核/ });
  });

  test("one that moves none does not", async () => {
    const view = await maker.call("cases.submit", submission({ facts: ENOUGH }));
    expect(view).toMatchObject({ state: "submitted", amountFen: null, settledAt: view.submittedAt });
  });

  test.each([
    ["below the threshold", { fromFen: 78_624_01 }, "submitted"],
    ["at the threshold", { fromFen: 78_624_00 }, "in-review"],
    ["switched off", { on: false }, "submitted"],
    ["never for this matter", { matters: [{ matter: MATTER, rule: "never" as const }] }, "submitted"],
    ["always for this matter", { fromFen: 99_999_99, matters: [{ matter: MATTER, rule: "always" as const }] }, "in-review"],
  ])("%s", async (_name, review, state) => {
    desk.settings({ review: { ...USUAL_SETTINGS.review, ...review } });
    expect((await topUp()).state).toBe(state);
  });

  test("a consultation does not, whatever the office has settled, and leaves nothing to decide", async () => {
    const matter = "dalian.e-credential";
    const review = { ...USUAL_SETTINGS.review, matters: [{ matter, rule: "always" as const }] };
    desk.settings({ review, timeLimits: [{ matter, workingDays: 10 }] });
    const view = await maker.call("cases.submit", submission({ matter, facts: { reason: "lost" }, materials: [] }));
    expect(view).toMatchObject({ nature: "guidance", state: "submitted", due: null, settledAt: null });
    expect(view.papers.map((paper) => paper.kind)).toEqual(["guidance"]);
    expect(await checker.call("review.queue", {})).toEqual([]);
  });

  test("`always` holds for a case without money, too", async () => {
    desk.settings({ review: { ...USUAL_SETTINGS.review, matters: [{ matter: MATTER, rule: "always" }] } });
    expect((await maker.call("cases.submit", submission({ facts: ENOUGH }))).state).toBe("in-review");
  });
});

describe("the second person", () => {
  test("reads each waiting case once", async () => {
    await topUp();
    await topUp();
    const read = vi.spyOn(desk.store.cases, "events");
    const queue = await checker.call("review.queue", {});
    expect(read.mock.calls.map(([id]) => id).sort()).toEqual(queue.map(({ id }) => id).sort());
    expect(queue).toHaveLength(2);
  });

  test("sees the queue, the decision and what the maker saw, approves, and the paper names both", async () => {
    const { id } = await topUp();
    const queue = await checker.call("review.queue", {});
    expect(queue).toMatchObject([{ id, maker: "经办甲", mine: false, why: /78,624\.00/ }]);
    expect(await checker.call("work.today", {})).toMatchObject({ toReview: 1 });
    const view = await checker.call("review.open", { id });
    expect(view).toMatchObject({ version: 1, changes: [], resultChanged: false, sinceLastVersion: [], barred: null });
    expect(view.case.versions[0]!.decision.amounts.map((amount) => amount.fen)).toContain(78_624_00);
    expect(view.case.may).toContain("review");

    const request = approve(id);
    const approved = await checker.call("review.approve", request);
    expect(approved).toMatchObject({ state: "approved", reviewer: "复核乙" });
    expect(approved.settledAt).not.toBeNull();
    expect(approved.versions[0]!.review).toMatchObject({ verdict: "approved", clerk: "复核乙", note: "金额已核对" });
    const paper = approved.papers.find(({ kind }) => kind === "assessment")!;
    const text = await textOf((await checker.call("papers.open", { id: paper.id })).pdfBase64);
    for (const part of ["经办人（签章）：经办甲", "复核人（签章）：复核乙", "78,624.00"]) expect(text).toContain(part);
    // asked again it is the same case; asked anew there is nothing to approve
    expect(await checker.call("review.approve", request)).toMatchObject({ state: "approved" });
    expect((await checker.refusal("review.approve", approve(id))).code).toBe("not-in-review");
    expect(await checker.call("review.queue", {})).toEqual([]);
    expect(desk.store.verify()).toEqual([]);
  });

  test("is not the maker, whatever the role", async () => {
    const { id } = await topUp(checker);
    expect((await checker.refusal("review.approve", approve(id))).code).toBe("same-person");
    expect((await checker.refusal("review.return", sendBack(id))).code).toBe("same-person");
    expect(await checker.call("review.open", { id })).toMatchObject({ barred: /另一名/ });
    expect(await checker.call("review.queue", {})).toMatchObject([{ mine: true }]);
    expect(await checker.call("work.today", {})).toMatchObject({ toReview: 0 });
  });

  test("is not somebody who made an earlier version", async () => {
    const { id } = await topUp(checker);
    const supervisor = desk.seat("supervisor", "主管丙");
    await supervisor.call("review.return", sendBack(id));
    await amendment(supervisor, id);
    expect((await checker.refusal("review.approve", approve(id, 2))).code).toBe("same-person");
  });

  test("has one of the roles that the office has named", async () => {
    const { id } = await topUp();
    const administrator = desk.seat("administrator", "管理员丁");
    expect(await administrator.refusal("review.approve", approve(id))).toMatchObject({ code: "not-allowed", message: /授权/ });
    desk.settings({ review: { ...USUAL_SETTINGS.review, roles: ["administrator"] } });
    expect((await checker.refusal("review.approve", approve(id))).code).toBe("not-allowed");
    await administrator.call("review.approve", approve(id));
  });

  test("judges the version that was looked at", async () => {
    const { id } = await topUp();
    await amendment(maker, id, { facts: { ...TOO_FEW, contributed: { months: 210 } } });
    expect((await checker.refusal("review.approve", approve(id, 1))).code).toBe("stale");
    await checker.call("review.approve", approve(id, 2));
  });

  test("looks only at what waits", async () => {
    const settled = await maker.call("cases.submit", submission({ facts: ENOUGH }));
    expect((await checker.refusal("review.open", { id: settled.id })).code).toBe("not-in-review");
    expect((await checker.refusal("review.approve", approve(settled.id))).code).toBe("not-in-review");
    expect((await checker.refusal("review.open", { id: "none" })).code).toBe("not-found");
  });

  test("and two at once: one decides", async () => {
    const { id } = await topUp();
    const other = desk.seat("supervisor", "主管丙");
    const answers = await Promise.all([checker.ask("review.approve", approve(id)), other.ask("review.return", sendBack(id))]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

describe("a returned case", () => {
  test("goes back to its maker, is amended, says what changed, and is looked at again", async () => {
    const { id } = await topUp();
    const returned = await checker.call("review.return", sendBack(id));
    expect(returned).toMatchObject({ state: "returned", settledAt: null });
    expect(returned.versions[0]!.review).toMatchObject({ verdict: "returned", note: "缴费月数请再核对" });
    expect(await maker.call("work.today", {})).toMatchObject({ returned: 1 });

    const colleague = desk.seat("clerk", "经办戊");
    expect((await colleague.refusal("cases.startAmendment", { requestId: randomUUID(), id })).code).toBe("not-your-case");
    expect((await colleague.call("cases.get", { id })).may).not.toContain("amend");
    expect((await maker.call("cases.get", { id })).may).toContain("amend");

    const amended = await amendment(maker, id, { facts: { ...TOO_FEW, contributed: { months: 210 } } });
    expect(amended).toMatchObject({ state: "in-review", version: 2 });
    const view = await checker.call("review.open", { id });
    expect(view.sinceLastVersion).toEqual([{ title: expect.stringContaining("缴费"), before: "200 个月", now: "210 个月" }]);
    const approved = await checker.call("review.approve", approve(id, 2));
    expect(approved.papers.filter(({ kind }) => kind === "assessment").map(({ version }) => version)).toEqual([2]);
  });

  test("needs a reason", async () => {
    const { id } = await topUp();
    expect((await checker.refusal("review.return", { ...sendBack(id), reason: " " })).code).toBe("bad-input");
  });

  test("an approved case that is amended waits again", async () => {
    const { id } = await topUp();
    await checker.call("review.approve", approve(id));
    expect(await amendment(maker, id, { facts: { ...TOO_FEW, contributed: { months: 210 } } })).toMatchObject({
      state: "in-review",
      settledAt: null,
    });
  });

  test("can be cancelled", async () => {
    const { id } = await topUp();
    await checker.call("review.return", sendBack(id));
    expect(await maker.call("cases.cancel", { requestId: randomUUID(), id, reason: "本人撤回" })).toMatchObject({
      state: "cancelled",
    });
    expect(await checker.call("review.queue", {})).toEqual([]);
  });
});

describe("what changed since the maker saw it", () => {
  test("nothing, where another matter's reading was chosen: the pack is another one, and not for this matter", async () => {
    const { id } = await topUp();
    const library = await desk.call("policy.library", { city: "dalian" });
    const reading = library.readings.find(({ usedBy }) => usedBy.length > 0 && !usedBy.includes(MATTER))!;
    const other = reading.options.find((option) => option.id !== reading.chosen)!;
    const chosen = { requestId: randomUUID(), reading: reading.id, option: other.id, reason: "市局答复" };
    await desk.call("policy.chooseReading", chosen);
    expect((await desk.call("policy.library", { city: "dalian" })).hash).not.toBe(library.hash);
    expect(await checker.call("review.open", { id })).toMatchObject({ changes: [], resultChanged: false });
    await desk.call("policy.chooseReading", { ...chosen, requestId: randomUUID(), option: reading.chosen });
  });

  test("a figure entered meanwhile, and what it does to the result", async () => {
    const { id } = await topUp();
    const before = await checker.call("review.open", { id });
    expect(before.changes).toEqual([]);
    const library = await desk.call("policy.library", { city: "dalian" });
    const reading = library.readings.find(({ usedBy, options }) => usedBy.includes(MATTER) && options.length > 1)!;
    const other = reading.options.find((option) => option.id !== reading.chosen)!;
    await desk.call("policy.chooseReading", {
      requestId: randomUUID(),
      reading: reading.id,
      option: other.id,
      reason: "市局答复",
    });
    const view = await checker.call("review.open", { id });
    expect(view.changes.map(({ kind }) => kind)).toContain("pack");
    for (const change of view.changes) expect(change.before).not.toBe(change.now);
  });
});

describe("the list of cases", () => {
  test("filters by each state", async () => {
    const waiting = await topUp();
    const find = async (state: "in-review" | "approved" | "returned" | "submitted") =>
      (await maker.call("cases.search", { text: "", state, limit: 10, offset: 0 })).rows.map((row) => [row.id, row.state]);
    expect(await find("in-review")).toEqual([[waiting.id, "in-review"]]);
    expect(await find("submitted")).toEqual([]);
    await checker.call("review.approve", approve(waiting.id));
    expect(await find("approved")).toEqual([[waiting.id, "approved"]]);
    expect(await find("in-review")).toEqual([]);
    expect(await find("returned")).toEqual([]);
  });
});
