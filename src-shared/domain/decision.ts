/**
 * A decision as it is stored, shown, printed and replayed: plain JSON, complete in itself.
 * Numbers are exact: money in fen, months and dates as text in ISO form, everything else as integers or
 * fractions (`value / divisor`). `display` fields are Chinese text made when the decision is written down.
 */
import type { Fen } from "./money.ts";
import type { ReadingSpan } from "./span.ts";

export const OUTCOMES = ["granted", "refused", "not-yet", "choice", "guidance", "figure-missing"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How far a source can be trusted, strongest first. */
export const AUTHORITIES = ["regulation", "notice", "agency-guide", "agency-answers", "press", "forum", "office"] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** A clause of a source document, told in our own words. */
export interface Citation {
  readonly id: string;
  readonly document: string;
  readonly clause: string;
  readonly authority: Authority;
  readonly summary: string;
  /** Ids of the rules that rest on this clause, e.g. `DL-05`: names of ours, for data, tests and auditors. */
  readonly rules: readonly string[];
}

/** The figure a step took its value from. */
export interface FigureUsed {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  /** Last day of validity; `null` while open. */
  readonly to: string | null;
  readonly document: string;
  /** A official text, B press or agreeing reposts, C single source, `office` entered by this office. */
  readonly grade: "A" | "B" | "C" | "office";
  readonly checked: string;
  readonly note: string;
}

/** The row of a decision table that a step took its value from; rows count from 0. */
export interface TableRowUsed {
  readonly table: string;
  readonly index: number;
}

export type StepKind = "fact" | "figure" | "table" | "reading" | "formula" | "rounding";

/** One line of the explanation. `inputs` are indices into `Decision.steps`; leaves are facts, figures, tables or readings. */
export interface Step {
  readonly key: string;
  readonly title: string;
  readonly kind: StepKind;
  readonly value: number;
  /** 1 except for exact fractions (rates, unrounded amounts). */
  readonly divisor: number;
  readonly unit: string;
  readonly display: string;
  /** The formula in words, empty for leaves. */
  readonly formula: string;
  /** The formula with the numbers of this case filled in, empty for leaves. */
  readonly filled: string;
  readonly inputs: readonly number[];
  readonly citations: readonly string[];
  readonly rule: string;
  readonly figure: FigureUsed | null;
  /** For outputs of a decision table. */
  readonly row?: TableRowUsed;
}

/** The smallest change that turns a failed condition. */
export interface Remedy {
  readonly kind: "date" | "month" | "months" | "amount" | "action";
  /** ISO date or month, a count of months, fen, or empty for an action. */
  readonly value: string | number;
  readonly text: string;
}

export interface Condition {
  readonly id: string;
  readonly title: string;
  readonly met: boolean;
  /** It could not be checked because an answer is lacking: neither met (`met` is false) nor failed. */
  readonly unknown?: true;
  readonly required: string;
  readonly actual: string;
  readonly citations: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly step: number | null;
}

export type ConditionStanding = "met" | "failed" | "unknown";
export const standingOfCondition = ({ met, unknown }: Pick<Condition, "met" | "unknown">): ConditionStanding =>
  unknown ? "unknown" : met ? "met" : "failed";
export const isFailed = (condition: Pick<Condition, "met" | "unknown">): boolean => standingOfCondition(condition) === "failed";

/** A question that nobody answered, and how it was counted instead. */
export interface Assumption {
  readonly fact: string;
  readonly title: string;
  readonly display: string;
}

export interface Amount {
  readonly id: string;
  readonly title: string;
  readonly payer: string;
  readonly payee: string;
  readonly fen: Fen;
  /** `due`: to be paid for this matter; `part`: contained in a due amount; `information`: no payment now. */
  readonly role: "due" | "part" | "information";
  /** What the amount belongs to where there are several of a kind, e.g. one hospital stay; empty otherwise. Groups are drawn as bars. */
  readonly group: string;
  readonly step: number;
}

export interface KeyDate {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  readonly value: string;
  readonly display: string;
  readonly step: number | null;
}

/** Fixed vocabulary of the month strip. */
export const COVERAGE_STATUSES = [
  "contributed",
  "transferred",
  "deemed",
  "overlap",
  "bought",
  "covered",
  "in-service",
  "retired",
  "gap",
  "waiting",
  "not-covered",
] as const;
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];

/** A time of one status; both ends are `YYYY-MM`, or `YYYY-MM-DD` where the day counts. `to: null` = open end. */
export interface CoverageRun {
  readonly from: string;
  readonly to: string | null;
  readonly status: CoverageStatus;
  readonly title: string;
}

export interface Material {
  readonly id: string;
  readonly title: string;
  readonly form: "original" | "copy";
  readonly count: number;
  readonly need: "must" | "may" | "may-follow";
  /** Why this person has to bring it. */
  readonly because: string;
  readonly citations: readonly string[];
}

/** A point that the documents leave open, and how it was read here. */
export interface ReadingUsed {
  readonly id: string;
  readonly question: string;
  readonly chosen: string;
  readonly chosenTitle: string;
  readonly alternatives: readonly { readonly id: string; readonly title: string }[];
  readonly citations: readonly string[];
}

