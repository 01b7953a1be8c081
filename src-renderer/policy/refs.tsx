/** The small links between entries: to clauses, to other data, and back to the matters. */
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { UsePart } from "../../src-shared/contract/library.ts";
import { PolicyLink } from "../ui/policy-link.tsx";
import { useReading } from "./library.ts";
import { text } from "./text.ts";
import { USE_PART_LABELS } from "../../src-shared/text/library.ts";
import classes from "./refs.module.css";

/** Clauses by name; the document stands in the title and, on paper, before the name. */
export function ClauseRefs({ ids }: { readonly ids: readonly string[] }) {
  const { catalogue } = useReading();
  return (
    <Group component="span" display="inline-flex" gap="0 10px">
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
    </Group>
  );
}

/** What an entry rests on or is used by, in a row after its name. */
export const Refs = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Group component="p" gap="2px 12px" fz="xs">
    <span className="quiet">{label}</span>
    {children}
  </Group>
);

/** From a rule to the matters that rest on it. */
export function UsedBy({ ids }: { readonly ids: readonly string[] }) {
  const { catalogue } = useReading();
  return (
    <Refs label={text.usedBy}>
      {ids.length === 0 ? <span className="quiet">{text.unused}</span> : null}
      {ids.map((id) => (
        <PolicyLink key={id} kind="matter" id={id}>
          {catalogue.titleOf("matter", id) ?? id}
        </PolicyLink>
      ))}
    </Refs>
  );
}

export const Parts = ({ parts }: { readonly parts: readonly UsePart[] }) => (
  <Text component="small" fz="xs" c="dimmed">
    {parts.map((part) => USE_PART_LABELS[part]).join("、")}
  </Text>
);
