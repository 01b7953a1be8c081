import { about } from "./case.ts";
import { of } from "./tieling-words.ts";

export const schemeChange = about(of("scheme-change"), [
  // S2 三(一): 24 months are two years; January to March = 3: at once.
  {
    title: "resident of two years to a unit, three months between",
    rule: "TL-08",
    asOf: "2025-04-15",
    history: "j2023-2024",
    facts: {
      direction: "resident-to-unit",
      assisted: "none",
      continuousMonths: 24,
      lastPaid: "2024-12",
      paidOn: "2025-04-15",
    },
    expected: { outcome: "granted", gapMonths: 3, wait: { days: 0 }, firstDay: "2025-04-15" },
  },
  // S2 三(一): four months: 1 May + 30 = 31 May.
  {
    title: "resident of two years to a unit, four months between",
    rule: "TL-08",
    asOf: "2025-05-01",
    history: "j2023-2024",
    facts: {
      direction: "resident-to-unit",
      assisted: "none",
      continuousMonths: 24,
      lastPaid: "2024-12",
      paidOn: "2025-05-01",
    },
    expected: { outcome: "granted", gapMonths: 4, wait: { days: 30 }, firstDay: "2025-05-31" },
  },
  // S2 三(一): 23 months are less than two years: 10 January + 90 = 10 April, gap or not.
  {
    title: "resident of 23 months to a unit without a gap",
    rule: "TL-08",
    asOf: "2025-01-10",
    history: "j202302-202412",
    facts: {
      direction: "resident-to-unit",
      assisted: "none",
      continuousMonths: 23,
      lastPaid: "2024-12",
      paidOn: "2025-01-10",
    },
    expected: { outcome: "granted", gapMonths: 0, wait: { days: 90 }, firstDay: "2025-04-10" },
  },
  // S2 三(一): to flexible the same rule, no gap: at once.
  {
    title: "resident of two years to flexible without a gap",
    rule: "TL-08",
    asOf: "2025-01-10",
    history: "j2023-2024",
    facts: {
      direction: "resident-to-flexible",
      assisted: "none",
      continuousMonths: 24,
      lastPaid: "2024-12",
      paidOn: "2025-01-10",
    },
    expected: { outcome: "granted", gapMonths: 0, wait: { days: 0 }, firstDay: "2025-01-10" },
  },
  // S2 三(一) stands before and from 2025: 24 months, March to May = 3: at once; a resident's year ends on 31 December.
  {
    title: "unit of two years to resident, three months between",
    rule: "TL-08",
    asOf: "2025-06-10",
    history: "d202303-202502",
    facts: {
      direction: "unit-to-resident",
      assisted: "none",
      continuousMonths: 24,
      lastPaid: "2025-02",
      paidOn: "2025-06-10",
    },
    expected: { outcome: "granted", gapMonths: 3, wait: { days: 0 }, firstDay: "2025-06-10", lastDay: "2025-12-31" },
  },
  // Four months between: from 2025 the residents' rule, national: three months from 10 June = 10 September.
  {
    title: "unit of two years to resident, four months between",
    rule: "TL-08",
    asOf: "2025-06-10",
    history: "d202302-202501",
    facts: {
      direction: "unit-to-resident",
      assisted: "none",
      continuousMonths: 24,
      lastPaid: "2025-01",
      paidOn: "2025-06-10",
    },
    expected: {
      outcome: "granted",
      gapMonths: 4,
      wait: { months: 3 },
      firstDay: "2025-09-10",
      lastDay: "2025-12-31",
    },
  },
  // 23 months: the residents' rule too: 20 March + 3 months = 20 June.
  {
    title: "flexible of 23 months to resident, one month between",
    rule: "TL-08",
    asOf: "2025-03-20",
    history: "l202303-202501",
    facts: {
      direction: "flexible-to-resident",
      assisted: "none",
      continuousMonths: 23,
      lastPaid: "2025-01",
      paidOn: "2025-03-20",
    },
    expected: {
      outcome: "granted",
      gapMonths: 1,
      wait: { months: 3 },
      firstDay: "2025-06-20",
      lastDay: "2025-12-31",
    },
  },
  // Until 2024 the city's rule: less than two years: 10 May 2024 + 90 = 8 August.
  {
    title: "unit of 23 months to resident in 2024",
    rule: "TL-08",
    asOf: "2024-05-10",
    history: "d202205-202403",
    facts: {
      direction: "unit-to-resident",
      assisted: "none",
      continuousMonths: 23,
      lastPaid: "2024-03",
      paidOn: "2024-05-10",
    },
    expected: {
      outcome: "granted",
      gapMonths: 1,
      wait: { days: 90 },
      firstDay: "2024-08-08",
      lastDay: "2024-12-31",
    },
  },
  // S2 三(二): assisted residents change without a wait, whatever the months and the gap.
  {
    title: "subsistence-allowance resident of five months to a unit",
    rule: "TL-08",
    asOf: "2025-12-01",
    history: "j202501-202505",
    facts: { direction: "resident-to-unit", assisted: "subsistence", lastPaid: "2025-05", paidOn: "2025-12-01" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-12-01" },
  },
  // S2 三(二): and back, outside the announced period.
  {
    title: "flexible to resident with severe disability, ten months between",
    rule: "TL-08",
    asOf: "2025-07-02",
    history: "l202301-202408",
    facts: { direction: "flexible-to-resident", assisted: "disabled", lastPaid: "2024-08", paidOn: "2025-07-02" },
    expected: { outcome: "granted", wait: { days: 0 }, firstDay: "2025-07-02", lastDay: "2025-12-31" },
  },
  // Flexible to unit stays in the employee scheme: 二(二)2: May, June, July = 3, no wait.
  {
    title: "flexible to a unit, three months between",
    rule: "TL-04",
    asOf: "2025-08-11",
    history: "l202401-202504",
    facts: { direction: "flexible-to-unit", lastPaid: "2025-04", paidOn: "2025-08-11" },
    expected: { outcome: "granted", gapMonths: 3, wait: { days: 0 } },
  },
  // Four: 1 September + 30 = 1 October.
  {
    title: "flexible to a unit, four months between",
    rule: "TL-04",
    asOf: "2025-09-01",
    history: "l202401-202504",
    facts: { direction: "flexible-to-unit", lastPaid: "2025-04", paidOn: "2025-09-01" },
    expected: { outcome: "granted", gapMonths: 4, wait: { days: 30 }, firstDay: "2025-10-01" },
  },
]);
