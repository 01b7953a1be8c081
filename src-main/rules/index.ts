/** The rules' front door: everything `desk/` and `cli.ts` may use. */
import { pinyin } from "pinyin-pro";
import type { ElsewhereView, FigureView, MatterSummary, ReadingView } from "../../src-shared/contract/policy.ts";
import type { PackedDate } from "../../src-shared/domain/calendar.ts";
import type { Evaluation, FactInputs, FieldError } from "../../src-shared/domain/facts.ts";
import type { ReadingSpan } from "../../src-shared/domain/span.ts";
import * as engine from "./engine/consult.ts";
import { asOfDate } from "./engine/facts/facts.ts";
import type { OfficeFigure } from "./engine/pack/figures.ts";
import { officeFigureFaults, type LoadedPack, type PackSource } from "./engine/pack/pack.ts";
import { loadPack as load, loadPackForUse as loadForUse, type LoadedForUse } from "./authoring/load.ts";
import type { MatterDefinition } from "./engine/matter.ts";
import type { PolicyProblem } from "./engine/pack/problems.ts";
import { consultWithSpan as withSpan, spanOf } from "./engine/span.ts";
import { readPolicyFiles } from "./engine/pack/source.ts";
import { summarize } from "./summary.ts";
import { FIGURE_TEXT } from "./engine/text.ts";
import { UNIT_TEXT } from "./engine/units.ts";
import { formulaHashes } from "./formula-hash.ts";
import { formulas } from "./generated/index.ts";
import { figureView, readingView } from "./views.ts";

export { answerErrors } from "./engine/consult.ts";
export { cities } from "./engine/pack/source.ts";
export { packSourceText, packHash } from "./engine/pack/pack.ts";
export { libraryView } from "./library.ts";
export { compare, transactionOf, type Comparand } from "./compare.ts";
export { strayFiles } from "./authoring/stray.ts";
export { unused } from "./authoring/unused.ts";
export { missingFigures } from "./missing-figures.ts";
export { factsJsonSchema } from "./authoring/facts-schema.ts";
export type { FaultyMatter } from "./authoring/faulty-matters.ts";
export type { OfficeFigure } from "./engine/pack/figures.ts";
export type { PackSource } from "./engine/pack/pack.ts";
export type { PolicyProblem } from "./engine/pack/problems.ts";
export type Pack = LoadedPack;

const NO_FORMULAS = "";

/** Reads the policy folder of a city (and the national one) from disk. */
export function readPackSource(
  policyDirectory: string,
  city: string,
  office: { readonly figures: readonly OfficeFigure[]; readonly readingChoices: Readonly<Record<string, string>> },
): PackSource {
  const files = readPolicyFiles(policyDirectory, city);
  const { cities: ofCities, matters: ofMatters } = formulaHashes();
  const own = Object.entries(ofMatters).filter(([matter]) => matter.startsWith(`${city}.`));
  return {
    city,
    files,
    officeFigures: office.figures,
    readingChoices: office.readingChoices,
    // a city whose policy is not the program's own has no formulas here either
    formulaHash: ofCities[city] ?? NO_FORMULAS,
    formulas: Object.fromEntries(own),
  };
}

/** Checks, proves and binds everything; a pack with one problem is no pack. */
export const loadPack = (source: PackSource): { readonly pack: Pack } | { readonly problems: readonly PolicyProblem[] } =>
  load(source, formulas);

/** A matter that has a fault is left out and takes no other one along. */
export const loadPackForUse = (source: PackSource): LoadedForUse => loadForUse(source, formulas);

/** A matter of the pack; an unknown id throws. */
export function matterOf(pack: Pack, matterId: string): MatterDefinition {
  const matter = pack.matters.get(matterId);
  if (!matter) throw new Error(`no matter "${matterId}" in ${pack.city}`);
  return matter;
}

