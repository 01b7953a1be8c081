/** What a clerk who left has begun: read, handed over, given up, by whoever leads. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { form, MAN, submission, TestDesk, TODAY, TOO_FEW, type Seat } from "./test-desk.ts";

let desk: TestDesk;
let supervisor: Seat;
let leaver: Seat;
beforeEach(() => {
  desk = new TestDesk().setUp();
  supervisor = desk.seat("supervisor", "主管丙");
  leaver = desk.seat("clerk", "经办甲");
});
afterEach(() => desk.remove());

const id = () => randomUUID();
const REASON = "经办人调离";
const begun = async (seat: Seat, changes = {}) => (await seat.call("drafts.save", { id: id(), content: form(changes) })).id;
const rows = async (operation: string) => (await desk.call("audit.list", { operation, limit: 9 })).rows;

describe("forms of others", () => {
  it("are listed with whose they are, numbers masked, and read with a reason that the audit keeps", async () => {
    const draft = await begun(leaver);
    await begun(supervisor);
    await desk.call("clerks.setActive", { requestId: id(), id: leaver.id, active: false, reason: "调离" });
    const listed = await supervisor.call("drafts.ofOthers", {});
    expect(listed).toMatchObject([{ id: draft, clerk: "经办甲", active: false, name: "单长河", matterTitle: "退休待遇变更" }]);
    expect(JSON.stringify(listed)).not.toContain(MAN.slice(2));
    const read = await supervisor.call("drafts.look", { id: draft, reason: REASON });
    expect(read.answers.length).toBeGreaterThan(3);
    expect(read).toMatchObject({ materialsReceived: 1, maskedIdentityNumber: expect.stringMatching(/^21\*+$/) });
    expect(await rows("drafts.look")).toMatchObject([
      { clerk: "主管丙", detail: expect.stringMatching(/对象：经办甲.*原因：经办人调离/) },
    ]);
    const peer = desk.seat("clerk", "经办乙");
    expect((await peer.refusal("drafts.ofOthers", {})).code).toBe("not-allowed");
    expect((await peer.refusal("drafts.open", { id: draft })).code).toBe("not-found");
  });

  it("go to somebody at the counter, who goes on with them; the audit says from whom, to whom and why", async () => {
    const draft = await begun(leaver);
    const successor = desk.seat("clerk", "经办乙");
    const request = { requestId: id(), id: draft, to: successor.id, reason: REASON };
    await supervisor.call("drafts.handOver", request);
    // an answer that got lost
    await supervisor.call("drafts.handOver", request);
    expect(await successor.call("drafts.list", {})).toMatchObject([{ id: draft, content: form() }]);
    expect(await leaver.call("drafts.list", {})).toEqual([]);
    expect((await leaver.refusal("drafts.save", { id: draft, content: form() })).code).toBe("not-allowed");
    await successor.call("drafts.save", { id: draft, content: form({ asOf: TODAY }) });
    expect(await rows("drafts.handOver")).toMatchObject([
      { clerk: "主管丙", detail: expect.stringMatching(/对象：经办甲.*转交给：经办乙.*原因：经办人调离/) },
    ]);
    for (const to of [leaver.id, desk.seat("auditor", "审计丁").id, "nobody"]) {
      if (to === leaver.id) await desk.call("clerks.setActive", { requestId: id(), id: to, active: false, reason: "调离" });
      expect((await supervisor.refusal("drafts.handOver", { ...request, requestId: id(), to })).code).toBe("not-found");
    }
    expect(desk.store.verify()).toEqual([]);
  });

  it("make nobody a second person who typed in them: neither for what was saved of them, nor for what was submitted", async () => {
    const typist = desk.seat("reviewer", "复核丁");
    const successor = desk.seat("clerk", "经办乙");
    const other = desk.seat("reviewer", "复核戊");
    const draft = await begun(typist, { facts: TOO_FEW });
    await supervisor.call("drafts.handOver", { requestId: id(), id: draft, to: successor.id, reason: REASON });
    const made = await successor.call("cases.submit", { ...submission({ facts: TOO_FEW }), draftId: draft });
    const approve = { requestId: id(), id: made.id, version: 1, note: "" };
    expect((await typist.refusal("review.approve", approve)).code).toBe("same-person");
    expect((await other.call("review.approve", { ...approve, requestId: id() })).state).toBe("approved");

    const person = { identityNumber: MAN, name: "单长河", phone: "" };
    const saved = await begun(typist, { facts: TOO_FEW, person });
    await supervisor.call("drafts.handOver", { requestId: id(), id: saved, to: successor.id, reason: REASON });
    const open = await successor.call("cases.save", {
      requestId: id(),
      draftId: saved,
      content: form({ facts: TOO_FEW, person }),
    });
    await successor.call("drafts.discard", { id: saved });
    // another form on the same case, which the typist never touched
    const again = await desk.call("cases.startAmendment", { requestId: id(), id: open.id, reason: REASON });
    const fixed = await desk.call("cases.submit", { ...submission(again.content), draftId: again.id });
    const later = { requestId: id(), id: fixed.id, version: 1, note: "" };
    expect((await typist.refusal("review.approve", later)).code).toBe("same-person");
    expect((await other.call("review.approve", { ...later, requestId: id() })).state).toBe("approved");
    expect(desk.store.verify()).toEqual([]);
  });

  it("are given up with a reason, once, and do not come back", async () => {
    const draft = await begun(leaver);
    const request = { requestId: id(), id: draft, reason: "重复填写" };
    await supervisor.call("drafts.discardOfOther", request);
    expect((await supervisor.refusal("drafts.discardOfOther", { ...request, requestId: id() })).code).toBe("stale");
    expect((await leaver.refusal("drafts.save", { id: draft, content: form() })).code).toBe("stale");
    expect(await supervisor.call("drafts.ofOthers", {})).toEqual([]);
    expect((await rows("drafts.discardOfOther"))[0]!.detail).toMatch(/对象：经办甲.*原因：重复填写/);
  });

  it("are named by the day's check, and counted where somebody is switched off", async () => {
    await begun(leaver);
    await begun(leaver, { facts: TOO_FEW });
    await leaver.call("cases.save", { requestId: id(), draftId: id(), content: form() });
    expect(await desk.call("clerks.openWork", { id: leaver.id })).toEqual({ forms: 3, openCases: 1, returned: 0 });
    await desk.call("clerks.setActive", { requestId: id(), id: leaver.id, active: false, reason: "调离" });
    const { checks } = await supervisor.call("reports.day", { date: TODAY, clerkId: null });
    const check = checks.find(({ kind }) => kind === "open-drafts")!;
    expect(check).toMatchObject({ passed: false, message: expect.stringContaining("4 份") });
    expect(check.items[0]).toEqual({
      text: `经办甲（已停用）：未提交的表单 3 份，最早 ${TODAY}`,
      caseId: null,
      clerkId: leaver.id,
    });
  });
});
