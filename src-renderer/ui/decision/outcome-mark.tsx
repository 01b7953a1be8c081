import { Badge } from "@mantine/core";
import {
  IconCalculator,
  IconCircleCheckFilled,
  IconClockHour4,
  IconDatabaseExclamation,
  IconHistory,
  IconInfoSquareRounded,
  IconListCheck,
  IconSquareRoundedX,
  type Icon,
} from "@tabler/icons-react";
import { isConsultation, natureOf, type Decision, type Nature, type Outcome } from "../../../src-shared/domain/decision.ts";
import { OUTCOME_LABELS } from "../../../src-shared/text/labels.ts";

const ICONS: Record<Outcome, Icon> = {
  granted: IconCircleCheckFilled,
  refused: IconSquareRoundedX,
  "not-yet": IconClockHour4,
  choice: IconListCheck,
  guidance: IconInfoSquareRounded,
  "figure-missing": IconDatabaseExclamation,
};

/** A consultation bears the sign of what it is, not that of a yes or no. */
const CONSULTATION_ICONS: Record<Exclude<Nature, "transaction">, Icon> = {
  estimate: IconCalculator,
  lookup: IconHistory,
  guidance: IconInfoSquareRounded,
};

type Marked = Pick<Decision, "nature" | "outcome">;

/** The look of an outcome: yes and no are for transactions only. */
export const outcomeLook = (decision: Marked): Outcome =>
  isConsultation(decision) && decision.outcome !== "figure-missing" ? "guidance" : decision.outcome;

const COLOURS: Record<Outcome, string> = {
  granted: "green",
  refused: "red",
  "not-yet": "yellow",
  choice: "pine",
  guidance: "pine",
  "figure-missing": "yellow",
};

/** Sign and word; the colour only repeats them. */
export function OutcomeMark({ decision }: { readonly decision: Marked }) {
  const nature = natureOf(decision);
  const Sign =
    nature === "transaction" || decision.outcome === "figure-missing" ? ICONS[decision.outcome] : CONSULTATION_ICONS[nature];
  return (
    <Badge
      component="span"
      data-part="outcome"
      variant="light"
      color={COLOURS[outcomeLook(decision)]}
      size="lg"
      fz="sm"
      px={8}
      bd="1px solid currentcolor"
      leftSection={<Sign size={18} stroke={1.8} aria-hidden />}
    >
      {OUTCOME_LABELS[nature][decision.outcome]}
    </Badge>
  );
}
