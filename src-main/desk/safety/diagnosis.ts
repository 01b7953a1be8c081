/** How the machine stands: disk, data, backup, policy, calendar, printer, clock. Nothing here is about a person. */
import { toPlainDate } from "../../../src-shared/domain/calendar.ts";
import type { ClockDoubt, DiagnosisArea, DiagnosisLine, DiagnosisView } from "../../../src-shared/contract/index.ts";
import { zonedTimeAtCounter } from "../../clock.ts";
import { backupProblem, minutesSince } from "./backups.ts";
import { calendarView } from "../policy/calendar.ts";
import { exportFile, textFile } from "../reports/export-files.ts";
import { faultForLog } from "../frame/fault-log.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import { EXPORT_TEXT } from "../reports/text.ts";
import { BACKUP_TEXT, DIAGNOSIS_LABELS, DIAGNOSIS_TEXT as TEXT } from "./text.ts";
import type { BackupStatus } from "../../store/backups/types.ts";
import type { KeyStatus } from "../../store/keys/types.ts";
import type { StoreFigures } from "../../store/types.ts";
import type { DeskTools } from "../frame/tools.ts";

const GIGABYTE = 1024 ** 3;
const DISK_LOW = GIGABYTE;
const DISK_FILLING = 5 * GIGABYTE;
/** Older than two days, a backup is no longer of the last shift. */
const BACKUP_OLD_MINUTES = 2 * 24 * 60;
const SHORT_HASH = 12;

export function diagnosisCalls(tools: DeskTools): AreaHandlers<"diagnosis"> {
  return {
    "diagnosis.get": () => diagnose(tools),
    "diagnosis.export": async (_input, context) => {
      const { at, lines } = await diagnose(tools);
      const office = tools.store.office.get();
      const content = diagnosisText(office ? `${office.name}（${office.code}）` : "", at, lines);
      return await exportFile(tools, context, textFile(EXPORT_TEXT.diagnosisName, content, "diagnosis.export"));
    },
  };
}

export const diagnosisText = (heading: string, at: string, lines: readonly Omit<DiagnosisLine, "area">[]): string =>
  [
    TEXT.heading(heading, zonedTimeAtCounter(at)),
    ...lines.map(({ title, state, value, advice }) => TEXT.line(TEXT.states[state], title, value, advice)),
  ].join("\n");

async function diagnose(tools: DeskTools): Promise<DiagnosisView> {
  const { safe, store, clock } = tools;
  const lines = [
    ...(safe
      ? storeLines(safe.diagnosis(), store.clock.doubt(), clock.now())
      : [line("backup", "bad", TEXT.noBackup, BACKUP_TEXT.without)]),
    policyLine(tools),
    calendarLine(tools),
    await printerLine(tools),
    good("program", TEXT.program(tools.version, tools.hostKind)),
  ];
  return { at: tools.clock.now(), lines };
}

export const line = (area: DiagnosisArea, state: DiagnosisLine["state"], value: string, advice: string): DiagnosisLine => ({
  area,
  title: DIAGNOSIS_LABELS[area],
  state,
  value,
  advice,
});
export const good = (area: DiagnosisArea, value: string): DiagnosisLine => line(area, "good", value, "");

/** Of the store and what keeps it safe; the same for the page and the command line. */
export function storeLines(found: StoreFigures, doubt: ClockDoubt | null, now: string): DiagnosisLine[] {
  const size = TEXT.storeSize(
    ...([found.storeBytes, found.attachmentBytes, found.logBytes].map(TEXT.megabytes) as [string, string, string]),
  );
  return [
    good("store", size),
    diskLine(found.freeBytes),
    backupLine(found.backups, found.keys, now),
    clockLine(doubt, now),
    keyLine(found.keys),
  ];
}

export function diskLine(freeBytes: number | null): DiagnosisLine {
  if (freeBytes === null) return line("disk", "warning", TEXT.freeUnknown, TEXT.diskFilling);
  const value = TEXT.free(TEXT.megabytes(freeBytes));
  if (freeBytes < DISK_LOW) return line("disk", "bad", value, TEXT.diskLow);
  return freeBytes < DISK_FILLING ? line("disk", "warning", value, TEXT.diskFilling) : good("disk", value);
}

function backupLine(status: BackupStatus, keys: KeyStatus, now: string): DiagnosisLine {
  const age = minutesSince(status.lastAt, now);
  const problem = backupProblem(status, keys, now);
  if (status.lastAt === null) return line("backup", "bad", TEXT.noBackup, TEXT.backupNow);
  if (age === null) return line("backup", "bad", zonedTimeAtCounter(status.lastAt), problem ?? TEXT.setClock);
  const isOld = age > BACKUP_OLD_MINUTES && status.changedSince > 0;
  const value = TEXT.backupAge(age);
  if (isOld) return line("backup", "bad", value, problem ?? TEXT.backupNow);
  return problem === null ? good("backup", value) : line("backup", "warning", value, problem);
}

function clockLine(doubt: ClockDoubt | null, now: string): DiagnosisLine {
  return doubt === null
    ? good("clock", TEXT.clockGood(zonedTimeAtCounter(now)))
    : line("clock", "bad", TEXT.clockDoubted[doubt.kind](zonedTimeAtCounter(doubt.stored)), TEXT.setClock);
}

function keyLine({
  encrypted,
  keptBy,
  travels,
  recoveryCodeMadeAt,
}: {
  readonly encrypted: boolean;
  readonly keptBy: "system" | "key-file" | "none";
  readonly travels: boolean;
  readonly recoveryCodeMadeAt: string | null;
}): DiagnosisLine {
  const value = TEXT.encrypted[keptBy];
  if (!encrypted) return line("encryption", "warning", value, TEXT.notEncrypted);
  if (travels) return line("encryption", "bad", value, TEXT.keyTravels);
  return recoveryCodeMadeAt === null ? line("encryption", "warning", value, TEXT.noRecoveryCode) : good("encryption", value);
}

function policyLine({ packs }: DeskTools): DiagnosisLine {
  const value = packs
    .all()
    .map((pack) => TEXT.pack(pack.cityTitle, pack.version, pack.hash.slice(0, SHORT_HASH)))
    .join("；");
  const faulty = packs.faulty();
  if (faulty.length === 0) return good("policy", value);
  const places = faulty.map(({ title, problems: [first] }) => TEXT.faultyMatter(title, first?.file ?? "", first?.line ?? 0));
  return line("policy", "bad", value, TEXT.faultyMatters(places));
}

function calendarLine({ calendar, clock }: DeskTools): DiagnosisLine {
  const { years, warning } = calendarView(calendar, clock.today());
  const value = TEXT.years(years);
  if (warning === null) return good("calendar", value);
  const isThisYear = !years.includes(toPlainDate(clock.today()).year);
  return line("calendar", isThisYear ? "bad" : "warning", value, warning);
}

async function printerLine({ listPrinters, logger }: DeskTools): Promise<DiagnosisLine> {
  if (!listPrinters) return good("printer", TEXT.printByBrowser);
  try {
    const names = await listPrinters();
    return names.length > 0 ? good("printer", TEXT.printers(names)) : line("printer", "bad", TEXT.noPrinter, TEXT.installPrinter);
  } catch (error) {
    logger.error(faultForLog(error), "could not list printers");
    return line("printer", "bad", TEXT.noPrinter, TEXT.installPrinter);
  }
}
