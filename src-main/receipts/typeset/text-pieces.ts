/** Lines of text as marks and pieces. */
import { measure, type Character, type Faces, type Weight } from "./characters.ts";
import { breakLines, type Line } from "./line-breaking.ts";
import { PAPER_FRAME, type Mark } from "./page.ts";
import type { Piece } from "./pieces.ts";

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  /** Baseline to baseline, as a multiple of the size. */
  readonly leading: number;
}

/** Baseline below the middle of a line, as a share of the size: centres Chinese characters in their line. */
const BASELINE_BELOW_MIDDLE = 0.38;
/** A line that would have to be stretched by more than this share is left ragged. */
const MAX_STRETCH = 0.12;

/** Lines of a text that may contain line breaks; an empty text is one empty line. */
export function linesOf(text: string, style: TextStyle, width: number, faces: Faces, indent = 0): Line[] {
  const toThousandths = 1000 / style.size;
  return text
    .split(/\r?\n/)
    .flatMap((paragraph) => breakLines(measure(paragraph, style.weight, faces), width * toThousandths, indent * 1000));
}

export const lineHeight = (style: TextStyle): number => style.size * style.leading;

/** Marks of one line whose strip starts at `top`. */
export function lineMarks(
  line: Line,
  style: TextStyle,
  box: { readonly x: number; readonly width: number; readonly top: number },
  align: "left" | "centre" | "right" | "justify",
): Mark[] {
  const width = (line.width * style.size) / 1000;
  const slack = box.width - width;
  const gaps = line.characters.length - 1;
  const stretched = align === "justify" && !line.last && gaps > 0 && slack > 0 && slack < MAX_STRETCH * box.width;
  const spacing = stretched ? slack / gaps : 0;
  const baseline = box.top + lineHeight(style) / 2 + BASELINE_BELOW_MIDDLE * style.size;
  let x = box.x + (align === "centre" ? slack / 2 : align === "right" ? slack : 0);
  return runsOf(line.characters).map((run): Mark => {
    const mark: Mark = { type: "text", text: run.text, weight: run.weight, size: style.size, x, baseline, spacing };
    x += (run.width * style.size) / 1000 + spacing * run.count;
    return mark;
  });
}

/** A single line that is never broken. */
export const singleLine = (
  text: string,
  style: TextStyle,
  box: { readonly x: number; readonly width: number; readonly top: number },
  align: "left" | "centre" | "right",
  faces: Faces,
): Mark[] => lineMarks({ ...wholeLine(text, style.weight, faces), last: true }, style, box, align);

/** Width of a text on one line, in points. */
export const textWidth = (text: string, style: TextStyle, faces: Faces): number =>
  (wholeLine(text, style.weight, faces).width * style.size) / 1000;

function wholeLine(text: string, weight: Weight, faces: Faces): Pick<Line, "characters" | "width"> {
  const characters = measure(text, weight, faces);
  return { characters, width: characters.reduce((sum, character) => sum + character.width, 0) };
}

/** A paragraph over the whole width. @param indent of the first line, in characters */
export function paragraphPieces(
  text: string,
  style: TextStyle,
  options: { readonly indent: number; readonly keepWithNext: boolean },
  faces: Faces,
  { x, width } = PAPER_FRAME,
): Piece[] {
  const lines = linesOf(text, style, width, faces, options.indent);
  return lines.map((line, index) => {
    const shift = index === 0 ? options.indent * style.size : 0;
    // neither the first nor the last line of a paragraph stands alone on a page
    const keepsCompany = lines.length > 1 && (index === 0 || index === lines.length - 2);
    return {
      height: lineHeight(style),
      keepWithNext: keepsCompany || (options.keepWithNext && index === lines.length - 1),
      gap: false,
      repeat: null,
      draw: (top) => lineMarks(line, style, { x: x + shift, width: width - shift, top }, "justify"),
    };
  });
}

function runsOf(characters: readonly Character[]): { text: string; weight: Weight; width: number; count: number }[] {
  const runs: { text: string; weight: Weight; width: number; count: number }[] = [];
  for (const { text, weight, width } of characters) {
    const run = runs.at(-1);
    if (run?.weight === weight) {
      run.text += text;
      run.width += width;
      run.count++;
    } else {
      runs.push({ text, weight, width, count: 1 });
    }
  }
  return runs;
}
