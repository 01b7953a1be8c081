/** Who may be the second person of a case. */
import type { ClerkIdentity } from "../../src-shared/domain/roles.ts";
import type { RecordedVersion } from "./case-history.ts";
import { REVIEW_TEXT } from "./office-messages.ts";
import { officeSettings } from "./settings.ts";
import type { DeskTools } from "./tools.ts";

export const mayReview = (tools: Pick<DeskTools, "store">, { role }: ClerkIdentity): boolean =>
  officeSettings(tools.store).review.roles.some((allowed) => allowed === role);

export type ReviewBar = { readonly code: "not-allowed" | "same-person"; readonly message: string };

/** Whoever made any version of a case is no second person for it. `null`: may decide. */
export function barredFromReview(
  tools: Pick<DeskTools, "store">,
  versions: readonly RecordedVersion[],
  clerk: ClerkIdentity,
): ReviewBar | null {
  if (!mayReview(tools, clerk)) return { code: "not-allowed", message: REVIEW_TEXT.role };
  if (versions.some(({ makerId }) => makerId === clerk.id)) return { code: "same-person", message: REVIEW_TEXT.mine };
  return null;
}
