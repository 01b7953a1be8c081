/** People by any document, and by none: kept apart, found, corrected, verified. */
import { describe, expect, it } from "vitest";
import type { PersonInput } from "../../src-shared/domain/case.ts";
import { StoreRefusal, type Store } from "../../src-main/store/index.ts";
import { act, content, identityNumber, newStore, save, submit } from "./support.ts";

const PASSPORT: PersonInput = {
  identityKind: "passport",
  identityNumber: "E12345678",
  name: "O'Brien Sam",
  phone: "13000000009",
  birthDate: "1979-04-07",
  sex: "male",
};
const BABY: PersonInput = {
  identityKind: "none",
  identityNumber: "",
  name: "单小满",
  phone: "",
  birthDate: "2026-03-01",
  sex: "female",
  noNumberBecause: "出生医学证明还没有办",
};
const OLD_CARD: PersonInput = {
  ...PASSPORT,
  identityKind: "permanent-residence",
  identityNumber: "CAN110179040701",
  name: "Sam",
};
const CERTIFICATE: PersonInput = {
  ...PASSPORT,
  identityKind: "birth-certificate",
  identityNumber: "T210000123",
  name: "单小雪",
};

const submitAs = (store: Store, person: PersonInput): string => submit(store, { content: content({ person }) });
const personOf = (store: Store, person: PersonInput) => store.people.byIdentity(person)!;
const correct = (store: Store, personId: string, person: PersonInput, merge = false): string =>
  store.people.correct(act("people.correct"), { personId, person, reason: "补录证件", merge });

describe("a person of another document", () => {
  it("is one by kind and number, however it is typed, and keeps what is told beside it", () => {
    const store = newStore();
    const first = submitAs(store, PASSPORT);
    submitAs(store, { ...PASSPORT, identityNumber: " e1234-5678 ", phone: "" });
    const { id, person } = personOf(store, PASSPORT);
    expect(person).toEqual(PASSPORT);
    expect(store.people.casesOf(id)).toHaveLength(2);
    expect(store.cases.get(first)).toMatchObject({ identityKind: "passport", identityNumber: "E12345678" });
    // the same characters of another kind are somebody else
    expect(store.people.byIdentity({ ...PASSPORT, identityKind: "citizen" })).toBeUndefined();
    expect(store.people.byIdentityNumber("e12345678")?.id).toBe(id);
    expect(store.verify()).toEqual([]);
  });

  it("is told in the events, and a citizen as ever", () => {
    const store = newStore();
    const payload = (person: PersonInput) => store.cases.events(submitAs(store, person))[0]!.payload;
    expect(payload(PASSPORT)).toMatchObject({ content: { person: PASSPORT } });
    const citizen = { identityNumber: identityNumber(1), name: "张三", phone: "" };
    expect(payload(citizen)).toMatchObject({ content: { person: citizen } });
    expect(JSON.stringify(payload(citizen))).not.toContain("identityKind");
  });

  it.each([
    ["E12345678", PASSPORT],
    ["e1234 5678", PASSPORT],
    ["5678", PASSPORT],
    ["o'brien", PASSPORT],
    ["CAN110179040701", OLD_CARD],
    ["0701", OLD_CARD],
    ["T210000123", CERTIFICATE],
    ["0123", CERTIFICATE],
    ["单小满", BABY],
    ["sxm", BABY],
  ])("%s finds it", (text, person) => {
    const store = newStore();
    submitAs(store, person);
    const cases = store.cases.search({ text, state: null, limit: 9, offset: 0 }).rows;
    expect(store.people.find(text, 9).map((found) => found.person)).toEqual([person]);
    expect(cases).toMatchObject([{ name: person.name, identityKind: person.identityKind }]);
  });
});

describe("a person without a number", () => {
  it("is one by name, birth date and sex", () => {
    const store = newStore();
    submitAs(store, BABY);
    submitAs(store, { ...BABY, phone: "13000000001", noNumberBecause: "出生医学证明遗失" });
    for (const other of [{ name: "单小雪" }, { birthDate: "2026-03-02" }, { sex: "male" }] as const) {
      submitAs(store, { ...BABY, ...other });
    }
    const { id, person } = personOf(store, BABY);
    expect(person).toEqual({ ...BABY, phone: "13000000001", noNumberBecause: "出生医学证明遗失" });
    expect(store.people.casesOf(id)).toHaveLength(2);
    expect(store.cases.search({ text: "", state: null, limit: 9, offset: 0 }).rows).toHaveLength(5);
    expect(store.verify()).toEqual([]);
  });

  it.each([{ name: " " }, { birthDate: undefined }, { sex: undefined }])("is nobody with %j", (lacking) => {
    const store = newStore();
    expect(() => submitAs(store, { ...BABY, ...lacking })).toThrow(StoreRefusal);
    expect(() => save(store, { content: content({ person: { ...BABY, ...lacking } }) })).toThrow(StoreRefusal);
  });

  it("gets a number by a correction; what was kept before stays, and its forms lead nowhere else", () => {
    const store = newStore();
    const caseId = submitAs(store, BABY);
    const { id } = personOf(store, BABY);
    const grown = { identityNumber: identityNumber(1), name: BABY.name, phone: "" };
    expect(correct(store, id, grown)).toBe(id);
    expect(personOf(store, grown).person).toEqual(grown);
    expect(store.people.changes(id)).toMatchObject([{ before: BABY, after: grown }]);
    expect(store.cases.get(caseId)).toMatchObject({ identityKind: "none", identityNumber: "" });
    expect(store.people.find(identityNumber(1), 9).map((found) => found.id)).toEqual([id]);
    expect(store.people.find("单小满", 9).map((found) => found.id)).toEqual([id]);
    expect(store.verify()).toEqual([]);
  });

  it("is merged into the one who has the number, and forms of either go to that one", () => {
    const store = newStore();
    const grown = { identityNumber: identityNumber(1), name: BABY.name, phone: "" };
    submitAs(store, BABY);
    submitAs(store, grown);
    const [baby, known] = [personOf(store, BABY).id, personOf(store, grown).id];
    expect(() => correct(store, baby, grown)).toThrow(StoreRefusal);
    expect(correct(store, baby, grown, true)).toBe(known);
    submitAs(store, BABY);
    expect(personOf(store, BABY)).toEqual({ id: known, person: grown });
    expect(store.people.casesOf(known)).toHaveLength(3);
    expect(store.verify()).toEqual([]);
  });
});

describe("somebody with the same name and birth date", () => {
  it("is told across kinds, and whatever code the name is written in", () => {
    const store = newStore();
    const citizen = { identityNumber: identityNumber(1), name: "王\uE863", phone: "" };
    submitAs(store, citizen);
    const passport = { ...PASSPORT, name: "王䶮", birthDate: "1965-03-04" };
    expect(store.people.duplicatesOf(passport).map(({ person }) => person)).toEqual([citizen]);
    submitAs(store, passport);
    expect(store.people.duplicatesOf(citizen).map(({ person }) => person)).toEqual([passport]);
    expect(store.people.duplicatesOf(passport).map(({ person }) => person)).toEqual([citizen]);
    expect(store.people.duplicatesOf({ ...passport, birthDate: undefined })).toEqual([]);
  });
});
