/** What both hosts open before they show anything: data folder, log, store, desk. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { formatDate } from "../../src-shared/domain/calendar.ts";
import { accessHere, type FileAccess } from "../access/access.ts";
import { AccessProblem, closeDataFolder } from "../access/data-folder.ts";
import type { Clock } from "../clock.ts";
import {
  createDesk,
  createRescueDesk,
  NoOffice,
  type Desk,
  type DeskOptions,
  type OpenDesk,
  type RescueOptions,
} from "../desk/index.ts";
import { faultForLog } from "../desk/frame/fault-log.ts";
import { RESCUE_MESSAGES } from "../desk/rescue/text.ts";
import { problemOf } from "../desk/rescue/rescue-views.ts";
import { makeDemonstration } from "../demo/index.ts";
import { createLogger, type Logger } from "../logger.ts";
import { createPaperMakers } from "../receipts/index.ts";
import {
  forgetRescueTries,
  markSuspect,
  openWithSafe,
  withStoreErrors,
  type KeyKeeper,
  type Safe,
  type Store,
} from "../store/index.ts";
import type { MachineNotes } from "./machine-notes.ts";
import type { Places } from "./places.ts";
import { PAPER_MARK, PROBLEM_TEXT, upgradeText } from "./text.ts";

export const STORE_FILE = "counter.db";

export interface OpeningOptions {
  readonly folder: string;
  readonly places: Places;
  readonly demo: boolean;
  readonly clock: Clock;
  /** Of passwords and recovery codes; the full one unless a test gives a cheaper one. */
  readonly scryptCost?: number;
  readonly hostKind: DeskOptions["hostKind"];
  readonly printPdf?: DeskOptions["printPdf"];
  readonly saveFile?: DeskOptions["saveFile"];
  readonly pickFolder?: DeskOptions["pickFolder"];
  readonly listFolders?: DeskOptions["listFolders"];
  /** For whoever restores where there is no office, or no store that opens. */
  readonly listDrives?: RescueOptions["listDrives"];
  readonly listPrinters?: DeskOptions["listPrinters"];
  /** Shown where the program was started, and asked for before an office is set up. */
  readonly setupCode?: string;
  /** Called whenever the store has opened: at the start, or after what was done at the rescue page. */
  readonly onOpened?: () => void;
  /** Called before the first demonstration data is made, which takes a while. */
  readonly onPreparingDemo: () => void;
  /** Who may open the data folder; of the account that runs the program unless it is said. */
  readonly access?: FileAccess;
  /** What keeps the store's key on this machine; demonstrations are not encrypted. */
  readonly keepers: readonly KeyKeeper[];
  /** What the accounts of this machine tell each other; left out for demonstrations. */
  readonly notes?: MachineNotes | undefined;
  /** The account's own office, and not a folder that was named for this start: others are told of it. */
  readonly isAccountsOwn?: boolean;
  /** Others could not be told of it. */
  readonly onUntold?: () => void;
}

export interface Opened {
  /** Stays the same object: the rescue desk answers behind it until the store is open, and never again. */
  readonly desk: Desk;
  readonly logger: Logger;
  /** What keeps the store from being opened; `null` when it is open. */
  problem(): unknown;
  /** What this start has done to a store of an earlier program, for a terminal; `null` where there was nothing to do. */
  upgraded(): string | null;
  /** Makes a last backup when something changed, and closes the store. */
  close(): Promise<void>;
}

/** The store and the desk over it. */
interface Running {
  readonly desk: OpenDesk;
  readonly upgraded: string | null;
  close(): Promise<void>;
  /** At once, without a last backup. */
  closeNow(): void;
}

/** Where the store cannot be opened, the desk is the rescue desk, which says why and what can be done. */
export async function openDesk(options: OpeningOptions): Promise<Opened> {
  const { folder, clock, demo, keepers, saveFile, listDrives, hostKind, places, scryptCost } = options;
  const logger = createLogger(join(folder, "logs"), clock);
  const crashed = (error: Error): void => logger.fatal(faultForLog(error), "crashed");
  process.on("uncaughtExceptionMonitor", crashed);
  let running: Running | undefined;
  let problem: unknown = null;
  let rescue: Desk | undefined;
  const open = async (): Promise<void> => {
    running = await openRunning(options, logger, demo ? undefined : beginRestore);
    problem = null;
    logger.info({ host: hostKind, version: places.version }, "started");
    options.onOpened?.();
  };
  const rescueFrom = (error: unknown): void => {
    problem = error;
    rescue = createRescueDesk({
      error,
      storePath: join(folder, STORE_FILE),
      keepers: demo ? [] : keepers,
      clock,
      scryptCost,
      logger,
      hostKind,
      version: places.version,
      ...(saveFile ? { saveFile } : {}),
      ...(listDrives ? { listDrives } : {}),
      open,
    });
  };
  const beginRestore = (): void => {
    running?.closeNow();
    running = undefined;
    rescueFrom(new NoOffice());
  };
  try {
    await open();
  } catch (error) {
    logger.error(faultForLog(error), "could not open the store");
    rescueFrom(error);
  }
  const desk = (): Desk => running?.desk ?? rescue!;
  return {
    desk: { connect: () => desk().connect(), call: (...given) => desk().call(...given) },
    logger,
    problem: () => problem,
    upgraded: () => running?.upgraded ?? null,
    async close() {
      await running?.close();
      logger.info("stopped");
      process.off("uncaughtExceptionMonitor", crashed);
    },
  };
}

