/** The headless commands by their names. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import { systemClock } from "../../clock.ts";
import { auditStore } from "./audit.ts";
import { compareTwo } from "./policy/compare.ts";
import { evaluateBatch, evaluateOne } from "./policy/evaluate.ts";
import { LIBRARY_FOLDER, writeLibrary } from "./policy/library.ts";
import { listMatters } from "./policy/matters.ts";
import { EXIT, print, refuseInput, tell, type ExitCode } from "./output.ts";
import { loadCity } from "./policy/packs.ts";
import { rekey } from "./rekey.ts";
import { replayStore } from "./policy/replay.ts";
import { resetAdministrator } from "./reset-administrator.ts";
import { shareData } from "./share.ts";
import { restoreStore, showBackups, unlockStore } from "./restore.ts";
import { backUpStore } from "./safety/backup.ts";
import { checkStore } from "./safety/check.ts";
import { proveBackups } from "./safety/prove.ts";
import { showStatus } from "./safety/status.ts";
import { isFolder, mend, mendFrom, mendPresent, withLooked, withSound, withStore, type KeyChoice } from "./store-access.ts";
import { TEXT, USAGE } from "./text.ts";
import { verifyPolicy } from "./policy/verify.ts";
import { newCity } from "./skeleton/city.ts";
import { newMatter } from "./skeleton/matter.ts";
import { upgrade } from "./upgrade.ts";
import { findPlaces, type Places } from "../places.ts";
import { cities, type Pack } from "../../rules/index.ts";
import { formulasIn } from "../../rules/kept-formulas.ts";
import type { StoreReader } from "../../store/types.ts";

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
  summary: { type: "boolean" },
  span: { type: "boolean" },
  "key-file": { type: "string" },
  person: { type: "string" },
  clerk: { type: "string" },
  case: { type: "string" },
  operation: { type: "string" },
  looks: { type: "boolean" },
  against: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  csv: { type: "boolean" },
  anchor: { type: "string" },
  backup: { type: "string" },
  confirm: { type: "boolean" },
  unsigned: { type: "boolean" },
  login: { type: "string" },
  name: { type: "string" },
  title: { type: "string" },
  rule: { type: "string" },
  checklist: { type: "boolean" },
  by: { type: "string" },
  reason: { type: "string" },
  "dry-run": { type: "boolean" },
  "clock-is-right": { type: "boolean" },
  help: { type: "boolean" },
} as const;
type OptionName = keyof typeof OPTIONS;
type Values = { readonly [Name in OptionName]?: (typeof OPTIONS)[Name]["type"] extends "boolean" ? boolean : string };

interface Asked {
  readonly values: Values;
  /** The matter, or the path of the store or folder; empty for commands that have none. */
  readonly subject: string;
  readonly places: Places;
  readonly policyDirectory: string;
}

interface Command {
  /** What comes behind its name: left out where nothing does. */
  readonly subject?: "matter" | "city" | "store" | "folder";
  /** It does without, where an option stands for it. */
  readonly mayLack?: boolean;
  /** Those that it knows, beside `--help`; any other one is refused, never ignored. */
  readonly options: readonly OptionName[];
  /** Of these the ones that name a folder that is there. */
  readonly folders?: readonly ("to" | "from" | "against")[];
  run(asked: Asked): Promise<ExitCode>;
}

const FACTS = ["facts", "as-of", "store", "key-file", "policy"] as const;

