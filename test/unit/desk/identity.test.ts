/** People by other documents than the identity card, through the desk: from the form to every view, the paper and the audit. */
import { randomUUID } from "node:crypto";
import { extractText } from "unpdf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { checkDigit } from "../../../src-shared/domain/identity/resident-number.ts";
import { USUAL_SETTINGS } from "../../../src-shared/domain/office-settings.ts";
import { form, MAN, MATTER, submission, TestDesk } from "./test-desk.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => desk.remove());

const complete = (first17: string): string => first17 + checkDigit(first17);

/** Of the same age as the man whose answers the form holds. */
const TOLD = { name: "Sam", phone: "19800000061", birthDate: "1965-03-04", sex: "male" } as const;
const KINDS: readonly (readonly [what: string, person: PersonInput, onPaper: string])[] = [
  [
    "港澳台居民居住证",
    { identityKind: "residence-permit", identityNumber: complete("81000019650304001"), name: "陈大文", phone: "" },
    "港澳台居民居住证81****************",
  ],
  [
    "外国人永久居留身份证, new",
    { identityKind: "permanent-residence", identityNumber: complete("95084019650304001"), name: "Sam", phone: "" },
    "外国人永久居留身份证95****************",
  ],
  [
    "外国人永久居留身份证, old",
    { ...TOLD, identityKind: "permanent-residence", identityNumber: "CAN210265030401" },
    "外国人永久居留身份证CA*************",
  ],
  ["护照", { ...TOLD, identityKind: "passport", identityNumber: "E12345678" }, "护照E1*******"],
  ["出生医学证明", { ...TOLD, identityKind: "birth-certificate", identityNumber: "T210000123" }, "出生医学证明T2********"],
  ["无号码", { ...TOLD, identityKind: "none", identityNumber: "", noNumberBecause: "证件补办中" }, "无号码（证件补办中）"],
];

const textOf = async (pdfBase64: string): Promise<string> => {
  const { text } = await extractText(new Uint8Array(Buffer.from(pdfBase64, "base64")), { mergePages: true });
  return text.replaceAll(/\s/g, "");
};
const fieldsOf = async (person: PersonInput) =>
  (await desk.refusal("cases.submit", submission({ person }))).fields?.map(({ fact, message }) => `${fact}: ${message}`);
const PASSPORT = KINDS[3]![1];

describe.each(KINDS)("%s", (_what, person, onPaper) => {
  test("is enough to be served: the case, the lists, the file and the paper name the document", async () => {
    const view = await desk.call("cases.submit", submission({ person }));
    expect(view).toMatchObject({ state: "submitted", identityKind: person.identityKind });
    const file = await desk.call("people.get", { id: view.personId });
    expect(file).toMatchObject({ identityKind: person.identityKind, birthDate: "1965-03-04", sex: "male" });
    const [paper] = view.papers;
    const words = await textOf((await desk.call("papers.open", { id: paper!.id })).pdfBase64);
    expect(words).toContain(onPaper);
    expect(words.includes("出生日期1965年3月4日")).toBe(person.birthDate !== undefined);
    expect(desk.store.verify()).toEqual([]);
  });

  test("is known again, and found by name, by number and by its last four", async () => {
    const view = await desk.call("cases.submit", submission({ person }));
    const { phone: _phone, ...identity } = person;
    expect(await desk.call("people.lookup", identity)).toMatchObject({ id: view.personId, name: person.name });
    expect(await desk.call("people.duplicates", identity)).toMatchObject([{ why: "same-number", personId: view.personId }]);
    const number = person.identityNumber;
    for (const text of [person.name, ...(number === "" ? [] : [number, number.toLowerCase(), number.slice(-4)])]) {
      expect(
        (await desk.call("find.anything", { text, limit: 5 })).people.map(({ id }) => id),
        text,
      ).toContain(view.personId);
    }
    // another form of the same person is the same person
    const again = await desk.call("cases.save", { requestId: randomUUID(), draftId: randomUUID(), content: form({ person }) });
    expect(again.personId).toBe(view.personId);
    const seen = [view, await desk.call("cases.search", { text: "", state: null, limit: 9, offset: 0 })];
    const shown = JSON.stringify(seen);
    expect(number !== "" && shown.includes(number)).toBe(false);
  });
});

