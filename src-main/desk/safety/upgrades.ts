/** What an upgrade has left: copies for the earlier program, and an office that has no recovery code yet. */
import type { UpgradeView } from "../../../src-shared/contract/index.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import { Refusal } from "../frame/refusal.ts";
import { BACKUP_TEXT } from "./text.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

const NOTHING: UpgradeView = { copies: [], recoveryCodeMissing: false };

export function upgradeCalls(tools: DeskTools): AreaHandlers<"upgrade"> {
  // a copy that is gone cannot be found again when its answer was lost
  const removed = new Set<string>();

  function view(): UpgradeView {
    if (!tools.safe) return NOTHING;
    const copies = tools.safe.copiesBefore.list();
    const { encrypted, recoveryCodeMadeAt } = tools.safe.keys.status();
    return { copies, recoveryCodeMissing: encrypted && recoveryCodeMadeAt === null };
  }

  return {
    "upgrade.status": view,

    "upgrade.removeCopy": ({ requestId, name, reason }, context) => {
      if (!tools.safe) throw new Refusal("bad-input", { message: BACKUP_TEXT.without });
      if (!removed.has(requestId)) {
        tools.safe.copiesBefore.remove(actOf(tools, context, "upgrade.removeCopy"), name, reason);
        removed.add(requestId);
      }
      return view();
    },
  };
}
