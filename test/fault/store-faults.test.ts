/** Every statement of every operation failing once; a full disk; bits that flip; a clock that is set back. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, StoreError, StoreRefusal, type Act, type CaseContent, type Store } from "../../src-main/store/index.ts";
import { internalsOf } from "../../src-main/store/open.ts";
import { canMount, fill } from "./disks.ts";
import { CLERK, clock, draftOf, keepersIn, openSafe, setUpOnce, storeIn, submissionOf, submit } from "./work.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "yibao-store-fault-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const act = (operation: string, more: Partial<Act> = {}): Act => ({
  operation,
  clerkId: CLERK,
  at: clock.now(),
  requestId: null,
  ...more,
});

const content = (i: number): CaseContent => submissionOf(7, i).content;
const MATTER = { matter: "dalian.retirement", city: "dalian" } as const;
const pdf = Buffer.from("%PDF-1.7\n…\n%%EOF\n");

/** What one operation needs to be there, and the operation. */
interface Deed {
  readonly prepare?: (store: Store) => string;
  readonly carryOut: (store: Store, id: string, nth: number) => unknown;
}

const submitWith = (store: Store, nth: number, more: object = {}): string =>
  store.cases.submit(act("cases.submit"), {
    caseId: null,
    draftId: `draft ${nth}`,
    ...MATTER,
    content: content(nth % 900),
    amends: false,
    reason: "",
    year: 2026,
    ...more,
  });

const secondClerk = (store: Store): void => {
  if (store.clerks.byId("second") === undefined) {
    const second = { id: "second", login: "second", name: "李复核", role: "reviewer", passwordHash: "-" } as const;
    store.clerks.add(act("clerks.add"), { ...second, mustChangePassword: false });
  }
};

let serial = 0;
const submitted = (store: Store): string => submitWith(store, ++serial);

const DEEDS: Record<string, Deed> = {
  "clerks.add": {
    carryOut: (store, _id, nth) =>
      store.clerks.add(act("clerks.add"), {
        id: `clerk ${nth}`,
        login: `login ${nth}`,
        name: "张",
        role: "clerk",
        passwordHash: "-",
        mustChangePassword: true,
      }),
  },
  "clerks.change": {
    prepare: (store) => (secondClerk(store), "second"),
    carryOut: (store, id, nth) => store.clerks.change(act("clerks.change"), id, { name: `李${nth}`, passwordHash: `${nth}` }),
  },
  "settings.put": { carryOut: (store, _id, nth) => store.settings.put(act("settings.put"), "office", { nth }, "") },
  "drafts.save": { carryOut: (store, _id, nth) => store.drafts.save(act("drafts.save"), `form ${nth}`, draftOf(nth)) },
  "cases.save": {
    carryOut: (store, _id, nth) => store.cases.save(act("cases.save"), { caseId: null, ...MATTER, content: content(nth) }),
  },
  "cases.submit": { carryOut: (store, _id, nth) => submitWith(store, 1000 + nth) },
  "cases.submit amended": {
    prepare: submitted,
    carryOut: (store, id, nth) => submitWith(store, 2000 + nth, { caseId: id, amends: true, reason: "更正" }),
  },
  "cases.cancel": { prepare: submitted, carryOut: (store, id) => store.cases.cancel(act("cases.cancel"), id, "撤回") },
  "cases.review": {
    prepare: (store) => (secondClerk(store), submitWith(store, ++serial, { review: { reasons: ["金额"] } })),
    carryOut: (store, caseId) =>
      store.cases.review(act("cases.review", { clerkId: "second" }), { caseId, version: 1, verdict: "approved", comment: "" }),
  },
  "cases.supplement": {
    prepare: submitted,
    carryOut: (store, id) =>
      store.cases.supplement(act("cases.supplement"), id, [{ id: "photo", received: true, form: "original", count: 1 }]),
  },
  "papers.add": {
    prepare: submitted,
    carryOut: (store, caseId) =>
      store.papers.add(act("papers.add"), { caseId, version: 1, kind: "acceptance", title: "回执", pdf }),
  },
  "papers.recordPrint": {
    prepare: (store) => {
      const caseId = submitted(store);
      return store.papers.add(act("papers.add"), { caseId, version: 1, kind: "acceptance", title: "回执", pdf }).id;
    },
    carryOut: (store, id) => store.papers.recordPrint(act("papers.print"), id, 1, pdf),
  },
  "attachments.add": {
    prepare: submitted,
    carryOut: (store, caseId) =>
      store.attachments.add(act("attachments.add"), { caseId, materialId: null, name: "a.pdf", bytes: pdf, largestBytes: 1000 }),
  },
  "people.correct": {
    prepare: (store) => store.cases.get(submitted(store))!.personId,
    carryOut: (store, personId, nth) => {
      const { person } = store.people.byId(personId)!;
      return store.people.correct(act("people.correct"), {
        personId,
        person: { ...person, name: `改名${nth}` },
        reason: "录入错误",
        merge: false,
      });
    },
  },
  "ledger.closeDay": {
    carryOut: (store, _id, nth) => store.ledger.closeDay(act("ledger.closeDay"), `2026-${10 + (nth % 3)}-${10 + (nth % 20)}`, ""),
  },
  "audit.record": {
    carryOut: (store) => store.audit.record(act("people.reveal"), { personId: "1", detail: { reason: "核对" } }),
  },
  "policy.chooseReading": {
    carryOut: (store) =>
      store.policy.chooseReading(act("policy.chooseReading"), { reading: "r", city: "dalian", option: "a", reason: "文件" }),
  },
};