const COMMANDS: Readonly<Record<string, Command>> = {
  matters: {
    options: ["city", "policy"],
    run: ({ policyDirectory, values }) => listMatters(policyDirectory, values.city),
  },
  verify: { options: ["policy"], run: ({ policyDirectory }) => verifyPolicy(policyDirectory) },
  library: {
    options: ["city", "out", "policy"],
    run: ({ policyDirectory, values }) => writeLibrary(policyDirectory, values.city, values.out ?? LIBRARY_FOLDER),
  },
  evaluate: {
    subject: "matter",
    options: [...FACTS, "batch", "summary", "span"],
    run: ({ policyDirectory, subject, values }) => evaluate(policyDirectory, subject, values),
  },
  compare: {
    subject: "matter",
    options: [...FACTS, "with", "other-facts", "paid-there"],
    run: ({ policyDirectory, subject, values }) => compareMatters(policyDirectory, subject, values),
  },
  replay: {
    subject: "store",
    options: ["case", "key-file", "policy"],
    run: ({ policyDirectory, places, subject, values }) => {
      const formulasOf = formulasIn(places.formulaDirectory);
      return cancellable((cancel) =>
        withStore(subject, values, (store) => replayStore(store, { policyDirectory, formulasOf, case: values.case, cancel })),
      );
    },
  },
  audit: {
    subject: "store",
    options: ["person", "clerk", "case", "operation", "looks", "from", "to", "csv", "anchor", "against", "key-file"],
    folders: ["against"],
    run: ({ subject, values }) => withLooked(subject, values, (looked) => auditStore(looked, values)),
  },
  upgrade: {
    subject: "store",
    options: ["dry-run", "key-file"],
    run: ({ subject, values }) =>
      mend(subject, values, (keepers) => Promise.resolve(upgrade(subject, keepers, values["dry-run"] === true))),
  },
  unlock: {
    subject: "store",
    options: ["key-file"],
    run: ({ subject, values }) => mend(subject, values, (keepers) => unlockStore(subject, keepers)),
  },
  rekey: {
    subject: "store",
    options: ["key-file"],
    run: ({ subject, values }) => mend(subject, values, (keepers) => rekey(subject, keepers)),
  },
  status: {
    subject: "store",
    options: ["key-file"],
    run: ({ subject, values, places: { version } }) =>
      withSound(subject, values, (looked, keepers) => showStatus(looked, keepers, version)),
  },
  backup: {
    subject: "store",
    options: ["to", "key-file"],
    folders: ["to"],
    run: ({ subject, values }) => mendPresent(subject, values, (keepers) => backUpStore(subject, values.to, keepers)),
  },
  prove: {
    subject: "store",
    mayLack: true,
    options: ["from", "backup", "key-file"],
    folders: ["from"],
    run: ({ subject, values: { from, backup, ...choice } }) =>
      mend(subject, choice, (keepers) => proveBackups({ store: subject, from, backup }, keepers)),
  },
  check: {
    subject: "store",
    options: ["key-file"],
    run: ({ subject, values }) => mendPresent(subject, values, (keepers) => checkStore(subject, keepers)),
  },
  backups: {
    subject: "store",
    options: ["from", "key-file"],
    folders: ["from"],
    run: ({ subject, values }) => mendFrom(subject, values, (from, keepers) => showBackups(subject, from, keepers)),
  },
  restore: {
    subject: "store",
    options: ["from", "backup", "confirm", "unsigned", "clock-is-right", "key-file"],
    folders: ["from"],
    run: ({ subject, values }) => {
      const words = {
        confirmed: values.confirm === true,
        acceptsUnsigned: values.unsigned === true,
        clockIsRight: values["clock-is-right"] === true,
      };
      return mendFrom(subject, values, (from, keepers) => restoreStore(subject, from, values.backup, words, keepers));
    },
  },
  "reset-administrator": {
    subject: "store",
    options: ["login", "name", "by", "reason", "clock-is-right", "key-file"],
    run: ({ subject, values }) => mend(subject, values, (keepers) => resetAdministrator(subject, values, keepers)),
  },
  "new-city": {
    subject: "city",
    options: ["title", "policy"],
    run: ({ subject, policyDirectory, values }) =>
      newCity(checkoutOf(policyDirectory), subject, values.title, formatDate(systemClock.today())),
  },
  "new-matter": {
    subject: "matter",
    options: ["title", "rule", "checklist", "policy"],
    run: ({ subject, policyDirectory, values: { title, rule, checklist } }) => {
      const today = formatDate(systemClock.today());
      return newMatter(checkoutOf(policyDirectory), { matter: subject, title, rule, isChecklist: checklist === true, today });
    },
  },
  share: { subject: "folder", options: [], run: ({ subject }) => Promise.resolve(shareData(subject)) },
};

