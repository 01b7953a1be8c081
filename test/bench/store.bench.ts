/** What a clerk waits for in the store: the acknowledgement of a save, and a search among 100,000 people. */
import Database from "better-sqlite3";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { fixedClock } from "../../src-main/clock.ts";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { consult, loadPack, readPackSource } from "../../src-main/rules/index.ts";
import { canonicalJson, sha256 } from "../../src-main/store/file/canonical.ts";
import { fileKeeper, openStore, type Act, type CaseContent, type Store } from "../../src-main/store/index.ts";
import { median, quantile, type BenchRow } from "./measure.ts";
import { people } from "./people.ts";

const MATTER = "dalian.retirement";
const CITY = "dalian";
const AT = "2025-07-15T01:00:00.000Z";
const AS_OF = "2025-07-15";
const FACTS: FactInputs = {
  sex: "male",
  birthDate: "1965-02-03",
  way: "pension-here",
  pensionMonth: "2025-07",
  capacity: "unit",
  contributed: { periods: [{ from: "2002-04", to: "2016-12" }] },
  transferred: { months: 0 },
  military: { months: 0 },
  service: { periods: [{ from: "1984-07", to: "2002-03" }] },
  enrolledAs: "unit",
};
const SAVES = 1500;
const PEOPLE = 100_000;
const SEARCHES = 300;
/** A draft is one row; a case comes with its events, its person, its audit and all that finds them. */
const DRAFT_TARGET = 2;
const CASE_TARGET = 3;
const GROWTH_TARGET = 2;

const act = (operation: string): Act => ({ operation, clerkId: "clerk", at: AT, requestId: null });
/** As the counter puts it: under an id of its own, with the hash of what was asked for. */
const requested = (operation: string, input: string): Act => ({ ...act(operation), requestId: randomUUID(), input });

/** A store with its administrator, in a new folder: encrypted, as offices have it. */
function newStore(folder: string): Store {
  const keepers = [fileKeeper(join(folder, "machine-key"))];
  const store = openStore(join(folder, "bench.db"), { clock: fixedClock(AT), keepers });
  const office = { code: "2102", name: "测速用经办中心", cities: [CITY] };
  store.clerks.setUp(act("setup"), office, {
    id: "clerk",
    login: "bench",
    name: "测速",
    role: "administrator",
    passwordHash: "-",
  });
  return store;
}

/** A case as it is really saved: with its whole decision. */
function caseContent(): CaseContent {
  const source = readPackSource(join(projectRoot, "resources/policy"), CITY, { figures: [], readingChoices: {} });
  const loaded = loadPack(source);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  const { decision, errors, unanswered } = consult(loaded.pack, MATTER, FACTS, AS_OF);
  if (!decision) throw new Error(`no decision: ${JSON.stringify({ errors, unanswered })}`);
  return { person: [...people(1)][0]!, asOf: AS_OF, facts: FACTS, materials: [], decision };
}

/**
 * Acts and bare commits of the same bytes take turns, so that both meet the disk in the same mood. A bare commit writes the JSON of
 * the form or the case, made beforehand, as one row into a table of one column without any index, in a file without encryption,
 * in WAL mode with FULL. An act of the store makes its JSON itself, and does all that the program does for an office: hash chains of
 * the case and of the audit, the row of the request, person, search, books and indexes, each page encrypted.
 */
function saveRows(folder: string, content: CaseContent): BenchRow[] {
  const store = newStore(folder);
  const bare = new Database(join(folder, "bare.db"));
  bare.pragma("journal_mode = WAL");
  bare.pragma("synchronous = FULL");
  bare.exec("CREATE TABLE saved (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT");
  const insert = bare.prepare("INSERT INTO saved (content) VALUES (?)");
  const commit = bare.transaction((text: string) => void insert.run(text));

  const crowd = people(SAVES * 2);
  const draft: DraftContent = {
    matter: MATTER,
    asOf: AS_OF,
    person: content.person,
    facts: FACTS,
    materials: [],
    caseId: null,
    amends: false,
  };
  const draftText = JSON.stringify(draft);
  const caseText = JSON.stringify(content);
  const draftId = randomUUID();
  const measured: Record<string, { act: number[]; bare: number[] }> = {};
  const input = sha256(canonicalJson(content));
  const race = (name: string, text: string, save: () => void): void => {
    const { act: acts, bare: bares } = (measured[name] ??= { act: [], bare: [] });
    let started = performance.now();
    commit.immediate(text);
    bares.push(performance.now() - started);
    started = performance.now();
    save();
    acts.push(performance.now() - started);
  };
  for (let round = 0; round < SAVES; round++) {
    race("draft saved", draftText, () => store.drafts.save(act("draft"), draftId, { ...draft, asOf: `${AS_OF}${round % 2}` }));
    const opened = { ...content, person: crowd.next().value! };
    race(
      "case saved",
      caseText,
      () => void store.cases.save(requested("save", input), { caseId: null, matter: MATTER, city: CITY, content: opened }),
    );
    const submitted = { ...content, person: crowd.next().value! };
    race("case submitted", caseText, () => submit(store, submitted, randomUUID(), requested("submit", input)));
  }
  store.close();
  bare.close();
  return Object.entries(measured).map(([name, { act: acts, bare: bares }]): BenchRow => {
    // the first tenth warms up
    const [own, plain] = [acts.slice(SAVES / 10), bares.slice(SAVES / 10)];
    const ratio = median(own) / median(plain);
    const target = name === "draft saved" ? DRAFT_TARGET : CASE_TARGET;
    return {
      name,
      unit: "ms",
      median: median(own),
      p95: quantile(own, 0.95),
      baselineMedian: median(plain),
      ratio,
      target: `≤ ${target} × bare commit`,
      met: ratio <= target,
    };
  });
}

