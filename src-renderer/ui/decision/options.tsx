import { IconCheck } from "@tabler/icons-react";
import type { Amount, Decision, Option } from "../../../src-shared/domain/decision.ts";
import { Amounts } from "./amounts/amounts.tsx";
import { spanOf, type Span } from "./coverage/coverage-model.ts";
import { CoverageStrip } from "./coverage/coverage-strip.tsx";
import { GroupedAmountsTable } from "./amounts/grouped-amounts.tsx";
import { KeyDates } from "./coverage/key-dates.tsx";
import { text } from "./text.ts";
import classes from "./options.module.css";
import decisionClasses from "./decision.module.css";

/** Drawn for half the width of the result. */
const CARD_STRIP_WIDTH = 300;

/** The way that the decision itself reckons with: its amounts and dates are those of the decision. */
const isReckoned = (option: Option, { amounts, dates }: Pick<Decision, "amounts" | "dates">): boolean =>
  option.amounts.length + option.dates.length > 0 &&
  JSON.stringify([option.amounts, option.dates]) === JSON.stringify([amounts, dates]);

/** The rest stands among the amounts of the decision. */
const dueOnly = ({ amounts }: Option): readonly Amount[] => amounts.filter((amount) => amount.role === "due");

/** The lawful ways side by side, each with its amounts, dates and months. */
export function Options({
  decision,
  onExplain,
  axis = spanOf(decision.options.map(({ coverage }) => coverage)) ?? undefined,
}: {
  readonly decision: Decision;
  /** Beside another decision the months of both; alone those of all ways, so that they can be compared. */
  readonly axis?: Span | undefined;
  readonly onExplain: ((step: number) => void) | null;
}) {
  return (
    <div className={classes.options}>
      {decision.options.map((option) => {
        const reckoned = isReckoned(option, decision);
        return (
          <article
            key={option.id}
            className={reckoned ? `${decisionClasses.option} ${classes.optionReckoned}` : decisionClasses.option}
          >
            <h4>
              {option.title}
              {reckoned ? (
                <span className={classes.optionMark}>
                  <IconCheck size={14} stroke={2.4} aria-hidden />
                  {text.reckoned}
                </span>
              ) : null}
            </h4>
            <p>{option.text}</p>
            <div className="option-months">
              {option.coverage.length > 0 ? (
                <CoverageStrip coverage={option.coverage} width={CARD_STRIP_WIDTH} axis={axis} />
              ) : null}
            </div>
            <div className={classes.optionRest}>
              <Amounts amounts={reckoned ? dueOnly(option) : option.amounts} onExplain={onExplain} compact />
              {reckoned ? null : <GroupedAmountsTable amounts={option.amounts} onExplain={onExplain} />}
              {option.dates.length > 0 ? <KeyDates dates={option.dates} onExplain={onExplain} /> : null}
            </div>
          </article>
        );
      })}
    </div>
  );
}
