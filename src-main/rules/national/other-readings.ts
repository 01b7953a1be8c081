/** What open readings of 国办发〔2024〕38号 would give instead; a first day beyond the year that was paid for is none. */
import type { PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Draft } from "../engine/draft.ts";
import type { DateDefinition, NoticeFound } from "../engine/result.ts";
import type { Says } from "../engine/words.ts";
import type { NationalWait } from "./resident-year.ts";

export interface OtherReadings {
  readonly date: Readonly<Record<"otherTreatmentFrom" | "earliestTreatmentFrom" | "latestTreatmentFrom", DateDefinition>>;
  readonly notice: {
    readonly twoReadings: Says<NoticeFound, "residentWait" | "treatmentFrom" | "residentWaitOther" | "otherTreatmentFrom">;
    readonly otherLost: Says<NoticeFound, "residentWait" | "treatmentFrom" | "residentWaitOther">;
    readonly onlyOther: Says<NoticeFound, "residentWait" | "residentWaitOther" | "otherTreatmentFrom">;
    readonly span: Says<NoticeFound, "earliestTreatmentFrom" | "latestTreatmentFrom">;
    readonly spanLost: Says<NoticeFound, "earliestTreatmentFrom">;
  };
}

/**
 * @param lost nothing of the year is left by the readings chosen
 * @param end the last day of the year that is paid for
 */
export function addOtherReadings(
  { date, notice }: OtherReadings,
  draft: Pick<Draft, "dates" | "notices" | "remarks">,
  { months, waiting, other, otherMonths, span }: NationalWait,
  lost: boolean,
  end: PackedDate,
): void {
  if (other !== null && otherMonths !== null) {
    const said = {
      residentWait: months,
      treatmentFrom: waiting.treatmentFrom,
      residentWaitOther: otherMonths,
      otherTreatmentFrom: other,
    };
    draft.remarks.push(other);
    if (other.value <= end) {
      draft.dates.push({ definition: date.otherTreatmentFrom, node: other });
      draft.notices.push(lost ? notice.onlyOther(said) : notice.twoReadings(said));
    } else if (!lost) draft.notices.push(notice.otherLost(said));
  }
  if (span === null || span.earliest.value > end) return;
  const said = { earliestTreatmentFrom: span.earliest, latestTreatmentFrom: span.latest };
  draft.dates.push({ definition: date.earliestTreatmentFrom, node: span.earliest });
  if (span.latest.value <= end) {
    draft.dates.push({ definition: date.latestTreatmentFrom, node: span.latest });
    draft.notices.push(notice.span(said));
  } else {
    draft.remarks.push(span.latest);
    draft.notices.push(notice.spanLost(said));
  }
}
