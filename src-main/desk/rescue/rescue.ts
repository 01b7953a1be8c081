/**
 * The desk while the store is not open: says why, and does what can be done about it without a store: unlock, restore, try again.
 * When the store is open this desk has done its work; it never takes the place of one that runs.
 */
import { isAbsolute, relative } from "node:path";
import {
  calls,
  type BackupContentsView,
  type BackupView,
  type CallName,
  type DriveView,
  type RescueBackups,
  type RescueCallName,
  type RescueView,
  type PlannedRestore,
  type RestoreProgressView,
} from "../../../src-shared/contract/index.ts";
import type { Clock } from "../../clock.ts";
import type { Logger } from "../../logger.ts";
import {
  acceptOlder,
  findBackups,
  inspectOffline,
  proveByCode,
  RescueTries,
  restoreOffline,
  StoreError,
  StoreRefusal,
  unlockWithRecoveryCode,
  type KeyKeeper,
  type OfflineKeys,
  type Restorer,
  type Store,
  type Tried,
} from "../../store/index.ts";
import { answered, checkedInput } from "../frame/answering.ts";
import { backupView, planView } from "../safety/backups.ts";
import { saveOrAnswer, textFile } from "../reports/export-files.ts";
import { faultForLog } from "../frame/fault-log.ts";
import { newConnection, type RescueHandlers } from "../frame/handlers.ts";
import type { Desk } from "../index.ts";
import { secondsToWait } from "../session/login-delay.ts";
import { slowDownText } from "../session/text.ts";
import { namedClerk } from "../office/text.ts";
import { PasswordQueue } from "../session/password-queue.ts";
import { verifyNothing, verifyPassword } from "../session/passwords.ts";
import { Refusal } from "../frame/refusal.ts";
import { RESCUE_TEXT as TEXT } from "./text.ts";
import { NoOffice, problemOf, rescueDiagnosis, viewOf } from "./rescue-views.ts";
import { EXPORT_TEXT } from "../reports/text.ts";
import type { DeskTools, ListDrives, SaveFile } from "../frame/tools.ts";

export interface RescueOptions {
  /** What kept the store from being opened. */
  readonly error: unknown;
  readonly storePath: string;
  readonly keepers: readonly KeyKeeper[];
  readonly clock: Clock;
  /** As of the desk: a guess at a login that does not exist costs what any other costs. */
  readonly scryptCost?: number | undefined;
  readonly logger: Logger;
  readonly hostKind: DeskTools["hostKind"];
  readonly version: string;
  readonly saveFile?: SaveFile;
  /** Given by the hosts; drives are listed for nobody where there is none. */
  readonly listDrives?: ListDrives;
  /** Opens the app for good. @throws what keeps it from it, as `error` */
  readonly open: () => Promise<void>;
}

type AnyHandler = (input: unknown, context: { readonly traceId: string }) => unknown;

