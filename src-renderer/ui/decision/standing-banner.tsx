import { IconHistory, IconInfoCircle } from "@tabler/icons-react";
import type { Standing } from "../../../src-shared/domain/decision.ts";
import { STANDING_WARNINGS } from "../../../src-shared/text/labels.ts";
import classes from "./standing-banner.module.css";

/** Says that a result is not the law of today. */
export function StandingBanner({ standing }: { readonly standing: Standing }) {
  const warning = STANDING_WARNINGS[standing];
  if (warning === null) return null;
  const Sign = standing === "historic" ? IconHistory : IconInfoCircle;
  return (
    <p className={classes.standing} role="note">
      <Sign size={20} stroke={1.9} aria-hidden />
      {warning}
    </p>
  );
}
