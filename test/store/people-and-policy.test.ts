import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../src-main/store/file/canonical.ts";
import { StoreRefusal, type ClerkRow } from "../../src-main/store/index.ts";
import {
  act,
  AT,
  CLERK_ID,
  content,
  draft,
  identityNumber,
  minute,
  newStore,
  OFFICE,
  open,
  save,
  setUp,
  submit,
  temporaryFolder,
} from "./support.ts";

const refused = (code: string) => expect.objectContaining({ name: "StoreRefusal", code }) as StoreRefusal;

describe("the first start", () => {
  it("makes office and administrator, once", () => {
    const store = newStore();
    expect(store.office.get()).toEqual(OFFICE);
    const administrator: ClerkRow = {
      id: CLERK_ID,
      login: "wang",
      name: "王经办",
      role: "administrator",
      permanentRole: "administrator",
      acting: null,
      passwordHash: "$scrypt$…",
      active: true,
      failedLogins: 0,
      lastFailedAt: null,
      lastLoginAt: null,
      createdAt: AT,
      mustChangePassword: false,
      sessionEpoch: 0,
      givenBy: null,
    };
    expect(store.clerks.byId(CLERK_ID)).toEqual(administrator);
    expect(store.clerks.byLogin("WANG")).toEqual(administrator);
    expect(store.clerks.byLogin("li")).toBeUndefined();
    expect(store.clerks.any()).toBe(true);
    const another = { id: "clerk-2", login: "li", name: "李", role: "administrator", passwordHash: "x" } as const;
    expect(() => store.clerks.setUp(act("session.setup", { clerkId: null }), { ...OFFICE, code: "OTHER" }, another)).toThrow(
      refused("already-set-up"),
    );
    expect(store.office.get()).toEqual(OFFICE);
  });
});

it("counts failed logins with their instant until one succeeds", () => {
  const store = newStore();
  store.clerks.recordFailedLogin(act("session.login", { clerkId: null }), CLERK_ID);
  store.clerks.recordFailedLogin(act("session.login", { clerkId: null, at: minute(1) }), CLERK_ID);
  expect(store.clerks.byId(CLERK_ID)).toMatchObject({ failedLogins: 2, lastFailedAt: minute(1) });
  store.clerks.recordLogin(act("session.login"), CLERK_ID);
  expect(store.clerks.byId(CLERK_ID)).toMatchObject({ failedLogins: 0, lastFailedAt: null });
  expect(() => store.clerks.recordFailedLogin(act("session.login"), "nobody")).toThrow(refused("not-found"));
  expect(() => store.clerks.recordLogin(act("session.login"), "nobody")).toThrow(refused("not-found"));
});

describe("a person", () => {
  it("is one by identity number, as last typed; an empty field forgets nothing", () => {
    const store = newStore();
    const typed = (name: string, phone: string, spelled = identityNumber(1)) =>
      submit(store, { content: content({ person: { identityNumber: spelled, name, phone } }) });
    const known = () => store.people.byIdentityNumber(identityNumber(1).toLowerCase())!;
    typed("张三", "111");
    typed(" 张山 ", "");
    expect(known().person).toEqual({ identityNumber: identityNumber(1), name: "张山", phone: "111" });
    typed("", "333", ` ${identityNumber(1).toLowerCase()} `);
    const found = known();
    expect(found.person).toEqual({ identityNumber: identityNumber(1), name: "张山", phone: "333" });
    expect(store.people.casesOf(found.id)).toHaveLength(3);
    expect(store.people.byIdentityNumber(identityNumber(2))).toBeUndefined();
    expect(store.verify()).toEqual([]);
  });

  it("keeps in each case the name that was typed there", () => {
    const store = newStore();
    const first = save(store);
    save(store, { content: content({ person: { identityNumber: identityNumber(1), name: "张山", phone: "" } }) });
    expect(store.cases.get(first)!.name).toBe("张三");
  });
});

describe("drafts", () => {
  it("stay with the clerk who types them", () => {
    const store = newStore();
    store.drafts.save(act("drafts.save"), "form", draft());
    const clerk = { id: "clerk-2", login: "li", name: "李经办", role: "clerk", passwordHash: "" } as const;
    store.clerks.add(act("clerks.add"), { ...clerk, mustChangePassword: true });
    const another = act("drafts.save", { clerkId: "clerk-2" });
    expect(() => store.drafts.save(another, "form", draft())).toThrow(refused("not-allowed"));
    expect(() => store.drafts.discard(another, "form")).toThrow(refused("not-allowed"));
    expect(() => submit(store, { draftId: "form", act: { clerkId: "clerk-2" } })).toThrow(refused("not-allowed"));
    expect(store.drafts.list(CLERK_ID)).toHaveLength(1);
    expect(() => store.drafts.save(act("drafts.save", { clerkId: "clerk-3" }), "form", draft())).toThrow(
      refused("not-signed-in"),
    );
    expect(() => store.drafts.save(act("drafts.save", { clerkId: null }), "form", draft())).toThrow(refused("not-signed-in"));
  });

  it("stay closed once discarded, also when they were never saved", () => {
    const store = newStore();
    store.drafts.save(act("drafts.save"), "form", draft());
    for (const id of ["form", "never saved"]) {
      store.drafts.discard(act("drafts.discard"), id);
      store.drafts.discard(act("drafts.discard"), id);
      expect(() => store.drafts.save(act("drafts.save"), id, draft())).toThrow(refused("stale"));
      expect(store.drafts.get(id)).toBeUndefined();
    }
    expect(store.drafts.list(CLERK_ID)).toEqual([]);
  });
});