export function createRescueDesk(options: RescueOptions): Desk {
  const { storePath, keepers, clock, logger } = options;
  let problem = options.error;
  let isOpen = false;
  let restoring: RestoreProgressView | null = null;
  /** Carried out in this process: a lost answer must not restore twice. */
  const restored = new Set<string>();
  const tries = new RescueTries(storePath, (error) => logger.error(faultForLog(error), "wrong tries are not kept"));
  const acts = new PasswordQueue();

  /** Nothing here belongs to anybody yet; a backup opens with its own recovery code alone, whatever this machine has. */
  const isNew = (): boolean => problem instanceof NoOffice;

  const view = (): RescueView => ({ ...viewOf(problem, options), restoring });

  /** One act after the other; those that come to their turn when the app is open are too late. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> =>
    acts.run(async () => {
      if (isOpen) throw new Refusal("not-rescuing");
      return await work();
    });

  async function open(): Promise<RescueView | null> {
    try {
      await options.open();
      isOpen = true;
      return null;
    } catch (error) {
      return stillClosed(error);
    }
  }

  function stillClosed(error: unknown): RescueView {
    problem = error;
    logger.error(faultForLog(error), "still closed");
    return view();
  }

  function requirePatience(what: Tried, sentence: (seconds: number) => string): void {
    const seconds = secondsToWait(tries.of(what), clock.now());
    if (seconds > 0) throw new Refusal("slow-down", { message: sentence(seconds), retryAfterSeconds: seconds });
  }

  /** Counts wrong recovery codes; says in the rescue's own words where a key is wanted. */
  async function withCode<Result>(
    recoveryCode: string | null,
    work: (keys: OfflineKeys) => Result | Promise<Result>,
  ): Promise<Result> {
    if (recoveryCode !== null) requirePatience("recovery-code", TEXT.waitForCode);
    try {
      const result = await work({ keepers, recoveryCode: recoveryCode ?? undefined });
      if (recoveryCode !== null) tries.forget("recovery-code");
      return result;
    } catch (error) {
      if (error instanceof StoreRefusal && error.code === "recovery-code-wrong") {
        tries.record("recovery-code", clock.now());
        throw new Refusal("recovery-code-wrong", { message: TEXT.wrongCode });
      }
      const isUnsigned = error instanceof StoreRefusal && error.code === "backup-unsigned";
      const isKeyless = error instanceof StoreError && error.kind === "key-missing";
      if (isNew() && recoveryCode !== null && (isUnsigned || isKeyless)) {
        throw new Refusal("backup-unsigned", { message: TEXT.noCodeEverMade });
      }
      const isWanted = error instanceof StoreRefusal && error.code === "recovery-code-needed";
      if (isWanted || isKeyless) {
        throw new Refusal("recovery-code-needed", { message: TEXT.needsCode });
      }
      throw error;
    }
  }

  async function unlock(recoveryCode: string): Promise<RescueView | null> {
    try {
      await withCode(recoveryCode, () =>
        unlockWithRecoveryCode(storePath, recoveryCode, keepers, { clock, operation: "rescue.unlock" }),
      );
    } catch (error) {
      // the code was right, and the next trouble has come to light
      if (error instanceof StoreError) return stillClosed(error);
      throw error;
    }
    return await open();
  }

  /** One answer for a wrong password and for a clerk of another role: nobody learns here whose password is right. */
  async function approve(
    clerks: Pick<Store["clerks"], "byLogin">,
    operation: string,
    { login, password, reason }: { readonly login: string; readonly password: string; readonly reason: string },
    refusal: string,
  ): Promise<Restorer> {
    const clerk = clerks.byLogin(login);
    const correct = clerk?.active
      ? await verifyPassword(password, clerk.passwordHash)
      : await verifyNothing(password, options.scryptCost);
    if (!correct || clerk?.role !== "administrator") {
      tries.record("password", clock.now());
      throw new Refusal("wrong-password", { message: refusal });
    }
    tries.forget("password");
    const detail = { reason, restorer: namedClerk(clerk), problem: problemOf(problem), toConfirm: true };
    return { operation, clerkId: clerk.id, detail };
  }

  /** Whether whoever asks may look into backups at all. */
  async function isKnown(folder: string | null, recoveryCode: string | null): Promise<boolean> {
    if (isNew()) return recoveryCode !== null;
    try {
      const how = await withCode(recoveryCode, () => proveByCode(storePath, recoveryCode));
      if (how !== "never-made") return how === "right" || recoveryCode !== null;
      const known = await withCode(recoveryCode, (keys) => findBackups(storePath, null, keys));
      const places = [...known.folders, ...known.backups].map((place) => place.folder);
      if (folder === null || places.includes(folder)) return true;
      throw new Refusal("not-allowed", { message: TEXT.onlyKnownPlaces });
    } catch (error) {
      if (error instanceof Refusal && error.code === "recovery-code-needed") return false;
      throw error;
    }
  }

  async function backupsFor(folder: string | null, recoveryCode: string | null): Promise<RescueBackups> {
    if (!(await isKnown(folder, recoveryCode))) return { folders: [], backups: [], needsCode: true };
    const { folders, backups } = await withCode(recoveryCode, (keys) => findBackups(storePath, folder, asAsked(keys)));
    return {
      // of a folder without backups that the code opens nobody is told whether it is there
      folders: folders.map((place) => ({ ...place, reachable: backups.some((backup) => isBelow(place.folder, backup.folder)) })),
      backups: backups.map(backupView).map((backup) => shownBackup(backup, recoveryCode)),
      needsCode: false,
    };
  }

  async function planFor(folder: string, name: string, recoveryCode: string | null): Promise<PlannedRestore> {
    if (!(await isKnown(folder, recoveryCode))) throw new Refusal("recovery-code-needed", { message: TEXT.needsCode });
    const inspected = await withCode(recoveryCode, (keys) =>
      inspectOffline(storePath, folder, name, asAsked(keys), isNew()).catch(ofAnotherCode),
    );
    const plan = planView(inspected, clock.now());
    const backup = shownBackup(plan.backup, recoveryCode);
    const lost = recoveryCode === null ? plan.lost && { ...plan.lost, receiptNumbers: [] } : plan.lost;
    return { ...plan, backup, lost, holds: shown(plan.holds, recoveryCode), present: shown(plan.present, recoveryCode) };
  }

  const asAsked = (keys: OfflineKeys): OfflineKeys => (isNew() ? { ...keys, keepers: [] } : keys);

  /** The code has opened others of the list: what it does not open is another store's, and not for that damaged. */
  function ofAnotherCode(error: unknown): never {
    if (!(error instanceof StoreRefusal) || error.code !== "recovery-code-wrong") throw error;
    tries.record("recovery-code", clock.now());
    throw new Refusal("recovery-code-wrong", { message: TEXT.codeOfOther });
  }

  async function drivesFor(recoveryCode: string | null): Promise<readonly DriveView[]> {
    const isProved = isNew() || (await withCode(recoveryCode, () => proveByCode(storePath, recoveryCode))) === "right";
    return isProved && options.listDrives ? await options.listDrives() : [];
  }

  const shownBackup = (backup: BackupView, recoveryCode: string | null): BackupView => ({
    ...backup,
    office: recoveryCode === null ? null : backup.office,
    holds: shown(backup.holds, recoveryCode),
  });

  /** The figures tell which backup is which, and names are not needed for it; without the code not even those. */
  const shown = (holds: BackupContentsView | null, recoveryCode: string | null): BackupContentsView | null =>
    recoveryCode === null ? null : holds && { ...holds, clerks: [] };

  const once = (requestId: string, work: () => Promise<unknown>): Promise<RescueView | null> =>
    inTurn(async () => {
      if (restored.has(requestId)) return await open();
      requirePatience("password", slowDownText);
      try {
        await work();
      } finally {
        restoring = null;
      }
      restored.add(requestId);
      return await open();
    });

  const handlers: RescueHandlers = {
    "rescue.status": () => view(),
    "rescue.retry": () => inTurn(open),
    "rescue.unlock": ({ recoveryCode }) => inTurn(() => unlock(recoveryCode)),

    "rescue.backups": ({ folder, recoveryCode }) => inTurn(() => backupsFor(folder, recoveryCode)),
    "rescue.drives": ({ recoveryCode }) => inTurn(() => drivesFor(recoveryCode)),
    "rescue.inspect": ({ folder, name, recoveryCode }) => inTurn(() => planFor(folder, name, recoveryCode)),

    "rescue.restore": ({ requestId, folder, name, recoveryCode, ...who }) =>
      once(requestId, () =>
        withCode(recoveryCode, (keys) =>
          restoreOffline(storePath, folder, name, keys, {
            clock,
            demandsCode: "always",
            asNew: isNew(),
            approve: (clerks) => approve(clerks, "rescue.restore", who, TEXT.wrongPassword),
            onProgress: (progress) => (restoring = progress),
          }),
        ),
      ),

    "rescue.accept": ({ requestId, recoveryCode, ...who }) =>
      once(requestId, () =>
        withCode(recoveryCode, () =>
          acceptOlder(storePath, keepers, recoveryCode, clock.now(), (clerks) =>
            approve(clerks, "rescue.accept", who, TEXT.wrongHere),
          ),
        ),
      ),

    "rescue.diagnosis": async (_input, context) => {
      const text = rescueDiagnosis(problem, options);
      const tools = { logger, saveFile: options.saveFile };
      return await saveOrAnswer(tools, context, textFile(EXPORT_TEXT.diagnosisName, text, "rescue.diagnosis"));
    },
  };

  return {
    connect: newConnection,
    call: (_connection, name, input) =>
      answered({ logger }, name, async (call, traceId) => {
        if (!isRescueCall(call)) throw new Refusal("rescuing");
        const checked = checkedInput(call, input);
        // the mapped type of `RescueHandlers` has proved that each handler takes what its schema gives
        return await (handlers[call] as unknown as AnyHandler)(checked, { traceId });
      }),
  };
}

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return !way.startsWith("..") && !isAbsolute(way);
};

const isRescueCall = (name: CallName): name is RescueCallName => calls[name].access === "rescue";
