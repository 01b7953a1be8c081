/** Whoever lays files where the program reads them: a stick with crafted backups, what lies beside a store, pages of an earlier day. */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { canonicalJson, sha256 } from "../../src-main/store/file/canonical.ts";
import { openReader, openWriter } from "../../src-main/store/file/connection.ts";
import { openWithSafe, fileKeeper } from "../../src-main/store/index.ts";
import { internalsOf, openStore } from "../../src-main/store/file/open.ts";
import { readManifest, writeManifest, type BackupManifest } from "../../src-main/store/trust/manifest.ts";
import { contentsOf, encodeContents } from "../../src-main/store/backups/contents.ts";
import { ADMIN, sharedOffice, temporaryFolder } from "../unit/desk/rescue/rescue-office.ts";
import { hashPassword } from "../../src-main/desk/session/passwords.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";

vi.setConfig({ testTimeout: 120_000 });

const LATER = "2025-07-16T02:00:00.000Z";
const EVIL = { login: "evil", password: "evil-evil-2026" };
const { office, nextDay } = sharedOffice();

/** Whatever was changed in a manifest, its own checksum is right again: it needs no key. */
function rewrite(folder: string, name: string, change: (manifest: BackupManifest) => object): void {
  const manifest = change(JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as BackupManifest);
  const { checksum: _checksum, ...rest } = manifest as BackupManifest & { checksum?: string };
  const made = rest as BackupManifest;
  writeFileSync(join(folder, `${made.name}.json`), JSON.stringify({ ...made, checksum: sha256(canonicalJson(made)) }));
}

/** Where the backups beside a store lie: a room for each store, and what earlier programs left in the place itself. */
const roomsOf = (data: string): string[] => roomsIn(join(data, "backups"));
const roomsIn = (place: string): string[] => {
  const rooms = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "chunks");
  return [place, ...rooms.map(({ name }) => join(place, name))];
};

