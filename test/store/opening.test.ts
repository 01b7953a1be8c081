import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openWriter } from "../../src-main/store/file/connection.ts";
import { MIGRATIONS } from "../../src-main/store/migrations/index.ts";
import { targetVersion } from "../../src-main/store/migrations/runner.ts";
import { openStore, openStoreReadOnly, setAside, StoreError, type StoreErrorKind } from "../../src-main/store/index.ts";
import { act, AT, clock, draft, newStore, OFFICE, open, save, setUp, submit, temporaryFolder } from "./support.ts";

function kindOf(body: () => unknown): StoreErrorKind | "no error" {
  try {
    body();
  } catch (error) {
    if (error instanceof StoreError) return error.kind;
    throw error;
  }
  return "no error";
}

const everything = { text: "", state: null, limit: 10, offset: 0 };

describe("a file that is not there", () => {
  it("becomes a new store, in folders made for it", () => {
    const path = join(temporaryFolder(), "new", "folder", "counter.db");
    const store = open(path);
    expect(store.office.get()).toBeNull();
    expect(store.clerks.any()).toBe(false);
    expect(store.verify()).toEqual([]);
    const header = readFileSync(path).subarray(0, 72);
    expect(header.toString("latin1", 68, 72)).toBe("YBCU");
    expect(header.readInt32BE(60)).toBe(targetVersion(MIGRATIONS));
  });

  it("leaves no half store behind when the process died while making one", () => {
    const folder = temporaryFolder();
    const path = join(folder, "counter.db");
    writeFileSync(`${path}.new`, "half a file");
    open(path);
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  it("is no store while the log of a lost one lies beside it", () => {
    const path = join(temporaryFolder(), "counter.db");
    writeFileSync(`${path}-wal`, "commits of the lost store");
    expect(kindOf(() => openStore(path, { clock }))).toBe("corrupt");
    expect(existsSync(path)).toBe(false);
    expect(readFileSync(`${path}-wal`, "utf8")).toBe("commits of the lost store");
  });
});

describe("a file of something else is left alone", () => {
  const foreign: Record<string, (path: string) => void> = {
    "an empty file": (path) => writeFileSync(path, ""),
    "a text": (path) => writeFileSync(path, "姓名,身份证号\n".repeat(400)),
    "another program's database": (path) => {
      const database = new Database(path);
      database.exec("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('x')");
      database.close();
    },
    "another program's database in WAL mode": (path) => {
      const database = new Database(path);
      database.exec("PRAGMA journal_mode = WAL; CREATE TABLE notes (text TEXT)");
      database.close();
    },
    "a folder": (path) => mkdirSync(path),
  };

  it.each(Object.keys(foreign))("%s", (name) => {
    const folder = temporaryFolder();
    const path = join(folder, "counter.db");
    foreign[name]!(path);
    const bytes = () => (name === "a folder" ? "" : readFileSync(path, "latin1"));
    const before = bytes();
    expect(kindOf(() => openStore(path, { clock }))).toBe("not-ours");
    expect(kindOf(() => openStoreReadOnly(path))).toBe("not-ours");
    expect(readdirSync(folder)).toEqual(["counter.db"]);
    expect(bytes()).toBe(before);
  });

  it("nothing at all, when only looking", () => {
    const path = join(temporaryFolder(), "counter.db");
    expect(kindOf(() => openStoreReadOnly(path))).toBe("not-ours");
    expect(existsSync(path)).toBe(false);
  });
});

describe("a store of a later program is left alone", () => {
  function newerStore(): string {
    const path = newStore().path;
    const copy = join(temporaryFolder(), "counter.db");
    const database = new Database(path);
    database.prepare("VACUUM INTO ?").run(copy);
    database.close();
    const newer = new Database(copy);
    newer.pragma("user_version = 99");
    newer.close();
    return copy;
  }

  it("when the version stands in the file", () => {
    const path = newerStore();
    const before = readFileSync(path);
    expect(kindOf(() => openStore(path, { clock }))).toBe("newer");
    expect(kindOf(() => openStoreReadOnly(path))).toBe("newer");
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it("when the version stands in the log only, as after a killed migration", () => {
    const source = newStore().path;
    const path = join(temporaryFolder(), "counter.db");
    const database = new Database(source);
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.pragma("user_version = 99");
    copyFileSync(source, path);
    copyFileSync(`${source}-wal`, `${path}-wal`);
    database.close();
    const before = [readFileSync(path), readFileSync(`${path}-wal`)];
    expect(before[0]!.readInt32BE(60)).toBe(targetVersion(MIGRATIONS));
    expect(kindOf(() => openStore(path, { clock }))).toBe("newer");
    expect([readFileSync(path), readFileSync(`${path}-wal`)]).toEqual(before);
  });
});

describe("a damaged store", () => {
  /** A closed store with a case in it. */
  function closedStore(): string {
    const path = join(temporaryFolder(), "counter.db");
    const store = openStore(path, { clock });
    setUp(store);
    submit(store);
    store.close();
    return path;
  }

  function damage(path: string, from: number, to: number): void {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, from, Math.min(to, bytes.length));
    writeFileSync(path, bytes);
  }

  it("is told from a foreign file, and opens again after it was set aside with nothing deleted", () => {
    const path = closedStore();
    damage(path, 0, 16);
    expect(kindOf(() => openStore(path, { clock }))).toBe("corrupt");
    const bytes = readFileSync(path);
    const aside = setAside(path, AT);
    expect(aside).toBe(`${path}.damaged-20260304T010203000Z`);
    expect(readFileSync(aside).equals(bytes)).toBe(true);
    expect(open(path).cases.search(everything).total).toBe(0);
  });

  it("with broken pages gives `corrupt` at the latest when they are read, and verify tells", () => {
    const path = closedStore();
    damage(path, 4096, Number.MAX_SAFE_INTEGER);
    expect(
      kindOf(() => {
        const store = open(path);
        store.cases.search(everything);
      }),
    ).toBe("corrupt");
  });

  it("cut short is corrupt", () => {
    const path = closedStore();
    writeFileSync(path, readFileSync(path).subarray(0, 5 * 4096));
    expect(kindOf(() => open(path))).toBe("corrupt");
  });

  it("takes its log along, never overwrites an earlier one, and is not set aside while in use", () => {
    const store = newStore();
    expect(kindOf(() => setAside(store.path, AT))).toBe("locked");

    const path = join(temporaryFolder(), "counter.db");
    writeFileSync(path, "damaged");
    writeFileSync(`${path}-wal`, "log");
    expect(readFileSync(`${setAside(path, AT)}-wal`, "utf8")).toBe("log");
    writeFileSync(path, "damaged again");
    expect(() => setAside(path, AT)).toThrow("exists already");
    expect(readFileSync(`${path}.damaged-20260304T010203000Z`, "utf8")).toBe("damaged");
    expect(() => setAside(join(temporaryFolder(), "none"), AT)).toThrow("there is no store");
  });
});

describe("one process at a time", () => {
  const holder = `
    const { openStore } = await import(process.argv[1]);
    const { fixedClock } = await import(process.argv[2]);
    try {
      openStore(process.argv[3], { clock: fixedClock("${AT}") });
      process.stdout.write("opened");
    } catch (error) {
      process.stdout.write(error.kind ?? String(error));
    }
  `;
  const module = (path: string): string => new URL(`../../src-main/${path}`, import.meta.url).href;
  const openElsewhere = (path: string): string =>
    spawnSync(process.execPath, ["--input-type=module", "-e", holder, module("store/index.ts"), module("clock.ts"), path], {
      encoding: "utf8",
    }).stdout;

  it("refuses the second, here and in another process, by whatever path", () => {
    const store = newStore();
    const link = join(temporaryFolder(), "link.db");
    symlinkSync(store.path, link);
    for (const path of [store.path, link]) {
      expect(kindOf(() => openStore(path, { clock }))).toBe("locked");
      expect(openElsewhere(path)).toBe("locked");
    }
    expect(save(store)).toBeTruthy();
  });

  it("lets the next one in after closing", () => {
    const path = join(temporaryFolder(), "counter.db");
    openStore(path, { clock }).close();
    expect(openElsewhere(path)).toBe("opened");
    expect(kindOf(() => open(path))).toBe("no error");
  });

  it("lets look on beside it, without a way to write", () => {
    const store = newStore();
    const reader = openStoreReadOnly(store.path);
    const id = submit(store);
    expect(reader.cases.get(id)!.receiptNumber).toBe("DL01022026000001");
    expect(reader.office.get()).toEqual(OFFICE);
    expect([...reader.cases.versions()]).toHaveLength(1);
    expect(reader.verify()).toEqual([]);
    for (const area of Object.values(reader)) expect(area).not.toHaveProperty("save");
    reader.close();
    save(store);
    expect(store.verify()).toEqual([]);
  });

  it("lets look on while nobody has it open", () => {
    const path = join(temporaryFolder(), "counter.db");
    const store = openStore(path, { clock });
    setUp(store);
    submit(store);
    store.close();
    const before = readFileSync(path);
    const reader = openStoreReadOnly(path);
    expect(reader.verify()).toEqual([]);
    reader.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe("what keeps commits safe", () => {
  it("is switched on at every opening and stays on after writing", () => {
    const path = join(temporaryFolder(), "counter.db");
    openStore(path, { clock }).close();
    for (let opening = 0; opening < 2; opening++) {
      const writer = openWriter(path, "in-use");
      const settings = () =>
        ["journal_mode", "synchronous", "foreign_keys", "recursive_triggers"].map((name) => writer.pragma(name));
      expect(settings()).toEqual(["wal", 2, 1, 1]);
      writer.transact((inside) =>
        inside.run("INSERT INTO packs (hash, city, version, source) VALUES (?, '', '', '')", String(opening)),
      );
      expect(settings()).toEqual(["wal", 2, 1, 1]);
      writer.close();
    }
  });

  it("lets no row be replaced past the triggers", () => {
    const writer = openWriter(newStore().path, "in-use");
    const put = (verb: string) =>
      writer.transact((inside) => inside.run(`${verb} INTO packs (hash, city, version, source) VALUES ('h', '', '', '')`));
    put("INSERT");
    expect(() => put("INSERT OR REPLACE")).toThrow("packs is append-only");
    writer.close();
  });

  it("holds for a copy in DELETE mode, too", () => {
    const store = newStore();
    const target = join(temporaryFolder(), "copy.db");
    store.backup(target);
    open(target);
    const database = new Database(target, { readonly: true });
    expect(database.pragma("journal_mode", { simple: true })).toBe("wal");
    database.close();
  });
});

describe("a disk that will not take it", () => {
  it("full: the write fails with `full`, nothing of it stays, and the store goes on when there is room", () => {
    const path = newStore().path;
    const writer = openWriter(path, "in-use");
    const pages = writer.pragma("page_count") as number;
    writer.pragma(`max_page_count = ${pages}`);
    const fill = () =>
      writer.transact((inside) => {
        inside.run("INSERT INTO packs (hash, city, version, source) VALUES ('small', '', '', '')");
        inside.run("INSERT INTO packs (hash, city, version, source) VALUES ('large', '', '', ?)", "x".repeat(1 << 20));
      });
    expect(kindOf(fill)).toBe("full");
    expect(writer.transact((inside) => inside.all("SELECT hash FROM packs"))).toEqual([]);
    writer.pragma(`max_page_count = ${pages + 1000}`);
    fill();
    writer.close();
  });

  it.skipIf(process.platform === "win32")("read-only file or folder: `read-only`, at opening (not on Windows)", () => {
    // permissions bind no superuser, so the opening happens in a process without rights
    const leaveRights = process.getuid?.() === 0 ? "process.setgid(65534); process.setuid(65534);" : "";
    const folder = temporaryFolder();
    const path = join(folder, "counter.db");
    openStore(path, { clock }).close();
    const tryOpening = (): string => {
      const script = `
        ${leaveRights}
        try {
          openStore(process.argv[3], { clock: fixedClock("${AT}") });
          process.stdout.write("opened");
        } catch (error) {
          process.stdout.write(error.kind ?? String(error));
        }`;
      const imports = `
        const { openStore } = await import(process.argv[1]);
        const { fixedClock } = await import(process.argv[2]);`;
      const modules = ["store/index.ts", "clock.ts"].map((name) => new URL(`../../src-main/${name}`, import.meta.url).href);
      // a first Database loads the native part before the rights are gone
      const load = `openStore(process.argv[3] + ".warm-up", { clock: fixedClock("${AT}") }).close();`;
      return spawnSync(process.execPath, ["--input-type=module", "-e", imports + load + script, ...modules, path], {
        encoding: "utf8",
      }).stdout;
    };
    chmodSync(folder, 0o777);
    chmodSync(path, 0o444);
    chmodSync(`${path}.lock`, 0o666);
    expect(tryOpening()).toBe("read-only");
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    expect(tryOpening()).toBe("read-only");
    chmodSync(folder, 0o777);
    expect(tryOpening()).toBe("opened");
    expect(statSync(path).size).toBeGreaterThan(0);
  });
});

it("keeps drafts over a restart as typed, newest first, each clerk's own", () => {
  const path = join(temporaryFolder(), "counter.db");
  const store = openStore(path, { clock });
  setUp(store);
  const typed = draft({
    facts: { z: "1", a: { periods: [{ from: "2002-0", to: "" }] } },
    person: { identityNumber: "2102 99", name: " 张", phone: "1" },
  });
  store.drafts.save(act("drafts.save", { at: "2026-03-04T01:00:00.000Z" }), "older", draft());
  store.drafts.save(act("drafts.save", { at: "2026-03-04T02:00:00.000Z" }), "newer", draft());
  store.drafts.save(act("drafts.save", { at: "2026-03-04T03:00:00.000Z" }), "newer", typed);
  store.close();

  const again = open(path);
  expect(again.drafts.get("newer")).toEqual({
    id: "newer",
    clerkId: "clerk-1",
    hands: [],
    content: typed,
    updatedAt: "2026-03-04T03:00:00.000Z",
  });
  expect(again.drafts.list("clerk-1").map(({ id }) => id)).toEqual(["newer", "older"]);
  expect(again.drafts.list("clerk-2")).toEqual([]);
});
