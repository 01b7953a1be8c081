import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { syntheticIdentityNumber } from "../../../src-main/demo/people.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { APPROVAL_FORM, ENOUGH, form, MAN, submission, TestDesk, TODAY } from "./test-desk.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => desk.remove());

const save = (changes: Partial<DraftContent> = {}) => ({
  requestId: randomUUID(),
  draftId: randomUUID(),
  content: form(changes),
});
const cancel = (id: string) => ({ requestId: randomUUID(), id, reason: "本人撤回" });
const amend = async (id: string) => await desk.call("cases.startAmendment", { requestId: randomUUID(), id });

describe("submitting", () => {
  test("fixes the case with its number, decision, papers and history", async () => {
    const view = await desk.call("cases.submit", submission());
    expect(view).toMatchObject({
      state: "submitted",
      version: 1,
      outcome: "granted",
      name: "单长河",
      clerk: "测试员",
      working: null,
    });
    expect(view.maskedIdentityNumber).toBe(`21${"*".repeat(16)}`);
    expect(view.receiptNumber).toMatch(/^2102.*2025.*1$/);
    expect(view.versions).toHaveLength(1);
    expect(view.versions[0]).toMatchObject({ version: 1, clerk: "测试员", asOf: TODAY });
    expect(view.versions[0]!.decision.dates.map((date) => date.value)).toContain("2025-08");
    expect(view.events.map((event) => event.kind)).toEqual(["opened", "submitted", "paper-made", "paper-made"]);
    expect(view.papers.map((paper) => paper.kind).sort()).toEqual(["acceptance", "assessment"]);
    expect(desk.store.verify()).toEqual([]);
  });

  test("takes birth date and sex from the identity number, whatever the form says", async () => {
    const facts = { ...ENOUGH, birthDate: "1950-01-01", sex: "female" };
    const view = await desk.call("cases.submit", submission({ facts }));
    expect(view.versions[0]!.facts).toMatchObject({ birthDate: "1965-03-04", sex: "male" });
  });

  test("decides by itself: the form cannot bring a decision along", async () => {
    const input = submission();
    const forged = { ...input, content: { ...input.content, decision: { outcome: "granted" } } };
    expect((await desk.refusal("cases.submit", forged)).code).toBe("bad-input");
  });

  test.each([
    [
      "a wrong check digit",
      { person: { ...form().person, identityNumber: `${MAN.slice(0, 17)}${MAN[17] === "0" ? "1" : "0"}` } },
      "identityNumber",
    ],
    ["a short number", { person: { ...form().person, identityNumber: MAN.slice(0, 15) } }, "identityNumber"],
    ["no number", { person: { ...form().person, identityNumber: "  " } }, "identityNumber"],
    ["no name", { person: { ...form().person, name: " " } }, "name"],
    ["an unanswered question", { facts: { ...ENOUGH, way: null } }, "way"],
    ["a wrong answer", { facts: { ...ENOUGH, contributed: { months: "many" } } }, "contributed"],
    ["a day that does not exist", { asOf: "2025-02-30" }, "asOf"],
    ["a day to come", { asOf: "2025-07-16" }, "asOf"],
  ])("is refused with %s, naming the field", async (_what, changes, field) => {
    const error = await desk.refusal("cases.submit", submission(changes));
    expect(error.code).toBe("facts-incomplete");
    expect(error.fields!.map((each) => each.fact)).toContain(field);
    for (const each of error.fields!) expect(each.message).toMatch(/\p{Script=Han}/u);
    expect((await desk.call("cases.search", { text: "", state: null, limit: 10, offset: 0 })).total).toBe(0);
  });

  test("is refused while questions are open that count as something, naming them; saving and calculating go on", async () => {
    const { transferred: _transferred, service: _service, enrolledAs: _enrolledAs, ...facts } = ENOUGH;
    const error = await desk.refusal("cases.submit", submission({ facts }));
    expect(error.code).toBe("facts-incomplete");
    expect(error.message).toBe(
      "“外地转入月份”（暂按“0 个月”计）、“参保前连续工龄”（暂按“0 个月”计）没有填写。请向办事人问清后填写，没有的填“没有”，再提交；问清以前可以先保存办件。",
    );
    expect(error.fields).toEqual([
      { fact: "transferred", code: "required", message: "请回答“外地转入月份”，没有的填“没有”。" },
      { fact: "service", code: "required", message: "请回答“参保前连续工龄”，没有的填“没有”。" },
    ]);
    const saved = await desk.call("cases.save", save({ facts }));
    expect(saved.working!.decision.assumed!.map(({ fact, display }) => `${fact} ${display}`)).toEqual([
      "transferred 0 个月",
      "service 0 个月",
    ]);
    const none = { ...facts, transferred: { months: 0 }, service: { months: 0 } };
    const submitted = await desk.call("cases.submit", submission({ facts: none, materials: [APPROVAL_FORM] }));
    expect(submitted.versions[0]!.decision).not.toHaveProperty("assumed");
  });

  test("a consultation may be finished on open questions: the sheet names them", async () => {
    const facts = { capacity: "in-service", stays: { items: [{ admitted: "2022-06-05", level: "third", cost: "5000" }] } };
    const view = await desk.call("cases.submit", submission({ matter: "dalian.inpatient", facts, materials: [] }));
    expect(view.versions[0]!.decision.assumed!.map(({ fact }) => fact)).toContain("earlierPool");
  });

  test("keeps with the case between which days its dates lie while readings are open", async () => {
    const { decision } = (await desk.call("cases.submit", submission())).versions[0]!;
    const { id, earliest, latest } = decision.span!.dates[0]!;
    const own = decision.dates.find((date) => date.id === id)!;
    expect([id, own.value]).toEqual(["retiredFrom", "2025-08"]);
    expect([earliest.value, latest.value]).toEqual(["2025-07", "2025-08"]);
    const asked = { matter: decision.matter, asOf: decision.asOf, facts: { ...ENOUGH, birthDate: "1965-03-04", sex: "male" } };
    expect(await desk.call("counter.span", asked)).toEqual(decision.span);
    expect((await desk.call("counter.evaluate", asked)).decision).not.toHaveProperty("span");
  });

  test("all faults are named at once", async () => {
    const person = { identityNumber: "1", name: "", phone: "" };
    const error = await desk.refusal("cases.submit", submission({ person, asOf: "2026-01-01", facts: {} }));
    expect(error.fields!.map((each) => each.fact)).toEqual(expect.arrayContaining(["identityNumber", "name", "asOf", "way"]));
  });

  test.each([
    ["nothing", []],
    ["not received", [{ ...APPROVAL_FORM, received: false }]],
    ["none of it", [{ ...APPROVAL_FORM, count: 0 }]],
    ["a copy for the original", [{ ...APPROVAL_FORM, form: "copy" as const }]],
    ["something else", [{ ...APPROVAL_FORM, id: "identity-card" }]],
  ])("is refused while materials are missing: %s", async (_what, materials) => {
    const error = await desk.refusal("cases.submit", submission({ materials }));
    expect(error.code).toBe("materials-missing");
    expect(error.fields!.map((each) => each.fact)).toEqual(["approval-form"]);
    expect(error.message).toContain("退休人员审批表");
  });

  test("what the law refuses can be saved, not submitted", async () => {
    const young = syntheticIdentityNumber("1970-03-04", "male", 3);
    const changes = {
      person: { ...form().person, identityNumber: young },
      facts: { ...ENOUGH, way: "no-pension-here", treatmentElsewhere: false, unitKind: "enterprise" },
    };
    const error = await desk.refusal("cases.submit", submission(changes));
    expect(error.code).toBe("not-submittable");
    const saved = await desk.call("cases.save", save(changes));
    expect(saved).toMatchObject({ state: "open", outcome: "not-yet" });
  });

  test("a repeated request is carried out once, a second press of the button is refused", async () => {
    const input = submission();
    const first = await desk.call("cases.submit", input);
    const again = await desk.call("cases.submit", input);
    expect(again).toEqual(first);
    expect((await desk.refusal("cases.submit", { ...input, requestId: randomUUID() })).code).toBe("stale");
    expect((await desk.call("cases.search", { text: "", state: null, limit: 10, offset: 0 })).total).toBe(1);
  });

  test("both at once are one case", async () => {
    const input = submission();
    const results = await Promise.all([
      desk.ask("cases.submit", input),
      desk.ask("cases.submit", { ...input, requestId: randomUUID() }),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, false]);
  });

  test("numbers run on within the year", async () => {
    const numbers = [];
    for (let serial = 0; serial < 3; serial++) {
      const person = { ...form().person, identityNumber: syntheticIdentityNumber("1965-03-04", "male", serial) };
      numbers.push((await desk.call("cases.submit", submission({ person }))).receiptNumber!);
    }
    expect(numbers.map((number) => Number(number.slice(-3)))).toEqual([1, 2, 3]);
  });
});

