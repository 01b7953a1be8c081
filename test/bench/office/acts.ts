/**
 * Ten years of a big office, made up, always the same: what its clerks do, one act after the other, through the store's own
 * operations. Decisions are those of real cases without steps and citations: nothing that is measured reads them, and whole
 * ones would fill forty gigabytes.
 */
import { createHash } from "node:crypto";
import type { MaterialTick, PersonInput } from "../../../src-shared/domain/case.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { Role } from "../../../src-shared/domain/roles.ts";
import type { Act, CaseContent, Store } from "../../../src-main/store/index.ts";
import { people } from "../people.ts";

export interface OfficeSize {
  readonly people: number;
  readonly cases: number;
}

/** What the acts need of a store. */
export interface Written {
  readonly clerks: Pick<Store["clerks"], "add" | "recordLogin">;
  readonly cases: Pick<Store["cases"], "save" | "submit" | "review" | "cancel" | "supplement">;
  readonly papers: Pick<Store["papers"], "add" | "recordPrint">;
  readonly audit: Pick<Store["audit"], "record">;
}

export const OFFICE = { code: "2102", name: "测速用经办中心", cities: ["dalian", "tieling", "chongqing"] };
export const ADMINISTRATOR = {
  id: "administrator",
  login: "admin",
  name: "管理员",
  role: "administrator",
  passwordHash: "-",
} as const;
/** Everything happens before this morning. */
export const NOW = "2025-07-15T00:30:00.000Z";
export const LAST_DAY = "2025-07-14";
const CASES_A_DAY = 800;
const MAKERS = 24;
export const REVIEWER = "reviewer";
/** Comes once a week: a filter that finds next to nothing. */
export const RARE_CLERK = "maker-24";
export const BUSY_CLERK = "maker-1";

/** Weighted: the first ones are most of the day's work, the last ones come once in a while. */
export const MATTERS = [
  "dalian.retirement",
  "dalian.enrolment",
  "dalian.back-payment",
  "dalian.inpatient",
  "dalian.move",
  "dalian.transfer-in",
  "dalian.transfer-out",
  "dalian.unemployment",
  "dalian.resignation",
  "dalian.death",
  "tieling.resident-enrolment",
  "tieling.refund",
  "tieling.newborn",
  "tieling.arrears",
  "tieling.retirement",
  "chongqing.enrolment",
  "chongqing.premium",
  "chongqing.retirement",
  "chongqing.overlap-refund",
  "chongqing.transfer-in",
] as const;
export const BUSY_MATTER = MATTERS[0];
export const RARE_MATTER = MATTERS[MATTERS.length - 1]!;

/** A number below `below` that depends on `index` and `salt` alone. */
function pick(index: number, salt: number, below: number): number {
  let mixed = Math.imul(index ^ (salt * 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
}

/** Looks like any other id, so that indexes of ids grow in no order. */
export function idsOf(name: string): () => string {
  let count = 0;
  return () => {
    const hash = createHash("md5").update(`${name} ${count++}`).digest("hex");
    return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20)].join("-");
  };
}

/** Working days up to the last one, oldest first, as ISO days. */
function workingDays(count: number): string[] {
  const days: string[] = [];
  for (let at = Date.parse(LAST_DAY); days.length < count; at -= 86_400_000) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days.reverse();
}

const EMPTY_DECISION = {
  format: 1,
  matterTitle: "",
  rules: [],
  standing: "current",
  asOf: LAST_DAY,
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
} satisfies Partial<Decision>;

function decisionOf(matter: string, city: string, fen: number): Decision {
  const due = { id: "due", title: "补缴费用", payer: "个人", payee: "医保基金", fen, role: "due" };
  const pack = { city, version: "2025.1", hash: "a".repeat(64) };
  const photo = { id: "photo", title: "照片", form: "original", count: 1 };
  return { ...EMPTY_DECISION, matter, city, pack, amounts: fen === 0 ? [] : [due], materials: [photo] } as unknown as Decision;
}

/** Everybody comes about four times; one in 250 comes as often as a hundred others. */
const personOf = (index: number, size: OfficeSize): number =>
  index % 10 === 9
    ? pick(index, 1, Math.max(1, Math.floor(size.people / 250)))
    : Number((BigInt(index - Math.floor(index / 10)) * 7_919n) % BigInt(size.people));

const matterOf = (index: number): string => {
  const share = pick(index, 2, 1_000_000) / 1_000_000;
  return MATTERS[Math.floor(share ** 3 * MATTERS.length)]!;
};

const makerOf = (index: number): string => (pick(index, 3, 5000) === 0 ? RARE_CLERK : `maker-${1 + pick(index, 4, MAKERS - 1)}`);

/** From one to a hundred thousand yuan, small ones more often; 0 = moves no money. */
const fenOf = (index: number): number => (pick(index, 5, 100) < 55 ? 0 : Math.round(10 ** (2 + pick(index, 6, 50_000) / 10_000)));

const PDF = Buffer.from("%PDF-1.7\n%%EOF\n");
const PAPERS_KEPT = 5 * CASES_A_DAY;
const REVIEW_FROM_FEN = 50_000;

