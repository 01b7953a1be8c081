/** The headless commands by their names. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import { systemClock } from "../../clock.ts";
import { auditStore } from "./audit.ts";
import { compareTwo } from "./compare.ts";
import { evaluateBatch, evaluateOne } from "./evaluate.ts";
import { LIBRARY_FOLDER, writeLibrary } from "./library.ts";
import { listMatters } from "./matters.ts";
import { EXIT, print, refuseInput, tell, type ExitCode } from "./output.ts";
import { loadCity } from "./packs.ts";
import { replayStore } from "./replay.ts";
import { shareData } from "./share.ts";
import { restoreStore, showBackups, unlockStore } from "./restore.ts";
import { keepersFor, recoveryCode } from "./store-keys.ts";
import { TEXT, USAGE } from "./texts.ts";
import { verifyPolicy } from "./verify.ts";
import { findPlaces } from "../places.ts";
import { cities, type Pack } from "../../rules/index.ts";
import { MESSAGES } from "../../desk/messages.ts";
import { openStoreReadOnly, StoreError, StoreRefusal, type StoreReader } from "../../store/index.ts";

const OPTIONS = {
  city: { type: "string" },
  facts: { type: "string" },
  with: { type: "string" },
  "other-facts": { type: "string" },
  "paid-there": { type: "boolean" },
  "as-of": { type: "string" },
  store: { type: "string" },
  out: { type: "string" },
  policy: { type: "string" },
  batch: { type: "boolean" },
  span: { type: "boolean" },
  "key-file": { type: "string" },
  person: { type: "string" },
  clerk: { type: "string" },
  case: { type: "string" },
  operation: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  csv: { type: "boolean" },
  anchor: { type: "string" },
  backup: { type: "string" },
  confirm: { type: "boolean" },
  unsigned: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** @param start folder of the program's entry, from which its files are looked for */
