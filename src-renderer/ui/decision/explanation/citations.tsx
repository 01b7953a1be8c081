import type { Citation } from "../../../../src-shared/domain/decision.ts";
import { AUTHORITY_LABELS } from "../../../../src-shared/text/labels.ts";
import { PolicyLink } from "../../policy-link.tsx";
import classes from "./citations.module.css";

/** Document, clause, how far it can be trusted, and what it says in our own words. */
export function Citations({ citations }: { readonly citations: readonly Citation[] }) {
  return (
    <ul className={classes.citations}>
      {citations.map((citation) => (
        <li key={citation.id}>
          <p className={classes.citationSource}>
            <PolicyLink kind="clause" id={citation.id}>
              {citation.document} <strong>{citation.clause}</strong>
            </PolicyLink>
            <span className={classes.citationAuthority}>{AUTHORITY_LABELS[citation.authority]}</span>
          </p>
          <p className={classes.citationSummary}>{citation.summary}</p>
        </li>
      ))}
    </ul>
  );
}
