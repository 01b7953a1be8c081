/** Parts that several kinds of paper share. */
import type { CaseVersion, PersonInput } from "../../src-shared/domain/case.ts";
import {
  isConsultation,
  natureOf,
  standingOfCondition,
  type Amount,
  type Citation,
  type Condition,
  type Decision,
  type KeyDate,
  type Nature,
  type Notice,
  type Section,
} from "../../src-shared/domain/decision.ts";
import { maskIdentityNumber, maskPhone } from "../../src-shared/domain/identity/masking.ts";
import { kindOf } from "../../src-shared/domain/identity/kinds.ts";
import { DOCUMENT_NAMES, sexName, TOLD_NAMES } from "../../src-shared/text/identity.ts";
import { HISTORY_WORDS } from "../../src-shared/text/history.ts";
import type { ReadingSpan, SpanEnd } from "../../src-shared/domain/span.ts";
import { SPAN_TEXT, spanEndReason, spanRemarks } from "../../src-shared/text/span.ts";
import { AUTHORITY_LABELS } from "../../src-shared/text/labels.ts";
import { chineseDate } from "./notation.ts";
import {
  body,
  boxed,
  column,
  field,
  grid,
  heading,
  note,
  plain,
  row,
  strong,
  table,
  type Block,
  type Field,
  type Grid,
  type PaperTable,
} from "./document.ts";
import { CITATION_TEXT, COMMON_TEXT, GUIDANCE_TEXT, PAPER_TEXT, PERSON_TEXT, RESULT_TEXT } from "./text.ts";

/** Numbers the clauses in the order in which the paper first names them; only those are listed at its end. */
export class References {
  readonly #known: ReadonlyMap<string, Citation>;
  readonly #named: Citation[] = [];

  constructor(decision: Decision) {
    this.#known = new Map(decision.citations.map((citation) => [citation.id, citation]));
  }

  /** `〔1〕〔3〕` for the given clauses. */
  mark(ids: readonly string[]): string {
    const numbers = ids.map((id) => this.#number(id)).sort((a, b) => a - b);
    return numbers.map(PAPER_TEXT.reference).join("");
  }

  #number(id: string): number {
    const citation = this.#known.get(id);
    if (!citation) throw new Error(`decision names clause "${id}" without listing it`);
    const index = this.#named.indexOf(citation);
    return index >= 0 ? index + 1 : this.#named.push(citation);
  }

  /** The clauses named so far in one paragraph, each document once with its authority and clauses. */
  paragraph(): Block[] {
    if (this.#named.length === 0) return [];
    const documents = new Map<string, string[]>();
    this.#named.forEach(({ document, clause, authority }, index) => {
      const source = CITATION_TEXT.source(document, AUTHORITY_LABELS[authority]);
      documents.set(source, [...(documents.get(source) ?? []), `${PAPER_TEXT.reference(index + 1)}${clause}`]);
    });
    const text = [...documents].map(([source, clauses]) => CITATION_TEXT.clausesOf(source, clauses)).join(CITATION_TEXT.next);
    return [heading(CITATION_TEXT.heading), note(text)];
  }

  /** The clauses named so far as a table, also with what they say. */
  table(): Block[] {
    if (this.#named.length === 0) return [];
    const rows = this.#named.map((citation, index) =>
      row(
        PAPER_TEXT.reference(index + 1),
        citation.document,
        citation.clause,
        AUTHORITY_LABELS[citation.authority],
        citation.summary,
      ),
    );
    return [
      heading(CITATION_TEXT.heading),
      table(
        [
          column(CITATION_TEXT.number, 9, "centre"),
          column(CITATION_TEXT.document, 29),
          column(CITATION_TEXT.clause, 16),
          column(CITATION_TEXT.authority, 12),
          column(CITATION_TEXT.summary, 34),
        ],
        rows,
      ),
    ];
  }
}

/** The paper addresses whom it is about; where somebody else comes about that person, nobody by name. */
export const greeting = ({ person, decision }: CaseVersion): Block[] =>
  decision.personTitle === undefined ? [plain(PAPER_TEXT.greeting(person.name))] : [];

/**
 * Who, what and when.
 * @param numbers `masked` on what only informs, and is carried about and lost: its own number tells which case it is. `identity`
 * on a decision, which must say beyond doubt whom it binds. `full` on what the person declares over their signature, which stays
 * in the file
 */
