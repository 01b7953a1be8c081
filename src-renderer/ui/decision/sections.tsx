import type { Citation, Section } from "../../../src-shared/domain/decision.ts";
import { Sources } from "./explanation/sources.tsx";
import classes from "./sections.module.css";

/** What to do, in blocks with a heading; several steps are numbered, so that one can be pointed at. */
export function Sections({
  sections,
  citations,
}: {
  readonly sections: readonly Section[];
  readonly citations: ReadonlyMap<string, Citation>;
}) {
  return (
    <div className={classes.sections}>
      {sections.map((section) => (
        <article key={section.id} className={classes.guide}>
          <h4>{section.title}</h4>
          <SectionLines section={section} />
          <Sources ids={section.citations} citations={citations} />
        </article>
      ))}
    </div>
  );
}

export function SectionLines({ section: { list, lines } }: { readonly section: Section }) {
  if (lines.length === 1) return <p>{lines[0]}</p>;
  const List = list === "points" ? "ul" : "ol";
  return (
    <List>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </List>
  );
}
