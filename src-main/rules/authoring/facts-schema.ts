/** JSON Schema (2020-12) of a matter's facts, with Chinese titles, for `counter matters`. */
import { HISTORY_FACT, HISTORY_SOURCE_FACT } from "../../../src-shared/domain/history/history.ts";
import { MAX_FEN } from "../../../src-shared/domain/money.ts";
import { HISTORY_SOURCE_LABELS, HISTORY_SOURCES } from "../../../src-shared/text/history.ts";
import type { FactDefinition } from "../engine/facts/facts.ts";
import type { MatterDefinition } from "../engine/matter.ts";

/** Yuan up to `MAX_FEN`, which is a one and noughts. */
const MONEY_PATTERN = `^(\\d{1,${String(MAX_FEN / 100).length - 1}}(\\.\\d{1,2})?|${MAX_FEN / 100}(\\.0{1,2})?)$`;
const MONTH = { type: "string", pattern: "^\\d{4}-(0[1-9]|1[0-2])$" };
const PERIODS = {
  type: "object",
  properties: {
    periods: {
      type: "array",
      items: { type: "object", properties: { from: MONTH, to: MONTH }, required: ["from", "to"], additionalProperties: false },
    },
  },
  required: ["periods"],
  additionalProperties: false,
};
const months = (count: object): object => ({
  type: "object",
  properties: { months: count },
  required: ["months"],
  additionalProperties: false,
});
const COUNT = months({ type: "integer", minimum: 0 });
/** No months need no drawing. */
const NO_MONTHS = months({ const: 0 });

const monthsSchema = ({ periodsOnly, required }: FactDefinition): object =>
  periodsOnly && required ? PERIODS : { oneOf: [PERIODS, periodsOnly ? NO_MONTHS : COUNT] };

/** The insurance history in one line: questions that follow from it need no answer. */
const HISTORY = {
  [HISTORY_FACT]: { title: "参保经历", type: "string" },
  [HISTORY_SOURCE_FACT]: {
    title: "参保经历的来源",
    oneOf: HISTORY_SOURCES.map((source) => ({ const: source, title: HISTORY_SOURCE_LABELS[source] })),
  },
};

export function factsJsonSchema(matter: MatterDefinition): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: matter.title,
    type: "object",
    properties: {
      ...Object.fromEntries(matter.facts.map((fact) => [fact.id, property(fact)])),
      ...(matter.historyLayers.length === 0 ? {} : HISTORY),
    },
    required: matter.facts.filter((fact) => fact.required && fact.relevant.length === 0).map((fact) => fact.id),
    additionalProperties: false,
  };
}

const items = (list: FactDefinition): object => ({
  type: "array",
  minItems: list.min ?? 1,
  ...(list.max === undefined ? {} : { maxItems: list.max }),
  items: {
    type: "object",
    properties: Object.fromEntries(list.fields.map((field) => [field.id, property({ ...ALWAYS, ...field })])),
    required: list.fields.filter((field) => field.required).map((field) => field.id),
    additionalProperties: false,
  },
});

/** A list's answers have none of what only a whole question has. */
const ALWAYS = {
  group: "",
  fromPerson: false,
  when: [],
  future: false,
  periodsOnly: false,
  fields: [],
  relevant: [],
  assume: null,
  fromHistory: null,
  local: false,
};

function property(fact: FactDefinition): object {
  const bounds = {
    ...(fact.min === undefined ? {} : { minimum: fact.min }),
    ...(fact.max === undefined ? {} : { maximum: fact.max }),
  };
  const head = {
    title: fact.title,
    ...(fact.help === "" ? {} : { description: fact.help }),
    ...(fact.assume === null ? {} : { default: fact.assume.answer }),
    ...(fact.when.length === 0 ? {} : { "x-when": fact.when }),
  };
  switch (fact.type) {
    case "choice":
      return { ...head, oneOf: fact.options.map((option) => ({ const: option.value, title: option.title })) };
    case "flag":
      return { ...head, type: "boolean" };
    case "date":
      return { ...head, type: "string", format: "date" };
    case "month":
      return { ...head, ...MONTH };
    case "money":
      return {
        ...head,
        "x-unit": "yuan",
        oneOf: [
          { type: "number", multipleOf: 0.01, minimum: 0, maximum: MAX_FEN / 100, ...bounds },
          { type: "string", pattern: MONEY_PATTERN },
        ],
      };
    case "count":
      return { ...head, type: "integer", minimum: 0, ...bounds };
    case "months":
      return { ...head, "x-unit": "months", ...monthsSchema(fact) };
    case "list":
      return { ...head, type: "object", properties: { items: items(fact) }, required: ["items"], additionalProperties: false };
  }
}
