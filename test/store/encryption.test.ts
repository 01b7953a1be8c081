import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  fileKeeper,
  openStore,
  openStoreReadOnly,
  openWithSafe,
  StoreError,
  unlockWithRecoveryCode,
  type KeyKeeper,
  type Store,
  type StoreRefusal,
} from "../../src-main/store/index.ts";
import { keepOnlyPresent } from "../../src-main/store/keys/keys.ts";
import { newRecoveryCode } from "../../src-main/store/keys/new-code.ts";
import { internalsOf } from "../../src-main/store/file/open.ts";
import { makeRecoveryCode, normaliseRecoveryCode } from "../../src-main/store/keys/recovery-code.ts";
import { copiesBefore, removeCopyBefore } from "../../src-main/store/upgrade/copies-before.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";
import { storeOfVersion1 } from "./version-1.ts";
import { act, AT, clock, content, setUp, submit, temporaryFolder } from "./support.ts";

const BY_TEST = { clock, operation: "test unlock" };

function kindOf(body: () => unknown): string {
  try {
    const store = body() as Store | undefined;
    store?.close();
  } catch (error) {
    if (error instanceof StoreError) return error.kind;
    throw error;
  }
  return "no error";
}

interface Place {
  readonly path: string;
  readonly keepers: readonly KeyKeeper[];
  readonly keyFile: string;
}

function place(): Place {
  const folder = temporaryFolder();
  const keyFile = join(folder, "machine.key");
  return { path: join(folder, "data", "counter.db"), keepers: [fileKeeper(keyFile)], keyFile };
}

function openAt({ path, keepers }: Place): Store {
  const store = openStore(path, { clock, keepers });
  onTestFinished(() => store.close());
  return store;
}

/** A closed, encrypted store with one case; with a recovery code where one is asked for, which takes a while to make. */
function closedStore(
  recovery: "with code" | "without code" = "without code",
): Place & { readonly code: string; readonly caseId: string } {
  const where = place();
  const store = openStore(where.path, { clock, keepers: where.keepers });
  setUp(store);
  const caseId = submit(store);
  const asked = act("keys.newRecoveryCode");
  const code =
    recovery === "with code"
      ? newRecoveryCode(where.path, internalsOf(store), asked, undefined, CHEAP_SCRYPT_COST)
      : makeRecoveryCode();
  store.close();
  return { ...where, code, caseId };
}

const allBytes = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );

