import { Text } from "@mantine/core";
import type { ReadingSpan, SpanEnd } from "../../../../src-shared/domain/span.ts";
import { SPAN_TEXT, spanEndReason, spanRemarks } from "../../../../src-shared/text/span.ts";
import classes from "./span.module.css";

/** Between which days the dates lie while readings are open, and what has to be read otherwise to come there. */
export function Span({ span }: { readonly span: ReadingSpan }) {
  const { dates } = span;
  return (
    <section className={classes.readingSpan} aria-label={SPAN_TEXT.title}>
      {dates.length === 0 ? null : (
        <>
          <Text size="sm" c="dimmed">{SPAN_TEXT.intro}</Text>
          <dl className={classes.readingSpanDates}>
            {dates.map(({ id, title, earliest, latest }) => (
              // two ways may have a date of one id, under titles of their own
              <div key={`${id} ${title}`}>
                <dt>{title}</dt>
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
    </section>
  );
}

function End({ label, end }: { readonly label: string; readonly end: SpanEnd }) {
  return (
    <p>
      <small>{label}</small> <strong className="tabular">{end.display}</strong> <span>{spanEndReason(end)}</span>
    </p>
  );
}
