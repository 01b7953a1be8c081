/** Facts as typed and stored, and the questions that ask for them. */
import type { PeriodText } from "./periods.ts";
import type { Decision, DerivedAnswer, KeyDate } from "./decision.ts";
import type { Layer } from "./history/history.ts";

/** Contribution or service months: drawn on the month line, or as a bare number. */
export type MonthsInput = { readonly periods: readonly PeriodText[] } | { readonly months: number | string };

/** One record of a list as typed, e.g. one hospital stay. */
export type ListItemInput = Readonly<Record<string, string | number | boolean | null>>;
export interface ListInput {
  readonly items: readonly ListItemInput[];
}

/** One answer as typed. Numbers and money may still be text; the matter's schema judges them. */
export type FactInput = string | number | boolean | null | MonthsInput | ListInput;
export type FactInputs = Readonly<Record<string, FactInput>>;

export const QUESTION_TYPES = ["choice", "flag", "date", "month", "money", "count", "months", "list"] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** One answer of a list's record. */
export interface ListField {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly type: Exclude<QuestionType, "months" | "list">;
  readonly options: readonly { readonly value: string; readonly title: string; readonly help: string }[];
  readonly required: boolean;
  readonly citations: readonly string[];
}

/** A question that the answers so far make relevant. The generic flow renders it from this alone. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  /** Heading under which neighbouring questions stand. */
  readonly group: string;
  readonly type: QuestionType;
  /** For `choice`. */
  readonly options: readonly { readonly value: string; readonly title: string; readonly help: string }[];
  readonly required: boolean;
  /** How it is counted while nobody answers; `null` where the rule can do without an answer, or needs one. */
  readonly assumed: { readonly answer: FactInput; readonly display: string } | null;
  /** Filled from the identity number; shown, not asked, while that number is given. */
  readonly fromPerson: boolean;
  /** For `months`: first month that makes sense, as `YYYY-MM`; the last is the processing month. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** For `months`: a bare number will not do. */
  readonly periodsOnly: boolean;
  /** For `list`: the answers of one record, and how many records there may be. */
  readonly fields: readonly ListField[];
  readonly most: number | null;
  /** What the insurance history tells of it without settling it, in words; empty where it tells nothing. */
  readonly told: string;
  readonly citations: readonly string[];
}

/** The insurance history of a form: which of it the matter needs, and what follows. */
export interface FormHistoryView {
  /** Name of the pooling area that "here" means. */
  readonly here: string;
  readonly layers: readonly Layer[];
  /** Questions that are not asked because they follow, in the order of the form. */
  readonly derived: readonly DerivedAnswer[];
}

export interface FieldError {
  /** Fact id; inside a list `stays.2.cost` (records count from 0). */
  readonly fact: string;
  readonly code: "required" | "type" | "range" | "unknown" | "conflict";
  /** Chinese: what is wrong and what to type instead. */
  readonly message: string;
}

/** What the counter shows while the clerk types. */
export interface Evaluation {
  readonly questions: readonly Question[];
  /** Wrong answers; unanswered questions are in `unanswered`. */
  readonly errors: readonly FieldError[];
  readonly unanswered: readonly string[];
  /** Dates known already from the facts so far, e.g. the statutory retirement month. */
  readonly known: readonly KeyDate[];
  /** `null` where fewer than two questions follow from the history: the form is as it was. */
  readonly history: FormHistoryView | null;
  /** Present as soon as all relevant questions are answered correctly. */
  readonly decision: Decision | null;
}
