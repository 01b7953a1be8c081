/**
 * Second and later stays of a year, and stays that cannot be reckoned, by hand (DL-12).
 * The guide names one deductible; reposts until 2023 name lower ones for later stays: 240 / 400 / 680 / 960.
 */
import type { GoldenCase } from "../golden.ts";

const stay = (admitted: string, level: string, cost: string) => ({ admitted, level, cost });
type StayInput = ReturnType<typeof stay>;
const inService = (...items: StayInput[]) => ({ capacity: "in-service", stays: { items } });
const retired = (birthDate: string, ...items: StayInput[]) => ({ capacity: "retired", birthDate, stays: { items } });
const asOf = "2025-03-02";
const lower = { "dalian.later-stays": "lower" };
const FIRST = "第1次 2024年3月1日";
const SECOND = "第2次 2024年5月1日";
const twice = (level: string) => [stay("2024-03-01", level, "10000"), stay("2024-05-01", level, "10000")] as const;

export const LATER_STAYS_CASES: readonly GoldenCase[] = (
  [
    {
      title: "two stays at a third-level hospital: 850 each time by the guide, and the question is shown",
      asOf,
      facts: inService(...twice("third")),
      // 9,150 × 85 % = 7,777.50 both times
      expected: {
        groups: { [FIRST]: { pool: "7777.50", own: "2222.50" }, [SECOND]: { pool: "7777.50", own: "2222.50" } },
        readings: ["dalian.later-stays"],
        withoutNotices: ["laterStaysUnverified"],
      },
    },
    {
      title: "one stay: the question does not arise",
      asOf,
      facts: inService(stay("2024-03-01", "third", "10000")),
      expected: { withoutReadings: ["dalian.later-stays"] },
    },
    {
      title: "one stay after earlier payments of the pool: it is a later one",
      asOf,
      facts: { ...inService(stay("2024-03-01", "third", "10000")), earlierPool: "5000" },
      expected: { readings: ["dalian.later-stays"] },
    },
    {
      title: "read lower: 680 the second time, (10,000 − 680) × 85 % = 7,922.00, unverified",
      asOf,
      readings: lower,
      facts: inService(...twice("third")),
      expected: {
        groups: { [FIRST]: { pool: "7777.50", own: "2222.50" }, [SECOND]: { pool: "7922.00", own: "2078.00" } },
        notices: ["laterStaysUnverified"],
        readings: ["dalian.later-stays"],
      },
    },
    ...(
      [
        ["grassroots", "8784.00"], // 9,760 × 90 %
        ["second", "8448.00"], // 9,600 × 88 %
        ["top", "7684.00"], // 9,040 × 85 %
      ] as const
    ).map(([level, pool]) => ({
      title: `read lower at ${level}: ${pool}`,
      asOf,
      readings: lower,
      facts: inService(...twice(level)),
      expected: {
        groups: { [SECOND]: { pool, own: (10_000 - Number(pool)).toFixed(2) } },
      },
    })),
    {
      title: "70 and older already have less than that: 425 stays 425, (10,000 − 425) × 92.5 % = 8,856.88",
      asOf,
      readings: lower,
      facts: retired("1950-01-01", ...twice("third")),
      expected: { groups: { [SECOND]: { pool: "8856.88", own: "1143.12" } } },
    },
    {
      title: "after earlier payments, read lower: the first listed stay is a later one",
      asOf,
      readings: lower,
      facts: { ...inService(stay("2024-03-01", "third", "10000")), earlierPool: "5000" },
      expected: { groups: { [FIRST]: { pool: "7922.00", own: "2078.00" } } },
    },

    // --- what cannot be reckoned
    {
      title: "admitted after the day of the question",
      asOf: "2024-02-29",
      facts: inService(stay("2024-03-01", "third", "10000")),
      expected: { errors: ["stays.0.admitted conflict"] },
    },
    {
      title: "admitted on the day itself",
      asOf: "2024-03-01",
      facts: inService(stay("2024-03-01", "third", "10000")),
      expected: { errors: [], outcome: "granted" },
    },
    {
      title: "a stay that cost nothing",
      asOf,
      facts: inService(stay("2024-03-01", "third", "0")),
      expected: { errors: ["stays.0.cost conflict"] },
    },
    {
      title: "a stay of one fen",
      asOf,
      facts: inService(stay("2024-03-01", "third", "0.01")),
      expected: { groups: { [FIRST]: { pool: "0.00", own: "0.01" } } },
    },
  ] as const
).map((golden) => ({ rule: "DL-12", ...golden }));
