import { about } from "../../../journeys/by-hand/case.ts";

// S3 and the figures of later notices; looked up, never applied to a case of today.

const dalian = { city: "dalian", asOf: "2025-07-10" } as const;

const credit = about({ ...dalian, rule: "DH-02", matter: "dalian.historic-account-credit", facts: { area: "inner" } }, [
  // Born in January 1966: 45 all through 2011. 3000 × 2.8 %
  {
    title: "forty-five",
    facts: { period: "2011-12", capacity: "unit", birthDate: "1966-01-15", wage: "3000" },
    expected: { pays: { credit: "84.00" } },
  },
  // 46. 3000 × 3.3 %
  {
    title: "forty-six",
    facts: { period: "2011-12", capacity: "unit", birthDate: "1965-01-15", wage: "3000" },
    expected: { pays: { credit: "99.00" } },
  },
  {
    title: "thirty",
    facts: { period: "2022-12", capacity: "unit", birthDate: "1992-01-15", wage: "7291" },
    expected: { pays: { credit: "204.15" } },
  },
  // 7291 × 2 % = 145.82 from January 2023.
  {
    title: "in service from 2023",
    facts: { period: "2023-01", capacity: "unit", wage: "7291" },
    expected: { pays: { credit: "145.82" } },
  },
  { title: "retired from 2023", facts: { period: "2023-01", capacity: "retired" }, expected: { pays: { credit: "80.00" } } },
  // (Once a credit of 0.00: there is no account to credit.)
  { title: "flexible from 2023", facts: { period: "2023-01", capacity: "flexible" }, expected: { outcome: "refused" } },
  // 930 × 6.5 % = 60.45, the printed example of an outer district after July 2011.
  {
    title: "the printed example after the reform",
    facts: { period: "2011-07", capacity: "retired", area: "outer", pension: "930" },
    expected: { pays: { credit: "60.45" } },
  },
  // 930 × 3.6 % = 33.48 before.
  {
    title: "the printed example before the reform",
    facts: { period: "2011-06", capacity: "retired", area: "outer", pension: "930" },
    expected: { pays: { credit: "33.48" } },
  },
  // 45 until 15 June 2011, 46 from then on.
  {
    title: "the month before forty-six",
    facts: { period: "2011-05", capacity: "unit", birthDate: "1965-06-15", wage: "1000" },
    expected: { pays: { credit: "28.00" } },
  },
  {
    title: "the month after forty-six",
    facts: { period: "2011-07", capacity: "unit", birthDate: "1965-06-15", wage: "1000" },
    expected: { pays: { credit: "33.00" } },
  },
  // The inner districts had 6.5 % before the reform too: 2000 × 6.5 %.
  {
    title: "retired in the inner districts before the reform",
    facts: { period: "2011-06", capacity: "retired", pension: "2000" },
    expected: { pays: { credit: "130.00" } },
  },
  // The press names no rate for the outer districts then; DH-02 sets none apart but for retirees, so that of the city, as a reading.
  // (Once no answer, as for contributions: those are said to differ by district.)
  {
    title: "in service in an outer district before the reform",
    facts: { period: "2011-06", capacity: "unit", area: "outer", birthDate: "1980-06-15", wage: "1000" },
    expected: { pays: { credit: "28.00" } },
  },
  // 6333.33 × 2 % = 126.6666.
  {
    title: "a credit that is rounded",
    facts: { period: "2024-05", capacity: "unit", wage: "6333.33" },
    expected: { pays: { credit: "126.67" } },
  },
  { title: "a month ahead", facts: { period: "2025-08", capacity: "retired" }, expected: { errors: ["period"] } },
  {
    title: "retired in the inner districts in 2022",
    facts: { period: "2022-12", capacity: "retired", pension: "4000" },
    expected: { pays: { credit: "260.00" } },
  },
]);

const cards = ["identity-card", "temporary"].flatMap((paper) =>
  about(
    { ...dalian, rule: "DH-07", matter: "dalian.historic-card-loss", facts: { period: "2011-06", insuredInCity: true, paper } },
    [
      { title: `card lost, ${paper}`, expected: { outcome: ["granted", "guidance"] } },
      // A week: 1 June + 7 days.
      {
        title: `card lost, ${paper}, applied on 1 June`,
        facts: { appliedOn: "2011-06-01" },
        expected: { firstDay: "2011-06-08" },
      },
    ],
  ),
);
const notOfTheCity = ["identity-card", "temporary", "none"].flatMap((paper) =>
  about(
    { ...dalian, rule: "DH-07", matter: "dalian.historic-card-loss", facts: { period: "2011-06", insuredInCity: false, paper } },
    [{ title: `card lost, not of the city, ${paper}`, expected: { outcome: ["refused", "not-yet", "guidance"] } }],
  ),
);
const noPaper = about(
  {
    ...dalian,
    rule: "DH-07",
    matter: "dalian.historic-card-loss",
    facts: { period: "2011-06", insuredInCity: true, paper: "none" },
  },
  [{ title: "card lost, no paper", expected: { outcome: ["not-yet", "refused"] } }],
);

