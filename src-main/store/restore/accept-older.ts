/**
 * An older store on purpose: it was put back from a copy of the machine, and the work since is to be given up. Somebody says so
 * once; the store remembers it, and what was left behind is no longer held against it.
 */
import { existsSync } from "node:fs";
import { contentsOf } from "../backups/contents.ts";
import { clerkReads } from "../areas/office/clerks.ts";
import { openReader, openWriter } from "../file/connection.ts";
import { StoreError, withStoreErrors } from "../file/errors.ts";
import { realStorePath } from "../file/files.ts";
import { openKeys, type KeyKeeper } from "../keys/keys.ts";
import { holdLock, isHeldHere } from "../file/lock.ts";
import type { Restorer } from "./offline.ts";
import { keysOfPlace, requireCode } from "../keys/offline-keys.ts";
import { appendAudit } from "../file/operation.ts";
import { codeFrom, codesTold, requireNotEnded } from "../trust/code-in-force.ts";
import { backupPlacesOf, knownHeads, newerBackup, requireToldState, type KnownHead } from "../trust/freshness.ts";
import { liftBeyond } from "../trust/reach.ts";
import { requireOwnSchema } from "../trust/schema.ts";
import type { BackupContents } from "../backups/types.ts";
import type { Store } from "../types.ts";

/**
 * @param approve asked with the clerks of the store itself; by throwing it leaves everything as it is
 * @throws StoreRefusal `recovery-code-needed`, `recovery-code-wrong`, `recovery-code-ended`, `backup-unsigned`; StoreError of any kind
 */
export async function acceptOlder(
  given: string,
  keepers: readonly KeyKeeper[],
  recoveryCode: string | undefined,
  at: string,
  approve: (clerks: Pick<Store["clerks"], "byLogin">) => Promise<Restorer>,
): Promise<void> {
  const path = realStorePath(given);
  if (isHeldHere(path)) throw new StoreError("locked", `this process has ${path} open already`);
  if (!existsSync(path)) throw new StoreError("missing", `${path} is gone`);
  const lock = withStoreErrors(() => holdLock(path));
  try {
    const here = keysOfPlace(path);
    if (here === undefined) throw new StoreError("key-missing", `there are no keys of ${path}`);
    const by = requireCode(here, recoveryCode);
    const { key } = openKeys(path, here, keepers);
    const reader = openReader(path, key);
    let leftReach = 0;
    let left: Readonly<Record<string, unknown>> = {};
    let restorer;
    try {
      const version = reader.pragma("user_version") as number;
      requireOwnSchema(path, reader, version);
      requireToldState(path, reader, version);
      requireNotEnded(codesTold(reader).wasReplaced, by);
      const newer = newerBackup(reader, knownHeads(backupPlacesOf(path, reader), key));
      leftReach = newer?.reach ?? 0;
      if (newer !== undefined) left = whatIsLeft(newer, contentsOf(reader, version));
      restorer = await approve(clerkReads(reader));
    } finally {
      reader.close();
    }
    const { operation, clerkId, detail } = restorer;
    const writer = openWriter(path, "in-use", key);
    try {
      writer.transact((inside) =>
        appendAudit(inside, { operation, clerkId, at, requestId: null }, "store.restore", {
          answer: null,
          subject: null,
          detail: { ...detail, ...left, ...codeFrom(inside, by), lift: liftBeyond(inside, leftReach) },
        }),
      );
    } finally {
      writer.close();
    }
  } finally {
    lock.release();
  }
}

/** What the newest backup knows and this store does not: where its chain ends, and how much lies between. */
function whatIsLeft({ sequence, hash, cases }: KnownHead, here: BackupContents): Readonly<Record<string, unknown>> {
  return {
    leftRow: sequence,
    leftHash: hash,
    lostWrites: Math.max(0, sequence - here.auditSequence),
    lostCases: Math.max(0, cases - here.cases),
  };
}