/** All acts of a size in order; each step of the generator is one case with what falls due by then. Begin with a store that is set up. */
export function* acts(store: Written, size: OfficeSize): Generator<void, void> {
  const days = workingDays(Math.ceil(size.cases / CASES_A_DAY));
  const instant = (index: number): string => {
    const seconds = (index % CASES_A_DAY) * 36;
    const [hour, minute] = [1 + Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const two = (value: number): string => String(value).padStart(2, "0");
    return `${days[Math.floor(index / CASES_A_DAY)]}T${two(hour)}:${two(minute)}:${two(seconds % 60)}.000Z`;
  };
  const actBy = (operation: string, clerkId: string, at: string): Act => ({ operation, clerkId, at, requestId: null });
  const crowd: PersonInput[] = [];
  for (const person of people(size.people)) {
    crowd.push({ ...person, phone: `198${String(crowd.length).padStart(8, "0")}` });
  }

  const hire = (id: string, name: string, role: Role): void =>
    store.clerks.add(actBy("clerks.create", ADMINISTRATOR.id, instant(0)), {
      id,
      login: id,
      name,
      role,
      passwordHash: "-",
      mustChangePassword: false,
    });
  for (let maker = 1; maker <= MAKERS; maker++) hire(`maker-${maker}`, `经办${maker}`, "clerk");
  hire(REVIEWER, "复核员", "reviewer");

  // what is done some cases later: reviews, cancellations, promised materials
  const later = new Map<number, (() => void)[]>();
  const after = (index: number, what: () => void): void => {
    const list = later.get(index);
    if (list === undefined) later.set(index, [what]);
    else list.push(what);
  };

  for (let index = 0; index < size.cases; index++) {
    const at = instant(index);
    const clerk = makerOf(index);
    const matter = matterOf(index);
    const [city = ""] = matter.split(".");
    const fen = fenOf(index);
    const promised = pick(index, 7, 50) === 0;
    const materials: MaterialTick[] = [{ id: "id-card", received: true, form: "original", count: 1 }];
    const photo = { id: "photo", form: "original", count: 1 } as const;
    const dueOn = days[Math.min(days.length - 1, Math.floor(index / CASES_A_DAY) + 20)]!;
    if (promised) materials.push({ ...photo, received: false, how: "promised", promisedOn: dueOn });
    const content: CaseContent = {
      person: crowd[personOf(index, size)]!,
      asOf: at.slice(0, 10),
      facts: {},
      materials,
      decision: decisionOf(matter, city, fen),
    };
    if (index % CASES_A_DAY < MAKERS) {
      const id = `maker-${1 + (index % CASES_A_DAY)}`;
      store.clerks.recordLogin(actBy("session.login", id, at), id);
    }
    // few forms stay open for long; the day's own are still being filled in
    if (pick(index, 8, index > size.cases - 3000 ? 5 : 300) === 0) {
      store.cases.save(actBy("cases.save", clerk, at), { caseId: null, matter, city, content });
    } else {
      const reviewed = fen >= REVIEW_FROM_FEN;
      const caseId = store.cases.submit(actBy("cases.submit", clerk, at), {
        caseId: null,
        draftId: `draft-${index}`,
        matter,
        city,
        content,
        amends: false,
        reason: "",
        dueOn,
        year: Number(at.slice(0, 4)),
        ...(fen === 0 ? {} : { amountFen: fen }),
        ...(reviewed ? { review: { reasons: ["金额达到复核标准"] } } : {}),
      });
      if (index >= size.cases - PAPERS_KEPT) {
        const paper = store.papers.add(actBy("papers.make", clerk, at), {
          caseId,
          version: 1,
          kind: "acceptance",
          title: "受理回执",
          pdf: PDF,
        });
        if (pick(index, 9, 40) !== 0) store.papers.recordPrint(actBy("papers.print", clerk, at), paper.id, 1, PDF);
      }
      const cancels = pick(index, 10, 40) === 0;
      if (cancels) {
        after(index + 90, () => store.cases.cancel(actBy("cases.cancel", clerk, instant(index + 90)), caseId, "申请人撤回"));
      } else if (reviewed) {
        const verdict = pick(index, 11, 400) === 0 ? "returned" : "approved";
        const act = actBy("review.approve", REVIEWER, instant(Math.min(index + 150, size.cases - 1)));
        after(index + 150, () => store.cases.review(act, { caseId, version: 1, verdict, comment: "已核对" }));
      }
      if (promised && !cancels) {
        const act = actBy("cases.receivePromised", clerk, instant(Math.min(index + 16_000, size.cases - 1)));
        after(index + 16_000, () => store.cases.supplement(act, caseId, [{ ...photo, received: true, how: "paper" }]));
      }
      if (pick(index, 12, 10) === 0)
        store.audit.record(actBy("people.reveal", clerk, at), { caseId, detail: { reason: "核对证件" } });
    }
    later.get(index)?.forEach((what) => what());
    later.delete(index);
    yield;
  }
}
