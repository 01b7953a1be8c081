import type { CaseVersion } from "../../src-shared/domain/case.ts";
import { dayAndTime } from "../ui/dates/format.ts";
import { text } from "./text.ts";
import { Card } from "../ui/page/card.tsx";
import { Finding } from "../ui/page/finding.tsx";

/** Whether a second person has looked at this version, who, and what they said. */
export function ReviewCard({ version }: { readonly version: CaseVersion }) {
  const { review, needsReview } = version;
  if (!needsReview && review === null) return null;
  return (
    <Card title={text.page.reviewCard}>
      {review === null ? (
        <p>{text.page.waiting}</p>
      ) : (
        <>
          <Finding tone={review.verdict === "approved" ? "good" : "bad"}>
            {text.page[review.verdict === "approved" ? "approvedBy" : "returnedBy"](review.clerk, dayAndTime(review.at))}
          </Finding>
          {review.alone ? <Finding tone="bad">{text.page.alone}</Finding> : null}
          {review.note === "" ? null : <p>{review.note}</p>}
        </>
      )}
    </Card>
  );
}
