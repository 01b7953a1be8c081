import { Group, Paper, SimpleGrid, Text } from "@mantine/core";
import type { KeyDate } from "../../../../src-shared/domain/decision.ts";
import type { DateSpan, ReadingSpan } from "../../../../src-shared/domain/span.ts";
import { SPAN_TEXT } from "../../../../src-shared/text/span.ts";
import { text } from "../text.ts";
import { TextButton } from "../../page/text-button.tsx";

export function KeyDates({
  dates,
  onExplain,
  span = null,
  narrow = false,
}: {
  readonly dates: readonly KeyDate[];
  readonly onExplain: ((step: number) => void) | null;
  readonly span?: ReadingSpan | null;
  /** One below the other. */
  readonly narrow?: boolean;
}) {
  const moved = new Map(span?.dates.map((date) => [`${date.id} ${date.title}`, date]));
  return (
    <SimpleGrid
      component="dl"
      type="container"
      cols={narrow ? 1 : { base: 1, "400px": 2, "640px": 3 }}
      spacing={8}
      data-part="key-dates"
    >
      {dates.map((date) => (
        <Paper withBorder bg="var(--tint)" px={10} py={narrow ? 3 : 6} key={date.id}>
          <Text component="dt" fz="xs" c="var(--ink-2)" textWrap="pretty">
            {date.title}
          </Text>
          <Group component="dd" justify="space-between" align="baseline" gap="0 8px">
            <Text span fz="md" fw={700} className="tabular">
              {date.display}
            </Text>
            {onExplain !== null && date.step !== null ? (
              <TextButton aria-label={text.howOf(date.title)} onClick={() => date.step !== null && onExplain(date.step)}>
                {text.how}
              </TextButton>
            ) : null}
          </Group>
          <Moved span={moved.get(`${date.id} ${date.title}`)} />
        </Paper>
      ))}
    </SimpleGrid>
  );
}

/** That another reading would give another day. */
const Moved = ({ span }: { readonly span: DateSpan | undefined }) =>
  span === undefined ? null : (
    <Text component="dd" fz="xs" c="var(--warn)" className="tabular">
      {SPAN_TEXT.short(span)}
    </Text>
  );