describe("a form", () => {
  test("keeps a number as it should be, however it was typed", async () => {
    const wide = MAN.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    const view = await desk.call(
      "cases.submit",
      submission({ person: { identityNumber: `\u200B${wide}`, name: "单长河", phone: "" } }),
    );
    expect(view.personId).toBe(desk.store.people.byIdentityNumber(MAN)!.id);
    expect(desk.store.cases.get(view.id)!.identityNumber).toBe(MAN);
  });

  test("names what is missing of a document that does not tell it", async () => {
    expect(await fieldsOf({ identityKind: "passport", identityNumber: "E1", name: "", phone: "" })).toEqual([
      "identityNumber: 护照号码应为 5–9 位，现为 2 位。",
      "person.birthDate: 请填写出生日期，如 19650304。",
      "person.sex: 请选择性别。",
      "name: 请输入姓名。",
    ]);
  });

  test("without a number says why", async () => {
    expect(await fieldsOf({ ...TOLD, identityKind: "none", identityNumber: "" })).toEqual([
      "person.noNumberBecause: 请写明没有号码的原因，如新生儿未办出生医学证明。",
    ]);
  });

  test("one character is too short for a citizen's name, and a whole one elsewhere", async () => {
    expect(await fieldsOf({ identityNumber: MAN, name: "单", phone: "" })).toEqual([
      "name: 居民身份证上的姓名至少两个字，现在只有一个，请核对。",
    ]);
    expect((await desk.call("cases.submit", submission({ person: { ...PASSPORT, name: "O" } }))).name).toBe("O");
  });

  test("writes old private characters of a name as standard ones, and finds it by either", async () => {
    const view = await desk.call("cases.submit", submission({ person: { identityNumber: MAN, name: "单\uE863", phone: "" } }));
    expect(view.name).toBe("单䶮");
    for (const text of ["单䶮", "单\uE863", "sy"]) {
      expect(
        (await desk.call("find.anything", { text, limit: 5 })).people.map(({ id }) => id),
        text,
      ).toEqual([view.personId]);
    }
  });

  test("that tells another birth date than the file of its document goes no further", async () => {
    await desk.call("cases.submit", submission({ person: PASSPORT }));
    expect(await fieldsOf({ ...PASSPORT, birthDate: "1965-03-05" })).toEqual([
      "person.birthDate: 档案里此证件的出生日期与所填不同（Sam）。请核对证件；档案有误的，先在个人档案里更正。",
    ]);
  });
});

