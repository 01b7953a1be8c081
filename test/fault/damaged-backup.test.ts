/** Bits that flip, and files that are cut short or gone, in backups and attachments. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BackupInfo, SafeStore } from "../../src-main/store/index.ts";
import { act, attach, pdfOf, submitted } from "./deeds.ts";
import { flipped, nameOf, randomBits } from "./flips.ts";
import { ROUNDS, seeded, SEED } from "./rounds.ts";
import { SENTENCES, toldAtOnce, toldBy } from "./told.ts";
import { openSafe, setUpOnce, submissionOf, submit } from "./work.ts";

const BACKED_UP = 4;
const random = seeded(SEED);

let root: string;
let folder: string;
let office: SafeStore;
let backup: BackupInfo;
let attachment: string;

/** A store whose cases are backed up, and one case later. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "yibao-damaged-backup-"));
  folder = join(root, "prepared");
  office = openSafe(folder);
  setUpOnce(office.store);
  for (let i = 1; i < BACKED_UP; i++) submit(office.store, submissionOf(0, i));
  ({ id: attachment } = await attach(office.store, submitted(office.store), 1));
  backup = await office.safe.backups.make("manual");
  submit(office.store, submissionOf(1, 0));
  office.closeNow();
});
beforeEach(() => {
  folder = join(root, "office");
  cpSync(join(root, "prepared"), folder, { recursive: true });
  office = openSafe(folder);
  backup = office.safe.backups.list().at(-1)!;
});
afterEach(() => {
  office.closeNow();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const filesBelow = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const total = (): number => office.store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total;

/** One bit flipped, cut short somewhere, or gone: each named. */
function damages(file: string, flips: number): readonly (readonly [string, () => void])[] {
  const bytes = readFileSync(file);
  const bits = randomBits(random, flips, 0, bytes.length);
  // the last byte of a text is its line end
  const sizes = [0, 1, Math.floor(bytes.length / 2), bytes.length - 2];
  return [
    ...bits.map((flip) => [nameOf(flip), () => writeFileSync(file, flipped(bytes, flip))] as const),
    ...sizes.map((size) => [`cut to ${size}`, () => (writeFileSync(file, bytes), truncateSync(file, size))] as const),
    ["gone", () => rmSync(file)],
    ["mended", () => writeFileSync(file, bytes)],
  ];
}

describe("a backup of which is damaged", () => {
  it("any chunk: it says so, is not restored, and the store goes on; whole again, it is", async () => {
    const chunks = filesBelow(join(backup.folder, "chunks"));
    expect(chunks.length).toBeGreaterThan(2);
    const flips = Math.max(1, Math.floor(ROUNDS / chunks.length / 2));
    for (const chunk of chunks) {
      for (const [what, damage] of damages(chunk, flips)) {
        damage();
        const isMended = what === "mended";
        expect((await office.safe.restore.inspect(backup)).sound, `${chunk}: ${what}`).toBe(isMended);
        if (isMended) continue;
        const told = await toldBy(() => office.safe.restore.run(act("backup.restore"), backup));
        expect(told, `${chunk}: ${what}`).toBe(SENTENCES["backup-damaged"]);
        expect(total()).toBe(BACKED_UP + 1);
      }
    }
    expect(office.store.verify()).toEqual([]);
    await office.safe.restore.run(act("backup.restore"), backup);
    expect(total()).toBe(BACKED_UP);
    expect(office.store.verify()).toEqual([]);
  });

  it("the manifest: it is no backup any more, is not listed, and is named as damaged where it is asked for", async () => {
    const file = join(backup.folder, `${backup.name}.json`);
    for (const [what, damage] of damages(file, ROUNDS)) {
      damage();
      const listed = office.safe.backups.list().some(({ name }) => name === backup.name);
      expect(listed, what).toBe(what === "mended");
      if (what === "mended") continue;
      const told = await toldBy(() => office.safe.restore.run(act("backup.restore"), backup));
      const gone = "没有找到这条记录，请返回列表刷新后再试。";
      expect(told, what).toBe(what === "gone" ? gone : SENTENCES["backup-damaged"]);
      // a new one is made all the same
      expect(total()).toBe(BACKED_UP + 1);
    }
    expect((await office.safe.backups.make("manual")).holds?.cases).toBe(BACKED_UP + 1);
  });

  it("the wrapped keys: this machine still restores it, and the next backup writes them anew", async () => {
    const file = join(backup.folder, "keys.json");
    const before = readFileSync(file);
    for (const [what, damage] of damages(file, 5)) {
      if (what === "gone") continue;
      damage();
      expect((await office.safe.restore.inspect(backup)).sound, what).toBe(true);
    }
    writeFileSync(file, "");
    await office.safe.backups.make("manual");
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("an attachment: the restored case says so, and scanning it again mends it", async () => {
    const [file = ""] = filesBelow(join(backup.folder, "attachments"));
    writeFileSync(file, flipped(readFileSync(file), { byte: statSync(file).size - 20, bit: 3 }));
    rmSync(join(folder, "data", "counter.db.attachments"), { recursive: true });
    await office.safe.restore.run(act("backup.restore"), backup);
    expect(toldAtOnce(() => office.store.attachments.read(attachment))).toBe(SENTENCES["attachment-damaged"]);
    expect(office.store.verify().map(({ area }) => area)).toEqual(["attachments"]);
    const { caseId } = office.store.attachments.get(attachment)!;
    await attach(office.store, caseId, 1);
    expect(Buffer.from(office.store.attachments.read(attachment)).equals(pdfOf(1))).toBe(true);
    expect(office.store.verify()).toEqual([]);
  });
});

it("a stored attachment that is damaged in any way is never handed out, is told by the check, and harms no other", async () => {
  const { store } = office;
  const { caseId } = store.attachments.get(attachment)!;
  const other = await attach(store, caseId, 2);
  const { sha256 } = store.attachments.get(attachment)!;
  const file = filesBelow(join(folder, "data", "counter.db.attachments")).find((each) => each.endsWith(sha256))!;
  for (const [what, damage] of damages(file, ROUNDS)) {
    damage();
    if (what === "mended") continue;
    expect(
      toldAtOnce(() => store.attachments.read(attachment)),
      what,
    ).toBe(SENTENCES["attachment-damaged"]);
    expect(
      store.verify().map(({ area }) => area),
      what,
    ).toEqual(["attachments"]);
    expect(Buffer.from(store.attachments.read(other.id)).equals(pdfOf(2))).toBe(true);
  }
  expect(Buffer.from(store.attachments.read(attachment)).equals(pdfOf(1))).toBe(true);
  expect(store.verify()).toEqual([]);
});
