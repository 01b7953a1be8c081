import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { syntheticIdentityNumber } from "../../../src-main/demo/people.ts";
import { form, MAN, submission, TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => desk.remove());

const MASKED = `21${"*".repeat(16)}`;
/** Born on the same day, another serial. */
const NAMESAKE = syntheticIdentityNumber("1965-03-04", "male", 63);
const person = (identityNumber: string, name = "单长河", phone = "19800000061") => ({ identityNumber, name, phone });
const correct = (id: string, changes: object) => ({
  requestId: randomUUID(),
  id,
  identityNumber: null,
  name: "单长河",
  phone: "19800000061",
  reason: "证件号码录错一位",
  ...changes,
});

describe("numbers", () => {
  test("are masked in every view of a case", async () => {
    const view = await desk.call("cases.submit", submission());
    const found = await desk.call("cases.search", { text: "单", state: null, limit: 10, offset: 0 });
    const file = await desk.call("people.get", { id: view.personId });
    const box = await desk.call("find.anything", { text: MAN, limit: 10 });
    for (const answer of [view, found, file, box]) {
      expect(JSON.stringify(answer)).not.toContain(MAN);
      expect(JSON.stringify(answer)).not.toContain("19800000061");
    }
    expect(view.person.phone).toBe("198****0061");
    expect(view.person.identityNumber).toBe(MASKED);
    expect(view.versions[0]!.person.identityNumber).toBe(MASKED);
    expect(file.maskedPhone).toBe("198****0061");
  });

  test("are opened with a reason, and the audit says by whom and why", async () => {
    const { personId } = await desk.call("cases.submit", submission());
    const auditor = desk.seat("auditor", "审计员");
    const request = { requestId: randomUUID(), id: personId, reason: "核对养老待遇" };
    expect(await auditor.call("people.reveal", request)).toEqual({
      identityKind: "citizen",
      identityNumber: MAN,
      phone: "19800000061",
    });
    await auditor.call("people.reveal", request);
    const { rows } = await auditor.call("audit.list", { operation: "people.reveal", personId, limit: 10 });
    expect(rows).toMatchObject([{ clerk: "审计员", title: "查看完整证件号码和电话", detail: "原因：核对养老待遇", personId }]);
    expect((await auditor.refusal("people.reveal", { ...request, requestId: randomUUID(), reason: "" })).code).toBe("bad-input");
    expect((await auditor.refusal("people.reveal", { ...request, requestId: randomUUID(), id: "999" })).code).toBe("not-found");
  });
});

describe("duplicates", () => {
  test("of the number, and of name and birth date, are shown with their cases", async () => {
    await desk.call("cases.submit", submission());
    const same = await desk.call("people.duplicates", { identityNumber: MAN, name: "单长河" });
    expect(same).toMatchObject([
      { why: "same-number", name: "单长河", birthDate: "1965-03-04", cases: [{ state: "submitted" }] },
    ]);
    const twin = await desk.call("people.duplicates", { identityNumber: NAMESAKE, name: " 单长河 " });
    expect(twin).toMatchObject([{ why: "same-name-and-birth", maskedIdentityNumber: MASKED }]);
    expect(await desk.call("people.duplicates", { identityNumber: NAMESAKE, name: "王五" })).toEqual([]);
    expect(await desk.call("people.duplicates", { identityNumber: MAN.slice(0, 10), name: "单长河" })).toEqual([]);
  });
});

