/** Clerks, settings, reviews, promises, corrections of people, the books of the day, the audit as read. */
import { describe, expect, it } from "vitest";
import Database from "better-sqlite3";
import type { Store, StoreRefusal } from "../../src-main/store/index.ts";
import { act, AT, amend, CLERK_ID, content, decision, identityNumber, minute, newStore, save, submit } from "./support.ts";

const refused = (code: string) => expect.objectContaining({ name: "StoreRefusal", code }) as StoreRefusal;
const SECOND = "clerk-2";
const bySecond = { clerkId: SECOND };

function twoClerks(): Store {
  const store = newStore();
  store.clerks.add(act("clerks.add"), {
    id: SECOND,
    login: "li",
    name: "李复核",
    role: "reviewer",
    passwordHash: "$scrypt$1",
    mustChangePassword: true,
  });
  return store;
}

const paid = content({
  decision: decision({
    amounts: [
      { id: "pay", title: "补缴", payer: "本人", payee: "基金", fen: 10_000, role: "due", group: "", step: 0 },
      { id: "part", title: "其中", payer: "本人", payee: "基金", fen: 4000, role: "part", group: "", step: 0 },
    ],
  }),
});

const submitForReview = (store: Store, at = AT): string =>
  store.cases.submit(act("cases.submit", { at }), {
    caseId: null,
    draftId: `draft ${at}`,
    matter: "dalian.retirement",
    city: "dalian",
    content: paid,
    amends: false,
    reason: "",
    year: 2026,
    review: { reasons: ["金额"] },
    dueOn: "2026-03-20",
    amountFen: 10_000,
  });

describe("clerks", () => {
  it("are added, changed and switched off; each change is kept, no password is", () => {
    const store = twoClerks();
    store.clerks.change(act("clerks.change", { at: minute(1) }), SECOND, { role: "supervisor", name: "李主管", reason: "升任" });
    store.clerks.change(act("clerks.change", { at: minute(2) }), SECOND, {
      passwordHash: "$scrypt$2",
      mustChangePassword: false,
    });
    store.clerks.change(act("clerks.change", { at: minute(3) }), SECOND, { active: false });
    expect(store.clerks.byId(SECOND)).toMatchObject({
      name: "李主管",
      role: "supervisor",
      active: false,
      passwordHash: "$scrypt$2",
      mustChangePassword: false,
    });
    expect(store.clerks.history(SECOND).map(({ what, before, after }) => [what, before, after])).toEqual([
      ["active", "active", "disabled"],
      ["password", "", ""],
      ["role", "reviewer", "supervisor"],
      ["name", "李复核", "李主管"],
      ["added", "", "reviewer"],
    ]);
    expect(store.clerks.list().map(({ id }) => id)).toEqual([CLERK_ID, SECOND]);
    expect(JSON.stringify(store.audit.query({ limit: 99 }).rows)).not.toContain("scrypt");
    expect(() => save(store, { act: bySecond })).toThrow(refused("not-signed-in"));
  });

  it("refuses a login twice, an unknown clerk, and to lose the last administrator", () => {
    const store = twoClerks();
    const again = { id: "clerk-3", login: "LI", name: "李", role: "clerk", passwordHash: "", mustChangePassword: false } as const;
    expect(() => store.clerks.add(act("clerks.add"), again)).toThrow(refused("login-taken"));
    expect(() => store.clerks.change(act("clerks.change"), "nobody", { name: "x" })).toThrow(refused("not-found"));
    for (const change of [{ active: false }, { role: "clerk" }] as const) {
      expect(() => store.clerks.change(act("clerks.change"), CLERK_ID, change)).toThrow(refused("last-administrator"));
    }
    expect(store.clerks.byId(CLERK_ID)).toMatchObject({ active: true, role: "administrator" });
  });
});

it("settings: the newest counts, earlier ones stay", () => {
  const store = newStore();
  expect(store.settings.get("office")).toBeUndefined();
  store.settings.put(act("settings.put"), "office", { lock: 10 }, "初始");
  store.settings.put(act("settings.put", { at: minute(1) }), "office", { lock: 5 }, "改短");
  expect(store.settings.get("office")).toMatchObject({ value: { lock: 5 }, reason: "改短", at: minute(1) });
  expect(store.settings.history("office").map(({ value }) => value)).toEqual([{ lock: 5 }, { lock: 10 }]);
});

