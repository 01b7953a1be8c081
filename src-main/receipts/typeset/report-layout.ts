/** A list as landscape pages: each tells office, title, span, who printed it and when, and its place among the pages. */
import type { ReportDocument } from "../report.ts";
import { PAPER_TEXT } from "../text.ts";
import type { Progress } from "../types.ts";
import type { Faces } from "./characters.ts";
import { LANDSCAPE, type Frame, type Mark, type Page } from "./page.ts";
import { gapPiece, stackPieces, type Piece } from "./pieces.ts";
import { gridPieces, tableSetting } from "./table-pieces.ts";
import { lineHeight, lineMarks, linesOf, paragraphPieces, singleLine, textWidth, type TextStyle } from "./text-pieces.ts";

/** 1.3 cm. */
const MARGIN = 36;
const FRAME: Frame = { x: MARGIN, width: LANDSCAPE.width - 2 * MARGIN };
const OFFICE: TextStyle = { size: 10, weight: "regular", leading: 1.4 };
const TITLE: TextStyle = { size: 15, weight: "bold", leading: 1.4 };
const HEADING: TextStyle = { size: 10.5, weight: "bold", leading: 1.5 };
const BODY: TextStyle = { size: 9.5, weight: "regular", leading: 1.5 };
const STRONG: TextStyle = { ...BODY, weight: "bold" };
const FOOT: TextStyle = { size: 8, weight: "regular", leading: 1.5 };
const CELL: TextStyle = { size: 8, weight: "regular", leading: 1.3 };
const RULE = 0.6;
const GAP = 6;
const HEAD_GAP = 6;
const FOOT_TOP = LANDSCAPE.height - 34;
const CONTENT_BOTTOM = FOOT_TOP - 6;
const SIGNATURE_HEIGHT = 30;
/** Rows set between two steps: some milliseconds. */
const ROWS_AT_ONCE = 100;

export async function layOutReport(report: ReportDocument, faces: Faces, step: Progress): Promise<Page[]> {
  const head = headOf(report, faces);
  const pieces: Piece[] = [
    ...(report.facts === null ? [] : [...gridPieces(report.facts, faces, 0, FRAME), gapPiece(GAP)]),
    ...leftOutPieces(report, faces),
  ];
  const whole = report.parts.reduce((sum, { table }) => sum + table.rows.length, 0);
  let done = 0;
  for (const { title, table, nothing } of report.parts) {
    pieces.push(...paragraphPieces(title, HEADING, { indent: 0, keepWithNext: true }, faces, FRAME));
    if (table.rows.length === 0) {
      pieces.push(...paragraphPieces(nothing, BODY, { indent: 0, keepWithNext: false }, faces, FRAME), gapPiece(GAP));
      continue;
    }
    const { header, rowPieces } = tableSetting(table.columns, faces, { closeness: 0, frame: FRAME, cell: CELL });
    pieces.push(header);
    for (let from = 0; from < table.rows.length; from += ROWS_AT_ONCE) {
      const portion = table.rows.slice(from, from + ROWS_AT_ONCE);
      pieces.push(...rowPieces(portion));
      done += portion.length;
      await step(done, whole);
    }
    pieces.push(gapPiece(GAP));
  }
  pieces.push(
    ...leftOutPieces(report, faces),
    ...report.notes.flatMap((note) => paragraphPieces(note, BODY, { indent: 0, keepWithNext: false }, faces, FRAME)),
    signaturePiece(report, faces),
  );
  const pages = stackPieces(pieces, () => ({ top: head.bottom, bottom: CONTENT_BOTTOM }));
  return pages.map((marks, index) => [...head.marks, ...marks, ...foot(report, index + 1, pages.length, faces)]);
}

function headOf(
  { office, title, span }: ReportDocument,
  faces: Faces,
): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const top = MARGIN - 12;
  const third = FRAME.width / 3;
  const middle = { x: FRAME.x + third, width: third, top };
  const titles = linesOf(title, TITLE, third, faces);
  const titleMarks = titles.flatMap((line, at) =>
    lineMarks(line, TITLE, { ...middle, top: top + at * lineHeight(TITLE) }, "centre"),
  );
  const sides = [
    [office, { x: FRAME.x, width: third - GAP }, "left"],
    [span, { x: FRAME.x + 2 * third + GAP, width: third - GAP }, "right"],
  ] as const;
  const sideMarks = sides.flatMap(([text, box, align]) =>
    linesOf(text, OFFICE, box.width, faces).flatMap((line, at) =>
      lineMarks(line, OFFICE, { ...box, top: top + 4 + at * lineHeight(OFFICE) }, align),
    ),
  );
  const lines = Math.max(...sides.map(([text, box]) => linesOf(text, OFFICE, box.width, faces).length));
  const bottom = top + Math.max(titles.length * lineHeight(TITLE), 4 + lines * lineHeight(OFFICE)) + 3;
  return { marks: [...titleMarks, ...sideMarks, rule(bottom)], bottom: bottom + HEAD_GAP };
}

function foot({ printed }: ReportDocument, page: number, pages: number, faces: Faces): Mark[] {
  const line = { ...FRAME, top: FOOT_TOP + 2 };
  return [
    rule(FOOT_TOP),
    ...singleLine(printed, FOOT, line, "left", faces),
    ...singleLine(PAPER_TEXT.page(page, pages), FOOT, line, "right", faces),
  ];
}

const leftOutPieces = ({ leftOut }: ReportDocument, faces: Faces): Piece[] =>
  leftOut === null ? [] : [...paragraphPieces(leftOut, STRONG, { indent: 0, keepWithNext: false }, faces, FRAME), gapPiece(GAP)];

/** Lines to sign on, beside each other. */
function signaturePiece({ signatures }: ReportDocument, faces: Faces): Piece {
  const width = FRAME.width / signatures.length;
  return {
    height: SIGNATURE_HEIGHT,
    keepWithNext: false,
    gap: false,
    repeat: null,
    draw: (top) =>
      signatures.flatMap(({ label, value }, at): Mark[] => {
        const x = FRAME.x + at * width;
        const labelWidth = textWidth(label, BODY, faces);
        const box = { x: x + labelWidth, width: width - labelWidth - 24, top: top + 8 };
        const lineY = top + 8 + lineHeight(BODY) + 1;
        return [
          ...singleLine(label, BODY, { x, width, top: top + 8 }, "left", faces),
          ...singleLine(value, BODY, box, "left", faces),
          { type: "line", from: [box.x, lineY], to: [box.x + box.width, lineY], width: RULE },
        ];
      }),
  };
}

const rule = (y: number): Mark => ({ type: "line", from: [FRAME.x, y], to: [FRAME.x + FRAME.width, y], width: RULE });
