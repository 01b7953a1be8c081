/** Stands in for the `electron` module in Node: remembers what the shell passes, and lets a test play Chromium's part. */
import { EventEmitter } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

type Listener = (...given: unknown[]) => unknown;

export const record = {
  order: [] as string[],
  schemes: [] as unknown[],
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  handlers: new Map<string, Listener>(),
  windows: [] as BrowserWindow[],
  menu: undefined as unknown,
  exposed: {} as Record<string, unknown>,
  invoked: [] as unknown[][],
  errorBoxes: [] as string[][],
  paths: {} as Record<string, string>,
  exit: undefined as number | undefined,
  /** Answers to the print dialog, and what was printed in it. */
  printSucceeds: true,
  printed: [] as { options: unknown; url: string; start: string }[],
  /** Where the clerk saves a file; `undefined` closes the dialog. */
  savePath: undefined as string | undefined,
  asked: [] as unknown[],
};

class WebContents extends EventEmitter {
  url = "";
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  getURL(): string {
    return this.url;
  }
  getPrintersAsync(): Promise<{ name: string; displayName: string }[]> {
    return Promise.resolve([{ name: "HP_1", displayName: "窗口打印机" }]);
  }
  print(options: unknown, done: (success: boolean, reason: string) => void): void {
    const start = readFileSync(fileURLToPath(this.url), "latin1").slice(0, 5);
    record.printed.push({ options, url: this.url, start });
    done(record.printSucceeds, record.printSucceeds ? "" : "Print job canceled");
  }
}

export class BrowserWindow extends EventEmitter {
  static getFocusedWindow(): BrowserWindow | null {
    return record.windows[0] ?? null;
  }
  static getAllWindows(): BrowserWindow[] {
    return record.windows;
  }
  readonly options: Record<string, unknown>;
  readonly webContents = new WebContents();
  shown = false;
  focused = 0;
  restored = 0;
  minimized = false;
  destroyed = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    record.windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    record.order.push(`load ${url.startsWith("file:") ? "file:" : url}`);
    this.webContents.url = url;
    this.emit("ready-to-show");
    await Promise.resolve();
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused += 1;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.restored += 1;
  }
  destroy(): void {
    this.destroyed = true;
  }
}

class App extends EventEmitter {
  isPackaged = false;
  isReady = false;
  /** Whether this start is the first of its kind. */
  isFirst = true;
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`no such folder: ${path}`);
    record.order.push(`path ${name}`);
    record.paths[name] = path;
  }
  requestSingleInstanceLock(): boolean {
    record.order.push("single instance lock");
    return this.isFirst;
  }
  async whenReady(): Promise<void> {
    record.order.push("wait for ready");
    await Promise.resolve();
    this.isReady = true;
    record.order.push("ready");
  }
  quit(): void {
    record.order.push("quit");
    this.emit("will-quit", { preventDefault: () => undefined });
  }
  exit(status: number): void {
    record.exit = status;
  }
}
export const app = new App();

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    if (app.isReady) throw new Error("too late for schemes");
    record.order.push("schemes");
    record.schemes.push(...schemes);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    if (!app.isReady) throw new Error("too early for protocol handlers");
    record.order.push(`serve ${scheme}:`);
    record.protocols.set(scheme, handler);
  },
};

export const permissions: { request?: Listener; check?: Listener; device?: Listener } = {};
export const session = {
  get defaultSession() {
    if (!app.isReady) throw new Error("too early for sessions");
    return {
      setPermissionRequestHandler: (handler: Listener) => void (permissions.request = handler),
      setPermissionCheckHandler: (handler: Listener) => void (permissions.check = handler),
      setDevicePermissionHandler: (handler: Listener) => void (permissions.device = handler),
    };
  },
};

export const ipcMain = {
  handle: (channel: string, handler: Listener) => void record.handlers.set(channel, handler),
};
export const ipcRenderer = {
  invoke: (...given: unknown[]) => void record.invoked.push(given),
};
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void (record.exposed[name] = value),
};
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => void (record.menu = menu),
};
export const safeStorage = {
  isEncryptionAvailable: () => app.isReady,
  getSelectedStorageBackend: () => "gnome_libsecret",
  encryptString: (text: string) => Buffer.from(`kept ${text}`),
  decryptString: (kept: Buffer) => kept.toString().slice("kept ".length),
};
export const dialog = {
  showErrorBox: (title: string, text: string) => void record.errorBoxes.push([title, text]),
  showOpenDialog: (...given: unknown[]) => {
    record.asked.push(given.at(-1));
    return Promise.resolve(
      record.savePath === undefined ? { canceled: true, filePaths: [] } : { canceled: false, filePaths: [record.savePath] },
    );
  },
  showSaveDialog: (...given: unknown[]) => {
    record.asked.push(given.at(-1));
    return Promise.resolve(
      record.savePath === undefined ? { canceled: true, filePath: "" } : { canceled: false, filePath: record.savePath },
    );
  },
};
