/** A document as pages of marks: frame, numbering and blocks. Pure; the fonts are given by their widths. */
import type { Block, PaperDocument, Paragraph, Signatures } from "../document.ts";
import { PAPER_TEXT } from "../text.ts";
import type { Faces } from "./characters.ts";
import { CONTENT_WIDTH, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, type Mark, type Page } from "./page.ts";
import { gapPiece, stackPieces, type PageArea, type Piece } from "./pieces.ts";
import { gridPieces, tablePieces } from "./table-pieces.ts";
import { lineHeight, lineMarks, linesOf, paragraphPieces, singleLine, textWidth, type TextStyle } from "./text-pieces.ts";

/** How closely a paper is set, from 0, as usual, to 1; a closer one is taken only where it saves a page. */
const CLOSENESS = [0, 0.5, 1] as const;
/** At the closest, so much of the white space between blocks is left, so much of the leading, and so little room to sign in. */
const LEAST_GAP = 0.4;
const LEAST_LEADING = 0.88;
const LEAST_SIGNATURE_LINE = 22;

const OFFICE: TextStyle = { size: 15, weight: "bold", leading: 1.4 };
const LONG_OFFICE: TextStyle = { ...OFFICE, size: 12 };
const TITLE: TextStyle = { size: 22, weight: "bold", leading: 1.4 };
const HEADING: TextStyle = { size: 11.5, weight: "bold", leading: 1.5 };
const BODY: TextStyle = { size: 10.5, weight: "regular", leading: 1.5 };
const SMALL: TextStyle = { size: 9, weight: "regular", leading: 1.4 };
const BOXED: TextStyle = { size: 12, weight: "bold", leading: 1.5 };
const FOOT: TextStyle = { size: 8, weight: "regular", leading: 1.5 };
const COPY_MARK: TextStyle = { size: 12, weight: "bold", leading: 1.6 };
const SMALL_COPY_MARK: TextStyle = { size: 9, weight: "bold", leading: 1.5 };

const PARAGRAPHS: Record<Exclude<Paragraph["style"], "boxed">, { readonly style: TextStyle; readonly indent: number }> = {
  body: { style: BODY, indent: 2 },
  plain: { style: BODY, indent: 0 },
  strong: { style: { ...BODY, weight: "bold" }, indent: 2 },
  note: { style: SMALL, indent: 0 },
};

/** 24 mm: read easily by a phone from the hand. */
const CODE_SIZE = 68;
const HEAD_GAP = 10;
const HEADING_GAP = 6;
const GAP = 5;
const RULE = 0.6;
const STRONG_RULE = 1.4;
const FOOT_TOP = PAGE_HEIGHT - 48;
const CONTENT_BOTTOM = FOOT_TOP - 10;
const SIGNATURE_LINE = 26;
const BOX_PADDING = 4;

export function layOut(document: PaperDocument, faces: Faces): Page[] {
  const head = firstHead(document, faces);
  const running = runningHead(document, faces);
  const areaOf = (page: number): PageArea => ({ top: page === 0 ? head.bottom : running.bottom, bottom: CONTENT_BOTTOM });
  const pages = shortest((closeness) => {
    const setting: Setting = { faces, closeness };
    const pieces = document.blocks.flatMap((block, index) => blockPieces(block, document.blocks[index + 1], setting));
    return stackPieces(withCompany(pieces), areaOf);
  });
  return pages.map((marks, index) => [
    ...(index === 0 ? head.marks : running.marks),
    ...marks,
    ...foot(document, index + 1, pages.length, faces),
  ]);
}

interface Setting {
  readonly faces: Faces;
  readonly closeness: number;
}

/** A few lines are not worth a sheet: the loosest of the settings that need the fewest pages. */
function shortest(set: (closeness: number) => Mark[][]): Mark[][] {
  const [first, ...closer] = CLOSENESS;
  let pages = set(first);
  for (const closeness of closer) {
    if (pages.length === 1) return pages;
    const found = set(closeness);
    if (found.length < pages.length) pages = found;
  }
  return pages;
}

/** From `usual` towards `least`. */
const between = (usual: number, least: number, closeness: number): number => usual - (usual - least) * closeness;

const closer = (style: TextStyle, { closeness }: Setting): TextStyle => ({
  ...style,
  leading: style.leading * between(1, LEAST_LEADING, closeness),
});

