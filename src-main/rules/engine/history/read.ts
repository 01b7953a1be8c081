/** The history among a form's facts, as typed; and how a decision and a form show it. */
import { formatMonth, monthOfDate, parseDate, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { DerivedAnswer, HistoryUsed } from "../../../../src-shared/domain/decision.ts";
import type { FactInputs, FieldError } from "../../../../src-shared/domain/facts.ts";
import {
  BEGINNING,
  HISTORY_FACT,
  HISTORY_SOURCE_FACT,
  isInCity,
  layerOf,
  type History,
  type Layer,
} from "../../../../src-shared/domain/history/history.ts";
import { parseLine, printLine } from "../../../../src-shared/domain/history/line.ts";
import {
  HISTORY_SOURCE_LABELS,
  HISTORY_SOURCES,
  layerTitle,
  lineProblemText,
  spanText,
  type HistorySource,
} from "../../../../src-shared/text/history.ts";
import { displayFact } from "../facts/fact-display.ts";
import type { AsOf } from "../facts/facts.ts";
import { HISTORY_TEXT } from "../text.ts";
import type { DerivedFact } from "./form.ts";
import { layersOf } from "./known.ts";

export interface HistoryRead {
  /** `null` where none is given. */
  readonly history: History | null;
  readonly source: HistorySource | null;
  readonly birth: Month | null;
  readonly errors: readonly FieldError[];
}

/** @param here name of the matter's pooling area */
export function readHistory(inputs: FactInputs, here: string, asOf: AsOf): HistoryRead {
  const errors: FieldError[] = [];
  const born = inputs["birthDate"];
  const birthDate = typeof born === "string" ? parseDate(born.trim()) : undefined;
  const birth = birthDate === undefined ? null : monthOfDate(birthDate);
  const given = inputs[HISTORY_SOURCE_FACT] ?? null;
  const source = given === null ? null : (HISTORY_SOURCES.find((known) => known === given) ?? null);
  if (given !== null && given !== "" && source === null)
    errors.push({ fact: HISTORY_SOURCE_FACT, code: "type", message: HISTORY_TEXT.source });
  const line = inputs[HISTORY_FACT] ?? null;
  if (line !== null && typeof line !== "string") {
    errors.push({ fact: HISTORY_FACT, code: "type", message: HISTORY_TEXT.text });
    return { history: null, source, birth, errors };
  }
  if (line === null || line.trim() === "") return { history: null, source, birth, errors };
  const read = parseLine(line, { here, asOf: asOf.month, day: asOf.date, birth });
  for (const problem of read.problems) errors.push({ fact: HISTORY_FACT, code: "type", message: lineProblemText(problem) });
  return { history: read.history, source, birth, errors };
}

export function derivedAnswer({ fact, rule, value }: DerivedFact, history: History, here: string): DerivedAnswer {
  const { filter } = rule.chosen.window;
  const layers = layersOf(filter);
  const spans = history.spans.filter(
    (span) =>
      layers.includes(layerOf(span.capacity, span.place, here)) &&
      filter.capacities.includes(span.capacity) &&
      (span.place === here || isInCity(filter, span.place)),
  );
  return {
    fact: fact.id,
    title: fact.title,
    display: displayFact(fact, value),
    spans: spans.map((span) => spanText(span, here)),
    citations: rule.citations,
  };
}

export function historyUsed(
  { history, source }: HistoryRead,
  derived: readonly DerivedFact[],
  layers: readonly Layer[],
  here: string,
  asOf: AsOf,
): HistoryUsed | undefined {
  if (history === null) return undefined;
  return {
    line: printLine(history, { here, asOf: asOf.month }),
    spans: history.spans.map((span) => spanText(span, here)),
    until: formatMonth(history.until),
    source: source === null ? "" : HISTORY_SOURCE_LABELS[source],
    derived: derived.map((each) => derivedAnswer(each, history, here)),
    unknown: layers.flatMap((layer) => {
      const since = history.known[layer];
      if (since === undefined) return [HISTORY_TEXT.unknownLayer(layerTitle(layer, here))];
      return since === BEGINNING ? [] : [HISTORY_TEXT.unknownBefore(layerTitle(layer, here), formatMonth(since))];
    }),
  };
}
