/** What a question counts as while nobody answers it, read once when the pack is loaded. */
import { asOfDate, type AssumedAnswer, type FactDefinition } from "./facts.ts";
import { displayFact } from "./fact-display.ts";
import { readFact } from "./fact-values.ts";
import type { FactFile } from "../schema/matter-schema.ts";

/** Only periods are judged by the day, and none are assumed. */
const ANY_DAY = asOfDate(9999_12_31);

/** The assumption, or a sentence saying why it cannot be one. */
export function assumedAnswer(definition: FactDefinition, answer: NonNullable<FactFile["assume"]>): AssumedAnswer | string {
  if (definition.required) return "nothing is assumed of a question that must be answered";
  if (definition.type === "list") return "a list has no answer that says there is nothing to list";
  const value = readFact(definition, answer, ANY_DAY);
  if (typeof value === "string") return `what is assumed is no answer to it: ${value}`;
  return { answer, value, written: { fact: definition.id, title: definition.title, display: displayFact(definition, value) } };
}
