/** The policy library of a city as one Markdown document: the same pack gives the same text, so that a change of policy shows as a change of lines. */
import type {
  LibraryClause,
  LibraryDocument,
  LibraryKind,
  LibraryMatter,
  LibraryField,
  LibraryStated,
  LibraryView,
} from "../../../../src-shared/contract/library.ts";
import {
  AUTHORITY_LABELS,
  FIGURE_GRADE_LABELS,
  MATERIAL_FORM_LABELS,
  MATERIAL_NEED_LABELS,
} from "../../../../src-shared/text/labels.ts";
import {
  CLAUSE_KIND_LABELS,
  QUESTION_TYPE_LABELS,
  STANDING_LABELS,
  USE_PART_LABELS,
} from "../../../../src-shared/text/library.ts";
import { LIBRARY_DOCUMENT_TEXT as text } from "./text.ts";

export function libraryDocument(library: LibraryView): string {
  const write = writer(library);
  const parts = [
    `# ${text.title(library.cityTitle)}`,
    text.lead(library.version),
    section(text.matters, library.matters.map(write.matter)),
    section(text.figures, library.figures.map(write.figure)),
    section(text.tables, library.tables.map(write.table)),
    section(text.readings, library.readings.map(write.reading)),
    section(text.conflicts, library.conflicts.map(write.conflict)),
    section(text.sources, [text.ours, ...library.documents.filter((one) => !isReference(one)).map(write.document)]),
    section(text.references, [text.referencesLead, ...library.documents.filter(isReference).map(write.document)]),
  ];
  return `${parts.join("\n\n")}\n`;
}

const isReference = ({ authority }: LibraryDocument): boolean => authority === "press" || authority === "forum";
const section = (title: string, entries: readonly string[]): string => [`## ${title}`, ...entries].join("\n\n");
/** Lines of a block; what is empty is left out. */
const block = (...parts: readonly string[]): string => parts.filter((part) => part !== "").join("\n\n");

/** A text inside a table cell or a list line. */
const cell = (words: string): string => words.replaceAll("|", "\\|").replaceAll("\n", " ");
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return rows.length === 0 ? "" : [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}
const list = (lines: readonly string[]): string => lines.map((line) => `- ${cell(line)}`).join("\n");
const titled = (title: string, body: string): string => (body === "" ? "" : `**${title}**\n\n${body}`);

