import type { KeyDate } from "../../../src-shared/domain/decision.ts";
import { text } from "./text.ts";

export function KeyDates({
  dates,
  onExplain,
}: {
  readonly dates: readonly KeyDate[];
  readonly onExplain: ((step: number) => void) | null;
}) {
  return (
    <dl className="key-dates">
      {dates.map((date) => (
        <div key={date.id}>
          <dt>{date.title}</dt>
          <dd>
            <span className="tabular">{date.display}</span>
            {onExplain !== null && date.step !== null ? (
              <button
                type="button"
                className="explain-link"
                aria-label={text.howOf(date.title)}
                onClick={() => date.step !== null && onExplain(date.step)}
              >
                {text.how}
              </button>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
