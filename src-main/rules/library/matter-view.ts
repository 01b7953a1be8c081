/** One matter as it is read: its words as the policy files have them, its sources as its formula is bound to them. */
import type { LibraryField, LibraryMatter, LibraryQuestion, LibraryStated } from "../../../src-shared/contract/library.ts";
import type { MatterFile } from "../engine/schema/matter-schema.ts";
import type { MatterDefinition } from "../engine/matter.ts";
import type { LoadedPack } from "../engine/pack/pack.ts";
import { nameOf } from "../engine/pack/name.ts";
import { NO_INPUTS } from "../engine/node.ts";
import type { DecisionTable } from "../engine/table/table.ts";
import { BOUND_TEXT } from "../engine/text.ts";
import { displayNode } from "../engine/write-down.ts";
import { LIBRARY_TEXT } from "./text.ts";
import { boundTo, clausesOf } from "./usage.ts";

export function matterView(matter: MatterDefinition, pack: LoadedPack): LibraryMatter {
  const { file, used } = matter;
  const readable = readableTexts(matter, pack);
  const shared = [...pack.sections.values()].filter((section) => used.has(`shared section ${section.id}`));
  const own = file.sections.map(({ cite, ...section }) => ({ ...section, citations: cite }));
  return {
    id: matter.id,
    title: matter.title,
    summary: matter.summary,
    rules: matter.rules,
    standing: matter.standing,
    questions: file.facts.map(questionView),
    conditions: file.conditions.map(({ id, title, required, cite }) => ({
      id,
      title: readable(title),
      required: readable(required),
      citations: cite,
    })),
    materials: file.materials.map(({ cite, ...material }) => ({ ...material, citations: cite })),
    places: stated(file.places, readable),
    timeLimits: stated(file.timeLimits, readable),
    sections: [...own, ...shared].map((section) => ({ ...section, lines: section.lines.map(readable) })),
    notices: file.notices.map(({ cite, ...notice }) => ({ ...notice, text: readable(notice.text), citations: cite })),
    next: file.next.map(({ matter: id, why, cite }) => ({ matter: id, why: readable(why), citations: cite })),
    figures: boundTo(matter, "figure", pack.figures),
    tables: boundTo(matter, "table", pack.tables),
    readings: boundTo(matter, "reading", pack.readings),
    conflicts: boundTo(matter, "conflict", pack.conflicts),
    clauses: clausesOf(matter, pack),
  };
}

/** Without the empty texts: there is nothing to be said of them. */
const stated = (said: MatterFile["places"], readable: (text: string) => string): LibraryStated[] =>
  Object.values(said)
    .filter(({ text }) => text !== "")
    .map(({ text, cite }) => ({ text: readable(text), citations: cite }));

type Fact = MatterFile["facts"][number];

const fieldView = (question: Fact | Fact["fields"][number], conditional: boolean): LibraryField => ({
  title: question.title,
  help: question.help,
  type: question.type,
  // what counts as something while it is open has to be answered all the same
  sometimes: conditional || !(question.required || ("assume" in question && question.assume !== undefined)),
  options: question.options.map((option) => option.title),
  citations: question.cite,
});

const questionView = (fact: Fact): LibraryQuestion => ({
  ...fieldView(fact, fact.when.length > 0),
  group: fact.group,
  fields: fact.fields.map((field) => fieldView(field, false)),
});

/** `要求的累计缴费年限：300 个月、360 个月` */
function outputText(table: DecisionTable, output: number): string {
  const values = new Set(table.rows.map((_, row) => displayNode(table.node(row, output, NO_INPUTS))));
  return LIBRARY_TEXT.oneOf(table.outputs[output]!.title, [...values]);
}

/** Bounds of a table by the names of their steps: `查算月份至少：2011年7月`. Where the table itself ends there is none. */
function boundTexts(table: DecisionTable): (readonly [id: string, text: string])[] {
  const measured = table.inputs.filter(({ domain }) => domain.kind === "month" || domain.kind === "integer");
  return measured.flatMap(({ id, title, domain }) =>
    (["lowest", "highest"] as const).map((end) => {
      const bounds = table.rows.map((_, row) => table.bound(nameOf(id), row, end, domain.kind === "month" ? "month" : "count"));
      const inner = bounds.filter(({ value }) => value !== domain.low && value !== domain.high);
      const text = LIBRARY_TEXT.oneOf(BOUND_TEXT[end](title), [...new Set(inner.map(displayNode))]);
      return [`${table.id}.${id}.${end}`, text] as const;
    }),
  );
}

/** What stands in a decision as this person's date or amount stands in the library as the name of that date or amount. */
function readableTexts({ file }: MatterDefinition, pack: LoadedPack): (text: string) => string {
  const short = (id: string): string => id.slice(id.indexOf(".") + 1);
  const names = new Map<string, string>([
    ...[...pack.figures.values()].map(({ id, title }) => [short(id), title] as const),
    ...[...pack.tables.values()].flatMap((table) =>
      table.outputs.map((output, o) => [`${short(table.id)}.${output.id}`, outputText(table, o)] as const),
    ),
    ...[...pack.tables.values()].flatMap(boundTexts).map(([id, text]) => [short(id), text] as const),
    ...[...pack.readings.values()].map(({ id, question }) => [short(id), question] as const),
    ...[...pack.steps.values()].map(({ key, title }) => [key, title] as const),
    ...file.steps.map((step) => [step.key ?? step.id, step.title] as const),
    ...file.facts.map(({ id, title }) => [id, title] as const),
  ]);
  return (text) =>
    text.replaceAll(/\{([A-Za-z0-9.+,-]+)\}/g, (_, name: string) => {
      const title = names.get(name);
      return title === undefined ? LIBRARY_TEXT.byCase : LIBRARY_TEXT.filledIn(title);
    });
}
