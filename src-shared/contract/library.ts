/** The policy library: everything the cities' data say, and where each is used. */
import type { ClauseKind } from "../domain/clause.ts";
import type { Authority, Conflict, Material, Notice, Section, Standing } from "../domain/decision.ts";
import type { QuestionType } from "../domain/facts.ts";
import type { FigureValueView, FigureView, ReadingView } from "./policy.ts";

export const LIBRARY_KINDS = ["matter", "figure", "table", "document", "clause", "reading", "conflict"] as const;

export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/** Where in a matter a clause is cited; from `figure` on by what the matter's formula is bound to. */
export const USE_PARTS = [
  "question",
  "condition",
  "step",
  "material",
  "place",
  "timeLimit",
  "section",
  "notice",
  "next",
  "figure",
  "table",
  "reading",
  "conflict",
] as const;

export type UsePart = (typeof USE_PARTS)[number];

/** One answer of a list's record. */
export interface LibraryField {
  readonly title: string;
  readonly help: string;
  readonly type: QuestionType;
  /** Asked only after certain answers, or need not be answered. */
  readonly sometimes: boolean;
  /** For `choice`: titles of the options. */
  readonly options: readonly string[];
  readonly citations: readonly string[];
}

export interface LibraryQuestion extends LibraryField {
  readonly group: string;
  /** For `list`: the questions of one record. */
  readonly fields: readonly LibraryField[];
}

/** A place or a time limit; without clauses where no document states it. */
export interface LibraryStated {
  readonly text: string;
  readonly citations: readonly string[];
}

/** Texts of conditions, places, time limits, sections and notices have the titles of what is filled in, in 〔brackets〕. */
export interface LibraryMatter {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly rules: readonly string[];
  readonly standing: Standing;
  readonly questions: readonly LibraryQuestion[];
  readonly conditions: readonly {
    readonly id: string;
    readonly title: string;
    readonly required: string;
    readonly citations: readonly string[];
  }[];
  readonly materials: readonly Material[];
  readonly places: readonly LibraryStated[];
  readonly timeLimits: readonly LibraryStated[];
  readonly sections: readonly Section[];
  readonly notices: readonly Notice[];
  readonly next: readonly { readonly matter: string; readonly why: string; readonly citations: readonly string[] }[];
  readonly figures: readonly string[];
  readonly tables: readonly string[];
  readonly readings: readonly string[];
  readonly conflicts: readonly string[];
  readonly clauses: readonly { readonly id: string; readonly parts: readonly UsePart[] }[];
}

export interface LibraryFigureValue extends FigureValueView {
  readonly citations: readonly string[];
}

export interface LibraryFigure extends FigureView {
  readonly rule: string;
  readonly values: readonly LibraryFigureValue[];
  /** Matters whose formula is bound to it. */
  readonly usedBy: readonly string[];
}

export interface LibraryTable {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly rows: readonly {
    readonly when: readonly string[];
    readonly then: readonly string[];
    readonly citations: readonly string[];
  }[];
  /** Cells that were checked one by one for exactly one row. */
  readonly cellsProved: number;
  readonly usedBy: readonly string[];
}

export interface LibraryReading extends ReadingView {
  readonly citations: readonly string[];
  readonly usedBy: readonly string[];
}

export interface LibraryConflict extends Conflict {
  readonly usedBy: readonly string[];
}

export interface LibraryClause {
  readonly id: string;
  readonly clause: string;
  /** What it says, in our own words. */
  readonly summary: string;
  /** Empty for a figure that the office entered. */
  readonly kinds: readonly ClauseKind[];
  /** Why no matter has to use it; empty for a clause that binds. */
  readonly rests: string;
  readonly rules: readonly string[];
  readonly usedBy: readonly { readonly matter: string; readonly parts: readonly UsePart[] }[];
  /** Figures, tables, readings and conflicts that cite it. */
  readonly citedBy: readonly { readonly kind: LibraryKind; readonly id: string }[];
}

export interface LibraryDocument {
  readonly id: string;
  readonly title: string;
  readonly authority: Authority;
  readonly note: string;
  readonly clauses: readonly LibraryClause[];
}

export interface LibraryView {
  readonly city: string;
  readonly cityTitle: string;
  readonly version: string;
  readonly hash: string;
  readonly matters: readonly LibraryMatter[];
  readonly figures: readonly LibraryFigure[];
  readonly tables: readonly LibraryTable[];
  /** Strongest authority first. */
  readonly documents: readonly LibraryDocument[];
  readonly readings: readonly LibraryReading[];
  readonly conflicts: readonly LibraryConflict[];
}
