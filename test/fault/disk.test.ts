/**
 * A disk that takes no more from the n-th write on, for every n, while something larger than one operation goes on: nothing that
 * was acknowledged is lost, nothing is half, the clerk is told, and when the disk takes writes again the same goes through.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openingProblem } from "../../src-main/hosts/opening.ts";
import { backupsAt } from "../../src-main/store/backups/places/rooms.ts";
import { openWriter } from "../../src-main/store/file/connection.ts";
import {
  fileKeeper,
  openStore,
  rekeyStore,
  restoreOffline,
  safetyOf,
  setAside,
  StoreError,
  unlockWithRecoveryCode,
  type SafeStore,
  type Store,
} from "../../src-main/store/index.ts";
import { firstSchema } from "../../src-main/store/migrations/0001_first_schema.ts";
import { migrate } from "../../src-main/store/migrations/runner.ts";
import { appendAudit } from "../../src-main/store/file/operation.ts";
import { sha256 } from "../../src-main/store/file/canonical.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";
import { act, attach, pdfOf, submitted } from "./deeds.ts";
import { FailingDisk, type Trouble } from "./failing-disk.ts";
import { nextOf } from "./rounds.ts";
import { AT_START, SENTENCES, sentenceOf } from "./told.ts";
import { keepersIn, openSafe, setUpOnce, storeIn, submissionOf, submit, tickingClock } from "./work.ts";
import { APPLICATION_ID } from "../../src-main/store/file/format.ts";

const BY_COMMAND = { clock: tickingClock, operation: "counter unlock" };

let root: string;
beforeAll(() => void (root = mkdtempSync(join(tmpdir(), "yibao-disk-"))));
afterEach(() => readdirSync(root).forEach((name) => rmSync(join(root, name), { recursive: true })));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const everything = { text: "", state: null, limit: 1, offset: 0 } as const;
const total = (store: Store): number => store.cases.search(everything).total;

function opened<Result>(folder: string, look: (store: Store) => Result): Result {
  const store = openStore(storeIn(folder), { clock: tickingClock, keepers: keepersIn(folder) });
  try {
    expect(store.verify()).toEqual([]);
    return look(store);
  } finally {
    store.close();
  }
}

/** As many cases, all of them sound, or what keeps the store from being opened. */
function casesOrWhyNot(folder: string): number | StoreError["kind"] {
  try {
    return opened(folder, total);
  } catch (error) {
    if (error instanceof StoreError) return error.kind;
    throw error;
  }
}

/** What is tried, from which state, and how that state is told apart from the finished one. */
interface Undertaking {
  readonly prepare: (folder: string) => unknown;
  /** Goes through or throws; must leave nothing open. */
  readonly undertake: (folder: string) => unknown;
  /** After a failure and after the success; the disk takes writes again. Answers `true` where the failure came after the deed. */
  readonly check: (folder: string, isDone: boolean) => unknown;
  /** What may be said beside the sentence of the trouble itself. */
  readonly also?: readonly (keyof typeof SENTENCES)[];
  readonly says?: (error: unknown, folder: string) => string;
}

const CASES = 3;
const withCases = (folder: string): void => {
  const { store, closeNow } = openSafe(folder);
  setUpOnce(store);
  for (let i = 0; i < CASES; i++) submit(store, submissionOf(0, i));
  closeNow();
};

/** Does something with the open store and closes it as the app does, whatever comes. */
const within =
  (work: (safe: SafeStore, folder: string) => unknown) =>
  async (folder: string): Promise<void> => {
    const safe = openSafe(folder);
    try {
      await work(safe, folder);
    } finally {
      await safe.close();
    }
  };

const startSays = (error: unknown, folder: string): string => openingProblem(error, folder).split("\n")[0]!;

const backedUp = async (folder: string): Promise<void> => {
  withCases(folder);
  await within(async ({ store, safe }) => {
    await attach(store, submitted(store), 1);
    await safe.backups.make("manual");
    submitted(store);
  })(folder);
};
const AFTER_BACKUP = CASES + 2;

