/**
 * One form on the screen, without the screen: where the clerk is with it, and what each act leads to. What has been typed stands in
 * the draft; what the rules say of it comes as an evaluation.
 */
import type { DraftContent, MaterialTick } from "../../src-shared/domain/case.ts";
import type { Material } from "../../src-shared/domain/decision.ts";
import type { Evaluation, FactInput } from "../../src-shared/domain/facts.ts";
import type { IdentityReading } from "../../src-shared/domain/identity/reading.ts";
import { readDate } from "../ui/dates/typed-date.ts";
import { blankTick, promisedFor, withTick, type Promising } from "../ui/decision/materials/materials-model.ts";
import { finishOf, personProblems, saveProblems, type Finish } from "./finish/finish-model.ts";

/** What lies over the form; never two things at once. */
type Over =
  | { readonly what: "nothing" }
  /** F9 waits for the answer that is under way. */
  | { readonly what: "judging" }
  | { readonly what: "finish"; readonly finish: Finish }
  | { readonly what: "comparing" }
  | { readonly what: "paper"; readonly id: string };

export interface FlowState {
  readonly over: Over;
  /** The question being typed in; a choice is made at once. */
  readonly editing: string | null;
  /** The questions are answered by themselves, without the number that would tell. */
  readonly estimates: boolean;
  readonly lastPaper: string | null;
}

export type FlowEvent =
  | { readonly type: "answered"; readonly id: string; readonly typing: boolean }
  | { readonly type: "left-row" }
  | { readonly type: "estimate" }
  | { readonly type: "submit" }
  /** What F9 has led to. */
  | { readonly type: "judged"; readonly finish: Finish }
  | { readonly type: "not-judged" }
  | { readonly type: "save-refused"; readonly finish: Finish }
  | { readonly type: "compare" }
  | { readonly type: "paper-made"; readonly id: string }
  | { readonly type: "print-again" }
  | { readonly type: "closed" };

/** A form that is opened, new or again: nothing lies over it, whatever did when it was left. */
export const OPENED: FlowState = { over: { what: "nothing" }, editing: null, estimates: false, lastPaper: null };

const bare = (state: FlowState): FlowState => ({ ...state, over: OPENED.over });

export function flowReducer(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case "answered":
      return { ...state, editing: event.typing ? event.id : null };
    case "left-row":
      return { ...state, editing: null };
    case "estimate":
      return { ...state, estimates: true };
    case "submit":
      return { ...state, over: { what: "judging" } };
    // an answer to an F9 that has been given up since is nobody's any more
    case "judged":
      return state.over.what === "judging" ? { ...state, over: { what: "finish", finish: event.finish } } : state;
    case "not-judged":
      return state.over.what === "judging" ? bare(state) : state;
    case "save-refused":
      return { ...state, over: { what: "finish", finish: event.finish } };
    case "compare":
      return { ...state, over: { what: "comparing" } };
    case "paper-made":
      return { ...state, over: { what: "paper", id: event.id }, lastPaper: event.id };
    case "print-again":
      return state.lastPaper === null ? state : { ...state, over: { what: "paper", id: state.lastPaper } };
    case "closed":
      return bare(state);
  }
}

/** What a form is judged by. */
export interface Judged {
  readonly content: DraftContent;
  readonly reading: IdentityReading;
  readonly live: { readonly evaluation: Evaluation | null; readonly stale: boolean; readonly error: unknown };
  /** What may be brought later; `null` where nothing may. */
  readonly promising: Promising | null;
  readonly today: string;
}

/** What follows for an F9: by the answer to what stands in the form, never by the one before. `null`: nothing yet. */
export function judge({ content, reading, live, promising, today }: Judged): FlowEvent | null {
  if (readDate(content.asOf) === undefined)
    return { type: "judged", finish: { kind: "incomplete", act: "submit", problems: personProblems(content, reading) } };
  if (live.error !== null) return { type: "not-judged" };
  if (live.stale || live.evaluation === null) return null;
  return { type: "judged", finish: finishOf(content, reading, live.evaluation, promising, today) };
}

/** What keeps F8 from saving; `null`: nothing. */
export function whyNotSaved({ content, reading, live }: Pick<Judged, "content" | "reading" | "live">): FlowEvent | null {
  const problems = saveProblems(content, reading, live.stale ? null : live.evaluation);
  return problems.length === 0 ? null : { type: "save-refused", finish: { kind: "incomplete", act: "save", problems } };
}

/** An answer, or that it is taken back. */
export function withAnswer({ facts }: DraftContent, id: string, value: FactInput | undefined): Pick<DraftContent, "facts"> {
  const { [id]: _old, ...others } = facts;
  return { facts: value === undefined ? others : { ...others, [id]: value } };
}

/** Materials that are to be brought by the last day of the limit. */
export const withPromises = (
  { materials }: DraftContent,
  promised: readonly Material[],
  lastOn: string,
): { readonly materials: readonly MaterialTick[] } => ({
  materials: promised.reduce((ticks, material) => withTick(ticks, promisedFor(blankTick(material), lastOn)), materials),
});

/** Answers that the number would have told show that there was none, after a restart too. */
export const isWithoutNumber = ({ estimates }: FlowState, content: DraftContent, evaluation: Evaluation | null): boolean =>
  estimates || (evaluation?.questions ?? []).some(({ id, fromPerson }) => fromPerson && content.facts[id] !== undefined);
