/** `counter reset-administrator`: an office whose administrator is gone, where the page cannot be used or no recovery code was ever made. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { systemClock } from "../../clock.ts";
import { faultForLog } from "../../desk/frame/fault-log.ts";
import { createPasswordDesk } from "../../desk/session/password-desk.ts";
import { Refusal } from "../../desk/frame/refusal.ts";
import { replaceAdministrator } from "../../desk/session/replacing-administrator.ts";
import { FULL_SCRYPT_COST } from "../../scrypt-cost.ts";
import { openWithSafe, StoreError, type KeyKeeper } from "../../store/index.ts";
import { SHORTEST_REASON } from "../../../src-shared/contract/define.ts";
import { oneLine } from "../../../src-shared/domain/fold.ts";
import { EXIT, printJson, refuseInput, tell, type ExitCode } from "./output.ts";
import { recoveryCode, secretFrom } from "./store-keys.ts";
import { TEXT } from "./text.ts";

export interface ResetRequest {
  /** Of the administrator. */
  readonly login?: string | undefined;
  /** Of a new one; left out = a present one gets a new password. */
  readonly name?: string | undefined;
  /** Login of whoever stands by; left out in an office of one. */
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  /** The clock is right, whatever was stored: with no administrator there, nobody else could say so. */
  readonly "clock-is-right"?: boolean | undefined;
}

/**
 * Takes the store for itself: the app must not run.
 * @throws StoreError, StoreRefusal
 */
export async function resetAdministrator(
  path: string,
  { login = "", name, by, reason = "", "clock-is-right": clockIsRight = false }: ResetRequest,
  keepers: readonly KeyKeeper[],
): Promise<ExitCode> {
  if (!existsSync(path)) throw new StoreError("missing", `there is no ${path}`);
  if (oneLine(login).trim().length < 2) return refuseInput("login", TEXT.noLogin);
  if (oneLine(reason).trim().length < SHORTEST_REASON) return refuseInput("reason", TEXT.noReason);
  if (name !== undefined && oneLine(name).trim().length < 2) return refuseInput("name", TEXT.noName);
  const onFailure = ({ detail }: { readonly detail: unknown }): void => tell(faultForLog(detail).fault);
  const { store, safe, closeNow } = openWithSafe(path, { clock: systemClock, keepers, onFailure, believesClock: clockIsRight });
  try {
    const wasMade = safe.keys.status().recoveryCodeMadeAt !== null;
    const code = wasMade ? await recoveryCode() : null;
    if (code === undefined) return refuseInput("recovery-code", TEXT.noRecoveryCode);
    const password = by === undefined ? undefined : await secretFrom("YIBAO_PASSWORD", TEXT.askPassword(by));
    if (by !== undefined && password === undefined) return refuseInput("password", TEXT.noPassword);
    const passwords = createPasswordDesk({ store, clock: systemClock, scryptCost: FULL_SCRYPT_COST });
    const made = await replaceAdministrator({ store, safe, clock: systemClock }, passwords, {
      requestId: randomUUID(),
      recoveryCode: code,
      witness: by === undefined ? null : { login: by.trim(), password: password! },
      administrator: { login: oneLine(login).trim(), name: name === undefined ? null : oneLine(name).trim() },
      reason: oneLine(reason).trim(),
      operation: "counter reset-administrator",
    });
    await printJson({ login: oneLine(login).trim(), oneTimePassword: made.password });
    tell(TEXT.administratorReset);
    return EXIT.done;
  } catch (error) {
    if (error instanceof Refusal) return refuseInput(error.code, error.message);
    throw error;
  } finally {
    closeNow();
  }
}