/**
 * A disk that gives way between the exchange and the opening of what came leaves the new state, which then is whole, told by its
 * audit, and can be taken back; whatever else happens leaves the old one.
 */
function oneStateOrTheOther(folder: string, isDone: boolean, before: number, restored: number): boolean {
  return opened(folder, (store) => {
    const found = total(store);
    expect(isDone ? [restored] : [before, restored]).toContain(found);
    if (found === before) return false;
    const { rows } = store.audit.query({ limit: 20 });
    expect(rows.map(({ write }) => write)).toContain("store.restore");
    expect(readdirSync(dirname(storeIn(folder))).some((name) => /before-restore-\d+T\d+Z$/.test(name))).toBe(true);
    return true;
  });
}

let recoveryCode = "";
const PACK = sha256("{}");

const UNDERTAKINGS: Readonly<Record<string, Undertaking>> = {
  "the first run": {
    prepare: () => undefined,
    undertake: (folder) => {
      const store = openStore(storeIn(folder), { clock: tickingClock, keepers: keepersIn(folder) });
      try {
        setUpOnce(store);
      } finally {
        store.close();
      }
    },
    check: (folder, isDone) =>
      opened(folder, (store) => {
        expect(isDone ? [true] : [false, true]).toContain(store.clerks.any());
        // the office and its administrator come together
        expect(store.office.get() !== null).toBe(store.clerks.any());
        expect(total(store)).toBe(0);
      }),
    says: startSays,
  },
  "the encryption and migration of an old store": {
    prepare: (folder) => {
      mkdirSync(dirname(storeIn(folder)), { recursive: true });
      const writer = openWriter(storeIn(folder), "new-file");
      writer.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(writer, [firstSchema], { backUp: () => undefined, finish: () => undefined });
      writer.transact((inside) => {
        inside.run("INSERT INTO packs (hash, city, version, source) VALUES (?, 'dalian', '1', '{}')", PACK);
        const row = { answer: null, subject: PACK, detail: { city: "dalian", version: "1" } };
        appendAudit(inside, act("policy.rememberPack", { clerkId: null }), "policy.rememberPack", row);
      });
      writer.close();
    },
    undertake: (folder) => openStore(storeIn(folder), { clock: tickingClock, keepers: keepersIn(folder) }).close(),
    check: (folder) =>
      opened(folder, (store) => {
        expect(store.policy.packByHash(PACK)?.source).toBe("{}");
        expect(readdirSync(dirname(storeIn(folder))).filter((name) => /encrypt|unfinished/.test(name))).toEqual([]);
      }),
    says: startSays,
  },
  "storing an attachment": {
    prepare: withCases,
    undertake: within(({ store }) => attach(store, store.cases.search(everything).rows[0]!.id, 1)),
    check: (folder, isDone) =>
      opened(folder, (store) => {
        const found = store.attachments.ofCase(store.cases.search(everything).rows[0]!.id);
        expect(found).toHaveLength(isDone ? 1 : 0);
        for (const { id } of found) expect(Buffer.from(store.attachments.read(id)).equals(pdfOf(1))).toBe(true);
      }),
  },
  "a backup into two folders": {
    prepare: async (folder) => {
      withCases(folder);
      await within(async ({ store, safe }) => {
        safe.backups.setFolder(act("backup.chooseFolder"), join(folder, "stick"));
        await attach(store, submitted(store), 1);
      })(folder);
    },
    undertake: within(async ({ safe }) => {
      await safe.backups.make("manual");
      const { lastFailure } = safe.backups.status();
      // one folder that fails while the other goes on is told, too
      if (lastFailure !== null) throw new Told(lastFailure.code);
    }),
    check: async (folder, isDone) => {
      const before = namesIn(join(root, "prepared"));
      const after = namesIn(folder);
      for (const place of PLACES) {
        expect(after[place]).toEqual(expect.arrayContaining(before[place]!));
        // beside what was there before: one that was tried in vain may lie in the other place
        expect(after[place]!.length - before[place]!.length).toBeGreaterThanOrEqual(isDone ? 1 : 0);
      }
      await everyBackupIsWhole(folder);
      opened(folder, (store) => expect(total(store)).toBe(CASES + 1));
    },
    also: ["backup-failed"],
    says: (error) => (error instanceof Told ? error.sentence : sentenceOf(error)),
  },
  "choosing the second folder": {
    prepare: withCases,
    undertake: within(({ safe }, folder) => safe.backups.setFolder(act("backup.chooseFolder"), join(folder, "stick"))),
    check: (folder, isDone) =>
      opened(folder, (store) => {
        const stick = join(folder, "stick");
        expect(isDone ? [stick] : [null, stick]).toContain(safetyOf(store).backupFolder);
        expect(total(store)).toBe(CASES);
      }),
    also: ["backup-failed"],
  },
  "a restore": {
    prepare: backedUp,
    undertake: within(({ safe }) => safe.restore.run(act("backup.restore"), safe.backups.list().at(-1)!)),
    check: (folder, isDone) => oneStateOrTheOther(folder, isDone, AFTER_BACKUP, AFTER_BACKUP - 1),
    also: ["backup-failed"],
  },
  "taking a restore back": {
    prepare: async (folder) => {
      await backedUp(folder);
      await within(({ safe }) => safe.restore.run(act("backup.restore"), safe.backups.list().at(-1)!))(folder);
    },
    undertake: within(({ safe }) => safe.restore.undo(act("backup.undoRestore"))),
    check: (folder, isDone) => oneStateOrTheOther(folder, isDone, AFTER_BACKUP - 1, AFTER_BACKUP),
    also: ["backup-failed"],
  },
  "a restore where no app runs": {
    prepare: backedUp,
    undertake: async (folder) => {
      const first = backupsAt(join(folder, "data", "backups")).at(-1)!;
      const keys = { keepers: keepersIn(folder), recoveryCode: undefined };
      await restoreOffline(storeIn(folder), first.folder, first.name, keys, { clock: tickingClock });
    },
    check: (folder, isDone) => oneStateOrTheOther(folder, isDone, AFTER_BACKUP, AFTER_BACKUP - 1),
  },
  "a new recovery code": {
    prepare: async (folder) => {
      withCases(folder);
      await within(async ({ safe }) => {
        recoveryCode = safe.keys.newRecoveryCode(act("keys.newRecoveryCode"));
      })(folder);
    },
    undertake: within(async ({ safe }) => {
      recoveryCode = safe.keys.newRecoveryCode(act("keys.newRecoveryCode"));
    }),
    // the code that was shown last opens the store: the printed one as long as no new one was shown
    check: (folder) => {
      const elsewhere = join(root, "elsewhere");
      cpSync(folder, elsewhere, { recursive: true });
      unlockWithRecoveryCode(storeIn(elsewhere), recoveryCode, [fileKeeper(join(elsewhere, "other.key"))], BY_COMMAND);
      rmSync(elsewhere, { recursive: true });
    },
  },
  "a new key": {
    prepare: async (folder) => {
      await backedUp(folder);
      await within(({ safe }) => {
        recoveryCode = safe.keys.newRecoveryCode(act("keys.newRecoveryCode"));
      })(folder);
    },
    undertake: (folder) => {
      const options = { clock: tickingClock, scryptCost: CHEAP_SCRYPT_COST };
      rekeyStore(storeIn(folder), recoveryCode, keepersIn(folder), options);
    },
    // under the one key or the other the store is whole, its attachment is read, and the code opens it
    check: (folder, isDone) => {
      const elsewhere = join(root, "elsewhere");
      cpSync(folder, elsewhere, { recursive: true });
      unlockWithRecoveryCode(storeIn(elsewhere), recoveryCode, [fileKeeper(join(elsewhere, "other.key"))], BY_COMMAND);
      rmSync(elsewhere, { recursive: true });
      return opened(folder, (store) => {
        expect(total(store)).toBe(AFTER_BACKUP);
        const isNew = store.audit.query({ operation: "counter rekey", limit: 1 }).rows.length > 0;
        expect(isDone ? [true] : [false, true]).toContain(isNew);
        return isNew;
      });
    },
    says: startSays,
  },
  "unlocking with the recovery code": {
    prepare: async (folder) => {
      withCases(folder);
      await within(async ({ safe }) => {
        recoveryCode = safe.keys.newRecoveryCode(act("keys.newRecoveryCode"));
      })(folder);
      rmSync(join(folder, "data.key"));
    },
    undertake: (folder) =>
      unlockWithRecoveryCode(storeIn(folder), recoveryCode, [fileKeeper(join(folder, "data.key"))], BY_COMMAND),
    check: (folder, isDone) => expect(isDone ? [CASES] : [CASES, "key-missing"]).toContain(casesOrWhyNot(folder)),
    says: startSays,
  },
  "setting a store aside": {
    prepare: withCases,
    undertake: (folder) => setAside(storeIn(folder), tickingClock.now()),
    check: (folder, isDone) => {
      const asides = readdirSync(dirname(storeIn(folder))).filter((name) => /^counter\.db\.damaged-\d+T\d+Z$/.test(name));
      expect(existsSync(storeIn(folder)) ? casesOrWhyNot(folder) : asides.length).toBe(isDone ? 1 : CASES);
    },
    says: startSays,
  },
};

