import { Alert } from "@mantine/core";
import { IconHistory, IconInfoCircle } from "@tabler/icons-react";
import type { Standing } from "../../../src-shared/domain/decision.ts";
import { STANDING_WARNINGS } from "../../../src-shared/text/labels.ts";

/** Says that a result is not the law of today. */
export function StandingBanner({ standing }: { readonly standing: Standing }) {
  const warning = STANDING_WARNINGS[standing];
  if (warning === null) return null;
  const Sign = standing === "historic" ? IconHistory : IconInfoCircle;
  return (
    <Alert
      role="note"
      color="yellow"
      mt={6}
      fw={700}
      bd="2px solid var(--warn)"
      icon={<Sign size={20} stroke={1.9} aria-hidden />}
    >
      {warning}
    </Alert>
  );
}
