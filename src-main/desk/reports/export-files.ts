/** Sheets as a file that leaves the program: made, written into the audit, handed to the host or the browser. */
import type { ExportFile } from "../../../src-shared/contract/index.ts";
import { plainYuan } from "../../../src-shared/domain/money.ts";
import { timeAtCounter } from "../../clock.ts";
import type { ReportCell, ReportColumn, ReportInput, ReportSheet, Progress } from "../../receipts/types.ts";
import type { ExportList } from "./export-sheets.ts";
import { faultForLog } from "../frame/fault-log.ts";
import type { ClerkContext } from "../frame/handlers.ts";
import { LOOK_TEXT } from "../people/text.ts";
import { EXPORT_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

export interface Wanted {
  readonly format: "xlsx" | "pdf";
  /** Whoever asked knows that rows are left out. */
  readonly partial: boolean;
}

const MIME: Record<Wanted["format"] | "txt", string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  txt: "text/plain; charset=utf-8",
};
/** A spreadsheet's tab takes no more. */
const LONGEST_TAB = 31;
/** About as many characters as a share of the page's width. */
const CHARACTERS_PER_SHARE = 0.9;
/** Rows put into cells between two steps. */
const ROWS_AT_ONCE = 500;

/**
 * What is said of a list that a file does not take whole; `null` where it does.
 * @param most rows that a file of each format takes: a longer one is no list for people
 * @throws Refusal `list-too-long` unless `partial`
 */
export function leftOutOf(total: number, most: Record<Wanted["format"], number>, { format, partial }: Wanted): string | null {
  if (total <= most[format]) return null;
  if (!partial) throw new Refusal("list-too-long", { message: EXPORT_TEXT.tooLong(total, most[format]) });
  return EXPORT_TEXT.leftOut(total, most[format]);
}

/** A step for a part of the work, told as a share of the whole. */
export const partOf =
  (step: Progress, from: number, to: number): Progress =>
  (done, total) =>
    step(Math.round(PARTS * (from + ((to - from) * done) / Math.max(1, total))), PARTS);
const PARTS = 1000;

/** Writes the list as a file of the format and exports it. */
export async function exportList(
  tools: DeskTools,
  context: ClerkContext,
  name: string,
  list: ExportList,
  format: Wanted["format"],
  step: Progress,
  { operation = "reports.export", reason = null }: { readonly operation?: string; readonly reason?: string | null } = {},
): Promise<ExportFile> {
  const { people, ...shown } = list;
  const report: ReportInput = {
    ...shown,
    title: name,
    office: tools.store.office.get()?.name ?? "",
    clerk: context.clerk.name,
    madeAt: tools.clock.now(),
  };
  const bytes = format === "xlsx" ? await spreadsheet(report, step) : await tools.makeReport(report, step);
  const rows = Math.max(0, ...list.sheets.map((sheet) => sheet.rows.length));
  const leaving = { bytes, name: `${name}.${format}`, mimeType: MIME[format], rows, operation, reason, people };
  return await exportFile(tools, context, leaving);
}

interface Leaving {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mimeType: string;
  readonly rows: number;
  readonly operation: string;
  /** Why it is taken along; only lists of people need one. */
  readonly reason?: string | null;
  /** Whom it names. */
  readonly people?: readonly string[];
}

/** @throws Refusal `reason-needed` */
export function requireReason(reason: string | null): void {
  if (reason === null) throw new Refusal("reason-needed", { message: LOOK_TEXT.exportReason });
}

/** The audit knows of it before it leaves: a file nobody knows of is worse than a line without a file. */
export async function exportFile(tools: DeskTools, context: ClerkContext, leaving: Leaving): Promise<ExportFile> {
  const { name, rows, operation, reason = null, people = [] } = leaving;
  tools.store.audit.record(actOf(tools, context, operation), {
    detail: { what: name, rows, ...(reason === null ? {} : { reason }) },
    people,
  });
  return await saveOrAnswer(tools, context, leaving);
}

/** Where the host has no folder to save it to, the file is the answer. @throws Refusal `file-not-saved` */
export async function saveOrAnswer(
  tools: Pick<DeskTools, "saveFile" | "logger">,
  context: Pick<ClerkContext, "traceId">,
  { bytes, name, mimeType, rows }: Omit<Leaving, "operation">,
): Promise<ExportFile> {
  if (!tools.saveFile) {
    return { name, mimeType, base64: Buffer.from(bytes).toString("base64"), savedAs: null, cancelled: false, rows };
  }
  try {
    const savedAs = await tools.saveFile(bytes, name);
    return { name, mimeType, base64: null, savedAs, cancelled: savedAs === null, rows };
  } catch (error) {
    tools.logger.error({ trace: context.traceId, ...faultForLog(error) }, "could not save a file");
    throw new Refusal("file-not-saved");
  }
}

export const textFile = (name: string, content: string, operation: string): Leaving => ({
  // Windows' editor takes a text without the mark for another encoding
  bytes: Buffer.from(`\u{FEFF}${content}`, "utf8"),
  name: `${name}.txt`,
  mimeType: MIME.txt,
  rows: content.split("\n").length,
  operation,
});

/** Numbers of people and receipts stay text: a spreadsheet would round them to fifteen digits. */
async function spreadsheet(report: ReportInput, step: Progress): Promise<Uint8Array> {
  // loaded at the first export, which may never come
  const { default: write } = await import("write-excel-file/node");
  const sheets = [...report.sheets, aboutSheet(report)];
  const whole = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  const written = [];
  for (const { title, columns, rows, totals } of sheets) {
    const data = [columns.map(({ title: heading }) => bold({ value: heading, type: String }))];
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const portion = rows.slice(from, from + ROWS_AT_ONCE);
      data.push(...portion.map((cells) => cells.map((cell, index) => cellOf(cell, columns[index]!))));
      done += portion.length;
      await step(done, whole);
    }
    if (totals !== undefined && rows.length > 0) {
      data.push(totals.map((cell, index) => bold(cellOf(cell, columns[index]!))));
    }
    if (report.leftOut !== null) data.push([bold({ value: report.leftOut, type: String })]);
    written.push({
      sheet: title.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, LONGEST_TAB),
      stickyRowsCount: 1,
      columns: columns.map(({ share, title: heading }) => ({
        width: Math.max(share * CHARACTERS_PER_SHARE, heading.length * 2 + 2),
      })),
      data,
    });
  }
  return new Uint8Array(await write(written).toBuffer());
}

/** What a printed page says in its head and foot. */
function aboutSheet({ title, office, span, facts, clerk, madeAt }: ReportInput): ReportSheet {
  const { facts: F } = EXPORT_TEXT;
  return {
    title: EXPORT_TEXT.aboutName,
    columns: [
      { title: F.title, share: 16, kind: "text" },
      { title, share: 60, kind: "text" },
    ],
    rows: [[F.office, office], [F.span, span], ...facts, [F.printedBy, clerk], [F.printedAt, timeAtCounter(madeAt)]],
  };
}

const bold = (cell: SheetCell): SheetCell => cell && { ...cell, fontWeight: "bold" };

function cellOf(cell: ReportCell, { kind }: ReportColumn): SheetCell {
  if (cell === null) return null;
  if (typeof cell === "string") return { value: cell, type: String };
  if (kind === "money") return { value: Number(plainYuan(cell)), type: Number, format: "#,##0.00" };
  return { value: cell, type: Number };
}

type SheetCell =
  | null
  | { readonly value: string; readonly type: StringConstructor; readonly fontWeight?: "bold" }
  | { readonly value: number; readonly type: NumberConstructor; readonly format?: string; readonly fontWeight?: "bold" };
