/** Figures and readings as the desk and the library hand them out. */
import type { FigureView, ReadingView } from "../../src-shared/contract/policy.ts";
import type { Figure } from "./engine/pack/figures.ts";
import type { LoadedPack } from "./engine/pack/pack.ts";
import type { Reading } from "./engine/pack/readings.ts";
import { UNIT_TEXT } from "./engine/units.ts";

export const figureView = (pack: LoadedPack, figure: Figure): FigureView => ({
  id: figure.id,
  city: pack.city,
  title: figure.title,
  unit: UNIT_TEXT[figure.unit],
  enteredBy: figure.published,
  values: figure.values.map((value) => ({ ...value.used, value: value.text })),
});

export const readingView = (pack: LoadedPack, reading: Reading): ReadingView => ({
  id: reading.id,
  city: pack.city,
  question: reading.question,
  rule: reading.rule,
  chosen: reading.chosen,
  byOffice: reading.chosen !== reading.defaultOption,
  options: reading.options,
  authority: pack.citations.get(reading.citations[0]!)!.authority,
});
