import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { StoreError, StoreRefusal, type Store } from "../../src-main/store/index.ts";
import { act, amend, content, minute, newStore, save, submit } from "./support.ts";

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7 ${text}`);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const refused = (code: string) => expect.objectContaining({ name: "StoreRefusal", code }) as StoreRefusal;

const acceptance = (store: Store, caseId: string, version = 1, bytes = pdf("受理回执")) =>
  store.papers.add(act("papers.make", { at: minute(1) }), { caseId, version, kind: "acceptance", title: "受理回执", pdf: bytes });

describe("a paper", () => {
  it("is stored with its hash and noted in the case", () => {
    const store = newStore();
    const caseId = submit(store);
    const paper = acceptance(store, caseId);
    expect(paper).toEqual({
      id: paper.id,
      caseId,
      version: 1,
      kind: "acceptance",
      title: "受理回执",
      madeAt: minute(1),
      sha256: hashOf(pdf("受理回执")),
      bytes: pdf("受理回执").length,
      timesPrinted: 0,
    });
    expect(store.papers.get(paper.id)).toEqual(paper);
    expect(store.papers.ofCase(caseId)).toEqual([paper]);
    expect(Buffer.from(store.papers.pdf(paper.id)).equals(pdf("受理回执"))).toBe(true);
    expect(store.cases.events(caseId).at(-1)!.payload).toEqual({
      kind: "paper-made",
      paperId: paper.id,
      paperKind: "acceptance",
      version: 1,
      sha256: paper.sha256,
    });
    expect(store.papers.get("none")).toBeUndefined();
  });

  it("of one version and kind exists once: making it again gives the first", () => {
    const store = newStore();
    const caseId = submit(store);
    const first = acceptance(store, caseId);
    expect(acceptance(store, caseId, 1, pdf("anders"))).toEqual(first);
    amend(store, caseId);
    expect(acceptance(store, caseId, 2).id).not.toBe(first.id);
    expect(store.papers.ofCase(caseId).map(({ version }) => version)).toEqual([1, 2]);
    expect(store.cases.events(caseId).filter(({ kind }) => kind === "paper-made")).toHaveLength(2);
  });

  it("of an open case is made anew after each saved change, and only then", () => {
    const store = newStore();
    const caseId = save(store);
    const notice = (madeFrom?: string) =>
      store.papers.add(act("papers.make"), {
        caseId,
        version: 0,
        kind: "one-time-notice",
        title: "一次性告知单",
        pdf: pdf("告知"),
        ...(madeFrom === undefined ? {} : { madeFrom }),
      }).id;
    const opened = store.cases.events(caseId)[0]!.hash;
    const first = notice(opened);
    expect(notice()).toBe(first);
    save(store, { caseId });
    expect(notice(opened)).toBe(first);
    save(store, { caseId, content: content({ materials: [] }) });
    expect(() => notice(opened)).toThrow(refused("stale"));
    const second = notice(store.cases.events(caseId).at(-1)!.hash);
    expect(second).not.toBe(first);
    submit(store, { caseId });
    expect(() => notice()).toThrow(refused("case-fixed"));
    expect(store.papers.ofCase(caseId).map(({ id }) => id)).toEqual([first, second]);
    expect(store.verify()).toEqual([]);
  });

  it("needs its case and version", () => {
    const store = newStore();
    const caseId = submit(store);
    expect(() => acceptance(store, "nowhere")).toThrow(refused("not-found"));
    expect(() => acceptance(store, caseId, 2)).toThrow(refused("not-found"));
    expect(() => acceptance(store, save(store), 1)).toThrow(refused("not-found"));
  });
});

describe("prints", () => {
  it("are counted in order; a reprint is stored beside the first", () => {
    const store = newStore();
    const caseId = submit(store);
    const { id } = acceptance(store, caseId);
    const print = (copy: number, bytes: Uint8Array) => store.papers.recordPrint(act("papers.print"), id, copy, bytes);

    expect(() => print(2, pdf("补打 2"))).toThrow(refused("stale"));
    expect(() => print(1, pdf("something else"))).toThrow(refused("bad-input"));
    expect(print(1, pdf("受理回执")).timesPrinted).toBe(1);
    expect(() => print(1, pdf("受理回执"))).toThrow(refused("stale"));
    expect(print(2, pdf("补打 2")).timesPrinted).toBe(2);
    expect(print(3, pdf("补打 3")).timesPrinted).toBe(3);

    expect(Buffer.from(store.papers.pdf(id)).toString()).toContain("受理回执");
    expect(Buffer.from(store.papers.pdf(id, 3)).toString()).toContain("补打 3");
    expect(() => store.papers.pdf(id, 4)).toThrow(refused("not-found"));
    expect(() => store.papers.recordPrint(act("papers.print"), "none", 1, pdf(""))).toThrow(refused("not-found"));
    expect(store.papers.get(id)!.timesPrinted).toBe(3);
    expect(
      store.cases
        .events(caseId)
        .slice(-3)
        .map(({ payload }) => payload),
    ).toEqual([
      { kind: "printed", paperId: id, copy: 1, sha256: hashOf(pdf("受理回执")) },
      { kind: "printed", paperId: id, copy: 2, sha256: hashOf(pdf("补打 2")) },
      { kind: "printed", paperId: id, copy: 3, sha256: hashOf(pdf("补打 3")) },
    ]);
    expect(store.verify()).toEqual([]);
  });
});

it("does not hand out a PDF that is not what was stored", () => {
  const store = newStore();
  const { id } = acceptance(store, submit(store));
  const database = new Database(store.path);
  database.exec("DROP TRIGGER paper_files_no_update");
  database.prepare("UPDATE paper_files SET pdf = ?").run(Buffer.from("forged"));
  database.close();
  expect(() => store.papers.pdf(id)).toThrow(expect.objectContaining({ kind: "corrupt" }) as StoreError);
});
