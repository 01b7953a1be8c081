/** Asks where a file goes and writes it there whole; asks for a folder. */
import { BrowserWindow, dialog } from "electron";
import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import type { ListPrinters, PickFolder, SaveFile } from "../../desk/index.ts";

export const saveFile: SaveFile = async (bytes, suggestedName) => {
  const extension = extname(suggestedName).slice(1);
  const options = { defaultPath: suggestedName, filters: [{ name: extension.toUpperCase(), extensions: [extension] }] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  if (canceled || !filePath) return null;
  // beside its place first: a full disk must not leave half a file under the name that was chosen
  const beside = join(dirname(filePath), `.${randomUUID()}.part`);
  try {
    await writeFile(beside, bytes, { mode: 0o600 });
    await rename(beside, filePath);
  } finally {
    await rm(beside, { force: true });
  }
  return filePath;
};

export const pickFolder: PickFolder = async () => {
  const options = { properties: ["openDirectory" as const, "createDirectory" as const, "promptToCreate" as const] };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
};

export const listPrinters: ListPrinters = async () => {
  const window = BrowserWindow.getAllWindows()[0];
  const printers = window ? await window.webContents.getPrintersAsync() : [];
  return printers.map((printer) => printer.displayName || printer.name);
};