/** `kept`, or the code of the refusal. */
function answerOf(write: () => void): string {
  try {
    write();
    return "kept";
  } catch (error) {
    if (error instanceof StoreRefusal) return error.code;
    throw error;
  }
}

describe("the office's own figures", () => {
  const figure = (from: string, to: string, more: { city?: string; figure?: string } = {}) => ({
    figure: "assessed-base",
    city: "dalian",
    from,
    to,
    value: "7,000.50",
    document: "大医保发〔2026〕1号",
    note: "",
    ...more,
  });

  it("are kept as typed, with who and when, by city", () => {
    const store = newStore();
    store.policy.addOfficeFigure(act("policy.enterFigure", { at: minute(1) }), figure("2026-01-01", "2026-12-31"));
    expect(store.policy.officeFigures("dalian")).toEqual([
      { ...figure("2026-01-01", "2026-12-31"), clerkName: "王经办", at: minute(1) },
    ]);
    expect(store.policy.officeFigures("tieling")).toEqual([]);
  });

  it.each([
    ["2026-12-31", "2027-12-31", "figure-overlap"],
    ["2025-01-01", "2026-01-01", "figure-overlap"],
    ["2026-03-01", "2026-03-01", "figure-overlap"],
    ["2025-01-01", "2027-12-31", "figure-overlap"],
    ["2027-01-02", "2027-01-01", "figure-invalid"],
    ["2027-01-01", "2027-12-31", "kept"],
    ["2025-01-01", "2025-12-31", "kept"],
  ])("from %s to %s beside one of 2026: %s", (from, to, answer) => {
    const store = newStore();
    store.policy.addOfficeFigure(act("policy.enterFigure"), figure("2026-01-01", "2026-12-31"));
    const add = () => store.policy.addOfficeFigure(act("policy.enterFigure"), figure(from, to));
    expect(answerOf(add)).toBe(answer);
    expect(store.policy.officeFigures("dalian")).toHaveLength(answer === "kept" ? 2 : 1);
  });

  it("of another city or another figure do not overlap", () => {
    const store = newStore();
    for (const more of [{}, { city: "tieling" }, { figure: "other" }]) {
      store.policy.addOfficeFigure(act("policy.enterFigure"), figure("2026-01-01", "2026-12-31", more));
    }
    expect(store.policy.officeFigures("dalian")).toHaveLength(2);
  });
});

it("the newest choice of a reading is in force", () => {
  const store = newStore();
  const choose = (reading: string, option: string, city = "dalian") =>
    store.policy.chooseReading(act("policy.chooseReading"), { reading, city, option, reason: "会议纪要" });
  choose("a", "one");
  choose("b", "one");
  choose("a", "two");
  choose("a", "three", "tieling");
  const row = { city: "dalian", reason: "会议纪要", clerkName: "王经办", at: AT };
  expect(store.policy.readingChoices("dalian")).toEqual([
    { ...row, reading: "a", option: "two" },
    { ...row, reading: "b", option: "one" },
  ]);
});

it("a pack is remembered once, by the hash of its source", () => {
  const store = newStore();
  const source = '{"files":{}}';
  const pack = { hash: sha256(source), city: "dalian", version: "2026.1", source };
  store.policy.rememberPack(act("policy.rememberPack", { clerkId: null }), pack);
  store.policy.rememberPack(act("policy.rememberPack"), pack);
  expect(store.policy.packByHash(pack.hash)).toEqual(pack);
  expect(store.policy.packByHash("other")).toBeUndefined();
  expect(() => store.policy.rememberPack(act("policy.rememberPack"), { ...pack, source: "{}" })).toThrow(
    "not the hash of its source",
  );
});

describe("the office's cities", () => {
  it("are those of the first start until others are chosen; every choice is audited with what was before", () => {
    const store = newStore();
    expect(store.office.get()).toEqual(OFFICE);
    store.office.chooseCities(act("office.chooseCities"), ["tieling", "dalian"]);
    expect(store.office.get()?.cities).toEqual(["tieling", "dalian"]);
    const { rows } = store.audit.query({ operation: "office.chooseCities", limit: 9 });
    expect(rows.map(({ detail }) => detail)).toMatchObject([{ before: ["dalian"], after: ["tieling", "dalian"] }]);
  });

  it("are never none, and none stands twice", () => {
    const store = newStore();
    for (const cities of [[], ["dalian", "dalian"]]) {
      expect(() => store.office.chooseCities(act("office.chooseCities"), cities)).toThrow(StoreRefusal);
    }
    expect(store.office.get()).toEqual(OFFICE);
  });

  it("need an office and a clerk", () => {
    const store = open(join(temporaryFolder(), "counter.db"));
    expect(() => store.office.chooseCities(act("office.chooseCities"), ["dalian"])).toThrow(StoreRefusal);
    setUp(store);
    expect(() => store.office.chooseCities(act("office.chooseCities", { clerkId: null }), ["dalian"])).toThrow(StoreRefusal);
    expect(store.clerks.administrators()).toEqual(["王经办"]);
  });
});
