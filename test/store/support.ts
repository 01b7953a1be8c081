/** A store in a folder of its own, and content to put into it. All personal data is synthetic. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { fixedClock } from "../../src-main/clock.ts";
import { openStore, type Act, type CaseContent, type Store, type StoreOptions } from "../../src-main/store/index.ts";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";

export const AT = "2026-03-04T01:02:03.000Z";
export const clock = fixedClock(AT);
/** Minute `n` after the start: later acts have later instants. */
export const minute = (n: number): string => new Date(Date.parse(AT) + n * 60_000).toISOString();

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "yibao-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const OFFICE = { code: "DL0102", name: "大连市中山区医保经办窗口", cities: ["dalian"] };
export const CLERK_ID = "clerk-1";

let lastRequest = 0;
export const requestId = (): string => `request-${++lastRequest}`;

export const act = (operation: string, more: Partial<Act> = {}): Act => ({
  operation,
  clerkId: CLERK_ID,
  at: AT,
  requestId: null,
  ...more,
});

export function setUp(store: Store, at = AT): void {
  const administrator = {
    id: CLERK_ID,
    login: "wang",
    name: "王经办",
    role: "administrator",
    passwordHash: "$scrypt$…",
  } as const;
  store.clerks.setUp(act("session.setup", { clerkId: null, at }), OFFICE, administrator);
}

/** Opens a store that closes with the test. */
export function open(path: string, options: Partial<StoreOptions> = {}): Store {
  const store = openStore(path, { clock, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** An empty store with an office and one clerk. */
export function newStore(options: Partial<StoreOptions> = {}): Store {
  const store = open(join(temporaryFolder(), "counter.db"), options);
  setUp(store);
  return store;
}

/** Person number `serial` of a made-up region, born 1965-03-04. */
export function identityNumber(serial: number): string {
  const first17 = `21029919650304${String(serial).padStart(3, "0")}`;
  return first17 + checkDigit(first17);
}

export const decision = (more: Partial<Decision> = {}): Decision => ({
  format: 1,
  matter: "dalian.retirement",
  matterTitle: "退休待遇变更",
  city: "dalian",
  rules: ["DL-05"],
  standing: "current",
  asOf: "2026-03-04",
  pack: { city: "dalian", version: "2026.1", hash: "a".repeat(64) },
  outcome: "granted",
  headline: "可以办理",
  conditions: [],
  amounts: [],
  dates: [],
  coverage: [],
  options: [],
  materials: [],
  place: "",
  timeLimit: "",
  sections: [],
  nextMatters: [],
  notices: [],
  readings: [],
  conflicts: [],
  missingFigures: [],
  citations: [],
  steps: [],
  ...more,
});

export const content = (more: Partial<CaseContent> = {}): CaseContent => ({
  person: { identityNumber: identityNumber(1), name: "张三", phone: "13000000001" },
  asOf: "2026-03-04",
  facts: { way: "A", contributed: { months: 300 } },
  materials: [{ id: "id-card", received: true, form: "original", count: 1 }],
  decision: decision(),
  ...more,
});

export const draft = (more: Partial<DraftContent> = {}): DraftContent => ({
  matter: "dalian.retirement",
  asOf: "2026-03-04",
  person: { identityNumber: "2102", name: "张", phone: "" },
  facts: {},
  materials: [],
  caseId: null,
  amends: false,
  ...more,
});

const MATTER = { matter: "dalian.retirement", city: "dalian" } as const;

export const save = (store: Store, more: { caseId?: string; content?: CaseContent; act?: Partial<Act> } = {}): string =>
  store.cases.save(act("cases.save", more.act), {
    ...MATTER,
    caseId: more.caseId ?? null,
    content: more.content ?? content(),
  });

let lastDraft = 0;

/** Submits a new or an open case. */
export const submit = (
  store: Store,
  more: { caseId?: string; draftId?: string; content?: CaseContent; year?: number; act?: Partial<Act> } = {},
): string =>
  store.cases.submit(act("cases.submit", more.act), {
    ...MATTER,
    caseId: more.caseId ?? null,
    draftId: more.draftId ?? `draft-of-test-${++lastDraft}`,
    content: more.content ?? content(),
    amends: false,
    reason: "",
    year: more.year ?? 2026,
  });

export const amend = (
  store: Store,
  caseId: string,
  more: { draftId?: string; content?: CaseContent; reason?: string; act?: Partial<Act> } = {},
): string =>
  store.cases.submit(act("cases.submit", more.act), {
    ...MATTER,
    caseId,
    draftId: more.draftId ?? `draft-of-test-${++lastDraft}`,
    content: more.content ?? content(),
    amends: true,
    reason: more.reason ?? "缴费月数有误",
    year: 2027,
  });
