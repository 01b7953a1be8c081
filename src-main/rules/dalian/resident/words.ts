/** The words about a payment into the resident scheme that enrolment and a change to it share (DL-15, ALL-03). */
import { meaning } from "../../engine/meaning.ts";
import type { Words as EnrolmentWords } from "../../generated/dalian/resident-enrolment.ts";
import type { Words as ChangeWords } from "../../generated/dalian/scheme-change.ts";
import type { ChosenReading } from "../../national/resident-waiting.ts";
import { meansNextYear, yearOf } from "../../national/resident-year.ts";

export type ResidentWords = EnrolmentWords | ChangeWords;
export type ResidentNames = ResidentWords & ReturnType<typeof bindResident>;

const chosen = ({ node }: { readonly node: ChosenReading["node"] }, says: boolean): ChosenReading => ({ node, says });

export function bindResident(words: ResidentWords) {
  const { step, figure, reading, option } = words;
  const standing = words.table.residentStanding.by("day", "change", "continuous", "gap", "keeps");
  const treatment = words.table.residentTreatment.by("standing", "paid", "nextYear", "inPeriod", "month");
  const newbornRow = standing.row([0, 0, 0, 0, 0]);
  const longest = standing.bound("day", newbornRow, "highest", "days");
  const { adult, minor, pupil, student } = option.group;
  const periods = [] as (readonly [from: typeof figure.residentPayBy, to: typeof figure.residentPayBy])[];
  periods[adult] = [figure.residentPeriodFromAdult, figure.residentPeriodToAdult];
  periods[minor] = [figure.residentPeriodFromMinor, figure.residentPeriodToMinor];
  periods[pupil] = [figure.residentPeriodFromPupil, figure.residentPeriodToPupil];
  periods[student] = [figure.residentPeriodFromStudent, figure.residentPeriodToStudent];
  return {
    year: yearOf(
      words,
      { atOnce: step.residentAtOnce, after: step.residentAfterWaiting, last: step.residentWaitingLast },
      {
        firstYearCounts: chosen(reading.firstMissedYear, reading.firstMissedYear.is.counts),
        earlierYearsCount: chosen(reading.missedYearsBefore2025, reading.missedYearsBefore2025.is.count),
        fromPayment: chosen(reading.residentWaitingStart, reading.residentWaitingStart.is.payment),
        paymentDayCounts: chosen(reading.waitingDayCount, reading.waitingDayCount.is.paymentDay),
        fromYearStart: chosen(reading.latePeriodStart, reading.latePeriodStart.is.yearStart),
        partYearCounts: chosen(reading.partYearInsured, reading.partYearInsured.is.counts),
      },
    ),
    standing,
    newbornRow,
    /** Neither a newborn nor from the employee scheme. */
    ordinaryRow: standing.row([longest.value + 1, 0, 0, 0, 0]),
    /** What two years have earned, as the reading about them says. */
    keepsRow: standing.row([longest.value + 1, 1, Number.MAX_SAFE_INTEGER, 0, 1]),
    waitsRow: standing.row([longest.value + 1, 1, Number.MAX_SAFE_INTEGER, 0, 0]),
    treatment,
    /** The last day after birth on which somebody is a newborn, and how many days after birth that is by the reading. */
    longest,
    newbornDays: longest.value - (reading.newbornDayCount.is.nextDay ? 0 : 1),
    /** From this month on only the coming year can be paid for. */
    lateMonth: treatment.bound("month", treatment.row([0, 0, 0, 0, 12]), "lowest").value,
    /** By the option of the question about the group. */
    periods,
    isNextYear: meansNextYear(option.insuredYear),
    isAssisted: meaning(option.assisted, { none: 0, subsistence: 1, destitute: 1, orphan: 1, marginal: 1 }),
    /** Nothing is known of payments for earlier years. */
    firstYear: Math.trunc(figure.residentPeriodFromAdult.values[0]!.from / 10_000),
  };
}
