/** Prints a PDF from a hidden window through the system's dialog. */
import { BrowserWindow } from "electron";
import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { PrintPdf } from "../../desk/index.ts";
import { PAGE_PREFERENCES } from "./window.ts";

/** The viewer draws the pages shortly after the load is reported; printed earlier they come out blank (electron#40797). */
const VIEWER_SETTLES_IN_MS = 800;

/** @param folder for the file that the viewer shows; emptied now, for a process that was killed while printing leaves its file */
export function createPrinter(folder: string): PrintPdf {
  rmSync(folder, { recursive: true, force: true });

  return async (pdf, title) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${randomUUID()}.pdf`);
    writeFileSync(file, pdf, { mode: 0o600 });
    const window = new BrowserWindow({ show: false, title, webPreferences: PAGE_PREFERENCES });
    try {
      await window.loadURL(pathToFileURL(file).href);
      await wait(VIEWER_SETTLES_IN_MS);
      return await new Promise<boolean>((resolve) => {
        window.webContents.print({ silent: false, printBackground: true, pageSize: "A4" }, (success) => {
          resolve(success);
        });
      });
    } finally {
      window.destroy();
      rmSync(file, { force: true });
    }
  };
}
