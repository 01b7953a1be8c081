/** Which questions each matter's decision counts as something while they stay open; worked out from the clauses, not from the data. */
import { describe, expect, it } from "vitest";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { cities, consult } from "../../src-main/rules/index.ts";
import { packFor } from "./golden.ts";
import { POLICY_DIRECTORY } from "../packs.ts";

const NO_MONTHS = "0 个月";
const NO_MONEY = "0.00 元";
const MAN = { sex: "male", birthDate: "1965-05-20" };

const CASES: readonly (readonly [matter: string, asOf: string, facts: FactInputs, assumed: Readonly<Record<string, string>>])[] =
  [
    [
      "dalian.retirement",
      "2025-07-15",
      { ...MAN, way: "pension-here", pensionMonth: "2025-07", capacity: "unit", contributed: { months: 346 } },
      { transferred: NO_MONTHS, service: NO_MONTHS, military: NO_MONTHS },
    ],
    [
      "dalian.retirement",
      "2025-07-15",
      {
        ...MAN,
        way: "pension-here",
        pensionMonth: "2025-07",
        capacity: "unit",
        contributed: { periods: [{ from: "2004-06", to: "2025-06" }] },
        service: { periods: [{ from: "1990-01", to: "2003-12" }] },
        enrolledAs: "unit",
      },
      { transferred: NO_MONTHS, military: NO_MONTHS },
    ],
    [
      "dalian.inpatient",
      "2025-07-15",
      { capacity: "in-service", stays: { items: [{ admitted: "2025-06-05", level: "third", cost: "5000" }] } },
      { earlierPool: NO_MONEY, earlierBase: NO_MONEY },
    ],
    [
      "tieling.retirement",
      "2026-11-15",
      { ...MAN, way: "no-pension-here", capacity: "unit", contributed: { months: 400 } },
      { transferred: NO_MONTHS, service: NO_MONTHS, military: NO_MONTHS },
    ],
    [
      "tieling.arrears",
      "2026-11-15",
      { owed: { periods: [{ from: "2026-01", to: "2026-03" }] }, fundMode: "pool-only" },
      { contributed: NO_MONTHS },
    ],
  ];

describe("an answer that nobody gave is named with what it counts as", () => {
  it.each(CASES)("%s on %s", (matter, asOf, facts, assumed) => {
    const { decision, errors, unanswered } = consult(packFor(matter.split(".")[0]!), matter, facts, asOf);
    expect([errors, unanswered]).toEqual([[], []]);
    expect(Object.fromEntries((decision!.assumed ?? []).map(({ fact, display }) => [fact, display]))).toEqual(assumed);
  });
});

/** An optional quantity is counted as something, or its question says what an empty answer means. */
describe.each(cities(POLICY_DIRECTORY))("in %s", (city) => {
  it("no quantity may stay open in silence", () => {
    const silent = [...packFor(city).matters.values()].flatMap((matter) =>
      matter.facts
        .filter(({ type, required, assume }) => ["months", "count", "money"].includes(type) && !required && assume === null)
        .map(({ id }) => `${matter.id} ${id}`),
    );
    expect(silent.sort()).toEqual(MEANS_SOMETHING_ELSE.filter((entry) => entry.startsWith(city)).sort());
  });
});

/** Where no answer is not the same as none: another base or rule is taken, and the decision names it. */
const MEANS_SOMETHING_ELSE = [
  // only a reading that is not the usual one counts these, and it says so
  "dalian.back-payment elsewhereMonths",
  "dalian.back-payment residentMonths",
  "dalian.enrolment elsewhereMonths",
  "dalian.enrolment residentMonths",
  "dalian.unemployment elsewhereMonths",
  "dalian.unemployment residentMonths",
  "chongqing.resident-enrolment subsidy",
  "chongqing.scheme-change subsidy",
  "dalian.historic-chronic limitLeft",
  "dalian.retirement ownBase",
];
