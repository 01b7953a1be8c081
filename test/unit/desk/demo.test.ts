import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoFigures } from "../../../src-main/demo/figures.ts";
import { DEMO_LOGIN, DEMO_PASSWORD, DEMO_PEOPLE, makeDemonstration } from "../../../src-main/demo/index.ts";
import { SYNTHETIC_REGION, syntheticPerson } from "../../../src-main/demo/people.ts";
import { VISITS, visitForm } from "../../../src-main/demo/visits/index.ts";
import { silentLogger } from "../../../src-main/logger.ts";
import { createDesk } from "../../../src-main/desk/index.ts";
import { cities, consult, matters, type Pack } from "../../../src-main/rules/index.ts";
import { fileKeeper, openStore, type Store } from "../../../src-main/store/index.ts";
import type { CallInput, CallName, CallOutput, CallResult } from "../../../src-shared/contract/index.ts";
import { isConcludable } from "../../../src-shared/domain/decision.ts";
import { readIdentity } from "../../../src-shared/domain/identity/reading.ts";
import { CHEAP_SCRYPT_COST } from "../../cheap-scrypt.ts";
import { POLICY_DIRECTORY } from "../../packs.ts";
import { packFor } from "../../policy/golden.ts";
import { calendarDirectory, policyDirectory, realCopies, realPapers, realReports, TestClock } from "./test-desk.ts";

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

describe("what people come for", () => {
  const CITIES = cities(POLICY_DIRECTORY);
  // the turn of the year, the spring, the summer after a new base, the period in which residents pay
  const DAYS = ["2026-11-29", "2027-01-05", "2027-04-20", "2027-08-15", "2027-12-10"];

  const packsOn = (today: string): Map<string, Pack> =>
    new Map(CITIES.map((city) => [city, packFor(city, demoFigures(packFor(city), today))]));

  test.each(DAYS)("on %s every matter of every city can be finished with the office's own figures", (today) => {
    const packs = packsOn(today);
    const finished = new Set<string>();
    for (const [index, visit] of VISITS.entries()) {
      const form = visitForm(visit, index, today);
      const pack = packs.get(visit.matter.split(".")[0]!)!;
      const asked = new Set(consult(pack, visit.matter, form.facts, today).questions.map(({ id }) => id));
      const facts = Object.fromEntries(Object.entries(form.facts).filter(([id]) => asked.has(id)));
      const { decision, errors, unanswered } = consult(pack, visit.matter, facts, today);
      expect({ matter: visit.matter, errors, unanswered }).toEqual({ matter: visit.matter, errors: [], unanswered: [] });
      expect(decision!.missingFigures, visit.matter).toEqual([]);
      if (isConcludable(decision!) && decision!.assumed === undefined) finished.add(visit.matter);
    }
    const all = [...packs.values()].flatMap((pack) => matters(pack).map(({ id }) => id));
    expect(all.filter((id) => !finished.has(id))).toEqual([]);
  });

  test("its figures are said to be no published ones", () => {
    for (const figure of CITIES.flatMap((city) => demoFigures(packFor(city), DAYS[0]!)))
      expect(figure.document).toContain("演示");
  });
});

