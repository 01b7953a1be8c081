/** Backups, restoring and the key, over what the store keeps for it. */
import type {
  BackupContentsView,
  BackupStatusView,
  BackupView,
  KeyView,
  PlannedRestore as RestorePlanView,
} from "../../../src-shared/contract/index.ts";
import { timeAtCounter } from "../../clock.ts";
import type { BackupContents, BackupInfo, BackupStatus, MadeBackup } from "../../store/backups/types.ts";
import type { KeyStatus } from "../../store/keys/types.ts";
import type { RestorePlan } from "../../store/restore/types.ts";
import type { Safe } from "../../store/types.ts";
import { faultForLog } from "../frame/fault-log.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import { MESSAGES } from "../frame/text.ts";
import { namedClerk } from "../office/text.ts";
import type { PasswordDesk } from "../session/password-desk.ts";
import { Refusal } from "../frame/refusal.ts";
import { confirmRestore } from "./restore-confirming.ts";
import { hasNobody, requireSecondPerson, standingByForCode, type SecondInput } from "../session/second-person.ts";
import { BACKUP_TEXT } from "./text.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

export function backupCalls(tools: DeskTools, passwords: PasswordDesk): AreaHandlers<"backup"> & AreaHandlers<"keys"> {
  // what was carried out in this process: the data themselves change under a restore, and the memory of requests with them
  const restored = new Set<string>();

  function requireSafe(): Safe {
    if (!tools.safe) throw new Refusal("backup-failed", { message: BACKUP_TEXT.without });
    return tools.safe;
  }

  /** Once per request: a retry must not restore over what was written since. */
  async function restore(
    requestId: string,
    operation: string,
    password: string,
    reason: string,
    second: SecondInput,
    context: ClerkContext,
    work: (safe: Safe, detail: Readonly<Record<string, unknown>>) => Promise<void>,
  ) {
    if (restored.has(requestId)) return { message: BACKUP_TEXT.restored };
    const safe = requireSafe();
    await passwords.confirm(context.clerk.id, password, operation);
    const standingBy = await requireSecondPerson(tools, passwords, context.clerk, second, operation);
    // by name: in the data that come there may be nobody with this id
    const detail = { reason, restorer: namedClerk(context.clerk), second: standingBy };
    tools.store.audit.record(actOf(tools, context, operation), { detail });
    await work(safe, detail);
    restored.add(requestId);
    tools.sessions.epoch++;
    tools.packs.reload();
    return { message: BACKUP_TEXT.restored };
  }

  return {
    "backup.status": (_input, { clerk }) => (tools.safe ? statusView(tools, tools.safe, clerk.id) : WITHOUT),

    "backup.now": async (_input, context) => {
      const safe = requireSafe();
      // written before, so that the backup holds it and nothing is left that no backup holds; it says what was asked, not what came of it
      tools.store.audit.record(actOf(tools, context, "backup.now"), {});
      try {
        const made = await safe.backups.make("manual");
        if (made.failures.length > 0) throw new Refusal("backup-failed", { message: incomplete(made) });
        return backupView(made);
      } catch (error) {
        tools.store.audit.record(actOf(tools, context, "backup.now"), { detail: { failed: true } });
        throw error;
      }
    },

    "backup.list": ({ folder }) =>
      requireSafe()
        .backups.list(folder ?? undefined)
        .map(backupView),

    "backup.pickFolder": async () => {
      if (!tools.pickFolder) throw new Refusal("bad-input", { message: BACKUP_TEXT.notListed });
      return { folder: await tools.pickFolder() };
    },

    "backup.folders": async ({ path }, { traceId }) => {
      if (!tools.listFolders) throw new Refusal("bad-input", { message: BACKUP_TEXT.notListed });
      try {
        return await tools.listFolders(path);
      } catch (error) {
        // one answer for what is not there and what may not be seen: nobody learns from it what the machine holds
        tools.logger.warn({ trace: traceId, ...faultForLog(error) }, "no folders listed");
        throw new Refusal("bad-input", { message: BACKUP_TEXT.notListed });
      }
    },

    "backup.chooseFolder": ({ requestId, folder }, context) => {
      const safe = requireSafe();
      safe.backups.setFolder(actOf(tools, context, "backup.chooseFolder", requestId), folder);
      return statusView(tools, safe, context.clerk.id);
    },

    "backup.inspect": async ({ folder, name }) =>
      planView(await requireSafe().restore.inspect({ folder, name }), tools.clock.now()),

    "backup.restore": ({ requestId, folder, name, password, reason, second, recoveryCode }, context) =>
      restore(requestId, "backup.restore", password, reason, second, context, (safe, detail) =>
        safe.restore.run(actOf(tools, context, "backup.restore"), { folder, name }, { recoveryCode, detail }),
      ),

    "backup.undoRestore": ({ requestId, password, reason, second }, context) => {
      if (!restored.has(requestId) && requireSafe().restore.undoable() === null) throw new Refusal("restore-refused");
      return restore(requestId, "backup.undoRestore", password, reason, second, context, (safe, detail) =>
        safe.restore.undo(actOf(tools, context, "backup.undoRestore"), { detail }),
      );
    },

    "backup.confirmRestore": confirmRestore(tools, passwords),

    "keys.status": () => (tools.safe ? keyView(tools.safe.keys.status()) : NO_KEY),

    "keys.keepOnlyPresent": async ({ requestId, password }, context) => {
      const safe = requireSafe();
      await passwords.confirm(context.clerk.id, password, "keys.keepOnlyPresent");
      safe.keys.keepOnlyPresent(actOf(tools, context, "keys.keepOnlyPresent", requestId));
      return keyView(safe.keys.status());
    },

    "keys.newRecoveryCode": async ({ requestId, password, second }, context) => {
      const safe = requireSafe();
      await passwords.confirm(context.clerk.id, password, "keys.newRecoveryCode");
      const standingBy = await standingByForCode(tools, passwords, context.clerk, second);
      const act = actOf(tools, context, "keys.newRecoveryCode", requestId);
      const code = safe.keys.newRecoveryCode(act, standingBy);
      return { code, keys: keyView(safe.keys.status()) };
    },
  };
}

