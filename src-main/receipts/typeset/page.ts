/** What stands on a page, in points from its top left corner. */
import type { Weight } from "./characters.ts";

export type Mark = TextMark | LineMark | BoxMark | CodeMark;

interface TextMark {
  readonly type: "text";
  readonly text: string;
  readonly weight: Weight;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  /** Added after every character, to fill a line. */
  readonly spacing: number;
}

interface LineMark {
  readonly type: "line";
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly width: number;
}

interface BoxMark {
  readonly type: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Colour as `#rrggbb`; `null` = not filled. */
  readonly fill: string | null;
  /** Line width; 0 = no border. */
  readonly border: number;
}

/** A QR code of the given content. */
export interface CodeMark {
  readonly type: "code";
  readonly content: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export type Page = readonly Mark[];

/** A4. */
export const PAGE_WIDTH = 595.28;
export const PAGE_HEIGHT = 841.89;
/** 1.8 cm. */
export const MARGIN = 51;
export const CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

export interface Sheet {
  readonly width: number;
  readonly height: number;
}
export const PORTRAIT: Sheet = { width: PAGE_WIDTH, height: PAGE_HEIGHT };
export const LANDSCAPE: Sheet = { width: PAGE_HEIGHT, height: PAGE_WIDTH };

/** From where to where lines and tables run across the page. */
export interface Frame {
  readonly x: number;
  readonly width: number;
}
export const PAPER_FRAME: Frame = { x: MARGIN, width: CONTENT_WIDTH };
