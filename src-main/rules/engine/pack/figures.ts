/** Dated figures. Looked up by id and by the date that the rule names; never the nearest value. */
import { z } from "zod";
import { formatDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import type { FigureUsed } from "../../../../src-shared/domain/decision.ts";
import { Node, nodeDefinition, NO_INPUTS } from "../node.ts";
import type { PolicyFile } from "./policy-file.ts";
import type { Report } from "./problems.ts";
import { citeSchema, dateSchema, digitsSchema, idSchema, ruleSchema, textSchema } from "../schema/schema-parts.ts";
import { parseExact, UNITS, type Unit } from "../units.ts";

const valueSchema = z.strictObject({
  from: dateSchema,
  /** Last day of validity; absent while open. */
  to: dateSchema.nullish(),
  /** `null`: nobody has it; the office enters it. */
  value: digitsSchema.nullable(),
  document: textSchema,
  grade: z.enum(["A", "B", "C"], "expected grade A (official text), B (press or agreeing reposts) or C (single source)"),
  checked: dateSchema,
  note: z.string().default(""),
  cite: citeSchema,
});

export const figuresSchema = z.strictObject({
  figures: z
    .array(
      z.strictObject({
        id: idSchema,
        title: textSchema,
        unit: z.enum(UNITS),
        rule: ruleSchema,
        /** Who publishes it, and so who can give the office the document. */
        published: textSchema,
        /** Nothing follows on its last value: the rule is one of the past. */
        ended: z.literal(true).exactOptional(),
        values: z.array(valueSchema).min(1),
      }),
    )
    .min(1),
});
export type FiguresFile = z.output<typeof figuresSchema>;

const OPEN_END: PackedDate = 9999_12_31;

export interface FigureValue {
  readonly from: PackedDate;
  readonly to: PackedDate;
  /** Text in the figure's unit; `null` where nobody has it. */
  readonly text: string | null;
  readonly used: FigureUsed;
  readonly citations: readonly string[];
  /** The figure as a leaf of the explanation, made once and shared by all decisions. */
  readonly node: Node | null;
}

/** A figure of the office, as stored. */
export interface OfficeFigure {
  readonly figure: string;
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly document: string;
  readonly note: string;
  /** ISO date on which the office entered it. */
  readonly enteredOn: string;
}

export class Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly rule: string;
  readonly published: string;
  readonly ended: boolean;
  readonly values: readonly FigureValue[];
  readonly #known: readonly FigureValue[];
  /** Of the known ones, in lists of their own: few things are read to find the one in force. */
  readonly #from: readonly PackedDate[];
  readonly #to: readonly PackedDate[];
  readonly #nodes: readonly Node[];

  constructor(
    head: Pick<FiguresFile["figures"][number], "id" | "title" | "unit" | "rule" | "published"> & {
      readonly ended?: boolean | undefined;
    },
    values: readonly FigureValue[],
  ) {
    this.id = head.id;
    this.title = head.title;
    this.unit = head.unit;
    this.rule = head.rule;
    this.published = head.published;
    this.ended = head.ended === true;
    this.values = [...values].sort((a, b) => a.from - b.from);
    // newest first: the counter mostly asks for the current year
    this.#known = this.values.filter((value) => value.node !== null).reverse();
    this.#from = this.#known.map(({ from }) => from);
    this.#to = this.#known.map(({ to }) => to);
    this.#nodes = this.#known.map(({ node }) => node!);
  }

  /** The figure in force on a date, or `null` when nobody has it for that date. */
  at(date: PackedDate): Node | null {
    const from = this.#from;
    for (let i = 0; i < from.length; i++) if (from[i]! <= date && date <= this.#to[i]!) return this.#nodes[i]!;
    return null;
  }

  /** A known value whose validity overlaps the period, if any. */
  overlapping(from: PackedDate, to: PackedDate): FigureValue | undefined {
    return this.#known.find((value) => value.from <= to && from <= value.to);
  }

  /** The same figure with a value of the office added. */
  with(entered: {
    from: PackedDate;
    to: PackedDate;
    value: string;
    document: string;
    note: string;
    enteredOn: PackedDate;
    citation: string;
  }): Figure {
    const value = figureValue(this, {
      ...entered,
      text: entered.value,
      grade: "office",
      checked: entered.enteredOn,
      citations: [entered.citation],
    });
    return new Figure(this, [...this.values, value]);
  }
}

interface RawValue {
  readonly from: PackedDate;
  readonly to: PackedDate;
  readonly text: string | null;
  readonly document: string;
  readonly grade: FigureUsed["grade"];
  readonly checked: PackedDate;
  readonly note: string;
  readonly citations: readonly string[];
}

function figureValue(figure: Pick<Figure, "id" | "title" | "unit" | "rule">, raw: RawValue): FigureValue {
  const used: FigureUsed = {
    id: figure.id,
    title: figure.title,
    from: formatDate(raw.from),
    to: raw.to === OPEN_END ? null : formatDate(raw.to),
    document: raw.document,
    grade: raw.grade,
    checked: formatDate(raw.checked),
    note: raw.note,
  };
  const exact = raw.text === null ? undefined : parseExact(raw.text, figure.unit);
  const definition = nodeDefinition({
    key: figure.id,
    title: figure.title,
    kind: "figure" as const,
    unit: figure.unit,
    rule: figure.rule,
    citations: raw.citations,
    figure: used,
  });
  return {
    from: raw.from,
    to: raw.to,
    text: raw.text,
    used,
    citations: raw.citations,
    node: exact ? new Node(definition, exact.value, exact.divisor, NO_INPUTS) : null,
  };
}

export function compileFigures(source: PolicyFile<FiguresFile>, report: Report): Figure[] {
  return source.value.figures.map((figure, f) => {
    const fault = (v: number, key: string, message: string): void =>
      report({
        file: source.file,
        line: source.line(["figures", f, "values", v, key]),
        message: `figure ${figure.id}: ${message}`,
      });
    const values: FigureValue[] = [];
    for (const [v, raw] of figure.values.entries()) {
      const to = raw.to ?? OPEN_END;
      if (to < raw.from) fault(v, "to", "the validity ends before it begins");
      const overlapped = values.findIndex((other) => other.from <= to && raw.from <= other.to);
      if (overlapped >= 0) {
        const other = values[overlapped]!.used;
        fault(
          v,
          "from",
          `validity overlaps ${other.from}..${other.to ?? "open"} (value ${overlapped + 1}); two values of one figure may not be in force on one day`,
        );
      }
      if (raw.value !== null && !parseExact(raw.value, figure.unit)) fault(v, "value", `"${raw.value}" is no ${figure.unit}`);
      values.push(figureValue(figure, { ...raw, to, text: raw.value, citations: raw.cite }));
    }
    return new Figure(figure, values);
  });
}
