import { Group, Text } from "@mantine/core";
import type { LibraryClause, LibraryDocument, LibraryMatter } from "../../src-shared/contract/library.ts";
import { Finding } from "../ui/page/finding.tsx";
import { PolicyLink } from "../ui/policy-link.tsx";
import { isReference, useEntry, useReading } from "./library.ts";
import { Parts, Refs } from "./refs.tsx";
import { Authority, Sheet, SheetLines, SheetText, Standing } from "./sheet.tsx";
import { text } from "./text.ts";

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
      <Finding tone="warning">{text.document.reference}</Finding>
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
    <Sheet
      label={matter.title}
      title={
        <PolicyLink kind="matter" id={matter.id}>
          {matter.title}
        </PolicyLink>
      }
      mark={<Standing standing={matter.standing} />}
    >
      <SheetText>{matter.summary}</SheetText>
    </Sheet>
  );
}

function DocumentSheet({ document }: { readonly document: LibraryDocument }) {
  const entry = useEntry("document", document.id);
  return (
    <Sheet
      label={document.title}
      title={document.title}
      id={document.id}
      mark={<Authority of={document} />}
      aside={<span className="quiet">{text.document.clauses(document.clauses.length)}</span>}
      {...entry}
    >
      {document.note === "" ? null : (
        <SheetText>
          <span className="quiet">{document.note}</span>
        </SheetText>
      )}
      <SheetLines>
        {document.clauses.map((clause) => (
          <Clause key={clause.id} clause={clause} />
        ))}
      </SheetLines>
    </Sheet>
  );
}

function Clause({ clause }: { readonly clause: LibraryClause }) {
  const { catalogue } = useReading();
  const entry = useEntry("clause", clause.id);
  return (
    <li {...entry}>
      <Group component="p" gap={12}>
        <strong>{clause.clause}</strong>
        <span className="mono quiet">{clause.id}</span>
      </Group>
      <p>{clause.summary}</p>
      <Refs label={text.usedBy}>
        {clause.usedBy.length === 0 ? <span className="quiet">{clause.rests || text.unused}</span> : null}
        {clause.usedBy.map(({ matter, parts }) => (
          <Group component="span" key={matter} gap={4}>
            <PolicyLink kind="matter" id={matter}>
              {catalogue.titleOf("matter", matter) ?? matter}
            </PolicyLink>
            <Parts parts={parts} />
          </Group>
        ))}
      </Refs>
      {clause.citedBy.length === 0 ? null : (
        <Refs label={text.citedBy}>
          {clause.citedBy.map(({ kind, id }) => (
            <Group component="span" key={`${kind}/${id}`} gap={4}>
              <PolicyLink kind={kind} id={id}>
                {catalogue.titleOf(kind, id) ?? id}
              </PolicyLink>
              <span className="quiet">{text.kinds[kind]}</span>
            </Group>
          ))}
        </Refs>
      )}
    </li>
  );
}
