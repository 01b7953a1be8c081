/** A restore that one person made alone is confirmed by another one; until then everybody sees it, and nothing is approved. */
import type { RestoreToConfirm } from "../../../src-shared/contract/index.ts";
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import type { UnconfirmedRestore } from "../../store/areas/office/types.ts";
import type { Handler } from "../frame/handlers.ts";
import type { PasswordDesk } from "../session/password-desk.ts";
import { personsOf } from "../people/persons.ts";
import { Refusal } from "../frame/refusal.ts";
import { SECOND_PERSON_TEXT } from "../session/text.ts";
import { isAlone, isWatching, lockedOutLately } from "../session/second-person.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

function howMay(
  tools: DeskTools,
  { clerkId }: UnconfirmedRestore,
  clerk: Pick<ClerkIdentity, "id" | "role">,
): RestoreToConfirm["confirm"] {
  if (!isWatching(clerk.role)) return "no";
  // nobody knows who gave a command: it may have been the very one who confirms
  if (clerkId === null) return tools.safe?.keys.status().recoveryCodeMadeAt == null ? "yes" : "by-code";
  if (!personsOf(tools.store).same(clerkId, clerk.id)) return "yes";
  return isAlone(tools, clerk.id) && lockedOutLately(tools, clerk.id) === undefined ? "by-code" : "no";
}

export function restoreToConfirm(tools: DeskTools, clerk: Pick<ClerkIdentity, "id" | "role">): RestoreToConfirm | null {
  const waiting = tools.store.restores.unconfirmed();
  if (waiting === null) return null;
  const { sequence, at, by, reason, unsigned, lostCases, lostWrites } = waiting;
  return { sequence, at, by, reason, unsigned, lostCases, lostWrites, confirm: howMay(tools, waiting, clerk) };
}

export const confirmRestore =
  (tools: DeskTools, passwords: PasswordDesk): Handler<"backup.confirmRestore"> =>
  async ({ requestId, sequence, recoveryCode }, context) => {
    const { store, safe } = tools;
    const act = actOf(tools, context, "backup.confirmRestore", requestId);
    const waiting = store.restores.unconfirmed();
    // confirmed already: an answer that got lost is found by its request id
    const how = waiting === null ? "yes" : howMay(tools, waiting, context.clerk);
    if (how === "no") throw new Refusal("same-person", { message: SECOND_PERSON_TEXT.another });
    if (how === "by-code") {
      if (recoveryCode === null) throw new Refusal("recovery-code-needed", { message: SECOND_PERSON_TEXT.alone });
      await passwords.counted("recovery code", () => safe?.keys.requireRecoveryCode(recoveryCode));
    }
    store.restores.confirm(act, sequence, how === "by-code" ? { second: SECOND_PERSON_TEXT.byCode } : {});
    return null;
  };
