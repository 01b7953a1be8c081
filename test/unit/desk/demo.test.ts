import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seedDemonstration, DEMO_LOGIN, DEMO_PASSWORD, DEMO_PEOPLE } from "../../../src-main/demo/index.ts";
import { SYNTHETIC_REGION, syntheticPerson } from "../../../src-main/demo/people.ts";
import { silentLogger } from "../../../src-main/logger.ts";
import { readIdentity } from "../../../src-shared/domain/identity/reading.ts";
import { CHEAP_SCRYPT_COST } from "../../cheap-scrypt.ts";
import { calendarDirectory, policyDirectory, TestDesk } from "./test-desk.ts";

describe("invented people", () => {
  const people = Array.from({ length: DEMO_PEOPLE }, (_, index) => syntheticPerson(index));

  test("have valid numbers of a region that does not exist, each a number of their own", () => {
    for (const { identityNumber, birthDate, sex } of people) {
      expect(readIdentity({ identityNumber }, 2026_01_01, true)).toMatchObject({ valid: true, birthDate, sex });
      expect(identityNumber.startsWith(SYNTHETIC_REGION)).toBe(true);
    }
    expect(new Set(people.map((person) => person.identityNumber)).size).toBe(DEMO_PEOPLE);
    expect(new Set(people.map((person) => person.phone)).size).toBe(DEMO_PEOPLE);
  });

  test("are hard to search for: surnames that are read otherwise, namesakes of the initials", () => {
    const surnames = new Set(people.map((person) => person.name[0]));
    for (const surname of "单仇曾解") expect(surnames).toContain(surname);
  });
});

describe("the demonstration", () => {
  const desk = new TestDesk({}, "2026-03-02T02:00:00.000Z");
  const people = 60;
  beforeAll(async () => {
    const { store, clock } = desk;
    // the papers are the real ones' business; here they would only take time
    const makePaper = () => Promise.resolve(new Uint8Array([1]));
    const options = {
      store,
      policyDirectory,
      calendarDirectory,
      makePaper,
      makeReport: makePaper,
      logger: silentLogger,
      demo: true,
      hostKind: "browser",
      version: "0",
      scryptCost: CHEAP_SCRYPT_COST,
    } as const;
    await seedDemonstration(options, clock, people);
  });
  afterAll(() => desk.remove());

  test("has people in every state, in a sound store", () => {
    const { rows } = desk.store.cases.search({ text: "", state: null, limit: 200, offset: 0 });
    const { id } = desk.store.clerks.byLogin(DEMO_LOGIN)!;
    expect(rows.length + desk.store.drafts.list(id).length).toBe(people);
    const states = new Set(rows.map((row) => `${row.state} ${row.version} ${row.outcome}`));
    for (const state of [
      "open 0 granted",
      "open 0 figure-missing",
      "open 0 not-yet",
      "submitted 1 granted",
      "cancelled 1 granted",
      "cancelled 0 granted",
      "submitted 2 granted",
    ]) {
      expect([...states]).toContain(state);
    }
    expect(desk.store.drafts.list(id).length).toBeGreaterThan(0);
    expect(desk.store.verify()).toEqual([]);
  });

  test("lies in the past", () => {
    const { rows } = desk.store.cases.search({ text: "", state: null, limit: 200, offset: 0 });
    for (const row of rows) expect(row.updatedAt < desk.clock.now()).toBe(true);
    expect(new Set(rows.map((row) => row.openedAt.slice(0, 4)))).toEqual(new Set(["2024", "2025", "2026"]));
  });

  test("is entered with the password on the screen", async () => {
    expect(await desk.call("session.login", { login: DEMO_LOGIN, password: DEMO_PASSWORD })).toMatchObject({
      role: "administrator",
    });
  });
});
