/** Composition root of the desktop app. */
import { app, dialog, type BrowserWindow } from "electron";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { accessFor } from "./access/data-folder.ts";
import { systemClock } from "./clock.ts";
import { forbiddenSwitch, readHostArguments } from "./hosts/arguments.ts";
import { denyEveryPermission, hardenEveryPage } from "./hosts/electron/hardening.ts";
import { serveCalls } from "./hosts/electron/ipc.ts";
import { setMenu } from "./hosts/electron/menu.ts";
import { keepLocalState, localStateWritten, putBackLocalState } from "./hosts/electron/local-state.ts";
import { createPrinter } from "./hosts/electron/printing.ts";
import { listPrinters, pickFolder, saveFile } from "./hosts/electron/saving.ts";
import { registerAppScheme, serveAppScheme } from "./hosts/electron/scheme.ts";
import { APP_TITLE, forbiddenSwitchText } from "./hosts/electron/text.ts";
import { openMainWindow } from "./hosts/electron/window.ts";
import { driveLister } from "./hosts/drives.ts";
import { machineNotes, notesPlace } from "./hosts/machine-notes.ts";
import { openDesk, openingProblem, STORE_FILE } from "./hosts/opening.ts";
import { systemKeeper } from "./hosts/electron/key-keeper.ts";
import { dataFolder, findPlaces, keyFile } from "./hosts/places.ts";
import { fileKeeper } from "./store/index.ts";

const { demo, data } = readHostArguments(process.argv.slice(1), process.env);
const folder = dataFolder(data, demo, process.env);
const profile = join(folder, "window");
const storePath = join(folder, STORE_FILE);
/** Whether the system's safe hangs on a file of Chromium's: see `local-state.ts`. */
const hangsOnLocalState = process.platform === "win32" && !demo;
const developmentPage = app.isPackaged ? undefined : process.env["ELECTRON_RENDERER_URL"];
let window: BrowserWindow | undefined;

try {
  const door = app.isPackaged ? forbiddenSwitch(process.argv.slice(1)) : undefined;
  if (door !== undefined) throw new Error(forbiddenSwitchText(door));
  registerAppScheme();
  hardenEveryPage(developmentPage);
  keepProfileBesideStore();
  if (app.requestSingleInstanceLock()) {
    app.on("second-instance", comeForward);
    app.on("window-all-closed", () => app.quit());
    app.whenReady().then(start).catch(giveUp);
  } else {
    app.quit();
  }
} catch (error) {
  giveUp(error);
}

/** So that a demonstration and the real thing can run side by side; the lock of a single instance goes by this folder, too. */
function keepProfileBesideStore(): void {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  if (hangsOnLocalState) putBackLocalState(profile, storePath);
  app.setPath("userData", profile);
}

function comeForward(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

async function start(): Promise<void> {
  denyEveryPermission();
  const places = findPlaces(import.meta.dirname);
  // a store whose key nobody has written down yet would be lost with a process that is killed now
  if (hangsOnLocalState && !existsSync(storePath)) await localStateWritten(profile);
  const access = accessFor(folder, process.env);
  const opened = await openDesk({
    folder,
    access,
    places,
    demo,
    clock: systemClock,
    hostKind: "electron",
    // an office that began in the browser has its key in the file; it is then given to the system, too
    keepers: [systemKeeper(), fileKeeper(keyFile(folder, process.env), access)].filter((keeper) => keeper !== undefined),
    printPdf: createPrinter(join(folder, "printing")),
    saveFile,
    pickFolder,
    listDrives: driveLister(),
    listPrinters,
    ...(demo ? {} : { notes: machineNotes(notesPlace(process.env)) }),
    isAccountsOwn: data === undefined,
    // no window yet to say it in; it takes seconds, once
    onPreparingDemo: () => undefined,
    onOpened: () => {
      if (hangsOnLocalState) void localStateWritten(profile).then(() => keepLocalState(profile, storePath));
    },
  });
  let isClosed = false;
  app.on("will-quit", (event) => {
    if (isClosed) return;
    // the last backup of the day takes a moment
    event.preventDefault();
    if (hangsOnLocalState && opened.problem() === null) keepLocalState(profile, storePath);
    const leave = (): void => {
      isClosed = true;
      app.quit();
    };
    opened.close().then(leave, () => app.exit(1));
  });
  serveAppScheme(places.rendererDirectory);
  serveCalls(opened.desk, developmentPage);
  setMenu(developmentPage !== undefined);
  window = await openMainWindow({ ...places, developmentPage });
}

function giveUp(error: unknown): void {
  dialog.showErrorBox(APP_TITLE, openingProblem(error, folder));
  app.exit(1);
}