/** Makes the `nth` statement that a writing connection runs fail as a full disk would make it fail. */
class Saboteur {
  remaining = Number.POSITIVE_INFINITY;
  readonly #undo: (() => void)[] = [];

  constructor() {
    const { prototype } = Object.getPrototypeOf(new Database(":memory:").prepare("SELECT 1")).constructor as {
      prototype: Record<string, (...given: unknown[]) => unknown>;
    };
    const step = (): void => this.#step();
    for (const name of ["run", "get", "all"]) {
      const original = prototype[name]!;
      prototype[name] = function (this: { database: Database.Database }, ...given: unknown[]) {
        if (this.database.inTransaction && !this.database.readonly) step();
        return original.apply(this, given);
      };
      this.#undo.push(() => void (prototype[name] = original));
    }
    const { exec } = Database.prototype;
    Database.prototype.exec = function (this: Database.Database, sql: string) {
      if (sql === "COMMIT" && !this.readonly) step();
      return exec.call(this, sql);
    };
    this.#undo.push(() => void (Database.prototype.exec = exec));
  }

  #step(): void {
    if (this.remaining-- === 1) throw new Database.SqliteError("database or disk is full", "SQLITE_FULL");
  }

  stop(): void {
    for (const undo of this.#undo) undo();
  }
}

/** Every row of every table, counted; and the newest link of the audit. */
function fingerprint(store: Store): string {
  const { reader } = internalsOf(store);
  const tables = reader.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
  );
  const counts = tables.map(({ name }) => [name, reader.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)!.n]);
  const last = reader.get<{ hash: string }>("SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1");
  return JSON.stringify([counts, last]);
}

describe("the n-th statement fails, for every n of", () => {
  it.each(Object.keys(DEEDS))("%s", async (name) => {
    const { prepare, carryOut } = DEEDS[name]!;
    const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
    setUpOnce(store);
    const saboteur = new Saboteur();
    try {
      let failures = 0;
      for (let n = 1; ; n++) {
        const id = prepare?.(store) ?? "";
        const before = fingerprint(store);
        saboteur.remaining = n;
        let error: unknown;
        try {
          await carryOut(store, id, n);
        } catch (thrown) {
          error = thrown;
        }
        const isReached = saboteur.remaining <= 0;
        saboteur.remaining = Number.POSITIVE_INFINITY;
        if (!isReached) {
          if (error !== undefined) throw error;
          break;
        }
        expect(error).toMatchObject({ name: "StoreError", kind: "full" });
        expect(fingerprint(store), `statement ${n}`).toBe(before);
        failures++;
      }
      // the shortest operations: look for the request, write, find the end of the audit, append to it, commit
      expect(failures).toBeGreaterThanOrEqual(3);
      expect(store.verify()).toEqual([]);
    } finally {
      saboteur.stop();
      store.close();
    }
  });
});

function kindOf(body: () => unknown): string {
  try {
    body();
    return "no error";
  } catch (error) {
    if (error instanceof StoreError) return error.kind;
    if (error instanceof StoreRefusal) return error.code;
    throw error;
  }
}

