/** What both hosts open before they show anything: data folder, log, store, desk. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../clock.ts";
import { createDesk, PolicyError, type Desk, type DeskOptions } from "../desk/index.ts";
import { faultForLog } from "../desk/fault-log.ts";
import { MESSAGES } from "../desk/messages.ts";
import { seedDemonstration } from "../demo/index.ts";
import { createLogger, type Logger } from "../logger.ts";
import { createPaperMaker } from "../receipts/index.ts";
import { openStore, StoreError } from "../store/index.ts";
import type { Places } from "./places.ts";

export const STORE_FILE = "counter.db";

export interface OpeningOptions {
  readonly folder: string;
  readonly places: Places;
  readonly demo: boolean;
  readonly clock: Clock;
  readonly hostKind: DeskOptions["hostKind"];
  readonly printPdf?: DeskOptions["printPdf"];
  /** Called before the first demonstration data is made, which takes a while. */
  readonly onPreparingDemo: () => void;
}

export interface Opened {
  readonly desk: Desk;
  readonly logger: Logger;
  close(): void;
}

/** @throws whatever keeps the app from starting; `openingProblem` says it in Chinese */
export async function openDesk({
  folder,
  places,
  clock,
  demo,
  onPreparingDemo,
  printPdf,
  ...rest
}: OpeningOptions): Promise<Opened> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const logger = createLogger(join(folder, "logs"), clock);
  try {
    const store = openStore(join(folder, STORE_FILE), { clock });
    const options = {
      ...rest,
      store,
      policyDirectory: places.policyDirectory,
      makePaper: createPaperMaker({
        fontDirectory: places.fontDirectory,
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
    const desk = createDesk({ ...options, clock, ...(printPdf ? { printPdf } : {}) });
    process.on("uncaughtExceptionMonitor", (error) => logger.fatal(faultForLog(error), "crashed"));
    logger.info({ host: rest.hostKind, version: places.version }, "started");
    return {
      desk,
      logger,
      close() {
        store.close();
        logger.info("stopped");
      },
    };
  } catch (error) {
    logger.error(faultForLog(error), "could not start");
    throw error;
  }
}

/** Why the app cannot start and what to do, in Chinese. */
export function openingProblem(error: unknown, folder: string): string {
  if (error instanceof StoreError) return `${MESSAGES[`store-${error.kind}`]}\n数据文件夹：${folder}`;
  if (error instanceof PolicyError) {
    const lines = error.problems.slice(0, 5).map(({ file, line, message }) => `${file} 第 ${line} 行：${message}`);
    return `政策数据有误，程序不能启动，请联系信息人员：\n${lines.join("\n")}`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `程序不能启动，请把下面的内容和 ${join(folder, "logs")} 中的日志交给信息人员：\n${reason}`;
}