describe("a correction", () => {
  const correct = (id: string, changes: object) => ({
    requestId: randomUUID(),
    id,
    identityNumber: null,
    name: PASSPORT.name,
    phone: null,
    reason: "证件更换",
    ...changes,
  });

  test("of the document: cases keep the old one, an amendment takes the new one and the reviewer sees it", async () => {
    const view = await desk.call("cases.submit", submission({ person: PASSPORT }));
    const number = complete("95084019650304001");
    const file = await desk.call(
      "people.correct",
      correct(view.personId, { identityKind: "permanent-residence", identityNumber: number }),
    );
    expect(file).toMatchObject({ identityKind: "permanent-residence", birthDate: "1965-03-04", sex: "male" });
    expect(file.corrections[0]).toMatchObject({
      before: { identityKind: "passport", identityNumber: "E1*******", birthDate: "1965-03-04" },
      after: { identityKind: "permanent-residence" },
    });
    expect((await desk.call("cases.get", { id: view.id })).person).toMatchObject({ identityKind: "passport" });
    expect((await desk.call("find.anything", { text: "E12345678", limit: 5 })).people.map(({ id }) => id)).toEqual([
      view.personId,
    ]);

    const draft = await desk.call("cases.startAmendment", { requestId: randomUUID(), id: view.id });
    expect(draft.content.person).toMatchObject({ identityKind: "permanent-residence", identityNumber: number });
    desk.settings({ review: { ...USUAL_SETTINGS.review, matters: [{ matter: MATTER, rule: "always" }] } });
    const amended = await desk.call("cases.submit", {
      requestId: randomUUID(),
      draftId: draft.id,
      content: draft.content,
      reason: "证件更换",
    });
    expect(amended).toMatchObject({ version: 2, identityKind: "permanent-residence", personId: view.personId });
    const { sinceLastVersion } = await desk.seat("reviewer", "复核乙").call("review.open", { id: view.id });
    expect(sinceLastVersion).toEqual([
      { title: "证件类型", before: "护照", now: "外国人永久居留身份证" },
      { title: "证件号码", before: "E1*******", now: `95${"*".repeat(16)}` },
      { title: "出生日期", before: "1965-03-04", now: "" },
      { title: "性别", before: "男", now: "" },
    ]);
    expect(desk.store.verify()).toEqual([]);
  });

  test("of what is told beside the number, which stays", async () => {
    const view = await desk.call("cases.submit", submission({ person: PASSPORT }));
    expect((await desk.refusal("people.correct", correct(view.personId, {}))).code).toBe("bad-input");
    const told = { identityKind: "passport", birthDate: "1965-04-03", sex: "male" } as const;
    const file = await desk.call("people.correct", correct(view.personId, told));
    expect(file).toMatchObject({ identityKind: "passport", birthDate: "1965-04-03", maskedIdentityNumber: "E1*******" });
  });

  test("to another kind needs a number of that kind", async () => {
    const view = await desk.call("cases.submit", submission({ person: PASSPORT }));
    const refused = await desk.refusal("people.correct", correct(view.personId, { identityKind: "citizen" }));
    expect(refused.fields).toMatchObject([{ fact: "identityNumber", message: "请输入 18 位身份证号码。" }]);
    const wrong = { identityKind: "citizen", identityNumber: "E12345678" };
    expect((await desk.refusal("people.correct", correct(view.personId, wrong))).code).toBe("facts-incomplete");
  });

  test("gives somebody without a number the one of the person who has it", async () => {
    const baby: PersonInput = {
      ...TOLD,
      name: "单长河",
      identityKind: "none",
      identityNumber: "",
      noNumberBecause: "证件补办中",
    };
    const first = await desk.call("cases.submit", submission({ person: baby }));
    const second = await desk.call("cases.submit", submission());
    const changes = { identityKind: "citizen", identityNumber: MAN, name: "单长河" } as const;
    expect((await desk.refusal("people.correct", correct(first.personId, changes))).code).toBe("person-exists");
    const file = await desk.call("people.correct", { ...correct(first.personId, changes), merge: true });
    expect(file.id).toBe(second.personId);
    expect(file.cases).toHaveLength(2);
  });
});

test("the audit masks the number of any document that somebody wrote into a reason", async () => {
  const { personId } = await desk.call("cases.submit", submission({ person: PASSPORT }));
  const reason = `核对 E12345678、CAN210265030401、T210000123 和 ${MAN}`;
  expect(await desk.call("people.reveal", { requestId: randomUUID(), id: personId, reason })).toEqual({
    identityKind: "passport",
    identityNumber: "E12345678",
    phone: "19800000061",
  });
  const { rows } = await desk.call("audit.list", { operation: "people.reveal", personId, limit: 5 });
  expect(rows[0]!.detail).toBe(`原因：核对 E1*******、CA*************、T2******** 和 21${"*".repeat(16)}`);
});