/** Of the sources that the policy folder belongs to. */
const checkoutOf = (policyDirectory: string): string => resolve(policyDirectory, "../..");

/** @param start folder of the program's entry, from which its files are looked for */
export async function runCommand(argv: readonly string[], start: string): Promise<ExitCode> {
  // not strict: what is wrong with an option is said here, in the words of the command it was given to
  const {
    values: given,
    positionals,
    tokens,
  } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = given as Values;
  const [name = "", subject, ...others] = positionals;
  if (values.help || name === "" || name === "help") {
    await print(USAGE);
    return EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : undefined;
  if (command === undefined) return refuseInput("command", TEXT.noCommand(name));
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const known = command.options.find((option) => option === token.name);
    if (known === undefined) return refuseInput(token.name, TEXT.notForCommand(token.rawName, name, command.options));
    const wrong = wrongValue(known, token);
    if (wrong !== undefined) return refuseInput(known, wrong);
  }
  const tooMuch = command.subject === undefined ? subject : others[0];
  if (tooMuch !== undefined) return refuseInput("arguments", TEXT.tooMuch(tooMuch, name));
  if (
    command.subject !== undefined &&
    command.subject !== "matter" &&
    command.subject !== "city" &&
    command.mayLack !== true &&
    subject === undefined
  ) {
    return refuseInput(command.subject, TEXT.lacks[command.subject](name));
  }

  const away = command.folders?.find((option) => values[option] !== undefined && !isFolder(values[option]));
  if (away !== undefined) return refuseInput(away, TEXT.unreadable(values[away]!, TEXT.noFolder));

  const places = findPlaces(start);
  const policyDirectory = values.policy ?? places.policyDirectory;
  if (!existsSync(policyDirectory)) return refuseInput("policy", TEXT.unreadable(policyDirectory, TEXT.noFolder));
  return command.run({ values, subject: subject ?? "", places, policyDirectory });
}

/** A value that an option lacks (what follows is another option), or one that it does not take. */
function wrongValue(
  option: OptionName,
  { value, inlineValue }: { readonly value?: string | undefined; readonly inlineValue?: boolean | undefined },
): string | undefined {
  if (OPTIONS[option].type === "boolean") return value === undefined ? undefined : TEXT.takesNoValue(option);
  const isNext = inlineValue !== true && value !== "-" && value?.startsWith("-") === true;
  return value === undefined || value === "" || isNext ? TEXT.needsValue(option) : undefined;
}

async function evaluate(
  policyDirectory: string,
  matter: string,
  values: KeyChoice & {
    readonly facts?: string;
    readonly "as-of"?: string;
    readonly store?: string;
    readonly batch?: boolean;
    readonly summary?: boolean;
    readonly span?: boolean;
  },
): Promise<ExitCode> {
  const { facts, batch = false, summary = false, span = false } = values;
  if (facts === undefined) return refuseInput("facts", TEXT.noFacts);
  if (summary && (!batch || span)) return refuseInput("summary", TEXT.summaryOfBatch);
  const decide = async (store?: StoreReader): Promise<ExitCode> => {
    const pack = packOf(policyDirectory, matter, store);
    if (typeof pack === "number") return pack;
    const request = { pack, matter, asOf: values["as-of"] ?? formatDate(systemClock.today()), facts, span };
    return batch ? evaluateBatch(request, summary) : evaluateOne(request);
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

/** Ctrl+C asks the work to end; a second time it ends at once, as ever. */
async function cancellable(work: (cancel: AbortSignal) => Promise<ExitCode>): Promise<ExitCode> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  process.once("SIGINT", cancel);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", cancel);
  }
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
