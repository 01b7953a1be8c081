import type { CaseSummary } from "../../src-shared/domain/case.ts";
import { OUTCOME_LABELS } from "../../src-shared/text/labels.ts";

/** Outcomes are stored as their stable names; anything else is shown as it is. */
export const outcomeLabel = ({ nature, outcome }: Pick<CaseSummary, "nature" | "outcome">): string =>
  (OUTCOME_LABELS[nature] as Readonly<Record<string, string>>)[outcome] ?? outcome;