export function personGrid(version: CaseVersion, numbers: "masked" | "identity" | "full" = "masked"): Grid {
  const { person, decision } = version;
  const shown = numbers === "masked" ? { ...person, identityNumber: maskIdentityNumber(person.identityNumber) } : person;
  const phone = numbers === "full" ? person.phone : maskPhone(person.phone);
  const isConsulted = isConsultation(decision);
  return grid(
    [field(decision.personTitle ?? PERSON_TEXT.name, person.name), documentField(shown)],
    ...toldRow(person),
    [
      field(isConsulted ? PERSON_TEXT.consultationMatter : PERSON_TEXT.matter, decision.matterTitle),
      field(PERSON_TEXT.phone, phone || PAPER_TEXT.none),
    ],
    [
      field(isConsulted ? PERSON_TEXT.consultationOn : PERSON_TEXT.asOf, chineseDate(version.asOf)),
      field(PERSON_TEXT.clerk, version.clerk),
    ],
    ...(version.version > 1 ? [[field(PERSON_TEXT.amendment, PERSON_TEXT.version(version.version, version.reason))]] : []),
  );
}

/** The identity card by its number alone; another document is named. */
function documentField(person: PersonInput): Field {
  const kind = kindOf(person);
  if (kind === "citizen") return field(PERSON_TEXT.identityNumber, person.identityNumber);
  const { noNumberBecause = "" } = person;
  return field(PERSON_TEXT.document, PERSON_TEXT.documentOf(DOCUMENT_NAMES[kind], person.identityNumber, noNumberBecause));
}

/** Birth date and sex, where the number does not tell them. */
const toldRow = ({ birthDate, sex }: PersonInput): Field[][] =>
  birthDate === undefined ? [] : [[field(TOLD_NAMES.birthDate, chineseDate(birthDate)), field(TOLD_NAMES.sex, sexName(sex))]];

/** Conditions with what is required and what was found. `withRemedies` adds what makes a failed one good, where no other part tells it. */
export function conditionsTable(conditions: readonly Condition[], references: References, withRemedies = false): PaperTable {
  return table(
    [
      column(COMMON_TEXT.condition, 24),
      column(COMMON_TEXT.required, 22),
      column(COMMON_TEXT.actual, 30),
      column(COMMON_TEXT.met, 11, "centre"),
      column(COMMON_TEXT.citation, 13, "centre"),
    ],
    conditions.map((condition) =>
      row(
        condition.title,
        condition.required,
        [condition.actual, ...(withRemedies ? condition.remedies.map((remedy) => COMMON_TEXT.remedyLine(remedy.text)) : [])].join(
          "\n",
        ),
        COMMON_TEXT.conclusion[standingOfCondition(condition)],
        references.mark(condition.citations),
      ),
    ),
  );
}

/** Open questions with what they are counted as. */
export function assumedBlocks({ assumed = [] }: Decision): Block[] {
  if (assumed.length === 0) return [];
  return [
    heading(COMMON_TEXT.assumed),
    body(COMMON_TEXT.assumedIntro),
    table(
      [column(COMMON_TEXT.assumedQuestion, 65), column(COMMON_TEXT.assumedAs, 35)],
      assumed.map(({ title, display }) => row(title, display)),
    ),
  ];
}

export function datesTable(dates: readonly KeyDate[]): PaperTable {
  const pair = [column(COMMON_TEXT.dateTitle, 31), column(COMMON_TEXT.dateValue, 19, "centre")];
  const cells = dates.map((date) => [date.title, date.display]);
  if (cells.length < 2) {
    return table(
      pair,
      cells.map((texts) => row(...texts)),
    );
  }
  // two beside each other: titles and dates are short
  const rows = cells.flatMap((texts, at) => (at % 2 === 0 ? [row(...texts, ...(cells[at + 1] ?? ["", ""]))] : []));
  return table([...pair, ...pair], rows);
}

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of a result that has something to be paid: after it, it is too late. */
const isDeadline = ({ amounts }: Decision, date: KeyDate): boolean =>
  WHOLE_DAY.test(date.value) && dueAmounts(amounts).length > 0;

/** Last days, framed. */
export const deadlineBlocks = (decision: Decision): Block[] =>
  decision.dates
    .filter((date) => isDeadline(decision, date))
    .map((date) => boxed(COMMON_TEXT.deadline(date.title, date.display)));

/** The other dates of a result. */
export function dateBlocks(decision: Decision): Block[] {
  const dates = decision.dates.filter((date) => !isDeadline(decision, date));
  return dates.length > 0 ? [datesTable(dates)] : [];
}

/** What to do, block by block; several steps are numbered, several points marked. */
export function sectionBlocks(decision: Decision, references: References): Block[] {
  if (decision.sections.length === 0) return [];
  return [
    heading(RESULT_TEXT[natureOf(decision)].sections),
    ...decision.sections.flatMap(({ title, list, lines, citations }) => {
      const mark = references.mark(citations);
      return [
        strong(title),
        ...lines.map((line, at) => body(`${lineMark(list, lines, at)}${line}${at === lines.length - 1 ? mark : ""}`)),
      ];
    }),
  ];
}

