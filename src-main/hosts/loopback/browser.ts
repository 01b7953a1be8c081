/** Opens the start address in a browser of this machine, where there is a screen. */
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
}

const LINUX_BROWSERS = ["microsoft-edge", "microsoft-edge-stable", "google-chrome", "chromium", "chromium-browser"];
const WINDOWS_BROWSERS = ["Microsoft\\Edge\\Application\\msedge.exe", "Google\\Chrome\\Application\\chrome.exe"];

/** A window without tabs and address bar where Edge or Chromium is present, otherwise the usual browser; `undefined` without a screen. */
export function browserCommand(url: string, environment: NodeJS.ProcessEnv, platform = process.platform): Command | undefined {
  switch (platform) {
    case "win32": {
      const programFolders = ["ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"].flatMap((name) => environment[name] ?? []);
      const browser = firstExecutable(programFolders, WINDOWS_BROWSERS);
      return browser ? asApp(browser, url) : { program: "rundll32.exe", arguments: ["url.dll,FileProtocolHandler", url] };
    }
    case "darwin":
      return { program: "open", arguments: [url] };
    default: {
      if (!environment["DISPLAY"] && !environment["WAYLAND_DISPLAY"]) return undefined;
      // Chromium refuses to start as root; what xdg-open finds may still work
      const browser =
        process.getuid?.() === 0 ? undefined : firstExecutable((environment["PATH"] ?? "").split(delimiter), LINUX_BROWSERS);
      return browser ? asApp(browser, url) : { program: "xdg-open", arguments: [url] };
    }
  }
}

const asApp = (program: string, url: string): Command => ({ program, arguments: [`--app=${url}`, "--window-size=1366,768"] });

function firstExecutable(folders: readonly string[], names: readonly string[]): string | undefined {
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // the answer, not a fault
  }
}

/** Starts the browser and lets it go; the address is on the terminal in any case, so a failure needs no more than a log line. */
export function openBrowser(url: string, environment: NodeJS.ProcessEnv, onFailure: (error: Error) => void): void {
  const command = browserCommand(url, environment);
  if (!command) return;
  const child = spawn(command.program, command.arguments, { detached: true, stdio: "ignore" });
  child.on("error", onFailure);
  child.unref();
}
