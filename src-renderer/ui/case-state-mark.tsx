import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleX,
  IconHourglass,
} from "@tabler/icons-react";
import type { CaseState, CaseSummary } from "../../src-shared/domain/case.ts";
import { CASE_STATE_LABELS } from "../../src-shared/text/labels.ts";
import classes from "./case-state-mark.module.css";

const ICONS = {
  open: IconCircleDashed,
  submitted: IconCircleCheck,
  "in-review": IconHourglass,
  approved: IconCircleCheckFilled,
  returned: IconArrowBackUp,
  cancelled: IconCircleX,
} as const satisfies Record<CaseState, unknown>;

/** Sign and word; the colour only repeats them. */
export function CaseStateMark({ of: { state, nature } }: { readonly of: Pick<CaseSummary, "state" | "nature"> }) {
  const Icon = ICONS[state];
  return (
    <span className={`${classes.caseState} ${classes[`case-state-${state}`]}`}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {CASE_STATE_LABELS[nature][state]}
    </span>
  );
}
