import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StoreRefusal, type Store } from "../../src-main/store/index.ts";
import { act, amend, content, CLERK_ID, draft, identityNumber, newStore, requestId, save, submit } from "./support.ts";

/** Every row of every table, except what the full-text index keeps for itself. */
function dump(store: Store): string {
  const database = new Database(store.path, { readonly: true });
  const tables = database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .all();
  const text = JSON.stringify(tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]));
  database.close();
  return text;
}

interface AuditLine {
  readonly sequence: number;
  readonly operation: string;
  readonly write: string;
  readonly clerk_id: string | null;
  readonly request_id: string | null;
}

function audit(store: Store): AuditLine[] {
  const database = new Database(store.path, { readonly: true });
  const rows = database
    .prepare<[], AuditLine>("SELECT sequence, operation, write, clerk_id, request_id FROM audit ORDER BY sequence")
    .all();
  database.close();
  return rows;
}

const pdf = new TextEncoder().encode("%PDF-1.7 …");

describe("a repeated request", () => {
  it("gets the first answer and writes nothing, for every write that answers", () => {
    const store = newStore();
    const caseId = submit(store);
    const paper = store.papers.add(act("papers.make"), { caseId, version: 1, kind: "acceptance", title: "受理回执", pdf });
    const open = save(store);
    const figure = {
      figure: "base",
      city: "dalian",
      from: "2026-01-01",
      to: "2026-12-31",
      value: "7,000",
      document: "文",
      note: "",
    };
    const reading = { reading: "r", city: "dalian", option: "o", reason: "会议纪要" };
    const writes: ((id: string) => unknown)[] = [
      (id) => save(store, { act: { requestId: id } }),
      (id) => save(store, { caseId: open, content: content({ facts: { way: id } }), act: { requestId: id } }),
      (id) => submit(store, { draftId: id, act: { requestId: id } }),
      (id) => amend(store, caseId, { draftId: id, act: { requestId: id } }),
      (id) =>
        store.papers.add(act("papers.make", { requestId: id }), { caseId, version: 1, kind: "assessment", title: "核定单", pdf }),
      (id) => store.papers.recordPrint(act("papers.print", { requestId: id }), paper.id, 1, pdf),
      (id) => store.drafts.save(act("drafts.save", { requestId: id }), `draft ${id}`, draft()),
      (id) => store.policy.addOfficeFigure(act("policy.enterFigure", { requestId: id }), figure),
      (id) => store.policy.chooseReading(act("policy.chooseReading", { requestId: id }), reading),
      (id) => store.cases.cancel(act("cases.cancel", { requestId: id }), open, "申请人撤回"),
    ];
    for (const write of writes) {
      const id = requestId();
      const first = write(id);
      const after = dump(store);
      expect(write(id)).toEqual(first);
      expect(write(id)).toEqual(first);
      expect(dump(store)).toBe(after);
    }
    expect(store.verify()).toEqual([]);
  });

  it("stands for what was asked for under it: the same input later is a retry, another is refused", () => {
    const store = newStore();
    const id = requestId();
    const first = submit(store, { act: { requestId: id, input: "a".repeat(64) } });
    expect(store.audit.inputOf(id)).toBe("a".repeat(64));
    const again = (input: string) => submit(store, { act: { requestId: id, input, at: "2026-03-05T00:00:00.000Z" } });
    expect(again("a".repeat(64))).toBe(first);
    expect(() => again("b".repeat(64))).toThrow(expect.objectContaining({ code: "request-reused" }) as StoreRefusal);
    expect(store.cases.events(first)).toHaveLength(2);
  });

  it("is refused for another operation, another write or another clerk", () => {
    const store = newStore();
    const id = requestId();
    const caseId = save(store, { act: { requestId: id } });
    const refused = (body: () => unknown) =>
      expect(body).toThrow(expect.objectContaining({ name: "StoreRefusal", code: "request-reused" }) as StoreRefusal);
    refused(() => submit(store, { act: { requestId: id } }));
    refused(() => save(store, { act: { requestId: id, operation: "cases.autosave" } }));
    refused(() => store.cases.cancel(act("cases.save", { requestId: id }), caseId, "错误"));
    refused(() => save(store, { act: { requestId: id, clerkId: "another" } }));
    expect(store.cases.get(caseId)!.state).toBe("open");
  });

  it("is not remembered when it failed", () => {
    const store = newStore();
    const id = requestId();
    expect(() => submit(store, { content: content({ decision: null }), act: { requestId: id } })).toThrow(StoreRefusal);
    expect(store.cases.get(submit(store, { act: { requestId: id } }))!.state).toBe("submitted");
  });

  it("never opens a second case, whatever is repeated in whatever order", () => {
    const store = newStore();
    const prefix = requestId();
    const answers = new Map<string, string>();
    fc.assert(
      fc.property(fc.array(fc.nat(15), { maxLength: 30 }), (requests) => {
        for (const request of requests) {
          const id = `${prefix}-${request}`;
          const answer = submit(store, { draftId: id, act: { requestId: id } });
          expect(answer).toBe(answers.get(id) ?? answer);
          answers.set(id, answer);
        }
        expect(store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total).toBe(answers.size);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the audit", () => {
  it("has one row per operation with who, what and which request", () => {
    const store = newStore();
    const id = requestId();
    save(store, { act: { requestId: id, operation: "cases.save" } });
    store.clerks.recordFailedLogin(act("session.login", { clerkId: null }), CLERK_ID);
    expect(audit(store)).toEqual([
      { sequence: 1, operation: "store.create", write: "store.create", clerk_id: null, request_id: null },
      { sequence: 2, operation: "session.setup", write: "clerks.setUp", clerk_id: null, request_id: null },
      { sequence: 3, operation: "cases.save", write: "cases.save", clerk_id: CLERK_ID, request_id: id },
      { sequence: 4, operation: "session.login", write: "clerks.recordFailedLogin", clerk_id: null, request_id: null },
    ]);
  });

  it("has no row for a refused operation", () => {
    const store = newStore();
    const before = dump(store);
    expect(() => store.cases.cancel(act("cases.cancel"), "nowhere", "错误")).toThrow(StoreRefusal);
    expect(dump(store)).toBe(before);
  });

  it("does not fill up while a form is typed", () => {
    const store = newStore();
    const writesOf = () => audit(store).map(({ write }) => write);
    for (const way of ["A", "B", "C"]) store.drafts.save(act("drafts.save"), "form", draft({ facts: { way } }));
    expect(writesOf().slice(2)).toEqual(["drafts.save"]);
    store.drafts.discard(act("drafts.discard"), "form");
    expect(writesOf().slice(2)).toEqual(["drafts.save", "drafts.discard"]);
  });

  it("never holds a password", () => {
    const store = newStore();
    expect(audit(store)).toHaveLength(2);
    expect(readFileSync(store.path).includes("scrypt") || readFileSync(`${store.path}-wal`).includes("scrypt")).toBe(true);
    const database = new Database(store.path, { readonly: true });
    expect(JSON.stringify(database.prepare("SELECT * FROM audit").all())).not.toContain("scrypt");
    database.close();
  });
});

describe("receipt numbers", () => {
  it("rise by one within a year, whatever is submitted, amended or cancelled in between", () => {
    const store = newStore();
    const given: string[] = [];
    const submitted = new Set<string>();
    const one = (pick: number): string | undefined => [...submitted][pick % Math.max(1, submitted.size)];
    const steps: Record<string, (year: number, pick: number) => void> = {
      submit: (year) => take(submit(store, { year })),
      "save, then submit": (year, pick) => {
        const typed = content({ person: { identityNumber: identityNumber(pick % 999), name: "李四", phone: "" } });
        take(submit(store, { caseId: save(store, { content: typed }), content: typed, year }));
      },
      amend: (_year, pick) => {
        const caseId = one(pick);
        if (caseId !== undefined) amend(store, caseId);
      },
      cancel: (_year, pick) => {
        const caseId = one(pick);
        if (caseId === undefined) return;
        store.cases.cancel(act("cases.cancel"), caseId, "撤回");
        submitted.delete(caseId);
      },
      "be refused": (year) => {
        const incomplete = () => submit(store, { content: content({ decision: null }), year });
        expect(incomplete).toThrow(StoreRefusal);
      },
    };
    function take(caseId: string): void {
      given.push(store.cases.get(caseId)!.receiptNumber!);
      submitted.add(caseId);
    }
    const step = fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.integer({ min: 2025, max: 2027 }), fc.nat());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (taken) => {
        for (const [what, year, pick] of taken) steps[what]!(year, pick);
        for (const year of [2025, 2026, 2027]) {
          const ofYear = given.filter((number) => number.startsWith(`DL0102${year}`));
          expect(ofYear).toEqual(ofYear.map((_, i) => `DL0102${year}${String(i + 1).padStart(6, "0")}`));
        }
      }),
      { numRuns: 25 },
    );
    expect(given.length).toBeGreaterThan(20);
    expect(store.verify()).toEqual([]);
  });
});
