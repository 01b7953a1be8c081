/** The small links between entries: to clauses, to other data, and back to the matters. */
import { Text } from "@mantine/core";
import type { LibraryKind, UsePart } from "../../src-shared/contract/library.ts";
import { PolicyLink } from "../ui/policy-link.tsx";
import { useReading } from "./library.ts";
import { text } from "./text.ts";
import { USE_PART_LABELS } from "../../src-shared/text/library.ts";
import classes from "./refs.module.css";
import policyClasses from "./policy.module.css";

/** Clauses by name; the document stands in the title and, on paper, before the name. */
export function ClauseRefs({ ids }: { readonly ids: readonly string[] }) {
  const { catalogue } = useReading();
  return (
    <span className={classes.refs}>
      {ids.map((id) => {
        const found = catalogue.clause(id);
        if (found === null) return null;
        const { clause, document } = found;
        return (
          <PolicyLink key={id} kind="clause" id={id} title={`${document.title} ${clause.clause}\n${clause.summary}`}>
            <span className={classes.paperOnly}>{document.id} </span>
            {clause.clause}
          </PolicyLink>
        );
      })}
    </span>
  );
}

function EntryRefs({ kind, ids }: { readonly kind: LibraryKind; readonly ids: readonly string[] }) {
  const { catalogue } = useReading();
  return (
    <span className={classes.refs}>
      {ids.map((id) => (
        <PolicyLink key={id} kind={kind} id={id}>
          {catalogue.titleOf(kind, id) ?? id}
        </PolicyLink>
      ))}
    </span>
  );
}

/** From a rule to the matters that rest on it. */
export function UsedBy({ ids }: { readonly ids: readonly string[] }) {
  return (
    <p className={policyClasses.usedBy}>
      <small>{text.usedBy}</small>
      {ids.length === 0 ? (
        <Text span size="sm" c="dimmed">
          {text.unused}
        </Text>
      ) : (
        <EntryRefs kind="matter" ids={ids} />
      )}
    </p>
  );
}

export function Parts({ parts }: { readonly parts: readonly UsePart[] }) {
  return <small className={policyClasses.parts}>{parts.map((part) => USE_PART_LABELS[part]).join("、")}</small>;
}