/** So much of what stands before the signatures goes with them to a new page: five lines. */
const COMPANY = 75;

/** The signatures never stand alone on a page, nor with a line or two. */
function withCompany(pieces: readonly Piece[]): Piece[] {
  const last = pieces.length - 1;
  let start = last;
  for (let height = 0; start > 0 && height < COMPANY; start--) height += pieces[start - 1]!.height;
  return pieces.map((piece, index) => (index >= start && index < last ? { ...piece, keepWithNext: true } : piece));
}

interface Head {
  readonly marks: readonly Mark[];
  readonly bottom: number;
}

/**
 * The mark of a reprint, for the first page and for each further one: where papers of every version have nothing. They leave as
 * much room on the left of their title as the QR code takes on its right, and begin further pages 33 points from the top.
 */
export const copyMarks = (text: string, faces: Faces): readonly [first: Page, further: Page] => [
  framed(text, COPY_MARK, MARGIN, MARGIN, faces),
  framed(text, SMALL_COPY_MARK, MARGIN, MARGIN - 35, faces),
];

/** Office, title, number and date, with the QR code on the right. */
function firstHead(document: PaperDocument, faces: Faces): Head {
  const codeLeft = PAGE_WIDTH - MARGIN - CODE_SIZE;
  const side = CODE_SIZE + HEAD_GAP + 16;
  const middle = { x: MARGIN + side, width: CONTENT_WIDTH - 2 * side };
  const marks: Mark[] = [];
  let y = MARGIN - 8;
  const office = textWidth(document.office, OFFICE, faces) > middle.width ? LONG_OFFICE : OFFICE;
  for (const [text, style] of [
    [document.office, office],
    [document.title, TITLE],
  ] as const) {
    for (const line of linesOf(text, style, middle.width, faces)) {
      marks.push(...lineMarks(line, style, { ...middle, top: y }, "centre"));
      y += lineHeight(style);
    }
    y += 4;
  }
  const codeTop = MARGIN - 12;
  const captionBox = { x: codeLeft - 20, width: CODE_SIZE + 20, top: document.code === null ? codeTop : codeTop + CODE_SIZE };
  if (document.code !== null) marks.push({ type: "code", content: document.code, x: codeLeft, y: codeTop, size: CODE_SIZE });
  marks.push(...singleLine(document.codeCaption, { ...FOOT, size: 7 }, captionBox, "right", faces));

  const numberTop = Math.max(y, captionBox.top + 12) + 2;
  const row = { x: MARGIN, width: CONTENT_WIDTH, top: numberTop };
  const style = { ...BODY, size: 10.5 };
  marks.push(
    ...singleLine(document.number, style, row, "left", faces),
    ...singleLine(document.issuedOn, style, row, "right", faces),
  );
  const ruleY = numberTop + lineHeight(style) + 2;
  marks.push(rule(ruleY, STRONG_RULE), rule(ruleY + 2.4, RULE));
  return { marks, bottom: ruleY + HEAD_GAP };
}

/** On later pages: enough to know which paper a loose sheet belongs to. */
function runningHead(document: PaperDocument, faces: Faces): Head {
  const top = MARGIN - 18;
  const row = { x: MARGIN, width: CONTENT_WIDTH, top };
  const marks: Mark[] = [...singleLine(document.number, SMALL, row, "right", faces)];
  const room = CONTENT_WIDTH - textWidth(document.number, SMALL, faces) - 12;
  const whole = PAPER_TEXT.runningTitle(document.title, document.office);
  marks.push(...singleLine(cutToFit(whole, SMALL, room, faces), SMALL, { x: MARGIN, width: room, top }, "left", faces));
  const ruleY = top + lineHeight(SMALL) + 4;
  return { marks: [...marks, rule(ruleY, RULE)], bottom: ruleY + HEAD_GAP };
}

function cutToFit(text: string, style: TextStyle, room: number, faces: Faces): string {
  if (textWidth(text, style, faces) <= room) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && textWidth(characters.join("") + PAPER_TEXT.cut, style, faces) > room) characters.pop();
  return characters.join("") + PAPER_TEXT.cut;
}

function foot(document: PaperDocument, page: number, pages: number, faces: Faces): Mark[] {
  const row = { x: MARGIN, width: CONTENT_WIDTH, top: FOOT_TOP + 2 };
  return [
    rule(FOOT_TOP, RULE),
    ...singleLine(`${document.origin}　${document.codeCaption}`.trimEnd(), FOOT, row, "left", faces),
    ...singleLine(PAPER_TEXT.page(page, pages), FOOT, row, "right", faces),
  ];
}

