import { Badge } from "@mantine/core";
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

const LOOKS = {
  open: { color: "yellow", Icon: IconCircleDashed },
  submitted: { color: "green", Icon: IconCircleCheck },
  "in-review": { color: "pine", Icon: IconHourglass },
  approved: { color: "green", Icon: IconCircleCheckFilled },
  returned: { color: "red", Icon: IconArrowBackUp },
  cancelled: { color: "gray", Icon: IconCircleX },
} as const satisfies Record<CaseState, unknown>;

/** Sign and word; the colour only repeats them. */
export function CaseStateMark({ of: { state, nature } }: { readonly of: Pick<CaseSummary, "state" | "nature"> }) {
  const { color, Icon } = LOOKS[state];
  return (
    <Badge
      component="span"
      variant="light"
      color={color}
      size="md"
      px={6}
      fz="xs"
      flex="none"
      miw="max-content"
      leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
    >
      {CASE_STATE_LABELS[nature][state]}
    </Badge>
  );
}