function writer(library: LibraryView) {
  const titles = new Map<string, string>([
    ...library.matters.map(({ id, title }) => [`matter ${id}`, title] as const),
    ...library.figures.map(({ id, title }) => [`figure ${id}`, title] as const),
    ...library.tables.map(({ id, title }) => [`table ${id}`, title] as const),
    ...library.readings.map(({ id, question }) => [`reading ${id}`, question] as const),
    ...library.conflicts.map(({ id, title }) => [`conflict ${id}`, title] as const),
    ...library.documents.flatMap(({ title, clauses }) =>
      clauses.map(({ id, clause }) => [`clause ${id}`, `${title} ${clause}`] as const),
    ),
  ]);
  const anchor = (kind: LibraryKind, id: string): string => `<a id="${kind}-${id}"></a>`;
  const link = (kind: LibraryKind, id: string): string => `[${titles.get(`${kind} ${id}`) ?? id}](#${kind}-${id})`;
  const links = (kind: LibraryKind, ids: readonly string[]): string => ids.map((id) => link(kind, id)).join("；");
  const cite = (ids: readonly string[]): string => ids.map((id) => `[${id}](#clause-${id})`).join(" ");
  const usedBy = (ids: readonly string[]): string => text.usedBy(ids.length === 0 ? text.nobody : links("matter", ids));

  const said = ({ text: words, citations }: LibraryStated): string => `${words} ${cite(citations)}`.trimEnd();

  const question = (one: LibraryField, inside: boolean): string[] => [
    `${inside ? "　" : ""}${one.title}${one.sometimes ? text.sometimes : ""}`,
    one.type === "choice" ? one.options.join(" / ") : QUESTION_TYPE_LABELS[one.type],
    one.help,
    cite(one.citations),
  ];

  return {
    matter: (matter: LibraryMatter): string =>
      block(
        `### ${anchor("matter", matter.id)}${matter.title}`,
        `${STANDING_LABELS[matter.standing]} · ${matter.rules.join(" ")} · \`${matter.id}\``,
        matter.summary,
        titled(
          text.conditions,
          table(
            text.conditionHead,
            matter.conditions.map(({ title, required, citations }) => [title, required, cite(citations)]),
          ),
        ),
        titled(
          text.questions,
          table(
            text.questionHead,
            matter.questions.flatMap((one) => [question(one, false), ...one.fields.map((field) => question(field, true))]),
          ),
        ),
        titled(
          text.materials,
          table(
            text.materialHead,
            matter.materials.map(({ title, form, count, need, because, citations }) => [
              title,
              text.form(MATERIAL_FORM_LABELS[form], count, MATERIAL_NEED_LABELS[need]),
              because,
              cite(citations),
            ]),
          ),
        ),
        titled(text.places, list(matter.places.map(said))),
        titled(text.timeLimits, list(matter.timeLimits.map(said))),
        titled(
          text.guidance,
          list(matter.sections.map(({ title, lines, citations }) => `${title}：${lines.join("")} ${cite(citations)}`)),
        ),
        titled(text.notices, list(matter.notices.map((notice) => `${notice.text} ${cite(notice.citations)}`))),
        titled(
          text.next,
          list(matter.next.map(({ matter: id, why, citations }) => `${link("matter", id)}：${why} ${cite(citations)}`)),
        ),
        titled(text.figures, list(matter.figures.map((id) => link("figure", id)))),
        titled(text.tables, list(matter.tables.map((id) => link("table", id)))),
        titled(text.readings, list(matter.readings.map((id) => link("reading", id)))),
        titled(text.conflicts, list(matter.conflicts.map((id) => link("conflict", id)))),
        titled(
          text.clauses,
          list(
            matter.clauses.map(
              ({ id, parts }) => `${link("clause", id)}（${parts.map((part) => USE_PART_LABELS[part]).join("、")}）`,
            ),
          ),
        ),
      ),

    figure: (figure: LibraryView["figures"][number]): string =>
      block(
        `### ${anchor("figure", figure.id)}${figure.title}`,
        `${figure.rule} · ${figure.unit} · \`${figure.id}\` · ${figure.enteredBy}`,
        table(
          text.figureHead,
          figure.values.map((value) => [
            text.until(value.from, value.to),
            value.value === null ? text.missing : `${value.value} ${figure.unit}`,
            value.document,
            value.value === null ? "" : FIGURE_GRADE_LABELS[value.grade],
            value.checked,
            value.note,
            cite(value.citations),
          ]),
        ),
        usedBy(figure.usedBy),
      ),

    table: (one: LibraryView["tables"][number]): string =>
      block(
        `### ${anchor("table", one.id)}${one.title}`,
        `${one.rule} · \`${one.id}\` · ${text.proof(one.cellsProved)}`,
        table(
          [...one.inputs, ...one.outputs.map(text.output), text.basis],
          one.rows.map(({ when, then, citations }) => [...when, ...then, cite(citations)]),
        ),
        usedBy(one.usedBy),
      ),

    reading: (reading: LibraryView["readings"][number]): string =>
      block(
        `### ${anchor("reading", reading.id)}${reading.question}`,
        `${reading.rule} · \`${reading.id}\` · ${AUTHORITY_LABELS[reading.authority]} · ${cite(reading.citations)}`,
        list(reading.options.map(({ id, title }) => (id === reading.chosen ? `**${title}**（${text.chosen}）` : title))),
        usedBy(reading.usedBy),
      ),

    conflict: (conflict: LibraryView["conflicts"][number]): string =>
      block(
        `### ${anchor("conflict", conflict.id)}${conflict.title}`,
        list([
          `${text.used}：**${conflict.used}**`,
          `${text.other}：${conflict.other}`,
          `${text.why}：${conflict.why}`,
          `${text.basis}：${links("clause", conflict.citations)}`,
        ]),
        usedBy(conflict.usedBy),
      ),

    document: (document: LibraryDocument): string =>
      block(
        `### ${document.title}`,
        `${AUTHORITY_LABELS[document.authority]} · \`${document.id}\``,
        document.note,
        ...document.clauses.map((clause) =>
          block(
            `${anchor("clause", clause.id)}**${clause.clause}** \`${clause.id}\` ${clause.rules.join(" ")}${kindsOf(clause)}`,
            clause.summary,
            list(clauseUse(clause)),
          ),
        ),
      ),
  };

  function kindsOf({ kinds }: LibraryClause): string {
    return kinds.length === 0 ? "" : ` · ${kinds.map((kind) => CLAUSE_KIND_LABELS[kind]).join("、")}`;
  }

  function clauseUse({ usedBy: users, citedBy, rests }: LibraryClause): string[] {
    const matters = users.map(
      ({ matter, parts }) => `${link("matter", matter)}（${parts.map((part) => USE_PART_LABELS[part]).join("、")}）`,
    );
    return [
      text.usedBy(matters.length === 0 ? rests || text.nobody : matters.join("；")),
      ...(citedBy.length === 0 ? [] : [text.citedBy(citedBy.map(({ kind, id }) => link(kind, id)).join("；"))]),
    ];
  }
}