const chronic = about(
  {
    ...dalian,
    rule: "DH-08",
    matter: "dalian.historic-chronic",
    facts: { period: "2012-01", area: "zhuanghe", community: false },
  },
  [
    // 85 % after the reform, 80 % before.
    { title: "庄河 after the reform", facts: { cost: "1000" }, expected: { pays: { subsidy: "850.00" } } },
    { title: "庄河 before the reform", facts: { period: "2011-06", cost: "1000" }, expected: { pays: { subsidy: "800.00" } } },
    // No more than the illness has left for the year.
    {
      title: "庄河, the year's limit nearly used",
      facts: { cost: "1000", limitLeft: "300" },
      expected: { pays: { subsidy: "300.00" } },
    },
    {
      title: "庄河 in the month of the reform",
      facts: { period: "2011-08", cost: "200" },
      expected: { pays: { subsidy: "170.00" } },
    },
    // 123.45 × 85 % = 104.9325
    { title: "庄河, a subsidy that is rounded", facts: { cost: "123.45" }, expected: { pays: { subsidy: "104.93" } } },
    { title: "庄河, a month ahead", facts: { period: "2025-08", cost: "200" }, expected: { errors: ["period"] } },
    { title: "庄河, no cost", facts: { cost: "0" }, expected: { pays: { subsidy: "0.00" } } },
  ],
);

// 8 % and 2 % of wages within 60 %…300 % of an average wage that nobody has.
const contribution = about(
  { ...dalian, rule: "DH-01", matter: "dalian.historic-contribution", facts: { period: "2012-01", area: "inner" } },
  [
    { title: "a person's two per cent", facts: { payer: "person", wage: "3000" }, expected: { outcome: "figure-missing" } },
    {
      title: "a unit's eight per cent",
      facts: { payer: "unit", wagesKnown: true, totalWages: "30000", headcount: 10 },
      expected: { outcome: "figure-missing" },
    },
    {
      title: "a unit whose wages cannot be told",
      facts: { payer: "unit", wagesKnown: false, headcount: 10 },
      expected: { outcome: "figure-missing" },
    },
  ],
);

// Who paid an old gap. A farmer without a unit could leave it and could pay it by the newspaper, which goes before the forum.
// (Once refused, as the forum has it.)
const gapPayer = about(
  {
    ...dalian,
    rule: "DH-05",
    matter: "dalian.historic-gap-payer",
    facts: { period: "2011-06", gap: { periods: [{ from: "2010-01", to: "2010-06" }] } },
  },
  [
    { title: "in a unit then", facts: { situation: "unit" }, expected: { gapMonths: 6 } },
    { title: "no unit, urban", facts: { situation: "no-unit", household: "urban" }, expected: { gapMonths: 6 } },
    {
      title: "no unit, rural",
      facts: { situation: "no-unit", household: "rural" },
      expected: { outcome: "guidance" },
    },
    { title: "a unit with a pension only", facts: { situation: "unit-no-medical" }, expected: { gapMonths: 6 } },
    { title: "never insured", facts: { situation: "never" }, expected: { gapMonths: 6 } },
    // Months after the month looked up.
    {
      title: "a gap after the month looked up",
      facts: { situation: "unit", gap: { periods: [{ from: "2011-01", to: "2011-07" }] } },
      expected: { errors: ["gap"] },
    },
  ],
);

const individual = about(
  {
    ...dalian,
    rule: "DH-03",
    matter: "dalian.historic-individual",
    facts: { period: "2011-06", area: "inner", purpose: "pay", day: 8, relief: true },
  },
  [
    // 2000 × 6 % = 120: on relief the own base whatever it is. (Once the least of 155, which the article names for everybody else.)
    {
      title: "on relief, below the least",
      facts: { pensionBase: "2000" },
      expected: { pays: { premium: "120.00" } },
    },
    // On relief the own base: 3000 × 6 %.
    { title: "on relief", facts: { pensionBase: "3000" }, expected: { pays: { premium: "180.00" } } },
    // Otherwise at least the average wage, which nobody has.
    { title: "not on relief", facts: { relief: false, pensionBase: "3000" }, expected: { outcome: "figure-missing" } },
    // From the 25th the bank settles.
    {
      title: "unlocking on the 24th",
      facts: { purpose: "unlock", day: 24, pensionBase: "3000" },
      expected: { outcome: ["granted", "guidance"] },
    },
    {
      title: "unlocking on the 25th",
      facts: { purpose: "unlock", day: 25, pensionBase: "3000" },
      expected: { outcome: ["not-yet", "refused"] },
    },
    {
      title: "unlocking on the 31st",
      facts: { period: "2011-05", purpose: "unlock", day: 31, pensionBase: "3000" },
      expected: { outcome: ["not-yet", "refused"] },
    },
    { title: "on 31 June", facts: { purpose: "unlock", day: 31, pensionBase: "3000" }, expected: { errors: ["day"] } },
  ],
);