describe("the demonstration", () => {
  const folder = mkdtempSync(join(tmpdir(), "demo-"));
  const path = join(folder, "counter.db");
  const clock = new TestClock("2026-03-02T02:00:00.000Z");
  const options = {
    policyDirectory,
    calendarDirectory,
    logger: silentLogger,
    demo: true,
    hostKind: "browser",
    version: "0",
    scryptCost: CHEAP_SCRYPT_COST,
  } as const;
  let store: Store;
  beforeAll(async () => {
    await makeDemonstration(path, options, clock);
    store = openStore(path, { clock, demo: true });
  }, 30_000);
  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  const rowsIn = (state: "open" | "submitted" | "cancelled" | null) =>
    store.cases.search({ text: "", state, limit: 400, offset: 0 }).rows;

  test("is there whole, with nothing of its making left beside it", () => {
    expect(readdirSync(folder).filter((name) => name === "preparing")).toEqual([]);
    expect(store.verify()).toEqual([]);
  });

  test("has a year of many matters of all cities, in every state", () => {
    const rows = rowsIn(null);
    const clerk = store.clerks.byLogin("jingban")!;
    expect(rows.length + store.drafts.list(clerk.id).length).toBe(DEMO_PEOPLE);
    expect(new Set(rows.map(({ city }) => city))).toEqual(new Set(cities(POLICY_DIRECTORY)));
    expect(new Set(rows.map(({ matter }) => matter)).size).toBeGreaterThan(40);
    expect(new Set(rows.map(({ openedAt }) => openedAt.slice(0, 7))).size).toBeGreaterThanOrEqual(12);
    for (const row of rows) expect(row.updatedAt < clock.now()).toBe(true);
    const states = new Set(rows.map(({ state, version }) => `${state} ${version}`));
    for (const state of ["open 0", "submitted 1", "submitted 2", "cancelled 0", "cancelled 1"])
      expect([...states]).toContain(state);
    expect(store.drafts.list(clerk.id).length).toBeGreaterThan(0);
  });

  test("has closed its days but for the newest", () => {
    expect(store.ledger.dayEnds(400).length).toBeGreaterThan(80);
    expect(store.ledger.unclosed("2026-03-02", 400)).toHaveLength(1);
  });

  test("has money in its statistics, a queue in review, and promises that are open", async () => {
    const desk = createDesk({ ...options, store, clock, makePaper: realPapers, makeReport: realReports, markCopy: realCopies });
    const ask = async <Name extends CallName>(login: string, name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
      const connection = desk.connect();
      for (const [call, given] of [["session.login", { login, password: DEMO_PASSWORD }] as const, [name, input] as const]) {
        const result = (await desk.call(connection, call, given)) as CallResult<CallOutput<Name>>;
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        if (call === name) return result.value;
      }
      throw new Error("unreachable");
    };
    expect((await ask("fuhe", "review.queue", {})).length).toBeGreaterThan(2);
    const promises = await ask("jingban", "promises.list", { which: "all", limit: 50, offset: 0 });
    expect(promises.total).toBeGreaterThan(0);
    const missing = await ask("demo", "policy.figuresToEnter", {});
    expect(missing.figures).toEqual([]);
    // its papers are made when it is first opened
    const submitted = rowsIn("submitted").find(({ city }) => city === "dalian")!;
    expect(store.papers.ofCase(submitted.id)).toEqual([]);
    expect((await ask("jingban", "cases.get", { id: submitted.id })).papers.length).toBeGreaterThan(0);
    expect(await ask("demo", "session.status", {})).toMatchObject({
      demo: true,
      clerk: { role: "administrator", login: DEMO_LOGIN },
    });
  });
});

describe("a demonstration and an office's store", () => {
  const folder = mkdtempSync(join(tmpdir(), "demo-kind-"));
  const clock = new TestClock("2026-03-02T02:00:00.000Z");
  const keepers = [fileKeeper(join(folder, "machine.key"))];
  afterAll(() => rmSync(folder, { recursive: true }));

  test("neither opens as the other, and neither is changed", () => {
    const demo = join(folder, "demo.db");
    openStore(demo, { clock, demo: true }).close();
    const office = join(folder, "office.db");
    openStore(office, { clock, keepers }).close();
    const before = [readFileSync(demo), readFileSync(office)];
    for (const keys of [{ keepers }, {}]) {
      expect(() => openStore(demo, { clock, ...keys })).toThrow(expect.objectContaining({ kind: "demonstration" }));
    }
    expect(() => openStore(office, { clock, demo: true })).toThrow(expect.objectContaining({ kind: "no-demonstration" }));
    expect([readFileSync(demo), readFileSync(office)]).toEqual(before);
    openStore(demo, { clock, demo: true }).close();
  });
});