/** A store of the attacker's own, without encryption, with an attachment of a strange name; and a backup of it. */
async function strangersBackup(
  attachment: string,
  content: string,
): Promise<{ readonly folder: string; readonly name: string; readonly store: string }> {
  const place = temporaryFolder();
  const path = join(place, "own", "counter.db");
  const { clock } = office.machine;
  const safe = openWithSafe(path, { clock, onFailure: () => undefined });
  const passwordHash = await hashPassword(EVIL.password, CHEAP_SCRYPT_COST);
  const act = { operation: "session.setup", clerkId: "e1", at: clock.now(), requestId: null };
  const evil = { id: "e1", login: EVIL.login, name: "外人甲", role: "administrator", passwordHash } as const;
  safe.store.clerks.setUp(act, { code: "2102", name: "测试区医保中心", cities: ["dalian"] }, evil);
  safe.closeNow();
  const writer = openWriter(path, "in-use");
  writer.transact((inside) => {
    inside.run(
      `INSERT INTO people (number, kind, identity_number, name, phone, names) VALUES (1, 'citizen', '210299196503040019', '某', '', 1)`,
    );
    const columns = (
      writer.pragmaRows("table_info(cases)") as { name: string; notnull: number; type: string; dflt_value: unknown }[]
    )
      .filter(({ notnull, dflt_value }) => notnull === 1 && dflt_value === null)
      .map(
        ({ name, type }) =>
          [name, { person: 1, state: "open", id: "c1", number: 1, version: 0 }[name] ?? (type === "TEXT" ? "x" : 0)] as const,
      );
    inside.run(
      `INSERT INTO cases (${columns.map(([name]) => name).join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
      ...columns.map(([, value]) => value),
    );
    inside.run(
      `INSERT INTO attachments (id, case_id, name, media_type, bytes, sha256, added_at, clerk_name)
       VALUES ('a1', 'c1', 'a.pdf', 'application/pdf', 1, ?, ?, 'x')`,
      attachment,
      clock.now(),
    );
  });
  writer.close();
  const folder = join(place, "stick");
  const bytes = readFileSync(path);
  const CHUNK = 64 * 1024;
  const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, i) => bytes.subarray(i * CHUNK, (i + 1) * CHUNK));
  for (const chunk of chunks) {
    const hash = sha256(chunk);
    mkdirSync(join(folder, "chunks", hash.slice(0, 2)), { recursive: true });
    writeFileSync(join(folder, "chunks", hash.slice(0, 2), hash), chunk);
  }
  const name = "20250714T000000000Z-manual";
  const reader = openReader(path);
  const contents = encodeContents(contentsOf(reader, reader.pragma("user_version") as number), null);
  reader.close();
  writeManifest(folder, {
    format: 1,
    name,
    at: "2025-07-14T00:00:00.000Z",
    reason: "manual",
    keys: null,
    bytes: bytes.length,
    chunkBytes: CHUNK,
    chunks: chunks.map((chunk) => sha256(chunk)),
    newBytes: 0,
    contents,
  });
  const file = join(folder, "attachments", attachment.slice(0, 2), attachment);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return { folder, name, store: path };
}

describe("a backup that a stranger made", () => {
  it("writes no file outside, with whatever login it brings, and is not taken for the office's", async () => {
    const machine = nextDay();
    const target = join(machine.place, "autostart", "evil.desktop");
    mkdirSync(dirname(target));
    // the schema wants 64 characters: a path of just that many, out of the data and, on the stick, into the stranger's own place
    const path = `../${"./".repeat(40)}`.slice(0, 64 - "autostart/e".length) + "autostart/e";
    expect(path).toHaveLength(64);
    const { folder, name } = await strangersBackup(path, "[Desktop Entry]\nExec=evil");
    rmSync(machine.store);
    await machine.start();
    const before = readdirSync(machine.place, { recursive: true }).filter((file) => String(file).includes("autostart"));
    const stranger = { requestId: randomUUID(), folder, name, ...EVIL, reason: "硬盘坏道" };
    expect((await machine.refusal("rescue.restore", { ...stranger, recoveryCode: null })).code).toBe("recovery-code-needed");
    // even with the office's code such names are no attachments
    const byCode = { ...stranger, requestId: randomUUID(), recoveryCode: office.code };
    expect((await machine.refusal("rescue.restore", byCode)).code).toBe("backup-damaged");
    expect(readdirSync(machine.place, { recursive: true }).filter((file) => String(file).includes("autostart"))).toEqual(before);
    const plan = await machine.call("rescue.inspect", { folder, name, recoveryCode: office.code });
    expect(plan).toMatchObject({ signed: false, otherStore: true });
    await machine.stop();
  });

  it("with content that is not what its name says brings no file", async () => {
    const machine = nextDay();
    const hash = sha256("what it should be");
    const { folder, name } = await strangersBackup(hash, "something else");
    rmSync(machine.store);
    await machine.start();
    const given = { requestId: randomUUID(), folder, name, ...EVIL, recoveryCode: office.code, reason: "硬盘坏道" };
    expect(await machine.call("rescue.restore", given)).toBeNull();
    const found = readdirSync(machine.data, { recursive: true }).filter((file) => String(file).endsWith(hash));
    expect(found).toEqual([]);
    // what came unencrypted is encrypted with the office's key, and a second person has to answer for it
    expect(readFileSync(machine.store).subarray(0, 8).toString("latin1")).toBe("YBCUENC1");
    await machine.call("session.login", EVIL);
    const { restoreToConfirm } = await machine.call("session.status", {});
    expect(restoreToConfirm).toMatchObject({ unsigned: true, reason: "硬盘坏道", confirm: "by-code" });
  });

  it("with triggers, views or tables of its own is none", async () => {
    const machine = nextDay();
    const { folder, name, store } = await strangersBackup(sha256("x"), "x");
    const writer = openWriter(store, "in-use");
    writer.restructure((inside) =>
      inside.exec("CREATE TRIGGER back_door AFTER INSERT ON audit BEGIN UPDATE clerks SET role = 'administrator'; END"),
    );
    writer.close();
    expect(() => openStore(store, { clock: machine.clock })).toThrow(/back_door/);
    expect(readManifest(folder, name).keys).toBeNull();
  });
});

describe("the office's own backup, changed without the key", () => {
  it("an older page in it is told, whatever its checksums say", async () => {
    const machine = nextDay();
    const folder = machine.room;
    rewrite(folder, office.backup, (manifest) => ({
      ...manifest,
      chunks: [manifest.chunks[0]!, ...manifest.chunks.slice(1).reverse()],
    }));
    rmSync(machine.store);
    await machine.start();
    const inspected = { folder, name: office.backup, recoveryCode: office.code };
    expect(await machine.call("rescue.inspect", inspected)).toMatchObject({ sound: false });
    const given = { requestId: randomUUID(), ...inspected, ...ADMIN, reason: "硬盘坏道" };
    expect((await machine.refusal("rescue.restore", given)).code).toBe("backup-damaged");
  });

  it("without its MAC it is an earlier program's: the code is asked for while the app runs, too, and the plan says so", async () => {
    const machine = nextDay();
    const folder = machine.room;
    rewrite(folder, office.backup, ({ mac: _mac, ...manifest }) => manifest);
    await machine.start();
    await machine.call("session.login", ADMIN);
    const { clerk, oneTimePassword } = await machine.call("clerks.create", {
      requestId: randomUUID(),
      login: "fuhe",
      name: "复核乙",
      role: "reviewer",
      second: { recoveryCode: office.code },
    });
    expect(clerk.role).toBe("reviewer");
    expect(await machine.call("backup.inspect", { folder, name: office.backup })).toMatchObject({ signed: false, sound: true });
    const second = { login: "fuhe", password: oneTimePassword! };
    const given = { folder, name: office.backup, password: ADMIN.password, reason: "误操作" };
    // nobody's account yet: its password is still the administrator's
    expect((await machine.refusal("backup.restore", { requestId: randomUUID(), ...given, second })).code).toBe(
      "second-person-needed",
    );
    const byCode = { recoveryCode: office.code };
    const withoutCode = { requestId: randomUUID(), ...given, second: byCode };
    expect((await machine.refusal("backup.restore", withoutCode)).code).toBe("recovery-code-needed");
    await machine.call("backup.restore", { requestId: randomUUID(), ...given, second: byCode, recoveryCode: office.code });
    await machine.call("session.login", ADMIN);
    const { rows } = await machine.call("audit.list", { operation: "backup.restore", limit: 10 });
    const told = rows.map(({ detail }) => detail).join();
    for (const part of ["误操作", "王敏（admin）", "恢复码", office.backup, "少了的审计记录", "原审计链末行"])
      expect(told).toContain(part);
  });

  it("a proof that somebody else wrote, and a name that is another's, count for nothing", async () => {
    const machine = nextDay();
    const folder = machine.room;
    const proof = { at: LATER, how: "opened", sound: true, problems: [] };
    writeFileSync(join(folder, `${office.backup}.proof`), JSON.stringify({ proof, mac: "0".repeat(64) }));
    cpSync(join(folder, `${office.backup}.json`), join(folder, "20300101T000000000Z-manual.json"));
    await machine.start();
    await machine.call("session.login", ADMIN);
    const listed = await machine.call("backup.list", { folder });
    expect(listed.find(({ name }) => name === office.backup)?.proof).toBeNull();
    expect(listed.map(({ name }) => name)).not.toContain("20300101T000000000Z-manual");
  });

  it("does not fill the disk: more parts than bytes, more than a disk", () => {
    const machine = nextDay();
    const folder = machine.room;
    const { chunks } = readManifest(folder, office.backup);
    rewrite(folder, office.backup, (manifest) => ({ ...manifest, chunks: Array.from({ length: 100_000 }, () => chunks[0]!) }));
    expect(() => readManifest(folder, office.backup)).toThrow(/damaged/);
    rewrite(folder, office.backup, (manifest) => ({ ...manifest, bytes: 2 ** 60 }));
    expect(() => readManifest(folder, office.backup)).toThrow(/damaged/);
  });
});

describe("what lies in a folder", () => {
  it("pipes and links under the names of backups are no backups, and keep nobody waiting", async () => {
    const machine = nextDay();
    const folder = join(temporaryFolder(), "stick");
    mkdirSync(folder);
    execFileSync("mkfifo", [join(folder, "20250101T000000000Z-manual.json")]);
    symlinkSync(join(machine.room, `${office.backup}.json`), join(folder, `${office.backup}.json`));
    await machine.start();
    await machine.call("session.login", ADMIN);
    expect(await machine.call("backup.list", { folder })).toEqual([]);
    expect((await machine.refusal("backup.inspect", { folder, name: office.backup })).code).toBe("not-found");
    // nothing is written to where a link leads
    const victim = join(machine.place, "victim");
    writeFileSync(victim, "mine");
    symlinkSync(victim, join(folder, "keys.json.unfinished"));
    symlinkSync(victim, join(folder, "probe.unfinished"));
    await machine.call("backup.chooseFolder", { requestId: randomUUID(), folder });
    await machine.call("backup.now", {});
    expect(readFileSync(victim, "utf8")).toBe("mine");
  });

  it("other machines are asked for nothing", async () => {
    const machine = nextDay();
    await machine.start();
    await machine.call("session.login", ADMIN);
    for (const folder of ["\\\\host\\share", "//host/share", "relative", "/tmp/\0x"]) {
      expect((await machine.refusal("backup.list", { folder })).code).toBe("folder-refused");
      expect((await machine.refusal("backup.chooseFolder", { requestId: randomUUID(), folder })).code).toBe("folder-refused");
      expect((await machine.refusal("backup.inspect", { folder, name: office.backup })).code).toBe("folder-refused");
    }
  });

  it("a note of an exchange that the program did not write moves nothing", async () => {
    const machine = nextDay();
    const note = `${machine.store}.swap.json`;
    writeFileSync(note, JSON.stringify({ stamp: "../../../out", keys: null }));
    cpSync(machine.store, `${machine.store}.restoring`);
    await machine.start();
    expect(await machine.call("session.status", {})).toMatchObject({ needsSetup: false });
    expect(existsSync(note)).toBe(false);
    expect(existsSync(`${note}.refused`)).toBe(true);
    expect(existsSync(join(machine.place, "..", "out"))).toBe(false);
  });
});

describe("in the place of the store", () => {
  it("a store without encryption is none of ours", async () => {
    const machine = nextDay();
    const { store } = await strangersBackup(sha256("x"), "x");
    cpSync(store, machine.store);
    for (const end of ["-wal", "-shm"]) rmSync(machine.store + end, { force: true });
    const bytes = readFileSync(machine.store);
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "store-not-ours" });
    expect(readFileSync(machine.store)).toEqual(bytes);
  });

  it("a store without encryption is none of ours either where somebody has taken the keys beside it away", async () => {
    const machine = nextDay();
    const { store } = await strangersBackup(sha256("x"), "x");
    cpSync(store, machine.store);
    for (const end of ["-wal", "-shm", ".keys.json", ".keys.copy.json"]) rmSync(machine.store + end, { force: true });
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "store-not-ours" });
  });

  it("pages of an earlier day are told at the opening: a disabled administrator does not come back", async () => {
    const place = temporaryFolder();
    const path = join(place, "counter.db");
    const keepers = [fileKeeper(join(place, "machine.key"))];
    const { clock } = office.machine;
    const act = (operation: string, clerkId: string | null = "a1") => ({ operation, clerkId, at: clock.now(), requestId: null });
    let store = openStore(path, { clock, keepers });
    const clerk = (id: string) => ({ id, login: id, name: id, role: "administrator", passwordHash: "x" }) as const;
    store.clerks.setUp(act("session.setup", null), { code: "2102", name: "中心", cities: ["dalian"] }, clerk("a1"));
    store.clerks.add(act("clerks.create"), { ...clerk("b1"), mustChangePassword: false });
    const { writer, reader } = internalsOf(store);
    writer.pragmaRows("wal_checkpoint(TRUNCATE)");
    const { rootpage } = reader.get<{ rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'clerks'")!;
    const page = (number: number): readonly [number, number] => [(number - 1) * 4096, number * 4096];
    const then = readFileSync(path).subarray(...page(rootpage));
    store.clerks.change(act("clerks.changeRole"), "b1", { role: "clerk" });
    store.clerks.change(act("clerks.setActive"), "b1", { active: false, reason: "调离" });
    store.close();
    const bytes = readFileSync(path);
    then.copy(bytes, page(rootpage)[0]);
    writeFileSync(path, bytes);
    expect(() => openStore(path, { clock, keepers })).toThrow(expect.objectContaining({ kind: "altered" }) as Error);
  });

  it("a whole store of an earlier day is told; the administrator may use it with the code, which is remembered and told once", async () => {
    const machine = nextDay();
    cpSync(machine.store, `${machine.store}-then`);
    await machine.start();
    await machine.call("session.login", ADMIN);
    await machine.call("backup.now", {});
    await machine.stop();
    for (const end of ["-wal", "-shm"]) rmSync(machine.store + end, { force: true });
    renameSync(`${machine.store}-then`, machine.store);
    // names are anybody's: what calls itself further and is nothing hides nothing
    for (const folder of roomsOf(machine.data)) {
      for (let nth = 0; nth < 9; nth++) {
        writeFileSync(join(folder, `29991231T00000${nth}000Z-shift.9999${nth}-0123456789abcdef.json`), "{}");
      }
    }
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "store-outdated", ways: ["restore", "accept"] });
    const given = { requestId: randomUUID(), recoveryCode: office.code, ...ADMIN, reason: "整机还原到上周的镜像" };
    expect((await machine.refusal("rescue.accept", { ...given, recoveryCode: "0000" })).code).toBe("recovery-code-wrong");
    expect((await machine.refusal("rescue.accept", { ...given, password: "not-it-2026" })).code).toBe("wrong-password");
    expect(await machine.call("rescue.accept", given)).toBeNull();
    await machine.call("session.login", ADMIN);
    const { restoreToConfirm } = await machine.call("session.status", {});
    expect(restoreToConfirm).toMatchObject({ reason: given.reason, by: "王敏（admin）", lostCases: 0 });
    expect(restoreToConfirm!.lostWrites).toBeGreaterThan(0);
    await machine.stop();
    await machine.start();
    expect((await machine.call("session.status", {})).needsSetup).toBe(false);
  });

  it("a whole store of an earlier day is told of as well where the newer lists cannot be read: by the page, and by the audit's", async () => {
    const machine = nextDay();
    cpSync(machine.store, `${machine.store}-then`);
    await machine.start();
    await machine.call("session.login", ADMIN);
    await machine.call("backup.now", {});
    expect((await machine.call("backup.status", {})).problem).not.toContain("清单读不出来");
    await machine.stop();
    for (const end of ["-wal", "-shm"]) rmSync(machine.store + end, { force: true });
    renameSync(`${machine.store}-then`, machine.store);
    // one bit in each list that knows of the rows since, in every place
    const rooms = [...roomsOf(machine.data), ...roomsIn(office.second)];
    const lists = rooms.flatMap((room) =>
      readdirSync(room).map((name) => ({ path: join(room, name), row: Number(/\.(\d+)-/.exec(name)?.[1]) })),
    );
    const known = lists.filter(({ path, row }) => path.endsWith(".json") && row > 0);
    const oldest = Math.min(...known.map(({ row }) => row));
    for (const { path } of known.filter(({ row }) => row > oldest)) {
      const bytes = readFileSync(path);
      bytes[bytes.length - 9]! ^= 1;
      writeFileSync(path, bytes);
    }
    await machine.start();
    await machine.call("session.login", ADMIN);
    expect((await machine.call("backup.status", {})).problem).toContain("的清单读不出来");
    const verdict = await machine.call("audit.verify", {});
    expect(verdict.sound).toBe(false);
    expect(verdict.problems.join("")).toContain("清单读不出来");
  });
});
