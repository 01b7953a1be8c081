/** What a source file may import, use and say. Each names what it found; none of them is about style. */
import { existsSync, readdirSync, readFileSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { calls, type CallName } from "../../src-shared/contract/calls.ts";
import type { ChangesAreas, ShowsAreas } from "../../src-shared/contract/define.ts";
import { root, type Source } from "./source.ts";
import { WORDS_APART } from "./words-apart.ts";

export interface Law {
  readonly title: string;
  /** Sentences about this file, empty when it keeps the law. */
  readonly breaches: (source: Source) => string[];
  /** A file that must be found out, and one that must not: `path` and text. */
  readonly breaking: readonly (readonly [path: string, text: string])[];
  readonly keeping: readonly (readonly [path: string, text: string])[];
}

/** A city is one that has policy, or code: read from the folders, so that a new one is guarded from its first file on. */
const isFolder = (entry: Dirent): boolean => entry.isDirectory();
const foldersOf = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter(isFolder)
    .map(({ name }) => name);
const OF_ALL = new Set(["authoring", "engine", "national", "library", "generate", "generated"]);
export const CITIES = [...new Set([...foldersOf("resources/policy"), ...foldersOf("src-main/rules")])].filter(
  (name) => !OF_ALL.has(name),
);

/** As a screen would name them. */
const CITY_TITLES = CITIES.map((city) => join(root, "resources/policy", city, "city.yaml"))
  .filter((file) => existsSync(file))
  .flatMap((file) => /^title: *(\S+)/m.exec(readFileSync(file, "utf8"))?.[1] ?? []);
const isBelow = (path: string, ...folders: string[]): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
const isNode = (request: string): boolean => request.startsWith("node:");
const isOwn = (request: string): boolean => /^(src-|test\/|resources\/)/.test(request);

/** Files below `folder` import nothing that `forbidden` names. */
function importLaw(
  title: string,
  appliesTo: (path: string) => boolean,
  forbidden: (request: string, path: string) => boolean,
  breaking: Law["breaking"],
  keeping: Law["keeping"],
): Law {
  return {
    title,
    breaches: ({ path, imports }) =>
      appliesTo(path) ? imports.filter((request) => forbidden(request, path)).map((request) => `${path} imports ${request}`) : [],
    breaking,
    keeping,
  };
}

/** Files use none of the names. */
function useLaw(
  title: string,
  appliesTo: (path: string) => boolean,
  forbidden: RegExp,
  breaking: Law["breaking"],
  keeping: Law["keeping"],
): Law {
  return {
    title,
    breaches: ({ path, uses }) =>
      appliesTo(path)
        ? uses.filter(({ name }) => forbidden.test(name)).map(({ name, line }) => `${path}:${line} uses ${name}`)
        : [],
    breaking,
    keeping,
  };
}

const everywhere = (): boolean => true;

export const LAWS: readonly Law[] = [
  importLaw(
    "src-renderer imports only src-shared and packages",
    (path) => isBelow(path, "src-renderer"),
    (request) =>
      isNode(request) ||
      request === "electron" ||
      (isOwn(request) && !isBelow(request, "src-renderer", "src-shared", "resources/fonts")),
    [
      ["src-renderer/app/main.tsx", `import { open } from "../../src-main/store/file/open.ts";`],
      ["src-renderer/app/main.tsx", `const fs = await import("node:fs");`],
      ["src-renderer/app/main.tsx", `type Window = import("electron").BrowserWindow;`],
    ],
    [
      [
        "src-renderer/app/main.tsx",
        `import { calls } from "../../src-shared/contract/index.ts"; import "../ui/frame.tsx"; import React from "react";`,
      ],
    ],
  ),
  importLaw(
    "src-shared imports neither Node, DOM nor Electron, and nothing of ours",
    (path) => isBelow(path, "src-shared"),
    (request) =>
      isNode(request) || /^(electron|react|react-dom)(\/|$)/.test(request) || (isOwn(request) && !isBelow(request, "src-shared")),
    [
      ["src-shared/domain/money.ts", `import { createHash } from "node:crypto";`],
      ["src-shared/domain/money.ts", `export { clock } from "../../src-main/clock.ts";`],
      ["src-shared/text/labels.ts", `import { ipcRenderer } from "electron";`],
    ],
    [["src-shared/domain/money.ts", `import { Temporal } from "temporal-polyfill"; import "./calendar.ts";`]],
  ),
  importLaw(
    "rules/engine imports no city and no matter's formulas",
    (path) => isBelow(path, "src-main/rules/engine"),
    (request) => isBelow(request, ...CITIES.map((city) => `src-main/rules/${city}`), "src-main/rules/national"),
    [["src-main/rules/engine/evaluate.ts", `import { retirement } from "../dalian/retirement.ts";`]],
    [["src-main/rules/engine/evaluate.ts", `import { figure } from "./pack/figures.ts";`]],
  ),
  importLaw(
    "a city imports no other city",
    (path) => isBelow(path, ...CITIES.map((city) => `src-main/rules/${city}`)),
    (request, path) =>
      CITIES.some((city) => isBelow(request, `src-main/rules/${city}`) && !isBelow(path, `src-main/rules/${city}`)),
    [["src-main/rules/tieling/retirement.ts", `import type { Facts } from "../dalian/retirement.ts";`]],
    [["src-main/rules/dalian/retirement.ts", `import "./facts.ts"; import "../engine/steps.ts"; import "../national/age.ts";`]],
  ),
  importLaw(
    "rules know no database, no paper, no use case and no host",
    (path) => isBelow(path, "src-main/rules"),
    (request) =>
      isBelow(request, "src-main/store", "src-main/receipts", "src-main/desk", "src-main/hosts") || request === "electron",
    [["src-main/rules/engine/pack/pack.ts", `import { open } from "../../../store/file/open.ts";`]],
    [["src-main/rules/engine/pack/pack.ts", `import { parse } from "yaml"; import "../../../../src-shared/domain/money.ts";`]],
  ),
  importLaw(
    "store and receipts know no rule, no use case and no host",
    (path) => isBelow(path, "src-main/store", "src-main/receipts"),
    (request) => isBelow(request, "src-main/rules", "src-main/desk", "src-main/hosts") || request === "electron",
    [
      ["src-main/store/areas/cases/cases.ts", `import { consult } from "../../../rules/index.ts";`],
      ["src-main/receipts/paper.ts", `import { dialog } from "electron";`],
    ],
    [["src-main/store/areas/cases/cases.ts", `import Database from "better-sqlite3"; import "../../src-shared/domain/case.ts";`]],
  ),
  importLaw(
    "desk knows no window and no route",
    (path) => isBelow(path, "src-main/desk"),
    (request) => isBelow(request, "src-main/hosts") || /^(electron|node:http|node:https|node:net)$/.test(request),
    [
      ["src-main/desk/cases/cases.ts", `import { createServer } from "node:http";`],
      ["src-main/desk/cases/cases.ts", `import { gate } from "../../hosts/gate.ts";`],
    ],
    [
      [
        "src-main/desk/cases/cases.ts",
        `import { randomUUID } from "node:crypto"; import type { Store } from "../store/types.ts";`,
      ],
    ],
  ),
  importLaw(
    "only store imports better-sqlite3",
    (path) => !isBelow(path, "src-main/store"),
    (request) => request === "better-sqlite3",
    [
      ["src-main/desk/cases/cases.ts", `import Database from "better-sqlite3";`],
      ["src-main/cli.ts", `const Database = require("better-sqlite3");`],
    ],
    [["src-main/store/file/open.ts", `import Database from "better-sqlite3";`]],
  ),
  importLaw(
    "only hosts/electron, electron.ts and preload.ts import electron",
    (path) => !isBelow(path, "src-main/hosts/electron") && path !== "src-main/electron.ts" && path !== "src-main/preload.ts",
    (request) => request === "electron" || request.startsWith("electron/"),
    [["src-main/hosts/gate.ts", `import type { IpcMainInvokeEvent } from "electron";`]],
    [["src-main/hosts/electron/window.ts", `import { BrowserWindow } from "electron";`]],
  ),
  useLaw(
    "no clock outside src-main/clock.ts",
    (path) => path !== "src-main/clock.ts",
    /^(Date\.now|new Date\(\)|Date\(…?\)|performance\.(now|timeOrigin)|Temporal\.Now|process\.(hrtime|uptime)|dayjs\(\))$/,
    [
      ["src-main/desk/cases/cases.ts", `const at = Date.now();`],
      ["src-main/rules/dalian/retirement.ts", `const today = new Date();`],
      ["src-main/store/file/open.ts", `const started = performance.now();`],
      ["src-shared/domain/calendar.ts", `export const today = () => Temporal.Now.plainDateISO();`],
      ["src-renderer/cases/list.tsx", `const today = dayjs().format("YYYY-MM-DD");`],
    ],
    [
      ["src-main/clock.ts", `export const elapsed = () => performance.now();`],
      ["src-main/receipts/pdf.ts", `const created = new Date(input.madeAt); // an instant given, none read`],
    ],
  ),
  useLaw(
    "nothing is run but what the program was built of: no file of a store, a backup or a policy",
    // formulas of earlier releases are the program's own, and looked for in its own folder alone; the launcher is no part of it
    (path) => path !== "src-main/rules/kept-formulas.ts" && !isBelow(path, "src-main/launcher"),
    /^(import\(…\)|eval\(.*|new Function\(.*|Function\(.*|require\(…\)|vm\.\w+)$/,
    [
      ["src-main/desk/policy/packs.ts", `const formulas = await import(join(folder, name));`],
      ["src-main/store/areas/office/policy.ts", `const replay = new Function("facts", source);`],
      ["src-main/store/areas/office/policy.ts", `import vm from "node:vm"; vm.runInNewContext(source);`],
    ],
    [["src-main/desk/policy/packs.ts", `const text = await import("./text.ts");`]],
  ),
  useLaw(
    "no console: faults go to the logger, answers to the standard output",
    everywhere,
    /^console\./,
    [["src-main/desk/cases/cases.ts", `function save() { console.log("saved"); }`]],
    [["src-main/desk/cases/cases.ts", `// console.log would be wrong here\nlogger.info("saved");`]],
  ),
  useLaw(
    "no floating-point money",
    everywhere,
    /^(parseFloat\(.*|Number\.parseFloat|\w*\.toFixed|\w*\.toPrecision)$/,
    [
      ["src-main/rules/dalian/retirement.ts", `const base = parseFloat(text);`],
      ["src-renderer/counter/amount.tsx", `const shown = (fen / 100).toFixed(2);`],
    ],
    [["src-renderer/counter/amount.tsx", `const shown = formatYuan(fen);`]],
  ),
  useLaw(
    "no any",
    everywhere,
    /^any$/,
    [["src-main/desk/cases/cases.ts", `let row: any;`]],
    [["src-main/desk/cases/cases.ts", `let any: unknown;`]],
  ),
  {
    title: "engine, desk, hosts and renderer name no city",
    breaches: ({ path, code }) => {
      if (
        !isBelow(
          path,
          "src-main/rules/engine",
          "src-main/desk",
          "src-main/hosts",
          "src-main/store",
          "src-main/receipts",
          "src-renderer",
        )
      )
        return [];
      const found = new RegExp([...CITIES, ...CITY_TITLES].join("|"), "i").exec(code);
      return found ? [`${path} names ${found[0]}`] : [];
    },
    breaking: [
      ["src-main/rules/engine/evaluate.ts", `if (pack.city === "dalian") count++;`],
      ["src-renderer/app/frame.tsx", `export const title = <h1>大连医保</h1>;`],
    ],
    keeping: [["src-main/rules/engine/evaluate.ts", `// as in dalian.retirement\nif (pack.city === city) count++;`]],
  },
  {
    title: "what a page has changed is asked again: by the areas at the contract, under keys made in one place",
    breaches: ({ path, code }) => {
      if (!isBelow(path, "src-renderer") || path === "src-renderer/app/calls/queries.ts") return [];
      const silent = [...code.matchAll(/\bcall\(\s*"([\w.]+)"/g)].map(([, name]) => name!).filter((name) => changesScreens(name));
      const byHand = [...code.matchAll(/\bqueryKey: *\[|\buseQuery\(/g)].map(([text]) => text);
      return [...silent, ...byHand].map((found) => `${path}: ${found}`);
    },
    breaking: [
      ["src-renderer/cases/case-page.tsx", `await call("cases.cancel", { id, reason });`],
      ["src-renderer/cases/case-page.tsx", `const found = useQuery({ queryKey: ["cases.get", id], queryFn });`],
      ["src-renderer/cases/case-page.tsx", `void client.invalidateQueries({ queryKey: ["cases.search"] });`],
    ],
    keeping: [
      ["src-renderer/cases/case-page.tsx", `await carryOut("cases.cancel", { id, reason }); await call("reports.export", what);`],
      ["src-renderer/cases/case-page.tsx", `const found = useCall("cases.get", { id });`],
    ],
  },
  WORDS_APART,
];

function changesScreens(name: string): boolean {
  const effect: ShowsAreas | ChangesAreas | undefined = Object.hasOwn(calls, name) ? calls[name as CallName].effect : undefined;
  return effect !== undefined && "changes" in effect && effect.changes.length > 0;
}
