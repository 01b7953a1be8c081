import { IconHelpCircle } from "@tabler/icons-react";
import type { Assumption, Decision } from "../../../src-shared/domain/decision.ts";
import { standingOfCondition } from "../../../src-shared/domain/decision.ts";
import { assumedAs } from "../../../src-shared/text/labels.ts";
import { text } from "./text.ts";
import classes from "./doubts.module.css";

/** Open questions with what they are counted as; `onGoTo` leads to the question. */
export function Assumed({
  assumed,
  onGoTo = null,
}: {
  readonly assumed: readonly Assumption[];
  readonly onGoTo?: ((fact: string) => void) | null;
}) {
  return (
    <ul className={classes.assumed}>
      {assumed.map(({ fact, title, display }) => (
        <li key={fact}>
          <IconHelpCircle size={17} aria-hidden />
          {onGoTo === null ? (
            <strong>{title}</strong>
          ) : (
            <button type="button" onClick={() => onGoTo(fact)}>
              {title}
            </button>
          )}
          <span>{assumedAs(display)}</span>
        </li>
      ))}
    </ul>
  );
}

/** For whoever fixes or judges a result: all that it rests on without being known. */
export function Doubts({ decision }: { readonly decision: Decision }) {
  const { assumed = [] } = decision;
  const unknown = decision.conditions.filter((condition) => standingOfCondition(condition) === "unknown");
  if (assumed.length === 0 && unknown.length === 0) return null;
  return (
    <section className={classes.doubts} aria-label={text.doubts}>
      <h3>{text.doubts}</h3>
      <Assumed assumed={assumed} />
      <ul className={classes.assumed}>
        {unknown.map(({ id, title, actual }) => (
          <li key={id}>
            <IconHelpCircle size={17} aria-hidden />
            <strong>{title}</strong>
            <span>{actual}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
