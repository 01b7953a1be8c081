/** A paper as pure data: what it says, in order. How it looks is settled by `typeset/`. */

export interface PaperDocument {
  readonly title: string;
  readonly office: string;
  /** Receipt number with its label, or that there is none yet. */
  readonly number: string;
  /** Content of the QR code; `null` = none. */
  readonly code: string | null;
  /** What stands under the QR code, for a check by eye. */
  readonly codeCaption: string;
  readonly issuedOn: string;
  /** Which policy data and formulas the decision rests on; foot of every page. */
  readonly origin: string;
  readonly blocks: readonly Block[];
  readonly properties: {
    readonly subject: string;
    readonly author: string;
    /** Instant, ISO. */
    readonly createdAt: string;
  };
}

export type Block = Heading | Paragraph | Grid | PaperTable | Signatures;

export interface Heading {
  readonly type: "heading";
  readonly text: string;
}

export interface Paragraph {
  readonly type: "paragraph";
  readonly text: string;
  /**
   * `body` indents the first line by two characters, as Chinese letters do; `plain` does not; `note` is small;
   * `boxed` stands in a frame, for what nobody may overlook.
   */
  readonly style: "body" | "plain" | "strong" | "note" | "boxed";
}

/** Ruled label–value pairs; a row of one pair takes the whole width. */
export interface Grid {
  readonly type: "grid";
  readonly rows: readonly (readonly Field[])[];
}

export interface Field {
  readonly label: string;
  readonly value: string;
}

export interface PaperTable {
  readonly type: "table";
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly Row[];
}

export interface PaperColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns. */
  readonly share: number;
  readonly align: "left" | "centre" | "right";
}

export interface Row {
  /** One text per column; a single text stands in one cell over the whole width. */
  readonly cells: readonly string[];
  readonly strong: boolean;
  /** Heads the rows that follow: never the last on a page. */
  readonly leads?: boolean;
}

/** Lines to sign on, two beside each other, kept together on one page; what is known is filled in. */
export interface Signatures {
  readonly type: "signatures";
  readonly rows: readonly (readonly [Field, Field])[];
  /** What stands below, that the seal belongs here; empty where the office only tells. */
  readonly below: string;
}

export const heading = (text: string): Heading => ({ type: "heading", text });
export const body = (text: string): Paragraph => ({ type: "paragraph", text, style: "body" });
export const plain = (text: string): Paragraph => ({ type: "paragraph", text, style: "plain" });
export const strong = (text: string): Paragraph => ({ type: "paragraph", text, style: "strong" });
export const note = (text: string): Paragraph => ({ type: "paragraph", text, style: "note" });
export const boxed = (text: string): Paragraph => ({ type: "paragraph", text, style: "boxed" });
export const row = (...cells: readonly string[]): Row => ({ cells, strong: false });
export const strongRow = (...cells: readonly string[]): Row => ({ cells, strong: true });
export const leadingRow = (text: string): Row => ({ cells: [text], strong: true, leads: true });
export const field = (label: string, value: string): Field => ({ label, value });
export const grid = (...rows: readonly (readonly Field[])[]): Grid => ({ type: "grid", rows });
export const table = (columns: readonly PaperColumn[], rows: readonly Row[]): PaperTable => ({ type: "table", columns, rows });
export const column = (title: string, share: number, align: PaperColumn["align"] = "left"): PaperColumn => ({
  title,
  share,
  align,
});

export const signatures = (below: string, ...rows: Signatures["rows"]): Signatures => ({ type: "signatures", rows, below });

/** Every text of a document, for checks of the characters in it. */
export function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const item of value) yield* textsOf(item);
  else if (value !== null && typeof value === "object") yield* textsOf(Object.values(value));
}
