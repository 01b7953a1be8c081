/** What an office that an earlier program left must hold when this one opens it. */
import { randomUUID } from "node:crypto";
import { rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader } from "../../src-main/store/file/connection.ts";
import { KNOWN_VERSION, openWithSafe, type SafeStore } from "../../src-main/store/index.ts";
import type { CallInput, CallName, CallOutput, CallResult } from "../../src-shared/contract/index.ts";
import { counter } from "../unit/command-line/run-counter.ts";
import { TestClock, TestDesk } from "../unit/desk/test-desk.ts";
import { keepersOf, keyOf, MACHINE_KEY, unpack, type KeptStore } from "./stores.ts";

/** Released, so that this program brings their formulas along. */
const RELEASED = new Set(["406edb8", "9ef5d6b", "3d21159", "8543c55", "1ef7dbf"]);
const THE_DAY_AFTER = "2025-07-16T02:00:00.000Z";

export type Ask = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallResult<CallOutput<Name>>>;

/** Opened by this program on the day after, its administrator at a window. */
export function openOffice(office: KeptStore): { readonly path: string; readonly opened: SafeStore; readonly ask: Ask } {
  const clock = new TestClock(THE_DAY_AFTER);
  const path = unpack(office);
  const opened = openWithSafe(path, { clock, keepers: keepersOf(dirname(path)), onFailure: () => undefined });
  const desk = new TestDesk();
  const page = desk.newDesk({ store: opened.store, safe: opened.safe, clock });
  desk.remove();
  const connection = page.connect();
  const { id, sessionEpoch } = opened.store.clerks.byLogin("admin")!;
  connection.clerkId = id;
  connection.clerkEpoch = sessionEpoch;
  return { path, opened, ask: async (name, input) => (await page.call(connection, name, input)) as never };
}

export function closeOffice(path: string, opened: SafeStore): void {
  opened.closeNow();
  rmSync(dirname(path), { recursive: true });
}

export function describeOffice(office: KeptStore): void {
  describe(`the office of ${office.commit} (schema ${office.version})`, () => {
    let path: string;
    let opened: SafeStore;
    let ask: Ask;

    beforeAll(() => {
      ({ path, opened, ask } = openOffice(office));
    });
    afterAll(() => closeOffice(path, opened));

    const call = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
      const result = await ask(name, input);
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
      return result.value;
    };
    const cases = () => opened.store.cases.search({ text: "", state: null, limit: 100, offset: 0 }).rows;
    const papers = () => cases().flatMap(({ id }) => opened.store.papers.ofCase(id));

    test("opens whole: cases, papers, drafts, and what verifies them", () => {
      expect(opened.store.verify()).toEqual([]);
      expect(cases().length).toBeGreaterThanOrEqual(5);
      expect(papers().length).toBeGreaterThanOrEqual(11);
      const drafts = opened.store.clerks.list().flatMap(({ id }) => opened.store.drafts.list(id));
      expect(drafts.length).toBeGreaterThan(0);
    });

    const isOlder = office.version < KNOWN_VERSION;

    test.skipIf(!isOlder)("says what was done, and keeps a copy that the program of then opens", () => {
      const [copy, ...others] = opened.safe.copiesBefore.list();
      expect(others).toEqual([]);
      expect(copy).toMatchObject({ version: office.version, encrypted: office.encrypted, at: THE_DAY_AFTER });
      const upgrade = { fromVersion: office.version, toVersion: KNOWN_VERSION, copy: copy!.name };
      expect(opened.store.upgraded()).toEqual(upgrade);
      const [row] = opened.store.audit.query({ operation: "store.migrate", limit: 1 }).rows;
      expect(row?.detail).toMatchObject(upgrade);
      // what the earlier program did not tell of looks is said
      expect(opened.store.audit.cameTo(17)).toBe(THE_DAY_AFTER);
      const file = join(dirname(path), copy!.name);
      expect([file, `${file}.json`].map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o600]);
      const reader = openReader(file, office.encrypted ? keyOf(dirname(path)) : null);
      expect(reader.pragma("user_version")).toBe(office.version);
      expect(reader.pragma("integrity_check")).toBe("ok");
      expect(reader.get("SELECT count(*) AS count FROM papers")).toEqual({ count: papers().length });
      reader.close();
    });

    test("every paper opens, and is printed again as it was under the mark of a reprint", async () => {
      const isCancelled = (caseId: string): boolean => opened.store.cases.get(caseId)!.state === "cancelled";
      for (const paper of papers().filter(({ caseId }) => !isCancelled(caseId))) {
        const { pdfBase64 } = await call("papers.open", { id: paper.id, reason: "核对升级" });
        const original = Buffer.from(pdfBase64, "base64");
        const answer = await call("papers.print", { requestId: randomUUID(), id: paper.id, reason: "核对升级" });
        const printed = Buffer.from(answer.pdfBase64, "base64");
        expect(answer.paper.timesPrinted).toBe(paper.timesPrinted + 1);
        expect(printed.subarray(0, original.length).equals(original)).toBe(true);
        expect(printed.length > original.length).toBe(paper.timesPrinted > 0);
      }
      const cancelled = papers().filter(({ caseId }) => isCancelled(caseId));
      expect(cancelled.length).toBeGreaterThan(0);
      for (const { id } of cancelled) {
        const answer = await ask("papers.print", { requestId: randomUUID(), id, reason: "核对升级" });
        expect(answer).toMatchObject({ ok: false, error: { code: "case-fixed" } });
      }
    });

    test("every case opens, and its papers can be made from what was stored", async () => {
      for (const row of cases()) {
        const view = await call("cases.get", { id: row.id });
        const remade = view.papers.filter((paper) => row.state === "submitted" && paper.version === row.version);
        for (const { kind, version } of remade) {
          const again = await ask("papers.make", { requestId: randomUUID(), caseId: row.id, kind });
          // what was accepted then may only be told now; a fault of the program it never is
          expect(again.ok ? "made" : again.error.code, `${kind} of version ${version}`).toMatch(/^(made|not-submittable)$/);
        }
      }
    });

    test("every version of a case is the same by the formulas of then, or it is said that they are not here", async () => {
      const keyFile = join(dirname(path), MACHINE_KEY);
      const { status, stdout, stderr } = await counter(["replay", path, "--key-file", keyFile]);
      const { versions, own, differences } = JSON.parse(stdout) as {
        versions: number;
        own: Record<string, number>;
        differences: { against: string; verdict: string; reason?: string }[];
      };
      expect(versions).toBeGreaterThanOrEqual(5);
      expect(own).toMatchObject({ different: 0, "pack-missing": 0, "pack-not-loadable": 0 });
      // a program brings the formulas of all releases along: nothing is left to be told by others
      const isReleased = RELEASED.has(office.commit);
      expect(own["same"]! + own["formulas-missing"]!).toBe(versions);
      expect(own["byTodaysFormulas"]).toBe(isReleased ? 0 : own["same"]);
      const untold = differences.filter(({ against }) => against === "own").map(({ reason }) => reason);
      expect(untold).toEqual(untold.map(() => expect.stringMatching(/没有当时的公式/) as string));
      expect(untold).toHaveLength(own["formulas-missing"]!);
      expect(isReleased && untold.length > 0).toBe(false);
      expect([status, stderr.includes("无法判断")]).toEqual(untold.length > 0 ? [3, true] : [0, false]);
    });
  });
}