function submit(store: Store, content: CaseContent, draftId: string, by = act("submit")): string {
  return store.cases.submit(by, {
    caseId: null,
    draftId,
    matter: MATTER,
    city: CITY,
    content,
    amends: false,
    reason: "",
    year: 2025,
  });
}

function searchRows(folder: string, content: CaseContent): BenchRow[] {
  const store = newStore(folder);
  // a search reads rows, not decisions: one without steps keeps the store small
  const decision = { ...content.decision!, steps: [], citations: [], coverage: [] };
  const crowd = [...people(PEOPLE)];
  const submissions = crowd.map((person) => {
    const started = performance.now();
    submit(store, { ...content, decision, person }, randomUUID());
    return performance.now() - started;
  });
  // in memory, so this is the work of the store alone; it must not grow with the number of cases
  const first = median(submissions.slice(1000, 1000 + SEARCHES));
  const last = median(submissions.slice(-SEARCHES));
  const growth: BenchRow = {
    name: `submission into ${PEOPLE} cases, against into 1,000`,
    unit: "ms",
    median: last,
    p95: quantile(submissions.slice(-SEARCHES), 0.95),
    baselineMedian: first,
    ratio: last / first,
    target: `≤ ${GROWTH_TARGET} ×`,
    met: last / first <= GROWTH_TARGET,
  };

  const some = Array.from({ length: SEARCHES }, (_, index) => crowd[Math.floor((index * PEOPLE) / SEARCHES)]!);
  const receipts = some.map(
    ({ identityNumber }) => store.cases.search({ ...page, text: identityNumber }).rows[0]!.receiptNumber!,
  );
  const kinds: readonly (readonly [name: string, text: (index: number) => string])[] = [
    ["name", (index) => some[index]!.name],
    ["part of a name", (index) => some[index]!.name.slice(-1)],
    ["initials of two", (index) => INITIALS[index % INITIALS.length]!],
    ["pinyin", (index) => PINYIN[index % PINYIN.length]!],
    ["last four", (index) => some[index]!.identityNumber.slice(-4)],
    ["identity number", (index) => some[index]!.identityNumber],
    ["receipt number", (index) => receipts[index]!],
    ["newest, no text", () => ""],
  ];
  const rows = kinds.map(([name, text]): BenchRow => {
    const times: number[] = [];
    let found = 0;
    for (let index = 0; index < SEARCHES; index++) {
      const started = performance.now();
      found += store.cases.search({ ...page, text: text(index) }).total;
      times.push(performance.now() - started);
    }
    if (found === 0) throw new Error(`nothing found by ${name}`);
    return {
      name: `search in ${PEOPLE} by ${name} (${Math.round(found / SEARCHES)} hits)`,
      unit: "ms",
      median: median(times),
      p95: quantile(times, 0.95),
    };
  });
  store.close();
  return [growth, ...rows];
}

const page = { state: null, limit: 50, offset: 0 } as const;
const INITIALS = ["zs", "ww", "lj", "cx", "hm"];
const PINYIN = ["zhang", "wangwei", "lij", "chenx", "huangmei"];

/** Filling the store takes a commit for each person: in memory where the system has a place for that. */
const quickPlace = (): string => (existsSync("/dev/shm") ? "/dev/shm" : tmpdir());
/** The temporary folder may lie in memory, where a commit costs nothing; the project's folder lies on a disk. */
function diskPlace(): string {
  const folder = join(projectRoot, "node_modules/.cache/bench");
  mkdirSync(folder, { recursive: true });
  return folder;
}

function inNewFolder<Result>(place: string, body: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(place, "yibao-bench-"));
  try {
    return body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export default function storeBench(): readonly BenchRow[] {
  const content = caseContent();
  return [
    ...inNewFolder(diskPlace(), (folder) => saveRows(folder, content)),
    ...inNewFolder(quickPlace(), (folder) => searchRows(folder, content)),
  ];
}