// Sixty per cent of the average wage owed for, which nobody has; anybody else was refused.
const nonlocal = about(
  {
    ...dalian,
    rule: "DH-04",
    matter: "dalian.historic-nonlocal-back-payment",
    facts: { period: "2013-06", byAgent: false, owed: { periods: [{ from: "2012-01", to: "2012-06" }] } },
  },
  [
    {
      title: "from elsewhere, paid now",
      facts: { kind: "nonlocal", currentlyPaid: true },
      expected: { outcome: "figure-missing" },
    },
    {
      title: "from elsewhere, not paid now",
      facts: { kind: "nonlocal", currentlyPaid: false },
      expected: { outcome: ["not-yet", "refused"] },
    },
    { title: "rural rate", facts: { kind: "rural-rate", alreadyPaid: "0" }, expected: { outcome: "figure-missing" } },
    { title: "rural and missed", facts: { kind: "rural-missed" }, expected: { outcome: "figure-missing" } },
    { title: "none of the three", facts: { kind: "other" }, expected: { outcome: "refused" } },
    {
      title: "owed after the month looked up",
      facts: { kind: "rural-missed", owed: { periods: [{ from: "2013-01", to: "2013-07" }] } },
      expected: { errors: ["owed"] },
    },
  ],
);

const referral = [true, false].flatMap((cannotTreatHere) =>
  [true, false].flatMap((seenAtTopLevel) =>
    ["top-general", "other"].flatMap((hospital) =>
      about(
        {
          ...dalian,
          rule: "DH-09",
          matter: "dalian.historic-referral",
          facts: { period: "2011-09", cannotTreatHere, seenAtTopLevel, hospital },
        },
        [
          {
            title: `referral: ${[cannotTreatHere, seenAtTopLevel, hospital].join(", ")}`,
            expected:
              cannotTreatHere && seenAtTopLevel && hospital === "top-general"
                ? { outcome: ["granted", "guidance"] }
                : { outcome: ["refused", "not-yet"] },
          },
        ],
      ),
    ),
  ),
);

const unemployment = about({ ...dalian, rule: "DH-11", matter: "dalian.historic-unemployment", facts: { period: "2011-06" } }, [
  // Not insured: the hospital bill came from the unemployment insurance.
  { title: "did not opt in", facts: { optsIn: false }, expected: { outcome: "guidance" } },
  // Asked for in the first month.
  {
    title: "opted in in the first month",
    facts: { optsIn: true, benefitFrom: "2011-06", interrupted: false },
    expected: { outcome: ["granted", "guidance"] },
  },
  {
    title: "opted in in the second month",
    facts: { optsIn: true, benefitFrom: "2011-05", interrupted: false },
    expected: { outcome: "refused" },
  },
  {
    title: "opted in late and interrupted it",
    facts: { optsIn: true, benefitFrom: "2011-05", interrupted: true },
    expected: { outcome: "refused" },
  },
  { title: "a month ahead", facts: { period: "2025-08", optsIn: false }, expected: { errors: ["period"] } },
  {
    title: "interrupted it",
    facts: { optsIn: true, benefitFrom: "2011-06", interrupted: true },
    expected: { outcome: "refused" },
  },
]);

const PLACES = ["city", "district", "zone", "elsewhere"];
// Online between the city and its districts, except the development zone; not from or to elsewhere. From 2011-07.
const online = PLACES.flatMap((movedFrom) =>
  PLACES.flatMap((movedTo) =>
    about({ ...dalian, rule: "DH-10", matter: "dalian.historic-online-move", facts: { period: "2011-09", movedFrom, movedTo } }, [
      {
        title: `online move ${movedFrom} → ${movedTo}`,
        expected: [movedFrom, movedTo].some((place) => place === "zone" || place === "elsewhere")
          ? { outcome: ["refused", "not-yet", "guidance"] }
          : { outcome: ["granted", "guidance"] },
      },
    ]),
  ),
);

export const historic = [
  ...credit,
  ...cards,
  ...notOfTheCity,
  ...noPaper,
  ...chronic,
  ...contribution,
  ...gapPayer,
  ...individual,
  ...nonlocal,
  ...referral,
  ...unemployment,
  ...online,
];
