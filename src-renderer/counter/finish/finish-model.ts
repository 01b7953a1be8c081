/** Where a form stands on its way to a submission. */
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { isConcludable, isConsultation, type Decision } from "../../../src-shared/domain/decision.ts";
import type { Evaluation } from "../../../src-shared/domain/facts.ts";
import { HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../../src-shared/domain/history/history.ts";
import { nameProblem } from "../../../src-shared/domain/identity/name.ts";
import { toldFields, type IdentityReading } from "../../../src-shared/domain/identity/reading.ts";
import { NAME_TEXT, NUMBER_NAMES, TOLD_NAMES, toldProblemText } from "../../../src-shared/text/identity.ts";
import { assumedAs } from "../../../src-shared/text/labels.ts";
import {
  materialStates,
  missingMust,
  standsAs,
  type MaterialState,
  type Promising,
} from "../../ui/decision/materials/materials-model.ts";
import { openQuestions } from "../questions/answers.ts";
import { readDate, tidyDate } from "../../ui/dates/typed-date.ts";
import { cellOf, errorTitle } from "../list/list-model.ts";
import { hasUnfinished } from "../months/months-model.ts";
import { promiseProblems } from "./promise-problems.ts";
import { text } from "../text.ts";

/** Something that must be put right first, with the row where that is done. */
export interface FormProblem {
  readonly field: string;
  readonly message: string;
}

/** A field of the form that is still open. */
export interface OpenField {
  readonly id: string;
  readonly title: string;
}

/** What of the person the questions wait for that are answered by it. */
export function openOfPerson({ kind, number, numberValid, told }: IdentityReading): OpenField[] {
  const isTold = toldFields(kind, number).length > 0;
  if (!isTold) return numberValid ? [] : [{ id: "person.identityNumber", title: NUMBER_NAMES[kind] }];
  return told.flatMap(({ field }) => (field === "noNumberBecause" ? [] : [{ id: `person.${field}`, title: TOLD_NAMES[field] }]));
}

/** What a saved case needs: who it is about. */
export function personProblems(content: DraftContent, { kind, numberValid, told }: IdentityReading): FormProblem[] {
  const problems: FormProblem[] = [];
  if (!numberValid) problems.push({ field: "person.identityNumber", message: text.finish.needIdentity(NUMBER_NAMES[kind]) });
  for (const problem of told) problems.push({ field: `person.${problem.field}`, message: toldProblemText(problem) });
  const name = nameProblem(content.person.name, kind);
  if (name !== undefined)
    problems.push({ field: "person.name", message: name === "missing" ? text.finish.needName : NAME_TEXT[name] });
  if (readDate(content.asOf) === undefined) problems.push({ field: "asOf", message: text.finish.needAsOf });
  return problems;
}

/** What is unanswered, wrong or half typed, in the order of the form. */
export function formProblems(content: DraftContent, identity: IdentityReading, evaluation: Evaluation): FormProblem[] {
  const problems = personProblems(content, identity);
  const wrong = new Map(evaluation.errors.map((error) => [error.fact, error.message]));
  const unanswered = new Set(evaluation.unanswered);
  const open = new Map(openQuestions(evaluation, content.facts).map(({ id, as }) => [id, assumedAs(as)]));
  for (const fact of [HISTORY_FACT, HISTORY_SOURCE_FACT]) {
    const message = wrong.get(fact);
    if (message !== undefined) problems.push({ field: HISTORY_FACT, message });
  }
  for (const question of evaluation.questions) {
    if (question.fromPerson) continue; // answered by the person, who is asked for above
    const answer = content.facts[question.id];
    const halfTyped = typeof answer === "object" && answer !== null && !("items" in answer) && hasUnfinished(answer);
    const said = wrong.get(question.id) ?? (halfTyped ? text.months.unfinished : open.get(question.id));
    if (said !== undefined) problems.push({ field: question.id, message: `${question.title}：${said}` });
    else if (unanswered.has(question.id)) problems.push({ field: question.id, message: question.title });
    for (const error of evaluation.errors) {
      if (cellOf(error.fact)?.list !== question.id) continue;
      problems.push({ field: error.fact, message: `${errorTitle(error.fact, [question], text.list.row)}：${error.message}` });
    }
  }
  return problems;
}

export type Finish =
  | { readonly kind: "incomplete"; readonly act: "save" | "submit"; readonly problems: readonly FormProblem[] }
  | { readonly kind: "figure-missing"; readonly decision: Decision }
  | { readonly kind: "refused"; readonly decision: Decision }
  | {
      readonly kind: "materials-missing";
      readonly decision: Decision;
      readonly missing: readonly MaterialState[];
      /** All of them may be brought later on a promise. */
      readonly mayAllFollow: boolean;
    }
  | { readonly kind: "ready"; readonly decision: Decision; readonly promised: readonly PromisedHere[] };

export interface PromisedHere {
  readonly id: string;
  readonly title: string;
  readonly promisedOn: string;
  /** Promised before this amendment and left as it was: signed already. */
  readonly stands: boolean;
  /** The day promised before, where this amendment changes it. */
  readonly before: string | null;
}

/** What F8 waits for: a case is saved with its result, be it a provisional one. */
export function saveProblems(content: DraftContent, identity: IdentityReading, evaluation: Evaluation | null): FormProblem[] {
  const problems = personProblems(content, identity);
  return problems.length > 0 || evaluation === null || evaluation.decision !== null
    ? problems
    : formProblems(content, identity, evaluation);
}

/**
 * What F9 leads to.
 * @param promising what may be brought later; `null` where nothing may
 */
export function finishOf(
  content: DraftContent,
  identity: IdentityReading,
  evaluation: Evaluation,
  promising: Promising | null,
  today: string,
): Finish {
  const problems = formProblems(content, identity, evaluation);
  const { decision } = evaluation;
  if (problems.length > 0 || decision === null) return { kind: "incomplete", act: "submit", problems };
  if (decision.outcome === "figure-missing") return { kind: "figure-missing", decision };
  if (!isConcludable(decision)) return { kind: "refused", decision };
  // a consultation collects no papers
  if (isConsultation(decision)) return { kind: "ready", decision, promised: [] };
  const states = materialStates(decision.materials, content.materials);
  const missing = missingMust(states, promising?.mayFollow);
  if (missing.length > 0) {
    const mayAllFollow =
      promising !== null && promising.lastOn !== null && missing.every(({ material }) => promising.mayFollow.has(material.id));
    return { kind: "materials-missing", decision, missing, mayAllFollow };
  }
  const promises = promising === null ? [] : promiseProblems(decision, content.materials, promising, today);
  if (promises.length > 0) return { kind: "incomplete", act: "submit", problems: promises };
  const promised = states
    .filter((state) => state.promised && (promising?.mayFollow.has(state.material.id) ?? false))
    .map(({ material, tick }): PromisedHere => {
      const { id, title } = material;
      const promisedOn = tidyDate(tick.promisedOn ?? "");
      const stands = promising !== null && standsAs(promising, material, promisedOn);
      const old = stands ? undefined : promising?.standing.find((one) => one.material === id);
      return { id, title, promisedOn, stands, before: old?.promisedOn ?? null };
    });
  return { kind: "ready", decision, promised };
}
