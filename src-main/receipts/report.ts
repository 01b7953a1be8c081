/** A list of the office as a paper: the same page, without a case. */
import { formatYuan } from "../../src-shared/domain/money.ts";
import { body, column, field, grid, heading, row, signatures, table, type Block, type PaperDocument } from "./document.ts";
import { chineseDay } from "./notation.ts";
import { PAPER_TEXT, REPORT_TEXT, SIGNATURE_TEXT } from "./text.ts";
import type { ReportCell, ReportColumn, ReportInput, ReportSheet } from "./types.ts";

export function composeReport({ title, office, facts, sheets, clerk, madeAt }: ReportInput): PaperDocument {
  const pairs = facts.map(([label, value]) => [field(label, value)]);
  return {
    title,
    office,
    number: "",
    copyMark: null,
    code: null,
    codeCaption: "",
    issuedOn: PAPER_TEXT.issuedOn(chineseDay(madeAt)),
    origin: REPORT_TEXT.origin,
    blocks: [
      ...(pairs.length > 0 ? [grid(...pairs)] : []),
      ...sheets.flatMap(sheetBlocks),
      signatures(
        "",
        [field(SIGNATURE_TEXT.maker, clerk), field(SIGNATURE_TEXT.checker, "")],
        [field(SIGNATURE_TEXT.date, SIGNATURE_TEXT.dateBlank), field(SIGNATURE_TEXT.date, SIGNATURE_TEXT.dateBlank)],
      ),
    ],
    properties: { subject: title, author: office, createdAt: madeAt },
  };
}

function sheetBlocks({ title, columns, rows }: ReportSheet): Block[] {
  if (rows.length === 0) return [heading(title), body(REPORT_TEXT.nothing)];
  return [
    heading(title),
    table(
      columns.map(({ title: name, share, kind }) => column(name, share, kind === "text" ? "left" : "right")),
      rows.map((cells) => row(...cells.map((cell, index) => cellText(cell, columns[index]!)))),
    ),
  ];
}

function cellText(cell: ReportCell, { kind }: ReportColumn): string {
  if (cell === null) return "";
  return kind === "money" && typeof cell === "number" ? formatYuan(cell) : String(cell);
}
