/** Ruled tables and grids as pieces: one per row, so that they break over pages between rows. */
import type { PaperColumn, Grid, Row, PaperTable } from "../document.ts";
import type { Faces } from "./characters.ts";
import type { Line } from "./line-breaking.ts";
import { PAPER_FRAME, type Frame, type Mark } from "./page.ts";
import type { Piece } from "./pieces.ts";
import { lineHeight, lineMarks, linesOf, type TextStyle } from "./text-pieces.ts";

const CELL: TextStyle = { size: 9.5, weight: "regular", leading: 1.3 };
const PADDING_X = 4;
const PADDING_Y = 2.5;
/** What is left of it on a paper that is set as closely as can be. */
const LEAST_PADDING_Y = 1.2;
const RULE = 0.6;
const LABEL_FILL = "#f0f0f0";
const LABEL_WIDTH = 84;
/** A row taller than this is divided between pages. */
const MAX_ROW_LINES = 30;
/** In points: about a fifth of a page. */
const MAX_UNBROKEN_HEIGHT = 150;

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly align: PaperColumn["align"];
  readonly shaded: boolean;
}

/** @param closeness from 0, as usual, to 1 */
export function tablePieces(table: PaperTable, faces: Faces, closeness: number): readonly Piece[] {
  const { header, rowPieces } = tableSetting(table.columns, faces, { closeness, frame: PAPER_FRAME, cell: CELL });
  return keptTogether([header, ...rowPieces(table.rows)]);
}

export interface TableSetting {
  /** Also set again at the top of each page. */
  readonly header: Piece;
  readonly rowPieces: (rows: readonly Row[]) => Piece[];
}

/** For a table whose rows are set portion by portion. */
export function tableSetting(
  columns: readonly PaperColumn[],
  faces: Faces,
  { closeness, frame, cell }: { readonly closeness: number; readonly frame: Frame; readonly cell: TextStyle },
): TableSetting {
  const paddingY = paddingOf(closeness);
  const strong: TextStyle = { ...cell, weight: "bold" };
  const places = placesOf(columns, frame);
  const cellsOf = (texts: readonly string[], style: TextStyle, header: boolean): Cell[] =>
    texts.map((text, index) => {
      const wide = texts.length === 1;
      const place = wide ? frame : places[index]!;
      const align = wide ? "left" : header ? "centre" : columns[index]!.align;
      return { ...place, lines: linesOf(text, style, place.width - 2 * PADDING_X, faces), style, align, shaded: header };
    });
  const header = rowPiece(
    cellsOf(
      columns.map((column) => column.title),
      strong,
      true,
    ),
    null,
    true,
    paddingY,
  );
  const rowPieces = (rows: readonly Row[]): Piece[] =>
    rows.flatMap((row) => {
      const pieces = dividedRow(cellsOf(row.cells, row.strong ? strong : cell, false), header, paddingY);
      return row.leads === true ? pieces.map((piece) => ({ ...piece, keepWithNext: true })) : pieces;
    });
  return { header, rowPieces };
}

/** A short table does not break over pages at all. */
function keptTogether(pieces: readonly Piece[]): readonly Piece[] {
  const height = pieces.reduce((sum, piece) => sum + piece.height, 0);
  if (height > MAX_UNBROKEN_HEIGHT) return pieces;
  return pieces.map((piece, index) => ({ ...piece, keepWithNext: index < pieces.length - 1 }));
}

/** @param closeness from 0, as usual, to 1 */
export function gridPieces(grid: Grid, faces: Faces, closeness: number, frame: Frame = PAPER_FRAME): readonly Piece[] {
  const rows = grid.rows.flatMap((fields) => {
    const width = frame.width / fields.length;
    const cells = fields.flatMap(({ label, value }, index): Cell[] => {
      const x = frame.x + index * width;
      const valueWidth = width - LABEL_WIDTH;
      const lines = (text: string, room: number): Line[] => linesOf(text, CELL, room - 2 * PADDING_X, faces);
      return [
        { x, width: LABEL_WIDTH, lines: lines(label, LABEL_WIDTH), style: CELL, align: "centre", shaded: true },
        { x: x + LABEL_WIDTH, width: valueWidth, lines: lines(value, valueWidth), style: CELL, align: "left", shaded: false },
      ];
    });
    return dividedRow(cells, null, paddingOf(closeness));
  });
  return keptTogether(rows);
}

const paddingOf = (closeness: number): number => PADDING_Y - (PADDING_Y - LEAST_PADDING_Y) * closeness;

function placesOf(columns: readonly PaperColumn[], frame: Frame): Frame[] {
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  let { x } = frame;
  return columns.map((column) => {
    const place = { x, width: (frame.width * column.share) / whole };
    x += place.width;
    return place;
  });
}

/** One piece, or several for a row that would not fit well on a page. */
function dividedRow(cells: readonly Cell[], header: Piece | null, paddingY: number): Piece[] {
  const count = Math.max(...cells.map((cell) => cell.lines.length));
  const pieces: Piece[] = [];
  for (let from = 0; from < count; from += MAX_ROW_LINES) {
    const part = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + MAX_ROW_LINES) }));
    pieces.push(rowPiece(part, header, false, paddingY));
  }
  return pieces;
}

function rowPiece(cells: readonly Cell[], repeat: Piece | null, keepWithNext: boolean, paddingY: number): Piece {
  const textHeight = Math.max(...cells.map((cell) => cell.lines.length * lineHeight(cell.style)));
  const height = textHeight + 2 * paddingY;
  return { height, keepWithNext, gap: false, repeat, draw: (top) => cells.flatMap((cell) => cellMarks(cell, top, height)) };
}

function cellMarks(cell: Cell, top: number, height: number): Mark[] {
  const { x, width, lines, style } = cell;
  const first = top + (height - lines.length * lineHeight(style)) / 2;
  return [
    { type: "box", x, y: top, width, height, fill: cell.shaded ? LABEL_FILL : null, border: RULE },
    ...lines.flatMap((line, index) =>
      lineMarks(
        line,
        style,
        { x: x + PADDING_X, width: width - 2 * PADDING_X, top: first + index * lineHeight(style) },
        cell.align,
      ),
    ),
  ];
}