function smallDisk(mebibytes: number): string {
  const place = join(folder, "data");
  mkdirSync(place);
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m`, "tmpfs", place]);
  return place;
}

describe.runIf(canMount())("a disk that is really full", () => {
  afterEach(() => void execFileSync("umount", ["-l", join(folder, "data")]));

  it("is said at every write; nothing acknowledged is lost, and with room again the counter goes on", async () => {
    const place = smallDisk(12);
    const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
    setUpOnce(store);
    const kept = Array.from({ length: 10 }, (_, i) => submit(store, submissionOf(1, i)));
    fill(place);
    const kinds: string[] = [];
    for (let i = 0; i < 200; i++) {
      const kind = kindOf(() => submit(store, submissionOf(2, i)));
      if (kind === "no error") kept.push(store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).rows[0]!.id);
      kinds.push(kind);
    }
    expect(new Set(kinds.slice(-100))).toEqual(new Set(["full"]));
    const attach = store.attachments.add(act("a"), {
      caseId: kept[0]!,
      materialId: null,
      name: "a",
      bytes: Buffer.concat([pdf.subarray(0, 9), Buffer.alloc(200_000, 32), pdf.subarray(9)]),
      largestBytes: 1e6,
    });
    await expect(attach).rejects.toMatchObject({ name: "StoreError", kind: "full" });
    expect(kindOf(() => store.backup(join(place, "copy.db")))).toBe("full");
    const total = store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total;
    rmSync(join(place, "filler"));
    expect(kindOf(() => submit(store, submissionOf(3, 0)))).toBe("no error");
    expect(store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total).toBe(total + 1);
    for (const id of kept) expect(store.cases.get(id)).toBeDefined();
    expect(store.verify()).toEqual([]);
    store.close();
  });

  it("keeps a new store from being made, a backup and a restore from being done, and leaves all as it was", async () => {
    const place = smallDisk(3);
    fill(place);
    expect(kindOf(() => openStore(storeIn(folder), { clock, keepers: keepersIn(folder) }))).toBe("full");
    rmSync(join(place, "filler"));
    const { store, safe, closeNow } = openSafe(folder);
    setUpOnce(store);
    submit(store, submissionOf(1, 0));
    const backup = await safe.backups.make("manual");
    submit(store, submissionOf(1, 1));
    fill(place);
    await expect(safe.backups.make("manual")).rejects.toMatchObject({ code: "backup-failed" });
    expect(safe.backups.status().lastFailure).toMatchObject({ code: "store-full" });
    await expect(safe.restore.run(act("backup.restore"), backup)).rejects.toMatchObject({ code: "backup-failed" });
    expect(store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total).toBe(2);
    rmSync(join(place, "filler"));
    await safe.backups.make("manual");
    expect(store.verify()).toEqual([]);
    closeNow();
  });
});

describe.runIf(canMount())("a disk that was made read-only", () => {
  afterEach(() => void execFileSync("umount", ["-l", join(folder, "data")]));
  const remount = (place: string, how: "ro" | "rw"): void => void execFileSync("mount", ["-o", `remount,${how}`, place]);

  it("is said at opening, and all is there when it can be written again", () => {
    const place = smallDisk(12);
    const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
    setUpOnce(store);
    const id = submit(store, submissionOf(1, 0));
    store.close();
    remount(place, "ro");
    expect(kindOf(() => openStore(storeIn(folder), { clock, keepers: keepersIn(folder) }))).toBe("read-only");
    remount(place, "rw");
    const again = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
    expect(again.cases.get(id)).toBeDefined();
    expect(again.verify()).toEqual([]);
    again.close();
  });

  it("as the second place of backups is told, while those beside the store go on", async () => {
    const stick = smallDisk(12);
    const office = mkdtempSync(join(tmpdir(), "yibao-office-"));
    const { store, safe, closeNow } = openSafe(office);
    try {
      setUpOnce(store);
      safe.backups.setFolder(act("backup.chooseFolder"), stick);
      submit(store, submissionOf(1, 0));
      await safe.backups.make("manual");
      remount(stick, "ro");
      submit(store, submissionOf(1, 1));
      expect(await safe.backups.make("manual")).toMatchObject({ folder: join(office, "data", "backups"), holds: { cases: 2 } });
      expect(safe.backups.status().lastFailure).toMatchObject({ folder: stick, code: "store-read-only" });
      expect(kindOf(() => safe.backups.setFolder(act("backup.chooseFolder"), stick))).toBe("backup-failed");
      remount(stick, "rw");
      await safe.backups.make("manual");
      expect(safe.backups.status().lastFailure).toBeNull();
    } finally {
      closeNow();
      rmSync(office, { recursive: true, force: true });
    }
  });
});

describe("bits that flip", () => {
  const FLIPS = Math.max(40, Number(process.env["FAULT_ROUNDS"] ?? 20) * 2);

  function closedStore(): Buffer {
    const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
    setUpOnce(store);
    for (let i = 0; i < 12; i++) submit(store, submissionOf(1, i));
    store.close();
    return readFileSync(storeIn(folder));
  }

  /** What opening and reading everything tells. */
  function found(): string {
    return kindOf(() => {
      const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
      try {
        const problems = store.verify();
        if (problems.length > 0) throw new StoreError("corrupt", problems[0]!.detail);
        expect(store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total).toBe(12);
      } finally {
        store.close();
      }
    });
  }

  it(`${FLIPS} of them in the store: every one is found, none gives wrong content`, () => {
    const bytes = closedStore();
    for (let flip = 0; flip < FLIPS; flip++) {
      // the places of SQLite's own numbers that are not encrypted (page size and the like), and any other
      const at = flip < 8 ? 16 + flip : Math.floor(Math.random() * bytes.length);
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1 << Math.floor(Math.random() * 8);
      for (const end of ["-wal", "-shm"]) rmSync(storeIn(folder) + end, { force: true });
      writeFileSync(storeIn(folder), damaged);
      // the key's id stands in the first bytes; of the numbers that are not encrypted some make no difference
      const allowed = at >= 24 ? ["corrupt"] : at < 16 ? ["corrupt", "wrong-key"] : ["corrupt", "read-only", "no error"];
      expect(allowed, `byte ${at}`).toContain(found());
    }
  });

  it("a store cut short at any page is corrupt", () => {
    const bytes = closedStore();
    for (let size = 4096; size < bytes.length; size += 4096 * 5) {
      writeFileSync(storeIn(folder), bytes);
      for (const end of ["-wal", "-shm"]) rmSync(storeIn(folder) + end, { force: true });
      truncateSync(storeIn(folder), size + 100);
      expect(found(), `${size} bytes`).toBe("corrupt");
    }
    expect(statSync(storeIn(folder)).size).toBeGreaterThan(0);
  });
});

describe("a clock that is wrong", () => {
  it("set back a day, over New Year, and on again: numbers stay unique, chains whole, each day has its own", () => {
    const store = openStore(storeIn(folder), { clock, keepers: keepersIn(folder) });
    setUpOnce(store);
    const at = (instant: string, year: number, i: number): string =>
      store.cases.submit(act("cases.submit", { at: instant }), {
        caseId: null,
        draftId: `clock ${i}`,
        ...MATTER,
        content: content(i),
        amends: false,
        reason: "",
        year,
      });
    const instants: [string, number][] = [
      ["2026-12-31T02:00:00.000Z", 2026],
      ["2027-01-01T02:00:00.000Z", 2027],
      ["2026-12-31T03:00:00.000Z", 2026],
      ["2026-12-30T03:00:00.000Z", 2026],
      ["2027-01-01T03:00:00.000Z", 2027],
    ];
    const numbers = instants.map(([instant, year], i) => store.cases.get(at(instant, year, i))!.receiptNumber!);
    expect(new Set(numbers).size).toBe(instants.length);
    expect(numbers.filter((number) => number.startsWith("DL01022027")).map((number) => Number(number.slice(-6)))).toEqual([1, 2]);
    expect(store.ledger.day("2026-12-31").filter(({ kind }) => kind === "accepted")).toHaveLength(2);
    expect(store.ledger.day("2027-01-01").filter(({ kind }) => kind === "accepted")).toHaveLength(2);
    expect(store.audit.query({ from: "2026-12-30", to: "2026-12-30", limit: 9 }).rows).toHaveLength(1);
    expect(store.verify()).toEqual([]);
    store.close();
  });
});