describe("saving", () => {
  test("opens the case, then writes into it; the form learns its case", async () => {
    const input = save({ materials: [] });
    const opened = await desk.call("cases.save", input);
    expect(opened).toMatchObject({ state: "open", version: 0, receiptNumber: null, versions: [] });
    expect(opened.working).toMatchObject({ version: 0, facts: { way: "pension-here", sex: "male" } });
    const draft = await desk.call("drafts.open", { id: input.draftId });
    expect(draft.content.caseId).toBe(opened.id);

    const content = { ...draft.content, materials: [APPROVAL_FORM] };
    const saved = await desk.call("cases.save", { ...input, requestId: randomUUID(), content });
    expect(saved.id).toBe(opened.id);
    expect(saved.working!.materials).toEqual([APPROVAL_FORM]);
    expect(saved.events.map((event) => event.kind)).toEqual(["opened", "materials-received"]);

    const submitted = await desk.call("cases.submit", { requestId: randomUUID(), draftId: input.draftId, content, reason: "" });
    expect(submitted).toMatchObject({ id: opened.id, state: "submitted", version: 1 });
    expect(await desk.call("drafts.list", {})).toEqual([]);
  });

  test("a late autosave does not bring a submitted form back", async () => {
    const input = submission();
    await desk.call("drafts.save", { id: input.draftId, content: input.content });
    await desk.call("cases.submit", input);
    expect((await desk.refusal("drafts.save", { id: input.draftId, content: input.content })).code).toBe("stale");
    desk.restart();
    expect((await desk.refusal("drafts.save", { id: input.draftId, content: input.content })).code).toBe("stale");
  });

  test("a closed form opens no case", async () => {
    const input = save();
    await desk.call("drafts.save", { id: input.draftId, content: input.content });
    await desk.call("drafts.discard", { id: input.draftId });
    expect((await desk.refusal("cases.save", input)).code).toBe("stale");
    expect((await desk.call("cases.search", { text: "", state: null, limit: 10, offset: 0 })).total).toBe(0);
  });

  test("an open case is taken up again from where it was saved", async () => {
    const { id } = await desk.call("cases.save", save({ materials: [] }));
    const draft = await amend(id);
    expect(draft.content).toMatchObject({ caseId: id, amends: false, materials: [] });
    const content = { ...draft.content, materials: [APPROVAL_FORM] };
    const view = await desk.call("cases.submit", { requestId: randomUUID(), draftId: draft.id, content, reason: "" });
    expect(view).toMatchObject({ id, version: 1, state: "submitted" });
  });
});

