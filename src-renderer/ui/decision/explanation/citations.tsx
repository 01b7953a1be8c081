import { Badge, Group, Stack, Text } from "@mantine/core";
import type { Citation } from "../../../../src-shared/domain/decision.ts";
import { AUTHORITY_LABELS } from "../../../../src-shared/text/labels.ts";
import { PolicyLink } from "../../policy-link.tsx";

/** Document, clause, how far it can be trusted, and what it says in our own words. */
export function Citations({ citations }: { readonly citations: readonly Citation[] }) {
  return (
    <Stack component="ul" gap={5}>
      {citations.map((citation) => (
        <li key={citation.id}>
          <Group gap="2px 8px">
            <PolicyLink kind="clause" id={citation.id}>
              {citation.document} <strong>{citation.clause}</strong>
            </PolicyLink>
            <Badge variant="default" fw={400}>
              {AUTHORITY_LABELS[citation.authority]}
            </Badge>
          </Group>
          <Text fz="xs" c="var(--ink-2)">
            {citation.summary}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
