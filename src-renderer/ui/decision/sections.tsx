import { List, Stack, Text } from "@mantine/core";
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
    <Stack gap="sm">
      {sections.map((section) => (
        <article key={section.id} className={classes.guide} data-part="guide">
          <Text component="h4" fz="md" fw={600}>
            {section.title}
          </Text>
          <SectionLines section={section} />
          <Sources ids={section.citations} citations={citations} />
        </article>
      ))}
    </Stack>
  );
}

export function SectionLines({ section: { list, lines } }: { readonly section: Section }) {
  if (lines.length === 1) return <p>{lines[0]}</p>;
  return (
    <List type={list === "points" ? "unordered" : "ordered"} size="sm" withPadding className={classes.lines}>
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  );
}
