import { about, spans } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";
import { combined, flexible22, life, man, met, none, poolOnly, woman50, woman55, workingWoman55 } from "./lives.ts";

const years = { rule: "TL-11", asOf: "2025-08-20" };
const short = { rule: "TL-12", asOf: "2025-08-20" };

// 六(一): men 360, women 300, here 120. Priced by 六(二), 七(三): 2022 5500 × 5 % = 275.00; 2025 6400 × 5 % = 320.00, × 7 % = 448.00.
export const retirement = about(of("retirement"), [
  {
    ...years,
    title: "360 months as a number",
    history: "d360/199508-202508",
    facts: { ...man, ...life({ months: 360 }) },
    expected: met,
  },
  // Nothing served, nothing to prove.
  {
    ...years,
    title: "no papers of service where there was none",
    history: "d360/199508-202508 g0 b0",
    facts: { ...man, ...life({ months: 360 }) },
    expected: { withoutMaterials: ["工龄", "军龄"] },
  },
  // 360 moved in, nothing here: 120 × 448.00.
  {
    ...short,
    title: "everything paid elsewhere",
    history: "w199508-202507",
    facts: { ...man, ...life(none, { transferred: { months: 360 } }), ...combined },
    expected: { shortfallMonths: 120, pays: { topUp: "53760.00" } },
  },
  // 240 moved in, September 2015 to August 2025 = 120 here: 360.
  {
    ...years,
    title: "240 moved in and 120 here",
    history: "w199509-201508 d201509-202508",
    facts: { ...man, ...life(spans("2015-09/2025-08"), { transferred: spans("1995-09/2015-08") }) },
    expected: met,
  },
  // May 2016 to August 2025 = 112 here, 248 moved in: 360 in all, 8 short here: 8 × 320.00.
  {
    ...short,
    title: "112 here, 360 in all",
    history: "w199509-201604 d201605-202508",
    facts: { ...man, ...life(spans("2016-05/2025-08"), { transferred: spans("1995-09/2016-04") }), ...poolOnly },
    expected: { shortfallMonths: 8, pays: { topUp: "2560.00" } },
  },
  // 112 here, 208 moved in: 40 short in all, 8 here: the larger, 40 × 448.00.
  {
    ...short,
    title: "short of both, more in all",
    history: "w199901-201604 d201605-202508",
    facts: { ...man, ...life(spans("2016-05/2025-08"), { transferred: spans("1999-01/2016-04") }), ...combined },
    expected: { shortfallMonths: 40, pays: { topUp: "17920.00" } },
  },
  // 80 here, 250 moved in: 30 short in all, 40 here: the larger, 40.
  {
    ...short,
    title: "short of both, more here",
    history: "w250/199501-201812 d201901-202508",
    facts: { ...man, ...life(spans("2019-01/2025-08"), { transferred: { months: 250 } }), ...combined },
    expected: { shortfallMonths: 40, pays: { topUp: "17920.00" } },
  },
  // The same months paid here and elsewhere count once: January 2013 to December 2024 = 144 here; moved in January 2001 to
  // December 2014 = 168, of it 24 twice: 288; 72 short.
  {
    ...short,
    title: "months paid in both places count once",
    history: "w200101-201412 d201301-202412",
    facts: { ...man, ...life(spans("2013-01/2024-12"), { transferred: spans("2001-01/2014-12") }), ...combined },
    expected: { shortfallMonths: 72, pays: { topUp: "32256.00" } },
  },
  // A month typed twice counts once: January 2010 to December 2016 = 84, + 2017 to August 2025 = 104: 188; 172 short.
  {
    ...short,
    title: "months typed twice count once",
    history: "d201001-201612 201701-202508",
    facts: { ...man, ...life(spans("2010-01/2015-12", "2012-01/2016-12", "2017-01/2025-08")), ...combined },
    expected: { shortfallMonths: 172 },
  },
  // 300 paid, 60 served, no month in common: 360.
  {
    ...years,
    title: "numbers without a month in common",
    history: "g199607-200106 d300/200007-202508",
    facts: { ...man, ...life({ months: 300 }, { service: { months: 60 } }), overlapMonths: 0 },
    expected: met,
  },
  // Five in common: 355; 5 × 448.00.
  {
    ...short,
    title: "numbers with five months in common",
    history: "g199607-200106 d300/200007-202508",
    facts: { ...man, ...life({ months: 300 }, { service: { months: 60 } }), overlapMonths: 5, ...combined },
    expected: { shortfallMonths: 5, pays: { topUp: "2240.00" } },
  },
  // Between the sixteenth birthday (June 1981) and June 2001 lie 241 months at most.
  {
    ...years,
    title: "more service than fits before July 2001",
    history: "",
    facts: { ...man, ...life({ months: 200 }, { service: { months: 300 } }), overlapMonths: 0 },
    expected: { errors: ["service"] },
  },
  // No service before the sixteenth birthday.
  {
    ...years,
    title: "service from the age of ten",
    history: "g197506-200106 d200107-202508",
    facts: { ...man, ...life(spans("2001-07/2025-08"), { service: spans("1975-06/2001-06") }) },
    expected: { errors: ["service"] },
  },
  {
    ...years,
    title: "paid beyond the day",
    history: "d200107-202509",
    facts: { ...man, ...life(spans("2001-07/2025-09")) },
    expected: { errors: ["contributed"] },
  },
  {
    ...years,
    title: "pension formalities in the future",
    history: "d360/199508-202508",
    facts: { ...man, pensionMonth: "2025-09", ...life({ months: 360 }) },
    expected: { errors: ["pensionMonth"] },
  },
  // Service only in June 2001, and from July 2001 only: one month against none. 359 + 1 = 360.
  {
    ...years,
    title: "one month of service in June 2001",
    history: "g200106 d199509-200105 200107-202508",
    facts: { ...man, ...life(spans("1995-09/2001-05", "2001-07/2025-08"), { service: spans("2001-06") }) },
    expected: met,
  },
  {
    ...short,
    title: "one month of service in July 2001",
    history: "g200107 d199509-200106 200108-202508",
    facts: { ...man, ...life(spans("1995-09/2001-06", "2001-08/2025-08"), { service: spans("2001-07") }), ...combined },
    expected: { shortfallMonths: 1, pays: { topUp: "448.00" } },
  },
  // A soldier's months are not bound to July 2001: 260 paid, 72 served before, December 2001 to November 2003 = 24: 356; 4 short.
  {
    ...short,
    title: "military service after July 2001",
    history: "g199507-200106 b200112-200311 d200401-202508",
    facts: {
      ...man,
      ...life(spans("2004-01/2025-08"), { service: spans("1995-07/2001-06"), military: spans("2001-12/2003-11") }),
      assignedSoldier: false,
      ...combined,
    },
    expected: { shortfallMonths: 4, pays: { topUp: "1792.00" } },
  },
  // Military and paid months in common count once: 290 paid, served July 1995 to December 2001 = 78, 6 of them paid: 362.
  {
    ...years,
    title: "military months that were also paid",
    history: "b199507-200112 d200107-202508",
    facts: {
      ...man,
      ...life(spans("2001-07/2025-08"), { military: spans("1995-07/2001-12") }),
      assignedSoldier: false,
    },
    expected: met,
  },
  // 六(一): assigned work, discharged the day before 21 January 2019: years by the same rule: 288 + 73 = 361; here 73: 47 short.
  {
    ...short,
    title: "soldier with assigned work, discharged on 20 January 2019",
    asOf: "2025-02-20",
    history: "b199501-201812 d201902-202502",
    facts: {
      ...woman50,
      ...life(spans("2019-02/2025-02"), { military: spans("1995-01/2018-12") }),
      assignedSoldier: true,
      dischargeDate: "2019-01-20",
      ...combined,
    },
    expected: { shortfallMonths: 47, pays: { topUp: "21056.00" } },
  },
  // From that day on the clause says nothing. First expected as 227 (no military months); but it does not take them away either, and
  // the months typed are those that were recognised: counted by the named reading, 47.
  {
    ...short,
    title: "soldier with assigned work, discharged on 21 January 2019",
    asOf: "2025-02-20",
    history: "b199501-201812 d201902-202502",
    facts: {
      ...woman50,
      ...life(spans("2019-02/2025-02"), { military: spans("1995-01/2018-12") }),
      assignedSoldier: true,
      dischargeDate: "2019-01-21",
      ...combined,
    },
    expected: { shortfallMonths: 47, pays: { topUp: "21056.00" } },
  },
  // Closed group: with a year deemed one is not of it: 180 + 12 = 192; 168 × 275.00.
  {
    title: "180 paid and twelve deemed months",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "g200007-200106 l200704-202203",
    facts: {
      ...flexible22,
      ...life(spans("2007-04/2022-03"), { service: spans("2000-07/2001-06") }),
      ...poolOnly,
      shortfallWay: "pay-now",
    },
    expected: { shortfallMonths: 168, due: "46200.00", firstDay: "2022-05" },
  },
  // Nor as a unit's employee: 360 − 180.
  {
    title: "unit employee with 180 months",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "d200704-202203",
    facts: { ...flexible22, capacity: "unit", ...life(spans("2007-04/2022-03")), ...poolOnly },
    expected: { shortfallMonths: 180 },
  },
  // Closed group with 178: two months: 2 × 275.00, from the month of payment.
  {
    title: "closed group with 178 months pays two",
    rule: "TL-12",
    asOf: "2022-05-10",
    history: "g0 l200706-202203",
    facts: {
      ...flexible22,
      ...life(spans("2007-06/2022-03")),
      closedGroup: true,
      ...poolOnly,
      shortfallWay: "pay-now",
    },
    expected: { shortfallMonths: 2, due: "550.00", firstDay: "2022-05" },
  },
  // A woman of the group: 180 too.
  {
    title: "woman of the closed group with 180 months",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "g0 l200704-202203",
    facts: {
      ...workingWoman55,
      birthDate: "1967-03-03",
      capacity: "flexible",
      ...life(spans("2007-04/2022-03")),
      closedGroup: true,
      ...poolOnly,
    },
    expected: met,
  },
  // Service after June 2001 is not deemed (六(一)), so nothing is: still of the group.
  {
    title: "closed group with service after June 2001 only",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "g200301-200612 l200704-202203",
    facts: { ...flexible22, ...life(spans("2007-04/2022-03"), { service: spans("2003-01/2006-12") }), closedGroup: true },
    expected: met,
  },
  // Nothing said of service at all.
  {
    title: "closed group with 180 months, service not answered",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "l200704-202203",
    facts: { ...flexible22, contributed: spans("2007-04/2022-03"), closedGroup: true },
    expected: met,
  },
  // Women: 300, not 360: 288 + 12 served: exactly; man with the same: 60 short.
  {
    title: "woman with 288 paid and twelve deemed months",
    rule: "TL-11",
    asOf: "2025-12-20",
    history: "g200007-200106 d200107-202506",
    facts: { ...woman55, ...life(spans("2001-07/2025-06"), { service: spans("2000-07/2001-06") }) },
    expected: met,
  },
  {
    title: "man with 288 paid and twelve deemed months",
    rule: "TL-12",
    asOf: "2025-12-20",
    history: "g200007-200106 d200107-202506",
    facts: { ...man, ...life(spans("2001-07/2025-06"), { service: spans("2000-07/2001-06") }), ...combined },
    expected: { shortfallMonths: 60, pays: { topUp: "26880.00" } },
  },
  // The wage of 2027: who is short cannot be told the sum, who is not needs none.
  {
    title: "short in 2027",
    rule: "TL-12",
    asOf: "2027-03-10",
    history: "d200107-202702",
    facts: { ...man, ...life(spans("2001-07/2027-02")), ...combined, shortfallWay: "pay-now" },
    expected: { outcome: "figure-missing", shortfallMonths: 52 },
  },
  {
    title: "not short in 2027",
    rule: "TL-11",
    asOf: "2027-03-10",
    history: "d360/199703-202702",
    facts: { ...man, ...life({ months: 360 }) },
    expected: met,
  },
  // Pay now: from the month of payment, on its last day as on its first.
  {
    title: "pays ten months on the last day of the month",
    rule: "TL-12",
    asOf: "2025-08-31",
    history: "d350/199607-202508",
    facts: { ...man, ...life({ months: 350 }), ...combined, shortfallWay: "pay-now" },
    expected: { shortfallMonths: 10, due: "4480.00", firstDay: "2025-08" },
  },
  {
    title: "pays ten months on the first day of the month",
    rule: "TL-12",
    asOf: "2025-09-01",
    history: "d350/199607-202508",
    facts: { ...man, ...life({ months: 350 }), ...combined, shortfallWay: "pay-now" },
    expected: { shortfallMonths: 10, due: "4480.00", firstDay: "2025-09" },
  },
]);
