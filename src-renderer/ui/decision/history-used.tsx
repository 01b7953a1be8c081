import { Table, Text } from "@mantine/core";
import type { Citation, HistoryUsed } from "../../../src-shared/domain/decision.ts";
import { HISTORY_WORDS } from "../../../src-shared/text/history.ts";
import { Sources } from "./explanation/sources.tsx";

/** The insurance history that answers came from: what was told, by whom, what followed, what stayed unknown. */
export function History({
  history: { spans, until, source, derived, unknown },
  citations,
}: {
  readonly history: HistoryUsed;
  readonly citations: ReadonlyMap<string, Citation>;
}) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {HISTORY_WORDS.origin(source, until)}
      </Text>
      <ul>
        {spans.length === 0 ? <li>{HISTORY_WORDS.nothing}</li> : spans.map((span) => <li key={span}>{span}</li>)}
        {unknown.map((layer) => (
          <Text component="li" size="sm" c="dimmed" key={layer}>
            {layer}
          </Text>
        ))}
      </ul>
      {derived.length === 0 ? null : (
        <Table verticalSpacing={3} horizontalSpacing={0} mt={4}>
          <Table.Tbody>
            {derived.map(({ fact, title, display, citations: clauses }) => (
              <Table.Tr key={fact}>
                <Table.Td w="12em" c="var(--ink-2)">
                  {title}
                </Table.Td>
                <Table.Td>
                  {display} <Sources ids={clauses} citations={citations} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
