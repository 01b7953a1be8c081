import { Text } from "@mantine/core";
import type { Citation } from "../../../../src-shared/domain/decision.ts";
import { PolicyLink } from "../../policy-link.tsx";
import classes from "./sources.module.css";

/** Clauses by their document, in the order in which they are cited. */
export function byDocument(citations: readonly Citation[]): [document: string, cited: Citation[]][] {
  const documents = new Map<string, Citation[]>();
  for (const citation of citations) documents.set(citation.document, [...(documents.get(citation.document) ?? []), citation]);
  return [...documents];
}

/** The clauses behind a remark, small, each document named once; a clause opens in the policy library. */
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
          <DocumentName document={document} />
          {cited.map((citation) => (
            <PolicyLink key={citation.id} kind="clause" id={citation.id} title={citation.summary}>
              {citation.clause}
            </PolicyLink>
          ))}
        </span>
      ))}
    </Text>
  );
}

/** Who issued it and when is told where one points at it: behind a sentence it would be longer than the sentence. */
const ISSUED = /（[^（）]*\d{4}年[^（）]*）$/;

export function DocumentName({ document }: { readonly document: string }) {
  const short = document.replace(ISSUED, "");
  return <span {...(short === document ? {} : { title: document })}>{short}</span>;
}
