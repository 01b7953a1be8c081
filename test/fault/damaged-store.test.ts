/** Bits that flip in the store, its log and its keys, and stores that are cut short: all is found, nothing gives wrong content. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openingProblem } from "../../src-main/hosts/opening.ts";
import { openStore, StoreError, unlockWithRecoveryCode, type Store } from "../../src-main/store/index.ts";
import { submitted } from "./deeds.ts";
import { everyBit, flipped, nameOf, randomBits, type Flip } from "./flips.ts";
import { ROUNDS, seeded, SEED, IS_SAMPLE } from "./rounds.ts";
import { AT_START } from "./told.ts";
import { clock, keepersIn, openSafe, setUpOnce, storeIn, submissionOf, submit } from "./work.ts";

const CASES = 12;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yibao-damaged-"));
  path = storeIn(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const opened = (): Store => openStore(path, { clock, keepers: keepersIn(folder) });

/** Everything that the counter would show. */
const contentOf = (store: Store): string => JSON.stringify([...store.cases.versions()].map(({ payload }) => payload));

interface Sound {
  readonly bytes: Buffer;
  readonly content: string;
}

function soundStore(): Sound {
  const store = opened();
  setUpOnce(store);
  for (let i = 0; i < CASES; i++) submit(store, submissionOf(1, i));
  const content = contentOf(store);
  store.close();
  return { bytes: readFileSync(path), content };
}

function put(bytes: Buffer): void {
  for (const end of ["-wal", "-shm"]) rmSync(path + end, { force: true });
  writeFileSync(path, bytes);
}

type Found = keyof typeof AT_START | "as it was";

/** What the clerk is told when the store is opened, read through and verified; `as it was` = all of it is. */
function found({ content }: Sound): Found {
  let store: Store;
  try {
    store = opened();
  } catch (error) {
    return kindTold(error);
  }
  try {
    let read: string | undefined;
    try {
      read = contentOf(store);
    } catch (error) {
      return kindTold(error);
    }
    // what can be read is never other content, whether or not the whole is sound
    expect(read).toBe(content);
    return store.verify().length === 0 ? "as it was" : "corrupt";
  } finally {
    store.close();
  }
}

function kindTold(error: unknown): Found {
  if (!(error instanceof StoreError)) throw error;
  const kind = error.kind as keyof typeof AT_START;
  expect(openingProblem(error, folder).split("\n")[0]).toBe(AT_START[kind]);
  // every one of them leads on to the backups, or to the recovery code
  expect(openingProblem(error, folder)).toMatch(/恢复/);
  return kind;
}

describe("a bit that flips in the store", () => {
  /** Byte by byte: the mark of an encrypted store, the id of its key, SQLite's numbers that are not encrypted, pages. */
  const expected = ({ byte }: Flip): Found => (byte >= 8 && byte < 16 ? "wrong-key" : "corrupt");

  it("among the first bytes, every single one, is told for what it is", () => {
    const sound = soundStore();
    for (const flip of everyBit(0, 32)) {
      put(flipped(sound.bytes, flip));
      expect(found(sound), nameOf(flip)).toBe(expected(flip));
    }
    put(sound.bytes);
    expect(found(sound)).toBe("as it was");
  });

  it(`anywhere else, ${ROUNDS * 5} times, is found, and gives no wrong content`, () => {
    const sound = soundStore();
    for (const flip of randomBits(seeded(SEED), ROUNDS * 5, 32, sound.bytes.length)) {
      put(flipped(sound.bytes, flip));
      expect(found(sound), nameOf(flip)).toBe("corrupt");
    }
  });
});

it("a store that is cut short anywhere is corrupt, not foreign and not new", () => {
  const sound = soundStore();
  const sizes = [0, 1, 8, 20, 24, 71, 72, 100, 512, 4095, 4096];
  const stride = IS_SAMPLE ? 4096 * 7 : 4096;
  for (let size = 8192; size < sound.bytes.length; size += stride) sizes.push(size, size + 100);
  for (const size of sizes) {
    put(sound.bytes);
    truncateSync(path, size);
    expect(found(sound), `${size} bytes`).toBe("corrupt");
  }
});