describe("a second person", () => {
  it("approves what another has made: settled from then on", () => {
    const store = twoClerks();
    const id = submitForReview(store);
    expect(store.cases.get(id)).toMatchObject({ review: "waiting", settledAt: null, dueOn: "2026-03-20", amountFen: 10_000 });
    expect(store.cases.reviewQueue({ limit: 9 }).map((row) => row.id)).toEqual([id]);
    expect(store.cases.reviewQueue({ limit: 9, exceptMaker: CLERK_ID })).toEqual([]);
    const approve = (clerkId: string, version = 1) =>
      store.cases.review(act("cases.review", { clerkId, at: minute(5) }), {
        caseId: id,
        version,
        verdict: "approved",
        comment: "",
      });
    expect(() => approve(CLERK_ID)).toThrow(refused("same-person"));
    expect(() => approve(SECOND, 2)).toThrow(refused("stale"));
    approve(SECOND);
    expect(store.cases.get(id)).toMatchObject({ review: "approved", reviewerName: "李复核", settledAt: minute(5) });
    expect(() => approve(SECOND)).toThrow(refused("stale"));
    expect(store.cases.reviewQueue({ limit: 9 })).toEqual([]);
    expect(store.verify()).toEqual([]);
  });

  it("returns it with a comment; the next version waits again", () => {
    const store = twoClerks();
    const id = submitForReview(store);
    const back = (comment: string) =>
      store.cases.review(act("cases.review", bySecond), { caseId: id, version: 1, verdict: "returned", comment });
    expect(() => back(" ")).toThrow(refused("bad-input"));
    back("缺承诺书");
    expect(store.cases.get(id)).toMatchObject({ review: "returned", settledAt: null });
    amend(store, id, { content: paid, act: { at: minute(9) } });
    expect(store.cases.get(id)).toMatchObject({ review: "none", version: 2, settledAt: minute(9) });
    expect(store.verify()).toEqual([]);
  });
});

describe("promised materials", () => {
  const promised = content({
    materials: [
      { id: "id-card", received: true, form: "original", count: 1 },
      { id: "photo", received: false, form: "original", count: 1, how: "promised", promisedOn: "2026-03-10" },
      { id: "form", received: false, form: "copy", count: 1, how: "promised", promisedOn: "2026-03-06" },
    ],
  });

  it("are listed until they come; the case is settled with the last one", () => {
    const store = newStore();
    const id = submit(store, { content: promised });
    expect(store.cases.get(id)).toMatchObject({ promisedOn: "2026-03-06", settledAt: null });
    const due = (until: string) => store.cases.promises({ until, limit: 9 }).map(({ materialId }) => materialId);
    expect(due("2026-03-05")).toEqual([]);
    expect(due("2026-03-06")).toEqual(["form"]);
    expect(due("2026-12-31")).toEqual(["form", "photo"]);
    store.cases.supplement(act("s", { at: minute(1) }), id, [{ id: "form", received: true, form: "copy", count: 1 }]);
    expect(due("2026-12-31")).toEqual(["photo"]);
    store.cases.supplement(act("s", { at: minute(2) }), id, [{ id: "photo", received: true, form: "original", count: 1 }]);
    expect(store.cases.get(id)).toMatchObject({ promisedOn: null, settledAt: minute(2) });
    expect(store.ledger.day("2026-03-04").map(({ kind }) => kind)).toEqual(["accepted", "settled"]);
    expect(store.verify()).toEqual([]);
  });

  it("of a cancelled case are gone, and only submitted cases take more", () => {
    const store = newStore();
    const id = submit(store, { content: promised });
    store.cases.cancel(act("cases.cancel"), id, "撤回");
    expect(store.cases.promises({ until: "2099-01-01", limit: 9 })).toEqual([]);
    const photo = { id: "photo", received: true, form: "original", count: 1 } as const;
    expect(() => store.cases.supplement(act("s"), id, [photo])).toThrow(refused("case-fixed"));
    expect(() => store.cases.supplement(act("s"), save(store), [photo])).toThrow(refused("case-fixed"));
    expect(() => store.cases.supplement(act("s"), submit(store), [])).toThrow(refused("bad-input"));
  });
});

