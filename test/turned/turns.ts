/** What can be turned, and into what. */

/** Something in a file that is turned. */
export interface Place {
  /** From the project's root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Within the file, for as long as it stands there; lines move too often. */
  readonly name: string;
}

export interface CodePlace extends Place {
  readonly kind: "operation" | "operator";
  /** Its number in the instrumented sources. */
  readonly place: number;
  /** The operation or the operator. */
  readonly written: string;
}

export interface CodeTurn extends CodePlace {
  readonly to: string;
}

export interface PolicyTurn extends Place {
  /** `row`: a number in a table's row; `bound`: where rows meet, in all of them; `date`: a date of force. */
  readonly kind: "row" | "bound" | "date" | "figure" | "reading";
  readonly to: string;
  /** Below `resources/policy`, and its text as it is when turned. */
  readonly path: string;
  readonly text: string;
  /** What a matter is bound to. */
  readonly thing: readonly [kind: "figure" | "table" | "reading", id: string];
  /** What stands in answers that are likely to differ, the likeliest first. */
  readonly told: readonly string[];
}

export type Turn = CodeTurn | PolicyTurn;

export const KINDS: readonly Turn["kind"][] = ["operation", "operator", "row", "bound", "date", "figure", "reading"];

export const nameOf = ({ file, name, to }: Turn): string => `${file} ${name} → ${to}`;
/** `dalian`, `national`; `engine` for what the cities have in common. */
export const cityOf = ({ file }: Turn): string => file.split("/")[2]!;
