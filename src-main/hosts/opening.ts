/** What both hosts open before they show anything: data folder, log, store, desk. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { accessHere, type FileAccess } from "../access/access.ts";
import { AccessProblem, closeDataFolder } from "../access/data-folder.ts";
import type { Clock } from "../clock.ts";
import { createDesk, createRescueDesk, type Desk, type DeskOptions, type OpenDesk } from "../desk/index.ts";
import { faultForLog } from "../desk/fault-log.ts";
import { RESCUE_MESSAGES } from "../desk/rescue-messages.ts";
import { problemOf } from "../desk/rescue-views.ts";
import { makeDemonstration } from "../demo/index.ts";
import { createLogger, type Logger } from "../logger.ts";
import { createPaperMakers } from "../receipts/index.ts";
import { forgetRescueTries, markSuspect, openWithSafe, withStoreErrors, type KeyKeeper } from "../store/index.ts";
import type { Places } from "./places.ts";

/** On every page of a demonstration. */
const PAPER_MARK = "演示";
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
}

export interface Opened {
  /** Stays the same object: the rescue desk answers behind it until the store is open, and never again. */
  readonly desk: Desk;
  readonly logger: Logger;
  /** What keeps the store from being opened; `null` when it is open. */
  problem(): unknown;
  /** Makes a last backup when something changed, and closes the store. */
  close(): Promise<void>;
}

/** The store and the desk over it. */
interface Running {
  readonly desk: OpenDesk;
  close(): Promise<void>;
}

/** Where the store cannot be opened, the desk is the rescue desk, which says why and what can be done. */
export async function openDesk(options: OpeningOptions): Promise<Opened> {
  const { folder, clock, demo, keepers, saveFile, hostKind, places, scryptCost } = options;
  const logger = createLogger(join(folder, "logs"), clock);
  const crashed = (error: Error): void => logger.fatal(faultForLog(error), "crashed");
  process.on("uncaughtExceptionMonitor", crashed);
  let running: Running | undefined;
  let problem: unknown = null;
  let rescue: Desk | undefined;
  const open = async (): Promise<void> => {
    running = await openRunning(options, logger);
    problem = null;
    logger.info({ host: hostKind, version: places.version }, "started");
    options.onOpened?.();
  };
  try {
    await open();
  } catch (error) {
    logger.error(faultForLog(error), "could not open the store");
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
      open,
    });
  }
  const desk = (): Desk => running?.desk ?? rescue!;
  return {
    desk: { connect: () => desk().connect(), call: (...given) => desk().call(...given) },
    logger,
    problem: () => problem,
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
    keepers,
    access = accessHere(),
    ...rest
  }: OpeningOptions,
  logger: Logger,
): Promise<Running> {
  const others = withStoreErrors(() => closeDataFolder(folder, access));
  if (others.length > 0) logger.warn({ others }, "others could open the data folder until now");
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
      onStoreError: ({ kind }) => {
        if (kind === "corrupt") lookThroughNextTime(path, logger);
      },
    });
    return {
      desk,
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

function lookThroughNextTime(path: string, logger: Logger): void {
  try {
    markSuspect(path);
  } catch (error) {
    logger.error(faultForLog(error), "could not mark the store for the next start");
  }
}

/** Why the host cannot start at all, in Chinese, where there is no page to say it on. */
export function openingProblem(error: unknown, folder: string): string {
  if (error instanceof AccessProblem) return `${error.message}\n数据文件夹：${folder}`;
  const reason = error instanceof Error ? error.message : String(error);
  const more = problemOf(error) === "internal" ? `\n${reason}\n日志：${join(folder, "logs")}` : "";
  return `${RESCUE_MESSAGES[problemOf(error)]}\n数据文件夹：${folder}${more}`;
}
