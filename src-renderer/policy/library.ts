/** The library on the page: one answer of the host, and ways to find an entry in it. */
import { createContext, useContext } from "react";
import type { LibraryClause, LibraryDocument, LibraryKind, LibraryView } from "../../src-shared/contract/library.ts";
import { asked, useCall } from "../app/calls/queries.ts";

/** What the screen shows at a time; `source` and `reference` divide the documents by what they may be used for. */
export const SHELVES = ["matter", "figure", "table", "source", "reading", "conflict", "reference"] as const;
export type Shelf = (typeof SHELVES)[number];

const KEPT = { staleTime: 60_000 };

export const libraryQuery = (city: string) => asked("policy.library", { city }, KEPT);

export const useLibrary = (city: string) => useCall("policy.library", { city }, { ...KEPT, enabled: city !== "" });

/** Press and forum may be looked up and computed for the past, never applied to a current case. */
export const isReference = ({ authority }: LibraryDocument): boolean => authority === "press" || authority === "forum";

export interface Catalogue {
  readonly library: LibraryView;
  /** Title of an entry, e.g. for a link; `null` where the library has no such entry. */
  titleOf(kind: LibraryKind, id: string): string | null;
  clause(id: string): { readonly clause: LibraryClause; readonly document: LibraryDocument } | null;
  shelfOf(kind: LibraryKind, id: string): Shelf | null;
}

export function catalogue(library: LibraryView): Catalogue {
  const titles = new Map<string, string>();
  const clauses = new Map<string, { clause: LibraryClause; document: LibraryDocument }>();
  const add = (kind: LibraryKind, id: string, title: string): void => void titles.set(`${kind}/${id}`, title);
  for (const matter of library.matters) add("matter", matter.id, matter.title);
  for (const figure of library.figures) add("figure", figure.id, figure.title);
  for (const table of library.tables) add("table", table.id, table.title);
  for (const reading of library.readings) add("reading", reading.id, reading.question);
  for (const conflict of library.conflicts) add("conflict", conflict.id, conflict.title);
  for (const document of library.documents) {
    add("document", document.id, document.title);
    for (const clause of document.clauses) {
      add("clause", clause.id, `${document.title} ${clause.clause}`);
      clauses.set(clause.id, { clause, document });
    }
  }
  const documents = new Map(library.documents.map((document) => [document.id, document]));
  return {
    library,
    titleOf: (kind, id) => titles.get(`${kind}/${id}`) ?? null,
    clause: (id) => clauses.get(id) ?? null,
    shelfOf(kind, id) {
      if (!titles.has(`${kind}/${id}`)) return null;
      if (kind !== "clause" && kind !== "document") return kind;
      const document = kind === "document" ? documents.get(id) : clauses.get(id)?.document;
      return document !== undefined && isReference(document) ? "reference" : "source";
    },
  };
}

/** What the address points at. */
export interface Target {
  readonly kind: LibraryKind;
  readonly id: string;
  readonly line: string | null;
}

export interface Reading {
  readonly catalogue: Catalogue;
  readonly target: Target | null;
}

const ReadingContext = createContext<Reading | null>(null);
export const ReadingProvider = ReadingContext.Provider;

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("useReading outside the policy library");
  return reading;
}

/** Marks an entry for the page to scroll to, and whether it is the one. */
export function useEntry(kind: LibraryKind, id: string): { readonly "data-entry": string; readonly "data-target"?: true } {
  const { target } = useReading();
  const here = target?.kind === kind && target.id === id;
  return { "data-entry": `${kind}/${id}`, ...(here ? { "data-target": true as const } : {}) };
}
