import {
  IconCircleCheckFilled,
  IconClockHour4,
  IconDatabaseExclamation,
  IconInfoSquareRounded,
  IconListCheck,
  IconSquareRoundedX,
  type Icon,
} from "@tabler/icons-react";
import type { Outcome } from "../../../src-shared/domain/decision.ts";
import { OUTCOME_LABELS } from "../../../src-shared/text/labels.ts";

const ICONS: Record<Outcome, Icon> = {
  granted: IconCircleCheckFilled,
  refused: IconSquareRoundedX,
  "not-yet": IconClockHour4,
  choice: IconListCheck,
  guidance: IconInfoSquareRounded,
  "figure-missing": IconDatabaseExclamation,
};

/** Sign and word; the colour only repeats them. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const Sign = ICONS[outcome];
  return (
    <span className={`outcome outcome-${outcome}`}>
      <Sign size={18} stroke={1.8} aria-hidden />
      {OUTCOME_LABELS[outcome]}
    </span>
  );
}