function blockPieces(block: Block, next: Block | undefined, setting: Setting): Piece[] {
  const { faces, closeness } = setting;
  const gap = (height: number, keepWithNext = false): Piece => gapPiece(height * between(1, LEAST_GAP, closeness), keepWithNext);
  switch (block.type) {
    case "heading":
      return [
        gap(HEADING_GAP, true),
        ...paragraphPieces(block.text, closer(HEADING, setting), { indent: 0, keepWithNext: true }, faces),
        gap(2, true),
      ];
    case "paragraph": {
      if (block.style === "boxed") return [gap(GAP, true), ...boxedPieces(block.text, faces), gap(GAP, true)];
      const { style, indent } = PARAGRAPHS[block.style];
      const leads = next?.type === "table" || next?.type === "grid";
      return [
        ...paragraphPieces(block.text, closer(style, setting), { indent, keepWithNext: leads }, faces),
        ...(leads ? [gap(3, true)] : []),
      ];
    }
    case "grid":
      return [...gridPieces(block, faces, closeness), gap(GAP)];
    case "table":
      return [...tablePieces(block, faces, closeness), gap(GAP)];
    case "signatures":
      return [gap(GAP), signaturePiece(block, setting)];
  }
}

/** A frame over the whole width, never divided between pages. */
function boxedPieces(text: string, faces: Faces): Piece[] {
  const lines = linesOf(text, BOXED, CONTENT_WIDTH - 4 * BOX_PADDING, faces);
  const height = lines.length * lineHeight(BOXED) + 2 * BOX_PADDING;
  const textBox = { x: MARGIN + 2 * BOX_PADDING, width: CONTENT_WIDTH - 4 * BOX_PADDING };
  return [
    {
      height,
      keepWithNext: true,
      gap: false,
      repeat: null,
      draw: (top) => [
        { type: "box", x: MARGIN, y: top, width: CONTENT_WIDTH, height, fill: null, border: STRONG_RULE },
        ...lines.flatMap((line, at) =>
          lineMarks(line, BOXED, { ...textBox, top: top + BOX_PADDING + at * lineHeight(BOXED) }, "centre"),
        ),
      ],
    },
  ];
}

/** Lines to sign on and, where something stands below them, room for it: the office's seal. */
function signaturePiece({ rows, below }: Signatures, { faces, closeness }: Setting): Piece {
  const signatureLine = between(SIGNATURE_LINE, LEAST_SIGNATURE_LINE, closeness);
  const half = CONTENT_WIDTH / 2;
  const labelled = (label: string, filled: string, x: number, top: number): Mark[] => {
    const labelWidth = textWidth(label, BODY, faces);
    const box = { x: x + labelWidth, width: half - labelWidth - 16, top };
    const lineY = top + lineHeight(BODY) + 1;
    return [
      ...singleLine(label, BODY, { x, width: half, top }, "left", faces),
      ...singleLine(filled, BODY, box, "left", faces),
      { type: "line", from: [box.x, lineY], to: [box.x + box.width, lineY], width: RULE },
    ];
  };
  return {
    height: rows.length * signatureLine + (below === "" ? 0 : lineHeight(SMALL)) + 8,
    keepWithNext: false,
    gap: false,
    repeat: null,
    draw: (top) => [
      ...rows.flatMap(([left, right], at) => [
        ...labelled(left.label, left.value, MARGIN, top + 8 + at * signatureLine),
        ...labelled(right.label, right.value, MARGIN + half, top + 8 + at * signatureLine),
      ]),
      ...singleLine(below, SMALL, { x: MARGIN, width: half, top: top + 8 + rows.length * signatureLine }, "left", faces),
    ],
  };
}

function framed(text: string, style: TextStyle, x: number, top: number, faces: Faces): Mark[] {
  const width = textWidth(text, style, faces) + 12;
  return [
    { type: "box", x, y: top, width, height: lineHeight(style), fill: null, border: STRONG_RULE },
    ...singleLine(text, style, { x, width, top }, "centre", faces),
  ];
}

const rule = (y: number, width: number): Mark => ({ type: "line", from: [MARGIN, y], to: [PAGE_WIDTH - MARGIN, y], width });