/** @throws StoreError of any kind; PolicyError; nothing stays open then */
async function openRunning(
  {
    folder,
    places,
    clock,
    demo,
    onPreparingDemo,
    printPdf,
    saveFile,
    pickFolder,
    listFolders,
    listPrinters,
    listDrives: _ofTheRescueDesk,
    keepers,
    access = accessHere(),
    notes,
    isAccountsOwn = false,
    onUntold,
    ...rest
  }: OpeningOptions,
  logger: Logger,
  beginRestore: (() => void) | undefined,
): Promise<Running> {
  const others = withStoreErrors(() => closeDataFolder(folder, access));
  if (others.length > 0) logger.warn({ others }, "others could open the data folder until now");
  const machine = {
    otherOffices: () => notes?.others() ?? [],
    officeIsHere() {
      if (notes === undefined || !isAccountsOwn) return;
      try {
        notes.leave(formatDate(clock.today()));
      } catch (error) {
        logger.warn(faultForLog(error), "other accounts cannot be told of this office");
        onUntold?.();
      }
    },
  };
  const path = join(folder, STORE_FILE);
  const given = {
    ...rest,
    policyDirectory: places.policyDirectory,
    calendarDirectory: places.calendarDirectory,
    logger,
    demo,
    version: places.version,
  };
  if (demo && !existsSync(path)) {
    onPreparingDemo();
    await makeDemonstration(path, given, clock);
  }
  const opened = openWithSafe(path, {
    clock,
    scryptCost: rest.scryptCost,
    ...(demo ? { demo } : { keepers }),
    onFailure: ({ code, detail }) => logger.error({ code, ...faultForLog(detail) }, "backup failed"),
  });
  try {
    const { store, safe } = opened;
    forgetRescueTries(path);
    const options = {
      ...given,
      store,
      ...(demo ? {} : { safe }),
      ...createPaperMakers({
        fontDirectory: places.fontDirectory,
        textDirectory: places.textDirectory,
        watermark: demo ? PAPER_MARK : undefined,
        onMissingCharacters: (input, characters) =>
          logger.warn(
            {
              ...("caseId" in input ? { caseId: input.caseId } : { paper: input.kind }),
              codePoints: characters.map((character) => character.codePointAt(0)),
            },
            "characters without glyph",
          ),
      }),
    };
    const desk = createDesk({
      ...options,
      clock,
      ...(printPdf ? { printPdf } : {}),
      ...(saveFile ? { saveFile } : {}),
      ...(pickFolder ? { pickFolder } : {}),
      ...(listFolders ? { listFolders } : {}),
      ...(listPrinters ? { listPrinters } : {}),
      machine,
      ...(beginRestore ? { beginRestore } : {}),
      onStoreError: ({ kind }) => {
        if (kind === "corrupt") lookThroughNextTime(path, logger);
      },
    });
    if (store.clerks.any()) machine.officeIsHere();
    return {
      desk,
      upgraded: toldUpgrade(store, safe, logger),
      closeNow: opened.closeNow,
      async close() {
        try {
          desk.leave();
        } catch (error) {
          // a store that takes no more writes is closed all the same
          logger.error(faultForLog(error), "open sessions could not be locked");
        }
        if (demo) opened.closeNow();
        else await opened.close();
      },
    };
  } catch (error) {
    opened.closeNow();
    throw error;
  }
}

function toldUpgrade(store: Store, safe: Safe, logger: Logger): string | null {
  const upgraded = store.upgraded();
  if (upgraded === null) return null;
  logger.info(upgraded, "store upgraded");
  const copy = safe.copiesBefore.list().find(({ name }) => name === upgraded.copy);
  return upgradeText(upgraded, copy);
}

function lookThroughNextTime(path: string, logger: Logger): void {
  try {
    markSuspect(path);
  } catch (error) {
    logger.error(faultForLog(error), "could not mark the store for the next start");
  }
}

/** Why the host cannot start at all, in Chinese, where there is no page to say it on. */
export function openingProblem(error: unknown, folder: string): string {
  if (error instanceof AccessProblem) return PROBLEM_TEXT.folder(error.message, folder);
  const reason = error instanceof Error ? error.message : String(error);
  const more = problemOf(error) === "internal" ? PROBLEM_TEXT.log(reason, join(folder, "logs")) : "";
  return PROBLEM_TEXT.folder(RESCUE_MESSAGES[problemOf(error)], folder) + more;
}
