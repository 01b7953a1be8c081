/** The policy library of a city: what the pack holds, in words, with who uses what. A pack gives the same library each time. */
import type { LibraryClause, LibraryDocument, LibraryView } from "../../src-shared/contract/library.ts";
import { AUTHORITIES, STANDINGS, type Citation } from "../../src-shared/domain/decision.ts";
import type { LoadedPack } from "./engine/pack/pack.ts";
import { matterView } from "./library/matter-view.ts";
import { tableView } from "./library/table-text.ts";
import { citedBy, usersOf } from "./library/usage.ts";
import { figureView, readingView } from "./views.ts";

export function libraryView(pack: LoadedPack): LibraryView {
  const ids = (kind: "figure" | "reading" | "conflict", id: string): string[] => usersOf(pack, kind, id).map((user) => user.id);
  const matters = [...pack.matters.values()]
    .map((matter) => matterView(matter, pack))
    .toSorted((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing));
  const clause = ({ id, clause: name, summary, rules }: Citation): LibraryClause => ({
    id,
    // the office need not write a note to its figure
    clause: name === "" ? summary : name,
    summary,
    kinds: [...new Set(pack.clauses.get(id)?.kinds)],
    rests: pack.clauses.get(id)?.rests ?? "",
    rules,
    usedBy: matters.flatMap(({ id: matter, clauses }) => {
      const parts = clauses.find((used) => used.id === id)?.parts;
      return parts ? [{ matter, parts }] : [];
    }),
    citedBy: citedBy(pack, id),
  });
  return {
    city: pack.city,
    cityTitle: pack.cityTitle,
    version: pack.version,
    hash: pack.hash,
    matters,
    figures: [...pack.figures.values()].map((figure) => {
      const view = figureView(pack, figure);
      return {
        ...view,
        rule: figure.rule,
        values: view.values.map((value, index) => ({ ...value, citations: figure.values[index]!.citations })),
        usedBy: ids("figure", figure.id),
      };
    }),
    tables: [...pack.tables.values()].map((table) => tableView(table, pack, usersOf(pack, "table", table.id))),
    documents: documentViews(pack, clause),
    readings: [...pack.readings.values()].map((reading) => ({
      ...readingView(pack, reading),
      citations: reading.citations,
      usedBy: ids("reading", reading.id),
    })),
    conflicts: [...pack.conflicts.values()].map((conflict) => ({ ...conflict, usedBy: ids("conflict", conflict.id) })),
  };
}

/** A clause knows its document by the title. Documents that the office named with its own figures stand in no policy file: each has one clause, the figure. */
function documentViews(pack: LoadedPack, clause: (citation: Citation) => LibraryClause): LibraryDocument[] {
  const citations = [...pack.citations.values()];
  const published = [...pack.documents.values()].map(({ id, title, authority, note }) => ({
    id,
    title,
    authority,
    note,
    clauses: citations.filter((citation) => citation.authority !== "office" && citation.document === title).map(clause),
  }));
  const entered = citations
    .filter((citation) => citation.authority === "office")
    .map((citation) => ({
      id: citation.id,
      title: citation.document,
      authority: citation.authority,
      note: "",
      clauses: [clause(citation)],
    }));
  return [...published, ...entered].toSorted((a, b) => AUTHORITIES.indexOf(a.authority) - AUTHORITIES.indexOf(b.authority));
}
