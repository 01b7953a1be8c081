/** The words about a payment into the resident scheme that enrolment and a change to it share (CQ-10, CQ-16). */
import type * as City from "../../generated/chongqing/data.ts";
import type { Words } from "../../generated/chongqing/resident-enrolment.ts";
import type * as National from "../../generated/national/data.ts";
import type { OtherReadings } from "../../national/other-readings.ts";
import { meansNextYear, residentYear } from "../../national/resident-year.ts";
import { bindEmployeeWaiting } from "../employee-waiting.ts";
import { bindWaiting, type WaitingWords } from "../waiting.ts";

export type ResidentWords = WaitingWords &
  City.Resident &
  National.ResidentWaiting &
  National.ResidentYear &
  OtherReadings & {
    readonly fact: Pick<Words["fact"], "continuousMonths" | "insuredYear" | "inAnnouncedPeriod" | "subsidy">;
    readonly leaf: Pick<Words["leaf"], "retired" | "insuredYear" | "inAnnouncedPeriod" | "tier">;
    readonly option: Pick<Words["option"], "insuredYear" | "assisted">;
    readonly condition: Pick<Words["condition"], "open">;
    readonly remedy: Pick<Words["remedy"], "payNextYear">;
    readonly amount: Pick<Words["amount"], "yearPremium" | "firstTier" | "secondTier" | "repairPremium" | "subsidy">;
    readonly date: Pick<Words["date"], "treatmentUntil">;
    readonly coverage: Pick<Words["coverage"], "residentWaiting" | "notBegun" | "coveredYear">;
    readonly notice: Pick<
      Words["notice"],
      | "canRepair"
      | "payInPeriod"
      | "yearLost"
      | "latePeriod"
      | "unverified"
      | "graceUnknown"
      | "closingUnknown"
      | "selfPaid"
      | "pressPremium"
      | "assistedPremium"
    >;
    readonly headline: Pick<Words["headline"], "leaveGapOpen" | "leaveGapLost">;
  };

const DECEMBER = 12;

export function bindResident(words: ResidentWords) {
  const { reading, figure, amount, step } = words;
  const calendar = words.table.residentCalendar.by("month");
  return {
    ...bindWaiting(words),
    ...bindEmployeeWaiting(words),
    year: residentYear(
      words,
      { atOnce: step.residentAtOnce, after: step.residentAfterWaiting, last: step.residentWaitingLast },
      {
        firstYearCounts: { node: reading.firstMissedYear.node, says: reading.firstMissedYear.is.counts },
        earlierYearsCount: { node: reading.missedYearsBefore2025.node, says: reading.missedYearsBefore2025.is.count },
        fromPayment: { node: reading.residentWaitingStart.node, says: reading.residentWaitingStart.is.payment },
        paymentDayCounts: { node: reading.residentFirstDay.node, says: reading.residentFirstDay.is.paymentDay },
        fromYearStart: { node: reading.latePeriodStart.node, says: reading.latePeriodStart.is.yearStart },
        partYearCounts: { node: reading.partYearInsured.node, says: reading.partYearInsured.is.counts },
      },
    ),
    treatment: words.table.residentTreatment.by("national", "group", "change", "phase", "missed"),
    calendar,
    isNextYear: meansNextYear(words.option.insuredYear),
    /** The first month in which the coming year is paid for. */
    comingFrom: calendar.bound("month", calendar.row1(DECEMBER), "lowest", "count"),
    // by the option of the question about the tier
    tierFigures: [figure.residentFirstTier, figure.residentSecondTier],
    tierAmounts: [amount.firstTier, amount.secondTier],
  };
}
export type ResidentNames = ResidentWords & ReturnType<typeof bindResident>;
