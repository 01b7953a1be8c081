import { about, spans } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";
import { life, man, met, woman50, woman55, workingMan, workingWoman50, workingWoman55 } from "./lives.ts";

// From when on, and for whom: the statutory month, 六(二), 六(三).
export const retirementReach = about(of("retirement"), [
  // The statutory month, men: December 1964 has no delay; the month before is too early.
  {
    title: "man of 1964 a month early",
    rule: "NX-02",
    asOf: "2024-11-30",
    history: "d360/199412-202411",
    facts: { sex: "male", birthDate: "1964-12-31", way: "no-pension-here", capacity: "unit", ...life({ months: 360 }) },
    expected: { outcome: "not-yet" },
  },
  {
    title: "man of 1964 on his sixtieth birthday",
    rule: "NX-02",
    asOf: "2024-12-31",
    history: "d360/199501-202412",
    facts: { sex: "male", birthDate: "1964-12-31", way: "no-pension-here", capacity: "unit", ...life({ months: 360 }) },
    expected: met,
  },
  // A day younger: one month more.
  {
    title: "man of 1965 on the last day of January",
    rule: "NX-02",
    asOf: "2025-01-31",
    history: "d360/199502-202501",
    facts: { sex: "male", birthDate: "1965-01-01", way: "no-pension-here", capacity: "unit", ...life({ months: 360 }) },
    expected: { outcome: "not-yet" },
  },
  {
    title: "man of 1965 on the first day of February",
    rule: "NX-02",
    asOf: "2025-02-01",
    history: "d360/199502-202501",
    facts: { sex: "male", birthDate: "1965-01-01", way: "no-pension-here", capacity: "unit", ...life({ months: 360 }) },
    expected: met,
  },
  // The cap of 36: January 1977 + 63 = January 2040; June 1980 + 63 = June 2043, far beyond the tables.
  {
    title: "man of 1977 a month early",
    rule: "NX-02",
    asOf: "2039-12-31",
    history: "d200101-203911",
    facts: { sex: "male", birthDate: "1977-01-10", way: "no-pension-here", capacity: "unit", ...life(spans("2001-01/2039-11")) },
    expected: { outcome: "not-yet" },
  },
  {
    title: "man of 1977 at 63",
    rule: "NX-02",
    asOf: "2040-01-10",
    history: "d200101-203912",
    facts: { sex: "male", birthDate: "1977-01-10", way: "no-pension-here", capacity: "unit", ...life(spans("2001-01/2039-12")) },
    expected: met,
  },
  {
    title: "man of 1980 at 63",
    rule: "NX-02",
    asOf: "2043-06-30",
    history: "d200101-203912",
    facts: { sex: "male", birthDate: "1980-06-30", way: "no-pension-here", capacity: "unit", ...life(spans("2001-01/2039-12")) },
    expected: met,
  },
  // Women at 50: the cap of 60 from December 1984 on: March 1985 + 55 = March 2040.
  {
    title: "woman worker of 1985 a month early",
    rule: "NX-02",
    asOf: "2040-02-29",
    history: "d201001-203912",
    facts: {
      ...workingWoman50,
      birthDate: "1985-03-31",
      ...life(spans("2010-01/2039-12")),
    },
    expected: { outcome: "not-yet" },
  },
  {
    title: "woman worker of 1985 at 55",
    rule: "NX-02",
    asOf: "2040-03-31",
    history: "d201001-203912",
    facts: {
      ...workingWoman50,
      birthDate: "1985-03-31",
      ...life(spans("2010-01/2039-12")),
    },
    expected: met,
  },
  // Women at 55: August 1990 + 58 = August 2048.
  {
    title: "woman of 1990 at 58",
    rule: "NX-02",
    asOf: "2048-08-15",
    history: "d201501-204512",
    facts: {
      ...workingWoman55,
      birthDate: "1990-08-15",
      ...life(spans("2015-01/2045-12")),
    },
    expected: met,
  },
  // 六(三): who reached the age before 1 November 2021 is not of this clause: another rule is his.
  {
    title: "woman worker who was 50 on 31 October 2021",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "d300/199701-202112",
    facts: { ...woman50, birthDate: "1971-10-31", pensionMonth: "2021-10", ...life({ months: 300 }) },
    expected: { outcome: "guidance" },
  },
  {
    title: "woman worker who was 50 on 1 November 2021",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "d300/199701-202112",
    facts: { ...woman50, birthDate: "1971-11-01", pensionMonth: "2021-11", ...life({ months: 300 }) },
    expected: met,
  },
  {
    title: "woman who was 55 on 31 October 2021",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "d300/199701-202112",
    facts: { ...woman55, birthDate: "1966-10-31", pensionMonth: "2021-10", ...life({ months: 300 }) },
    expected: { outcome: "guidance" },
  },
  {
    title: "woman who was 55 on 1 November 2021",
    rule: "TL-11",
    asOf: "2022-05-10",
    history: "d300/199701-202112",
    facts: { ...woman55, birthDate: "1966-11-01", pensionMonth: "2021-11", ...life({ months: 300 }) },
    expected: met,
  },
  // 六(三) goes by the age, not by an early pension: pension in October 2021, 60 in May 2023.
  {
    title: "early pension in October 2021, sixty in 2023",
    rule: "TL-11",
    asOf: "2023-06-10",
    history: "d360/199306-202305",
    facts: { ...man, birthDate: "1963-05-05", pensionMonth: "2021-10", ...life({ months: 360 }) },
    expected: met,
  },
  // 六(二) opens the door at the age or after the pension formalities: pension at 57.
  {
    title: "early pension, not yet of age",
    rule: "TL-12",
    asOf: "2025-05-20",
    history: "d360/199505-202504",
    facts: { ...man, birthDate: "1968-01-01", pensionMonth: "2025-05", ...life({ months: 360 }) },
    expected: met,
  },
  // All the years, but no age and no pension.
  {
    title: "fifty-nine with forty years",
    rule: "TL-11",
    asOf: "2025-08-20",
    history: "d480/198501-202412",
    facts: { ...workingMan, birthDate: "1966-09-01", ...life({ months: 480 }) },
    expected: { outcome: "not-yet" },
  },
  // 六(二), last words: who went on contributing after the age gets there: July 2001 to June 2025 = 288, + 72 = 360.
  {
    title: "sixty in 2023, contributed on to 2025",
    rule: "TL-12",
    asOf: "2025-06-20",
    history: "g199507-200106 l200107-202506",
    facts: {
      ...workingMan,
      birthDate: "1963-01-01",
      capacity: "flexible",
      ...life(spans("2001-07/2025-06"), { service: spans("1995-07/2001-06") }),
    },
    expected: met,
  },
  {
    title: "pension in 2023, contributed on to 2025",
    rule: "TL-12",
    asOf: "2025-06-20",
    history: "g199507-200106 d200107-202506",
    facts: {
      ...man,
      birthDate: "1963-01-01",
      pensionMonth: "2023-01",
      ...life(spans("2001-07/2025-06"), { service: spans("1995-07/2001-06") }),
    },
    expected: met,
  },
]);
