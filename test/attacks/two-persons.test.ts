/** Money needs two honest people: whoever wrote any of a case is not its second person, and what was approved is not undone by one. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { USUAL_SETTINGS } from "../../src-shared/domain/office-settings.ts";
import { form, PASSWORD, type Seat, submission, TestDesk, TOO_FEW } from "../unit/desk/test-desk.ts";

let desk: TestDesk;
let clerk: Seat;
let checker: Seat;
beforeEach(() => {
  desk = new TestDesk().setUp();
  clerk = desk.seat("clerk", "经办甲");
  checker = desk.seat("reviewer", "复核乙");
});
afterEach(() => desk.remove());

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n").toString("base64");
const approve = (id: string, version = 1, note = "") => ({ requestId: randomUUID(), id, version, note });
const cancel = (id: string) => ({ requestId: randomUUID(), id, reason: "本人撤回" });
const paid = async (seat: Seat) => await seat.call("cases.submit", submission({ facts: TOO_FEW }));
async function approved(): Promise<string> {
  const { id } = await paid(clerk);
  await checker.call("review.approve", approve(id));
  return id;
}
/** Filled in and saved by one, submitted by another. */
async function handedOver(from: Seat, to: Seat): Promise<string> {
  const saved = await from.call("cases.save", {
    requestId: randomUUID(),
    draftId: randomUUID(),
    content: form({ facts: TOO_FEW }),
  });
  const draft = await to.call("cases.startAmendment", { requestId: randomUUID(), id: saved.id, reason: "接办" });
  const { id } = await to.call("cases.submit", {
    requestId: randomUUID(),
    draftId: draft.id,
    content: draft.content,
    reason: "",
  });
  return id;
}

describe("whoever saved content", () => {
  it("does not review it, though somebody else pressed the button", async () => {
    const id = await handedOver(checker, clerk);
    expect((await checker.refusal("review.approve", approve(id))).code).toBe("same-person");
    expect(await checker.call("review.open", { id })).toMatchObject({ barred: /另一名/, alone: false });
    expect((await desk.call("cases.get", { id })).state).toBe("in-review");
    // the store holds it by itself
    const act = { operation: "review.approve", clerkId: checker.id, at: desk.clock.now(), requestId: null };
    expect(() => desk.store.cases.review(act, { caseId: id, version: 1, verdict: "approved", comment: "" })).toThrow(
      expect.objectContaining({ code: "same-person" }) as Error,
    );
    const second = desk.seat("reviewer", "复核丙");
    expect((await second.call("review.approve", approve(id))).state).toBe("approved");
  });

  it("whoever laid in a scan does not judge it", async () => {
    const saved = await clerk.call("cases.save", {
      requestId: randomUUID(),
      draftId: randomUUID(),
      content: form({ facts: TOO_FEW }),
    });
    const scan = { caseId: saved.id, material: null, name: "申请表.pdf", base64: PDF };
    await checker.call("attachments.add", { requestId: randomUUID(), ...scan });
    const draft = await clerk.call("cases.startAmendment", { requestId: randomUUID(), id: saved.id, reason: "接着办" });
    const { id } = await clerk.call("cases.submit", {
      requestId: randomUUID(),
      draftId: draft.id,
      content: draft.content,
      reason: "",
    });
    expect((await checker.refusal("review.approve", approve(id))).code).toBe("same-person");
    const act = { operation: "review.approve", clerkId: checker.id, at: desk.clock.now(), requestId: null };
    expect(() => desk.store.cases.review(act, { caseId: id, version: 1, verdict: "approved", comment: "" })).toThrow(
      expect.objectContaining({ code: "same-person" }) as Error,
    );
  });

  it("a supervisor may where nobody is left, with a reason that is shown; never who submitted it", async () => {
    desk.settings({ review: { ...USUAL_SETTINGS.review, roles: ["supervisor"] } });
    const supervisor = desk.seat("supervisor", "主管丁");
    const id = await handedOver(supervisor, clerk);
    expect(await supervisor.call("review.open", { id })).toMatchObject({ barred: null, alone: true });
    expect(await supervisor.refusal("review.approve", approve(id))).toMatchObject({
      code: "bad-input",
      fields: [{ fact: "note" }],
    });
    const done = await supervisor.call("review.approve", approve(id, 1, "本窗口只有一名复核人员"));
    expect(done).toMatchObject({ state: "approved", versions: [{ review: { alone: true, note: "本窗口只有一名复核人员" } }] });
    expect(done.events.map(({ summary }) => summary).join()).toContain("没有其他人可以复核");
    const [row] = (await desk.call("audit.list", { operation: "review.approve", limit: 5 })).rows;
    expect(row!.detail).toContain("没有其他人");
    expect(desk.store.verify()).toEqual([]);

    const own = await handedOver(clerk, supervisor);
    expect((await supervisor.refusal("review.approve", approve(own, 1, "只有我一人"))).code).toBe("same-person");
    // and no longer where somebody else is there
    const again = await handedOver(supervisor, clerk);
    desk.seat("supervisor", "主管戊");
    expect((await supervisor.refusal("review.approve", approve(again, 1, "只有我一人"))).code).toBe("same-person");
  });
});

