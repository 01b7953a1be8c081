/**
 * The way back that the program and the administrator's manual name: after an upgrade that an office does not want, the program of
 * before opens the copy of before and works on; and a later upgrade takes along what was done meanwhile. Each earlier program runs by
 * its own code out of this repository's history, beside today's packages. Only by `npm run test:drills`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test, type TestContext } from "vitest";
import { acceptOlder, copiesBefore, openWithSafe, StoreError, type StoreErrorKind } from "../../src-main/store/index.ts";
import { CHEAP_SCRYPT_COST } from "../cheap-scrypt.ts";
import { act } from "../store/support.ts";
import { TestClock } from "../unit/desk/test-desk.ts";
import { keepersOf, keptStores, unpack } from "../upgrades/stores.ts";
import { IS_LONG } from "./days.ts";
import type { Visit } from "./earlier-program.ts";
import { drillFolder } from "./machines.ts";

const root = join(import.meta.dirname, "../..");
const UPGRADED_AT = "2025-07-16T02:00:00.000Z";
const WENT_BACK_AT = "2025-07-17T02:00:00.000Z";
const AGAIN_AT = "2025-07-18T02:00:00.000Z";

/** The commit's own files with today's packages; where they cannot be had, the test is skipped and says why. */
function checkoutOf(commit: string, folder: string, { skip }: TestContext): string {
  const checkout = join(folder, "checkout");
  mkdirSync(checkout);
  const asked = spawnSync("git", ["cat-file", "-e", `${commit}^{commit}`], { cwd: root });
  if (asked.status !== 0) skip(`${commit} is not in this history, or there is no git`);
  const tar = execFileSync("git", ["archive", commit, ".", ":(exclude)docs", ":(exclude)src-renderer"], {
    cwd: root,
    maxBuffer: 2 ** 30,
  });
  execFileSync("tar", ["-x", "-C", checkout], { input: tar });
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"));
  return checkout;
}

function visitBy(checkout: string, path: string, at: string, { skip }: TestContext): Visit {
  const script = join(import.meta.dirname, "earlier-program.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, checkout, path, at], { encoding: "utf8" });
  const missing = /Cannot find (?:package|module) '[^']*'/.exec(stderr);
  if (status !== 0 && missing !== null) skip(`packages of then are not installed: ${missing[0]}`);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Visit;
}

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

const opened = (path: string, at: string) =>
  openWithSafe(path, {
    clock: new TestClock(at),
    keepers: keepersOf(dirname(path)),
    scryptCost: CHEAP_SCRYPT_COST,
    onFailure: () => undefined,
  });
function refusalOf(path: string, at: string): StoreErrorKind | null {
  try {
    opened(path, at).closeNow();
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error.kind;
    throw error;
  }
}
const receiptsIn = ({ store }: ReturnType<typeof opened>): (string | null)[] =>
  store.cases.search({ text: "", state: null, limit: 100, offset: 0 }).rows.map(({ receiptNumber }) => receiptNumber);

/** As the manual has it: what the newer program left goes into a drawer, the copy takes the store's name. */
function goBack(path: string, drawer: string): void {
  const [copy] = copiesBefore(path);
  mkdirSync(drawer);
  const moved = ["counter.db", "counter.db-wal"];
  if (!copy!.encrypted) moved.push("counter.db.keys.json", "counter.db.keys.copy.json", "backups");
  for (const name of moved) {
    const file = join(dirname(path), name);
    if (existsSync(file)) renameSync(file, join(drawer, name));
  }
  renameSync(join(dirname(path), copy!.name), path);
}

describe.skipIf(!IS_LONG)("the way back after an upgrade", () => {
  for (const office of keptStores()) {
    test(`${office.commit} (schema ${office.version})`, { timeout: 600_000 }, async (context) => {
      const folder = drillFolder();
      const checkout = checkoutOf(office.commit, folder, context);
      const path = unpack(office);
      context.onTestFinished(() => rmSync(dirname(path), { recursive: true }), 120_000);
      const stick = join(folder, "stick");
      mkdirSync(stick);

      // upgraded, and used as the manual asks: a recovery code, a second place, backups in both
      const today = opened(path, UPGRADED_AT);
      const before = receiptsIn(today);
      const by = { clerkId: today.store.clerks.byLogin("admin")!.id, at: UPGRADED_AT };
      const code = today.safe.keys.newRecoveryCode(act("keys.newRecoveryCode", by));
      today.safe.backups.setFolder(act("backup.chooseFolder", by), stick);
      await today.safe.backups.make("manual");
      await today.close();

      // the earlier program leaves what is newer as it is
      const bytes = hashOf(path);
      const met = visitBy(checkout, path, WENT_BACK_AT, context);
      expect(met).toMatchObject({ refused: office.encrypted ? "newer" : "not-ours" });
      expect(hashOf(path)).toBe(bytes);

      goBack(path, join(folder, "drawer"));
      const back = visitBy(checkout, path, WENT_BACK_AT, context);
      expect(back).toMatchObject({ refused: null, problems: [] });
      if (back.refused !== null) throw new Error(back.detail);
      expect(new Set(back.cases)).toEqual(new Set(before));
      expect(back.papers).toBeGreaterThanOrEqual(11);

      // the next upgrade, some day, is told of what was given up on the way back, and takes along what was done since
      const refusal = refusalOf(path, AGAIN_AT);
      expect(refusal).toBe(office.encrypted ? "outdated" : null);
      if (refusal !== null) {
        await acceptOlder(path, keepersOf(dirname(path)), code, AGAIN_AT, (clerks) =>
          Promise.resolve({
            operation: "rescue.accept",
            clerkId: clerks.byLogin("admin")!.id,
            detail: { reason: "退回过旧版本" },
          }),
        );
      }
      const again = opened(path, AGAIN_AT);
      expect(again.store.verify()).toEqual([]);
      expect(new Set(receiptsIn(again))).toEqual(new Set([...before, back.taken]));
      await again.close();
    });
  }
});