/** Two sources that disagree, and which one is used. */
export interface Conflict {
  readonly id: string;
  readonly title: string;
  readonly used: string;
  readonly other: string;
  readonly why: string;
  readonly citations: readonly string[];
}

/** A figure that nobody has entered for the date that counts. */
export interface MissingFigure {
  readonly figure: string;
  readonly title: string;
  readonly unit: string;
  readonly date: string;
  /** Who publishes the figure and who may enter it. */
  readonly enteredBy: string;
}

/** One of several lawful ways, for `choice`. */
export interface Option {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly amounts: readonly Amount[];
  readonly dates: readonly KeyDate[];
  readonly coverage: readonly CoverageRun[];
}

/** `steps` follow one another and are numbered; `points` stand beside one another. */
export const SECTION_LISTS = ["steps", "points"] as const;
type SectionList = (typeof SECTION_LISTS)[number];

/** Guidance for the person: what to do, where, with which papers. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Absent in decisions stored before there were points: steps. */
  readonly list?: SectionList;
  readonly lines: readonly string[];
  readonly citations: readonly string[];
}

/** Another matter of the same city that the person should see to, e.g. enrolment when a cover ends. */
export interface NextMatter {
  readonly matter: string;
  readonly title: string;
  readonly why: string;
  readonly citations: readonly string[];
}

/** `current` law; `historic`: for past periods only, with a warning; `reference`: a claim that nothing is computed from. */
export const STANDINGS = ["current", "historic", "reference"] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * What the counter does with a matter. A `transaction` is accepted or refused; the others are consultations (咨询), which bind
 * nobody, settle nothing and collect no papers: an `estimate` of what somebody else will settle, a `lookup` in the rules of the past, and
 * `guidance` to where the matter is dealt with.
 */
export const NATURES = ["transaction", "estimate", "lookup", "guidance"] as const;
export type Nature = (typeof NATURES)[number];

export interface Notice {
  readonly id: string;
  readonly level: "info" | "warning";
  readonly text: string;
  readonly citations: readonly string[];
}

export interface PackIdentity {
  readonly city: string;
  readonly version: string;
  /** SHA-256 over policy data, the office's own figures, chosen readings and formulas. */
  readonly hash: string;
  /** The same over what the matter alone rests on. Absent in decisions stored before there was such a hash. */
  readonly matter?: string;
}

/** An answer that followed from the insurance history. */
export interface DerivedAnswer {
  readonly fact: string;
  readonly title: string;
  readonly display: string;
  /** The spans it rests on, in words. */
  readonly spans: readonly string[];
  readonly citations: readonly string[];
}

/** The insurance history as the decision used it. */
export interface HistoryUsed {
  /** In its one written form. */
  readonly line: string;
  readonly spans: readonly string[];
  /** Last known month. */
  readonly until: string;
  /** 系统查询, 参保凭证或档案, 本人陈述; empty = not told. */
  readonly source: string;
  readonly derived: readonly DerivedAnswer[];
  /** Of what the matter asks, what the history does not tell, or only from a month on. */
  readonly unknown: readonly string[];
}

export interface Decision {
  readonly format: 1;
  readonly matter: string;
  readonly matterTitle: string;
  readonly city: string;
  readonly rules: readonly string[];
  readonly standing: Standing;
  /** Absent in decisions stored before there were natures: a transaction. */
  readonly nature?: Nature;
  /** Whose number it is where that is not the person at the counter, e.g. 去世人员. */
  readonly personTitle?: string;
  /** The date of processing: the law in force on this day is applied. */
  readonly asOf: string;
  readonly pack: PackIdentity;
  readonly outcome: Outcome;
  readonly headline: string;
  readonly conditions: readonly Condition[];
  readonly amounts: readonly Amount[];
  readonly dates: readonly KeyDate[];
  readonly coverage: readonly CoverageRun[];
  readonly options: readonly Option[];
  readonly materials: readonly Material[];
  readonly sections: readonly Section[];
  readonly nextMatters: readonly NextMatter[];
  readonly place: string;
  readonly timeLimit: string;
  readonly notices: readonly Notice[];
  readonly readings: readonly ReadingUsed[];
  readonly conflicts: readonly Conflict[];
  readonly missingFigures: readonly MissingFigure[];
  /** Absent where every answer that counts was given. */
  readonly assumed?: readonly Assumption[];
  /** With what is kept and printed: the days that other readings would give. Live it is asked for by itself. */
  readonly span?: ReadingSpan;
  readonly citations: readonly Citation[];
  readonly steps: readonly Step[];
  /** Absent where no answer came from a history. */
  readonly history?: HistoryUsed;
}

export const natureOf = (decision: Pick<Decision, "nature">): Nature => decision.nature ?? "transaction";

/** An estimate, a look-up or guidance. `null` and absent as in `natureOf`: what is not decided yet is none either. */
export const isConsultation = ({ nature }: { readonly nature?: Nature | null }): boolean =>
  (nature ?? "transaction") !== "transaction";

/** Whether the law lets the matter be concluded: a consultation is, whatever comes out, as long as no figure is missing. */
export function isConcludable(decision: Pick<Decision, "nature" | "outcome">): boolean {
  switch (decision.outcome) {
    case "granted":
    case "choice":
    case "guidance":
      return true;
    case "refused":
    case "not-yet":
      return isConsultation(decision);
    case "figure-missing":
      return false;
  }
}