it("cases with a time limit fall due until they are settled", () => {
  const store = twoClerks();
  const id = submitForReview(store);
  expect(store.cases.due({ until: "2026-03-19", limit: 9 })).toEqual([]);
  expect(store.cases.due({ until: "2026-03-20", limit: 9 }).map((row) => row.id)).toEqual([id]);
  store.cases.review(act("cases.review", bySecond), { caseId: id, version: 1, verdict: "approved", comment: "" });
  expect(store.cases.due({ until: "2026-03-20", limit: 9 })).toEqual([]);
});

describe("people", () => {
  const person = (serial: number, name = "张三", phone = "") => ({ identityNumber: identityNumber(serial), name, phone });

  it("with the same name and birth date are shown as possible duplicates", () => {
    const store = newStore();
    submit(store, { content: content({ person: person(1) }) });
    submit(store, { content: content({ person: person(2) }) });
    submit(store, { content: content({ person: person(3, "李四") }) });
    const found = store.people.duplicatesOf(person(1));
    expect(found.map((row) => row.person.identityNumber)).toEqual([identityNumber(2)]);
    expect(found[0]!.cases).toBe(1);
    expect(store.people.duplicatesOf(person(9)).map((row) => row.id)).toHaveLength(2);
  });

  it("are found by name, pinyin, last four, telephone and number", () => {
    const store = newStore();
    submit(store, { content: content({ person: person(1, "单乐", "13000000001") }) });
    for (const text of ["单乐", "乐", "shanle", "sl", identityNumber(1), identityNumber(1).slice(-4), "13000000001"]) {
      expect(
        store.people.find(text, 5).map((row) => row.person.name),
        text,
      ).toEqual(["单乐"]);
      expect(store.cases.search({ text, state: null, limit: 5, offset: 0 }).total, text).toBe(1);
    }
    expect(store.people.find("13000000002", 5)).toEqual([]);
  });

  it("are corrected by hand, with what was before; the old number still leads to them", () => {
    const store = newStore();
    const id = submit(store, { content: content({ person: person(1) }) });
    const personId = store.people.byIdentityNumber(identityNumber(1))!.id;
    const correct = (after: ReturnType<typeof person>, merge = false) =>
      store.people.correct(act("people.correct", { at: minute(1) }), { personId, person: after, reason: "录入错误", merge });
    expect(correct(person(2, "张珊", "1"))).toBe(personId);
    expect(store.people.byId(personId)).toEqual({ id: personId, person: person(2, "张珊", "1"), cases: 1, mergedInto: null });
    expect(store.people.changes(personId)).toEqual([
      {
        personId,
        at: minute(1),
        clerkName: "王经办",
        reason: "录入错误",
        before: person(1),
        after: person(2, "张珊", "1"),
        mergedFrom: null,
      },
    ]);
    for (const text of [identityNumber(1), identityNumber(2), "张三", "张珊"]) {
      expect(
        store.cases.search({ text, state: null, limit: 9, offset: 0 }).rows.map((row) => row.id),
        text,
      ).toEqual([id]);
    }
    // the old number is free again: it may be somebody else's
    submit(store, { content: content({ person: person(1, "王五") }) });
    expect(store.people.byIdentityNumber(identityNumber(1))!.id).not.toBe(personId);
    expect(store.verify()).toEqual([]);
  });

  it("are merged only on purpose; all cases move, later forms of either number follow", () => {
    const store = newStore();
    const one = submit(store, { content: content({ person: person(1) }) });
    submit(store, { content: content({ person: person(2) }) });
    const first = store.people.byIdentityNumber(identityNumber(1))!.id;
    const second = store.people.byIdentityNumber(identityNumber(2))!.id;
    const into = { personId: first, person: person(2), reason: "同一人" };
    expect(() => store.people.correct(act("people.correct"), { ...into, merge: false })).toThrow(refused("person-exists"));
    expect(store.people.correct(act("people.correct"), { ...into, merge: true })).toBe(second);
    expect(store.cases.get(one)!.personId).toBe(second);
    expect(store.people.byId(first)!.mergedInto).toBe(second);
    expect(store.people.casesOf(second)).toHaveLength(2);
    const later = submit(store, { content: content({ person: person(1) }) });
    expect(store.cases.get(later)!.personId).toBe(second);
    expect(() => store.people.correct(act("people.correct"), { ...into, merge: true })).toThrow(refused("not-found"));
    expect(store.verify()).toEqual([]);
  });
});