export async function runCommand(argv: readonly string[], start: string): Promise<ExitCode> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return refuseInput("arguments", `${(error as Error).message}\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [command = "", subject] = positionals;
  const policyDirectory = values.policy ?? findPlaces(start).policyDirectory;
  if (!existsSync(policyDirectory)) return refuseInput("policy", TEXT.unreadable(policyDirectory, TEXT.noFolder));
  if (values.help || command === "" || command === "help") {
    await print(USAGE);
    return EXIT.done;
  }
  switch (command) {
    case "matters":
      return listMatters(policyDirectory, values.city);
    case "verify":
      return verifyPolicy(policyDirectory);
    case "library":
      return writeLibrary(policyDirectory, values.city, values.out ?? LIBRARY_FOLDER);
    case "evaluate":
      return evaluate(policyDirectory, subject ?? "", values);
    case "compare":
      return compareMatters(policyDirectory, subject ?? "", values);
    case "replay":
      return subject === undefined
        ? refuseInput("store", USAGE)
        : withStore(subject, values, (store) => replayStore(store, policyDirectory));
    case "audit":
      return subject === undefined
        ? refuseInput("store", USAGE)
        : withStore(subject, values, (store) => auditStore(store, values));
    case "share":
      return subject === undefined ? refuseInput("folder", USAGE) : shareData(subject);
    case "backups":
    case "restore":
    case "unlock":
      return subject === undefined ? refuseInput("store", USAGE) : mendStore(command, subject, values);
    default:
      return refuseInput("command", TEXT.noCommand(command));
  }
}

async function evaluate(
  policyDirectory: string,
  matter: string,
  values: KeyChoice & {
    readonly facts?: string;
    readonly "as-of"?: string;
    readonly store?: string;
    readonly batch?: boolean;
    readonly span?: boolean;
  },
): Promise<ExitCode> {
  const { facts } = values;
  if (facts === undefined) return refuseInput("facts", TEXT.noFacts);
  const decide = async (store?: StoreReader): Promise<ExitCode> => {
    const pack = packOf(policyDirectory, matter, store);
    if (typeof pack === "number") return pack;
    const request = { pack, matter, asOf: values["as-of"] ?? formatDate(systemClock.today()), facts, span: values.span ?? false };
    return values.batch ? evaluateBatch(request) : evaluateOne(request);
  };
  return values.store === undefined ? decide() : withStore(values.store, values, decide);
}

async function compareMatters(
  policyDirectory: string,
  matter: string,
  values: KeyChoice & {
    readonly facts?: string;
    readonly with?: string;
    readonly "other-facts"?: string;
    readonly "paid-there"?: boolean;
    readonly "as-of"?: string;
    readonly store?: string;
  },
): Promise<ExitCode> {
  const { facts, with: other, "other-facts": otherFacts } = values;
  if (facts === undefined) return refuseInput("facts", TEXT.noFacts);
  if (other === undefined) return refuseInput("with", TEXT.noOther);
  const work = async (store?: StoreReader): Promise<ExitCode> => {
    const herePack = packOf(policyDirectory, matter, store);
    if (typeof herePack === "number") return herePack;
    const otherPack = packOf(policyDirectory, other, store);
    if (typeof otherPack === "number") return otherPack;
    return compareTwo({
      here: { pack: herePack, matter },
      other: { pack: otherPack, matter: other },
      asOf: values["as-of"] ?? formatDate(systemClock.today()),
      facts,
      otherFacts,
      move: values["paid-there"] === true ? "paid-there" : "moved",
    });
  };
  return values.store === undefined ? work() : withStore(values.store, values, work);
}

/** The pack that has the matter, or the exit code after saying why there is none. */
function packOf(policyDirectory: string, matter: string, store: StoreReader | undefined): Pack | ExitCode {
  const city = matter.split(".")[0]!;
  if (!cities(policyDirectory).includes(city)) return refuseInput("matter", TEXT.noMatter(matter));
  const loaded = loadCity(policyDirectory, city, store);
  if ("problems" in loaded) {
    tell(`${TEXT.packBroken}: ${JSON.stringify(loaded.problems, null, 2)}`);
    return EXIT.problems;
  }
  return loaded.pack.matters.has(matter) ? loaded.pack : refuseInput("matter", TEXT.noMatter(matter));
}

interface KeyChoice {
  readonly "key-file"?: string;
}

async function withStore(path: string, choice: KeyChoice, work: (store: StoreReader) => Promise<ExitCode>): Promise<ExitCode> {
  let store;
  try {
    store = await openForReading(path, choice);
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof StoreRefusal)) throw error;
    return refuseInput("store", TEXT.unreadable(path, error.message));
  }
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** With this machine's key, or with the recovery code where there is none. */
async function openForReading(path: string, choice: KeyChoice): Promise<StoreReader> {
  const keepers = keepersFor(path, choice["key-file"]);
  try {
    return openStoreReadOnly(path, { keepers });
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== "key-missing") throw error;
    const code = await recoveryCode();
    if (code === undefined) throw error;
    return openStoreReadOnly(path, { recoveryCode: code });
  }
}

async function mendStore(
  command: "backups" | "restore" | "unlock",
  store: string,
  values: KeyChoice & {
    readonly from?: string;
    readonly backup?: string;
    readonly confirm?: boolean;
    readonly unsigned?: boolean;
  },
): Promise<ExitCode> {
  const keepers = keepersFor(store, values["key-file"]);
  try {
    if (command === "unlock") return await unlockStore(store, keepers);
    if (values.from === undefined) return refuseInput("from", TEXT.noFrom);
    if (command === "backups") return await showBackups(store, values.from, keepers);
    const words = { confirmed: values.confirm === true, acceptsUnsigned: values.unsigned === true };
    return await restoreStore(store, values.from, values.backup, words, keepers);
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof StoreRefusal)) throw error;
    const code = error instanceof StoreError ? (`store-${error.kind}` as const) : error.code;
    return refuseInput("store", `${MESSAGES[code]} (${error.message})`);
  }
}
