/** How the person does what a failed condition asks for, as answers that are otherwise the next time. */
import { formatDate, formatMonth, monthOfDate, type PackedDate } from "../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";

type Cure = (facts: FactInputs, day: PackedDate) => FactInputs;

/** The coming year instead, paid for on the day that is told. */
const nextYear: Cure = (_facts, day) => ({ insuredYear: "next-year", inAnnouncedPeriod: true, paidOn: formatDate(day) });
const now = (facts: FactInputs) => (): FactInputs => facts;

/** `none`: the person cannot do it, or it is another matter altogether. */
const CURES: Readonly<Record<string, Cure | "none">> = {
  "dalian.enrolment.residence": now({ permit: true }),
  "dalian.enrolment.work": now({ work: "freelancer" }),
  "dalian.back-payment.currentFirst": now({ currentPaid: true }),
  "dalian.resident-enrolment.residence": now({ permit: true }),
  "dalian.resident-enrolment.notEmployee": now({ stillInsured: false }),
  "dalian.resident-enrolment.yearOpen": nextYear,
  "dalian.resident-enrolment.inTime": nextYear,
  "dalian.scheme-change.yearOpen": nextYear,
  "dalian.scheme-change.inTime": nextYear,
  "dalian.retirement.noTreatmentElsewhere": now({ treatmentElsewhere: false }),
  "dalian.transfer-in.endedThere": now({ endedThere: true }),
  "dalian.transfer-in.arrived": now({ arrived: true }),
  "dalian.transfer-out.suspended": now({ status: "suspended" }),
  "dalian.transfer-out.departureProof": now({ proof: "dismissal" }),
  "dalian.death.unitHandles": now({ handler: "unit" }),
  "dalian.death.streetHandles": now({ handler: "street" }),
  "dalian.move.inside": "none",
  "dalian.historic-card-loss.paper": now({ paper: "identity-card" }),
  "dalian.historic-card-loss.insuredInCity": "none",
  "dalian.historic-card-loss.withinPeriod": "none",
  "dalian.historic-chronic.known": "none",
  "dalian.historic-contribution.pooled": "none",
  "dalian.historic-gap-payer.payable": "none",
  "dalian.historic-individual.inTime": "none",
  "dalian.historic-individual.counterOpen": "none",
  "dalian.historic-individual.pooled": "none",
  "dalian.historic-nonlocal-back-payment.fits": "none",
  "dalian.historic-nonlocal-back-payment.currentlyPaid": now({ currentlyPaid: true }),
  "dalian.historic-online-move.toHere": "none",
  "dalian.historic-online-move.fromHere": "none",
  "dalian.historic-online-move.withinPeriod": "none",
  "dalian.historic-referral.hospital": "none",
  "dalian.historic-referral.withinPeriod": "none",
  "dalian.historic-referral.seenAtTopLevel": now({ seenAtTopLevel: true }),
  "dalian.historic-referral.cannotTreatHere": now({ cannotTreatHere: true }),
  "dalian.historic-unemployment.goesOn": "none",
  "tieling.enrolment.residence": now({ permit: true }),
  "tieling.enrolment.upperAge": "none",
  "tieling.enrolment.goOn": "none",
  "tieling.back-payment.atMostThree": "none",
  "tieling.resident-enrolment.residence": now({ permit: true }),
  "tieling.newborn.realName": (_facts, day) => ({ realName: true, paidOn: formatDate(day) }),
  "tieling.arrears.owes": "none",
  "tieling.duplicate.applied": now({ applied: true }),
  "tieling.refund.yearsMet": now({ yearsMet: true }),
  "tieling.refund.hasWaiting": "none",
  "tieling.refund.diedInWaiting": "none",
  "tieling.refund.hasMonths": "none",
  "tieling.resident-refund.beforeStart": "none",
  "tieling.resident-refund.endsHere": "none",
  "tieling.retiree-care.retired": now({ retired: true }),
  "tieling.retiree-care.yearsMet": now({ yearsMet: true }),
  "tieling.retirement.inScope": "none",
  "chongqing.enrolment.noDuplicate": now({ otherRelation: false }),
  "chongqing.scheme-change.noDuplicate": now({ otherRelation: false }),
  "chongqing.resident-enrolment.residence": now({ permit: true }),
  "chongqing.resident-enrolment.noDuplicate": now({ otherRelation: false }),
  "chongqing.resident-enrolment.open": now({ insuredYear: "next-year", inAnnouncedPeriod: true }),
  "chongqing.scheme-change.open": now({ insuredYear: "next-year", inAnnouncedPeriod: true }),
  "chongqing.unit-arrears.arrearsPaid": (_facts, day) => ({ arrearsPaid: true, paidOffMonth: formatMonth(monthOfDate(day)) }),
  "chongqing.transfer-in.endedThere": now({ endedThere: true }),
  "chongqing.transfer-in.enrolledHere": now({ enrolledHere: true }),
  "chongqing.transfer-out.suspended": now({ status: "suspended" }),
  "chongqing.transfer-out.enrolledThere": now({ enrolledThere: true }),
};

/** `undefined` where nothing was written down here yet: then these tests cannot say that the remedy works. */
export const cure = (condition: string): Cure | "none" | undefined => CURES[condition];
