/** The rules' front door: everything `desk/` and `cli.ts` may use. */
import type { FigureView, MatterSummary, ReadingView } from "../../src-shared/contract/views.ts";
import type { Evaluation, FactInputs, FieldError } from "../../src-shared/domain/facts.ts";

/** A figure entered by the office, `value` as typed in the figure's unit. */
export interface OfficeFigure {
  readonly figure: string;
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly document: string;
  readonly note: string;
}

/** Everything a pack is made of. Plain JSON: stored by hash, so that a case can be replayed years later. */
export interface PackSource {
  readonly city: string;
  /** Policy files by path below `resources/policy`, as text. */
  readonly files: Readonly<Record<string, string>>;
  readonly officeFigures: readonly OfficeFigure[];
  /** Reading id → option chosen by the office. */
  readonly readingChoices: Readonly<Record<string, string>>;
  readonly formulaHash: string;
}

export interface PolicyProblem {
  readonly file: string;
  readonly line: number;
  /** English for the log and the command line, naming what is expected. */
  readonly message: string;
}

export interface Pack {
  readonly city: string;
  readonly cityTitle: string;
  readonly version: string;
  readonly hash: string;
  readonly source: PackSource;
}

/** Cities that have a policy folder. */
export declare function cities(policyDirectory: string): readonly string[];
/** Reads the policy folder of a city (and the national one) from disk. */
export declare function readPackSource(
  policyDirectory: string,
  city: string,
  office: { figures: readonly OfficeFigure[]; readingChoices: Readonly<Record<string, string>> },
): PackSource;
/** Checks, proves and binds everything; a pack with one problem is no pack. */
export declare function loadPack(source: PackSource): { readonly pack: Pack } | { readonly problems: readonly PolicyProblem[] };
/** Canonical JSON of a source, as stored with `rememberPack`. */
export declare function packSourceText(source: PackSource): string;

export declare function matters(pack: Pack): readonly MatterSummary[];
/** What the counter shows while the clerk types. `asOf` is ISO; a date that is none comes back as a field error on `asOf`. Never throws for input of the right types; an unknown matter throws. */
export declare function consult(pack: Pack, matterId: string, facts: FactInputs, asOf: string): Evaluation;
export declare function figureViews(pack: Pack): readonly FigureView[];
export declare function readingViews(pack: Pack): readonly ReadingView[];
/** Why a figure cannot be entered (unknown, not a value of its unit, dates, overlap with a known value); empty = it can. `fact` names the input field. */
export declare function checkOfficeFigure(pack: Pack, figure: OfficeFigure): readonly FieldError[];