/** Matters that have a formula for this city, in the order of the counter. */
export const matters = (pack: Pack): readonly MatterSummary[] =>
  [...pack.matters.values()].map((matter) => ({
    id: matter.id,
    city: pack.city,
    cityTitle: pack.cityTitle,
    title: matter.title,
    summary: matter.summary,
    rules: matter.rules,
    workingDays: matter.file.workingDays ?? null,
    nature: matter.nature,
    personTitle: matter.person,
    keywords: keywords(`${matter.title}${pack.cityTitle}`),
  }));

/** What people ask for here and no matter does. */
export const elsewhere = (pack: Pack): readonly ElsewhereView[] =>
  pack.elsewhere.map(({ near, words, ...business }) => ({
    ...business,
    city: pack.city,
    cityTitle: pack.cityTitle,
    words: [business.title, ...words],
    keywords: keywords(business.title),
    // what does not load is not offered either
    near: near.filter((id) => pack.matters.has(id)).map((id) => ({ id, title: matterOf(pack, id).title })),
  }));

const keywords = (title: string): string =>
  [pinyin(title, { toneType: "none", separator: "" }), pinyin(title, { pattern: "first", toneType: "none", separator: "" })].join(
    " ",
  );

/**
 * What the counter shows while the clerk types. `asOf` is ISO; a date that is none comes back as a field error on `asOf`.
 * Never throws for input of the right types; an unknown matter throws.
 */
export const consult = (pack: Pack, matterId: string, facts: FactInputs, asOf: string): Evaluation =>
  engine.consult(pack, matterOf(pack, matterId), facts, asOf);

/** What each of many people gets: the decision as JSON, or its summary, else the errors of the facts. No questions, no hints. */
export function answering(pack: Pack, matterId: string, date: PackedDate) {
  const matter = matterOf(pack, matterId);
  const asOf = asOfDate(date);
  const answer =
    <Told>(tell: (form: engine.CheckedForm) => Told) =>
    (facts: FactInputs): Told | { readonly errors: readonly FieldError[] } => {
      const form = engine.check(matter, facts, asOf);
      return engine.isComplete(form) ? tell(form) : { errors: engine.answerErrors({ ...form, questions: form.relevant }) };
    };
  return {
    decision: answer((form) => engine.decisionJson(pack, matter, form, asOf)),
    summary: answer((form) => summarize(engine.decide(matter, form, asOf))),
  };
}

/** Between which days the decision's dates lie while readings are open; `null` where nothing moves, or nothing is decided. */
export const span = (pack: Pack, matterId: string, facts: FactInputs, asOf: string): ReadingSpan | null =>
  spanOf(pack, matterOf(pack, matterId), facts, asOf);

/** The decision as it is kept and printed: with its span. */
export const consultWithSpan = (pack: Pack, matterId: string, facts: FactInputs, asOf: string): Evaluation =>
  withSpan(pack, matterOf(pack, matterId), facts, asOf);

export const figureViews = (pack: Pack): readonly FigureView[] =>
  [...pack.figures.values()].map((figure) => figureView(pack, figure));

export const readingViews = (pack: Pack): readonly ReadingView[] =>
  [...pack.readings.values()].map((reading) => readingView(pack, reading));

/** Why a figure cannot be entered; empty = it can. `fact` names the input field; an overlap has code `conflict`. */
export function checkOfficeFigure(pack: Pack, entered: OfficeFigure): readonly FieldError[] {
  return officeFigureFaults(pack.figures, entered).map((fault): FieldError => {
    switch (fault.field) {
      case "overlap":
        return { fact: "from", code: "conflict", message: FIGURE_TEXT.overlap(fault.from, fault.to, fault.document) };
      case "figure":
        return { fact: "figure", code: "unknown", message: FIGURE_TEXT.unknown(entered.figure) };
      case "value":
        return { fact: "value", code: "type", message: FIGURE_TEXT.value(UNIT_TEXT[pack.figures.get(entered.figure)!.unit]) };
      default:
        return { fact: fault.field, code: "type", message: FIGURE_TEXT[fault.field] };
    }
  });
}
