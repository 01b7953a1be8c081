/** What the child writes, what it says about it, and what must be in the store afterwards. */
import { join } from "node:path";
import { fixedClock, type Clock } from "../../src-main/clock.ts";
import {
  fileKeeper,
  openWithSafe,
  type CaseContent,
  type KeyKeeper,
  type SafeStore,
  type Store,
} from "../../src-main/store/index.ts";
import { inThisThread, type Threads } from "../../src-main/store/backups/in-thread.ts";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";

export type Acknowledgement =
  | { readonly kind: "case"; readonly requestId: string; readonly caseId: string; readonly receiptNumber: string }
  | { readonly kind: "draft"; readonly typed: number };

export interface Submission {
  readonly requestId: string;
  readonly content: CaseContent;
}

export const clock = fixedClock("2026-03-04T01:02:03.000Z");
export const CLERK = "clerk-1";

/** A folder of a test holds the data folder and, beside it, the machine's key. */
export const storeIn = (folder: string): string => join(folder, "data", "counter.db");
/** The second place of its backups. */
export const stickIn = (folder: string): string => join(folder, "stick");
/** The same for a store that lies in the test's folder itself. */
export const keepersOf = (path: string): KeyKeeper[] => [fileKeeper(`${path}.key`)];
export const keepersIn = (folder: string): KeyKeeper[] => [fileKeeper(join(folder, "data.key"))];

/** Goes on by a millisecond at each look, across processes, so that every backup has a name of its own. */
export const tickingClock: Clock = {
  ...clock,
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
};

/** `threads`: beside the caller where every write of this process is to be seen, which is far quicker, too. */
export const openSafe = (folder: string, threads: Threads = inThisThread()): SafeStore =>
  openWithSafe(storeIn(folder), {
    clock: tickingClock,
    keepers: keepersIn(folder),
    scryptCost: CHEAP_SCRYPT_COST,
    onFailure: () => undefined,
    threads,
  });
export const YEAR = 2026;

export const OFFICE = { code: "DL0102", name: "窗口", cities: ["dalian"] };

export function setUpOnce(store: Store): void {
  if (store.clerks.any()) return;
  const administrator = { id: CLERK, login: "wang", name: "王经办", role: "administrator", passwordHash: "-" } as const;
  const act = { operation: "session.setup", clerkId: null, at: clock.now(), requestId: null };
  store.clerks.setUp(act, OFFICE, administrator);
}

/** The i-th submission of a round: always the same, so that it can be repeated after a kill. */
export function submissionOf(round: number, i: number): Submission {
  const first17 = `21029919650304${String((round * 37 + i) % 1000).padStart(3, "0")}`;
  return {
    requestId: `round-${round}-submission-${i}`,
    content: {
      person: { identityNumber: first17 + checkDigit(first17), name: "张三", phone: "" },
      asOf: "2026-03-04",
      facts: { round, i },
      materials: [],
      decision: DECISION,
    },
  };
}

const DECISION: CaseContent["decision"] = {
  format: 1,
  matter: "dalian.retirement",
  matterTitle: "退休待遇变更",
  city: "dalian",
  rules: [],
  standing: "current",
  asOf: "2026-03-04",
  pack: { city: "dalian", version: "1", hash: "0" },
  outcome: "granted",
  headline: "可以办理",
  conditions: [],
  amounts: [],
  dates: [],
  coverage: [],
  options: [],
  materials: [],
  // several pages, so that a kill can hit the middle of a commit
  place: "大连市中山区医保经办窗口".repeat(400),
  timeLimit: "",
  sections: [],
  nextMatters: [],
  notices: [],
  readings: [],
  conflicts: [],
  missingFigures: [],
  citations: [],
  steps: [],
};

export const submit = (store: Store, { requestId, content }: Submission): string =>
  store.cases.submit(
    { operation: "cases.submit", clerkId: CLERK, at: clock.now(), requestId },
    {
      caseId: null,
      draftId: `draft of ${requestId}`,
      matter: "dalian.retirement",
      city: "dalian",
      content,
      amends: false,
      reason: "",
      year: YEAR,
    },
  );

export const draftId = (round: number): string => `form of round ${round}`;

export const draftOf = (typed: number): DraftContent => ({
  matter: "dalian.retirement",
  asOf: "2026-03-04",
  person: { identityNumber: "", name: "", phone: "" },
  facts: { typed },
  materials: [],
  caseId: null,
  amends: false,
});

/** What is wrong with a store after a kill, given everything that was acknowledged so far. */
export function losses(store: Store, acknowledged: readonly Acknowledgement[]): string[] {
  const found: string[] = store.verify().map(({ area, detail }) => `${area}: ${detail}`);
  const numbers = new Map<string, string>();
  for (const { caseId, payload } of store.cases.versions()) {
    if (payload.kind !== "submitted") continue;
    if (numbers.has(payload.receiptNumber)) found.push(`${payload.receiptNumber} was given twice`);
    numbers.set(payload.receiptNumber, caseId);
  }
  const told = new Map<string, string>();
  for (const line of acknowledged) {
    if (line.kind !== "case") continue;
    if (told.has(line.receiptNumber)) found.push(`${line.receiptNumber} was acknowledged twice`);
    told.set(line.receiptNumber, line.caseId);
    if (numbers.get(line.receiptNumber) !== line.caseId) found.push(`acknowledged ${line.receiptNumber} is lost`);
  }
  return found;
}