function lineMark(list: Section["list"], lines: readonly string[], at: number): string {
  if (lines.length === 1) return "";
  return list === "points" ? PAPER_TEXT.point : PAPER_TEXT.step(at + 1);
}

/** The check of a paper's content, and for what binds the reader that it be kept. */
export const keepingNote = (nature: Nature): Block => note(nature === "transaction" ? COMMON_TEXT.keep : COMMON_TEXT.checkable);

/** Other matters that the person should see to. */
export function nextBlocks(decision: Decision, references: References): Block[] {
  const { nextMatters } = decision;
  if (nextMatters.length === 0) return [];
  return [
    heading(RESULT_TEXT[natureOf(decision)].next),
    ...nextMatters.map(({ title, why, citations }) => body(GUIDANCE_TEXT.nextMatter(title, why, references.mark(citations)))),
  ];
}

export function noticeBlocks(notices: readonly Notice[], references: References): Block[] {
  if (notices.length === 0) return [];
  // warnings first: they are what a reader must not miss
  const ordered = [...notices].sort((a, b) => Number(b.level === "warning") - Number(a.level === "warning"));
  return [
    heading(COMMON_TEXT.notices),
    ...ordered.map((notice, index) => body(`${index + 1}. ${notice.text}${references.mark(notice.citations)}`)),
  ];
}

export function readingBlocks(decision: Decision, references: References): Block[] {
  const blocks: Block[] = [];
  if (decision.readings.length > 0) {
    blocks.push(
      heading(COMMON_TEXT.readings),
      body(COMMON_TEXT.readingsIntro),
      table(
        [
          column(COMMON_TEXT.readingQuestion, 44),
          column(COMMON_TEXT.readingChosen, 42),
          column(COMMON_TEXT.citation, 14, "centre"),
        ],
        decision.readings.map((reading) => row(reading.question, reading.chosenTitle, references.mark(reading.citations))),
      ),
    );
  }
  if (decision.span !== undefined) blocks.push(...spanBlocks(decision.span));
  if (decision.conflicts.length > 0) {
    blocks.push(
      heading(COMMON_TEXT.conflicts),
      ...decision.conflicts.map((conflict) => note(COMMON_TEXT.conflict(conflict, references.mark(conflict.citations)))),
    );
  }
  return blocks;
}

/** The insurance history that the decision used: from whom, what followed, what stayed unknown. */
export function historyBlocks({ history }: Decision, references: References): Block[] {
  if (history === undefined) return [];
  const { spans, derived, unknown } = history;
  return [
    heading(HISTORY_WORDS.title),
    body(HISTORY_WORDS.origin(history.source, chineseDate(history.until))),
    note(spans.length === 0 ? HISTORY_WORDS.nothing : `${spans.join("；")}。`),
    ...(unknown.length === 0 ? [] : [note(`${HISTORY_WORDS.unknown}：${unknown.join("；")}。`)]),
    ...(derived.length === 0
      ? []
      : [
          table(
            [column(HISTORY_WORDS.derived, 40), column(HISTORY_WORDS.value, 46), column(COMMON_TEXT.citation, 14, "centre")],
            derived.map(({ title, display, citations }) => row(title, display, references.mark(citations))),
          ),
        ]),
  ];
}

/** Between which days the dates lie by other readings. */
function spanBlocks(span: ReadingSpan): Block[] {
  const end = (one: SpanEnd): string => `${one.display}\n${spanEndReason(one)}`;
  return [
    strong(SPAN_TEXT.title),
    ...(span.dates.length === 0
      ? []
      : [
          body(SPAN_TEXT.intro),
          table(
            [column(SPAN_TEXT.date, 20), column(SPAN_TEXT.earliest, 40), column(SPAN_TEXT.latest, 40)],
            span.dates.map(({ title, earliest, latest }) => row(title, end(earliest), end(latest))),
          ),
        ]),
    ...spanRemarks(span).map(note),
  ];
}

/** Place and time limit, as far as the decision names them. */
export function placeRows(decision: Decision): Grid["rows"] {
  return [
    ...(decision.place === "" ? [] : [[field(COMMON_TEXT.place, decision.place)]]),
    ...(decision.timeLimit === "" ? [] : [[field(COMMON_TEXT.timeLimit, decision.timeLimit)]]),
  ];
}

export const dueAmounts = (amounts: readonly Amount[]): Amount[] => amounts.filter((amount) => amount.role === "due");
