/** Sheets as a file that leaves the program: made, written into the audit, handed to the host or the browser. */
import type { ExportFile } from "../../src-shared/contract/index.ts";
import { plainYuan } from "../../src-shared/domain/money.ts";
import type { ReportCell, ReportColumn, ReportSheet } from "../receipts/types.ts";
import type { ExportList } from "./export-sheets.ts";
import { faultForLog } from "./fault-log.ts";
import type { ClerkContext } from "./handlers.ts";
import { Refusal } from "./refusal.ts";
import { actOf, type DeskTools } from "./tools.ts";

export type ExportFormat = "xlsx" | "pdf";

const MIME: Record<ExportFormat | "txt", string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  txt: "text/plain; charset=utf-8",
};
/** A spreadsheet's tab takes no more. */
const LONGEST_TAB = 31;
/** About as many characters as a share of the page's width. */
const CHARACTERS_PER_SHARE = 0.9;

export async function deliver(
  tools: DeskTools,
  context: ClerkContext,
  name: string,
  list: ExportList,
  format: ExportFormat,
  operation = "reports.export",
): Promise<ExportFile> {
  const bytes = format === "xlsx" ? await spreadsheet(list.sheets) : await page(tools, context, name, list);
  const rows = Math.max(0, ...list.sheets.map((sheet) => sheet.rows.length));
  return await handOver(tools, context, { bytes, name: `${name}.${format}`, mimeType: MIME[format], rows, operation });
}

interface Leaving {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mimeType: string;
  readonly rows: number;
  readonly operation: string;
}

/** The audit knows of it before it leaves: a file nobody knows of is worse than a line without a file. */
export async function handOver(tools: DeskTools, context: ClerkContext, leaving: Leaving): Promise<ExportFile> {
  const { name, rows, operation } = leaving;
  tools.store.audit.record(actOf(tools, context, operation), { detail: { what: name, rows } });
  return await give(tools, context, leaving);
}

/** @throws Refusal `file-not-saved` */
export async function give(
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

function page(tools: DeskTools, { clerk }: ClerkContext, name: string, { facts, sheets }: ExportList): Promise<Uint8Array> {
  const office = tools.store.office.get()?.name ?? "";
  return tools.makeReport({ title: name, office, facts, sheets, clerk: clerk.name, madeAt: tools.clock.now() });
}

/** Numbers of people and receipts stay text: a spreadsheet would round them to fifteen digits. */
async function spreadsheet(sheets: readonly ReportSheet[]): Promise<Uint8Array> {
  // loaded at the first export, which may never come
  const { default: write } = await import("write-excel-file/node");
  const file = write(
    sheets.map(({ title, columns, rows }) => ({
      sheet: title.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, LONGEST_TAB),
      stickyRowsCount: 1,
      columns: columns.map(({ share, title: heading }) => ({
        width: Math.max(share * CHARACTERS_PER_SHARE, heading.length * 2 + 2),
      })),
      data: [
        columns.map(({ title: heading }) => ({ value: heading, type: String, fontWeight: "bold" as const })),
        ...rows.map((cells) => cells.map((cell, index) => cellOf(cell, columns[index]!))),
      ],
    })),
  );
  return new Uint8Array(await file.toBuffer());
}

function cellOf(cell: ReportCell, { kind }: ReportColumn) {
  if (cell === null) return null;
  if (typeof cell === "string") return { value: cell, type: String };
  if (kind === "money") return { value: Number(plainYuan(cell)), type: Number, format: "#,##0.00" };
  return { value: cell, type: Number };
}
