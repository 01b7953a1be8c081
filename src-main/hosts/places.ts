/** Where things are: the same answer from source, from the built files and from the installed program. */
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

export interface Places {
  readonly policyDirectory: string;
  /** Formulas of earlier releases. */
  readonly formulaDirectory: string;
  /** Holiday notices, one file a year. */
  readonly calendarDirectory: string;
  readonly fontDirectory: string;
  /** Sentences of papers that the office has approved. */
  readonly textDirectory: string;
  readonly iconFile: string;
  readonly rendererDirectory: string;
  readonly preloadFile: string;
  readonly version: string;
}

/**
 * Looks upwards from `start`, because the built files lie at another depth than the sources and, once installed,
 * `resources/` lies outside the archive that holds `out/`.
 */
function findUpwards(start: string, path: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const candidate = join(folder, path);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) throw new Error(`no ${path} at or above ${start}`);
  }
}

export function findPlaces(start: string): Places {
  const packageFile = findUpwards(start, "package.json");
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const program = dirname(packageFile);
  const policyDirectory = findUpwards(start, join("resources", "policy"));
  const resources = dirname(policyDirectory);
  return {
    policyDirectory,
    formulaDirectory: join(resources, "formulas"),
    calendarDirectory: join(resources, "calendar"),
    fontDirectory: join(resources, "fonts"),
    textDirectory: join(resources, "papers"),
    iconFile: join(resources, "icons", "icon.png"),
    rendererDirectory: join(program, "out", "renderer"),
    preloadFile: join(program, "out", "preload", "preload.cjs"),
    version,
  };
}

const APP_FOLDER = "yibao-counter";

/**
 * The store's folder. Both hosts use the same one, so that an office that starts in the browser and gets the desktop
 * program later finds its cases there. Demonstrations have a folder of their own.
 */
export function dataFolder(chosen: string | undefined, demo: boolean, environment: NodeJS.ProcessEnv): string {
  const folder = chosen === undefined ? join(platformDataFolder(environment), APP_FOLDER) : resolve(chosen);
  return demo ? join(folder, "demo") : folder;
}

/**
 * Where the browser edition (and the command line) keeps this machine's key: beside the data folder, not in it, so that a copied
 * or lost data folder does not hold it. `YIBAO_KEY_FILE` names another place, e.g. on an encrypted volume.
 */
export const keyFile = (folder: string, environment: NodeJS.ProcessEnv): string =>
  environment["YIBAO_KEY_FILE"] || `${resolve(folder)}.key`;

function platformDataFolder(environment: NodeJS.ProcessEnv): string {
  switch (process.platform) {
    case "win32":
      return environment["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local");
    case "darwin":
      return join(homedir(), "Library", "Application Support");
    default:
      return environment["XDG_DATA_HOME"] || join(homedir(), ".local", "share");
  }
}
