/** Enrolment as a resident after missed years: several open readings move the first day (worked out by hand from 国办发〔2024〕38号). */
import { describe, expect, it } from "vitest";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { consult, consultWithSpan, span } from "../../../src-main/rules/index.ts";
import { packFor } from "../golden.ts";

const MATTER = "tieling.resident-enrolment";
const FACTS: FactInputs = { household: true, assisted: "none", insuredBefore: true, repairedYears: 0 };
/** Last insured in 2024, paid on 2026-11-15 for 2027: 2025 and 2026 were missed. */
const MISSED_TWO: FactInputs = { ...FACTS, insuredYear: "next-year", lastYear: 2024 };

const firstDay = (readings: Record<string, string>): string | undefined =>
  consult(packFor("tieling", [], readings), MATTER, MISSED_TWO, "2026-11-15").decision!.dates.find(
    ({ id }) => id === "treatmentFrom",
  )?.value;
const spanOfFirstDay = (facts: FactInputs, asOf: string) =>
  span(packFor("tieling"), MATTER, facts, asOf)!.dates.find(({ id }) => id === "treatmentFrom")!;

describe("the first day of a resident who missed years", () => {
  const free = { "tieling.first-missed-year": "free" };
  const yearStart = { "tieling.resident-waiting-start": "year-start" };

  it.each<[string, Record<string, string>, string]>([
    ["3 + 2 months from the payment", {}, "2027-04-15"],
    ["the first missed year free: 3 + 1 months from the payment", free, "2027-03-15"],
    ["3 + 2 months from 1 January", yearStart, "2027-06-01"],
    ["both: 3 + 1 months from 1 January", { ...free, ...yearStart }, "2027-05-01"],
  ])("%s", (_what, readings, day) => {
    expect(firstDay(readings)).toBe(day);
  });

  it("lies between the earliest and the latest of them", () => {
    const { earliest, latest } = spanOfFirstDay(MISSED_TWO, "2026-11-15");
    expect([earliest.value, earliest.by.map(({ reading, option }) => `${reading} ${option}`)]).toEqual([
      "2027-03-15",
      ["tieling.first-missed-year free"],
    ]);
    expect([latest.value, latest.by.map(({ reading, option }) => `${reading} ${option}`)]).toEqual([
      "2027-06-01",
      ["tieling.resident-waiting-start year-start"],
    ]);
  });

  it("is three months after the payment where the years before 2025 do not count", () => {
    // last insured in 2022, paid on 2025-05-12 for 2025: 2023 and 2024 were missed
    const { earliest } = spanOfFirstDay({ ...FACTS, lastYear: 2022 }, "2025-05-12");
    expect([earliest.value, earliest.by.map(({ reading, option }) => `${reading} ${option}`)]).toEqual([
      "2025-08-12",
      ["tieling.missed-years-before-2025 ignored"],
    ]);
  });

  it("is kept with the decision where that is kept, and left out where it is only shown", () => {
    const pack = packFor("tieling");
    const { span: kept, ...decision } = consultWithSpan(pack, MATTER, MISSED_TWO, "2026-11-15").decision!;
    expect(kept).toEqual(span(pack, MATTER, MISSED_TWO, "2026-11-15"));
    expect(decision).toEqual(consult(pack, MATTER, MISSED_TWO, "2026-11-15").decision);
    // nobody missed a year who was insured in 2026: nothing to read otherwise but the first day of a wait that there is not
    const insured = consultWithSpan(pack, MATTER, { ...MISSED_TWO, lastYear: 2026 }, "2026-11-15").decision!;
    expect(insured.span?.dates ?? []).toEqual([]);
  });
});
