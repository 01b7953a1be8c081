import { useEffect, useRef } from "react";
import type { LibraryKind } from "../../src-shared/contract/library.ts";
import { PolicyLink } from "../ui/policy-link.tsx";
import { isReference, useReading, type Shelf } from "./library.ts";

type Line = readonly [kind: LibraryKind, id: string, title: string];

/** The entries of the shelf, as a table of contents. */
export function Contents({ shelf }: { readonly shelf: Shelf }) {
  const { catalogue, target } = useReading();
  const { library } = catalogue;
  const documents = (reference: boolean): Line[] =>
    library.documents
      .filter((document) => isReference(document) === reference)
      .map(({ id, title }): Line => ["document", id, title]);
  const lines: Readonly<Record<Shelf, () => Line[]>> = {
    matter: () => library.matters.map(({ id, title }) => ["matter", id, title]),
    figure: () => library.figures.map(({ id, title }) => ["figure", id, title]),
    table: () => library.tables.map(({ id, title }) => ["table", id, title]),
    source: () => documents(false),
    reading: () => library.readings.map(({ id, question }) => ["reading", id, question]),
    conflict: () => library.conflicts.map(({ id, title }) => ["conflict", id, title]),
    reference: () => documents(true),
  };
  const current =
    target?.kind === "clause" ? `document/${catalogue.clause(target.id)?.document.id ?? ""}` : `${target?.kind}/${target?.id}`;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const line = list.current?.querySelector(`[data-entry-line="${CSS.escape(current)}"]`);
    line?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <ul ref={list}>
      {lines[shelf]().map(([kind, id, title]) => (
        <li key={id} data-entry-line={`${kind}/${id}`} data-here={`${kind}/${id}` === current || undefined}>
          <PolicyLink kind={kind} id={id}>
            {title}
          </PolicyLink>
        </li>
      ))}
    </ul>
  );
}
