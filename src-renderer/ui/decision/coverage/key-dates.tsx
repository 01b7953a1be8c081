import type { KeyDate } from "../../../../src-shared/domain/decision.ts";
import type { DateSpan, ReadingSpan } from "../../../../src-shared/domain/span.ts";
import { SPAN_TEXT } from "../../../../src-shared/text/span.ts";
import { text } from "../text.ts";
import { TextButton } from "../../page/text-button.tsx";
import classes from "../decision.module.css";

export function KeyDates({
  dates,
  onExplain,
  span = null,
}: {
  readonly dates: readonly KeyDate[];
  readonly onExplain: ((step: number) => void) | null;
  readonly span?: ReadingSpan | null;
}) {
  const moved = new Map(span?.dates.map((date) => [`${date.id} ${date.title}`, date]));
  return (
    <dl className={classes.keyDates}>
      {dates.map((date) => (
        <div key={date.id}>
          <dt>{date.title}</dt>
          <dd>
            <span className="tabular">{date.display}</span>
            {onExplain !== null && date.step !== null ? (
              <TextButton aria-label={text.howOf(date.title)}
                onClick={() => date.step !== null && onExplain(date.step)}>
                {text.how}
              </TextButton>
            ) : null}
          </dd>
          <Moved span={moved.get(`${date.id} ${date.title}`)} />
        </div>
      ))}
    </dl>
  );
}

/** That another reading would give another day. */
const Moved = ({ span }: { readonly span: DateSpan | undefined }) =>
  span === undefined ? null : <dd className={`${classes.dateSpan} tabular`}>{SPAN_TEXT.short(span)}</dd>;