describe("what was approved", () => {
  it("is cancelled by two: until then it stands", async () => {
    const id = await approved();
    const stranger = desk.seat("clerk", "路人");
    for (const seat of [stranger, checker]) {
      const asked = await seat.call("cases.cancel", cancel(id));
      expect(asked).toMatchObject({ state: "approved", cancelReason: null, cancelAsked: { reason: "本人撤回" } });
      expect(asked.settledAt).not.toBeNull();
      expect(asked.may).not.toContain("cancel");
      // asked twice it is one request, and nobody answers their own
      expect((await seat.refusal("cases.cancel", cancel(id))).code).toBe("stale");
      expect((await seat.refusal("review.approve", approve(id))).code).toBe(seat === checker ? "same-person" : "not-allowed");
      const second = desk.seat("supervisor", `主管${seat.id}`.slice(0, 12));
      expect(await second.call("review.queue", {})).toMatchObject([
        { id, why: /撤销/, maker: seat === checker ? "复核乙" : "路人" },
      ]);
      expect(await second.call("work.today", {})).toMatchObject({ toReview: 1 });
      const refused = await second.call("review.return", { requestId: randomUUID(), id, version: 1, reason: "依据不足" });
      expect(refused).toMatchObject({ state: "approved", cancelAsked: null });
    }
    await clerk.call("cases.cancel", cancel(id));
    const done = await checker.call("review.approve", approve(id));
    expect(done).toMatchObject({ state: "cancelled", cancelReason: "本人撤回" });
    expect(done.events.at(-1)?.summary).toContain("经办甲申请");
    expect(desk.store.verify()).toEqual([]);
  });

  it("goes to a second person when it is changed, whatever it comes to now", async () => {
    const id = await approved();
    desk.settings({ review: { ...USUAL_SETTINGS.review, on: false } });
    const draft = await clerk.call("cases.startAmendment", { requestId: randomUUID(), id });
    const changed = await clerk.call("cases.submit", {
      requestId: randomUUID(),
      draftId: draft.id,
      content: draft.content,
      reason: "更正",
    });
    expect(changed.state).toBe("in-review");
    expect((await clerk.call("cases.cancel", cancel(id))).state).toBe("in-review");
  });

  it("keeps the scans that were looked at, and takes none from a stranger", async () => {
    const { id } = await paid(clerk);
    const scan = { caseId: id, material: null, name: "申请表.pdf", base64: PDF };
    const attachment = await clerk.call("attachments.add", { requestId: randomUUID(), ...scan });
    await checker.call("review.approve", approve(id));
    const remove = { requestId: randomUUID(), id: attachment.id, reason: "换一份" };
    expect((await clerk.refusal("attachments.remove", remove)).code).toBe("case-fixed");
    const stranger = desk.seat("clerk", "路人");
    expect((await stranger.refusal("attachments.add", { requestId: randomUUID(), ...scan })).code).toBe("not-your-case");
    expect((await stranger.call("cases.get", { id })).may).not.toContain("attach");
  });
});

describe("what needs two people", () => {
  const asked = (review: Partial<typeof USUAL_SETTINGS.review>, second: unknown = null) =>
    ({
      requestId: randomUUID(),
      settings: { ...USUAL_SETTINGS, review: { ...USUAL_SETTINGS.review, ...review } },
      reason: "试行一人办结",
      second,
    }) as never;

  it("is not for one administrator to say: no switching off, for a while, for an amount, a matter or a role", async () => {
    for (const review of [
      { on: false },
      { fromFen: 99_999_900 },
      { matters: [{ matter: "dalian.retirement", rule: "never" as const }] },
      { roles: ["administrator" as const] },
    ]) {
      expect((await desk.refusal("office.changeSettings", asked(review))).code).toBe("second-person-needed");
    }
    expect((await desk.call("office.settings", {})).settings.review).toEqual(USUAL_SETTINGS.review);
    const standing = { login: checker.login, password: PASSWORD };
    await desk.call("office.changeSettings", asked({ on: false }, standing));
    const { rows } = await desk.call("audit.list", { operation: "office.changeSettings", limit: 5 });
    expect(rows[0]!.detail).toMatch(/第二人复核：开 → 关.*在场人：复核乙（login-/);
  });

  it("stays while something else is settled, and is one's own while there is nobody else", async () => {
    await desk.call("office.changeSettings", {
      ...(asked({}) as object),
      settings: { ...USUAL_SETTINGS, lockAfterMinutes: 3 },
    } as never);
    const single = new TestDesk().setUp();
    await single.call("office.changeSettings", asked({ on: false }));
    expect((await single.call("audit.list", { operation: "office.changeSettings", limit: 5 })).rows[0]!.detail).toContain(
      "没有第二人",
    );
    single.remove();
  });
});

it("a case under review is cancelled by whoever worked on it, or a supervisor", async () => {
  const { id } = await paid(clerk);
  for (const seat of [desk.seat("clerk", "路人"), checker]) {
    expect((await seat.refusal("cases.cancel", cancel(id))).code).toBe("not-your-case");
    expect((await seat.call("cases.get", { id })).may).not.toContain("cancel");
  }
  expect((await desk.seat("supervisor", "主管丁").call("cases.cancel", cancel(id))).state).toBe("cancelled");
});
