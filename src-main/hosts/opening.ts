/** What both hosts open before they show anything: data folder, log, store, desk. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { createDesk, PolicyError, type Desk, type DeskOptions } from "../desk/index.ts";
import { faultForLog } from "../desk/fault-log.ts";
import { MESSAGES } from "../desk/messages.ts";
import { seedDemonstration } from "../demo/index.ts";
import { createLogger, type Logger } from "../logger.ts";
import { createPaperMakers } from "../receipts/index.ts";
import { openWithSafe, StoreError, StoreRefusal, type KeyKeeper } from "../store/index.ts";
import type { StoreErrorKind } from "../store/types.ts";
import type { Places } from "./places.ts";

export const STORE_FILE = "counter.db";

export interface OpeningOptions {
  readonly folder: string;
  readonly places: Places;
  readonly demo: boolean;
  readonly clock: Clock;
  readonly hostKind: DeskOptions["hostKind"];
  readonly printPdf?: DeskOptions["printPdf"];
  readonly saveFile?: DeskOptions["saveFile"];
  readonly pickFolder?: DeskOptions["pickFolder"];
  readonly listFolders?: DeskOptions["listFolders"];
  readonly listPrinters?: DeskOptions["listPrinters"];
  /** Called before the first demonstration data is made, which takes a while. */
  readonly onPreparingDemo: () => void;
  /** What keeps the store's key on this machine; demonstrations are not encrypted. */
  readonly keepers: readonly KeyKeeper[];
}

export interface Opened {
  readonly desk: Desk;
  readonly logger: Logger;
  /** Makes a last backup when something changed, and closes the store. */
  close(): Promise<void>;
}

/** @throws whatever keeps the app from starting; `openingProblem` says it in Chinese */
export async function openDesk({
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
  ...rest
}: OpeningOptions): Promise<Opened> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = createLogger(join(folder, "logs"), clock);
  try {
    const opened = openWithSafe(join(folder, STORE_FILE), {
      clock,
      ...(demo ? {} : { keepers }),
      onFailure: ({ code, detail }) => logger.error({ code, ...faultForLog(detail) }, "backup failed"),
    });
    const { store, safe } = opened;
    const options = {
      ...rest,
      store,
      ...(demo ? {} : { safe }),
      policyDirectory: places.policyDirectory,
      calendarDirectory: places.calendarDirectory,
      ...createPaperMakers({
        fontDirectory: places.fontDirectory,
        textDirectory: places.textDirectory,
        onMissingCharacters: (input, characters) =>
          logger.warn(
            {
              ...("caseId" in input ? { caseId: input.caseId } : { paper: input.kind }),
              codePoints: characters.map((character) => character.codePointAt(0)),
            },
            "characters without glyph",
          ),
      }),
      logger,
      demo,
      version: places.version,
    };
    if (demo && !store.clerks.any()) {
      onPreparingDemo();
      await seedDemonstration(options, clock);
    }
    const desk = createDesk({
      ...options,
      clock,
      ...(printPdf ? { printPdf } : {}),
      ...(saveFile ? { saveFile } : {}),
      ...(pickFolder ? { pickFolder } : {}),
      ...(listFolders ? { listFolders } : {}),
      ...(listPrinters ? { listPrinters } : {}),
    });
    process.on("uncaughtExceptionMonitor", (error) => logger.fatal(faultForLog(error), "crashed"));
    logger.info({ host: rest.hostKind, version: places.version }, "started");
    return {
      desk,
      logger,
      async close() {
        try {
          desk.leave();
        } catch (error) {
          // a store that takes no more writes is closed all the same
          logger.error(faultForLog(error), "open sessions could not be locked");
        }
        if (demo) opened.closeNow();
        else await opened.close();
        logger.info("stopped");
      },
    };
  } catch (error) {
    logger.error(faultForLog(error), "could not start");
    throw error;
  }
}

const UNLOCK = "在程序目录运行 npm run -s counter -- unlock 数据文件，按提示输入恢复码，然后重新启动程序。";
const RESTORE =
  "在程序目录运行 npm run -s counter -- restore 数据文件 --from 备份文件夹，核对后加 --confirm 恢复；现有文件会另存，不会删除。";

/** What the IT officer does where the app itself cannot be reached. */
const NEXT_STEPS: Partial<Record<StoreErrorKind, string>> = {
  "key-missing": UNLOCK,
  "key-damaged": RESTORE,
  "wrong-key": RESTORE,
  corrupt: RESTORE,
};

/** Why the app cannot start and what to do, in Chinese. */
export function openingProblem(error: unknown, folder: string): string {
  if (error instanceof StoreError) {
    const next = NEXT_STEPS[error.kind];
    return `${MESSAGES[`store-${error.kind}`]}${next === undefined ? "" : `\n${next}`}\n数据文件夹：${folder}`;
  }
  if (error instanceof StoreRefusal) return `${MESSAGES[error.code]}\n数据文件夹：${folder}`;
  if (error instanceof PolicyError) {
    const lines = error.problems.slice(0, 5).map(({ file, line, message }) => `${file} 第 ${line} 行：${message}`);
    return `政策数据有误，程序不能启动，请联系信息人员：\n${lines.join("\n")}`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `程序不能启动，请把下面的内容和 ${join(folder, "logs")} 中的日志交给信息人员：\n${reason}`;
}