describe("after submission", () => {
  test("nothing is edited: saving into it is refused", async () => {
    const { id } = await desk.call("cases.submit", submission());
    expect((await desk.refusal("cases.save", save({ caseId: id }))).code).toBe("case-fixed");
    expect((await desk.refusal("cases.submit", submission({ caseId: id }))).code).toBe("case-fixed");
  });

  test("an amendment is a new version with the same number; the old one stays readable", async () => {
    const first = await desk.call("cases.submit", submission());
    const draft = await amend(first.id);
    expect(draft.content).toMatchObject({ amends: true, caseId: first.id, person: { name: "单长河" } });
    const content = { ...draft.content, person: { ...draft.content.person, name: "单长江" } };
    const view = await desk.call("cases.submit", { requestId: randomUUID(), draftId: draft.id, content, reason: "姓名录错" });
    expect(view).toMatchObject({ version: 2, receiptNumber: first.receiptNumber, name: "单长江" });
    expect(view.versions.map((version) => [version.version, version.person.name, version.reason])).toEqual([
      [1, "单长河", ""],
      [2, "单长江", "姓名录错"],
    ]);
    expect(view.papers.map((paper) => `${paper.kind} ${paper.version}`).sort()).toEqual([
      "acceptance 1",
      "acceptance 2",
      "assessment 1",
      "assessment 2",
    ]);
    expect(desk.store.verify()).toEqual([]);
  });

  test("asked for twice, an amendment is one form", async () => {
    const { id } = await desk.call("cases.submit", submission());
    const request = { requestId: randomUUID(), id };
    const first = await desk.call("cases.startAmendment", request);
    expect(await desk.call("cases.startAmendment", request)).toEqual(first);
    expect(await desk.call("drafts.list", {})).toHaveLength(1);
  });

  test("of two amendments at once the second is refused", async () => {
    const { id } = await desk.call("cases.submit", submission());
    const [one, two] = [await amend(id), await amend(id)];
    const send = (draft: typeof one) =>
      desk.ask("cases.submit", { requestId: randomUUID(), draftId: draft.id, content: draft.content, reason: "更正" });
    expect(await send(one)).toMatchObject({ ok: true });
    expect(await send(two)).toMatchObject({ ok: false, error: { code: "stale" } });
  });

  test("an amendment needs a reason and stays with its person", async () => {
    const { id } = await desk.call("cases.submit", submission());
    const draft = await amend(id);
    const send = (content: DraftContent, reason: string) =>
      desk.refusal("cases.submit", { requestId: randomUUID(), draftId: draft.id, content, reason });
    expect(await send(draft.content, " ")).toMatchObject({ code: "bad-input", fields: [{ fact: "reason" }] });
    const other = { ...draft.content.person, identityNumber: syntheticIdentityNumber("1965-03-05", "male", 1) };
    expect(await send({ ...draft.content, person: other }, "换人")).toMatchObject({
      code: "bad-input",
      fields: [{ fact: "identityNumber" }],
    });
    expect(await send({ ...draft.content, caseId: "no-such-case" }, "更正")).toMatchObject({ code: "not-found" });
  });

  test("cancelling says why, happens once and ends the case", async () => {
    const { id } = await desk.call("cases.submit", submission());
    const request = cancel(id);
    expect(await desk.call("cases.cancel", request)).toMatchObject({ state: "cancelled", cancelReason: "本人撤回" });
    expect(await desk.call("cases.cancel", request)).toMatchObject({ state: "cancelled" });
    expect((await desk.refusal("cases.cancel", cancel(id))).code).toBe("case-fixed");
    expect((await desk.refusal("cases.startAmendment", { requestId: randomUUID(), id })).code).toBe("case-fixed");
    expect((await desk.refusal("cases.save", save({ caseId: id }))).code).toBe("case-fixed");
  });
});

