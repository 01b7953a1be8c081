/** A form as typed → a case's content: the person checked, facts filled from the identity number, decided here and now. */
import type { CaseContent } from "../../store/areas/cases/types.ts";
import type { DraftContent, PersonInput } from "../../../src-shared/domain/case.ts";
import { parseDate } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { Evaluation, FactInputs, FieldError } from "../../../src-shared/domain/facts.ts";
import { HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../../src-shared/domain/history/history.ts";
import { kindOf } from "../../../src-shared/domain/identity/kinds.ts";
import { nameProblem, standardName } from "../../../src-shared/domain/identity/name.ts";
import { readIdentity, tidyPerson, type IdentityReading } from "../../../src-shared/domain/identity/reading.ts";
import { identityProblemText, NAME_TEXT, TOLD_NAMES, toldProblemText } from "../../../src-shared/text/identity.ts";
import { answerErrors, consult, consultWithSpan, type Pack } from "../../rules/index.ts";
import { FIELD_TEXT, incompleteText } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { servedPack } from "../policy/served.ts";
import type { DeskTools } from "../frame/tools.ts";

export interface DecidedForm {
  readonly pack: Pack;
  readonly content: CaseContent & { readonly decision: Decision };
}

/**
 * @throws Refusal `facts-incomplete` with every field that is missing or wrong (`identityNumber`, `name`, `asOf` or a fact's id),
 * `not-found` for an unknown matter, `city-not-served` for one of a city that is not the office's
 */
export function decideForm(tools: DeskTools, draft: DraftContent): DecidedForm {
  const pack = servedPack(tools, draft.matter);
  const reading = readIdentity(draft.person, tools.clock.today(), true);
  const person = personAsKept(draft.person, reading);
  const facts = factsOfPerson(pack, draft, reading);
  const evaluation = consultWithSpan(pack, draft.matter, facts, draft.asOf);
  const ofPerson = [...personErrors(reading, person), ...fileErrors(tools, reading, person)];
  const fields = [...ofPerson, ...asOfErrors(tools, draft.asOf), ...answersAsked(evaluation, ofPerson.length === 0)];
  if (fields.length > 0 || evaluation.decision === null) {
    throw new Refusal("facts-incomplete", {
      ...(fields[0] ? { message: incompleteText(fields[0].message, fields.length) } : {}),
      fields,
    });
  }
  const { asOf, materials } = draft;
  const kept = withCanonicalHistory(facts, evaluation.decision);
  return { pack, content: { person, asOf, facts: kept, materials, decision: evaluation.decision } };
}

/** The history as the decision used it: the same history always has the same text, so that versions can be compared. */
function withCanonicalHistory(facts: FactInputs, { history }: Decision): FactInputs {
  if (history !== undefined) return { ...facts, [HISTORY_FACT]: history.line };
  const { [HISTORY_FACT]: _line, [HISTORY_SOURCE_FACT]: _source, ...others } = facts;
  return others;
}

/** What is wrong with the answers; those that the person gives are not asked for besides while the person is wrong. */
function answersAsked(evaluation: Evaluation, personIsRight: boolean): readonly FieldError[] {
  const errors = answerErrors(evaluation);
  if (personIsRight) return errors;
  const ofPerson = new Set(evaluation.questions.filter(({ fromPerson }) => fromPerson).map(({ id }) => id));
  return errors.filter(({ fact }) => !ofPerson.has(fact));
}

/** What the identity says is never taken from the answers, whatever they say. */
function factsOfPerson(pack: Pack, draft: DraftContent, reading: IdentityReading): FactInputs {
  if (!reading.valid) return draft.facts;
  const fromNumber: Record<string, string | undefined> = { birthDate: reading.birthDate, sex: reading.sex };
  const asked = consult(pack, draft.matter, draft.facts, draft.asOf).questions;
  const filled = asked.flatMap(({ id, fromPerson }) => {
    const value = fromPerson ? fromNumber[id] : undefined;
    return value === undefined ? [] : [[id, value] as const];
  });
  return { ...draft.facts, ...Object.fromEntries(filled) };
}

/** As the case and the person's file keep it: the number tidied, old private characters of the name made standard ones. */
export const personAsKept = (typed: PersonInput, reading: IdentityReading): PersonInput =>
  tidyPerson({ ...typed, name: standardName(typed.name) }, reading);

/** What is wrong with a person as typed, by field. */
export function personErrors(reading: IdentityReading, person: PersonInput): FieldError[] {
  const { kind, number, problems, told } = reading;
  const errors: FieldError[] = [];
  if (kind !== "none" && number === "") {
    errors.push({ fact: "identityNumber", code: "required", message: FIELD_TEXT.identityNumberMissing(kind) });
  } else if (problems[0]) {
    errors.push({ fact: "identityNumber", code: "range", message: identityProblemText(problems[0], reading) });
  }
  for (const problem of told) {
    const code = problem.reason === "missing" ? "required" : "range";
    errors.push({ fact: `person.${problem.field}`, code, message: toldProblemText(problem) });
  }
  const wrongName = nameProblem(person.name, kind);
  if (wrongName !== undefined) {
    const code = wrongName === "missing" ? "required" : "range";
    errors.push({ fact: "name", code, message: NAME_TEXT[wrongName] });
  }
  return errors;
}

/** Told beside a number, birth date and sex must be those of the person's file: one of the two is wrong, or it is somebody else. */
function fileErrors(tools: DeskTools, { valid }: IdentityReading, person: PersonInput): FieldError[] {
  if (!valid || person.birthDate === undefined || kindOf(person) === "none") return [];
  const known = tools.store.people.byIdentity(person)?.person;
  if (known === undefined) return [];
  return (["birthDate", "sex"] as const).flatMap((field): FieldError[] =>
    known[field] === person[field]
      ? []
      : [{ fact: `person.${field}`, code: "conflict", message: FIELD_TEXT.notAsInFile(known.name, TOLD_NAMES[field]) }],
  );
}

/** A date that is none is judged by the rules; one that has not come is judged here, for the rules know no today. */
function asOfErrors(tools: DeskTools, asOf: string): FieldError[] {
  const date = parseDate(asOf);
  if (date === undefined || date <= tools.clock.today()) return [];
  return [{ fact: "asOf", code: "range", message: FIELD_TEXT.asOfFuture }];
}
