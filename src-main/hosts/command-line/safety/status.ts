/** `counter status`: how an office's data stand, without a window: the diagnosis page's facts and what else an officer asks first. */
import type { DiagnosisLine } from "../../../../src-shared/contract/index.ts";
import { formatDate } from "../../../../src-shared/domain/calendar.ts";
import { systemClock, zonedTimeAtCounter } from "../../../clock.ts";
import { minutesSince } from "../../../desk/safety/backups.ts";
import { diagnosisText, storeLines } from "../../../desk/safety/diagnosis.ts";
import { statusBeside, type KeyKeeper, type Looked, type StatusBeside } from "../../../store/index.ts";
import { EXIT, printJson, tell, type ExitCode } from "../output.ts";
import { SAFETY_TEXT } from "./text.ts";

const TEXT = SAFETY_TEXT.status;
/** An office that has closed no day for longer knows it. */
const MOST_UNCLOSED = 400;
const MOST_NAMED = 9;

type Line = Pick<DiagnosisLine, "title" | "state" | "value" | "advice">;
const line = (title: string, state: Line["state"], value: string, advice = ""): Line => ({ title, state, value, advice });

export async function showStatus(looked: Looked, keepers: readonly KeyKeeper[], version: string): Promise<ExitCode> {
  const now = systemClock.now();
  const found = statusBeside(looked, { clock: systemClock, keepers });
  const { store, clockDoubt, places, keys, backups } = found;
  const office = store.office.get();
  const administrators = store.clerks.list().filter(({ active, permanentRole }) => active && permanentRole === "administrator");
  const unclosed = store.ledger.unclosed(formatDate(systemClock.today()), MOST_UNCLOSED);
  const lines: Line[] = [
    line(TEXT.titles.program, "good", TEXT.program(version, found.inUse)),
    line(TEXT.titles.schema, "good", TEXT.schema(found.schemaVersion)),
    ...storeLines(found, clockDoubt, now),
    ...places.map((place) => placeLine(place, now)),
    line(
      TEXT.titles.administrators,
      administrators.length > 1 ? "good" : "warning",
      administrators.map(({ name, login }) => `${name}（${login}）`).join("、"),
      administrators.length > 1 ? "" : TEXT.oneAdministrator,
    ),
    unclosed[0] === undefined
      ? line(TEXT.titles.unclosed, "good", TEXT.closed)
      : line(TEXT.titles.unclosed, "warning", TEXT.unclosed(unclosed.length, unclosed[0].date), TEXT.unclosedAdvice),
  ];
  await printJson({
    at: now,
    program: version,
    inUse: found.inUse,
    schemaVersion: found.schemaVersion,
    office: office && { code: office.code, name: office.name },
    lines: lines.map(({ title, state, value, advice }) => ({ title, state, value, advice })),
    keys,
    places: places.map((place) => placeTold(place, now)),
    changedSinceBackup: backups.changedSince,
    clock: clockDoubt,
    administrators: administrators.map(({ login, name }) => ({ login, name })),
    unclosed: { days: unclosed.length, latest: unclosed.slice(0, MOST_NAMED).map(({ date }) => date) },
  });
  tell(diagnosisText(office === null ? "" : `${office.name}（${office.code}）`, now, lines));
  return lines.some(({ state }) => state === "bad") ? EXIT.problems : EXIT.done;
}

type Place = StatusBeside["places"][number];

function placeLine({ folder, kind, reachable, backups, newest }: Place, now: string): Line {
  const where = TEXT.place(kind === "second" ? TEXT.second : TEXT.own, folder, backups);
  if (!reachable && kind === "second") {
    return line(TEXT.titles.place, "bad", `${TEXT.second}“${folder}”${TEXT.missing}`, TEXT.missingAdvice);
  }
  if (newest === null)
    return line(TEXT.titles.place, backups === 0 ? "warning" : "bad", where, backups === 0 ? "" : TEXT.damagedAdvice);
  const { at, proof } = newest;
  const tried = proof === null ? TEXT.unproved : TEXT.proof(zonedTimeAtCounter(proof.at), proof.how, proof.sound);
  const value = `${where}${TEXT.newest(zonedTimeAtCounter(at), minutesSince(at, now))}${tried}`;
  return proof?.sound === false
    ? line(TEXT.titles.place, "bad", value, TEXT.damagedAdvice)
    : line(TEXT.titles.place, "good", value);
}

function placeTold({ newest, lastAt: _lastAt, ...place }: Place, now: string) {
  return {
    ...place,
    newest: newest && {
      name: newest.name,
      at: newest.at,
      ageMinutes: minutesSince(newest.at, now),
      cases: newest.holds?.cases ?? null,
      lastReceiptNumber: newest.holds?.lastReceiptNumber ?? null,
      proof: newest.proof,
    },
  };
}