it(`a bit that flips in the log after a crash, ${ROUNDS * 2} times: it is told, but for the last commit, and nothing is lost by asking`, () => {
  const store = opened();
  setUpOnce(store);
  const states = [contentOf(store)];
  for (let i = 0; i < CASES; i++) {
    submit(store, submissionOf(1, i));
    states.push(contentOf(store));
  }
  // as a crash leaves it: the log has not been folded in
  const kept = join(folder, "kept");
  for (const end of ["", "-wal"]) copyFileSync(path + end, kept + end);
  store.close();
  const log = readFileSync(`${kept}-wal`);
  const restoreCrash = (bytes: Buffer): void => {
    put(readFileSync(kept));
    writeFileSync(`${path}-wal`, bytes);
  };
  restoreCrash(log);
  const whole = opened();
  expect(contentOf(whole)).toBe(states.at(-1));
  whole.close();
  // a damaged last commit looks like one that a power cut stopped half way, which nobody was told of
  const lastCommit = commitEnds(log).at(-2)!;
  for (const flip of randomBits(seeded(SEED), ROUNDS * 2, 0, log.length)) {
    restoreCrash(flipped(log, flip));
    const answer = flip.byte < lastCommit ? "corrupt" : "an earlier state";
    // it stays so until somebody decides: whoever tries again is not given less without being told
    for (const time of ["first", "again"]) expect(earlierState(states), `${nameOf(flip)}, ${time}`).toBe(answer);
  }
});

it("a last commit that a power cut stopped half way is left out, once and for all", () => {
  const store = opened();
  setUpOnce(store);
  submit(store, submissionOf(1, 0));
  const before = contentOf(store);
  submit(store, submissionOf(1, 1));
  const kept = join(folder, "kept");
  for (const end of ["", "-wal"]) copyFileSync(path + end, kept + end);
  store.close();
  const log = readFileSync(`${kept}-wal`);
  const torn = Buffer.from(log);
  // the disk wrote the end of the commit, but not its beginning
  torn.fill(0, commitEnds(log).at(-2), commitEnds(log).at(-2)! + 24);
  put(readFileSync(kept));
  writeFileSync(`${path}-wal`, torn);
  for (let time = 0; time < 3; time++) {
    const again = opened();
    expect(contentOf(again)).toBe(before);
    expect(again.verify()).toEqual([]);
    again.close();
  }
});

/** Where in a log each commit ends, the last one at its end. */
function commitEnds(log: Buffer): number[] {
  const frame = 24 + log.readUInt32BE(8);
  const ends: number[] = [];
  for (let at = 32; at + frame <= log.length; at += frame) {
    const isCommit = log.readUInt32BE(at + 4) !== 0 && log.readUInt32BE(at + 8) === log.readUInt32BE(16);
    if (isCommit) ends.push(at + frame);
  }
  return ends;
}

function earlierState(states: readonly string[]): Found | "an earlier state" {
  let store: Store;
  try {
    store = opened();
  } catch (error) {
    return kindTold(error);
  }
  try {
    expect(states).toContain(contentOf(store));
    return store.verify().length === 0 ? "an earlier state" : "corrupt";
  } finally {
    store.close();
  }
}

describe("a bit that flips in what opens the store", () => {
  const spoilt = (file: string, flip: Flip): void => writeFileSync(file, flipped(readFileSync(file), flip));

  it("in one file of wrapped keys: the other one opens it, and mends the first", () => {
    const sound = soundStore();
    const random = seeded(SEED);
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ["keys.json", "keys.copy.json"]) {
        const file = `${path}.${name}`;
        const before = readFileSync(file);
        const [flip] = randomBits(random, 1, 0, before.length);
        spoilt(file, flip!);
        expect(found(sound), `${name}, ${nameOf(flip!)}`).toBe("as it was");
        writeFileSync(file, before);
      }
    }
  });

  it("in both, or in the machine's own key: the recovery code or a backup is asked for, and opens it", async () => {
    const sound = soundStore();
    const { safe, close } = openSafe(folder);
    const code = safe.keys.newRecoveryCode({
      operation: "keys.newRecoveryCode",
      clerkId: null,
      at: clock.now(),
      requestId: null,
    });
    await close();
    const machineKey = join(folder, "data.key");
    const key = readFileSync(machineKey);
    const random = seeded(SEED);
    for (const flip of randomBits(random, 5, 18, key.length - 1)) {
      writeFileSync(machineKey, flipped(key, flip));
      expect(found(sound), nameOf(flip)).toBe("key-missing");
    }
    rmSync(machineKey);
    unlockWithRecoveryCode(path, code, keepersIn(folder), { clock, operation: "counter unlock" });
    expect(found(sound)).toBe("as it was");

    rmSync(join(folder, "data", "backups"), { recursive: true });
    for (const name of ["keys.json", "keys.copy.json"]) spoilt(`${path}.${name}`, { byte: 40, bit: 0 });
    expect(found(sound)).toBe("key-damaged");
  });
});

it("a store with a sound header whose work goes on after a page was damaged refuses what it cannot read", () => {
  const sound = soundStore();
  const store = opened();
  submitted(store);
  store.close();
  const bytes = readFileSync(path);
  // all pages but the first: whatever is read next
  put(Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(bytes.length - 4096, 7)]));
  expect(found(sound)).toBe("corrupt");
});
