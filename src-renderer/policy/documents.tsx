import { Text } from "@mantine/core";
import type { LibraryClause, LibraryDocument, LibraryMatter } from "../../src-shared/contract/library.ts";
import { AUTHORITY_LABELS } from "../../src-shared/text/labels.ts";
import { PolicyLink } from "../ui/policy-link.tsx";
import { isReference, useEntry, useReading } from "./library.ts";
import { Parts } from "./refs.tsx";
import { Standing } from "./standing.tsx";
import { text } from "./text.ts";
import classes from "./documents.module.css";
import policyClasses from "./policy.module.css";

/** Documents by authority with their clauses in our words. */
export function Sources() {
  const { catalogue } = useReading();
  return (
    <>
      <Text size="sm" c="dimmed">
        {text.document.ours}
      </Text>
      {catalogue.library.documents
        .filter((document) => !isReference(document))
        .map((document) => (
          <DocumentSheet key={document.id} document={document} />
        ))}
    </>
  );
}

/** Press and forum, and matters that only report a claim. */
export function References() {
  const { catalogue } = useReading();
  const { matters, documents } = catalogue.library;
  return (
    <>
      <p className={policyClasses.policySheetWarning}>{text.document.reference}</p>
      {matters
        .filter(({ standing }) => standing === "reference")
        .map((matter) => (
          <ReferenceMatter key={matter.id} matter={matter} />
        ))}
      {documents.filter(isReference).map((document) => (
        <DocumentSheet key={document.id} document={document} />
      ))}
    </>
  );
}

function ReferenceMatter({ matter }: { readonly matter: LibraryMatter }) {
  return (
    <section className={policyClasses.policySheet} aria-label={matter.title}>
      <header>
        <h2>
          <PolicyLink kind="matter" id={matter.id}>
            {matter.title}
          </PolicyLink>
        </h2>
        <Standing standing={matter.standing} />
      </header>
      <p className={policyClasses.policySheetBody}>{matter.summary}</p>
    </section>
  );
}

function DocumentSheet({ document }: { readonly document: LibraryDocument }) {
  const entry = useEntry("document", document.id);
  return (
    <section className={policyClasses.policySheet} aria-label={document.title} {...entry}>
      <header>
        <h2>{document.title}</h2>
        <span className={`${policyClasses.authority} ${policyClasses[`authority-${document.authority}`]}`}>
          {AUTHORITY_LABELS[document.authority]}
        </span>
        <span className="mono quiet">{document.id}</span>
        <span className={`quiet ${policyClasses.policySheetAside}`}>{text.document.clauses(document.clauses.length)}</span>
      </header>
      {document.note === "" ? null : <p className={`${policyClasses.policySheetBody} quiet`}>{document.note}</p>}
      <ul className={policyClasses.clauses}>
        {document.clauses.map((clause) => (
          <Clause key={clause.id} clause={clause} />
        ))}
      </ul>
    </section>
  );
}

function Clause({ clause }: { readonly clause: LibraryClause }) {
  const { catalogue } = useReading();
  const entry = useEntry("clause", clause.id);
  return (
    <li {...entry}>
      <p className={classes.clauseHead}>
        <strong>{clause.clause}</strong>
        <span className="mono quiet">{clause.id}</span>
      </p>
      <p>{clause.summary}</p>
      <p className={policyClasses.usedBy}>
        <small>{text.usedBy}</small>
        {clause.usedBy.length === 0 ? (
          <Text span size="sm" c="dimmed">
            {clause.rests || text.unused}
          </Text>
        ) : null}
        {clause.usedBy.map(({ matter, parts }) => (
          <span key={matter}>
            <PolicyLink kind="matter" id={matter}>
              {catalogue.titleOf("matter", matter) ?? matter}
            </PolicyLink>
            <Parts parts={parts} />
          </span>
        ))}
      </p>
      {clause.citedBy.length === 0 ? null : (
        <p className={policyClasses.usedBy}>
          <small>{text.citedBy}</small>
          {clause.citedBy.map(({ kind, id }) => (
            <span key={`${kind}/${id}`}>
              <PolicyLink kind={kind} id={id}>
                {catalogue.titleOf(kind, id) ?? id}
              </PolicyLink>
              <small className={policyClasses.parts}>{text.kinds[kind]}</small>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
