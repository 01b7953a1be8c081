import { accessSync, constants } from "node:fs";
import { StoreError, StoreRefusal, asStoreError } from "../file/errors.ts";
import type { BackupFailure } from "./types.ts";
import type { StoreErrorKind } from "../file/types.ts";

const TOLD_KINDS: Partial<Record<StoreErrorKind, BackupFailure["code"]>> = {
  locked: "store-locked",
  full: "store-full",
  "read-only": "store-read-only",
  corrupt: "store-corrupt",
};

/** `folder` is asked once more: making folders on a read-only disk is answered with "no such folder". */
export function codeOf(error: unknown, folder: string): Pick<BackupFailure, "code" | "detail"> {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof StoreRefusal && error.code === "backup-place-missing") return { code: error.code, detail };
  for (const candidate of [asStoreError(error), asStoreError(errorOfWriting(folder))]) {
    const code = candidate instanceof StoreError ? TOLD_KINDS[candidate.kind] : undefined;
    if (code !== undefined) return { code, detail };
  }
  return { code: "backup-failed", detail };
}

function errorOfWriting(folder: string): unknown {
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return error;
  }
}
