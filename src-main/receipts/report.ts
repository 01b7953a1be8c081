/** A list of the office as a paper: landscape, as wide as its columns need. */
import { formatYuan } from "../../src-shared/domain/money.ts";
import { timeAtCounter } from "../clock.ts";
import { column, field, grid, row, strongRow, type Field, type Grid, type Row, type PaperTable } from "./document.ts";
import { REPORT_TEXT, SIGNATURE_TEXT } from "./text.ts";
import type { ReportCell, ReportColumn, ReportInput, ReportSheet } from "./types.ts";

export interface ReportDocument {
  readonly title: string;
  readonly office: string;
  readonly span: string;
  /** Foot of every page: by whom and when, and where it comes from. */
  readonly printed: string;
  readonly leftOut: string | null;
  readonly facts: Grid | null;
  /** `table` without rows: there is nothing to list. */
  readonly parts: readonly { readonly title: string; readonly table: PaperTable; readonly nothing: string }[];
  /** After the lists, e.g. which characters no font has. */
  readonly notes: readonly string[];
  /** Lines to sign on; what is known is filled in. */
  readonly signatures: readonly Field[];
  readonly properties: { readonly subject: string; readonly author: string; readonly createdAt: string };
}

/** Pairs beside each other in the grid above the lists. */
const FACTS_IN_A_ROW = 3;

export function composeReport(input: ReportInput): ReportDocument {
  const { title, office, span, leftOut, facts, sheets, clerk, madeAt } = input;
  const pairs = facts.map(([label, value]) => field(label, value));
  const rows = Array.from({ length: Math.ceil(pairs.length / FACTS_IN_A_ROW) }, (_each, at) =>
    pairs.slice(at * FACTS_IN_A_ROW, (at + 1) * FACTS_IN_A_ROW),
  );
  return {
    title,
    office,
    span,
    printed: `${REPORT_TEXT.printed(clerk, timeAtCounter(madeAt))}　${REPORT_TEXT.origin}`,
    leftOut,
    facts: rows.length > 0 ? grid(...rows) : null,
    parts: sheets.map(partOf),
    notes: [],
    signatures: [
      field(SIGNATURE_TEXT.maker, clerk),
      field(SIGNATURE_TEXT.checker, ""),
      field(SIGNATURE_TEXT.date, SIGNATURE_TEXT.dateBlank),
    ],
    properties: { subject: title, author: office, createdAt: madeAt },
  };
}

function partOf({ title, columns, rows, totals }: ReportSheet): ReportDocument["parts"][number] {
  const cells = (texts: readonly ReportCell[]): string[] => texts.map((cell, index) => cellText(cell, columns[index]!));
  const listed: Row[] = rows.map((each) => row(...cells(each)));
  return {
    title,
    table: {
      type: "table",
      columns: columns.map(({ title: name, share, kind }) => column(name, share, kind === "text" ? "left" : "right")),
      rows: rows.length === 0 || totals === undefined ? listed : [...listed, strongRow(...cells(totals))],
    },
    nothing: REPORT_TEXT.nothing,
  };
}

function cellText(cell: ReportCell, { kind }: ReportColumn): string {
  if (cell === null) return "";
  return kind === "money" && typeof cell === "number" ? formatYuan(cell) : String(cell);
}
