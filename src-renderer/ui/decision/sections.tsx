import type { Citation, Section } from "../../../src-shared/domain/decision.ts";
import { Sources } from "./sources.tsx";

/** What to do, in blocks with a heading; several lines are numbered, so that one can be pointed at. */
export function Sections({
  sections,
  citations,
}: {
  readonly sections: readonly Section[];
  readonly citations: ReadonlyMap<string, Citation>;
}) {
  return (
    <div className="sections">
      {sections.map((section) => (
        <article key={section.id} className="guide">
          <h4>{section.title}</h4>
          {section.lines.length === 1 ? (
            <p>{section.lines[0]}</p>
          ) : (
            <ol>
              {section.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          )}
          <Sources ids={section.citations} citations={citations} />
        </article>
      ))}
    </div>
  );
}