describe("an encrypted store", () => {
  it("shows nothing of its content, neither in the file nor in the log nor in attachments", async () => {
    const where = place();
    const store = openAt(where);
    setUp(store);
    const caseId = submit(store, {
      content: content({ person: { identityNumber: "210299196503040019", name: "张三丰", phone: "" } }),
    });
    const pdf = Buffer.from("%PDF-1.7\n张三丰的身份证\n%%EOF\n");
    const { id } = await store.attachments.add(act("a"), {
      caseId,
      materialId: null,
      name: "a.pdf",
      bytes: pdf,
      largestBytes: 1000,
    });
    const bytes = allBytes(dirname(where.path));
    for (const secret of ["张三丰", "210299196503040019", "CREATE TABLE", "SQLite format"])
      expect(bytes.includes(secret), secret).toBe(false);
    expect(Buffer.from(store.attachments.read(id)).equals(pdf)).toBe(true);
    expect(store.verify()).toEqual([]);
  });

  it("opens again with this machine's key, keeps FULL and WAL, and its copies are encrypted, too", () => {
    const where = closedStore();
    const store = openAt(where);
    expect(store.cases.get(where.caseId)).toBeDefined();
    const { writer } = internalsOf(store);
    expect(["journal_mode", "synchronous", "temp_store"].map((name) => writer.pragma(name))).toEqual(["wal", 2, 2]);
    const target = join(temporaryFolder(), "copy.db");
    store.backup(target);
    expect(readFileSync(target).includes("CREATE TABLE")).toBe(false);
    const reader = openStoreReadOnly(where.path, { keepers: where.keepers });
    expect(reader.verify()).toEqual([]);
    reader.close();
  });

  const troubles: Record<string, readonly [string, (where: Place) => void, keepers?: readonly KeyKeeper[]]> = {
    "no keys beside it": ["key-missing", ({ path }) => [".keys.json", ".keys.copy.json"].forEach((end) => rmSync(path + end))],
    "another machine": ["key-missing", ({ keyFile }) => rmSync(keyFile)],
    "a key file of another machine": [
      "key-missing",
      ({ keyFile }) => writeFileSync(keyFile, `yibao-counter key ${"a".repeat(64)}\n`, { mode: 0o600 }),
    ],
    "a damaged key file of the machine": ["key-missing", ({ keyFile }) => writeFileSync(keyFile, "?")],
    "a key file that others can read": ["key-missing", ({ keyFile }) => chmodSync(keyFile, 0o644)],
    "damaged keys": [
      "key-damaged",
      ({ path }) => [".keys.json", ".keys.copy.json"].forEach((end) => writeFileSync(path + end, "{")),
    ],
    "one changed digit in the keys": [
      "key-damaged",
      ({ path }) =>
        [".keys.json", ".keys.copy.json"].forEach((end) => {
          const text = readFileSync(path + end, "utf8");
          writeFileSync(
            path + end,
            text.replace(/"key": "(.)/, (_all, digit) => `"key": "${digit === "0" ? "1" : "0"}`),
          );
        }),
    ],
    "the keys of another store": [
      "wrong-key",
      ({ path }) => {
        const other = closedStore();
        for (const end of [".keys.json", ".keys.copy.json"]) copyFileSync(other.path + end, path + end);
      },
    ],
    "a damaged first page": ["corrupt", ({ path }) => flip(path, 200)],
    "a damaged later page": ["corrupt", ({ path }) => flip(path, 3 * 4096 + 100)],
    "damaged first bytes": ["corrupt", ({ path }) => flip(path, 3)],
    "a file cut short": ["corrupt", ({ path }) => writeFileSync(path, readFileSync(path).subarray(0, 5 * 4096))],
  };

  function flip(path: string, at: number): void {
    const bytes = readFileSync(path);
    bytes[at]! ^= 0x10;
    writeFileSync(path, bytes);
  }

  it.each(Object.keys(troubles))("%s has its own error, and the file stays as it is", (name) => {
    const [kind, trouble] = troubles[name]!;
    const where = closedStore();
    trouble(where);
    const before = readFileSync(where.path);
    const look = (): Store => {
      const store = openStore(where.path, { clock, keepers: where.keepers });
      // a damaged page is found at the latest when it is read
      const problems = store.verify();
      store.close();
      if (problems.length > 0) throw new StoreError("corrupt", problems[0]!.detail);
      return store;
    };
    expect(kindOf(() => void look())).toBe(kind);
    expect(readFileSync(where.path).equals(before)).toBe(true);
  });

  it("mends one damaged key file from its copy", () => {
    const where = closedStore();
    writeFileSync(`${where.path}.keys.json`, "{");
    expect(openAt(where).verify()).toEqual([]);
    expect(readFileSync(`${where.path}.keys.json`, "utf8")).toBe(readFileSync(`${where.path}.keys.copy.json`, "utf8"));
  });

  it("is not opened without a key", () => {
    const { path } = closedStore();
    expect(kindOf(() => openStore(path, { clock }))).toBe("key-missing");
    expect(kindOf(() => openStoreReadOnly(path))).toBe("key-missing");
  });
});

describe("the recovery code", () => {
  it("opens the store on another machine, however it is typed, and gives the key to that machine", () => {
    const where = closedStore("with code");
    const elsewhere = [fileKeeper(join(temporaryFolder(), "other.key"))];
    const typed = where.code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    unlockWithRecoveryCode(where.path, typed, elsewhere, BY_TEST);
    expect(kindOf(() => openStore(where.path, { clock, keepers: elsewhere }))).toBe("no error");
    const reader = openStoreReadOnly(where.path, { recoveryCode: where.code });
    expect(reader.verify()).toEqual([]);
    const { rows } = reader.audit.query({ limit: 1 });
    expect(rows).toMatchObject([{ operation: "test unlock", write: "keys.unlock", clerkId: null, at: AT }]);
    reader.close();
  });

  it("that is mistyped or another one opens nothing and changes nothing", () => {
    const where = closedStore("with code");
    const keys = readFileSync(`${where.path}.keys.json`, "utf8");
    const other = [fileKeeper(join(temporaryFolder(), "other.key"))];
    const wrong = expect.objectContaining({ code: "recovery-code-wrong" }) as StoreRefusal;
    const mistyped = where.code.startsWith("2") ? `3${where.code.slice(1)}` : `2${where.code.slice(1)}`;
    for (const code of [mistyped, makeRecoveryCode(), "", "恢复码"]) {
      expect(() => unlockWithRecoveryCode(where.path, code, other, BY_TEST)).toThrow(wrong);
    }
    expect(readFileSync(`${where.path}.keys.json`, "utf8")).toBe(keys);
  });

  it("has 130 random bits and two characters for typing errors", () => {
    const codes = Array.from({ length: 200 }, makeRecoveryCode);
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(normaliseRecoveryCode(code)).toBe(code.replaceAll("-", ""));
    }
  });
});

describe("a store that was not encrypted", () => {
  /** As the first program left it; with what lies in it, two cases of 张三. */
  function plainStore(): Place {
    const where = place();
    mkdirSync(dirname(where.path));
    storeOfVersion1(where.path).close();
    return where;
  }

  it("is encrypted at the next opening, whole, and leaves no plain copy", () => {
    const where = plainStore();
    const store = openAt(where);
    expect(store.cases.get("c1")).toBeDefined();
    expect(store.verify()).toEqual([]);
    // but for the copy that the program of then opens
    for (const { name } of copiesBefore(where.path)) removeCopyBefore(where.path, name);
    expect(allBytes(dirname(where.path)).includes("张三")).toBe(false);
    expect(readdirSync(dirname(where.path)).filter((name) => /encrypt/.test(name))).toEqual([]);
  });

  it("stays as it is when another program reads it meanwhile, or the copy fails", () => {
    const where = plainStore();
    const before = readFileSync(where.path);
    mkdirSync(`${where.path}.encrypting`);
    expect(() => openStore(where.path, { clock, keepers: where.keepers })).toThrow(/EISDIR|ERR_FS_EISDIR|directory/);
    rmSync(`${where.path}.encrypting`, { recursive: true });
    expect(readFileSync(where.path).equals(before)).toBe(true);
    expect(existsSync(`${where.path}.before-encryption`)).toBe(false);
    expect(kindOf(() => openStore(where.path, { clock, keepers: where.keepers }))).toBe("no error");
  });
});

describe("moving between the editions", () => {
  const secret = Buffer.alloc(32, 7);
  /** Stands for the system's own place: here it needs none. */
  const system: KeyKeeper = {
    kind: "system",
    file: null,
    keep: (given) => Buffer.from(given.map((byte, at) => byte ^ secret[at]!)).toString("hex"),
    recall: (kept) => Buffer.from(Buffer.from(kept, "hex").map((byte, at) => byte ^ secret[at]!)),
    forget: () => undefined,
  };

  it("leaves no weaker key behind, once the one in use holds; and the way back is the recovery code", () => {
    const { path, keepers, keyFile, code, caseId } = closedStore("with code");
    const [file] = keepers;
    const desktop = [system, file!];
    const open = openWithSafe(path, { clock, keepers: desktop, onFailure: () => undefined });
    expect(open.safe.keys.status()).toMatchObject({ keptBy: "system", others: ["key-file"] });
    open.safe.keys.keepOnlyPresent(act("keys.keepOnlyPresent"));
    expect(open.safe.keys.status()).toMatchObject({ keptBy: "system", others: [] });
    expect(existsSync(keyFile)).toBe(false);
    expect(open.store.audit.query({ operation: "keys.keepOnlyPresent", limit: 1 }).rows[0]).toMatchObject({
      detail: { dropped: "key-file" },
    });
    open.closeNow();

    // the desktop goes on; the browser edition, and whoever has copies of before, has no key any more
    openStore(path, { clock, keepers: desktop }).close();
    expect(kindOf(() => openStore(path, { clock, keepers }))).toBe("key-missing");
    unlockWithRecoveryCode(path, code, keepers, BY_TEST);
    const browser = openWithSafe(path, { clock, keepers, onFailure: () => undefined });
    expect(browser.safe.keys.status()).toMatchObject({ keptBy: "key-file", others: ["system"] });
    browser.safe.keys.keepOnlyPresent(act("keys.keepOnlyPresent"));
    expect(browser.store.cases.get(caseId)).toBeDefined();
    browser.closeNow();
    expect(kindOf(() => openStore(path, { clock, keepers: [system] }))).toBe("key-missing");
    openStore(path, { clock, keepers }).close();
  });

  it("is refused while there is no recovery code, and where the key in use does not open after all", () => {
    const { path, keepers, keyFile } = closedStore();
    const open = openWithSafe(path, { clock, keepers: [system, ...keepers], onFailure: () => undefined });
    onTestFinished(() => open.closeNow());
    const refused = expect.objectContaining({ code: "recovery-code-needed" }) as StoreRefusal;
    expect(() => open.safe.keys.keepOnlyPresent(act("keys.keepOnlyPresent"))).toThrow(refused);
    expect(existsSync(keyFile)).toBe(true);
    expect(open.safe.keys.status().others).toEqual(["key-file"]);
    const opened = internalsOf(openAt({ path: join(dirname(path), "..", "other", "counter.db"), keepers, keyFile })).keys!;
    const broken: KeyKeeper = { ...system, recall: () => Buffer.alloc(32) };
    const failing = { ...opened, keptBy: broken };
    expect(() => keepOnlyPresent(path, failing, keepers)).toThrow(expect.objectContaining({ kind: "key-missing" }));
    expect(existsSync(keyFile)).toBe(true);
  });
});
