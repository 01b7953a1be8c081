/** The system's own safe place for a key: DPAPI on Windows, the keychain on macOS, Secret Service on Linux. */
import { safeStorage } from "electron";
import type { KeyKeeper } from "../../store/index.ts";

/** `undefined` where the system has none; Linux without a keyring would "encrypt" with a password that everybody knows. */
export function systemKeeper(): KeyKeeper | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined;
  if (process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text") return undefined;
  return {
    kind: "system",
    file: null,
    keep: (secret) => safeStorage.encryptString(secret.toString("hex")).toString("base64"),
    // the system keeps no copy of what it wraps: without the wrap there is nothing
    forget: () => undefined,
    recall: (kept) => Buffer.from(safeStorage.decryptString(Buffer.from(kept, "base64")), "hex"),
  };
}
