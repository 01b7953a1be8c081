import { about, spans } from "../../../journeys/by-hand/case.ts";

// Who may enrol as an individual: registered here, sixteen or older; registered elsewhere, sixteen or older and under 60/55, or drawing a
// Chongqing employee pension. Years of Chengdu (2024-03-01…2028-03-01): 240 actual months of both places are enough for men and women,
// fewer are topped up to 240, where most of them were paid; deemed months are not actual ones.

const chongqing = { city: "chongqing", asOf: "2025-07-10" } as const;
const first = {
  otherRelation: false,
  firstTime: true,
  fromResident: false,
  fromUnit: false,
  tier: "first",
  paidOn: "2025-07-10",
};
const registered = { ...chongqing, rule: "CQ-03", matter: "chongqing.enrolment", facts: { ...first, household: true } } as const;
const fromElsewhere = { ...registered, facts: { ...first, household: false, permit: true } } as const;

const ageCases = [
  ...about(registered, [
    {
      title: "registered here, sixteen today",
      facts: { sex: "male", birthDate: "2009-07-10" },
      expected: { outcome: "granted", wait: { months: 6 } },
    },
    {
      title: "registered here, sixteen tomorrow",
      facts: { sex: "male", birthDate: "2009-07-11" },
      expected: { outcome: "not-yet", opens: "2025-07-11" },
    },
    // no upper age for who is registered here
    {
      title: "registered here, sixty-two",
      facts: { sex: "male", birthDate: "1963-01-10" },
      expected: { outcome: "granted", wait: { months: 6 } },
    },
  ]),
  ...about(fromElsewhere, [
    {
      title: "registered elsewhere, a man on the day before he is sixty",
      facts: { sex: "male", birthDate: "1965-07-11" },
      expected: { outcome: "granted", wait: { months: 6 } },
    },
    {
      title: "registered elsewhere, a man on his sixtieth birthday",
      facts: { sex: "male", birthDate: "1965-07-10", chongqingPension: false },
      expected: { outcome: "refused" },
    },
    {
      title: "registered elsewhere, a man of sixty with a Chongqing pension",
      facts: { sex: "male", birthDate: "1965-07-10", chongqingPension: true },
      expected: { outcome: "granted", wait: { months: 6 } },
    },
    {
      title: "registered elsewhere, a woman on the day before she is fifty-five",
      facts: { sex: "female", birthDate: "1970-07-11" },
      expected: { outcome: "granted", wait: { months: 6 } },
    },
    {
      title: "registered elsewhere, a woman on her fifty-fifth birthday",
      facts: { sex: "female", birthDate: "1970-07-10", chongqingPension: false },
      expected: { outcome: "refused" },
    },
    {
      title: "registered elsewhere, sixteen tomorrow",
      facts: { sex: "female", birthDate: "2009-07-11" },
      expected: { outcome: "not-yet", opens: "2025-07-11" },
    },
  ]),
];

const pension = { way: "pension-here", pensionMonth: "2025-07", capacity: "flexible", tier: "first" };
const shared = { ...chongqing, rule: "CQ-15", matter: "chongqing.retirement", facts: pension } as const;
const man = { sex: "male", birthDate: "1965-05-10" };
const woman = { sex: "female", birthDate: "1970-05-10" };

const chengduCases = about(shared, [
  {
    title: "a man, 150 here and 90 in Chengdu",
    facts: { ...man, contributed: { months: 150 }, chengduMonths: { months: 90 } },
    expected: { outcome: "granted" },
  },
  // 239: one month, 305.30
  {
    title: "a man, 150 here and 89 in Chengdu",
    facts: { ...man, contributed: { months: 150 }, chengduMonths: { months: 89 } },
    expected: { shortfallMonths: 1, due: "305.30" },
  },
  {
    title: "a woman, 239 here and 1 in Chengdu",
    facts: { ...woman, contributed: { months: 239 }, chengduMonths: { months: 1 } },
    expected: { outcome: "granted" },
  },
  // most of them were paid in Chengdu: it is Chengdu's matter
  {
    title: "a man, 100 here and 140 in Chengdu",
    facts: { ...man, contributed: { months: 100 }, chengduMonths: { months: 140 } },
    expected: { outcome: ["guidance", "refused"] },
  },
  // 2005-08…2015-07 in Chengdu, 2015-08…2025-07 here: as long in both, paid last here
  {
    title: "as long in both, last here",
    facts: {
      ...man,
      contributed: spans("2015-08/2025-07"),
      chengduMonths: spans("2005-08/2015-07"),
      lastPaidAt: "chongqing",
    },
    expected: { outcome: "granted" },
  },
  {
    title: "as long in both, last in Chengdu",
    facts: { ...man, contributed: spans("2005-08/2015-07"), chengduMonths: spans("2015-08/2025-07"), lastPaidAt: "chengdu" },
    expected: { outcome: ["guidance", "refused"] },
  },
  // deemed months are no actual ones: 230 of 240, ten short by the agreement; alone here 130 of 360
  {
    title: "a man, 130 here, 100 in Chengdu and 100 deemed",
    facts: { ...man, contributed: { months: 130 }, chengduMonths: { months: 100 }, deemedMonths: 100 },
    expected: { shortfallMonths: 10, due: "3053.00" },
  },
  // the day before the agreement: 150 of 360, the 90 not being moved (once 120 short, as if they were)
  {
    title: "the day before the agreement",
    asOf: "2024-02-29",
    facts: {
      ...man,
      birthDate: "1964-02-10",
      pensionMonth: "2024-02",
      contributed: { months: 150 },
      chengduMonths: { months: 90 },
    },
    expected: { shortfallMonths: 210 },
  },
  // its first day
  {
    title: "the first day of the agreement",
    asOf: "2024-03-01",
    facts: {
      ...man,
      birthDate: "1964-02-10",
      pensionMonth: "2024-02",
      contributed: { months: 150 },
      chengduMonths: { months: 90 },
    },
    expected: { outcome: "granted" },
  },
  // without Chengdu the rule of Chongqing alone
  {
    title: "a man, 240 here and none in Chengdu",
    facts: { ...man, contributed: { months: 240 }, chengduMonths: { months: 0 } },
    expected: { shortfallMonths: 120, due: "36636.00" },
  },
]);

export const agesAndChengdu = [...ageCases, ...chengduCases];
