/** What the page of the rescue desk shows, and what is exported about it. */
import { dirname } from "node:path";
import type { DiagnosisLine, RescueProblem, RescueView, RescueWay } from "../../../src-shared/contract/index.ts";
import { zonedTimeAtCounter } from "../../clock.ts";
import { recoveryOf, stateOffline, StoreError, type Recovery } from "../../store/index.ts";
import { diagnosisText, diskLine, good, line } from "../safety/diagnosis.ts";
import { faultForLog } from "../frame/fault-log.ts";
import { PolicyError } from "../policy/packs.ts";
import { RESCUE_MESSAGES, RESCUE_TEXT as TEXT } from "./text.ts";
import type { RescueOptions } from "./rescue.ts";
import { DIAGNOSIS_TEXT } from "../safety/text.ts";

/** The store is open and well; no office was set up in it, and a backup is to take its place. */
export class NoOffice extends Error {
  override readonly name = "NoOffice";
}

const MOST_PLACES = 20;

/** What helps, where trying again alone does not. */
export const RESCUE_WAYS: Record<RescueProblem, readonly RescueWay[]> = {
  "store-locked": [],
  "store-full": [],
  "store-read-only": [],
  "store-corrupt": ["restore"],
  "store-newer": [],
  "store-not-ours": ["restore"],
  "store-altered": ["restore"],
  "store-outdated": ["restore", "accept"],
  "store-demonstration": [],
  "store-no-demonstration": [],
  "store-missing": ["restore"],
  "store-wrong-key": ["restore"],
  "store-key-missing": ["unlock", "restore"],
  "store-key-damaged": ["restore"],
  "first-start": ["restore"],
  "store-key-exposed": [],
  policy: [],
  internal: [],
};

export function problemOf(error: unknown): RescueProblem {
  if (error instanceof NoOffice) return "first-start";
  if (error instanceof StoreError) return `store-${error.kind}`;
  return error instanceof PolicyError ? "policy" : "internal";
}

export function viewOf(error: unknown, options: RescueOptions): Omit<RescueView, "restoring"> {
  const { storePath, keepers, hostKind, version } = options;
  const problem = problemOf(error);
  const recovery = problem === "store-key-missing" ? recoveryAt(storePath) : undefined;
  const ways = keepers.length === 0 ? [] : RESCUE_WAYS[problem];
  return {
    problem,
    details: [...policyPlaces(error), ...(recovery === undefined ? [] : uselessCode(recovery))],
    ways: ways.filter((way) => way !== "unlock" || recovery === "by-code"),
    folder: dirname(storePath),
    version,
    host: hostKind,
  };
}

/** `undefined` where even that cannot be read. */
function recoveryAt(storePath: string): Recovery | undefined {
  try {
    return recoveryOf(storePath);
  } catch {
    return undefined;
  }
}

function uselessCode(recovery: Recovery): readonly string[] {
  if (recovery === "by-code") return [];
  return [recovery === "no-keys" ? TEXT.noKeys : TEXT.noCodeMade];
}

function policyPlaces(error: unknown): readonly string[] {
  if (!(error instanceof PolicyError)) return [];
  const places = error.problems.map(({ file, line: at, message }) => TEXT.place(file, at, message));
  const more = places.length - MOST_PLACES;
  return more > 0 ? [...places.slice(0, MOST_PLACES), TEXT.moreProblems(more)] : places;
}

/** Nothing of it is about a person; folders are left out, since an account's folder bears a name. */
export function rescueDiagnosis(error: unknown, options: RescueOptions): string {
  const { clock, storePath, version, hostKind } = options;
  const problem = problemOf(error);
  // the store's path bears the name of an account
  const fault = faultForLog(error).fault.replaceAll(dirname(storePath), "▮");
  const heading = TEXT.diagnosis.problem(RESCUE_MESSAGES[problem], `${problem}: ${fault}`);
  const lines = [
    ...storeLines(storePath),
    good("clock", zonedTimeAtCounter(clock.now())),
    good("program", DIAGNOSIS_TEXT.program(version, hostKind)),
  ];
  return diagnosisText([heading, ...policyPlaces(error)].join("\n"), clock.now(), lines);
}

function storeLines(storePath: string): DiagnosisLine[] {
  const { exists, storeBytes, logBytes, freeBytes, backups, lastBackupAt } = stateOffline(storePath);
  const { megabytes } = DIAGNOSIS_TEXT;
  const recovery = recoveryAt(storePath);
  return [
    exists
      ? good("store", DIAGNOSIS_TEXT.fileSize(megabytes(storeBytes), megabytes(logBytes)))
      : line("store", "bad", TEXT.diagnosis.noFile, ""),
    diskLine(freeBytes),
    lastBackupAt === null
      ? line("backup", "bad", DIAGNOSIS_TEXT.noBackup, "")
      : good("backup", TEXT.diagnosis.backups(backups, zonedTimeAtCounter(lastBackupAt))),
    ...(recovery === undefined ? [] : [good("encryption", TEXT.diagnosis.keys[recovery])]),
  ];
}
