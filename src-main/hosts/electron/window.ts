/** The one window. */
import { BrowserWindow, type WebPreferences } from "electron";
import { APP_PAGE } from "./pages.ts";
import { APP_TITLE } from "./text.ts";

/** Nothing of Node, nothing of other pages. `plugins` is Chromium's PDF viewer. */
export const PAGE_PREFERENCES: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // the dictionaries would be fetched from the internet
  spellcheck: false,
  plugins: true,
};

export interface WindowOptions {
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly developmentPage: string | undefined;
}

export async function openMainWindow({ preloadFile, iconFile, developmentPage }: WindowOptions): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1200,
    minHeight: 680,
    show: false,
    title: APP_TITLE,
    icon: iconFile,
    backgroundColor: "#ffffff",
    webPreferences: { ...PAGE_PREFERENCES, preload: preloadFile, devTools: developmentPage !== undefined },
  });
  window.once("ready-to-show", () => window.show());
  await window.loadURL(developmentPage ?? APP_PAGE);
  return window;
}
