/** What open readings of 国办发〔2024〕38号 would give instead; a first day beyond the year that was paid for is none. */
import type { PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import type { NationalWait } from "./resident-year.ts";

export function bindOtherReadings(names: Bindings) {
  return {
    date: {
      other: names.date("otherTreatmentFrom"),
      earliest: names.date("earliestTreatmentFrom"),
      latest: names.date("latestTreatmentFrom"),
    },
    notice: {
      twoReadings: names.notice("twoReadings"),
      otherLost: names.notice("otherLost"),
      onlyOther: names.notice("onlyOther"),
      span: names.notice("span"),
      spanLost: names.notice("spanLost"),
    },
  };
}
export type OtherReadings = ReturnType<typeof bindOtherReadings>;

/**
 * @param lost nothing of the year is left by the readings chosen
 * @param end the last day of the year that is paid for
 */
export function addOtherReadings(
  { date, notice }: OtherReadings,
  draft: Draft,
  { other, span }: NationalWait,
  lost: boolean,
  end: PackedDate,
): void {
  if (other !== null) {
    draft.remarks.push(other);
    if (other.value <= end) {
      draft.dates.push({ definition: date.other, node: other });
      draft.notices.push(lost ? notice.onlyOther : notice.twoReadings);
    } else if (!lost) draft.notices.push(notice.otherLost);
  }
  if (span === null || span.earliest.value > end) return;
  draft.dates.push({ definition: date.earliest, node: span.earliest });
  if (span.latest.value <= end) {
    draft.dates.push({ definition: date.latest, node: span.latest });
    draft.notices.push(notice.span);
  } else {
    draft.remarks.push(span.latest);
    draft.notices.push(notice.spanLost);
  }
}
