/** Full-text search over the library, on the page: some hundred short entries need no index. */
import type { LibraryKind, LibraryView } from "../../src-shared/contract/library.ts";
import { AUTHORITY_LABELS } from "../../src-shared/text/labels.ts";

export interface SearchEntry {
  readonly kind: LibraryKind;
  readonly id: string;
  readonly title: string;
  /** What is searched beside the title, most telling first. */
  readonly texts: readonly string[];
}

/** A piece of a text; `hit` where it is one of the words sought. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface Found extends SearchEntry {
  readonly titlePieces: readonly Piece[];
  readonly snippet: readonly Piece[];
}

const MOST_PER_KIND = 40;
const BEFORE_HIT = 18;
const SNIPPET_LENGTH = 90;

export function searchEntries(library: LibraryView): SearchEntry[] {
  return [
    ...library.matters.map((matter): SearchEntry => ({
      kind: "matter",
      id: matter.id,
      title: matter.title,
      texts: [
        matter.summary,
        ...matter.conditions.map(({ title, required }) => `${title}：${required}`),
        ...matter.materials.map(({ title, because }) => `${title}（${because}）`),
        ...[...matter.places, ...matter.timeLimits].map((said) => said.text),
        ...matter.sections.flatMap(({ title, lines }) => [title, ...lines]),
        ...matter.notices.map((notice) => notice.text),
        ...matter.questions.flatMap(({ title, help, options, fields }) => [
          [title, help, ...options].join(" "),
          ...fields.map((field) => [field.title, field.help, ...field.options].join(" ")),
        ]),
        matter.rules.join(" "),
        matter.id,
      ],
    })),
    ...library.figures.map((figure): SearchEntry => ({
      kind: "figure",
      id: figure.id,
      title: figure.title,
      texts: [
        ...figure.values.map((value) => `${value.from} ${value.value ?? ""} ${figure.unit} ${value.document} ${value.note}`),
        figure.enteredBy,
        figure.rule,
        figure.id,
      ],
    })),
    ...library.tables.map((table): SearchEntry => ({
      kind: "table",
      id: table.id,
      title: table.title,
      texts: [
        [...table.inputs, ...table.outputs].join(" "),
        ...table.rows.map(({ when, then }) => [...when, ...then].join(" ")),
        table.rule,
        table.id,
      ],
    })),
    ...library.documents.flatMap((document) => [
      {
        kind: "document" as const,
        id: document.id,
        title: document.title,
        texts: [document.note, AUTHORITY_LABELS[document.authority], document.id],
      },
      ...document.clauses.map((clause): SearchEntry => ({
        kind: "clause",
        id: clause.id,
        title: `${document.title} ${clause.clause}`,
        texts: [clause.summary, clause.rules.join(" "), clause.id],
      })),
    ]),
    ...library.readings.map((reading): SearchEntry => ({
      kind: "reading",
      id: reading.id,
      title: reading.question,
      texts: [...reading.options.map(({ title }) => title), reading.rule, reading.id],
    })),
    ...library.conflicts.map((conflict): SearchEntry => ({
      kind: "conflict",
      id: conflict.id,
      title: conflict.title,
      texts: [conflict.used, conflict.other, conflict.why, conflict.id],
    })),
  ];
}

/** Full-width letters and digits count as plain ones; case does not count. Keeps the length, so that places stay the same. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll("\u3000", " ")
    .toLowerCase();

const soughtWords = (words: string): string[] => [
  ...new Set(
    plain(words)
      .split(/\s+/)
      .filter((word) => word !== ""),
  ),
];

/** Entries that hold every word, those with the words in the title first; at most 40 of a kind. */
export function search(entries: readonly SearchEntry[], words: string): Found[] {
  const sought = soughtWords(words);
  if (sought.length === 0) return [];
  const found: { entry: SearchEntry; inTitle: boolean }[] = [];
  for (const entry of entries) {
    const title = plain(entry.title);
    const all = [title, ...entry.texts.map(plain)];
    if (!sought.every((word) => all.some((text) => text.includes(word)))) continue;
    found.push({ entry, inTitle: sought.every((word) => title.includes(word)) });
  }
  const counts = new Map<LibraryKind, number>();
  return found
    .toSorted((a, b) => Number(b.inTitle) - Number(a.inTitle))
    .flatMap(({ entry }): Found[] => {
      const count = (counts.get(entry.kind) ?? 0) + 1;
      counts.set(entry.kind, count);
      if (count > MOST_PER_KIND) return [];
      const hits = (text: string): number => sought.filter((word) => plain(text).includes(word)).length;
      const told = entry.texts.reduce((best, next) => (hits(next) > hits(best) ? next : best), entry.texts[0] ?? "");
      return [{ ...entry, titlePieces: pieces(entry.title, sought), snippet: pieces(cut(told, sought), sought) }];
    });
}

/** The part of a text around its first hit. */
function cut(text: string, sought: readonly string[]): string {
  const lower = plain(text);
  const at = Math.min(...sought.map((word) => lower.indexOf(word)).filter((place) => place >= 0), text.length);
  const from = at >= text.length || at <= BEFORE_HIT ? 0 : at - BEFORE_HIT;
  const piece = text.slice(from, from + SNIPPET_LENGTH);
  return `${from > 0 ? "…" : ""}${piece}${from + SNIPPET_LENGTH < text.length ? "…" : ""}`;
}

function pieces(text: string, sought: readonly string[]): Piece[] {
  const lower = plain(text);
  const result: Piece[] = [];
  let from = 0;
  while (from < text.length) {
    let at = text.length;
    let length = 0;
    for (const word of sought) {
      const place = lower.indexOf(word, from);
      if (place >= 0 && (place < at || (place === at && word.length > length))) {
        at = place;
        length = word.length;
      }
    }
    if (at > from) result.push({ text: text.slice(from, at), hit: false });
    if (length > 0) result.push({ text: text.slice(at, at + length), hit: true });
    from = at + length;
  }
  return result;
}
