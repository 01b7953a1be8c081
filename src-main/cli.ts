/** Composition root of the headless commands, for IT staff, auditors and tests: the same engine, no window. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { formatDate } from "../src-shared/domain/calendar.ts";
import { systemClock } from "./clock.ts";
import { evaluateBatch, evaluateOne } from "./hosts/command-line/evaluate.ts";
import { LIBRARY_FOLDER, writeLibrary } from "./hosts/command-line/library.ts";
import { listMatters } from "./hosts/command-line/matters.ts";
import { EXIT, print, refuseInput, tell, type ExitCode } from "./hosts/command-line/output.ts";
import { loadCity } from "./hosts/command-line/packs.ts";
import { replayStore } from "./hosts/command-line/replay.ts";
import { TEXT, USAGE } from "./hosts/command-line/texts.ts";
import { verifyPolicy } from "./hosts/command-line/verify.ts";
import { findPlaces } from "./hosts/places.ts";
import { cities } from "./rules/index.ts";
import { openStoreReadOnly, StoreError, type StoreReader } from "./store/index.ts";

const OPTIONS = {
  city: { type: "string" },
  facts: { type: "string" },
  "as-of": { type: "string" },
  store: { type: "string" },
  out: { type: "string" },
  policy: { type: "string" },
  batch: { type: "boolean" },
  help: { type: "boolean" },
} as const;

async function run(argv: readonly string[]): Promise<ExitCode> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return refuseInput("arguments", `${(error as Error).message}\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [command = "", subject] = positionals;
  const policyDirectory = values.policy ?? findPlaces(import.meta.dirname).policyDirectory;
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
    case "replay":
      return subject === undefined
        ? refuseInput("store", USAGE)
        : withStore(subject, (store) => replayStore(store, policyDirectory));
    default:
      return refuseInput("command", TEXT.noCommand(command));
  }
}

async function evaluate(
  policyDirectory: string,
  matter: string,
  values: { readonly facts?: string; readonly "as-of"?: string; readonly store?: string; readonly batch?: boolean },
): Promise<ExitCode> {
  const { facts } = values;
  if (facts === undefined) return refuseInput("facts", TEXT.noFacts);
  const city = matter.split(".")[0]!;
  if (!cities(policyDirectory).includes(city)) return refuseInput("matter", TEXT.noMatter(matter));
  const decide = async (store?: StoreReader): Promise<ExitCode> => {
    const loaded = loadCity(policyDirectory, city, store);
    if ("problems" in loaded) {
      tell(`${TEXT.packBroken}: ${JSON.stringify(loaded.problems, null, 2)}`);
      return EXIT.problems;
    }
    if (!loaded.pack.matters.has(matter)) return refuseInput("matter", TEXT.noMatter(matter));
    const request = { pack: loaded.pack, matter, asOf: values["as-of"] ?? formatDate(systemClock.today()), facts };
    return values.batch ? evaluateBatch(request) : evaluateOne(request);
  };
  return values.store === undefined ? decide() : withStore(values.store, decide);
}

async function withStore(path: string, work: (store: StoreReader) => Promise<ExitCode>): Promise<ExitCode> {
  let store;
  try {
    store = openStoreReadOnly(path);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return refuseInput("store", TEXT.unreadable(path, error.message));
  }
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

process.exitCode = await run(process.argv.slice(2));
