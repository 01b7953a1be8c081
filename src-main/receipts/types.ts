/** What a paper is made from. Nothing is computed here: every figure comes from the decision. */
import type { CaseVersion, PaperKind } from "../../src-shared/domain/case.ts";
import type { Comparison } from "../../src-shared/contract/counter.ts";
import type { Office } from "../../src-shared/contract/office.ts";

export interface PaperInput {
  readonly kind: PaperKind;
  readonly office: Office;
  /** `null` for papers of a case that is still open (一次性告知单). */
  readonly receiptNumber: string | null;
  readonly caseId: string;
  readonly version: CaseVersion;
  /** Instant the paper is made, ISO. */
  readonly madeAt: string;
  /** Hash of the event that fixed the version; printed and in the QR code. */
  readonly eventHash: string;
}

/**
 * A sheet for advice. It belongs to no case, fixes nothing and is kept nowhere: the same answers on the same day give the
 * same sheet again, and one that lay among the papers of a case would look like one of them.
 */
export interface ComparisonInput {
  readonly kind: "comparison";
  readonly office: Office;
  /** Empty where nobody is named. */
  readonly name: string;
  readonly clerk: string;
  /** Instant, ISO. */
  readonly madeAt: string;
  readonly comparison: Comparison;
}

/** Same input → same bytes. */
export type MakePaper = (input: PaperInput | ComparisonInput) => Promise<Uint8Array>;

/**
 * A paper as it was stored, marked 补打. Same paper and copy → same bytes.
 * @param copy from 2 on: how often it will have been printed
 */
export type MarkCopy = (paper: Uint8Array, copy: number) => Promise<Uint8Array>;

/** A list of the office as data: for the spreadsheet and for the printed page alike. */
export interface ReportSheet {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** Last row, in bold; left out where there is nothing to add up. */
  readonly totals?: readonly ReportCell[];
}

export interface ReportColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns. */
  readonly share: number;
  /** `money`: fen. Identity numbers and receipt numbers are text, whatever they look like. */
  readonly kind: "text" | "count" | "money";
}

/** `null`: nothing to say. */
export type ReportCell = string | number | null;

export interface ReportInput {
  readonly title: string;
  readonly office: string;
  /** Days or selection that the list covers; in the head of every page. */
  readonly span: string;
  /** What is missing and what to do, where the list was cut off; before and after the rows. */
  readonly leftOut: string | null;
  /** What stands above the lists, label and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly sheets: readonly ReportSheet[];
  readonly clerk: string;
  /** Instant, ISO. */
  readonly madeAt: string;
}

/** Told now and then how far a long piece of work is, `done` of `total`; what it throws ends the work. */
export type Progress = (done: number, total: number) => Promise<void>;

export type MakeReport = (input: ReportInput, step?: Progress) => Promise<Uint8Array>;