const NO_KEY: KeyView = { encrypted: false, keptBy: "none", travels: false, recoveryCodeMadeAt: null, others: [] };
const WITHOUT: BackupStatusView = {
  running: false,
  lastAt: null,
  ageMinutes: null,
  changedSince: 0,
  everyMinutes: 0,
  folders: [],
  problem: BACKUP_TEXT.without,
  undoableRestoreAt: null,
  standsBy: "person",
};

const keyView = ({ encrypted, keptBy, travels, recoveryCodeMadeAt, others }: KeyStatus): KeyView => ({
  encrypted,
  keptBy,
  travels,
  recoveryCodeMadeAt,
  others,
});

function contentsView(contents: BackupContents): BackupContentsView {
  const { office, clerks, people, cases, attachments, firstAt, lastAt, lastReceiptNumber } = contents;
  return { office: office?.name ?? null, clerks, people, cases, attachments, firstAt, lastAt, lastReceiptNumber };
}

/** What took a backup, and what did not and why. */
const incomplete = ({ place, failures }: MadeBackup): string =>
  BACKUP_TEXT.incomplete(
    place,
    failures.map(({ folder, code }) => BACKUP_TEXT.notTaken(folder, MESSAGES[code])),
  );

export function backupView({ folder, place, name, at, reason, bytes, office, holds, proof }: BackupInfo): BackupView {
  const proved = proof && { at: proof.at, how: proof.how, sound: proof.sound };
  return { folder, place, name, at, reason, bytes, office, holds: holds && contentsView(holds), proof: proved };
}

export const planView = (
  { backup, sound, signed, holds, present, lost, otherKey, otherStore }: RestorePlan,
  now: string,
): RestorePlanView => ({
  backup: backupView(backup),
  sound,
  // the store's own words are for the log
  problems: sound ? [] : [MESSAGES["backup-damaged"]],
  signed,
  ageMinutes: minutesSince(backup.at, now),
  otherKey,
  holds: holds && contentsView(holds),
  present: present && contentsView(present),
  lost,
  otherStore,
});

/** What two looks at the clock may differ. */
const CLOCK_TOLERANCE_MS = 60_000;

const isLater = (at: string, now: string): boolean => Date.parse(at) - Date.parse(now) > CLOCK_TOLERANCE_MS;

/** `null` also for a time that is later than the clock: one of the two is wrong, and no age follows from them. */
export const minutesSince = (at: string | null, now: string): number | null =>
  at === null || isLater(at, now) ? null : Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 60_000));

function statusView(tools: Pick<DeskTools, "store" | "clock">, safe: Safe, clerkId: string): BackupStatusView {
  const status = safe.backups.status();
  const { running, lastAt, changedSince, folders } = status;
  const now = tools.clock.now();
  return {
    running,
    lastAt,
    ageMinutes: minutesSince(lastAt, now),
    changedSince,
    everyMinutes: status.everyMinutes,
    folders,
    problem: backupProblem(status, safe.keys.status(), now),
    undoableRestoreAt: safe.restore.undoable()?.at ?? null,
    standsBy: hasNobody(tools, clerkId) ? "recovery-code" : "person",
  };
}

/** The one thing to see to; `null` when all is well. */
export function backupProblem(
  { lastFailure, strange, lastAt, folders }: BackupStatus,
  { encrypted, recoveryCodeMadeAt }: KeyStatus,
  now: string,
): string | null {
  if (strange.length > 0) return BACKUP_TEXT.strange(strange[0]!);
  const unreachable = folders.find(({ reachable }) => !reachable);
  if (unreachable?.kind === "second") return BACKUP_TEXT.secondMissing(unreachable.folder);
  if (unreachable) return BACKUP_TEXT.unreachable(unreachable.folder);
  // one that a later backup has made good is forgotten there; times tell nothing on a machine whose clock was wrong
  if (lastFailure) return BACKUP_TEXT.failed(lastFailure.folder, MESSAGES[lastFailure.code]);
  if (lastAt !== null && isLater(lastAt, now)) return BACKUP_TEXT.fromTheFuture(timeAtCounter(lastAt));
  const gaps = [
    ...(encrypted && recoveryCodeMadeAt === null ? [BACKUP_TEXT.noRecoveryCode] : []),
    ...(folders.some(({ kind }) => kind === "second") ? [] : [BACKUP_TEXT.oneFolder]),
    ...folders.filter(({ sameDevice }) => sameDevice).map(({ folder }) => BACKUP_TEXT.sameDevice(folder)),
  ];
  return gaps.length === 0 ? null : gaps.join("");
}
