import { describe, expect, it } from "vitest";
import { StoreRefusal } from "../../src-main/store/index.ts";
import { act, amend, content, decision, draft, identityNumber, minute, newStore, save, submit } from "./support.ts";

const refusal = (body: () => unknown): string => {
  try {
    body();
  } catch (error) {
    if (error instanceof StoreRefusal) return error.code;
    throw error;
  }
  return "no refusal";
};

describe("saving an open case", () => {
  it("opens it with what was typed", () => {
    const store = newStore({ newId: () => crypto.randomUUID() });
    const id = save(store);
    expect(store.cases.get(id)).toEqual({
      id,
      matter: "dalian.retirement",
      city: "dalian",
      personId: store.people.byIdentityNumber(identityNumber(1))!.id,
      state: "open",
      receiptNumber: null,
      version: 0,
      name: "张三",
      identityKind: "citizen",
      identityNumber: identityNumber(1),
      nature: "transaction",
      outcome: "granted",
      headline: "可以办理",
      clerkName: "王经办",
      openedAt: minute(0),
      updatedAt: minute(0),
      lastChange: 1,
      cancelReason: null,
      clerkId: "clerk-1",
      review: "none",
      reviewerName: null,
      submittedAt: null,
      settledAt: null,
      dueOn: null,
      promisedOn: null,
      amountFen: null,
      cancelAsked: null,
    });
    expect(store.cases.events(id)).toEqual([
      {
        number: 1,
        caseId: id,
        sequence: 1,
        kind: "opened",
        at: minute(0),
        clerkId: "clerk-1",
        clerkName: "王经办",
        payload: { kind: "opened", matter: "dalian.retirement", city: "dalian", content: content() },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
  });

  it("appends only what changed", () => {
    const store = newStore();
    const id = save(store);
    const handedIn = [{ id: "id-card", received: true, form: "original", count: 2 }] as const;
    const changed = content({ facts: { way: "B" }, materials: handedIn });

    save(store, { caseId: id, act: { at: minute(1) } });
    save(store, { caseId: id, content: content({ materials: handedIn }), act: { at: minute(2) } });
    save(store, { caseId: id, content: content({ materials: handedIn }), act: { at: minute(3) } });
    save(store, { caseId: id, content: changed, act: { at: minute(4) } });
    save(store, { caseId: id, content: changed, act: { at: minute(5) } });

    expect(store.cases.events(id).map(({ sequence, kind, at }) => [sequence, kind, at])).toEqual([
      [1, "opened", minute(0)],
      [2, "materials-received", minute(2)],
      [3, "facts-changed", minute(4)],
    ]);
    expect(store.cases.events(id)[1]!.payload).toEqual({ kind: "materials-received", materials: handedIn });
    expect(store.cases.events(id)[2]!.payload).toEqual({ kind: "facts-changed", content: changed });
    expect(store.cases.get(id)!.updatedAt).toBe(minute(4));
  });

  it("moves to another person when the identity number is corrected", () => {
    const store = newStore();
    const id = save(store);
    save(store, { caseId: id, content: content({ person: { identityNumber: identityNumber(2), name: "张三", phone: "" } }) });
    const { personId } = store.cases.get(id)!;
    expect(store.people.byIdentityNumber(identityNumber(2))!.id).toBe(personId);
    expect(store.people.casesOf(store.people.byIdentityNumber(identityNumber(1))!.id)).toEqual([]);
  });

  it("is refused without an identity number, for an unknown case, for another matter, and without a clerk", () => {
    const store = newStore();
    const id = save(store);
    expect(refusal(() => save(store, { content: content({ person: { identityNumber: " ", name: "张三", phone: "" } }) }))).toBe(
      "bad-input",
    );
    expect(refusal(() => save(store, { caseId: "nowhere" }))).toBe("not-found");
    expect(
      refusal(() =>
        store.cases.save(act("cases.save"), { caseId: id, matter: "dalian.birth", city: "dalian", content: content() }),
      ),
    ).toBe("bad-input");
    expect(refusal(() => save(store, { act: { clerkId: null } }))).toBe("not-signed-in");
    expect(refusal(() => save(store, { act: { clerkId: "nobody" } }))).toBe("not-signed-in");
    expect(store.cases.search({ text: "", state: null, limit: 10, offset: 0 }).total).toBe(1);
  });
});

describe("submitting", () => {
  it("opens, fixes and numbers a new case in one step", () => {
    const store = newStore();
    const id = submit(store);
    expect(store.cases.get(id)).toMatchObject({ state: "submitted", version: 1, receiptNumber: "DL01022026000001" });
    expect(store.cases.events(id).map(({ payload }) => payload)).toEqual([
      { kind: "opened", matter: "dalian.retirement", city: "dalian", content: { ...content(), decision: null } },
      { kind: "submitted", version: 1, receiptNumber: "DL01022026000001", reason: "", content: content() },
    ]);
  });

  it("fixes a saved case and closes its draft", () => {
    const store = newStore();
    store.drafts.save(act("drafts.save"), "form", draft());
    const caseId = save(store);
    expect(submit(store, { caseId, draftId: "form" })).toBe(caseId);
    expect(store.cases.events(caseId).map(({ kind }) => kind)).toEqual(["opened", "submitted"]);
    expect(store.drafts.get("form")).toBeUndefined();
    expect(refusal(() => store.drafts.save(act("drafts.save"), "form", draft()))).toBe("stale");
  });

  it("counts the numbers of each year by themselves and never gives one twice", () => {
    const store = newStore();
    const first = submit(store);
    store.cases.cancel(act("cases.cancel"), first, "重复受理");
    const numbers = [2026, 2027, 2026, 2027].map((year) => store.cases.get(submit(store, { year }))!.receiptNumber);
    expect(numbers).toEqual(["DL01022026000002", "DL01022027000001", "DL01022026000003", "DL01022027000002"]);
    expect(store.cases.get(first)).toMatchObject({ state: "cancelled", receiptNumber: "DL01022026000001" });
  });

  it("gives the number back when the submission fails", () => {
    const store = newStore();
    const broken = content({ facts: { way: Number.NaN } });
    expect(() => submit(store, { content: broken })).toThrow("not a JSON number");
    expect(store.cases.get(submit(store))!.receiptNumber).toBe("DL01022026000001");
    expect(store.verify()).toEqual([]);
  });

  it("is refused without a decision and for a case that is fixed or gone", () => {
    const store = newStore();
    const submitted = submit(store);
    const cancelled = save(store);
    store.cases.cancel(act("cases.cancel"), cancelled, "申请人撤回");
    expect(refusal(() => submit(store, { content: content({ decision: null }) }))).toBe("facts-incomplete");
    expect(refusal(() => submit(store, { caseId: submitted }))).toBe("case-fixed");
    expect(refusal(() => submit(store, { caseId: cancelled }))).toBe("case-fixed");
    expect(refusal(() => submit(store, { caseId: "nowhere" }))).toBe("not-found");
  });
});

describe("a fixed case", () => {
  it("is amended as a new version under the same number; the old version stays readable", () => {
    const store = newStore();
    const id = submit(store);
    const second = content({ facts: { way: "B" }, decision: decision({ outcome: "choice", headline: "可以选择" }) });
    amend(store, id, { content: second, act: { at: minute(9) } });
    expect(store.cases.get(id)).toMatchObject({
      state: "submitted",
      version: 2,
      receiptNumber: "DL01022026000001",
      outcome: "choice",
      headline: "可以选择",
      updatedAt: minute(9),
    });
    expect([...store.cases.versions()].map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ kind: "submitted", version: 1, content: content() }),
      expect.objectContaining({ kind: "amended", version: 2, reason: "缴费月数有误", content: second }),
    ]);
  });

  it("takes no save and no second submission", () => {
    const store = newStore();
    const id = submit(store);
    expect(refusal(() => save(store, { caseId: id }))).toBe("case-fixed");
    store.cases.cancel(act("cases.cancel"), id, "重复受理");
    expect(refusal(() => save(store, { caseId: id }))).toBe("case-fixed");
    expect(refusal(() => amend(store, id))).toBe("case-fixed");
    expect(refusal(() => store.cases.cancel(act("cases.cancel"), id, "再次"))).toBe("case-fixed");
    expect(store.cases.events(id).map(({ kind }) => kind)).toEqual(["opened", "submitted", "cancelled"]);
    expect(store.cases.get(id)!.cancelReason).toBe("重复受理");
  });

  it("is amended only with a reason, only once submitted, and never from an outdated draft", () => {
    const store = newStore();
    const id = submit(store);
    expect(refusal(() => amend(store, id, { reason: " " }))).toBe("bad-input");
    expect(refusal(() => amend(store, save(store)))).toBe("stale");
    expect(refusal(() => amend(store, "nowhere"))).toBe("not-found");

    store.drafts.save(act("drafts.save"), "mine", draft({ caseId: id, amends: true }));
    store.drafts.save(act("drafts.save"), "other", draft({ caseId: id, amends: true }));
    amend(store, id, { draftId: "other" });
    // typing on does not make the draft younger
    store.drafts.save(act("drafts.save"), "mine", draft({ caseId: id, amends: true, facts: { way: "B" } }));
    expect(refusal(() => amend(store, id, { draftId: "mine" }))).toBe("stale");
    expect(store.drafts.get("mine")).toBeDefined();
    expect(store.cases.get(id)!.version).toBe(2);
  });

  it("needs a reason to be cancelled", () => {
    const store = newStore();
    const id = save(store);
    expect(refusal(() => store.cases.cancel(act("cases.cancel"), id, "  "))).toBe("bad-input");
    expect(refusal(() => store.cases.cancel(act("cases.cancel"), "nowhere", "错误"))).toBe("not-found");
  });
});

it("hands out every version of every case, oldest first, while writing goes on", () => {
  const store = newStore();
  const a = submit(store);
  const b = submit(store);
  amend(store, a);
  const seen: string[] = [];
  for (const { caseId, kind } of store.cases.versions()) {
    seen.push(`${caseId === a ? "a" : caseId === b ? "b" : "new"} ${kind}`);
    if (seen.length === 1) submit(store);
  }
  expect(seen).toEqual(["a submitted", "b submitted", "a amended", "new submitted"]);
});
