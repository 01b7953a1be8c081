import { Paper, Text } from "@mantine/core";
import type { ReadingSpan, SpanEnd } from "../../../../src-shared/domain/span.ts";
import { SPAN_TEXT, spanEndReason, spanRemarks } from "../../../../src-shared/text/span.ts";

/** Between which days the dates lie while readings are open, and what has to be read otherwise to come there. */
export function Span({ span }: { readonly span: ReadingSpan }) {
  const { dates } = span;
  return (
    <Paper component="section" withBorder bg="var(--tint)" px={10} py={6} mb={8} aria-label={SPAN_TEXT.title}>
      {dates.length === 0 ? null : (
        <>
          <Text size="sm" c="dimmed">
            {SPAN_TEXT.intro}
          </Text>
          <dl>
            {dates.map(({ id, title, earliest, latest }) => (
              // two ways may have a date of one id, under titles of their own
              <div key={`${id} ${title}`}>
                <Text component="dt" fz="sm" fw={600} mt={4}>
                  {title}
                </Text>
                <dd>
                  <End label={SPAN_TEXT.earliest} end={earliest} />
                  {earliest.value === latest.value ? null : <End label={SPAN_TEXT.latest} end={latest} />}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {spanRemarks(span).map((remark) => (
        <Text size="sm" c="dimmed" key={remark}>
          {remark}
        </Text>
      ))}
    </Paper>
  );
}

function End({ label, end }: { readonly label: string; readonly end: SpanEnd }) {
  return (
    <p>
      <small className="quiet">{label}</small> <strong className="tabular">{end.display}</strong>{" "}
      <span>{spanEndReason(end)}</span>
    </p>
  );
}