describe("finding", () => {
  test("by name, initials, number, its last four, receipt number; by state", async () => {
    const { id, receiptNumber } = await desk.call("cases.submit", submission());
    const find = async (text: string, state: "open" | "submitted" | null = null) =>
      (await desk.call("cases.search", { text, state, limit: 10, offset: 0 })).rows.map((row) => row.id);
    for (const text of ["单长河", "单", "sch", "shanchanghe", MAN, MAN.slice(-4), receiptNumber!])
      expect(await find(text), text).toEqual([id]);
    expect(await find("", "submitted")).toEqual([id]);
    expect(await find("", "open")).toEqual([]);
    expect(await find("李四")).toEqual([]);
  });

  test("a person who has been here before", async () => {
    expect(await desk.call("people.lookup", { identityNumber: MAN })).toBeNull();
    await desk.call("cases.submit", submission());
    const person = await desk.call("people.lookup", { identityNumber: ` ${MAN.toLowerCase()} ` });
    expect(person).toMatchObject({ name: "单长河", identityNumber: MAN, phone: "19800000061" });
    expect(person!.cases).toHaveLength(1);
    expect(await desk.call("people.lookup", { identityNumber: MAN.slice(0, 17) })).toBeNull();
  });

  test("no case, no view", async () => {
    expect((await desk.refusal("cases.get", { id: "none" })).code).toBe("not-found");
    expect((await desk.refusal("cases.cancel", cancel("none"))).code).toBe("not-found");
  });
});

describe("drafts", () => {
  test("survive as typed, however unfinished", async () => {
    const content = form({
      person: { identityNumber: "2102 99", name: "", phone: "" },
      facts: { contributed: { periods: [{ from: "20", to: "" }] } },
      asOf: "2025-0",
    });
    await desk.call("drafts.save", { id: "draft-1", content });
    desk.restart();
    expect(await desk.call("drafts.list", {})).toMatchObject([{ id: "draft-1", content, matterTitle: "退休待遇变更" }]);
    await desk.call("drafts.discard", { id: "draft-1" });
    expect(await desk.call("drafts.list", {})).toEqual([]);
  });

  test("belong to the clerk who types them", async () => {
    await desk.call("drafts.save", { id: "draft-1", content: form() });
    const draft = desk.store.drafts.get("draft-1")!;
    const others = new TestDesk({}, desk.clock.now()).setUp();
    const store = { ...others.store, drafts: { ...others.store.drafts, get: () => draft } };
    const foreign = others.newDesk({ store });
    for (const name of ["drafts.open", "drafts.discard"]) {
      expect(await foreign.call(others.connection, name, { id: "draft-1" })).toMatchObject({ error: { code: "not-found" } });
    }
    others.remove();
  });
});