describe("the books of a day", () => {
  it("add up whatever happens to a case", () => {
    const store = twoClerks();
    const id = submitForReview(store);
    store.cases.review(act("cases.review", { ...bySecond, at: minute(1) }), {
      caseId: id,
      version: 1,
      verdict: "approved",
      comment: "",
    });
    store.cases.cancel(act("cases.cancel", { at: "2026-03-05T01:00:00.000Z" }), id, "撤回");
    const money = (day: string) => store.ledger.day(day).map(({ kind, amounts }) => [kind, amounts.map(({ fen }) => fen)]);
    expect(money("2026-03-04")).toEqual([
      ["accepted", []],
      ["settled", [10_000]],
    ]);
    expect(money("2026-03-05")).toEqual([
      ["cancelled", []],
      ["reversed", [-10_000]],
    ]);
    const { byMonth, byClerk } = store.ledger.totals({ from: "2026-03-01", to: "2026-03-31" });
    expect(byMonth.reduce((sum, { fen }) => sum + fen, 0)).toBe(0);
    expect(byMonth.map((row) => [row.id, row.kind, row.count])).toEqual([
      ["2026-03", "accepted", 1],
      ["2026-03", "cancelled", 1],
      ["2026-03", "reversed", 1],
      ["2026-03", "settled", 1],
    ]);
    expect(byClerk.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
      "accepted 王经办",
      "cancelled 王经办",
      "reversed 王经办",
      "settled 李复核",
    ]);
  });

  it("end once; what a clock set back writes later is told apart", () => {
    const store = newStore();
    submit(store);
    const end = store.ledger.closeDay(act("ledger.closeDay"), "2026-03-04", "");
    expect(end.lastNumber).toBe(2);
    expect(() => store.ledger.closeDay(act("ledger.closeDay"), "2026-03-04", "")).toThrow(refused("day-closed"));
    submit(store);
    expect(store.ledger.day("2026-03-04").filter(({ number }) => number > end.lastNumber)).toHaveLength(2);
    expect(store.ledger.dayEnds(9)).toEqual([end]);
  });

  it("tell at the end of the day what is unprinted, unreviewed, cancelled", () => {
    const store = twoClerks();
    const one = submit(store);
    const pdf = new TextEncoder().encode("%PDF");
    const paper = store.papers.add(act("p"), { caseId: one, version: 1, kind: "acceptance", title: "回执", pdf });
    const two = submit(store);
    store.cases.cancel(act("cases.cancel"), two, "重复");
    const three = submitForReview(store);
    save(store);
    const check = store.ledger.check("2026-03-04");
    expect(check).toMatchObject({ first: "DL01022026000001", last: "DL01022026000003", open: 1, drafts: [] });
    expect(check.unprinted.map(({ id }) => id)).toEqual([one]);
    expect(check.unreviewed.map(({ id }) => id)).toEqual([three]);
    expect(check.numbers.map(({ receiptNumber, case: row }) => [receiptNumber, row?.id])).toEqual([["DL01022026000002", two]]);
    store.papers.recordPrint(act("p"), paper.id, 1, pdf);
    expect(store.ledger.check("2026-03-04").unprinted).toEqual([]);
    expect(store.ledger.check("2026-03-05")).toMatchObject({ first: null, open: 0, numbers: [] });
  });

  it("enter a consultation as one: once each time it is finished, in no other kind, with numbers in one row with the cases", () => {
    const store = newStore();
    const told = (nature: "estimate" | "transaction") => ({ content: content({ decision: decision({ nature }) }) });
    const kinds = () => store.ledger.day("2026-03-04").map(({ kind }) => kind);
    submit(store);
    const estimate = submit(store, told("estimate"));
    submit(store);
    expect(kinds()).toEqual(["accepted", "settled", "advised", "accepted", "settled"]);
    expect(store.cases.get(estimate)).toMatchObject({ nature: "estimate", settledAt: null, receiptNumber: "DL01022026000002" });
    expect(store.ledger.check("2026-03-04")).toMatchObject({ first: "DL01022026000001", last: "DL01022026000003", numbers: [] });
    amend(store, estimate, told("estimate"));
    expect(kinds().slice(5)).toEqual(["advised"]);
    // decided anew as a transaction it is accepted now; and what was accepted is corrected to advice
    amend(store, estimate, told("transaction"));
    expect(kinds().slice(6)).toEqual(["accepted", "settled"]);
    amend(store, estimate, told("estimate"));
    expect(kinds().slice(8)).toEqual(["amended", "reversed"]);
    store.cases.cancel(act("cases.cancel"), estimate, "不再需要");
    expect(kinds()).toHaveLength(10);
    expect(store.verify()).toEqual([]);
  });

  it("belong to the day at the counter, not in London", () => {
    const store = newStore();
    submit(store, { act: { at: "2025-12-31T15:59:59.999Z" }, year: 2025 });
    submit(store, { act: { at: "2025-12-31T16:00:00.000Z" }, year: 2026 });
    expect(store.ledger.day("2025-12-31").map(({ receiptNumber }) => receiptNumber)).toContain("DL01022025000001");
    expect(store.ledger.day("2026-01-01").map(({ receiptNumber }) => receiptNumber)).toContain("DL01022026000001");
  });
});

