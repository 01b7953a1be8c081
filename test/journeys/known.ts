/**
 * Faults of the rules that the laws meet today. Each is expected: where it no longer fails the run fails, and the entry goes.
 * Everything that is not listed has to hold.
 */
export interface KnownFault {
  readonly law: string;
  readonly where: string;
  /** The rule of the catalogue that says how it should be, and what is wrong with it. */
  readonly rule: string;
  readonly fault: string;
  /** A life that meets it, where a sample of some hundred might not. */
  readonly life?: number;
}

export const KNOWN: readonly KnownFault[] = [
  {
    law: "7 first day",
    where: "chongqing.scheme-change/chongqing.resident-enrolment flexible-to-resident",
    rule: "CQ-16",
    fault: "January of a year whose period ran on: the one matter takes the grace month, the other the period",
  },
  {
    law: "9 earlier",
    where: "tieling.newborn child covered",
    rule: "TL-03",
    fault: "the notice itself is kinder to a payment in the following year",
  },
  {
    law: "5 takes",
    where: "tieling.scheme-change special",
    rule: "TL-04",
    fault: "the matter asks about graduates and servicemen's spouses, which lives do not tell yet",
  },
  {
    law: "8 paid as told",
    where: "tieling.back-payment flexible",
    rule: "TL-05",
    fault: "the months alone do not say on which day of a month payment arrived, nor what January waits for",
  },
  {
    law: "5 takes",
    where: "dalian.scheme-change group,assisted,paidOn,insuredYear,inAnnouncedPeriod,lastPaid,continuousMonths",
    rule: "DL-11",
    fault: "the change of scheme asks what lives do not tell yet",
  },
  {
    law: "8 paid as told",
    where: "tieling.back-payment unit",
    rule: "TL-04",
    fault: "the months alone do not say on which day of a month payment arrived",
  },
  {
    law: "8 sent",
    where: "chongqing.resident-enrolment → chongqing.resident-refund",
    rule: "CQ-16",
    fault: "a year paid after it had closed is sent to the refund, which knows it as begun",
  },
  {
    law: "7 first day",
    where: "chongqing.enrolment/chongqing.scheme-change unit-to-flexible",
    rule: "CQ-03",
    fault: "months paid by the unemployment fund are a unit's for one matter and nobody's for the other",
  },
  {
    law: "6 dates",
    where: "dalian.enrolment continuousFrom",
    rule: "DL-02",
    fault: "the promised month without a break is the month of the age limit, which the strip ends before",
  },
  {
    law: "8 stays told",
    where: "tieling.back-payment",
    rule: "TL-04",
    fault: "the months alone do not say on which day of a month payment arrived",
  },
  {
    law: "9 earlier",
    where: "dalian.scheme-change resident covered",
    rule: "ALL-05",
    fault: "a payment before the change is taken for another year than the one compared with",
  },
  {
    law: "5 takes",
    where: "dalian.scheme-change group,assisted,paidOn,insuredYear,lastPaid,continuousMonths",
    rule: "DL-11",
    fault: "the change of scheme asks what lives do not tell yet",
  },
  {
    law: "9 earlier",
    where: "chongqing.scheme-change resident covered",
    rule: "ALL-05",
    fault: "a payment before the change is taken for another year than the one compared with",
  },
  {
    law: "9 earlier",
    where: "chongqing.resident-enrolment resident covered",
    rule: "ALL-05",
    fault: "a payment before the change is taken for another year than the one compared with",
  },
  {
    law: "9 earlier",
    where: "tieling.enrolment flexible covered",
    rule: "ALL-05",
    fault: "a payment before the change is taken for another year than the one compared with",
  },
  {
    law: "7 years",
    where: "dalian.retirement, paid when it was too late",
    rule: "DL-05",
    fault: "months paid after the formalities are counted otherwise by the lives",
  },
];

/** Matters that no life is put to yet. */
export const NOT_ASKED: readonly string[] = ["dalian.resident-enrolment"];