describe("a person across cases", () => {
  test("has one timeline, newest first", async () => {
    const first = await desk.call("cases.submit", submission());
    desk.clock.advance(60);
    const second = await desk.call("cases.save", { requestId: randomUUID(), draftId: randomUUID(), content: form() });
    const file = await desk.call("people.get", { id: first.personId });
    expect(file).toMatchObject({ name: "单长河", birthDate: "1965-03-04", sex: "male", corrections: [] });
    expect(file.cases.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect(file.timeline[0]).toMatchObject({ caseId: second.id, kind: "opened", clerk: "测试员", matterTitle: "退休待遇变更" });
    const times = file.timeline.map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });
});

describe("a form for somebody known", () => {
  test("holds the full number, is one form however often asked for, and is a look at the number", async () => {
    const { personId } = await desk.call("cases.submit", submission());
    const request = { requestId: randomUUID(), personId, matter: "dalian.enrolment" };
    const draft = await desk.call("drafts.startFor", request);
    expect(draft.content).toMatchObject({
      matter: "dalian.enrolment",
      person: { identityNumber: MAN, name: "单长河" },
      caseId: null,
    });
    await desk.call("drafts.save", { id: draft.id, content: { ...draft.content, asOf: "2025-07-01" } });
    expect((await desk.call("drafts.startFor", request)).content.asOf).toBe("2025-07-01");
    expect(await desk.call("drafts.list", {})).toHaveLength(1);
    const { rows } = await desk.call("audit.list", { personId, operation: "drafts.startFor", limit: 10 });
    expect(rows).toHaveLength(1);
    const other = desk.seat("clerk", "经办甲");
    expect((await other.refusal("drafts.startFor", request)).code).toBe("request-reused");
    expect((await desk.refusal("drafts.startFor", { ...request, requestId: randomUUID(), personId: "999" })).code).toBe(
      "not-found",
    );
  });
});

describe("corrections", () => {
  test("keep what stood before; cases stay as they were, new ones take the corrected person", async () => {
    const wrong = syntheticIdentityNumber("1965-03-04", "male", 65);
    const view = await desk.call("cases.submit", submission({ person: person(wrong) }));
    const file = await desk.call("people.correct", correct(view.personId, { identityNumber: MAN, name: "单常河" }));
    expect(file).toMatchObject({ name: "单常河", maskedIdentityNumber: MASKED });
    expect(file.corrections).toMatchObject([
      { reason: "证件号码录错一位", clerk: "测试员", before: { name: "单长河" }, after: { name: "单常河" } },
    ]);
    expect(JSON.stringify(file)).not.toContain(MAN);
    expect((await desk.call("cases.get", { id: view.id })).person.name).toBe("单长河");
    expect(await desk.call("people.lookup", { identityNumber: MAN })).toMatchObject({ id: view.personId, name: "单常河" });
    expect((await desk.call("find.anything", { text: MAN, limit: 5 })).people).toMatchObject([
      { id: view.personId, caseCount: 1 },
    ]);

    // an amendment comes with the corrected person and stays with the case
    const draft = await desk.call("cases.startAmendment", { requestId: randomUUID(), id: view.id });
    expect(draft.content.person).toMatchObject({ identityNumber: MAN, name: "单常河" });
    const amended = await desk.call("cases.submit", {
      requestId: randomUUID(),
      draftId: draft.id,
      content: draft.content,
      reason: "证件号码更正",
    });
    expect(amended).toMatchObject({ version: 2, personId: view.personId, person: { name: "单常河" } });
    expect(desk.store.verify()).toEqual([]);
  });

  test("cannot take another person's number, unless they are one person", async () => {
    const one = await desk.call("cases.submit", submission());
    const other = await desk.call("cases.submit", submission({ person: person(NAMESAKE) }));
    const taking = correct(other.personId, { identityNumber: MAN });
    expect((await desk.refusal("people.correct", taking)).code).toBe("person-exists");
    const file = await desk.call("people.correct", { ...taking, requestId: randomUUID(), merge: true });
    expect(file.id).toBe(one.personId);
    expect(file.cases).toHaveLength(2);
    // whoever still has the old id open sees the person
    expect((await desk.call("people.get", { id: other.personId })).id).toBe(one.personId);
    expect(desk.store.verify()).toEqual([]);
  });

  test.each([
    ["a wrong number", { identityNumber: "210299196503040000" }, "facts-incomplete"],
    ["no name", { name: " " }, "facts-incomplete"],
    ["nothing changed", {}, "bad-input"],
    ["no reason", { name: "单常河", reason: "" }, "bad-input"],
  ])("%s is refused", async (_what, changes, code) => {
    const { personId } = await desk.call("cases.submit", submission());
    expect((await desk.refusal("people.correct", correct(personId, changes))).code).toBe(code);
  });

  test("show masked numbers, and say where the change lies in what is hidden", async () => {
    const { personId } = await desk.call("cases.submit", submission());
    await desk.call("people.correct", correct(personId, { phone: "19811110061" }));
    const { corrections } = await desk.call("people.correct", correct(personId, { phone: "19811119999" }));
    expect(corrections.map(({ before, after }) => [before.phone, after.phone])).toEqual([
      ["198****0061", "198****9999"],
      ["198****0061", "198****0061（隐去的数字有改动）"],
    ]);
  });

  test("asked for twice are made once", async () => {
    const { personId } = await desk.call("cases.submit", submission());
    const request = correct(personId, { phone: "19800009999" });
    await desk.call("people.correct", request);
    expect((await desk.call("people.correct", request)).corrections).toHaveLength(1);
    // what is left out stays
    const renamed = correct(personId, { name: "单常河", phone: null });
    expect((await desk.call("people.correct", renamed)).maskedPhone).toBe("198****9999");
  });
});

describe("the one box", () => {
  test.each(["单长河", "单", "sch", "shanchanghe", MAN, MAN.slice(-4), "19800000061"])(
    "%s finds the person and the case",
    async (text) => {
      const view = await desk.call("cases.submit", submission());
      const found = await desk.call("find.anything", { text, limit: 10 });
      expect(found.people.map(({ id }) => id)).toEqual([view.personId]);
      expect(found.cases.map(({ id }) => id)).toEqual([view.id]);
    },
  );

  test("a receipt number finds the case", async () => {
    const view = await desk.call("cases.submit", submission());
    expect((await desk.call("find.anything", { text: view.receiptNumber!, limit: 10 })).cases.map(({ id }) => id)).toEqual([
      view.id,
    ]);
  });

  test("nothing finds nothing", async () => {
    await desk.call("cases.submit", submission());
    for (const text of ["", "  ", "李四", "%", "'", '"', "*"]) {
      expect(await desk.call("find.anything", { text, limit: 10 }), text).toEqual({ people: [], cases: [] });
    }
  });
});
