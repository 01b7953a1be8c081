import { Text, VisuallyHidden } from "@mantine/core";
import type { Citation } from "../../../../src-shared/domain/decision.ts";
import { PolicyLink } from "../../policy-link.tsx";
import classes from "./sources.module.css";

/** Clauses by their document, in the order in which they are cited. */
export function byDocument(citations: readonly Citation[]): [document: string, cited: Citation[]][] {
  const documents = new Map<string, Citation[]>();
  for (const citation of citations) documents.set(citation.document, [...(documents.get(citation.document) ?? []), citation]);
  return [...documents];
}

/**
 * The clauses behind a remark, small. Their documents' names would be longer than the remark: they are told where one points at a
 * clause, and stand in the policy library, where it opens.
 */
export function Sources({
  ids,
  citations,
}: {
  readonly ids: readonly string[];
  readonly citations: ReadonlyMap<string, Citation>;
}) {
  const found = ids.map((id) => citations.get(id)).filter((citation) => citation !== undefined);
  if (found.length === 0) return null;
  return (
    <Text span fz="xs" c="dimmed" className={classes.sources} data-part="sources">
      {byDocument(found).map(([document, cited]) => (
        <span key={document}>
          <VisuallyHidden>{document}</VisuallyHidden>
          {cited.map((citation) => (
            <PolicyLink key={citation.id} kind="clause" id={citation.id} title={`${document}\n${citation.summary}`}>
              {citation.clause}
            </PolicyLink>
          ))}
        </span>
      ))}
    </Text>
  );
}

/** The whole title is told where one points at it, and in the library. */
const LONGEST = 12;
const IN_BRACKETS = /（[^（）]*）$/;
const NUMBER = /\p{Script=Han}+〔\d{4}〕\d+号/u;

/** A document by its number where it has one, without who issued it and when. */
function shortDocument(title: string): string {
  const number = NUMBER.exec(title)?.[0];
  if (number !== undefined) return number;
  const bare = title.replace(IN_BRACKETS, "");
  return bare.length > LONGEST ? `${bare.slice(0, LONGEST - 1)}…` : bare;
}

export function DocumentName({ document }: { readonly document: string }) {
  const short = shortDocument(document);
  return <span {...(short === document ? {} : { title: document })}>{short}</span>;
}