class Told extends Error {
  readonly sentence: string;
  constructor(code: string) {
    super(code);
    this.sentence = SENTENCES[code.replace("store-", "") as keyof typeof SENTENCES];
  }
}

const PLACES = ["data/backups", "stick"];
/** Names of the backups that each place of a folder shows. */
const namesIn = (folder: string): Record<string, string[]> =>
  Object.fromEntries(PLACES.map((place) => [place, backupsAt(join(folder, place)).map(({ name }) => name)]));

/** Each manifest's backup can be restored. */
async function everyBackupIsWhole(folder: string): Promise<void> {
  await within(async ({ safe }) => {
    const backups = PLACES.flatMap((place) => safe.backups.list(join(folder, place)));
    expect(backups.length).toBeGreaterThanOrEqual(PLACES.length);
    for (const backup of backups) expect((await safe.restore.inspect(backup)).sound, backup.name).toBe(true);
  })(folder);
}

describe.each(["full", "read-only"] as const)("the disk is %s from the n-th write on, in", (trouble: Trouble) => {
  it.each(Object.keys(UNDERTAKINGS))("%s", async (name) => {
    const { prepare, undertake, check, also = [], says = sentenceOf } = UNDERTAKINGS[name]!;
    // one place for all: settings and keys name it
    const place = join(root, "place");
    const prepared = join(root, "prepared");
    mkdirSync(place);
    await prepare(place);
    const shown = recoveryCode;
    cpSync(place, prepared, { recursive: true });
    const sentences = says === startSays ? { ...SENTENCES, ...AT_START } : SENTENCES;
    const allowed = [trouble, ...also].map((each) => sentences[each]);
    let failed = 0;
    for (let nth = 1; ; nth = nextOf(nth)) {
      rmSync(place, { recursive: true });
      cpSync(prepared, place, { recursive: true });
      recoveryCode = shown;
      const disk = new FailingDisk({ folder: place });
      let error: unknown;
      disk.failFrom(nth, trouble);
      try {
        await undertake(place);
      } catch (thrown) {
        error = thrown;
      } finally {
        disk.stop();
      }
      if (disk.failures === 0 && error !== undefined) throw error;
      const told = error === undefined ? "" : says(error, place);
      expect(["", ...allowed], `write ${nth}`).toContain(told);
      if (error !== undefined) failed++;
      const isThere = await check(place, error === undefined);
      if (disk.failures === 0) break;
      // the disk takes writes again
      if (error === undefined || isThere === true) continue;
      await undertake(place);
      await check(place, true);
    }
    // renaming needs no room
    expect(failed > 0).toBe(!(name === "setting a store aside" && trouble === "full"));
  });
});