describe("the audit as read", () => {
  it("is found by person, case, clerk, operation and day, page by page", () => {
    const store = twoClerks();
    const id = submit(store, { act: { at: minute(1) } });
    const personId = store.people.byIdentityNumber(identityNumber(1))!.id;
    store.audit.record(act("people.reveal", { ...bySecond, at: minute(2) }), { personId, detail: { reason: "核对" } });
    store.audit.record(act("session.lock", { at: "2026-03-05T01:00:00.000Z" }), {});
    const operations = (filter: object) => store.audit.query({ limit: 99, ...filter }).rows.map(({ operation }) => operation);
    expect(operations({ personId })).toEqual(["people.reveal", "cases.submit"]);
    expect(operations({ caseId: id })).toEqual(["cases.submit"]);
    expect(operations({ clerkId: SECOND })).toEqual(["people.reveal"]);
    expect(operations({ operation: "session.lock" })).toEqual(["session.lock"]);
    expect(operations({ from: "2026-03-05", to: "2026-03-05" })).toEqual(["session.lock"]);
    expect(store.audit.query({ personId, limit: 9 }).rows[0]).toMatchObject({ clerkName: "李复核", detail: { reason: "核对" } });

    const pages = [];
    for (let before: number | undefined; ;) {
      const { rows, next } = store.audit.query({ limit: 2, ...(before === undefined ? {} : { before }) });
      pages.push(...rows.map(({ sequence }) => sequence));
      if (next === null) break;
      before = next;
    }
    const all = [...store.audit.each({})].map(({ sequence }) => sequence);
    expect([...pages].sort((a, b) => a - b)).toEqual(all);
  });

  const checked = (store: Store) => {
    for (const steps = store.audit.check(2); ;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  };

  it("names the first row that does not follow", () => {
    const store = newStore();
    for (let i = 0; i < 4; i++) submit(store);
    expect(checked(store)).toMatchObject({ sound: true, rows: 6 });
    const database = new Database(store.path);
    database.exec("DROP TRIGGER audit_no_update; UPDATE audit SET detail = '{}' WHERE sequence = 4");
    expect(checked(store)).toMatchObject({
      sound: false,
      rows: 3,
      bad: { sequence: 4, operation: "cases.submit", reason: "hash" },
    });
    database.exec("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE sequence = 3");
    expect(checked(store)).toMatchObject({ sound: false, rows: 2, bad: { sequence: 4, reason: "gap" } });
    database.close();
  });
});
